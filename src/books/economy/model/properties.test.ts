import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tableOf } from '../../../../test/support/economy-tables.ts'
import { stream } from '../../../kernel/random.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import { demandImpact, demandInRegion } from './demand-impact.ts'
import { economyModel } from './economy-model.ts'
import { extractSectors } from './extraction.ts'
import { footprint } from './footprint.ts'
import { ghoshRowSums } from './ghosh.ts'
import { linkages } from './linkages.ts'
import { multipliers } from './multipliers.ts'
import { valueAddedFlows } from './value-added-flows.ts'

const [R, N] = [3, 4]
const n = R * N

/** Some purchases, more final demand; so that value added is above 0 almost everywhere. */
function randomTable(seed: number): InputOutputTable {
  const random = stream(seed, 0).uniform
  const rows = (columns: number, most: number) =>
    Array.from({ length: n }, () => Array.from({ length: columns }, () => most * random() ** 3))
  const Z = rows(n, 10)
  const Y = rows(R, 60).map((row) => row.map((one) => one + 12))
  return tableOf({ name: 'random', regions: ['A', 'B', 'C'], sectors: ['1', '2', '3', '4'], Z, Y })
}

const seeds = fc.integer({ min: 0, max: 1e6 })
const total = (values: Iterable<number>) => [...values].reduce((sum, one) => sum + one, 0)
const holds = (property: (seed: number) => void, numRuns = 30) => fc.assert(fc.property(seeds, property), { seed: 8, numRuns })

test('accounts balance: region by region, and imports are exports', () => {
  holds((seed) => {
    const model = economyModel(randomTable(seed))
    const { consumption, production, imports, exports } = footprint(model, model.v)
    for (let r = 0; r < R; r++) {
      const of = (account: Float64Array) => total(account.subarray(r * N, (r + 1) * N))
      expect(of(consumption)).toBeCloseTo(of(production) + of(imports) - of(exports), 8)
    }
    expect(total(imports)).toBeCloseTo(total(exports), 8)
  })
})

test('value added adds up: by who takes it in, and by who makes it', () => {
  holds((seed) => {
    const table = randomTable(seed)
    const model = economyModel(table)
    const { flows } = valueAddedFlows(model)
    for (let r = 0; r < R; r++) {
      expect(total(flows.subarray(r * R, (r + 1) * R))).toBeCloseTo(total(model.v.subarray(r * N, (r + 1) * N)), 8)
      expect(total(flows.filter((_, at) => at % R === r))).toBeCloseTo(total(table.Y.filter((_, at) => at % R === r)), 8)
    }
  })
})

test('a unit of demand is a unit of value added, wherever it is made', () => {
  holds((seed) => {
    const model = economyModel(randomTable(seed))
    for (const one of multipliers(
      model,
      model.v.map((v, j) => v / model.x[j]!),
    ))
      expect(one).toBeCloseTo(1, 10)
  })
})

test('units cancel: in other money linkages stay, and amounts scale', () => {
  holds((seed) => {
    const table = randomTable(seed)
    const scale = (values: Float64Array) => values.map((one) => one * 447.5)
    const [model, other] = [economyModel(table), economyModel({ ...table, Z: scale(table.Z), Y: scale(table.Y), x: scale(table.x) })]
    linkages(model).forward.forEach((one, j) => expect(linkages(other).forward[j]).toBeCloseTo(one, 9))
    const [loss, otherLoss] = [extractSectors(model).complete, extractSectors(other).complete]
    loss.forEach((one, j) => expect(otherLoss[j]! / 447.5).toBeCloseTo(one, 6))
  }, 10)
})

test('linkages have the mean 1', () => {
  holds((seed) => {
    const { backward, forward, forwardLeontief } = linkages(economyModel(randomTable(seed)))
    for (const one of [backward, forward, forwardLeontief]) expect(total(one) / n).toBeCloseTo(1, 12)
  }, 10)
})

test('sectors in another order have the same results in that order', () => {
  fc.assert(
    fc.property(seeds, fc.shuffledSubarray([0, 1, 2, 3], { minLength: N }), (seed, order) => {
      const table = randomTable(seed)
      const from = Array.from({ length: n }, (_, i) => Math.floor(i / N) * N + order[i % N]!)
      const reordered = {
        ...table,
        Z: table.Z.map((_, at) => table.Z[from[Math.floor(at / n)]! * n + from[at % n]!]!),
        Y: table.Y.map((_, at) => table.Y[from[Math.floor(at / R)]! * R + (at % R)]!),
        x: table.x.map((_, i) => table.x[from[i]!]!),
      }
      const results = (one: InputOutputTable) => {
        const model = economyModel(one)
        return [model.leontief.inverseColumnSums, ghoshRowSums(model), extractSectors(model).backward]
      }
      const [before, after] = [results(table), results(reordered)]
      for (const [k, values] of after.entries()) values.forEach((one, i) => expect(one).toBeCloseTo(before[k]![from[i]!]!, 8))
    }),
    { seed: 9, numRuns: 15 },
  )
})

test('an impact is shared out among places, nothing lost', () => {
  holds((seed) => {
    const model = economyModel(randomTable(seed))
    const demand = demandInRegion(model, 'B', Float64Array.of(0, 3, 1, 0), 1)
    expect(total(demand)).toBeCloseTo(1, 12)
    const places = [
      { name: 'city', regions: ['B'] },
      { name: 'rest', regions: ['A'] },
    ]
    const { places: impacts, residual } = demandImpact(model, demand, null, places)
    expect(impacts.map((one) => one.place)).toEqual(['city', 'rest', 'world'])
    expect(total(impacts.map((one) => one.valueAdded))).toBeCloseTo(1, 9)
    expect(total(impacts.map((one) => one.output))).toBeCloseTo(
      0.75 * model.leontief.inverseColumnSums[5]! + 0.25 * model.leontief.inverseColumnSums[6]!,
      9,
    )
    expect(residual).toBeLessThan(1e-12)
    expect(impacts[0]!.jobs).toBeNull()
  }, 10)
})

test('a region in two places, or in none of the table, is refused', () => {
  const model = economyModel(randomTable(1))
  const impact = (regions: string[]) =>
    demandImpact(model, model.f, null, [
      { name: 'a', regions: ['A'] },
      { name: 'b', regions },
    ])
  expect(() => impact(['A'])).toThrow('Region A is in a and in b.')
  expect(() => impact(['X'])).toThrow('random has no region X; it has A, B, C.')
  expect(() => demandInRegion(model, 'A', new Float64Array(N), 1)).toThrow('a sum above 0')
})
