import { expect, test } from 'vitest'
import { equalAreaPlane } from './equal-area-plane.ts'
import { metresPerDegree } from './local-metric.ts'

/** `echo <lon> <lat> | cs2cs -f %.6f +proj=longlat +to +proj=cea +lat_ts=<lat0> +lon_0=<lon0> +ellps=WGS84`, less the same of the origin. */
test.each([
  { case: 'Las Palmas', lon0: -15.43, lat0: 28.1, lon: -15.5, lat: 28.0, x: -6878.964037, y: -11087.156959 },
  { case: 'Almaty', lon0: 76.9, lat0: 43.25, lon: 77.0, lat: 43.35, x: 8120.960066, y: 11100.764827 },
  { case: 'Porto Alegre', lon0: -51.2, lat0: -30.05, lon: -51.1, lat: -30.25, x: 9643.787502, y: -22148.676323 },
])('$case: what PROJ 9.1.1 gives', ({ lon0, lat0, lon, lat, x, y }) => {
  const plane = equalAreaPlane(lon0, lat0)
  expect(plane.x(lon)).toBeCloseTo(x, 4)
  expect(plane.y(lat)).toBeCloseTo(y, 4)
})

test('at its own place a degree is as long as on the ellipsoid', () => {
  for (const lat of [-60, -23.5, 0, 43.25, 70]) {
    const plane = equalAreaPlane(76.9, lat)
    const scale = metresPerDegree(lat)
    expect((plane.x(76.9001) - plane.x(76.9)) / 1e-4).toBeCloseTo(scale.lon, 4)
    expect((plane.y(lat + 5e-5) - plane.y(lat - 5e-5)) / 1e-4).toBeCloseTo(scale.lat, 3)
  }
})

test('an area is the same wherever the plane stands', () => {
  const area = (lat0: number) => {
    const plane = equalAreaPlane(0, lat0)
    return (plane.x(1) - plane.x(0)) * (plane.y(51) - plane.y(50))
  }
  expect(area(0) / area(50)).toBeCloseTo(1, 12)
  expect(area(-80) / area(50)).toBeCloseTo(1, 12)
})

test('there is no plane at a pole', () => {
  expect(() => equalAreaPlane(0, 90)).toThrow(RangeError)
})
