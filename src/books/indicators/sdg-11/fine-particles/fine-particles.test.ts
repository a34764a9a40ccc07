import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concentrationFromMonitors, concentrationFromRaster, type Monitor } from './concentration-at-cells.ts'
import { fineParticles } from './fine-particles.ts'

const nothing = Number.NaN
const of = (population: number[], concentration: number[]) => fineParticles(Float64Array.from(population), Float64Array.from(concentration))

test.each([
  { case: 'the same air for everybody', population: [10, 990], air: [12, 12], mean: 12 },
  { case: 'most people where the air is better', population: [100, 300], air: [40, 20], mean: 25 },
  { case: 'an empty cell does not count, however bad its air', population: [100, 0], air: [10, 500], mean: 10 },
  { case: 'an eighth without value is left out, not taken as 0', population: [70, 10], air: [16, nothing], mean: 16 },
  { case: 'clean air is a value', population: [50, 50], air: [0, 10], mean: 5 },
])('$case', ({ population, air, mean }) => {
  expect(of(population, air).mean).toBeCloseTo(mean, 12)
})

test('below 75 % of the people there is no mean, and what is known is said', () => {
  expect(of([74, 26], [20, nothing])).toEqual({
    mean: null,
    meanOfKnown: 20,
    population: 100,
    populationKnown: 74,
    captureShare: 0.74,
    missingCells: 1,
    negativeCells: 0,
  })
  expect(of([75, 25], [20, nothing]).mean).toBe(20)
})

test('a value below 0 is none, and is counted', () => {
  expect(of([90, 10], [20, -999])).toMatchObject({ mean: 20, missingCells: 1, negativeCells: 1, captureShare: 0.9 })
})

test.each([
  { case: 'nobody', population: [0, nothing], air: [1, 2] },
  { case: 'no cells', population: [], air: [] },
  { case: 'no values', population: [1, 2], air: [nothing, Infinity] },
])('$case: no mean', ({ population, air }) => {
  expect(of(population, air)).toMatchObject({ mean: null, meanOfKnown: null, captureShare: 0 })
})

test('the mean lies between the least and the greatest value, and does not depend on the order of the cells', () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 500, noNaN: true }))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), (cells) => {
      const air = cells.map(([, value]) => value)
      const mean =
        of(
          cells.map(([people]) => people),
          air,
        ).mean ?? Number.NaN
      expect(mean).toBeGreaterThanOrEqual(Math.min(...air) - 1e-9)
      expect(mean).toBeLessThanOrEqual(Math.max(...air) + 1e-9)
      const turned = cells.toReversed()
      expect(
        of(
          turned.map(([people]) => people),
          turned.map(([, value]) => value),
        ).mean,
      ).toBeCloseTo(mean, 9)
    }),
  )
})

test('columns of different length are refused', () => {
  expect(() => of([1, 2], [1])).toThrow(RangeError)
})

test('a raster is looked up pixel by pixel, and knows nothing outside of itself', () => {
  const raster = {
    width: 2,
    height: 2,
    values: Float64Array.of(1, 2, 3, nothing),
    toLonLat: (x: number, y: number): [number, number] => [76 + x, 44 - y],
    fromLonLat: (lon: number, lat: number): [number, number] => [lon - 76, 44 - lat],
  }
  const cells = { lon: Float64Array.of(76.1, 77.9, 76.5, 77.5, 75.9, 78), lat: Float64Array.of(43.9, 43.1, 42.5, 42.5, 43.5, 43.5) }
  expect(concentrationFromRaster(raster, cells)).toEqual(Float64Array.of(1, 2, 3, nothing, nothing, nothing))
})

describe('the nearest station', () => {
  const station = (lon: number, annualMean: number, captureRate = 1): Monitor => ({ lon, lat: 43, annualMean, captureRate })
  const at = (lon: number) => ({ lon: Float64Array.of(lon), lat: Float64Array.of(43) })

  test.each([
    { case: 'is taken', monitors: [station(76, 10), station(77, 30)], lon: 76.8, value: 30 },
    { case: 'is the first of two at the same place', monitors: [station(76, 10), station(76, 30)], lon: 76, value: 10 },
    { case: 'is not one that measured on too few days', monitors: [station(76, 10, 0.74), station(77, 30)], lon: 76.1, value: 30 },
    { case: 'is not one with an impossible mean', monitors: [station(76, -1), station(77, 30)], lon: 76.1, value: 30 },
    { case: 'must be near enough', monitors: [station(76, 10)], lon: 77, metres: 50_000, value: nothing },
    { case: 'may be missing', monitors: [], lon: 77, value: nothing },
  ])('$case', ({ monitors, lon, metres, value }) => {
    expect(concentrationFromMonitors(monitors, at(lon), metres)[0]).toBe(value)
  })
})
