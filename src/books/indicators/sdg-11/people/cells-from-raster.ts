import type { CityBoundary } from '../city/city-boundary.ts'
import type { PopulationCells } from './population-cells.ts'

/** A part of a raster in memory, row by row from the north-west. */
export interface RasterWindow {
  width: number
  height: number
  /** NaN where the raster has no data. */
  values: Float64Array
  /** Degrees of a place in the window: 0, 0 is the outer corner of the first pixel, 0.5, 0.5 its middle. null outside the world. */
  toLonLat(x: number, y: number): readonly [lon: number, lat: number] | null
}

/**
 * Pixels of a population raster as cells: those with people whose middle lies inside the city.
 *
 * Missing  no data, and values below 0, which some rasters use for it (GHSL: −200), are nobody.
 * Cost     one projection and one test per pixel with people.
 */
export function cellsFromRaster(raster: RasterWindow, boundary: CityBoundary | null): PopulationCells {
  const { width, height, values } = raster
  const lon: number[] = []
  const lat: number[] = []
  const population: number[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const people = values[y * width + x] as number
      if (!(people > 0)) continue
      const place = raster.toLonLat(x + 0.5, y + 0.5)
      if (place === null || (boundary !== null && !boundary.contains(place[0], place[1]))) continue
      lon.push(place[0])
      lat.push(place[1])
      population.push(people)
    }
  }
  return {
    count: lon.length,
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    population: Float64Array.from(population),
    populationGroups: [],
    district: new Int32Array(lon.length).fill(-1),
    districts: [],
    shapes: null,
  }
}
