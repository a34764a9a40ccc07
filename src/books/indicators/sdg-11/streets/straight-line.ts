import { LocalMetric, metresPerDegree } from '../../../../kernel/local-metric.ts'
import { PointGrid } from '../../../../kernel/point-grid.ts'
import { lonBesideE7 } from '../access/access-model.ts'

interface Points {
  count: number
  lon: Float64Array
  lat: Float64Array
}

/**
 * What remains of their limit to people who walk in a straight line, through houses and over rivers.
 *
 *     remaining(p) = max over starts s of (limit of s − straight distance from s to p)
 *
 * Source   what ONS and others compute instead of the walk along streets.
 * Units    metres on the ellipsoid.
 * Missing  -Infinity where nothing remains. A start with a limit below 0 is left out.
 * Cost     a point looks at the starts in the squares around it.
 */
export function remainingInStraightLine(starts: Points & { limit: Float64Array }, points: Points): Float64Array {
  const remaining = new Float64Array(points.count).fill(-Infinity)
  const most = starts.limit.reduce((greatest, limit) => Math.max(greatest, limit), 0)
  const plane = planeAround(starts)
  const startsXY = plane(starts)
  const pointsXY = plane(points)
  const grid = new PointGrid(startsXY.x, startsXY.y, Math.max(most, 1))
  const metric = new LocalMetric()
  for (let p = 0; p < points.count; p++) {
    const lon = pointsXY.lonE7[p] as number
    const lat = pointsXY.latE7[p] as number
    // The plane is that of the middle: towards its upper and lower edge it is out by less than the fiftieth added here.
    grid.visitNear(pointsXY.x[p] as number, pointsXY.y[p] as number, 1.02 * most, (s) => {
      const limit = starts.limit[s] as number
      const left = limit - metric.metresBetween(lon, lat, startsXY.lonE7[s] as number, startsXY.latE7[s] as number)
      if (left >= 0 && left > (remaining[p] as number)) remaining[p] = left
    })
  }
  return remaining
}

/** Degrees as metres around the middle of some points, good enough to look up what is near; and as whole 10⁻⁷ degrees. */
export function planeAround(middle: Points) {
  const firstLonE7 = Math.round((middle.lon[0] ?? 0) * 1e7)
  const scale = metresPerDegree(middle.lat.reduce((sum, degrees) => sum + degrees / middle.count, 0))
  return ({ lon, lat }: Points) => {
    const lonE7 = lon.map((degrees) => lonBesideE7(Math.round(degrees * 1e7), firstLonE7))
    const latE7 = lat.map((degrees) => Math.round(degrees * 1e7))
    return { lonE7, latE7, x: lonE7.map((e7) => (e7 / 1e7) * scale.lon), y: latE7.map((e7) => (e7 / 1e7) * scale.lat) }
  }
}
