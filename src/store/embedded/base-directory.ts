import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { removeTree, syncDirectory, writeDurableFile, type Disk } from './disk.ts'

const BLOCK = 512

/** The initialised data directory that every installation starts from, as a tar. Written by scripts/make-base.ts. */
export function readBaseTar(): Buffer {
  return zlib.brotliDecompressSync(fs.readFileSync(new URL('./base.tar.br', import.meta.url)))
}

/**
 * Puts an initialised PostgreSQL directory at `directory`, whole or not at all.
 *
 * PostgreSQL's own initdb writes a thousand files and syncs none. Here everything is written and synced under
 * `directory.new` and then renamed, so that a power failure at any moment leaves either no database or a sound one.
 */
export function installBaseDirectory(directory: string, disk: Disk): void {
  const unfinished = `${directory}.new`
  removeTree(disk, unfinished)
  fs.mkdirSync(path.dirname(directory), { recursive: true, mode: 0o700 })
  disk.makeDirectory(unfinished, 0o700)
  const directories = [unfinished]
  for (const entry of readTar(readBaseTar())) {
    const target = path.join(unfinished, entry.name)
    if (entry.content === null) {
      disk.makeDirectory(target, 0o700)
      directories.push(target)
    } else {
      writeDurableFile(disk, target, entry.content, 0o600)
    }
  }
  for (const each of directories) syncDirectory(disk, each)
  disk.rename(unfinished, directory)
  syncAncestors(disk, path.dirname(directory))
}

/** The directory and all above it: whoever made them, perhaps a moment ago, has hardly synced their names. */
function syncAncestors(disk: Disk, directory: string): void {
  syncDirectory(disk, directory)
  const parent = path.dirname(directory)
  if (parent === directory) return
  try {
    fs.accessSync(parent, fs.constants.R_OK)
  } catch {
    return // not ours to read, so not made by us either
  }
  syncAncestors(disk, parent)
}

/** Entries of a ustar archive; a directory has no content. */
export function* readTar(tar: Buffer): Generator<{ name: string; content: Buffer | null }> {
  for (let at = 0; at + BLOCK <= tar.length;) {
    const text = (from: number, length: number): string => tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const name = text(0, 100)
    if (name === '') return // two empty blocks end the archive
    const size = parseInt(text(124, 12), 8)
    const start = at + BLOCK
    yield { name, content: text(156, 1) === '5' ? null : tar.subarray(start, start + size) }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
}
