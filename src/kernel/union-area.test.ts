import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapesOf } from './plane-shapes.ts'
import { stream, type Random } from './random.ts'
import { unionArea } from './union-area.ts'

type Point = readonly [number, number]
const box = (left: number, bottom: number, right: number, top: number): Point[] => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
]

test.each([
  { case: 'no shapes', shapes: [], area: 0 },
  { case: 'one square', shapes: [[box(0, 0, 2, 2)]], area: 4 },
  { case: 'a square that turns the other way', shapes: [[box(0, 0, 2, 2).toReversed()]], area: 4 },
  { case: 'two that overlap count once', shapes: [[box(0, 0, 2, 2)], [box(1, 1, 3, 3)]], area: 7 },
  { case: 'two that share a side', shapes: [[box(0, 0, 2, 2)], [box(2, 0, 4, 2)]], area: 8 },
  { case: 'one twice', shapes: [[box(0, 0, 2, 2)], [box(0, 0, 2, 2)]], area: 4 },
  { case: 'a hole is not covered', shapes: [[box(0, 0, 4, 4), box(1, 1, 3, 3)]], area: 12 },
  { case: 'a hole that another fills', shapes: [[box(0, 0, 4, 4), box(1, 1, 3, 3)], [box(1, 1, 3, 2)]], area: 14 },
  { case: 'an island in a hole', shapes: [[box(0, 0, 8, 8), box(1, 1, 7, 7), box(3, 3, 5, 5)]], area: 32 },
  { case: 'far apart', shapes: [[box(0, 0, 1, 1)], [box(1000, 1000, 1001, 1001)]], area: 2 },
  {
    case: 'a star of two triangles',
    shapes: [
      [
        [
          [0, 0],
          [6, 0],
          [3, 6],
        ],
      ],
      [
        [
          [0, 4],
          [6, 4],
          [3, -2],
        ],
      ],
    ] as Point[][][],
    area: 24,
  },
  {
    case: 'a bow tie: both halves',
    shapes: [
      [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
        ],
      ],
    ] as Point[][][],
    area: 2,
  },
  {
    case: 'a line and a point have no area',
    shapes: [
      [
        [
          [0, 0],
          [5, 5],
        ],
      ],
      [[[1, 1]]],
      [[]],
    ] as Point[][][],
    area: 0,
  },
])('$case', ({ shapes, area }) => {
  expect(unionArea(shapesOf(shapes))).toBeCloseTo(area, 9)
})

test.each([
  { case: 'half inside', within: [[box(1, -5, 9, 9)]], area: 2 },
  { case: 'outside', within: [[box(3, 0, 9, 9)]], area: 0 },
  { case: 'two parts of the city that overlap', within: [[box(0, 0, 1, 2)], [box(0.5, 0, 1.5, 2)]], area: 3 },
  { case: 'a hole in the city', within: [[box(-1, -1, 3, 3), box(0, 0, 1, 1)]], area: 3 },
  {
    case: 'the city ends in the middle, slanting',
    within: [
      [
        [
          [0, 0],
          [2, 2],
          [0, 2],
        ],
      ],
    ] as Point[][][],
    area: 2,
  },
])('within: $case', ({ within, area }) => {
  expect(unionArea(shapesOf([[box(0, 0, 2, 2)]]), [shapesOf(within)])).toBeCloseTo(area, 9)
})

test('what must lie within two cities lies within both', () => {
  const [one, other] = [shapesOf([[box(0, 0, 1.5, 2)]]), shapesOf([[box(1, 1, 9, 9)], [box(1.2, 0, 9, 9)]])]
  expect(unionArea(shapesOf([[box(0, 0, 2, 2)]]), [one, other])).toBeCloseTo(0.5 + 0.3, 9)
  expect(unionArea(one, [other])).toBeCloseTo(0.5 + 0.3, 9)
})

/** Rings with crossings, shared corners and lying edges: corners on a coarse lattice half of the time. */
function someShapes(random: Random, count: number): Point[][][] {
  const coordinate = () => (random.uniform() < 0.5 ? Math.floor(random.uniform() * 8) : random.uniform() * 8)
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random.uniform() * 2) }, () =>
      Array.from({ length: 3 + Math.floor(random.uniform() * 4) }, (): Point => [coordinate(), coordinate()]),
    ),
  )
}

/** Whether a point is inside of at least one shape, looked up edge by edge. */
function covered(shapes: Point[][][], x: number, y: number): boolean {
  return shapes.some((rings) => {
    let inside = false
    for (const ring of rings)
      for (const [i, [ax, ay]] of ring.entries()) {
        const [bx, by] = ring[(i + 1) % ring.length] as Point
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
      }
    return inside
  })
}

describe('random shapes', () => {
  test.each([1, 2, 3])('the area is what a fine grid of points finds (seed %i)', (seed) => {
    const random = stream(seed, 1)
    const shapes = someShapes(random, 4)
    const within = someShapes(random, 2)
    const steps = 250
    let [all, inside] = [0, 0]
    for (let i = 0; i < steps * steps; i++) {
      const x = (8 * ((i % steps) + 0.5)) / steps
      const y = (8 * (Math.floor(i / steps) + 0.5)) / steps
      if (!covered(shapes, x, y)) continue
      all++
      if (covered(within, x, y)) inside++
    }
    const each = (8 / steps) ** 2
    expect(Math.abs(unionArea(shapesOf(shapes)) - all * each)).toBeLessThan(0.15)
    expect(Math.abs(unionArea(shapesOf(shapes), [shapesOf(within)]) - inside * each)).toBeLessThan(0.15)
  })

  test('neither order nor turning nor being cut in two changes the area, and it is at most the sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.double({ min: 0.5, max: 7.5, noNaN: true }), (seed, cut) => {
        const shapes = someShapes(stream(seed, 2), 5)
        const area = unionArea(shapesOf(shapes))
        const turned = shapes.toReversed().map((rings) => rings.map((ring) => ring.toReversed()))
        expect(unionArea(shapesOf(turned))).toBeCloseTo(area, 5)
        const quarter = shapes.map((rings) => rings.map((ring) => ring.map(([x, y]): Point => [-y, x])))
        expect(unionArea(shapesOf(quarter))).toBeCloseTo(area, 5)
        const left = unionArea(shapesOf(shapes), [shapesOf([[box(-1, -1, cut, 9)]])])
        const right = unionArea(shapesOf(shapes), [shapesOf([[box(cut, -1, 9, 9)]])])
        expect(left + right).toBeCloseTo(area, 5)
        const sum = shapes.reduce((total, shape) => total + unionArea(shapesOf([shape])), 0)
        expect(area).toBeLessThanOrEqual(sum + 1e-5)
      }),
      { seed: 17, numRuns: 100 },
    )
  })

  test('A ∪ B and A ∩ B together are A and B', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const [a, b] = [someShapes(stream(seed, 3), 3), someShapes(stream(seed, 4), 3)]
        const both = unionArea(shapesOf(a), [shapesOf(b)])
        expect(unionArea(shapesOf([...a, ...b])) + both).toBeCloseTo(unionArea(shapesOf(a)) + unionArea(shapesOf(b)), 5)
        expect(unionArea(shapesOf(b), [shapesOf(a)])).toBeCloseTo(both, 5)
      }),
      { seed: 5, numRuns: 100 },
    )
  })
})
