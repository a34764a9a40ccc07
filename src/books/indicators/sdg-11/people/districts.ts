import { polygonFinder } from '../../../../kernel/polygon-finder.ts'
import type { Polygon } from '../../../../kernel/polygon.ts'
import type { District, PopulationCells } from './population-cells.ts'

export interface DistrictPolygon extends District {
  polygon: Polygon
}

/**
 * The cells with the district that each lies in: the first whose polygon has its point. Where official boundaries overlap by a few metres
 * the order of the file decides, so nobody is counted twice. Polygons of one code are one district in several parts.
 *
 * Missing  -1 outside all of them: such people count for the city and for none of its districts.
 * Cost     linear in the cells.
 */
export function assignDistricts(cells: PopulationCells, polygons: readonly DistrictPolygon[]): PopulationCells {
  const find = polygonFinder(polygons.map(({ polygon }) => polygon))
  const districts = [...new Map(polygons.map(({ code, name }) => [code, { code, name }])).values()]
  const numbers = new Map(districts.map(({ code }, number) => [code, number]))
  const districtOf = polygons.map(({ code }) => numbers.get(code) ?? -1)
  const district = Int32Array.from(
    { length: cells.count },
    (_, i) => districtOf[find(cells.lon[i] as number, cells.lat[i] as number)] ?? -1,
  )
  return { ...cells, district, districts }
}
