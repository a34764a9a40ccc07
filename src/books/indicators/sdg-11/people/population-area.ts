import type { Polygon } from '../../../../kernel/polygon.ts'
import type { District } from './population-cells.ts'

/** A polygon with the people who live in it: a census tract, a district, or the whole city. */
export interface PopulationArea {
  polygon: Polygon
  population: number
  /** Further columns, in the order of the codes handed over beside the areas. */
  groups: readonly number[]
  /** The district that the area is or belongs to; null without one. */
  district: District | null
}

/** Areas of one file, with the codes of their further columns. */
export interface PopulationAreas {
  areas: readonly PopulationArea[]
  groupCodes: readonly string[]
}

/** Every district once, and the number of each area's own. */
export function districtsOfAreas(areas: readonly PopulationArea[]): { districts: District[]; districtOf: Int32Array } {
  const numbers = new Map<string, number>()
  const districts: District[] = []
  const districtOf = Int32Array.from(areas, ({ district }) => {
    if (district === null) return -1
    const known = numbers.get(district.code)
    if (known !== undefined) return known
    numbers.set(district.code, districts.length)
    return districts.push(district) - 1
  })
  return { districts, districtOf }
}
