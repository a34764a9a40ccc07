import { metresPerDegree } from '../../../../kernel/local-metric.ts'
import { polygonFinder } from '../../../../kernel/polygon-finder.ts'
import { boxOf, type Box, type Polygon } from '../../../../kernel/polygon.ts'
import { pickCells, type PopulationCells } from '../people/population-cells.ts'

/** What belongs to the city. A cell, a building or a node belongs to it when the point that stands for it does. */
export interface CityBoundary {
  contains(lon: number, lat: number): boolean
  /** A box around all of it. */
  box: Box
  /** Lists of polygons: the city is what lies in a polygon of each list. Where two boundaries are intersected there are two. */
  within: readonly (readonly Polygon[])[]
}

/**
 * A city made of one polygon or several, as of its districts: inside is what is inside any of them.
 *
 * @throws {RangeError} no polygon with a point
 */
export function boundaryOf(polygons: readonly Polygon[]): CityBoundary {
  const find = polygonFinder(polygons)
  const boxes = polygons.map(boxOf).filter((box) => box !== null)
  if (boxes.length === 0) throw new RangeError('A boundary needs a polygon.')
  const box = boxes.reduce((a, b) => ({
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  }))
  return { contains: (lon, lat) => find(lon, lat) >= 0, box, within: [polygons] }
}

/**
 * What belongs to both: `municipality ∩ urban centre`, the city of the Global Healthy and Sustainable City Indicators. A point is tested
 * against each; the outline of the intersection is never needed.
 *
 * Missing  null when the boxes do not even touch: two files of two cities.
 */
export function intersectBoundaries(one: CityBoundary, other: CityBoundary): CityBoundary | null {
  const box = {
    west: Math.max(one.box.west, other.box.west),
    south: Math.max(one.box.south, other.box.south),
    east: Math.min(one.box.east, other.box.east),
    north: Math.min(one.box.north, other.box.north),
  }
  if (box.west > box.east || box.south > box.north) return null
  return {
    contains: (lon, lat) => one.contains(lon, lat) && other.contains(lon, lat),
    box,
    within: [...one.within, ...other.within],
  }
}

/**
 * A box with so many metres around it. Stops just outside the city serve people inside: those within a walk of the box are kept.
 *
 * @example
 * growBox({ west: 10, south: 0, east: 11, north: 1 }, 1000).north // => 1.00904
 */
export function growBox({ west, south, east, north }: Box, metres: number): Box {
  const lat = metres / metresPerDegree(south).lat
  // Degrees of longitude are shortest nearest to the pole.
  const farthest = Math.min(89.9, Math.max(Math.abs(south), Math.abs(north)))
  const lon = metres / metresPerDegree(farthest).lon
  return { west: west - lon, south: Math.max(-90, south - lat), east: east + lon, north: Math.min(90, north + lat) }
}

export const inBox = (box: Box, lon: number, lat: number) => lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north

/** The cells whose point lies inside the city. */
export function cellsInside(cells: PopulationCells, boundary: CityBoundary): PopulationCells {
  return pickCells(cells, (i) => boundary.contains(cells.lon[i] as number, cells.lat[i] as number))
}
