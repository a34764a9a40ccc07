const equatorialKm = 6378.137
const flattening = 1 / 298.257223563
const eccentricity = Math.sqrt(flattening * (2 - flattening))
const polarKm = equatorialKm * (1 - flattening)
const radians = Math.PI / 180

/**
 * Area of the earth between two parallels and two meridians, on the ellipsoid of WGS84.
 *
 *     area = b²/2 · Δλ · [ sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e ]  from the southern to the northern φ
 *
 * Source   Snyder, "Map Projections: A Working Manual", US Geological Survey 1987, equation 3-12 (authalic latitude).
 * Units    degrees → km².
 *
 * @example
 * ellipsoidAreaKm2(-90, 90, 360) // => 510065621.7
 */
export function ellipsoidAreaKm2(south: number, north: number, degreesOfLongitude: number): number {
  const band = areaFromEquator(north) - areaFromEquator(south)
  return ((polarKm * polarKm) / 2) * degreesOfLongitude * radians * band
}

function areaFromEquator(lat: number): number {
  const sine = Math.sin(lat * radians)
  return sine / (1 - (eccentricity * sine) ** 2) + Math.atanh(eccentricity * sine) / eccentricity
}
