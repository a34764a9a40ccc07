import { metresPerDegree } from '../../../../kernel/local-metric.ts'
import { polygonFinder } from '../../../../kernel/polygon-finder.ts'
import { notice, type Notice } from '../../../notice.ts'
import type { Buildings } from './buildings.ts'
import { districtsOfAreas, type PopulationAreas } from './population-area.ts'
import type { PopulationCells } from './population-cells.ts'

export interface DasymetricOptions {
  cellMetres: number
  /** Levels of a building whose levels nobody wrote down. */
  levelsWhenUnknown: number
  /** A corner of the grid; null puts it at the hundredth of a degree south-west of all buildings, so that cells stay where they are. */
  origin: { lon: number; lat: number } | null
  /** The city, where areas reach beyond it: only buildings inside take people. */
  contains: ((lon: number, lat: number) => boolean) | null
}

export const dasymetricDefaults: DasymetricOptions = { cellMetres: 100, levelsWhenUnknown: 2, origin: null, contains: null }

/** The tallest building of the world has 163: more is a slip of the pen, and would draw in the whole city. */
const mostLevels = 200

/**
 * People of areas spread over the buildings inside, in proportion to floor space, and gathered into square cells.
 *
 *     weight of a building = footprint × levels          people of a cell = Σ over areas  people · weight in both / weight in the area
 *
 * A building belongs to the first area that has its point. A cell that two areas share becomes two, each with its area's district, at the
 * same place: its centre. Cells without people are left out.
 *
 * Source   Eicher and Brewer, "Dasymetric mapping and areal interpolation", CaGIS 28 (2001), 125–138; levels as weights as Biljecki,
 *          Arroyo Ohori, Ledoux et al., "Population estimation using a 3D city model", PLoS ONE 11 (2016) e0156808.
 * Units    persons; cells in metres on the plane of `metresPerDegree` at the origin.
 * Missing  levels that are not said count as `levelsWhenUnknown`. An area with people and without buildings has its people in the middle of
 *          nothing: they are left out, and a notice says how many.
 * Cost     linear in the buildings, and a sort of the cells.
 */
export function dasymetric(
  buildings: Buildings,
  { areas, groupCodes }: PopulationAreas,
  notices: Notice[],
  options: Partial<DasymetricOptions> = {},
): PopulationCells {
  const { cellMetres, levelsWhenUnknown, origin, contains } = { ...dasymetricDefaults, ...options }
  const findArea = polygonFinder(areas.map(({ polygon }) => polygon))
  const areaOf = new Int32Array(buildings.count).fill(-1)
  const weight = new Float64Array(buildings.count)
  const areaWeight = new Float64Array(areas.length)
  for (let b = 0; b < buildings.count; b++) {
    const lon = buildings.lon[b] as number
    const lat = buildings.lat[b] as number
    const area = contains === null || contains(lon, lat) ? findArea(lon, lat) : -1
    if (area < 0) continue
    const levels = (buildings.levels[b] as number) || levelsWhenUnknown
    weight[b] = (buildings.footprintM2[b] as number) * Math.max(1, Math.min(mostLevels, levels))
    areaOf[b] = area
    areaWeight[area] = (areaWeight[area] as number) + (weight[b] as number)
  }
  for (const [area, { population, district }] of areas.entries()) {
    if (population > 0 && areaWeight[area] === 0)
      notices.push(
        notice('population_without_buildings', 'warning', { value: district?.code ?? String(area + 1), details: { people: population } }),
      )
  }

  const grid = gridOf(buildings, origin, cellMetres)
  const cellOf = new Map<number, number>()
  const keys: number[] = []
  const shares: number[] = []
  for (let b = 0; b < buildings.count; b++) {
    const area = areaOf[b] as number
    if (area < 0 || weight[b] === 0) continue
    const key = grid.cellAt(buildings.lon[b] as number, buildings.lat[b] as number) * areas.length + area
    const share = (weight[b] as number) / (areaWeight[area] as number)
    const known = cellOf.get(key)
    if (known !== undefined) shares[known] = (shares[known] as number) + share
    else {
      cellOf.set(key, keys.length)
      keys.push(key)
      shares.push(share)
    }
  }

  const order = Uint32Array.from(keys, (_, i) => i)
    .filter((i) => (areas[(keys[i] as number) % areas.length]?.population ?? 0) > 0)
    .sort((a, b) => (keys[a] as number) - (keys[b] as number))
  const { districts, districtOf } = districtsOfAreas(areas)
  const area = Uint32Array.from(order, (i) => (keys[i] as number) % areas.length)
  const places = Array.from(order, (i) => grid.centre(Math.floor((keys[i] as number) / areas.length)))
  const share = Float64Array.from(order, (i) => shares[i] as number)
  return {
    count: order.length,
    lon: Float64Array.from(places, ([lon]) => lon),
    lat: Float64Array.from(places, ([, lat]) => lat),
    population: share.map((one, i) => one * (areas[area[i] as number]?.population ?? 0)),
    populationGroups: groupCodes.map((code, g) => ({
      code,
      values: share.map((one, i) => one * (areas[area[i] as number]?.groups[g] ?? 0)),
    })),
    district: Int32Array.from(area, (one) => districtOf[one] as number),
    districts,
    shapes: null,
  }
}

/** Square cells over all buildings, numbered from south-west, row by row. */
function gridOf(buildings: Buildings, given: DasymetricOptions['origin'], cellMetres: number) {
  let west = Infinity
  let east = -Infinity
  let south = Infinity
  for (let b = 0; b < buildings.count; b++) {
    west = Math.min(west, buildings.lon[b] as number)
    east = Math.max(east, buildings.lon[b] as number)
    south = Math.min(south, buildings.lat[b] as number)
  }
  const origin = given ?? { lon: Math.floor(west * 100) / 100, lat: Math.floor(south * 100) / 100 }
  const scale = metresPerDegree(buildings.count === 0 ? 0 : origin.lat)
  const column = (lon: number) => Math.floor(((lon - origin.lon) * scale.lon) / cellMetres)
  const row = (lat: number) => Math.floor(((lat - origin.lat) * scale.lat) / cellMetres)
  const firstColumn = column(west)
  const firstRow = row(south)
  const columns = column(east) - firstColumn + 1
  return {
    cellAt: (lon: number, lat: number) => (row(lat) - firstRow) * columns + column(lon) - firstColumn,
    centre: (cell: number): readonly [lon: number, lat: number] => [
      origin.lon + (((cell % columns) + firstColumn + 0.5) * cellMetres) / scale.lon,
      origin.lat + ((Math.floor(cell / columns) + firstRow + 0.5) * cellMetres) / scale.lat,
    ],
  }
}
