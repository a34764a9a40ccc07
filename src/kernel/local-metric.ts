const radians = Math.PI / 180
const equatorMetres = 6_378_137
const flattening = 1 / 298.257223563
const eccentricity2 = flattening * (2 - flattening)

/**
 * How many metres a degree of longitude and a degree of latitude are at a latitude, on the ellipsoid WGS 84.
 *
 *     w = 1 / √(1 − e² sin² φ)        lon = a w cos φ · π/180        lat = a (1 − e²) w³ · π/180
 *
 * Over distances that somebody walks, the plane with these two scales is the earth to within a few millimetres.
 *
 * Source   radii of curvature in the prime vertical and in the meridian; Snyder, "Map Projections", USGS PP 1395 (1987), (4-18) to (4-21).
 * Units    degrees → metres per degree.
 * Cost     constant.
 *
 * @example
 * metresPerDegree(0).lon // => 111319.491
 * @example
 * metresPerDegree(45).lat // => 111131.777
 */
export function metresPerDegree(latitude: number): { lon: number; lat: number } {
  const sine = Math.sin(latitude * radians)
  const w2 = 1 / (1 - eccentricity2 * sine * sine)
  const w = Math.sqrt(w2)
  return {
    lon: Math.max(0, equatorMetres * w * Math.cos(latitude * radians) * radians),
    lat: equatorMetres * (1 - eccentricity2) * w2 * w * radians,
  }
}

/** Rows of 0.001°, about 111 m high: within half a row the scale changes by less than 1 in 100,000 below 49°, 1 in 40,000 below 70°. */
const rowsPerDegree = 1000

/**
 * Lengths of many short lines: the scales of `metresPerDegree`, kept for each row of 0.001° of latitude.
 *
 * Units    degrees × 10⁷, as OpenStreetMap stores them → metres.
 */
export class LocalMetric {
  readonly #lonScale = new Float64Array(180 * rowsPerDegree + 1)
  readonly #latScale = new Float64Array(180 * rowsPerDegree + 1)

  /** Metres between two points near one another. */
  metresBetween(lonE7: number, latE7: number, otherLonE7: number, otherLatE7: number): number {
    const row = Math.floor(((latE7 + otherLatE7) / 2e7 + 90) * rowsPerDegree)
    let lonScale = this.#lonScale[row] as number
    if (lonScale === 0) {
      const scale = metresPerDegree((row + 0.5) / rowsPerDegree - 90)
      lonScale = this.#lonScale[row] = scale.lon / 1e7
      this.#latScale[row] = scale.lat / 1e7
    }
    const x = (otherLonE7 - lonE7) * lonScale
    const y = (otherLatE7 - latE7) * (this.#latScale[row] as number)
    return Math.sqrt(x * x + y * y)
  }
}
