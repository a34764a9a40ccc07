import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readCentralDirectory, type DirectoryRecord } from './central-directory.ts'
import { unpack } from './unpack.ts'

export interface ZipLimits {
  entries: number
  /** Bytes of the list of entries. */
  directoryBytes: number
  /** Bytes of one entry as it lies in the file: they are in memory while it is read. */
  packedBytes: number
  /** Bytes of all entries together when unpacked. */
  unpackedBytes: number
  /** Unpacked bytes to packed ones, of an entry above one megabyte. Text comes to 30 or so, deflate cannot pass 1032. */
  ratio: number
}

/** Far above the largest timetables of whole countries. */
export const zipLimits: ZipLimits = {
  entries: 10_000,
  directoryBytes: 16 * 2 ** 20,
  packedBytes: 512 * 2 ** 20,
  unpackedBytes: 8 * 2 ** 30,
  ratio: 200,
}

export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  path: string
  /** Bytes when unpacked. */
  size: number
  /**
   * Its bytes, piece by piece; a piece is valid until the next is asked for.
   *
   * @throws {FormatError} damaged, encrypted, packed in an unknown way, or not what the list of entries says
   */
  chunks(): AsyncGenerator<Uint8Array>
}

export interface ZipArchive {
  name: string
  entries: readonly ZipEntry[]
}

/**
 * The files in a zip archive (APPNOTE 6.3.10): stored or deflated, also ZIP64, with or without bytes before it.
 *
 * What counts is the central directory at the end; sizes and checksums are held against what is unpacked. Archives built to fill the
 * memory (too many entries, ratios, entries that share their bytes) are refused before anything is unpacked.
 *
 * Missing  folders are left out: their files name them.
 * Cost     the central directory is read; an entry's packed bytes only when it is asked for.
 *
 * @throws {FormatError} not a zip archive, a damaged one, or one beyond the limits
 */
export function openZip(source: ByteSource, limits: ZipLimits = zipLimits): ZipArchive {
  const records = readCentralDirectory(source, limits)
  checkLimits(source.name, records, limits)
  return {
    name: source.name,
    entries: records
      .filter((record) => !record.path.endsWith('/'))
      .map((record) => ({ path: record.path, size: record.size, chunks: () => unpack(source, record) })),
  }
}

function checkLimits(file: string, records: readonly DirectoryRecord[], limits: ZipLimits): void {
  const refuse = (code: string, record: DirectoryRecord, what: string, details: Record<string, number>) => {
    throw new FormatError(code, `${file}, ${record.path}: ${what}`, record.offset, { file, entry: record.path, ...details })
  }
  let total = 0
  let end = 0
  for (const record of records.toSorted((a, b) => a.offset - b.offset)) {
    total += record.size
    if (record.offset < end)
      refuse('zip_entries_overlap', record, 'shares bytes with the entry before it; pack the archive again.', { offset: record.offset })
    end = record.offset + 30 + record.packedSize
    if (record.packedSize > limits.packedBytes || total > limits.unpackedBytes)
      refuse('zip_too_large', record, `the archive unpacks to more than ${limits.unpackedBytes} bytes; cut it to the city.`, {
        limit: limits.unpackedBytes,
      })
    if (record.size > 2 ** 20 && record.size > limits.ratio * record.packedSize)
      refuse('zip_ratio_too_high', record, `${record.packedSize} bytes claim to unpack to ${record.size}; that is not a timetable.`, {
        packed: record.packedSize,
        size: record.size,
      })
  }
}
