const radians = Math.PI / 180
const equatorMetres = 6_378_137
const flattening = 1 / 298.257223563
const eccentricity2 = flattening * (2 - flattening)
const eccentricity = Math.sqrt(eccentricity2)

/** Degrees to metres on a plane. */
export interface Plane {
  x(lon: number): number
  y(lat: number): number
}

/**
 * A plane on which areas are those of the ellipsoid WGS 84: Lambert's cylinder, true to scale in both directions at one latitude.
 *
 *     x = a k₀ (λ − λ₀)      y = a (q(φ) − q(φ₀)) / 2k₀      k₀ = cos φ₀ / √(1 − e² sin² φ₀)
 *     q(φ) = (1 − e²) [ sin φ / (1 − e² sin² φ) + ln((1 + e sin φ) / (1 − e sin φ)) / 2e ]
 *
 * Areas are exact at every distance from φ₀. Lengths are not: 10 km north or south of it they are off by 1 part in 1,000 at 45°.
 *
 * Source   Snyder, "Map Projections", USGS PP 1395 (1987), (10-14), (10-15) and (3-12).
 * Units    degrees → metres; the place named is 0, 0.
 *
 * @throws {RangeError} within 1° of a pole, where the cylinder ends
 * @example
 * equalAreaPlane(0, 0).x(1) // => 111319.491
 * @example
 * equalAreaPlane(0, 45).y(46) - equalAreaPlane(0, 45).y(45) // => 110169.2281
 */
export function equalAreaPlane(lon0: number, lat0: number): Plane {
  if (!(Math.abs(lat0) <= 89)) throw new RangeError(`An equal-area plane cannot stand at latitude ${lat0}.`)
  const sine0 = Math.sin(lat0 * radians)
  const k0 = Math.cos(lat0 * radians) / Math.sqrt(1 - eccentricity2 * sine0 * sine0)
  const q0 = authalic(sine0)
  const xScale = equatorMetres * k0 * radians
  const yScale = equatorMetres / (2 * k0)
  return { x: (lon) => (lon - lon0) * xScale, y: (lat) => (authalic(Math.sin(lat * radians)) - q0) * yScale }
}

function authalic(sine: number): number {
  const s = eccentricity * sine
  return (1 - eccentricity2) * (sine / (1 - s * s) + Math.log((1 + s) / (1 - s)) / (2 * eccentricity))
}
