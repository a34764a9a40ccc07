import { boxOf, type Polygon } from './polygon.ts'

/** Points for one band: most bands then have few sides, to be looked at one by one. */
const pointsPerBand = 4
const mostBands = 1 << 16
/** A side stands in every band that it crosses; this many times the points is the most that all of them may take together. */
const mostEntriesPerPoint = 8

/**
 * A test whether points lie in a polygon, for many points: the sides stand in bands of latitude, and a point only meets those of its
 * own band. The boundary belongs to the polygon below and to the left of it, so that of two neighbours exactly one has the point.
 *
 *     inside ⇔ a line to the east crosses the sides an odd number of times
 *
 * Units    degrees; a polygon must not cross the meridian of 180°.
 * Missing  nothing is inside a polygon without points, and no point with NaN is inside anything.
 * Cost     to build: sides, and bands crossed; to ask: the sides of a band, mostly fewer than ten.
 *
 * @example
 * pointInPolygon({ start: Uint32Array.of(0, 3), lon: Float64Array.of(0, 2, 2), lat: Float64Array.of(0, 0, 2) })(1.5, 1) // => true
 */
export function pointInPolygon(polygon: Polygon): (lon: number, lat: number) => boolean {
  const box = boxOf(polygon)
  if (box === null) return () => false
  const { west, south, east, north } = box
  const { start, lon, lat } = polygon
  const bands = bandsFor(polygon, north - south)
  const perDegree = north > south ? bands / (north - south) : 0
  const bandOf = (latitude: number) => Math.min(bands - 1, Math.floor((latitude - south) * perDegree))

  const eachSide = (visit: (i: number, j: number, low: number, high: number) => void) => {
    for (let r = 0; r + 1 < start.length; r++) {
      const to = start[r + 1] as number
      for (let i = start[r] as number, j = to - 1; i < to; j = i++) {
        const a = lat[i] as number
        const b = lat[j] as number
        if (a !== b) visit(i, j, bandOf(Math.min(a, b)), bandOf(Math.max(a, b)))
      }
    }
  }
  const first = new Uint32Array(bands + 1)
  eachSide((_i, _j, low, high) => {
    for (let band = low; band <= high; band++) first[band + 1] = (first[band + 1] as number) + 1
  })
  for (let band = 0; band < bands; band++) first[band + 1] = (first[band + 1] as number) + (first[band] as number)
  const next = first.slice(0, bands)
  const sideFrom = new Uint32Array(first[bands] as number)
  const sideTo = new Uint32Array(first[bands] as number)
  eachSide((i, j, low, high) => {
    for (let band = low; band <= high; band++) {
      const at = next[band] as number
      next[band] = at + 1
      sideFrom[at] = i
      sideTo[at] = j
    }
  })

  return (lonHere, latHere) => {
    if (!(lonHere >= west && lonHere <= east && latHere >= south && latHere <= north)) return false
    const band = bandOf(latHere)
    let inside = false
    for (let k = first[band] as number, end = first[band + 1] as number; k < end; k++) {
      const i = sideFrom[k] as number
      const j = sideTo[k] as number
      const latI = lat[i] as number
      const latJ = lat[j] as number
      if (latI > latHere === latJ > latHere) continue
      const lonI = lon[i] as number
      if (lonHere < (((lon[j] as number) - lonI) * (latHere - latI)) / (latJ - latI) + lonI) inside = !inside
    }
    return inside
  }
}

/** Fewer bands where many sides run from top to bottom: each would stand in all of them. */
function bandsFor({ start, lat }: Polygon, height: number): number {
  let climbed = 0
  for (let r = 0; r + 1 < start.length; r++) {
    const to = start[r + 1] as number
    for (let i = start[r] as number, j = to - 1; i < to; j = i++) climbed += Math.abs((lat[i] as number) - (lat[j] as number))
  }
  const wanted = Math.min(mostBands, lat.length / pointsPerBand, (mostEntriesPerPoint * lat.length * height) / climbed)
  return Math.max(1, Math.floor(wanted) || 1)
}
