import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** The kernel's limit is 107 bytes on Linux and 103 elsewhere. */
const LONGEST_SOCKET_PATH = 100

/**
 * Where commands reach the server that holds `directory`: `bagdar.sock` inside it, or, where that path would be too
 * long for a socket, a short path that follows from the long one, in a folder that only this user can enter.
 */
export function socketPath(directory: string): string {
  const inside = path.join(path.resolve(directory), 'bagdar.sock')
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH) return inside
  const name = createHash('sha256').update(inside).digest('hex').slice(0, 16)
  return path.join(os.tmpdir(), `bagdar-${ownId()}`, `${name}.sock`)
}

/** An account needs no name (in a container it has none), so its number is asked of the process. On Windows, which has no numbers, files belong to 0. */
const ownId = (): number => process.getuid?.() ?? 0

/** Makes room for a socket at `file`: its folder, closed to others, and no socket left by a process that was killed. */
export function clearSocketPath(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const folder = fs.statSync(path.dirname(file))
  if (path.dirname(path.dirname(file)) === os.tmpdir() && (folder.uid !== ownId() || (folder.mode & 0o077) !== 0))
    throw new Error(`${path.dirname(file)} belongs to someone else or is open to others. Choose a shorter DATA_DIR.`)
  fs.rmSync(file, { force: true })
}
