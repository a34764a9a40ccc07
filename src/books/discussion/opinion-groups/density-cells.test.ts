import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stream } from '../../../kernel/random.ts'
import { densityCells, fewestPeople } from './density-cells.ts'

function cloud(people: number, seed: number, spread: number) {
  const random = stream(seed, 2)
  const places = Float32Array.from({ length: 2 * people }, () => spread * random.normal())
  const groupOf = Int8Array.from({ length: people }, (_, i) => (places[2 * i]! > 0 ? 1 : 0))
  return { places, groupOf, k: 2 }
}

test('every cell has ten people, everybody is in one, and no square in two', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 800 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.constantFrom(0.01, 0.4, 1, 30),
      (people, seed, spread) => {
        const { cells, half } = densityCells(cloud(people, seed, spread))
        expect(cells.reduce((sum, one) => sum + one.people, 0)).toBe(people)
        expect(Math.min(...cells.map((one) => one.people))).toBeGreaterThanOrEqual(fewestPeople)
        const squares = cells.flatMap((one) => one.squares.map(({ x, y }) => `${x} ${y}`))
        expect(new Set(squares).size).toBe(squares.length)
        for (const { x, y, side } of cells.flatMap((one) => one.squares)) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-half)
          expect(Math.max(x, y) + side).toBeLessThanOrEqual(half + 1e-9)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('many people make a map with many cells, most of one group each', () => {
  const { cells } = densityCells(cloud(3000, 1, 1))
  expect(cells.length).toBeGreaterThan(60)
  expect(new Set(cells.map((one) => one.opinionGroup))).toEqual(new Set([0, 1]))
})

test('nine people are not shown, and those without a place are not counted', () => {
  expect(densityCells(cloud(9, 1, 1)).cells).toEqual([])
  const some = cloud(30, 1, 1)
  some.places.fill(NaN, 0, 30)
  expect(densityCells(some).cells.reduce((sum, one) => sum + one.people, 0)).toBe(15)
})
