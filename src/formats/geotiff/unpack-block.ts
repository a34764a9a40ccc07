import * as zlib from 'node:zlib'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { decodeLzw } from './decode-lzw.ts'
import { decodePackBits } from './decode-pack-bits.ts'

/** ZSTD came to Node with 22.15; the types that this project uses are older. */
const zstd = (zlib as { zstdDecompressSync?: (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array }).zstdDecompressSync

interface Compression {
  /** At most so many bytes come of one: whoever promises more in a few bytes is lying, and gets no memory for it. */
  expansion: number
  /** Fills `out` and says how many bytes there were; what comes beyond it, up to `most` bytes, does not matter. */
  unpack(packed: Uint8Array, out: Uint8Array, most: number): number
}

const deflate: Compression = { expansion: 1040, unpack: inflate }

/** By the value of the tag. */
const compressions: Readonly<Record<number, Compression>> = {
  1: { expansion: 1, unpack: (packed, out) => put(packed.subarray(0, out.length), out) },
  5: { expansion: 2600, unpack: decodeLzw },
  8: deflate,
  32773: { expansion: 64, unpack: decodePackBits },
  32946: deflate,
  50000: { expansion: Infinity, unpack: unpackZstd },
}

/** Names for those that are not read. */
const otherNames: Readonly<Record<number, string>> = {
  2: 'CCITT RLE',
  3: 'CCITT fax 3',
  4: 'CCITT fax 4',
  6: 'old JPEG',
  7: 'JPEG',
  34712: 'JPEG 2000',
  34887: 'LERC',
  34925: 'LZMA',
  50001: 'WebP',
  50002: 'JPEG XL',
}

/** @throws {FormatError} a compression that this reader, or this Node, does not know */
export function checkCompression(source: ByteSource, compression: number): void {
  if (compression in compressions && (compression !== 50000 || zstd !== undefined)) return
  const name = compression === 50000 ? 'ZSTD (needs Node 22.15 or later)' : (otherNames[compression] ?? `number ${compression}`)
  throw new FormatError(
    'geotiff_compression',
    `${source.name} is compressed as ${name}. Read are: none, PackBits, LZW, Deflate and, from Node 22.15 on, ZSTD. Convert it: gdal_translate -co COMPRESS=DEFLATE.`,
    null,
    { file: source.name, compression: name },
  )
}

/**
 * Unpacks one strip or tile into `out`, all of which must be filled. A last strip may hold the rows of a whole one: `most` bytes.
 *
 * @throws {FormatError} a block that is damaged, or that cannot hold what the image promises
 */
export function unpackBlock(
  source: ByteSource,
  offset: number,
  packed: Uint8Array,
  compression: number,
  out: Uint8Array,
  most: number,
): void {
  let unpacked = 0
  let reason = ''
  try {
    unpacked = compressions[compression]?.unpack(packed, out, most) ?? 0
  } catch (error) {
    reason = `: ${error instanceof Error ? error.message : String(error)}`
  }
  if (unpacked === out.length && reason === '') return
  throw new FormatError(
    'geotiff_block',
    `${source.name}: the block at offset ${offset} gives ${unpacked} of ${out.length} bytes${reason}. The file is damaged.`,
    offset,
    { file: source.name, offset, unpacked, expected: out.length },
  )
}

/** Whether so many packed bytes can become as many as the image says; asked before memory is taken. */
export const canExpandTo = (compression: number, packedBytes: number, bytes: number): boolean =>
  bytes <= packedBytes * (compressions[compression]?.expansion ?? 0)

function put(bytes: Uint8Array, out: Uint8Array): number {
  out.set(bytes)
  return bytes.length
}

/** One piece of memory of the right size: zlib asks for a second one when the first is exactly full. */
function inflate(packed: Uint8Array, out: Uint8Array, most: number): number {
  const bytes = zlib.inflateSync(packed, { chunkSize: Math.max(64, out.length + 1), maxOutputLength: most + 64 })
  return put(bytes.subarray(0, out.length), out)
}

function unpackZstd(packed: Uint8Array, out: Uint8Array, most: number): number {
  const bytes = zstd?.(packed, { maxOutputLength: most + 64 }) ?? new Uint8Array(0)
  return put(bytes.subarray(0, out.length), out)
}
