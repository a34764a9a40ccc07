import { areaKinds, type AreaKind, type CityExtract } from '../../books/indicators/sdg-11/city/city-extract.ts'
import type { PopulationCells } from '../../books/indicators/sdg-11/people/population-cells.ts'
import type { TransitStops } from '../../books/indicators/sdg-11/transit/transit-stops.ts'
import { writePmtiles } from '../pmtiles/write-pmtiles.ts'
import { areaLayer, cellLayer, outlineLayer, stopLayer, streetLayer, type CellAccess, type Outline } from './city-layers.ts'
import { cutTiles, type Bounds } from './cut-tiles.ts'

export interface CityTilesInput {
  extract: CityExtract
  cells: PopulationCells
  access: CellAccess
  stops: TransitStops
  outlines: readonly Outline[]
}

export const cityZooms = { minZoom: 9, maxZoom: 14 } as const

/** Around the outermost cells, so that a map of the edge shows what is beyond: about 3 km. */
const marginDegrees = 0.03

/**
 * The map of a city as one PMTiles archive, from far to near: water, green, buildings, streets, outlines, cells, stops.
 *
 * Shape    layers `water`, `green`, `buildings` (from zoom level 14), `streets` (`rank`: main, medium, minor, path; `name`), `outlines`
 *          (`kind`: city, district), `cells` (`people`, `served`, `metres`; id: index of the cell), `stops` (`stop`, `name`,
 *          `capacity`; id: index of the stop).
 * Cost     about a second for a city of half a million; a few megabytes.
 *
 * @throws {RangeError} no cell has people
 */
export function writeCityTiles(input: CityTilesInput, about: { name: string; attribution: string }): Uint8Array {
  const { extract, cells, access, stops, outlines } = input
  const areas = (id: string, kinds: readonly AreaKind[], minZoom: number) =>
    areaLayer(
      id,
      extract,
      kinds.map((kind) => areaKinds.indexOf(kind)),
      minZoom,
    )
  const layers = [
    areas('water', ['water'], 9),
    areas('green', ['green', 'open'], 10),
    areas('buildings', ['building'], 14),
    streetLayer(extract),
    outlineLayer(outlines),
    cellLayer(cells, access),
    stopLayer(stops),
  ]
  const bounds = boundsOf(cells)
  return writePmtiles(cutTiles(layers, bounds, cityZooms), {
    ...about,
    bounds,
    layers: layers.map(({ id, fields, minZoom }) => ({
      id,
      fields,
      minzoom: Math.max(minZoom, cityZooms.minZoom),
      maxzoom: cityZooms.maxZoom,
    })),
  })
}

/** The box around all cells with people, and a margin. */
function boundsOf({ count, lon, lat, population }: PopulationCells): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let cell = 0; cell < count; cell++) {
    if ((population[cell] ?? 0) <= 0) continue
    west = Math.min(west, lon[cell] ?? west)
    east = Math.max(east, lon[cell] ?? east)
    south = Math.min(south, lat[cell] ?? south)
    north = Math.max(north, lat[cell] ?? north)
  }
  if (west > east) throw new RangeError('A map of a city needs at least one cell with people.')
  return [west - marginDegrees, south - marginDegrees, east + marginDegrees, north + marginDegrees]
}
