import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestCentres } from './nearest-centres.ts'
import { firstDistinctPoints, planeKMeans } from './plane-k-means.ts'

const coordinate = fc.integer({ min: -20, max: 20 })
const points = (least: number, most: number) =>
  fc.array(fc.tuple(coordinate, coordinate), { minLength: least, maxLength: most }).map((list) => Float64Array.from(list.flat()))

test('the nearest of many centres is the nearest, and of equally near ones the last', () => {
  fc.assert(
    fc.property(points(1, 60), points(1, 30), (people, centres) => {
      const found = new Int32Array(people.length / 2)
      nearestCentres(people, centres, found)
      const again = found.slice()
      nearestCentres(people, centres, again, true)
      expect(again).toEqual(found)
      for (let i = 0; i < found.length; i++) {
        const distances = Array.from(
          { length: centres.length / 2 },
          (_, c) => (people[2 * i]! - centres[2 * c]!) ** 2 + (people[2 * i + 1]! - centres[2 * c + 1]!) ** 2,
        )
        expect(found[i]).toBe(distances.lastIndexOf(Math.min(...distances)))
      }
    }),
  )
})

test('every centre is the middle of its points, counted as often as they weigh', () => {
  fc.assert(
    fc.property(points(5, 60), fc.integer({ min: 1, max: 9 }), (people, k) => {
      const weight = Float64Array.from({ length: people.length / 2 }, (_, i) => 1 + (i % 3))
      const { clusterOf, centres } = planeKMeans(people, weight, firstDistinctPoints(people, k), { rounds: 100, tolerance: 1e-9 })
      for (let c = 0; c < centres.length / 2; c++) {
        const own = [...clusterOf.keys()].filter((i) => clusterOf[i] === c)
        const sum = (at: number) => own.reduce((total, i) => total + weight[i]! * people[2 * i + at]!, 0)
        const weights = own.reduce((total, i) => total + weight[i]!, 0)
        expect(weights).toBeGreaterThan(0)
        expect(centres[2 * c]).toBeCloseTo(sum(0) / weights, 9)
        expect(centres[2 * c + 1]).toBeCloseTo(sum(1) / weights, 9)
      }
    }),
  )
})

test('begins with points in different places', () => {
  expect([...firstDistinctPoints(Float64Array.of(1, 1, 1, 1, 2, 1, 3, 1), 3)]).toEqual([1, 1, 2, 1, 3, 1])
  expect([...firstDistinctPoints(Float64Array.of(1, 1, 1, 1), 3)]).toEqual([1, 1])
})
