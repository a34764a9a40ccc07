import { expect, test } from 'vitest'
import { stream } from '../../../kernel/random.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import { splitCountry } from '../city/split-country.ts'
import { condenseWorld } from './condense-world.ts'
import { demandImpact } from './demand-impact.ts'
import { economyModel } from './economy-model.ts'
import { checkTable } from '../check-table.ts'

const N = 4
const codes = ['A', 'B', 'C', 'D', 'E']

/** Five regions of four sectors; stocks shrink here and there. */
function randomTable(seed: number): InputOutputTable {
  const { uniform } = stream(seed, 0)
  const n = codes.length * N
  const Z = new Float64Array(n * n).map(() => 10 * uniform() ** 3)
  const Y = new Float64Array(n * codes.length * 2).map((_, at) => (at % 2 === 0 ? 40 * uniform() : 3 * uniform() - 1))
  const x = new Float64Array(n).map((_, i) => {
    let sold = 0
    for (let j = 0; j < n; j++) sold += Z[i * n + j]!
    for (let d = 0; d < codes.length * 2; d++) sold += Y[i * codes.length * 2 + d]!
    return sold
  })
  const labels = (names: readonly string[]) => names.map((code) => ({ code, name: code }))
  return {
    ...{ name: 'random', year: 2020, unit: 'million USD', Z, Y, x },
    regions: labels(codes),
    sectors: labels(['1', '2', '3', '4']),
    finalDemand: codes.flatMap((region) => ['use', 'stocks'].map((category) => ({ region, category }))),
    extensions: [{ kind: 'employment', name: 'jobs', unit: 'persons', values: x.map((one) => one * uniform()) }],
  }
}

const kept = ['D', 'B']
const places = kept.map((name) => ({ name, regions: [name] }))
/** Demand for the products of D. */
const demandOf = (table: InputOutputTable, region: string, split = 1): Float64Array => {
  const demand = new Float64Array(table.regions.length * N)
  const first = table.regions.findIndex(({ code }) => code === region) * N
  for (let i = 0; i < N; i++) demand[first + i] = (1 + i) * split
  return demand
}

test.each([1, 2, 3])('the kept regions, and the others together, answer as in the whole table (seed %i)', (seed) => {
  const whole = randomTable(seed)
  const small = condenseWorld(whole, kept)
  const answer = (table: InputOutputTable) =>
    demandImpact(economyModel(table), demandOf(table, 'D'), table.extensions[0]!.values, places).places.flatMap(
      ({ output, valueAdded, jobs }) => [output, valueAdded, jobs!],
    )
  const [wanted, found] = [answer(whole), answer(small)]
  for (const [at, value] of wanted.entries()) expect(found[at]! / value).toBeCloseTo(1, 9)
})

test.each([4, 5])('cities taken out of the condensed table are those taken out of the whole one (seed %i)', (seed) => {
  const whole = randomTable(seed)
  const cities = kept.map((country, at) => ({
    country,
    city: { code: `${country}-city`, name: '' },
    rest: { code: `${country}-rest`, name: '' },
    outputShares: Float64Array.from({ length: N }, (_, i) => 0.1 + 0.15 * ((i + at) % N)),
    demandShare: 0.3,
    method: { kind: 'FLQ', delta: 0.2 } as const,
  }))
  const parts = kept.flatMap((country) => [`${country}-city`, `${country}-rest`]).map((name) => ({ name, regions: [name] }))
  const answer = (table: InputOutputTable) => {
    const split = cities.reduce(splitCountry, table)
    return demandImpact(economyModel(split), demandOf(split, 'B-city'), split.extensions[0]!.values, parts).places.flatMap(
      ({ output, valueAdded, jobs }) => [output, valueAdded, jobs!],
    )
  }
  const [wanted, found] = [answer(whole), answer(condenseWorld(whole, kept))]
  for (const [at, value] of wanted.entries()) expect(found[at]! / value).toBeCloseTo(1, 9)
})

test('output, demand and jobs stay what they were, and rows add up', () => {
  const whole = randomTable(6)
  const small = condenseWorld(whole, kept)
  const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0)
  expect(sum(small.x)).toBeCloseTo(sum(whole.x), 6)
  expect(sum(small.Y)).toBeCloseTo(sum(whole.Y), 6)
  expect(sum(small.extensions[0]!.values)).toBeCloseTo(sum(whole.extensions[0]!.values), 6)
  const first = whole.regions.findIndex(({ code }) => code === 'D') * N
  for (let i = 0; i < N; i++) expect(small.x[i]! / whole.x[first + i]!).toBeCloseTo(1, 9)
  expect(checkTable(small).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('too few sectors, or a region that is not there, is an error', () => {
  expect(() => condenseWorld(randomTable(7), codes)).toThrow('too few')
  expect(() => condenseWorld(randomTable(7), ['Z'])).toThrow('no region Z')
})
