import { describe, expect, test } from 'vitest'
import {
  chile,
  hasEconomyData,
  leather,
  millerBlair23,
  millerBlair33,
  pymrioSmall,
  pymrioTest,
} from '../../../../test/support/economy-tables.ts'
import { solveDense } from '../../../kernel/matrix/solve-dense.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import { economyModel, perUnitOfOutput } from './economy-model.ts'
import { footprint } from './footprint.ts'
import { ghoshRowSums, outputOfSupply } from './ghosh.ts'
import { coefficientsOfVariation, linkages, outputMultipliersByRegion } from './linkages.ts'
import { householdsOf, multiplierRatios, multipliers, typeTwoMultipliers } from './multipliers.ts'
import { valueAddedFlows } from './value-added-flows.ts'

const rounded = (values: Iterable<number | null>, decimals: number) => Array.from(values, (one) => Number(one?.toFixed(decimals)))
const expectNear = (actual: Float64Array, wanted: ArrayLike<number>, tolerance = 1e-9) =>
  actual.forEach((one, i) =>
    expect(Math.abs(one - wanted[i]!), `cell ${i}: ${one}, not ${wanted[i]}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(wanted[i]!)),
    ),
  )

describe('Miller and Blair (2009), table 2.3', () => {
  const model = economyModel(millerBlair23)

  test('the Leontief inverse, and output for new demand', () => {
    expect(rounded(model.leontief.inverse(), 4)).toEqual([1.2541, 0.33, 0.264, 1.1221])
    expect(rounded(model.leontief.solve(Float64Array.of(600, 1500)).x, 1)).toEqual([1247.5, 1841.6])
    expect(rounded(model.v, 6)).toEqual([650, 1400])
  })

  test('multipliers of section 6.2: output, income, with households (Type II)', () => {
    const wages = Float64Array.of(0.3, 0.25)
    expect(rounded(model.leontief.inverseColumnSums, 3)).toEqual([1.518, 1.452])
    const income = multipliers(model, wages)
    expect(rounded(income, 3)).toEqual([0.442, 0.38])
    expect(rounded(multiplierRatios(income, wages), 2)).toEqual([1.47, 1.52])
    // Households pay 0.05 of their income to households; the book has them as a third sector.
    const households = { region: 'R', h: wages.map((one) => one / 0.95), c: Float64Array.of(0.05, 0.4) }
    const closed = typeTwoMultipliers(model, Float64Array.of(1, 1), [households])
    expect(rounded(closed.income, 3)).toEqual([0.57, 0.489])
    expect(rounded(closed.ofSectors, 3)).toEqual([1.892, 1.773])
  })
})

test('Miller and Blair (2009), section 3.3: the inverse of two regions, and its multipliers by region', () => {
  const model = economyModel(millerBlair33)
  const L = model.leontief.inverse()
  const published = [
    [1.4234, 0.4652, 0.2909, 0.1917, 0.3041],
    [0.6346, 1.4237, 0.6707, 0.4092, 0.4558],
    [0.6383, 0.5369, 1.3363, 0.2501, 0.3108],
    [0.2672, 0.2, 0.1973, 1.3406, 0.5473],
    [0.1468, 0.0908, 0.0926, 0.2155, 1.2538],
  ]
  for (const [i, row] of published.entries()) for (const [j, one] of row.entries()) expect(Math.abs(L[i * 6 + j]! - one)).toBeLessThan(1e-4)
  expect([...model.x]).toEqual([1000, 2000, 1000, 1200, 800, 0])
  const byRegion = outputMultipliersByRegion(model)
  expect(rounded([byRegion[0]!, byRegion[1]!], 3)).toEqual([2.696, 0.414])
  expect(ghoshRowSums(model)[5]).toBe(1)
})

describe("pymrio's own test table (test_math.py)", () => {
  const model = economyModel(pymrioSmall)
  const F = Float64Array.of(20, 1, 42, 4, 20, 5)

  test('A, L, S and M', () => {
    expect([...model.x]).toEqual([51, 15, 58, 50, 52, 39])
    const L = model.leontief.inverse()
    expectNear(
      L.subarray(0, 6),
      [1.3387146304736708, 0.9689762471208287, 0.05036622549592462, 0.17820960407435948, 0.5752019383714646, 0.4985179148178926],
    )
    expectNear(
      L.subarray(24, 30),
      [0.04400982046095892, 1.5325472495862535, 0.05259311578831879, 0.014602513642445088, 1.9545285794951548, 0.2410917825607805],
    )
    expectNear(
      multipliers(model, perUnitOfOutput(F, model.x)),
      [0.896638324101429, 1.7965474933011258, 1.1666796580507097, 0.3013124703668342, 1.4371886818255364, 0.7177624711634629],
    )
  })

  test('the accounts D_cba, D_pba, D_imp, D_exp', () => {
    const account = footprint(model, F)
    expectNear(
      account.consumption,
      [14.059498889254174, 18.863255551508175, 17.32012296814962, 8.71616437964097, 18.863255551508175, 14.17770265993889],
    )
    expectNear(account.production, F)
    expectNear(
      account.imports,
      [1.2792573306446737, 10.499069649181388, 1.2752266807875912, 6.604374747509535, 8.364185902326788, 10.842115601865368],
    )
    expectNear(
      account.exports,
      [8.251832343364468, 0.5304113433404783, 17.02843256499675, 1.3307504334524414, 9.797226856351275, 1.9255763708099365],
    )
  })

  test('Ghosh: row sums of G as published, not of L', () => {
    const G0 = [1.33871463, 0.28499301, 0.05727924, 0.1747153, 0.58648041, 0.38121958]
    expect(ghoshRowSums(model)[0]).toBeCloseTo(
      G0.reduce((sum, one) => sum + one, 0),
      7,
    )
    expectNear(outputOfSupply(model, Float64Array.of(1, 0, 0, 0, 0, 0)), G0, 1e-7)
    expectNear(outputOfSupply(model, model.v), model.x)
  })
})

test("decompr's example leather: value added by source in the exports of each sector", () => {
  const model = economyModel(leather)
  const share = perUnitOfOutput(model.v, model.x)
  const L = model.leontief.inverse()
  const country = (i: number) => Math.floor(i / 3)
  const exportsOf = (j: number) => {
    const toSectors = leather.Z.subarray(j * 9, j * 9 + 9).filter((_, k) => country(k) !== country(j))
    const toFinal = leather.Y.subarray(j * 3, j * 3 + 3).filter((_, r) => r !== country(j))
    return [...toSectors, ...toFinal].reduce((sum, one) => sum + one, 0)
  }
  const cell = (i: number, j: number) => share[i]! * L[i * 9 + j]! * exportsOf(j)
  expect(rounded([cell(0, 0), cell(0, 1), cell(3, 8), cell(8, 8)], 5)).toEqual([28.52278, 2.79395, 6.18063, 34.74382])
  const { flows } = valueAddedFlows(model)
  const demand = [0, 1, 2].map((to) => [0, 1, 2].reduce((sum, from) => sum + flows[from * 3 + to]!, 0))
  expect(rounded(demand, 9)).toEqual([108.5, 144.6, 208.4])
})

describe('Chile 2013, as the package leontief has it (skipped where it is absent)', () => {
  test.runIf(hasEconomyData)('power and sensitivity of dispersion', () => {
    const model = economyModel(chile())
    const { backward, forwardLeontief } = linkages(model)
    expect(rounded(backward, 3)).toEqual([1.165, 0.965, 1.161, 1.154, 1.147, 1.079, 1.014, 0.884, 0.845, 0.888, 0.86, 0.836])
    expect(rounded(forwardLeontief, 3)).toEqual([0.965, 0.736, 1.526, 1.136, 0.887, 1.058, 1.234, 0.947, 0.779, 1.43, 0.667, 0.636])
  })
})

describe("pymrio's test table against a slow computation with the inverse (skipped where it is absent)", () => {
  test.runIf(hasEconomyData)('A, L, M, Ghosh and the four accounts agree to 1e-9', () => {
    const { table, emissions } = pymrioTest()
    const model = economyModel(table)
    const slow = slowly(table, emissions[1]!)
    expectNear(model.leontief.inverse(), slow.L)
    expectNear(multipliers(model, perUnitOfOutput(emissions[1]!, model.x)), slow.M)
    expectNear(ghoshRowSums(model), slow.g)
    const account = footprint(model, emissions[1]!)
    expectNear(account.consumption, slow.consumption)
    expectNear(account.imports, slow.imports)
    expectNear(account.exports, slow.exports)
    expectNear(outputOfSupply(model, model.v), model.x)
  })
})

test('Type II with households of two regions is the bordered inverse, part by part', () => {
  const model = economyModel(pymrioSmall)
  const wages = [Float64Array.of(4, 1, 9, 0, 0, 0), Float64Array.of(0, 0, 0, 9, 6, 3)]
  const consumption = [Float64Array.of(8, 1, 6, 2, 1, 0), Float64Array.of(1, 1, 1, 9, 5, 5)]
  const households = ['reg1', 'reg2'].map((code, k) => householdsOf(model, code, wages[k]!, consumption[k]!, 40))
  const M = new Float64Array(64)
  for (let i = 0; i < 8; i++)
    for (let j = 0; j < 8; j++) {
      const direct = i < 6 && j < 6 ? pymrioSmall.Z[i * 6 + j]! / model.x[j]! : 0
      const bordered = j >= 6 && i < 6 ? households[j - 6]!.c[i]! : i >= 6 && j < 6 ? households[i - 6]!.h[j]! : 0
      M[i * 8 + j] = (i === j ? 1 : 0) - direct - bordered
    }
  const I = new Float64Array(64).map((_, at) => (at % 9 === 0 ? 1 : 0))
  const closed = solveDense(M, I, 8)
  const column = (j: number, from: number, to: number) =>
    [0, 1, 2, 3, 4, 5, 6, 7].slice(from, to).reduce((sum, i) => sum + closed[i * 8 + j]!, 0)
  const result = typeTwoMultipliers(model, new Float64Array(6).fill(1), households)
  for (let j = 0; j < 6; j++) {
    expect(result.ofSectors[j]).toBeCloseTo(column(j, 0, 6), 10)
    expect(result.income[j]).toBeCloseTo(column(j, 6, 8), 10)
  }
})

test('coefficients of variation, by their definition', () => {
  const { leontief } = economyModel(millerBlair23)
  const [a, b, c, d] = leontief.inverse() as unknown as [number, number, number, number]
  const variation = (one: number, other: number) => Math.abs(one - other) / Math.SQRT2 / ((one + other) / 2)
  const found = coefficientsOfVariation(economyModel(millerBlair23))
  expectNear(found.backward, [variation(a, c), variation(b, d)])
  expectNear(found.forward, [variation(a, b), variation(c, d)])
})

test('a table that eats more than it makes names the sector', () => {
  const table = { ...millerBlair23, Z: Float64Array.of(1150, 500, 200, 100), Y: Float64Array.of(-650, 1700) }
  expect(() => economyModel(table)).toThrow('R 1: with what it buys')
})

/** Everything by the full inverses, as the formulas read. */
function slowly(table: InputOutputTable, F: Float64Array) {
  const R = table.regions.length
  const N = table.sectors.length
  const n = R * N
  const D = table.finalDemand.length
  const { x } = table
  const I = new Float64Array(n * n).map((_, at) => (at % (n + 1) === 0 ? 1 : 0))
  const inverse = (A: (i: number, j: number) => number) =>
    solveDense(
      I.map((one, at) => one - A(Math.floor(at / n), at % n)),
      I,
      n,
    )
  const L = inverse((i, j) => table.Z[i * n + j]! / x[j]!)
  const G = inverse((i, j) => table.Z[i * n + j]! / x[i]!)
  const y = (i: number, r: number) =>
    table.finalDemand.reduce((sum, one, d) => sum + (one.region === table.regions[r]!.code ? table.Y[i * D + d]! : 0), 0)
  const M = new Float64Array(n).map((_, j) => F.reduce((sum, one, i) => sum + (one / x[i]!) * L[i * n + j]!, 0))
  const [consumption, imports, exports] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  for (let r = 0; r < R; r++)
    for (let j = 0; j < n; j++)
      for (let i = 0; i < n; i++) {
        const arises = (F[i]! / x[i]!) * L[i * n + j]! * y(j, r)
        consumption[r * N + (j % N)]! += arises
        if (Math.floor(i / N) === r) continue
        imports[r * N + (j % N)]! += arises
        exports[i]! += arises
      }
  const g = new Float64Array(n).map((_, i) => G.subarray(i * n, (i + 1) * n).reduce((sum, one) => sum + one, 0))
  return { L, M, g, consumption, imports, exports }
}
