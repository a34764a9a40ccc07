import path from 'node:path'
import { nodeDisk, type Disk } from '../../src/store/embedded/disk.ts'
import { appendEntry } from './trace.ts'

/** Does what the product's own disk does and writes down each operation that succeeded, by paths below `root`. */
export function recordingDisk(root: string, trace: number): Disk {
  const inside = (file: string): string => path.relative(root, file)
  return {
    create(file, mode) {
      nodeDisk.create(file, mode)
      appendEntry(trace, { kind: 'create', path: inside(file) })
    },
    open(file, flags) {
      const descriptor = nodeDisk.open(file, flags)
      appendEntry(trace, { kind: 'open', path: inside(file), descriptor })
      return descriptor
    },
    close: (descriptor) => nodeDisk.close(descriptor),
    write(descriptor, bytes, offset, length, position) {
      const written = nodeDisk.write(descriptor, bytes, offset, length, position)
      const copy = Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset + offset, written))
      appendEntry(trace, { kind: 'write', descriptor, position, bytes: copy })
      return written
    },
    truncate(file, size) {
      nodeDisk.truncate(file, size)
      if (typeof file === 'number') appendEntry(trace, { kind: 'truncateOpen', descriptor: file, size })
      else appendEntry(trace, { kind: 'truncate', path: inside(file), size })
    },
    sync(descriptor) {
      nodeDisk.sync(descriptor)
      appendEntry(trace, { kind: 'sync', descriptor })
    },
    rename(from, to) {
      nodeDisk.rename(from, to)
      appendEntry(trace, { kind: 'rename', path: inside(from), to: inside(to) })
    },
    unlink(file) {
      nodeDisk.unlink(file)
      appendEntry(trace, { kind: 'unlink', path: inside(file) })
    },
    makeDirectory(directory, mode) {
      nodeDisk.makeDirectory(directory, mode)
      appendEntry(trace, { kind: 'makeDirectory', path: inside(directory) })
    },
    removeDirectory(directory) {
      nodeDisk.removeDirectory(directory)
      appendEntry(trace, { kind: 'removeDirectory', path: inside(directory) })
    },
  }
}
