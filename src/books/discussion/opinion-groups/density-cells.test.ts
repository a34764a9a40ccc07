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

test('where in a cell somebody stands cannot be seen: one who stands far out moves, and the map stays', () => {
  const crowd = cloud(400, 3, 0.1)
  const withOne = (x: number, y: number) => {
    const places = Float32Array.from([...crowd.places, ...[x, y], ...Array.from({ length: 20 }, () => [0.9, -0.9]).flat()])
    return densityCells({ places, groupOf: Int8Array.from([...crowd.groupOf, 0, ...Array.from({ length: 20 }, () => 1)]), k: 2 })
  }
  const { half } = withOne(-0.8, 0.7)
  expect(half).toBeGreaterThan(0.7)
  expect(withOne(-0.45 * half, 0.45 * half)).toEqual(withOne(-0.9 * half, 0.9 * half))
})

test('the cells cover all of the map but what nobody is left in', () => {
  const { cells, half } = densityCells(cloud(500, 5, 0.3))
  const area = cells.flatMap(({ squares }) => squares).reduce((sum, { side }) => sum + side * side, 0)
  expect(area).toBeLessThanOrEqual(4 * half * half + 1e-9)
  expect(area).toBeGreaterThan(0.5 * 4 * half * half)
})
