import fs from 'node:fs'
import { nodeDisk, type Disk } from '../../src/store/embedded/disk.ts'

/** Which operation fails, counted from 0, and how. `short`: a write that writes only its first half. */
export interface Fault {
  at: number
  error: 'EIO' | 'ENOSPC' | 'short'
  lasting: 'once' | 'for ever'
  /** Operations count only while this file exists, so that a database can be opened and prepared in peace. */
  whileExists: string
}

/** The operations in the order in which they happened, with the file written to, for whoever wants to know what there is to fail. */
export type Heard = (operation: keyof Disk, file: string) => void

/** Does what the product's own disk does until the fault is due. Without one it only tells `heard`. */
export function faultyDisk(fault: Partial<Fault>, heard: Heard = () => {}): Disk {
  let count = -1
  let isArmed = false
  const files = new Map<number, string>()
  const isDue = (operation: keyof Disk, file = ''): boolean => {
    isArmed ||= fault.whileExists !== undefined && fs.existsSync(fault.whileExists)
    if (!isArmed) return false
    heard(operation, file)
    count++
    return fault.at !== undefined && (fault.lasting === 'once' ? count === fault.at : count >= fault.at)
  }
  const guard = <Arguments extends unknown[], Result>(operation: keyof Disk, act: (...given: Arguments) => Result) => {
    return (...given: Arguments): Result => {
      if (isDue(operation) && fault.error !== 'short') throw failure(fault.error ?? 'EIO')
      return act(...given)
    }
  }
  return {
    ...nodeDisk, // closing changes nothing
    create: guard('create', nodeDisk.create),
    open(file, flags) {
      const descriptor = nodeDisk.open(file, flags)
      files.set(descriptor, file)
      return descriptor
    },
    truncate: guard('truncate', nodeDisk.truncate),
    sync: guard('sync', nodeDisk.sync),
    rename: guard('rename', nodeDisk.rename),
    unlink: guard('unlink', nodeDisk.unlink),
    makeDirectory: guard('makeDirectory', nodeDisk.makeDirectory),
    removeDirectory: guard('removeDirectory', nodeDisk.removeDirectory),
    write(descriptor, bytes, offset, length, position) {
      const due = isDue('write', files.get(descriptor))
      if (due && fault.error !== 'short') throw failure(fault.error ?? 'EIO')
      return nodeDisk.write(descriptor, bytes, offset, due ? Math.max(1, length >> 1) : length, position)
    },
  }
}

const failure = (code: 'EIO' | 'ENOSPC'): Error =>
  Object.assign(new Error(code === 'EIO' ? 'EIO: i/o error' : 'ENOSPC: no space left on device'), { code })
