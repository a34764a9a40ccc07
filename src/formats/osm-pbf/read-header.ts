import { Cursor } from './protobuf.ts'

/** What a file says about itself. */
export interface OsmPbfHeader {
  /** The features that a reader must understand. */
  requiredFeatures: readonly string[]
  optionalFeatures: readonly string[]
  /** First all nodes, then ways, then relations, each by rising id. */
  sorted: boolean
  /** Degrees; null when the file does not say. */
  bounds: { west: number; south: number; east: number; north: number } | null
  /** The state of the map, as ISO text; null when the file does not say. */
  timestamp: string | null
  writingProgram: string | null
}

/** Features that this reader understands. `HistoricalInformation` is not among them: such a file has elements that were deleted. */
export const understoodFeatures: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes', 'LocationsOnWays']

const latestSeconds = 8_640_000_000_000

/** Source   osmformat.proto of the OSM PBF format: HeaderBlock, HeaderBBox. */
export function readHeader(block: Uint8Array): OsmPbfHeader {
  const cursor = new Cursor(block)
  const requiredFeatures: string[] = []
  const optionalFeatures: string[] = []
  let bounds: OsmPbfHeader['bounds'] = null
  let timestamp: string | null = null
  let writingProgram: string | null = null
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 10) bounds = readBounds(cursor)
    else if (key === 34) requiredFeatures.push(readText(cursor))
    else if (key === 42) optionalFeatures.push(readText(cursor))
    else if (key === 130) writingProgram = readText(cursor)
    else if (key === 256) timestamp = isoSeconds(cursor.int())
    else cursor.skip(key)
  }
  // Older programs write the time as a feature.
  timestamp ??= optionalFeatures.find((feature) => /^timestamp=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(feature))?.slice(10) ?? null
  return { requiredFeatures, optionalFeatures, sorted: optionalFeatures.includes('Sort.Type_then_ID'), bounds, timestamp, writingProgram }
}

const isoSeconds = (seconds: number): string | null =>
  seconds > 0 && seconds < latestSeconds ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : null

function readText(cursor: Cursor): string {
  const end = cursor.length()
  const text = new TextDecoder().decode(cursor.bytes.subarray(cursor.at, end))
  cursor.at = end
  return text
}

/** In nanodegrees, whatever the granularity of the blocks is. */
function readBounds(cursor: Cursor): OsmPbfHeader['bounds'] {
  const { end: headerEnd } = cursor
  cursor.end = cursor.length()
  const bounds = { west: 0, south: 0, east: 0, north: 0 }
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 8) bounds.west = cursor.sint() / 1e9
    else if (key === 16) bounds.east = cursor.sint() / 1e9
    else if (key === 24) bounds.north = cursor.sint() / 1e9
    else if (key === 32) bounds.south = cursor.sint() / 1e9
    else cursor.skipUnknown(key, 4)
  }
  cursor.end = headerEnd
  return bounds
}
