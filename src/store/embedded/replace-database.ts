import fs from 'node:fs'
import path from 'node:path'
import { nodeDisk, syncDirectory } from './disk.ts'

/**
 * Puts a restored database in the place of the one that is there. A crash at any moment leaves the old one or the new one, never none: a
 * start after it finishes what was begun (`finishReplacing`).
 *
 * @param directory  the data directory, locked by the caller
 * @param restored   folder of the new database: closed, on disk, and on the same file system
 */
export function replaceDatabase(directory: string, restored: string): void {
  const { place, next, old } = namesIn(directory)
  for (const leftover of [next, old]) fs.rmSync(leftover, { recursive: true, force: true })
  const move = (from: string, to: string): void => {
    fs.renameSync(from, to)
    syncDirectory(nodeDisk, directory)
  }
  move(restored, next)
  if (fs.existsSync(place)) move(place, old)
  move(next, place)
  fs.rmSync(old, { recursive: true, force: true })
}

/** After a crash between the two moves: the restored database takes the place that is free. */
export function finishReplacing(directory: string): void {
  const { place, next } = namesIn(directory)
  if (fs.existsSync(place) || !fs.existsSync(next)) return
  fs.renameSync(next, place)
  syncDirectory(nodeDisk, directory)
}

const namesIn = (directory: string): { place: string; next: string; old: string } => ({
  place: path.join(directory, 'database'),
  next: path.join(directory, 'database.restored'),
  old: path.join(directory, 'database.replaced'),
})
