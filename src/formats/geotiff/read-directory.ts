import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { geoTiffLimits as limits } from './limits.ts'

/** The tags that this reader looks at, by the names of the TIFF 6.0 and GeoTIFF specifications. */
export const tag = {
  newSubfileType: 254,
  imageWidth: 256,
  imageLength: 257,
  bitsPerSample: 258,
  compression: 259,
  fillOrder: 266,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planarConfiguration: 284,
  predictor: 317,
  tileWidth: 322,
  tileLength: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  sampleFormat: 339,
  modelPixelScale: 33550,
  modelTiepoint: 33922,
  modelTransformation: 34264,
  geoKeyDirectory: 34735,
  geoDoubleParams: 34736,
  geoAsciiParams: 34737,
  gdalMetadata: 42112,
  gdalNoData: 42113,
} as const

/** How a TIFF writes numbers: classic with offsets of 4 bytes, BigTIFF with 8. */
export interface TiffFile {
  source: ByteSource
  littleEndian: boolean
  big: boolean
}

/** One image file directory: where the values of each tag stand. Values are read when they are asked for. */
export interface TiffDirectory {
  offset: number
  entries: ReadonlyMap<number, TagEntry>
}

interface TagEntry {
  type: number
  count: number
  /** Of the values in the file. */
  position: number
}

/** Bytes of one value by field type; 0 for types that do not exist. */
const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8]

/** Bytes that must be there. */
export function bytesAt(source: ByteSource, offset: number, length: number, into?: Uint8Array): Uint8Array {
  const bytes = offset + length <= source.size ? source.read(offset, length, into) : new Uint8Array(0)
  if (bytes.length === length) return bytes
  throw new FormatError(
    'geotiff_cut_short',
    `${source.name}: ${length} bytes are missing at offset ${offset}; the file has ${source.size}. It was cut short or damaged.`,
    offset,
    { file: source.name, offset, length, size: source.size },
  )
}

const viewAt = (source: ByteSource, offset: number, length: number): DataView => {
  const bytes = bytesAt(source, offset, length)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A fault of the structure: what is wrong at which offset. */
export const damaged = (source: ByteSource, offset: number, what: string): FormatError =>
  new FormatError('geotiff_damaged', `${source.name}, offset ${offset}: ${what}.`, offset, { file: source.name, offset, what })

/** Something larger than the limits. */
export const tooLarge = (source: ByteSource, offset: number | null, what: string, found: number, limit: number): FormatError =>
  new FormatError('geotiff_too_large', `${source.name}: ${what} is ${found}; at most ${limit} can be read.`, offset, {
    file: source.name,
    what,
    found,
    limit,
  })

/**
 * All images of a TIFF or BigTIFF, in the order of the file.
 *
 * Source   Adobe, TIFF revision 6.0 (1992), section 2; Aware Systems, "BigTIFF file format proposal".
 *
 * @throws {FormatError} no TIFF, cut short, a chain of directories that turns back on itself, or beyond the limits
 */
export function readDirectories(source: ByteSource): { file: TiffFile; directories: TiffDirectory[] } {
  const { file, first } = readHeader(source)
  const directories: TiffDirectory[] = []
  const seen = new Set<number>()
  let offset = first
  while (offset !== 0) {
    if (seen.has(offset)) throw damaged(source, offset, 'the chain of images turns back on itself')
    seen.add(offset)
    if (directories.length === limits.directories)
      throw tooLarge(source, offset, 'the number of images', directories.length + 1, limits.directories)
    const { directory, next } = readOneDirectory(file, offset)
    directories.push(directory)
    offset = next
  }
  return { file, directories }
}

function readHeader(source: ByteSource): { file: TiffFile; first: number } {
  const start = source.read(0, 16)
  const order = start.length < 8 ? 0 : start[0] === start[1] ? start[0] : 0
  const littleEndian = order === 0x49
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength)
  const version = order === 0x49 || order === 0x4d ? view.getUint16(2, littleEndian) : 0
  if (version === 42) return { file: { source, littleEndian, big: false }, first: view.getUint32(4, littleEndian) }
  if (version === 43 && start.length === 16 && view.getUint16(4, littleEndian) === 8)
    return { file: { source, littleEndian, big: true }, first: offsetOf(source, view.getBigUint64(8, littleEndian), 8) }
  throw new FormatError('geotiff_not_tiff', `${source.name} does not begin like a TIFF or BigTIFF file.`, 0, { file: source.name })
}

