import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lonLatToMollweide, mollweideToLonLat } from './mollweide.ts'

/** What PROJ 9.1.1 gives: `echo <lat> <lon> | cs2cs -f %.9f EPSG:4326 ESRI:54009`. */
const known = [
  { case: 'on the equator', lonLat: [3, 0], xy: [300668.261602455, 0] },
  { case: 'Porto Alegre', lonLat: [-51.2118666785315, -30.1005760100267], xy: [-4692184.976821451, -3655624.347587234] },
  { case: 'Las Palmas', lonLat: [-15.43, 28.1], xy: [-1430922.942755474, 3420659.556895961] },
  { case: 'Almaty', lonLat: [76.9, 43.25], xy: [6327831.272055917, 5149332.163865662] },
  { case: 'Bangkok', lonLat: [100.5, 13.75], xy: [9893195.442389932, 1693853.801171993] },
  { case: 'near the eastern edge', lonLat: [179.5, -45], xy: [14498259.581053721, -5340244.911544235] },
  { case: 'near the western edge', lonLat: [-179.9, 80], xy: [-5876612.647082338, 8527486.04177697] },
  { case: 'half a degree from the pole', lonLat: [0.001, -89.5], xy: [4.485769696, -9011008.485759886] },
] as const

describe.each(known)('$case', ({ lonLat, xy }) => {
  test('forward is what PROJ says', () => {
    const [x, y] = lonLatToMollweide(lonLat[0], lonLat[1])
    expect(x).toBeCloseTo(xy[0], 4)
    expect(y).toBeCloseTo(xy[1], 4)
  })

  test('inverse is what PROJ says', () => {
    const [lon, lat] = mollweideToLonLat(xy[0], xy[1]) ?? [Number.NaN, Number.NaN]
    expect(lon).toBeCloseTo(lonLat[0], 8)
    expect(lat).toBeCloseTo(lonLat[1], 8)
  })
})

test('there and back again', () => {
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -89, max: 89, noNaN: true }), (lon, lat) => {
      const [lonBack, latBack] = mollweideToLonLat(...lonLatToMollweide(lon, lat)) ?? [Number.NaN, Number.NaN]
      expect(Math.hypot(lonBack - lon, latBack - lat)).toBeLessThan(1e-8)
    }),
  )
})

test('a square of a kilometre is a square kilometre of the sphere, wherever it lies', () => {
  const corner = (x: number, y: number) => mollweideToLonLat(x, y) ?? [Number.NaN, Number.NaN]
  for (const [x, y] of [
    [0, 0],
    [6_327_000, 5_149_000],
    [-4_692_000, -3_655_000],
  ] as const) {
    const radians = Math.PI / 180
    const ring = [corner(x, y), corner(x + 1000, y), corner(x + 1000, y + 1000), corner(x, y + 1000)]
    // Lambert's cylinder keeps areas: (λ, sin φ) in radians, times R².
    const flat = ring.map(([lon, lat]) => [lon * radians, Math.sin(lat * radians)] as const)
    const twice = flat.reduce((sum, [a, b], i) => {
      const [c, d] = flat[(i + 1) % 4] ?? [0, 0]
      return sum + a * d - c * b
    }, 0)
    expect((twice / 2) * 6_378_137 ** 2).toBeCloseTo(1e6, -1)
  }
})

test.each([
  { case: 'the corner of the bounding box', x: 18_000_000, y: 8_000_000 },
  { case: 'above the pole', x: 0, y: 9_020_048 },
  { case: 'beside the pole', x: 10, y: Math.SQRT2 * 6_378_137 },
  { case: 'no number', x: Number.NaN, y: 0 },
  { case: 'no number upwards', x: 0, y: Number.NaN },
])('$case is outside of the world', ({ x, y }) => {
  expect(mollweideToLonLat(x, y)).toBeNull()
})
