import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointInPolygon } from './point-in-polygon.ts'
import { polygonFinder } from './polygon-finder.ts'
import { areaM2, boxOf, centroidOf, polygonOf, type Polygon } from './polygon.ts'

const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
]
const turned = (ring: [number, number][]) => ring.toReversed()

describe('area', () => {
  // Between meridians and parallels: ∫ M N cos φ dφ over a degree, by numerical quadrature (scipy), is 12,308.4639 km².
  test.each([
    { case: 'a degree at the equator', polygon: [[square(0, 0, 1)]], km2: 12308.464 },
    { case: 'the same turned round', polygon: [[turned(square(0, 0, 1))]], km2: 12308.464 },
    { case: 'two of them', polygon: [[square(0, 0, 1)], [square(5, 0, 1)]], km2: 2 * 12308.464 },
    { case: 'without a hole', polygon: [[square(0, 0, 1), square(0, 0, 1)]], km2: 0 },
    {
      case: 'a line there and back',
      polygon: [
        [
          [
            [0, 0],
            [1, 1],
            [0, 0],
            [1, 1],
          ],
        ],
      ],
      km2: 0,
    },
    { case: 'nothing', polygon: [], km2: 0 },
  ] as { case: string; polygon: [number, number][][][]; km2: number }[])('$case', ({ polygon, km2 }) => {
    expect(areaM2(polygonOf(polygon)) / 1e6).toBeCloseTo(km2, 2)
  })

  test('of all degrees from pole to pole is that of the ellipsoid', () => {
    let total = 0
    for (let lat = -90; lat < 90; lat++) total += 360 * areaM2(polygonOf([[square(0, lat, 1)]]))
    expect(total / 1e6).toBeCloseTo(510_065_621.72, 0)
  })

  test('a square cut in four keeps its area', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -80, max: 79, noNaN: true }),
        fc.double({ min: 1e-4, max: 1, noNaN: true }),
        (lon, lat, side) => {
          const half = side / 2
          const parts = [
            square(lon, lat, half),
            square(lon + half, lat, half),
            square(lon, lat + half, half),
            square(lon + half, lat + half, half),
          ]
          const whole = areaM2(polygonOf([[square(lon, lat, side)]]))
          expect(Math.abs(areaM2(polygonOf(parts.map((ring) => [ring]))) / whole - 1)).toBeLessThan(1e-6)
        },
      ),
    )
  })
})

describe('centre of gravity', () => {
  test.each([
    { case: 'a square', polygon: [[square(10, 20, 2)]], centre: [11, 21] },
    { case: 'two equal squares', polygon: [[square(0, 0, 1)], [square(4, 0, 1)]], centre: [2.5, 0.5] },
    // 16 · (2, 2) − 4 · (1, 1), over 12
    { case: 'a hole pushes it away', polygon: [[square(0, 0, 4), square(0, 0, 2)]], centre: [28 / 12, 28 / 12] },
    {
      case: 'a line has the mean of its points',
      polygon: [
        [
          [
            [0, 0],
            [2, 2],
            [1, 1],
          ],
        ],
      ],
      centre: [1, 1],
    },
  ] as { case: string; polygon: [number, number][][][]; centre: number[] }[])('$case', ({ polygon, centre }) => {
    const [lon, lat] = centroidOf(polygonOf(polygon)) ?? [Number.NaN, Number.NaN]
    expect(lon).toBeCloseTo(centre[0] ?? 0, 12)
    expect(lat).toBeCloseTo(centre[1] ?? 0, 12)
  })

  test('nothing has none', () => {
    expect(centroidOf(polygonOf([]))).toBeNull()
    expect(boxOf(polygonOf([]))).toBeNull()
  })
})

/** Times that the rings wind around a point, by adding up angles: slow, and nothing like counting crossings. */
function windings({ start, lon, lat }: Polygon, x: number, y: number): number {
  let angle = 0
  for (let r = 0; r + 1 < start.length; r++) {
    const ring = Array.from({ length: (start[r + 1] ?? 0) - (start[r] ?? 0) }, (_, i) => (start[r] ?? 0) + i)
    for (const [at, i] of ring.entries()) {
      const j = ring[(at + 1) % ring.length] ?? i
      const [ax, ay, bx, by] = [(lon[i] ?? 0) - x, (lat[i] ?? 0) - y, (lon[j] ?? 0) - x, (lat[j] ?? 0) - y]
      angle += Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
    }
  }
  return Math.round(angle / (2 * Math.PI))
}

/** A star around a place: the radius changes, the direction rises, so it never crosses itself. */
const star = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 }).map((radii) =>
  radii.map((radius, i): [number, number] => {
    const angle = (2 * Math.PI * i) / radii.length
    return [10 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)]
  }),
)

describe('point in polygon', () => {
  test('is what the winding number says, with a hole in the middle', () => {
    fc.assert(
      fc.property(
        star,
        fc.array(fc.tuple(fc.double({ min: 8.8, max: 11.2, noNaN: true }), fc.double({ min: 48.8, max: 51.2, noNaN: true })), {
          minLength: 20,
          maxLength: 20,
        }),
        (outline, points) => {
          const polygon = polygonOf([[outline, square(9.95, 49.95, 0.1)]])
          const inside = pointInPolygon(polygon)
          for (const [lon, lat] of points) expect(inside(lon, lat)).toBe(windings(polygon, lon, lat) !== 0)
        },
      ),
    )
  })

  test('of neighbours that share sides exactly one has a point, also on the sides', () => {
    const tests = [square(0, 0, 1), square(1, 0, 1), square(0, 1, 1), square(1, 1, 1)].map((ring) => pointInPolygon(polygonOf([[ring]])))
    for (let x = 0; x < 2; x += 0.25)
      for (let y = 0; y < 2; y += 0.25) expect({ x, y, in: tests.filter((inside) => inside(x, y)).length }).toEqual({ x, y, in: 1 })
  })

  test('a comb with a thousand tall teeth is tested in little memory and rightly', () => {
    const teeth = Array.from({ length: 1000 }, (_, i): [number, number][] => [
      [i / 1000, 0.1],
      [(i + 0.5) / 1000, 1],
    ]).flat()
    const inside = pointInPolygon(polygonOf([[[[0, 0], ...teeth, [1, 0]]]]))
    expect([inside(0.5005, 0.9), inside(0.5, 0.9), inside(0.5, 0.05), inside(0.5, -0.1)]).toEqual([true, false, true, false])
  })

  test('nothing contains nothing, and NaN is nowhere', () => {
    expect(pointInPolygon(polygonOf([]))(0, 0)).toBe(false)
    expect(pointInPolygon(polygonOf([[square(0, 0, 1)]]))(Number.NaN, 0.5)).toBe(false)
  })
})

test('the finder gives the first polygon that has the point, as asking one after the other does', () => {
  const place = fc.tuple(
    fc.double({ min: 0, max: 9, noNaN: true }),
    fc.double({ min: 0, max: 9, noNaN: true }),
    fc.double({ min: 0, max: 3, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), fc.array(place, { minLength: 10, maxLength: 10 }), (squares, points) => {
      const polygons = squares.map(([lon, lat, side]) => polygonOf([[square(lon, lat, side)]]))
      const find = polygonFinder(polygons)
      for (const [lon, lat] of points) expect(find(lon, lat)).toBe(polygons.findIndex((one) => pointInPolygon(one)(lon, lat)))
    }),
  )
})
