import { expect, test } from 'vitest'
import fc from 'fast-check'
import { lineAt, weightedLine } from './regression.ts'

const equal = (pairs: [number, number][]) => pairs.map(([x, y]) => ({ x, y, weight: 1 }))

test('Anscombe’s first data set gives y = 3 + 0.5 x (Anscombe 1973)', () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
  const line = weightedLine(equal(x.map((one, i) => [one, y[i]!])))!
  expect(line.slope).toBeCloseTo(0.5001, 4)
  expect(lineAt(line, 0)).toBeCloseTo(3.0001, 4)
})

test('a weight of 2 counts like the same point twice', () => {
  const twice = weightedLine(equal([[1, 1], [2, 5], [2, 5], [4, 3]])) // prettier-ignore
  const heavy = weightedLine([...equal([[1, 1], [4, 3]]), { x: 2, y: 5, weight: 2 }]) // prettier-ignore
  expect(heavy!.slope).toBeCloseTo(twice!.slope, 12)
  expect(lineAt(heavy!, 9)).toBeCloseTo(lineAt(twice!, 9), 12)
})

test.each([
  { case: 'no points', points: [] },
  { case: 'one point', points: equal([[1, 1]]) },
  { case: 'one x', points: equal([[1, 1], [1, 2]]) }, // prettier-ignore
  { case: 'values beyond the range of numbers', points: equal([[1, 1e308], [2, -1e308]]) }, // prettier-ignore
])('$case: no line', ({ points }) => expect(weightedLine(points)).toBeNull())

test('a negative weight makes no sense', () => expect(() => weightedLine([{ x: 0, y: 0, weight: -1 }])).toThrow(RangeError))

test('points on a line give back the line, whatever the weights', () => {
  const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), weight: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(fc.uniqueArray(point, { minLength: 2, selector: ({ x }) => x }), fc.integer({ min: -9, max: 9 }), (points, slope) => {
      const line = weightedLine(points.map(({ x, weight }) => ({ x, y: 7 + slope * x, weight })))!
      expect(line.slope).toBeCloseTo(slope, 6)
      expect(lineAt(line, 100)).toBeCloseTo(7 + slope * 100, 4)
    }),
  )
})
