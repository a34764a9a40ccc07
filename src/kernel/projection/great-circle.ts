/** Mean radius of the earth (IUGG). */
const radius = 6_371_008.8
const radians = Math.PI / 180

/**
 * Metres between two places along a great circle of the sphere; up to 0.6 % off the ellipsoid.
 *
 *     d = 2 R · asin √( sin²(Δφ/2) + cos φ₁ · cos φ₂ · sin²(Δλ/2) )
 *
 * @example
 * greatCircleMetres(0, 0, 0, 1) // => 111195.08
 */
export function greatCircleMetres(lonA: number, latA: number, lonB: number, latB: number): number {
  const a = Math.sin(((latB - latA) * radians) / 2) ** 2
  const b = Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(((lonB - lonA) * radians) / 2) ** 2
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(a + b)))
}
