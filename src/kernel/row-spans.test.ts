import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapesOf } from './plane-shapes.ts'
import { stream } from './random.ts'
import {
  areaOfSpans,
  DiscArea,
  intersectSpans,
  spansContain,
  spansOfCapsules,
  spansOfShapes,
  subtractSpans,
  type Capsules,
} from './row-spans.ts'
import { unionArea } from './union-area.ts'

type Point = readonly [number, number]
const box = (left: number, bottom: number, right: number, top: number): Point[] => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
]
const capsulesOf = (list: readonly (readonly [ax: number, ay: number, bx: number, by: number, radius: number])[]): Capsules => ({
  count: list.length,
  ax: Float64Array.from(list, ([ax]) => ax),
  ay: Float64Array.from(list, ([, ay]) => ay),
  bx: Float64Array.from(list, ([, , bx]) => bx),
  by: Float64Array.from(list, ([, , , by]) => by),
  radius: Float64Array.from(list, ([, , , , radius]) => radius),
})
const fine = { bottom: -3, step: 0.01, count: 1600 }

test.each([
  { case: 'two squares that overlap', shapes: [[box(0, 0, 2, 2)], [box(1, 1, 3, 3)]], area: 7 },
  { case: 'a hole', shapes: [[box(0, 0, 4, 4), box(1, 1, 3, 3)]], area: 12 },
  { case: 'what is above and below the rows is not seen', shapes: [[box(0, -20, 1, 50)]], area: 16 },
])('shapes: $case', ({ shapes, area }) => {
  expect(areaOfSpans(spansOfShapes(shapesOf(shapes), fine))).toBeCloseTo(area, 6)
})

test.each([
  { case: 'a lying street', list: [[0, 0, 10, 0, 1]], area: 20 + Math.PI },
  { case: 'an upright street', list: [[0, 0, 0, 10, 1]], area: 20 + Math.PI },
  { case: 'a slanting street', list: [[0, 0, 6, 8, 1]], area: 20 + Math.PI },
  { case: 'a street without length is a disc', list: [[3, 3, 3, 3, 2]], area: 4 * Math.PI },
  { case: 'a street without width has no area', list: [[0, 0, 6, 8, 0]], area: 0 },
  {
    case: 'a crossing counts once',
    list: [
      [0, 5, 10, 5, 1],
      [5, 0, 5, 10, 1],
    ],
    area: 2 * (20 + Math.PI) - 4,
  },
  {
    case: 'the same street twice',
    list: [
      [0, 0, 6, 8, 1],
      [6, 8, 0, 0, 1],
    ],
    area: 20 + Math.PI,
  },
] as { case: string; list: [number, number, number, number, number][]; area: number }[])('capsules: $case', ({ list, area }) => {
  expect(Math.abs(areaOfSpans(spansOfCapsules(capsulesOf(list), fine)) - area)).toBeLessThan(0.01)
})

describe('random sets', () => {
  const someShapes = (seed: number) => {
    const random = stream(seed, 9)
    return shapesOf(
      Array.from({ length: 6 }, () => [Array.from({ length: 5 }, (): Point => [10 * random.uniform(), 10 * random.uniform()])]),
    )
  }

  test('shapes on rows have nearly the area of the sweep', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        expect(Math.abs(areaOfSpans(spansOfShapes(someShapes(seed), fine)) - unionArea(someShapes(seed)))).toBeLessThan(0.05)
      }),
      { seed: 3, numRuns: 30 },
    )
  })

  test('what two sets share and what the first has alone make up the first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const [a, b] = [spansOfShapes(someShapes(seed), fine), spansOfShapes(someShapes(seed + 1), fine)]
        expect(areaOfSpans(intersectSpans(a, b)) + areaOfSpans(subtractSpans(a, b))).toBeCloseTo(areaOfSpans(a), 8)
        expect(areaOfSpans(intersectSpans(b, a))).toBeCloseTo(areaOfSpans(intersectSpans(a, b)), 8)
        expect(areaOfSpans(subtractSpans(a, a))).toBe(0)
      }),
      { seed: 4, numRuns: 30 },
    )
  })

  test('a point is in the streets when it is nearer to one than half its width', () => {
    const random = stream(8, 1)
    const list = Array.from({ length: 12 }, () =>
      Array.from({ length: 5 }, (_, i) => (i === 4 ? 0.1 + random.uniform() : 10 * random.uniform())),
    ) as [number, number, number, number, number][]
    const spans = spansOfCapsules(capsulesOf(list), fine)
    let near = 0
    for (let i = 0; i < 3000; i++) {
      const x = 12 * random.uniform() - 1
      const y = 12 * random.uniform() - 1
      const beyond = Math.min(
        ...list.map(([ax, ay, bx, by, radius]) => {
          const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
          const t = Math.min(1, Math.max(0, along))
          return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - radius
        }),
      )
      // Within a row of the edge the row may see it otherwise.
      if (Math.abs(beyond) > 0.02) expect(spansContain(spans, x, y)).toBe(beyond < 0)
      if (beyond < 0) near++
    }
    expect(near).toBeGreaterThan(300)
  })

  test('what lies in a disc is what the set shares with it', () => {
    const spans = spansOfShapes(someShapes(77), fine)
    const discs = new DiscArea(spans)
    for (const [x, y, radius] of [
      [5, 5, 2],
      [0, 0, 3],
      [9, 2, 0.5],
      [5, 5, 40],
      [-30, 5, 2],
      [5, 90, 2],
    ] as const) {
      const shared = areaOfSpans(intersectSpans(spans, spansOfCapsules(capsulesOf([[x, y, x, y, radius]]), fine)))
      expect(discs.area(x, y, radius)).toBeCloseTo(shared, 6)
    }
  })
})
