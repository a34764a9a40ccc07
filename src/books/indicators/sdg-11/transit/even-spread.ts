import { metresPerDegree } from '../../../../kernel/local-metric.ts'
import { pointInPolygon } from '../../../../kernel/point-in-polygon.ts'
import { boxOf, centroidOf, type Polygon } from '../../../../kernel/polygon.ts'
import { districtsOfAreas, type PopulationAreas } from '../people/population-area.ts'
import type { PopulationCells } from '../people/population-cells.ts'

/** More cells than this in one area make them larger instead. */
const mostCellsPerArea = 250_000

/**
 * People of areas spread evenly over them, in square cells. It is what is left where no buildings are known: parks and water then have
 * people too, so `dasymetric` is to be preferred.
 *
 *     people of a cell = people of the area / number of cells whose centre is inside
 *
 * Units    persons; cells of `cellMetres`.
 * Missing  an area without any centre inside, smaller than a cell, is one cell at its centre of gravity.
 * Cost     cells of each area's box.
 */
export function spreadEvenly({ areas, groupCodes }: PopulationAreas, cellMetres = 100): PopulationCells {
  const { districts, districtOf } = districtsOfAreas(areas)
  const lon: number[] = []
  const lat: number[] = []
  const area: number[] = []
  const share: number[] = []
  for (const [number, { polygon, population }] of areas.entries()) {
    if (!(population > 0)) continue
    const centres = centresInside(polygon, cellMetres)
    for (const [lonHere, latHere] of centres) {
      lon.push(lonHere)
      lat.push(latHere)
      area.push(number)
      share.push(1 / centres.length)
    }
  }
  const people = (of: (number: number) => number) => Float64Array.from(share, (one, i) => one * of(area[i] as number))
  return {
    count: lon.length,
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    population: people((number) => areas[number]?.population ?? 0),
    populationGroups: groupCodes.map((code, g) => ({ code, values: people((number) => areas[number]?.groups[g] ?? 0) })),
    district: Int32Array.from(area, (number) => districtOf[number] as number),
    districts,
    shapes: null,
  }
}

function centresInside(polygon: Polygon, cellMetres: number): (readonly [lon: number, lat: number])[] {
  const box = boxOf(polygon)
  const middle = centroidOf(polygon)
  if (box === null || middle === null) return []
  const scale = metresPerDegree((box.south + box.north) / 2)
  const wide = ((box.east - box.west) * scale.lon) / cellMetres
  const high = ((box.north - box.south) * scale.lat) / cellMetres
  const step = cellMetres * Math.max(1, Math.sqrt((wide * high) / mostCellsPerArea), Math.max(wide, high) / mostCellsPerArea)
  const [lonStep, latStep] = [step / scale.lon, step / scale.lat]
  const inside = pointInPolygon(polygon)
  const centres: (readonly [number, number])[] = []
  for (let lat = box.south + latStep / 2; lat < box.north; lat += latStep)
    for (let lon = box.west + lonStep / 2; lon < box.east; lon += lonStep) if (inside(lon, lat)) centres.push([lon, lat])
  return centres.length === 0 ? [middle] : centres
}
