import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { DamagedBlock } from './damaged-block.ts'
import { grown } from './columns.ts'
import { osmPbfLimits } from './limits.ts'
import { Cursor } from './protobuf.ts'

/** Where the blobs of a file lie, in their order. The first one is the header of the file. */
export interface BlobIndex {
  count: number
  offset: Float64Array
  size: Uint32Array
  /** 1 for the blobs that hold elements; others are headers, or belong to other programs. */
  isData: Uint8Array
}

/** Read at once: the length and the header of nearly every blob. */
const usualHeaderBytes = 64

/**
 * Walks from blob to blob without reading them.
 *
 * Cost     one small read per blob, 13 bytes of memory.
 *
 * @throws {FormatError} not an OSM PBF file, cut off, or beyond `osmPbfLimits`
 */
export function indexBlobs(source: ByteSource): BlobIndex {
  const index: BlobIndex = { count: 0, offset: new Float64Array(64), size: new Uint32Array(64), isData: new Uint8Array(64) }
  const buffer = new Uint8Array(usualHeaderBytes)
  let at = 0
  while (at < source.size) {
    const { type, size, headerBytes } = readBlobHeader(source, at, buffer)
    const offset = at + 4 + headerBytes
    if (index.count === 0 && type !== 'OSMHeader') throw notPbf(source)
    if (offset + size > source.size) throw cutOff(source, at)
    if (index.count === osmPbfLimits.blobsPerFile) throw tooLarge(source, at, `the file has more than ${osmPbfLimits.blobsPerFile} blobs`)
    index.offset = grown(index.offset, index.count + 1)
    index.size = grown(index.size, index.count + 1)
    index.isData = grown(index.isData, index.count + 1)
    index.offset[index.count] = offset
    index.size[index.count] = size
    index.isData[index.count++] = type === 'OSMData' ? 1 : 0
    at = offset + size
  }
  if (index.count === 0) throw notPbf(source)
  return index
}

function readBlobHeader(source: ByteSource, at: number, buffer: Uint8Array): { type: string; size: number; headerBytes: number } {
  let bytes = source.read(at, usualHeaderBytes, buffer)
  if (bytes.length < 4) throw at === 0 ? notPbf(source) : cutOff(source, at)
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (headerBytes > osmPbfLimits.blobHeaderBytes) {
    if (at === 0) throw notPbf(source)
    throw tooLarge(source, at, `a blob header says that it has ${headerBytes} bytes`)
  }
  if (at + 4 + headerBytes > source.size) throw at === 0 ? notPbf(source) : cutOff(source, at)
  if (4 + headerBytes > bytes.length) bytes = source.read(at, 4 + headerBytes)
  if (bytes.length < 4 + headerBytes) throw cutOff(source, at)

  const cursor = new Cursor(bytes, 4, 4 + headerBytes)
  let type = ''
  let size = -1
  try {
    for (let key = cursor.field(); key !== 0; key = cursor.field()) {
      if (key === 10) {
        const end = cursor.length()
        type = String.fromCharCode(...bytes.subarray(cursor.at, Math.min(end, cursor.at + 64)))
        cursor.at = end
      } else if (key === 24) size = cursor.uint()
      else cursor.skipUnknown(key, 3)
    }
    if (size < 0) throw new DamagedBlock('a blob header does not say how long the blob is')
  } catch (error) {
    if (at === 0) throw notPbf(source)
    throw asFormatError(error, source, at)
  }
  if (size > osmPbfLimits.blobBytes) throw tooLarge(source, at, `a blob says that it has ${size} bytes`)
  return { type, size, headerBytes }
}

const notPbf = (source: ByteSource): FormatError =>
  new FormatError('osm_pbf_not_pbf', `${source.name}: this is not an OSM PBF file (*.osm.pbf).`, 0)

const cutOff = (source: ByteSource, at: number): FormatError =>
  new FormatError('osm_pbf_cut_off', `${source.name}: the file ends within the blob at byte ${at}. Load it again.`, at)

const tooLarge = (source: ByteSource, at: number, what: string): FormatError =>
  new FormatError('osm_pbf_too_large', `${source.name}: ${what} (byte ${at}), more than this reader takes.`, at, { what })

/** What went wrong in a blob, with the file and the place; other errors are left as they are. */
export function asFormatError(error: unknown, source: ByteSource, at: number): unknown {
  if (!(error instanceof DamagedBlock)) return error
  if (error.tooLarge) return tooLarge(source, at, error.message)
  return new FormatError('osm_pbf_damaged', `${source.name}: the blob at byte ${at} is damaged: ${error.message}.`, at, {
    what: error.message,
  })
}
