import fs from 'node:fs'
import path from 'node:path'

/**
 * Every operation by which the embedded database changes the disk, and `sync`, by which it makes sure of it.
 *
 * The database does nothing to its directory but through these, so that a test can record them, or let one fail, and
 * knows that it saw all.
 */
export interface Disk {
  /** A new empty file; one that is there is emptied. */
  create(file: string, mode: number): void
  open(file: string, flags: number): number
  close(descriptor: number): void
  /** Writes at `position` and tells how many bytes it could; without a position, at the end of what was written so far. */
  write(descriptor: number, bytes: Uint8Array, offset: number, length: number, position: number): number
  truncate(file: string | number, size: number): void
  /** Of a file: its content. Of a directory: the names in it. */
  sync(descriptor: number): void
  rename(from: string, to: string): void
  unlink(file: string): void
  makeDirectory(directory: string, mode: number): void
  removeDirectory(directory: string): void
}

export const nodeDisk: Disk = {
  create: (file, mode) => fs.writeFileSync(file, '', { mode }),
  open: (file, flags) => fs.openSync(file, flags),
  close: (descriptor) => fs.closeSync(descriptor),
  write: (descriptor, bytes, offset, length, position) => fs.writeSync(descriptor, bytes, offset, length, position),
  truncate: (file, size) => (typeof file === 'number' ? fs.ftruncateSync(file, size) : fs.truncateSync(file, size)),
  sync: (descriptor) => fs.fsyncSync(descriptor),
  rename: (from, to) => fs.renameSync(from, to),
  unlink: (file) => fs.unlinkSync(file),
  makeDirectory: (directory, mode) => fs.mkdirSync(directory, { mode }),
  removeDirectory: (directory) => fs.rmdirSync(directory),
}

/** Makes the names in a directory durable. */
export function syncDirectory(disk: Disk, directory: string): void {
  const descriptor = disk.open(directory, fs.constants.O_RDONLY)
  try {
    disk.sync(descriptor)
  } finally {
    disk.close(descriptor)
  }
}

/** Writes a whole new file and makes its content durable; its name is so after `syncDirectory`. */
export function writeDurableFile(disk: Disk, file: string, content: Uint8Array, mode: number): void {
  disk.create(file, mode)
  const descriptor = disk.open(file, fs.constants.O_WRONLY)
  try {
    for (let at = 0; at < content.length;) at += disk.write(descriptor, content, at, content.length - at, at)
    disk.sync(descriptor)
  } finally {
    disk.close(descriptor)
  }
}

/** Removes a directory and all that is in it; nothing happens when it is not there. */
export function removeTree(disk: Disk, directory: string): void {
  if (!fs.existsSync(directory)) return
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const inside = path.join(directory, entry.name)
    if (entry.isDirectory()) removeTree(disk, inside)
    else disk.unlink(inside)
  }
  disk.removeDirectory(directory)
}
