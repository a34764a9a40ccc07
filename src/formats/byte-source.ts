import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Bytes that can be read anywhere in them: a file that is never wholly in memory, or bytes that are. */
export interface ByteSource {
  /** The name that messages give it. */
  readonly name: string
  readonly size: number
  /**
   * Bytes from `offset`, fewer at the end. They are copied into `into` when it is given and large enough, and the answer is
   * a part of it; otherwise they are the caller's to keep but not to change.
   */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array
  close(): void
}

/** A file, read piece by piece. */
export function openBytes(path: string, name = path): ByteSource {
  const file = openSync(path, 'r')
  const size = fstatSync(file).size
  return {
    name,
    size,
    read(offset, length, into) {
      const wanted = Math.max(0, Math.min(length, size - offset))
      const buffer = into !== undefined && into.length >= wanted ? into : new Uint8Array(wanted)
      let done = 0
      while (done < wanted) {
        const count = readSync(file, buffer, done, wanted - done, offset + done)
        if (count === 0) break
        done += count
      }
      return buffer.subarray(0, done)
    },
    close: () => closeSync(file),
  }
}

/** Bytes in memory. */
export const bytesInMemory = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  read: (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length)),
  close: () => undefined,
})
