const radians = Math.PI / 180
/** Mean radius of the Earth (IUGG), km. */
const earthKm = 6371.0088

/** How far a place is, and in which direction one sets out for it. */
export interface Course {
  km: number
  /** Degrees clockwise from north. */
  bearing: number
}

/**
 * The shortest way from one place to another on a sphere.
 *
 *     km = 2 R asin √( sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2) )
 *     bearing = atan2( sin Δλ cos φ₂ , cos φ₁ sin φ₂ − sin φ₁ cos φ₂ cos Δλ )
 *
 * Source   haversine formula; the mean radius of IUGG. Against the ellipsoid it is off by 0.6 % at most.
 * Units    degrees → km, degrees from 0 up to 360.
 *
 * @example
 * // From Almaty to Bangkok
 * Math.round(greatCircle({ lon: 76.93, lat: 43.25 }, { lon: 100.5, lat: 13.75 }).km) // => 3978
 * Math.round(greatCircle({ lon: 0, lat: 0 }, { lon: -1, lat: 0 }).bearing) // => 270
 */
export function greatCircle(from: { lon: number; lat: number }, to: { lon: number; lat: number }): Course {
  const [lat1, lat2, east] = [from.lat * radians, to.lat * radians, (to.lon - from.lon) * radians]
  const half = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(east / 2) ** 2
  const bearing = Math.atan2(
    Math.sin(east) * Math.cos(lat2),
    Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(east),
  )
  return { km: 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half))), bearing: (bearing / radians + 360) % 360 }
}
