import { expect, test } from 'vitest'
import { mollweideToLonLat } from '../../../../kernel/projection/mollweide.ts'
import { kilometreGrid, type AmountsAtPoints } from './kilometre-grid.ts'

/** Points given in Mollweide kilometres. */
const points = (list: readonly (readonly [x: number, y: number, amount: number])[]): AmountsAtPoints => {
  const places = list.map(([x, y]): [number, number] => mollweideToLonLat(x * 1000, y * 1000) ?? [0, 0])
  return {
    lon: Float64Array.from(places, ([lon]) => lon),
    lat: Float64Array.from(places, ([, lat]) => lat),
    amount: Float64Array.from(list, ([, , amount]) => amount),
  }
}

test('cells of a kilometre stay as they are', () => {
  const grid = kilometreGrid(
    points([
      [-4690.5, -3650.5, 7],
      [-4689.5, -3650.5, 8],
      [-4690.5, -3651.5, 9],
    ]),
  )
  expect(grid).toEqual({ width: 2, height: 2, left: -4_691_000, top: -3_650_000, population: Float64Array.of(7, 8, 9, 0), landKm2: null })
})

test('a hundred cells of 100 m are added up', () => {
  const fine = Array.from({ length: 100 }, (_, i) => [6327 + (i % 10) / 10 + 0.05, 5149 + Math.floor(i / 10) / 10 + 0.05, i] as const)
  expect(kilometreGrid(points(fine)).population).toEqual(Float64Array.of(4950))
})

test('land is added to the cells where people are, and left out elsewhere', () => {
  const people = points([
    [0.5, 0.5, 10],
    [1.5, 0.5, 20],
  ])
  const land = points([
    [0.25, 0.5, 0.25],
    [0.75, 0.5, 0.25],
    [1.5, 0.5, 1],
    [9.5, 0.5, 1],
  ])
  expect(kilometreGrid(people, land).landKm2).toEqual(Float64Array.of(0.5, 1))
})

test('nobody, and no number, make no grid', () => {
  expect(() =>
    kilometreGrid(
      points([
        [0, 0, 0],
        [1, 1, Number.NaN],
      ]),
    ),
  ).toThrow('There are no people on the grid.')
})

test('two villages at opposite ends of the world are not one grid', () => {
  expect(() =>
    kilometreGrid(
      points([
        [-15_000, 0, 1],
        [15_000, 5000, 1],
      ]),
    ),
  ).toThrow(RangeError)
})
