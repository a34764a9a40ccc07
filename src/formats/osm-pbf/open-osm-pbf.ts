import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { kindBits, type OsmVisitor } from './blocks.ts'
import { DamagedBlock } from './damaged-block.ts'
import { BlockDecoder } from './decode-block.ts'
import { asFormatError, indexBlobs, type BlobIndex } from './index-blobs.ts'
import { osmPbfLimits } from './limits.ts'
import { readHeader, understoodFeatures, type OsmPbfHeader } from './read-header.ts'
import { UnknownPacking, unpackBlob } from './unpack-blob.ts'

/** An OSM PBF file that can be read several times, whole or in part. */
export interface OsmPbf {
  readonly header: OsmPbfHeader
  readonly blobs: BlobIndex
  /**
   * Hands the elements to the visitor, in the order of the file. Blobs that are known to hold nothing wanted are passed over: in sorted
   * files from the beginning, in others once they have been read.
   *
   * `range` limits it to the blobs `from` … `to - 1`, so that several threads can share a file.
   */
  read(visitor: OsmVisitor, range?: { from: number; to: number }): void
}

/** In a sorted file: the blobs in which the ways and the relations begin. */
interface Borders {
  ways: number
  relations: number
}

/**
 * Finds the blobs of a file and reads its header.
 *
 * @throws {FormatError} not an OSM PBF file, cut off, damaged, or with features that are not understood
 */
export function openOsmPbf(source: ByteSource): OsmPbf {
  const blobs = indexBlobs(source)
  const decoder = new BlockDecoder()
  /** Kinds of elements by blob, as far as known; 0 is not known, for there is no point in an empty blob. */
  const kinds = new Uint8Array(blobs.count)
  let input = new Uint8Array(0)
  let unpackedBytes = 0

  const unpack = (blob: number): Uint8Array => {
    const offset = blobs.offset[blob] as number
    const size = blobs.size[blob] as number
    if (input.length < size) input = new Uint8Array(Math.min(2 * size, osmPbfLimits.blobBytes))
    const bytes = source.read(offset, size, input)
    if (bytes.length < size) throw new DamagedBlock('the file became shorter while it was read')
    const block = unpackBlob(bytes)
    unpackedBytes += block.length
    return block
  }
  /** Runs the work on a blob; what is wrong with it gets the place in the file. */
  const inBlob = <T>(blob: number, work: () => T): T => {
    try {
      return work()
    } catch (error) {
      const offset = blobs.offset[blob] as number
      if (error instanceof UnknownPacking) {
        const { packing } = error
        const message = `${source.name}: the blob at byte ${offset} is packed with ${packing}. Write the file anew with zlib: osmium cat -o new.osm.pbf`
        throw new FormatError('osm_pbf_packing', message, offset, { packing })
      }
      throw asFormatError(error, source, offset)
    }
  }
  const kindsOf = (blob: number): number => (kinds[blob] ||= inBlob(blob, () => decoder.decode(unpack(blob), {})))

  const header = inBlob(0, () => readHeader(unpack(0)))
  for (const feature of header.requiredFeatures) {
    if (understoodFeatures.includes(feature)) continue
    const message = `${source.name}: the file needs the feature "${feature}", which this reader does not have.`
    throw new FormatError('osm_pbf_feature', message, 0, { feature })
  }
  const dataBlobs: number[] = []
  for (let blob = 1; blob < blobs.count; blob++) if (blobs.isData[blob] === 1) dataBlobs.push(blob)
  let borders: Borders | null = null

  return {
    header,
    blobs,
    read(visitor, range = { from: 0, to: blobs.count }) {
      const wanted =
        (visitor.nodes ? kindBits.nodes : 0) | (visitor.ways ? kindBits.ways : 0) | (visitor.relations ? kindBits.relations : 0)
      const all = kindBits.nodes | kindBits.ways | kindBits.relations
      if (header.sorted && wanted !== all) borders ??= findBorders(dataBlobs, kindsOf)
      unpackedBytes = 0
      const unpackedLimit = Math.max(osmPbfLimits.freeBytes, osmPbfLimits.expansion * source.size)
      for (let i = 0; i < dataBlobs.length; i++) {
        const blob = dataBlobs[i] as number
        if (blob < range.from || blob >= range.to) continue
        const mayHold = (kinds[blob] as number) || (borders === null ? all : kindsBetween(i, borders))
        if ((mayHold & wanted) === 0) continue
        const found = inBlob(blob, () => {
          const block = unpack(blob)
          if (unpackedBytes > unpackedLimit) throw new DamagedBlock(`its blobs have more than ${unpackedLimit} bytes unpacked`, true)
          return decoder.decode(block, visitor)
        })
        if ((found & ~mayHold) !== 0) {
          const offset = blobs.offset[blob] as number
          const message = `${source.name}: the file says that it is sorted but is not (byte ${offset}). Sort it: osmium sort -o sorted.osm.pbf`
          throw new FormatError('osm_pbf_not_sorted', message, offset)
        }
        kinds[blob] = found
      }
    },
  }
}

/** What may stand in the data blob `i` of a sorted file; the blobs at the borders may hold two kinds. */
const kindsBetween = (i: number, { ways, relations }: Borders): number =>
  (i <= ways ? kindBits.nodes : 0) | (i >= ways - 1 && i <= relations ? kindBits.ways : 0) | (i >= relations - 1 ? kindBits.relations : 0)

/** Binary search for the first blob with ways, and the first with relations; their number where there is none. */
function findBorders(dataBlobs: readonly number[], kindsOf: (blob: number) => number): Borders {
  const firstWith = (kinds: number): number => {
    let low = 0
    let high = dataBlobs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((kindsOf(dataBlobs[middle] as number) & kinds) !== 0) high = middle
      else low = middle + 1
    }
    return low
  }
  return { ways: firstWith(kindBits.ways | kindBits.relations), relations: firstWith(kindBits.relations) }
}
