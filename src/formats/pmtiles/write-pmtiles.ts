import { createHash } from 'node:crypto'
import { writeDirectories, type DirectoryEntry } from './directory.ts'
import { gzip } from './gzip.ts'
import { tileIdOf } from './tile-id.ts'

export interface VectorTile {
  z: number
  x: number
  y: number
  /** Mapbox Vector Tile, not compressed. */
  data: Uint8Array
}

export interface ArchiveAbout {
  name: string
  /** Who made what the tiles are made of; a map has to show it. */
  attribution: string
  /** West, south, east, north in degrees. */
  bounds: readonly [number, number, number, number]
  /** What the layers hold, as TileJSON says it. */
  layers: ReadonlyArray<{ id: string; fields: Readonly<Record<string, 'Number' | 'String' | 'Boolean'>>; minzoom: number; maxzoom: number }>
}

const headerBytes = 127
const gzipped = 2
const vectorTiles = 1

/**
 * Vector tiles as one PMTiles archive: a file that a browser reads by ranges, without a tile server.
 *
 * Tiles lie in the order of their numbers ("clustered"), each content once; neighbours with the same content are one entry.
 * The same tiles give the same bytes.
 *
 * Source   PMTiles specification, version 3.
 * Cost     one compression for each distinct tile; the archive is in memory.
 *
 * @throws {RangeError} no tiles, one tile twice, or a tile that its zoom level does not have
 */
export function writePmtiles(tiles: readonly VectorTile[], about: ArchiveAbout): Uint8Array {
  if (tiles.length === 0) throw new RangeError('A PMTiles archive needs at least one tile.')
  const { entries, contents, addressed } = arrange(tiles)
  const { root, leaves } = writeDirectories(entries)
  const metadata = gzip(Buffer.from(JSON.stringify(metadataOf(about))))

  const header = new Uint8Array(headerBytes)
  const view = new DataView(header.buffer)
  header.set(Buffer.from('PMTiles'))
  header[7] = 3
  const parts = [root, metadata, leaves, Buffer.concat(contents)]
  let offset = headerBytes
  parts.forEach((part, index) => {
    view.setBigUint64(8 + index * 16, BigInt(offset), true)
    view.setBigUint64(16 + index * 16, BigInt(part.length), true)
    offset += part.length
  })
  for (const [index, count] of [addressed, entries.length, contents.length].entries()) {
    view.setBigUint64(72 + index * 8, BigInt(count), true)
  }
  const zooms = tiles.map(({ z }) => z)
  const [west, south, east, north] = about.bounds
  const minZoom = zooms.reduce((a, b) => Math.min(a, b))
  header.set([1, gzipped, gzipped, vectorTiles, minZoom, zooms.reduce((a, b) => Math.max(a, b))], 96)
  for (const [index, degrees] of [west, south, east, north].entries()) view.setInt32(102 + index * 4, Math.round(degrees * 1e7), true)
  header[118] = minZoom
  view.setInt32(119, Math.round(((west + east) / 2) * 1e7), true)
  view.setInt32(123, Math.round(((south + north) / 2) * 1e7), true)
  return Buffer.concat([header, ...parts])
}

/** Tiles in order of their numbers, each content once. */
function arrange(tiles: readonly VectorTile[]) {
  const numbered = tiles.map(({ z, x, y, data }) => ({ tileId: tileIdOf(z, x, y), z, x, y, data })).sort((a, b) => a.tileId - b.tileId)
  const entries: DirectoryEntry[] = []
  const contents: Uint8Array[] = []
  const places = new Map<string, { offset: number; length: number }>()
  let offset = 0
  let previousId = -1
  for (const { tileId, z, x, y, data } of numbered) {
    if (tileId === previousId) throw new RangeError(`Tile ${z}/${x}/${y} is there twice.`)
    previousId = tileId
    const key = createHash('sha256').update(data).digest('base64')
    let place = places.get(key)
    if (place === undefined) {
      const packed = gzip(data)
      place = { offset, length: packed.length }
      places.set(key, place)
      contents.push(packed)
      offset += packed.length
    }
    const last = entries.at(-1)
    if (last !== undefined && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength++
    else entries.push({ tileId, ...place, runLength: 1 })
  }
  return { entries, contents, addressed: numbered.length }
}

const metadataOf = ({ name, attribution, layers }: ArchiveAbout) => ({
  name,
  attribution,
  type: 'overlay',
  format: 'pbf',
  vector_layers: layers,
})
