import { describe, expect, test } from 'vitest'
import { hasEconomyData, leather, wiod2011 } from '../../../../test/support/economy-tables.ts'
import { stream } from '../../../kernel/random.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import { economyModel, labelOf, rowSums } from '../model/economy-model.ts'
import { bandMethods, cityBands } from './city-band.ts'
import { type CitySplit, splitCountry } from './split-country.ts'

const ankara: CitySplit = {
  country: 'Turkey',
  city: { code: 'TUR-A', name: 'A' },
  rest: { code: 'TUR-R', name: 'Rest' },
  outputShares: Float64Array.of(0.05, 0.4, 0.2),
  demandShare: 0.25,
  method: { kind: 'FLQ', delta: 0.2 },
}

/** City and rest added up again, and how far that is from the table as it was. */
function gapAfterAddingBack(before: InputOutputTable, after: InputOutputTable, country: string, parts: readonly string[]): number {
  const [n, m] = [before.x.length, after.x.length]
  const [D, E] = [before.finalDemand.length, after.finalDemand.length]
  const regionOf = (code: string) => before.regions.findIndex((one) => one.code === (parts.includes(code) ? country : code))
  const N = before.sectors.length
  const row = Array.from({ length: m }, (_, i) => regionOf(after.regions[Math.floor(i / N)]!.code) * N + (i % N))
  const column = after.finalDemand.map(({ region, category }) =>
    before.finalDemand.findIndex((one) => one.category === category && one.region === (parts.includes(region!) ? country : region)),
  )
  const Z = before.Z.map((one) => -one)
  const Y = before.Y.map((one) => -one)
  const x = before.x.map((one) => -one)
  for (let i = 0; i < m; i++) {
    x[row[i]!]! += after.x[i]!
    for (let j = 0; j < m; j++) Z[row[i]! * n + row[j]!]! += after.Z[i * m + j]!
    for (let d = 0; d < E; d++) Y[row[i]! * D + column[d]!]! += after.Y[i * E + d]!
  }
  return [Z, Y, x].reduce((most, values) => values.reduce((worst, one) => Math.max(worst, Math.abs(one)), most), 0)
}

describe('a country of three sectors', () => {
  const split = splitCountry(leather, ankara)
  const n = 12

  test('city and rest stand where the country stood', () => {
    expect(split.regions.map((one) => one.code)).toEqual(['Argentina', 'TUR-A', 'TUR-R', 'Germany'])
    expect(split.finalDemand.map((one) => one.region)).toEqual(['Argentina', 'TUR-A', 'TUR-R', 'Germany'])
    expect(labelOf(split, 4)).toBe('TUR-A Textile and leather')
  })

  test('adding them up again gives the table as it was, and nothing is below 0', () => {
    expect(gapAfterAddingBack(leather, split, 'Turkey', ['TUR-A', 'TUR-R'])).toBeLessThan(1e-12)
    expect(Math.min(...split.Z, ...split.Y)).toBe(0)
  })

  test('the city sells what it makes, and its value added is its part of the country', () => {
    const demand = rowSums(split.Y, n)
    const sold = rowSums(split.Z, n).map((one, i) => one + demand[i]!)
    for (let s = 0; s < 3; s++) expect(sold[3 + s]).toBeCloseTo(ankara.outputShares[s]! * (leather.x[3 + s] ?? 0), 10)
    const [before, after] = [economyModel(leather), economyModel(split)]
    for (let s = 0; s < 3; s++) expect(after.v[3 + s]).toBeCloseTo(ankara.outputShares[s]! * before.v[3 + s]!, 10)
  })

  test('a share that makes no sense is named', () => {
    expect(() => splitCountry(leather, { ...ankara, outputShares: Float64Array.of(0.1, 1.2, 0) })).toThrow(
      'A, Textile and leather: a share of output of 1.2',
    )
    expect(() => splitCountry(leather, { ...ankara, demandShare: -1 })).toThrow('A: a share of final demand of -1')
    expect(() => splitCountry(leather, { ...ankara, country: 'Chile' })).toThrow('no region Chile')
  })

  test('figures come as bands over the methods', () => {
    const { own } = cityBands(leather, [ankara], (model) => ({ own: model.leontief.inverseColumnSums[4]! }))
    expect(own.values.map((one) => one.method)).toEqual(bandMethods)
    expect(own.low).toBeLessThan(own.high)
    expect(own.values.every(({ value }) => value >= own.low && value <= own.high)).toBe(true)
  })
})

describe('WIOD 2011 (skipped where it is absent)', () => {
  test.runIf(hasEconomyData)('a city out of Turkey: rows in balance, added back to 1e-9, no new negatives', () => {
    const table = wiod2011()
    const random = stream(5, 0).uniform
    const shares = Float64Array.from(table.sectors, () => 0.02 + 0.4 * random())
    const split = splitCountry(table, { ...ankara, country: 'TUR', outputShares: shares })
    const n = split.x.length
    expect(gapAfterAddingBack(table, split, 'TUR', ['TUR-A', 'TUR-R'])).toBeLessThan(1e-9)
    const negative = (values: Float64Array) => values.reduce((count, one) => count + (one < 0 ? 1 : 0), 0)
    expect(negative(split.Z)).toBe(negative(table.Z))
    const c = table.regions.findIndex((one) => one.code === 'TUR')
    const home = table.Y.filter((_, at) => table.finalDemand[at % 205]!.region === 'TUR' || Math.floor(at / 205 / 35) === c)
    expect(negative(split.Y) - negative(table.Y)).toBeLessThanOrEqual(3 * negative(home))
    const demand = rowSums(split.Y, n)
    const whole = rowSums(table.Y, table.x.length)
    const before = rowSums(table.Z, table.x.length).map((sales, i) => sales + whole[i]!)
    const sold = rowSums(split.Z, n).map((one, i) => one + demand[i]!)
    for (let s = 0; s < 35; s++) {
      const wanted = shares[s]! * before[c * 35 + s]!
      expect(Math.abs(sold[c * 35 + s]! - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, wanted))
    }
  })
})
