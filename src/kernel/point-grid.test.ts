import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PointGrid } from './point-grid.ts'

const coordinate = fc.oneof(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.integer({ min: -3, max: 3 }))
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 })

const gridOf = (list: ReadonlyArray<readonly [number, number]>, size: number) =>
  new PointGrid(
    Float64Array.from(list, ([x]) => x),
    Float64Array.from(list, ([, y]) => y),
    size,
  )

test('the nearest point is the one that looking at all of them finds', () => {
  fc.assert(
    fc.property(points, fc.tuple(coordinate, coordinate), fc.double({ min: 0.5, max: 3000, noNaN: true }), (list, [x, y], size) => {
      const square = ([px, py]: readonly [number, number]) => (px - x) ** 2 + (py - y) ** 2
      const squares = list.map(square)
      expect(squares[gridOf(list, size).nearest(x, y)]).toBe(Math.min(...squares))
    }),
    { numRuns: 500 },
  )
})

test('no point within the distance is passed over', () => {
  fc.assert(
    fc.property(points, fc.tuple(coordinate, coordinate), fc.double({ min: 0.5, max: 3000, noNaN: true }), (list, [x, y], distance) => {
      const seen: number[] = []
      gridOf(list, 100).visitNear(x, y, distance, (point) => seen.push(point))
      expect(new Set(seen).size).toBe(seen.length)
      const near = list.flatMap(([px, py], index) => (Math.hypot(px - x, py - y) <= distance ? [index] : []))
      expect(near.filter((index) => !seen.includes(index))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('far away from all points the nearest is found, too', () => {
  expect(gridOf([[0, 0], [10, 0]], 1).nearest(1e6, -1e6)).toBe(1) // prettier-ignore
})

test('without points nothing is near', () => {
  expect(gridOf([], 10).nearest(0, 0)).toBe(-1)
})

test('two points at the ends of the world do not make a grid of the world', () => {
  expect(gridOf([[0, 0], [4e7, 2e7]], 1).nearest(3e7, 2e7)).toBe(1) // prettier-ignore
})

test.each([0, -1, NaN])('squares of %s are refused', (size) => {
  expect(() => gridOf([[0, 0]], size)).toThrow(RangeError)
})
