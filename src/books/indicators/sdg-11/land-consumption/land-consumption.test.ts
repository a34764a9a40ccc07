import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtUpArea, type AreaRaster } from './built-up-area.ts'
import { landConsumption, type CityExtent } from './land-consumption.ts'

/** GHS Urban Centre Database, Las Palmas de Gran Canaria: built-up land and population of 1990 and 2015, and its own SDG_LUE9015. */
const past: CityExtent = { year: 1990, builtUpKm2: 24.4000759125, population: 318413.780792 }
const present: CityExtent = { year: 2015, builtUpKm2: 24.9831447601, population: 443141.222839 }

test('Las Palmas 1990 to 2015 by logarithms is the value of the database, 0.071445', () => {
  expect(landConsumption(past, present, 'UN-2018-ln').ratio).toBeCloseTo(0.071445, 6)
})

test('Las Palmas 1990 to 2015 by the UN formula of 2021 is 0.072295', () => {
  expect(landConsumption(past, present).ratio).toBeCloseTo(0.072295, 6)
})

test('what goes with the ratio', () => {
  const { landConsumptionRate, populationGrowthRate, builtUpPerPersonM2, builtUpChange, formula } = landConsumption(past, present)
  expect(formula).toBe('UN-2021-linear')
  expect(landConsumptionRate).toBeCloseTo((24.9831447601 / 24.4000759125 - 1) / 25, 12)
  expect(populationGrowthRate).toBeCloseTo(Math.log(443141.222839 / 318413.780792) / 25, 12)
  expect(builtUpPerPersonM2.past).toBeCloseTo(76.63, 2)
  expect(builtUpPerPersonM2.present).toBeCloseTo(56.38, 2)
  expect(builtUpChange).toBeCloseTo(0.023896, 6)
})

const city = { year: 2010, builtUpKm2: 100, population: 1000 }
test.each([
  { case: 'nobody came', to: { builtUpKm2: 120, population: 1000 }, reason: 'population_unchanged', lcr: 0.02, pgr: 0 },
  { case: 'people left', to: { builtUpKm2: 120, population: 900 }, reason: 'population_declined', lcr: 0.02, pgr: Math.log(0.9) / 10 },
  {
    case: 'land was given back',
    to: { builtUpKm2: 90, population: 1100 },
    reason: 'built_up_declined',
    lcr: -0.01,
    pgr: Math.log(1.1) / 10,
  },
  { case: 'both shrank', to: { builtUpKm2: 90, population: 900 }, reason: 'population_declined', lcr: -0.01, pgr: Math.log(0.9) / 10 },
])('$case: no ratio, and both rates', ({ to, reason, lcr, pgr }) => {
  const result = landConsumption(city, { year: 2020, ...to })
  expect(result).toMatchObject({ ratio: null, reason })
  expect(result.landConsumptionRate).toBeCloseTo(lcr, 12)
  expect(result.populationGrowthRate).toBeCloseTo(pgr, 12)
})

test('no new land is a ratio of 0, which means something', () => {
  expect(landConsumption(city, { year: 2020, builtUpKm2: 100, population: 1100 })).toMatchObject({ ratio: 0, reason: null })
})

test.each([
  { case: 'years the wrong way round', to: { year: 2009, builtUpKm2: 1, population: 1 } },
  { case: 'the same year', to: { year: 2010, builtUpKm2: 1, population: 1 } },
  { case: 'no built-up land', to: { year: 2020, builtUpKm2: 0, population: 1 } },
  { case: 'nobody', to: { year: 2020, builtUpKm2: 1, population: 0 } },
  { case: 'no number', to: { year: 2020, builtUpKm2: Number.NaN, population: 1 } },
])('$case is refused', ({ to }) => {
  expect(() => landConsumption(city, to)).toThrow(RangeError)
})

test('the ratio depends neither on the length of the period nor on the units of area', () => {
  const above = fc.double({ min: 1.001, max: 10, noNaN: true })
  fc.assert(
    fc.property(
      above,
      above,
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (land, people, years, unit) => {
        const after = { year: 2020, builtUpKm2: 100 * land, population: 1000 * people }
        const one = landConsumption(city, after).ratio ?? Number.NaN
        const other =
          landConsumption({ ...city, builtUpKm2: 100 * unit }, { ...after, year: 2010 + years, builtUpKm2: 100 * land * unit }).ratio ??
          Number.NaN
        expect(Math.abs(other / one - 1)).toBeLessThan(1e-9)
      },
    ),
  )
})

describe('built-up land of a raster', () => {
  const raster = (values: number[], cellKm2 = 0.01): AreaRaster => ({
    width: 2,
    height: values.length / 2,
    values: Float64Array.from(values),
    toLonLat: (x, y) => [x, y],
    cellAreaKm2: () => cellKm2,
  })

  test.each([
    { case: 'shares', unit: 'share' as const, values: [0, 0.5, 1, 0.25] },
    { case: 'percentages', unit: 'percent' as const, values: [0, 50, 100, 25] },
    { case: 'square metres', unit: 'squareMetres' as const, values: [0, 5000, 10_000, 2500] },
  ])('$case', ({ unit, values }) => {
    const { builtUpKm2, knownKm2, unknownKm2 } = builtUpArea(raster(values), unit)
    expect(builtUpKm2).toBeCloseTo(0.0175, 12)
    expect([knownKm2, unknownKm2]).toEqual([0.04, 0])
  })

  test('cells outside of the boundary do not count', () => {
    expect(builtUpArea(raster([1, 1, 1, 1]), 'share', (lon) => lon < 1).builtUpKm2).toBeCloseTo(0.02, 12)
  })

  test('nothing known, less than nothing and more than the cell are left out and said', () => {
    const { builtUpKm2, unknownKm2 } = builtUpArea(raster([Number.NaN, -200, 1.5, 1]), 'share')
    expect(builtUpKm2).toBeCloseTo(0.01, 12)
    expect(unknownKm2).toBeCloseTo(0.03, 12)
  })

  test('cells of degrees are smaller towards the pole', () => {
    const shrinking = { ...raster([1, 1, 1, 1]), cellAreaKm2: (row: number) => (row === 0 ? 1 : 2) }
    expect(builtUpArea(shrinking, 'share').builtUpKm2).toBe(6)
  })
})
