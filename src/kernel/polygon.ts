import { equalAreaPlane } from './equal-area-plane.ts'

/**
 * One polygon or several, in degrees on WGS 84. Ring `r` has the points `start[r]` … `start[r + 1] - 1`, the first not repeated. Outlines
 * turn against the clock, holes with it.
 */
export interface Polygon {
  start: Uint32Array
  lon: Float64Array
  lat: Float64Array
}

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** A ring as files write it: lon, lat, with or without the first point again at the end. */
export type PointList = readonly (readonly number[])[]

/**
 * Polygons from lists of points, as GeoJSON nests them: polygons of rings of points, the first ring of each the outline, the others its
 * holes. Rings that turn the wrong way are turned round; those of fewer than three points are left out.
 *
 * @example
 * polygonOf([[[[0, 0], [1, 1], [1, 0], [0, 0]]]]) // => { start: Uint32Array.of(0, 3), lon: Float64Array.of(1, 1, 0), lat: Float64Array.of(0, 1, 0) }
 */
export function polygonOf(polygons: readonly (readonly PointList[])[]): Polygon {
  const lon: number[] = []
  const lat: number[] = []
  const start = [0]
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) {
      if (ring.length < 3) continue
      const [first = [], last = []] = [ring[0], ring.at(-1)]
      const length = first[0] === last[0] && first[1] === last[1] ? ring.length - 1 : ring.length
      const ringLon = Float64Array.from({ length }, (_, i) => ring[i]?.[0] ?? Number.NaN)
      const ringLat = Float64Array.from({ length }, (_, i) => ring[i]?.[1] ?? Number.NaN)
      if (shoelace(ringLon, ringLat, 0, length) > 0 !== (index === 0)) {
        ringLon.reverse()
        ringLat.reverse()
      }
      for (let i = 0; i < length; i++) {
        lon.push(ringLon[i] as number)
        lat.push(ringLat[i] as number)
      }
      start.push(lon.length)
    }
  }
  return { start: Uint32Array.from(start), lon: Float64Array.from(lon), lat: Float64Array.from(lat) }
}

/**
 * The smallest box around a polygon.
 *
 * Missing  null without points.
 *
 * @example
 * boxOf(polygonOf([[[[0, 0], [2, 0], [1, 3]]]])) // => { west: 0, south: 0, east: 2, north: 3 }
 */
export function boxOf({ lon, lat }: Polygon): Box | null {
  if (lon.length === 0) return null
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (let i = 0; i < lon.length; i++) {
    box.west = Math.min(box.west, lon[i] as number)
    box.east = Math.max(box.east, lon[i] as number)
    box.south = Math.min(box.south, lat[i] as number)
    box.north = Math.max(box.north, lat[i] as number)
  }
  return box
}

/**
 * Area on the ellipsoid WGS 84. Sides are straight lines on an equal-area plane, which for sides of a few kilometres is the same as
 * any other straight line to some parts in a million.
 *
 *     A = ½ Σ (xⱼ yᵢ − xᵢ yⱼ) over all sides; holes turn the other way and so count below 0
 *
 * Units    degrees → square metres.
 * Missing  0 without points.
 * Cost     linear.
 *
 * @example
 * areaM2(polygonOf([[[[0, 0], [1, 0], [1, 1], [0, 1]]]])) / 1e6 // => 12308.464
 */
export function areaM2(polygon: Polygon): number {
  const { start, lon, lat } = polygon
  const box = boxOf(polygon)
  if (box === null) return 0
  const lat0 = Math.max(-89, Math.min(89, (box.south + box.north) / 2))
  const plane = equalAreaPlane((box.west + box.east) / 2, lat0)
  const x = lon.map((one) => plane.x(one))
  const y = lat.map((one) => plane.y(one))
  let area = 0
  for (let r = 0; r + 1 < start.length; r++) area += shoelace(x, y, start[r] as number, start[r + 1] as number)
  return area
}

/**
 * Signed area of one ring: above 0 when it turns against the clock. The points are counted from the first, so that large coordinates
 * do not eat up the digits.
 *
 * @example
 * shoelace(Float64Array.of(0, 1, 1, 0), Float64Array.of(0, 0, 1, 1), 0, 4) // => 1
 */
export function shoelace(x: Float64Array, y: Float64Array, from: number, to: number): number {
  const x0 = x[from] as number
  const y0 = y[from] as number
  let twice = 0
  for (let i = from, j = to - 1; i < to; j = i++) {
    twice += ((x[j] as number) - x0) * ((y[i] as number) - y0) - ((x[i] as number) - x0) * ((y[j] as number) - y0)
  }
  return twice / 2
}

/**
 * Centre of gravity of a polygon, holes taken off.
 *
 * Units    degrees; the plane of degrees serves, since stretching it does not move the centre.
 * Missing  of a polygon without area the mean of its points; null without points.
 *
 * @example
 * centroidOf(polygonOf([[[[0, 0], [2, 0], [2, 2], [0, 2]]]])) // => [1, 1]
 */
export function centroidOf(polygon: Polygon): [lon: number, lat: number] | null {
  const { start, lon, lat } = polygon
  if (lon.length === 0) return null
  const lon0 = lon[0] as number
  const lat0 = lat[0] as number
  let twice = 0
  let lonSum = 0
  let latSum = 0
  for (let r = 0; r + 1 < start.length; r++) {
    const from = start[r] as number
    const to = start[r + 1] as number
    for (let i = from, j = to - 1; i < to; j = i++) {
      const a = (lon[j] as number) - lon0
      const b = (lat[j] as number) - lat0
      const c = (lon[i] as number) - lon0
      const d = (lat[i] as number) - lat0
      const cross = a * d - c * b
      twice += cross
      lonSum += (a + c) * cross
      latSum += (b + d) * cross
    }
  }
  const centre: [number, number] = [lon0 + lonSum / (3 * twice), lat0 + latSum / (3 * twice)]
  return centre.every(Number.isFinite) ? centre : [meanOf(lon), meanOf(lat)]
}

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
