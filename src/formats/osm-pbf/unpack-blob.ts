import { inflateSync } from 'node:zlib'
import { DamagedBlock } from './damaged-block.ts'
import { decodeLz4 } from './decode-lz4.ts'
import { osmPbfLimits } from './limits.ts'
import { Cursor } from './protobuf.ts'

/** Ways to pack a blob that nobody uses for files to be handed on, by field number. */
const otherPackings: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 7: 'zstd' }

/** A way of packing that this reader does not know. */
export class UnknownPacking extends Error {
  readonly packing: string
  constructor(packing: string) {
    super(packing)
    this.packing = packing
  }
}

/** Where blocks packed with LZ4 are unpacked; one after another. */
let lz4Buffer = new Uint8Array(0)

/** The block in a blob, unpacked. It may share memory with the blob, or with the block unpacked before. */
export function unpackBlob(blob: Uint8Array): Uint8Array {
  const cursor = new Cursor(blob)
  let rawSize = -1
  let method = 0
  let data: Uint8Array | null = null
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    const number = key >>> 3
    if (key === 16) rawSize = cursor.uint()
    else if (key === 10 || key === 26 || key === 50) {
      if (data !== null) throw new DamagedBlock('a blob has two contents')
      const end = cursor.length()
      data = blob.subarray(cursor.at, end)
      method = number
      cursor.at = end
    } else if ((key & 7) === 2 && otherPackings[number] !== undefined) throw new UnknownPacking(otherPackings[number])
    else cursor.skipUnknown(key, 7)
  }
  if (data === null) throw new DamagedBlock('a blob has no content')
  if (method === 1) return data
  if (rawSize < 0) throw new DamagedBlock('a blob does not say how large it is unpacked')
  if (rawSize > osmPbfLimits.blockBytes) throw new DamagedBlock(`a blob says that it has ${rawSize} bytes unpacked`, true)
  return method === 3 ? inflate(data, rawSize) : unpackLz4(data, rawSize)
}

function inflate(data: Uint8Array, rawSize: number): Uint8Array {
  let block: Uint8Array
  try {
    // One byte more than needed: with a buffer that is just full, zlib allots a second one to see whether there is more.
    block = inflateSync(data, { chunkSize: Math.max(64, rawSize + 1), maxOutputLength: Math.max(1, rawSize) })
  } catch (error) {
    throw new DamagedBlock(`its zlib data cannot be unpacked to ${rawSize} bytes (${error instanceof Error ? error.message : 'unknown'})`)
  }
  if (block.length !== rawSize) throw new DamagedBlock(`its zlib data has ${block.length} bytes, not the ${rawSize} that it says`)
  return block
}

function unpackLz4(data: Uint8Array, rawSize: number): Uint8Array {
  if (lz4Buffer.length < rawSize) lz4Buffer = new Uint8Array(rawSize)
  const block = lz4Buffer.subarray(0, rawSize)
  decodeLz4(data, block)
  return block
}
