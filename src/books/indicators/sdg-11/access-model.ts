import type { Graph } from '../../../kernel/graph.ts'
import type { District, PopulationGroup } from './population-cells.ts'
import type { ServiceWindowName } from './transit-stops.ts'

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
