import { expect, test } from 'vitest'
import { centreSilhouette, silhouette } from './silhouette.ts'

const points = Float64Array.of(0, 0, 1, 0, 5, 0)

test('by hand: two near each other, one apart', () => {
  // First: a = 1, b = 5; second: a = 1, b = 4; the third is alone and counts 0.
  expect(silhouette(points, [0, 0, 1], 2)).toBeCloseTo((4 / 5 + 3 / 4 + 0) / 3, 12)
})

test('by hand: distances to the middles, each point as often as it weighs', () => {
  const found = centreSilhouette(points, Float64Array.of(1, 1, 2), [0, 0, 1], Float64Array.of(0.5, 0, 5, 0))
  expect(found).toBeCloseTo((4.5 / 5 + 3.5 / 4 + 2 * 1) / 4, 12)
})

test('nothing to compare: 0', () => {
  expect(silhouette(points, [0, 0, 0], 1)).toBe(0)
  expect(centreSilhouette(points, Float64Array.of(1, 1, 1), [0, 0, 0], Float64Array.of(2, 0))).toBe(0)
})
