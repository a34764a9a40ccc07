import { pointInPolygon } from './point-in-polygon.ts'
import { boxOf, type Box, type Polygon } from './polygon.ts'

/** Squares of the grid along each side. */
const squares = 64

/**
 * The first of many polygons that has a point, for many points: a grid over all of them says which polygons may have it.
 *
 * Missing  -1 when none has it.
 * Cost     to build: sides, and 4 bytes for each polygon and square that its box touches; to ask: the few polygons of one square.
 *
 * @example
 * polygonFinder([])(0, 0) // => -1
 */
export function polygonFinder(polygons: readonly Polygon[]): (lon: number, lat: number) => number {
  const boxes = polygons.map(boxOf)
  const known = boxes.filter((box) => box !== null)
  const west = extreme(known, 'west', Math.min)
  const south = extreme(known, 'south', Math.min)
  const perLon = squares / (extreme(known, 'east', Math.max) - west)
  const perLat = squares / (extreme(known, 'north', Math.max) - south)
  const square = (distance: number, perDegree: number) => Math.max(0, Math.min(squares - 1, Math.floor(distance * perDegree) || 0))

  const candidates: number[][] = Array.from({ length: squares * squares }, () => [])
  for (const [number, box] of boxes.entries()) {
    if (box === null) continue
    for (let row = square(box.south - south, perLat); row <= square(box.north - south, perLat); row++)
      for (let column = square(box.west - west, perLon); column <= square(box.east - west, perLon); column++)
        candidates[row * squares + column]?.push(number)
  }
  const inside = polygons.map(pointInPolygon)
  return (lon, lat) => {
    for (const number of candidates[square(lat - south, perLat) * squares + square(lon - west, perLon)] ?? [])
      if (inside[number]?.(lon, lat)) return number
    return -1
  }
}

const extreme = (boxes: readonly Box[], side: keyof Box, pick: (a: number, b: number) => number) =>
  boxes.reduce((found, box) => pick(found, box[side]), boxes[0]?.[side] ?? 0)
