import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import type { ZipLimits } from './open-zip.ts'

/** One entry as the central directory describes it. */
export interface DirectoryRecord {
  path: string
  encrypted: boolean
  /** 0 stored, 8 deflated. */
  method: number
  crc32: number
  packedSize: number
  size: number
  /** Where its local header begins in the file. */
  offset: number
}

const [endSignature, end64Signature, locatorSignature, recordSignature] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50]
const endLength = 22
const longestComment = 0xffff
const utf8 = new TextDecoder('utf-8')

/** Where the central directory lies, as the end of the file says. */
interface DirectoryEnd {
  entries: number
  size: number
  offset: number
  /** Bytes that stand before the archive and are not counted by its own offsets. */
  before: number
}

/**
 * All entries in the order of the central directory.
 *
 * @throws {FormatError} no directory, a damaged one, or one beyond the limits
 */
export function readCentralDirectory(source: ByteSource, limits: ZipLimits): DirectoryRecord[] {
  const { entries, size, offset, before } = findEnd(source)
  if (entries > limits.entries || size > limits.directoryBytes)
    throw new FormatError('zip_too_many_entries', `${source.name}: ${entries} entries; ${limits.entries} at most.`, null, {
      file: source.name,
      entries,
      limit: limits.entries,
    })
  const bytes = source.read(before + offset, size)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: DirectoryRecord[] = []
  let at = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== recordSignature) throw damaged(source, before + offset + at)
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const next = extraEnd + view.getUint16(at + 32, true)
    if (next > bytes.length) throw damaged(source, before + offset + at)
    const record = {
      path: utf8.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      ...wideSizes(view, at, nameEnd, extraEnd),
    }
    record.offset += before
    if (record.offset + 30 + record.packedSize > before + offset) throw damaged(source, before + offset + at)
    records.push(record)
    at = next
  }
  return records
}

/** Sizes and offset of a record, from its ZIP64 field (id 1) where the short ones are full of ones. */
function wideSizes(view: DataView, at: number, extra: number, extraEnd: number) {
  const sizes = { packedSize: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) }
  for (let field = extra; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    const fieldEnd = Math.min(extraEnd, field + 4 + view.getUint16(field + 2, true))
    let value = field + 4
    for (const name of ['size', 'packedSize', 'offset'] as const) {
      if (sizes[name] !== 0xffffffff || value + 8 > fieldEnd) continue
      sizes[name] = wide(view, value)
      value += 8
    }
  }
  return sizes
}

/** A 64-bit number; beyond 2⁵³ it is not exact, and far beyond every limit. */
const wide = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32

function findEnd(source: ByteSource): DirectoryEnd {
  const start = Math.max(0, source.size - endLength - longestComment)
  const tail = source.read(start, source.size - start)
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    const short = { entries: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) }
    const found = isFull(short) ? findEnd64(source, start + at) : { ...short, before: start + at - short.size - short.offset }
    if (found !== null && found.before >= 0) return found
  }
  throw new FormatError('zip_not_an_archive', `${source.name} is not a zip archive, or its end is missing; download it again.`, null, {
    file: source.name,
  })
}

const isFull = (end: { entries: number; size: number; offset: number }) =>
  end.entries === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff

function findEnd64(source: ByteSource, end: number): DirectoryEnd | null {
  const locator = source.read(Math.max(0, end - 20), 20)
  const locatorView = new DataView(locator.buffer, locator.byteOffset, locator.byteLength)
  if (locator.length < 20 || locatorView.getUint32(0, true) !== locatorSignature) return null
  // Where bytes stand before the archive, its own offset is wrong: then the record lies right before the locator.
  for (const at of [wide(locatorView, 8), end - 20 - 56]) {
    if (at < 0 || at + 56 > end) continue
    const record = source.read(at, 56)
    const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
    if (view.getUint32(0, true) !== end64Signature) continue
    const [entries, size, offset] = [wide(view, 32), wide(view, 40), wide(view, 48)]
    return { entries, size, offset, before: at - size - offset }
  }
  return null
}

const damaged = (source: ByteSource, offset: number) =>
  new FormatError('zip_damaged', `${source.name}: the list of entries is damaged at byte ${offset}; download the archive again.`, offset, {
    file: source.name,
    offset,
  })
