/**
 * Equatorial radius of WGS84. The projection is that of a sphere: ESRI:54009 takes the radius from the ellipsoid and the geodetic
 * latitude as it is, and so does PROJ.
 */
const radius = 6_378_137
const xScale = (2 * Math.SQRT2 * radius) / Math.PI
const yScale = Math.SQRT2 * radius
const radians = Math.PI / 180

/**
 * Mollweide coordinates (ESRI:54009, the projection of the Global Human Settlement Layer) as degrees.
 *
 *     θ = asin(y / √2 R)    φ = asin((2θ + sin 2θ) / π)    λ = π x / (2√2 R cos θ)
 *
 * Source   Snyder, "Map Projections: A Working Manual", US Geological Survey 1987, chapter 31.
 * Units    metres → degrees, as [lon, lat].
 * Missing  null outside of the ellipse that is the world.
 *
 * @example
 * mollweideToLonLat(0, 0) // => [0, 0]
 * @example
 * mollweideToLonLat(18000000, 8000000) // => null
 */
export function mollweideToLonLat(x: number, y: number): [lon: number, lat: number] | null {
  const sine = y / yScale
  if (!(Math.abs(sine) <= 1)) return null
  const theta = Math.asin(sine)
  const cosine = Math.cos(theta)
  // At the pole every x but 0 is outside; there the meridian is whatever one likes.
  const lon = cosine < 1e-12 ? (Math.abs(x) < 1 ? 0 : Infinity) : x / (xScale * cosine) / radians
  if (!(Math.abs(lon) <= 180 + 1e-9)) return null
  const lat = Math.asin(Math.max(-1, Math.min(1, (2 * theta + Math.sin(2 * theta)) / Math.PI))) / radians
  return [lon, lat]
}

/**
 * Degrees as Mollweide coordinates; the inverse of `mollweideToLonLat`, with its source.
 *
 *     2θ + sin 2θ = π sin φ, by Newton's method
 *
 * Units    degrees → metres, as [x, y].
 *
 * @example
 * lonLatToMollweide(0, 90)[1] // => 9020047.848
 */
export function lonLatToMollweide(lon: number, lat: number): [x: number, y: number] {
  const goal = Math.PI * Math.sin(lat * radians)
  const theta = Math.abs(lat) >= 90 ? (Math.sign(lat) * Math.PI) / 2 : auxiliaryAngle(goal, lat * radians)
  return [Math.abs(lat) >= 90 ? 0 : xScale * lon * radians * Math.cos(theta), yScale * Math.sin(theta)]
}

/** θ with 2θ + sin 2θ = goal. The derivative vanishes at the poles: there Newton only halves the error, hence the many steps. */
function auxiliaryAngle(goal: number, start: number): number {
  let theta = start
  for (let step = 0; step < 60; step++) {
    const change = (2 * theta + Math.sin(2 * theta) - goal) / (2 + 2 * Math.cos(2 * theta))
    if (!Number.isFinite(change)) break
    theta -= change
    if (Math.abs(change) < 1e-15) break
  }
  return theta
}
