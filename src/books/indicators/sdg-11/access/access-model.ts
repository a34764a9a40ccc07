import type { Graph } from '../../../../kernel/graph.ts'
import type { District, PopulationGroup } from '../people/population-cells.ts'
import type { ServiceWindowName } from '../transit/transit-stops.ts'

/**
 * A city as the question "how far is it to the next stop?" needs it: streets as a graph, people and stops on its edges.
 * It is all that 11.2.1, its sureness and what-if need, and small enough for a phone: `writeAccessModel` packs it for the browser.
 *
 * Distances are metres along streets. A point on edge `e` at `offset` metres from `edgeFrom[e]`.
 */
export interface AccessModel {
  graph: Graph
  /** Graph nodes in degrees. */
  lon: Float64Array
  lat: Float64Array
  cells: CellsOnStreets
  stops: StopsOnStreets
}

export interface OnStreets {
  count: number
  lon: Float64Array
  lat: Float64Array
  /** -1: no street within the snap distance. */
  edge: Int32Array
  offset: Float32Array
  /** From the point to the street. */
  snapMetres: Float32Array
}

export interface CellsOnStreets extends OnStreets {
  population: Float64Array
  populationGroups: readonly PopulationGroup[]
  district: Int32Array
  districts: readonly District[]
}

export interface StopsOnStreets extends OnStreets {
  id: readonly string[]
  name: readonly string[]
  capacity: Uint8Array
  headwayMinutes: Readonly<Partial<Record<ServiceWindowName, Float64Array>>>
}

/** All lengths of a model are multiples of this: 1/128 m. */
export const lengthUnit = 1 / 128
/** People come in multiples of this, a millionth of a person. */
export const personUnit = 2 ** -20

/**
 * A length in whole 1/128 m, less than 4 mm beside the exact one. Sums of such lengths are exact in any order (edges up to
 * 131 km), so that the server, a browser and a search in the other direction find the same distance to the last bit.
 *
 * @example
 * wholeLength(12.3) // => 12.296875
 */
export const wholeLength = (metres: number): number => Math.round(metres / lengthUnit) * lengthUnit

/**
 * People in whole 2⁻²⁰ persons: sums are exact in any order, up to eight thousand million people. What is subtracted where a
 * stop goes away is what was added where it came.
 *
 * @example
 * wholePeople(1 / 3) * 2 ** 20 // => 349525
 */
export const wholePeople = (people: number): number => Math.round(people / personUnit) * personUnit

/**
 * A longitude × 10⁷ as it is written beside another: across the 180th meridian −179.9° goes on from 179.9° as 180.1°.
 *
 * @example
 * lonBesideE7(-1_799_000_000, 1_799_000_000) // => 1801000000
 * @example
 * lonBesideE7(768_000_000, 769_000_000) // => 768000000
 */
export function lonBesideE7(lonE7: number, besideE7: number): number {
  if (besideE7 > 1_500_000_000 && lonE7 < -1_500_000_000) return lonE7 + 3_600_000_000
  if (besideE7 < -1_500_000_000 && lonE7 > 1_500_000_000) return lonE7 - 3_600_000_000
  return lonE7
}
