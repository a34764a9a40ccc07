import { polygonOf } from '../../../../kernel/polygon.ts'
import type { Notice } from '../../../notice.ts'
import type { Buildings } from './buildings.ts'
import { dasymetric } from './dasymetric.ts'
import type { PopulationCells } from './population-cells.ts'

const world = polygonOf([
  [
    [
      [-180, -90],
      [180, -90],
      [180, 90],
      [-180, 90],
    ],
  ],
])

/**
 * A number of people spread over the buildings of a city (`dasymetric`), for cities of which only the total is known.
 *
 * @param contains  whether a place belongs to the city; null when all buildings do
 */
export function spreadTotal(
  buildings: Buildings,
  people: number,
  contains: ((lon: number, lat: number) => boolean) | null,
  notices: Notice[],
): PopulationCells {
  const everywhere = { polygon: world, population: people, groups: [], district: null }
  return dasymetric(buildings, { areas: [everywhere], groupCodes: [] }, notices, { contains })
}