function readOneDirectory(file: TiffFile, offset: number): { directory: TiffDirectory; next: number } {
  const { source, littleEndian, big } = file
  const head = viewAt(source, offset, big ? 8 : 2)
  const count = big ? offsetOf(source, head.getBigUint64(0, littleEndian), offset) : head.getUint16(0, littleEndian)
  if (count > limits.tags) throw tooLarge(source, offset, 'the number of tags', count, limits.tags)
  const size = big ? 20 : 12
  const begin = offset + head.byteLength
  const view = viewAt(source, begin, count * size + (big ? 8 : 4))
  const entries = new Map<number, TagEntry>()
  for (let at = 0; at < count * size; at += size) {
    const type = view.getUint16(at + 2, littleEndian)
    const values = big ? offsetOf(source, view.getBigUint64(at + 4, littleEndian), begin + at) : view.getUint32(at + 4, littleEndian)
    const inline = at + (big ? 12 : 8)
    const room = big ? 8 : 4
    const bytes = values * (bytesOfType[type] ?? 0)
    const pointer = big ? view.getBigUint64(inline, littleEndian) : BigInt(view.getUint32(inline, littleEndian))
    const position = bytes <= room ? begin + inline : offsetOf(source, pointer, begin + at)
    entries.set(view.getUint16(at, littleEndian), { type, count: values, position })
  }
  const end = count * size
  const next = big ? offsetOf(source, view.getBigUint64(end, littleEndian), begin + end) : view.getUint32(end, littleEndian)
  return { directory: { offset, entries }, next }
}

/** A 64-bit offset or count as a number; no file is longer than 2⁵³. */
function offsetOf(source: ByteSource, value: bigint, at: number): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged(source, at, 'an offset or count beyond 2⁵³')
  return Number(value)
}

/** The numbers of a tag; null when the image has no such tag. */
export function readNumbers(file: TiffFile, directory: TiffDirectory, wanted: number, most: number): Float64Array | null {
  const entry = directory.entries.get(wanted)
  if (entry === undefined) return null
  const { source, littleEndian } = file
  const bytes = bytesOfType[entry.type] ?? 0
  if (bytes === 0 || entry.type === 2 || entry.type === 7) throw damaged(source, directory.offset, `tag ${wanted} should hold numbers`)
  if (entry.count > most) throw tooLarge(source, directory.offset, `the number of values of tag ${wanted}`, entry.count, most)
  const view = viewAt(source, entry.position, entry.count * bytes)
  const read = readerOf(view, entry.type, littleEndian, source)
  return Float64Array.from({ length: entry.count }, (_, index) => read(index * bytes))
}

function readerOf(view: DataView, type: number, littleEndian: boolean, source: ByteSource): (at: number) => number {
  switch (type) {
    case 3:
      return (at) => view.getUint16(at, littleEndian)
    case 4:
    case 13:
      return (at) => view.getUint32(at, littleEndian)
    case 5:
      return (at) => view.getUint32(at, littleEndian) / view.getUint32(at + 4, littleEndian)
    case 6:
      return (at) => view.getInt8(at)
    case 8:
      return (at) => view.getInt16(at, littleEndian)
    case 9:
      return (at) => view.getInt32(at, littleEndian)
    case 10:
      return (at) => view.getInt32(at, littleEndian) / view.getInt32(at + 4, littleEndian)
    case 11:
      return (at) => view.getFloat32(at, littleEndian)
    case 12:
      return (at) => view.getFloat64(at, littleEndian)
    case 16:
    case 18:
      return (at) => offsetOf(source, view.getBigUint64(at, littleEndian), at)
    case 17:
      return (at) => Number(view.getBigInt64(at, littleEndian))
    default:
      return (at) => view.getUint8(at)
  }
}

/** The first number of a tag, or what the specification says when the tag is missing. */
export const readNumber = <T>(file: TiffFile, directory: TiffDirectory, wanted: number, otherwise: T, most = 1 << 16): number | T =>
  readNumbers(file, directory, wanted, most)?.[0] ?? otherwise

/** The text of a tag up to its closing zero; null when the image has no such tag. */
export function readText(file: TiffFile, directory: TiffDirectory, wanted: number): string | null {
  const entry = directory.entries.get(wanted)
  if (entry === undefined || entry.type !== 2) return null
  if (entry.count > limits.textBytes)
    throw tooLarge(file.source, directory.offset, `the text of tag ${wanted}`, entry.count, limits.textBytes)
  return new TextDecoder('latin1').decode(bytesAt(file.source, entry.position, entry.count)).replace(/\0[\s\S]*$/, '')
}
