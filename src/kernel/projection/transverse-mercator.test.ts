import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lonLatToUtm, utmToLonLat } from './transverse-mercator.ts'

/** What PROJ 9.1.1 gives: `echo <lat> <lon> | cs2cs -f %.9f EPSG:4326 EPSG:<code>`. */
const known = [
  { case: 'on the central meridian at the equator', zone: 31, south: true, lonLat: [3, 0], xy: [500000.000000001, 10000000] },
  {
    case: 'Porto Alegre',
    zone: 22,
    south: true,
    lonLat: [-51.2118666785315, -30.1005760100267],
    xy: [479586.562505527, 6670050.996969775],
  },
  { case: 'Las Palmas', zone: 28, south: false, lonLat: [-15.43, 28.1], xy: [457760.187030229, 3108354.62139488] },
  { case: 'Almaty', zone: 43, south: false, lonLat: [76.9, 43.25], xy: [654238.296803471, 4790330.077680208] },
  { case: 'Bangkok', zone: 47, south: false, lonLat: [100.5, 13.75], xy: [662176.290477137, 1520582.494360254] },
  { case: 'the last zone, south', zone: 60, south: true, lonLat: [179.5, -45], xy: [697038.328157126, 5014008.982638382] },
  { case: 'the first zone, far north', zone: 1, south: false, lonLat: [-179.9, 80], xy: [443803.943150159, 8882986.696184892] },
  { case: 'Odense', zone: 32, south: false, lonLat: [10.4, 55.4], xy: [588659.687756297, 6140196.171610809] },
  { case: 'a zone too far east', zone: 31, south: false, lonLat: [9, 0.5], xy: [1168856.201483263, 55571.50548137] },
  { case: 'a zone and a half too far east', zone: 32, south: false, lonLat: [18, 60], xy: [1000961.404520611, 6685590.89353171] },
] as const

describe.each(known)('$case', ({ zone, south, lonLat, xy }) => {
  test('forward is what PROJ says, to a hundredth of a millimetre', () => {
    const [x, y] = lonLatToUtm(lonLat[0], lonLat[1], zone, south)
    expect(x).toBeCloseTo(xy[0], 5)
    expect(y).toBeCloseTo(xy[1], 5)
  })

  test('inverse is what PROJ says', () => {
    const [lon, lat] = utmToLonLat(xy[0], xy[1], zone, south)
    expect(lon).toBeCloseTo(lonLat[0], 10)
    expect(lat).toBeCloseTo(lonLat[1], 10)
  })
})

test('there and back again, anywhere within 12 degrees of the middle of a zone', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -12, max: 12, noNaN: true }),
      fc.double({ min: -84, max: 84, noNaN: true }),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      (fromMiddle, lat, zone, south) => {
        const lon = 6 * zone - 183 + fromMiddle
        const [lonBack, latBack] = utmToLonLat(...lonLatToUtm(lon, lat, zone, south), zone, south)
        expect(Math.hypot(lonBack - lon, latBack - lat)).toBeLessThan(1e-9)
      },
    ),
  )
})

test.each([0, 61, 1.5, Number.NaN])('zone %s does not exist', (zone) => {
  expect(() => utmToLonLat(500000, 0, zone, false)).toThrow(RangeError)
})
