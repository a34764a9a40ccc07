import type { MultilingualText } from '../../../text.ts'

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
  /**
   * Outlines for the map; null when cells are drawn as points. Cell `i` has the ring `lonLat[start[i]]` … `lonLat[start[i + 1] - 1]`:
   * pairs of lon, lat, not closed.
   */
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

/** People in all cells. */
export const totalPopulation = (cells: PopulationCells): number => cells.population.reduce((sum, one) => sum + one, 0)

/** The cells for which `keep` holds, in their order. */
export function pickCells(cells: PopulationCells, keep: (cell: number) => boolean): PopulationCells {
  const picked = Uint32Array.from({ length: cells.count }, (_, i) => i).filter(keep)
  const column = (values: Float64Array) => Float64Array.from(picked, (i) => values[i] as number)
  return {
    count: picked.length,
    lon: column(cells.lon),
    lat: column(cells.lat),
    population: column(cells.population),
    populationGroups: cells.populationGroups.map(({ code, values }) => ({ code, values: column(values) })),
    district: Int32Array.from(picked, (i) => cells.district[i] as number),
    districts: cells.districts,
    shapes: cells.shapes === null ? null : pickShapes(cells.shapes, picked),
  }
}

function pickShapes({ start, lonLat }: NonNullable<PopulationCells['shapes']>, picked: Uint32Array): PopulationCells['shapes'] {
  const pickedStart = new Uint32Array(picked.length + 1)
  for (const [at, i] of picked.entries())
    pickedStart[at + 1] = (pickedStart[at] as number) + (start[i + 1] as number) - (start[i] as number)
  const pickedLonLat = new Float64Array(pickedStart.at(-1) ?? 0)
  for (const [at, i] of picked.entries()) pickedLonLat.set(lonLat.subarray(start[i], start[i + 1]), pickedStart[at])
  return { start: pickedStart, lonLat: pickedLonLat }
}
