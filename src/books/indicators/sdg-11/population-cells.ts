import type { MultilingualText } from '../../text.ts'

/** Where people live: points that stand for cells of a raster or grid, or for buildings. */
export interface PopulationCells {
  count: number
  lon: Float64Array
  lat: Float64Array
  population: Float64Array
  /** Further columns (women, children, …) by their code; same length. */
  populationGroups: readonly PopulationGroup[]
  /** Index into `districts`, -1 outside all of them. */
  district: Int32Array
  districts: readonly District[]
  /** Outlines for the map; null when cells are drawn as points. Cell `i` has the ring `start[i]` … in pairs lon, lat, not closed. */
  shapes: { start: Uint32Array; lonLat: Float64Array } | null
}

export interface PopulationGroup {
  code: string
  values: Float64Array
}

export interface District {
  code: string
  name: MultilingualText
}
