import type { CityBoundary } from '../books/indicators/sdg-11/city/city-boundary.ts'
import { writeAccessModel } from '../books/indicators/sdg-11/access/write-access-model.ts'
import { drawBackground } from '../charts/city-map-background.ts'
import { frameOf, type MapBounds } from '../charts/city-map-frame.ts'
import { writeAccessGeoJson, writeCellsCsv } from '../formats/access-layers.ts'
import type { Outline } from '../formats/city-tiles/city-layers.ts'
import { writeCityTiles } from '../formats/city-tiles/write-city-tiles.ts'
import { writeSpatialResult } from '../formats/spatial-result-file.ts'
import type { AccessComputation } from './compute-access.ts'
import type { CityData } from './read-city-files.ts'

/** Names of the files that a computation of 11.2.1 leaves for the pages. */
export const accessFiles = {
  result: '11.2.1-result.json',
  model: '11.2.1-model.bin',
  tiles: '11.2.1-map.pmtiles',
  background: '11.2.1-background.json',
  geojson: '11.2.1-cells.geojson',
  csv: '11.2.1-cells.csv',
} as const

/** Everything that pages and readers need of a computed 11.2.1, by name. */
export function filesOfAccess({ result, model, served }: AccessComputation, data: CityData, attribution: string): Map<string, Uint8Array> {
  const text = (content: string) => new TextEncoder().encode(content)
  const isServed = Uint8Array.from(served.remainingMetres, (metres) => (metres >= 0 ? 1 : 0))
  const outlines = outlinesOf(data.boundary)
  const background = drawBackground(
    data.extract,
    outlines.flatMap(({ rings }) => rings),
    frameOf(boundsOf(model.cells)),
  )
  const tiles = writeCityTiles(
    { extract: data.extract, cells: data.cells, access: { served: isServed, metres: null }, stops: data.stops, outlines },
    { name: 'SDG 11.2.1', attribution },
  )
  const terms = { text: attribution, licence: 'ODbL-1.0' }
  return new Map([
    [accessFiles.result, writeSpatialResult(result)],
    [accessFiles.model, writeAccessModel(model)],
    [accessFiles.tiles, tiles],
    [accessFiles.background, text(JSON.stringify({ ...background, attribution }))],
    [accessFiles.geojson, text(writeAccessGeoJson(model, served.remainingMetres, terms))],
    [accessFiles.csv, text(writeCellsCsv(model, served.remainingMetres, terms))],
  ])
}

function outlinesOf(boundary: CityBoundary | null): Outline[] {
  return (boundary?.within.flat() ?? []).map(({ start, lon, lat }) => ({
    kind: 'city',
    name: '',
    rings: Array.from({ length: start.length - 1 }, (_, r) => {
      const [from, to] = [start[r] as number, start[r + 1] as number]
      // Closed: the outline is drawn as a line.
      return Float64Array.from({ length: 2 * (to - from + 1) }, (__, i) => {
        const point = from + ((i >> 1) % (to - from))
        return (i % 2 === 0 ? lon : lat)[point] as number
      })
    }),
  }))
}

export function boundsOf({ lon, lat }: { lon: Float64Array; lat: Float64Array }): MapBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const one of lon) [west, east] = [Math.min(west, one), Math.max(east, one)]
  for (const one of lat) [south, north] = [Math.min(south, one), Math.max(north, one)]
  return [west, south, east, north]
}
