/** The WGS84 ellipsoid: equatorial radius in metres and flattening. */
const radius = 6_378_137
const flattening = 1 / 298.257223563
const eccentricity = Math.sqrt(flattening * (2 - flattening))

/** Universal Transverse Mercator: scale on the central meridian, and what is added so that no coordinate is negative. */
const scale = 0.9996
const falseEasting = 500_000
const falseNorthingSouth = 10_000_000

const n = flattening / (2 - flattening)
/** Radius of the sphere on which the meridian has the length that it has on the ellipsoid. */
const rectifyingRadius = (radius / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256)

/** α and β of the source, equations 35 and 36: from the conformal sphere to the ellipsoid's meridian, and back. */
const toMeridian = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4 - (127 / 288) * n ** 5 + (7891 / 37800) * n ** 6,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4 + (281 / 630) * n ** 5 - (1983433 / 1935360) * n ** 6,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4 + (15061 / 26880) * n ** 5 + (167603 / 181440) * n ** 6,
  (49561 / 161280) * n ** 4 - (179 / 168) * n ** 5 + (6601661 / 7257600) * n ** 6,
  (34729 / 80640) * n ** 5 - (3418889 / 1995840) * n ** 6,
  (212378941 / 319334400) * n ** 6,
]
const fromMeridian = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4 - (81 / 512) * n ** 5 + (96199 / 604800) * n ** 6,
  (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4 + (46 / 105) * n ** 5 - (1118711 / 3870720) * n ** 6,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4 - (209 / 4480) * n ** 5 + (5569 / 90720) * n ** 6,
  (4397 / 161280) * n ** 4 - (11 / 504) * n ** 5 - (830251 / 7257600) * n ** 6,
  (4583 / 161280) * n ** 5 - (108847 / 3991680) * n ** 6,
  (20648693 / 638668800) * n ** 6,
]

const radians = Math.PI / 180

/** Degrees of the meridian in the middle of a UTM zone. */
const centralMeridian = (zone: number) => {
  if (!Number.isInteger(zone) || zone < 1 || zone > 60) throw new RangeError(`UTM has zones 1 to 60, not ${zone}.`)
  return 6 * zone - 183
}

/**
 * Coordinates of a UTM zone (EPSG:326xx north, EPSG:327xx south) as degrees on WGS84.
 *
 * Source   Karney, "Transverse Mercator with an accuracy of a few nanometers", Journal of Geodesy 85 (2011), 475–485: Krüger's series
 *          to the sixth power of the third flattening n.
 * Units    metres → degrees, as [lon, lat].
 *
 * @throws {RangeError} a zone other than 1 … 60
 * @example
 * utmToLonLat(500000, 0, 31, false) // => [3, 0]
 */
export function utmToLonLat(x: number, y: number, zone: number, south: boolean): [lon: number, lat: number] {
  const meridian = centralMeridian(zone)
  const xi = (y - (south ? falseNorthingSouth : 0)) / (scale * rectifyingRadius)
  const eta = (x - falseEasting) / (scale * rectifyingRadius)
  let xiSphere = xi
  let etaSphere = eta
  for (const [index, beta] of fromMeridian.entries()) {
    const k = 2 * (index + 1)
    xiSphere -= beta * Math.sin(k * xi) * Math.cosh(k * eta)
    etaSphere -= beta * Math.cos(k * xi) * Math.sinh(k * eta)
  }
  const tangent = Math.sin(xiSphere) / Math.hypot(Math.sinh(etaSphere), Math.cos(xiSphere))
  const lon = Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere)) / radians + meridian
  return [lon, Math.atan(geodeticTangent(tangent)) / radians]
}

/**
 * Degrees on WGS84 as coordinates of a UTM zone; the inverse of `utmToLonLat`, with its source.
 *
 * Units    degrees → metres, as [x, y].
 *
 * @throws {RangeError} a zone other than 1 … 60
 * @example
 * lonLatToUtm(3, 0, 31, true) // => [500000, 10000000]
 */
export function lonLatToUtm(lon: number, lat: number, zone: number, south: boolean): [x: number, y: number] {
  const lambda = (lon - centralMeridian(zone)) * radians
  const tangent = conformalTangent(Math.tan(lat * radians))
  const xiSphere = Math.atan2(tangent, Math.cos(lambda))
  const etaSphere = Math.asinh(Math.sin(lambda) / Math.hypot(tangent, Math.cos(lambda)))
  let xi = xiSphere
  let eta = etaSphere
  for (const [index, alpha] of toMeridian.entries()) {
    const k = 2 * (index + 1)
    xi += alpha * Math.sin(k * xiSphere) * Math.cosh(k * etaSphere)
    eta += alpha * Math.cos(k * xiSphere) * Math.sinh(k * etaSphere)
  }
  return [falseEasting + scale * rectifyingRadius * eta, (south ? falseNorthingSouth : 0) + scale * rectifyingRadius * xi]
}

/** Tangent of the latitude on the conformal sphere, from that on the ellipsoid (equations 7 to 9 of the source). */
function conformalTangent(tangent: number): number {
  const sigma = Math.sinh(eccentricity * Math.atanh((eccentricity * tangent) / Math.hypot(1, tangent)))
  return tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent)
}

/** The inverse of `conformalTangent` by Newton's method (equations 19 to 21); two or three steps reach the last digit. */
function geodeticTangent(conformal: number): number {
  let tangent = conformal
  for (let step = 0; step < 5; step++) {
    const reached = conformalTangent(tangent)
    const change =
      ((conformal - reached) / Math.hypot(1, reached)) *
      ((1 + (1 - eccentricity ** 2) * tangent ** 2) / ((1 - eccentricity ** 2) * Math.hypot(1, tangent)))
    tangent += change
    if (Math.abs(change) <= 1e-14 * Math.max(1, Math.abs(tangent))) break
  }
  return tangent
}
