import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lonLatToMollweide, mollweideToLonLat } from '../../../../kernel/projection/mollweide.ts'
import { cellsOfGrid, kilometreGrid } from './kilometre-grid.ts'
import type { PopulationCells } from '../people/population-cells.ts'
import { urbanisationResult } from './urbanisation-result.ts'

interface Point {
  x: number
  y: number
  people: number
  district: number
}

/** Points within 12 × 12 km somewhere in Mollweide, of three local units and none. */
const points = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 11_999 }),
    y: fc.integer({ min: 0, max: 11_999 }),
    people: fc.integer({ min: 1, max: 9000 }),
    district: fc.integer({ min: -1, max: 2 }),
  }),
  { minLength: 1, maxLength: 120 },
)

function cellsOf(all: readonly Point[]): PopulationCells {
  const places = all.map(({ x, y }) => mollweideToLonLat(2_000_000 + x + 0.5, 3_000_000 + y + 0.5) ?? ([0, 0] as const))
  return {
    count: all.length,
    lon: Float64Array.from(places, ([lon]) => lon),
    lat: Float64Array.from(places, ([, lat]) => lat),
    population: Float64Array.from(all, ({ people }) => people),
    populationGroups: [],
    district: Int32Array.from(all, ({ district }) => district),
    districts: ['A', 'B', 'C'].map((code) => ({ code, name: {} })),
    shapes: null,
  }
}

const resultOf = (all: readonly Point[]) => urbanisationResult({ cells: cellsOf(all), land: null, parameters: {}, notices: [], files: [] })

test('nobody is lost: classes add up to all people, units to those who live in one', () => {
  fc.assert(
    fc.property(points, (all) => {
      const { result, units } = resultOf(all)
      const people = (which: (point: Point) => boolean) => all.filter(which).reduce((sum, one) => sum + one.people, 0)
      const { populationUrbanCentre, populationUrbanCluster, populationRural, urbanCentreShare, urbanClusterShare, ruralShare } =
        result.parts
      expect((populationUrbanCentre ?? 0) + (populationUrbanCluster ?? 0) + (populationRural ?? 0)).toBe(people(() => true))
      expect((urbanCentreShare ?? 0) + (urbanClusterShare ?? 0) + (ruralShare ?? 0)).toBeCloseTo(100, 9)
      for (const [d, { population }] of units.entries()) {
        expect(population.total).toBe(people(({ district }) => district === d))
        expect(population.centre + population.cluster + population.rural).toBe(population.total)
      }
    }),
    { numRuns: 100 },
  )
})

test('the order of the points does not matter', () => {
  fc.assert(
    fc.property(points, (all) => {
      const [forth, back] = [resultOf(all), resultOf([...all].reverse())]
      expect(back.result).toEqual(forth.result)
      expect(back.units).toEqual(forth.units)
    }),
    { numRuns: 50 },
  )
})

test('every point lies in the cell that it is said to lie in, and the people of a cell are those of its points', () => {
  fc.assert(
    fc.property(points, (all) => {
      const { lon, lat, population } = cellsOf(all)
      const grid = kilometreGrid({ lon, lat, amount: population })
      const sums = new Float64Array(grid.population.length)
      for (const [i, cell] of cellsOfGrid(grid, { lon, lat }).entries()) {
        const [x, y] = lonLatToMollweide(lon[i] as number, lat[i] as number)
        const [west, north] = [grid.left + 1000 * (cell % grid.width), grid.top - 1000 * Math.floor(cell / grid.width)]
        expect(x >= west && x < west + 1000 && y <= north && y > north - 1000).toBe(true)
        sums[cell] = (sums[cell] as number) + (population[i] as number)
      }
      expect(sums).toEqual(grid.population)
    }),
    { numRuns: 100 },
  )
})
