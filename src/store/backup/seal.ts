import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { crc32 } from 'node:zlib'
import { BackupError } from './backup-error.ts'

/** A gzip member of its own begins like this: without time and system, so that it is always the same. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

/**
 * The end of a backup: SHA-256 of every byte before it, so that damage is found before anything is unpacked. It is a gzip member itself,
 * so that any gzip program can unpack the whole file.
 *
 * @param sha256  of all bytes before the seal, in hex
 */
export function sealOf(sha256: string): Buffer {
  const text = Buffer.from(`{"seal":"${sha256}"}\n`)
  const stored = Buffer.alloc(5)
  stored.writeUInt8(1)
  stored.writeUInt16LE(text.length, 1)
  stored.writeUInt16LE(0xffff - text.length, 3)
  const check = Buffer.alloc(8)
  check.writeUInt32LE(crc32(text) >>> 0)
  check.writeUInt32LE(text.length, 4)
  return Buffer.concat([gzipHead, stored, text, check])
}

/** The same for every backup. */
export const sealBytes = sealOf('0'.repeat(64)).length

/**
 * Reads the whole file once and refuses whatever is not exactly as it was written.
 *
 * @returns bytes before the seal
 * @throws {BackupError} no such file, a foreign one, one that is cut or damaged
 */
export async function checkSeal(file: string): Promise<number> {
  const size = sizeOf(file)
  const content = Math.max(0, size - sealBytes)
  const hash = createHash('sha256')
  let head: Buffer = Buffer.alloc(0)
  if (content > 0)
    for await (const chunk of fs.createReadStream(file, { end: content - 1 }) as AsyncIterable<Buffer>) {
      if (head.length === 0) head = chunk.subarray(0, 2)
      hash.update(chunk)
    }
  if (head[0] !== 0x1f || head[1] !== 0x8b)
    throw new BackupError(`${file} is not a backup of Bagdar. Give the file that "bagdar backup" wrote.`)
  if (!readEnd(file, content).equals(sealOf(hash.digest('hex'))))
    throw new BackupError(
      `${file} is damaged, cut off, or not a backup of Bagdar: what it holds does not fit the seal at its end. Nothing was changed. Copy it again from where it was kept, or take an older backup.`,
    )
  return content
}

function sizeOf(file: string): number {
  try {
    const found = fs.statSync(file)
    if (found.isFile()) return found.size
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw new BackupError(`${file} does not exist.`, { cause })
  }
  throw new BackupError(`${file} is not a file.`)
}

function readEnd(file: string, from: number): Buffer {
  const descriptor = fs.openSync(file, 'r')
  try {
    const end = Buffer.alloc(sealBytes)
    return end.subarray(0, fs.readSync(descriptor, end, 0, sealBytes, from))
  } finally {
    fs.closeSync(descriptor)
  }
}
