import { beforeAll, describe, expect, test } from 'vitest'
import { finland, hasEconomyData } from '../../../../test/support/economy-tables.ts'
import { ProductiveSystem, rowsOf } from '../../../kernel/matrix/productive-system.ts'
import { locationQuotients, methodName, type QuotientMethod, regionalCoefficients, simpleLocationQuotients } from './location-quotients.ts'
import { measuredErrors } from './measured-errors.ts'

const region = Float64Array.of(20, 10, 0)
const nation = Float64Array.of(100, 200, 50)

test('each method by hand', () => {
  const slq = [20 / 30 / (100 / 350), 10 / 30 / (200 / 350), 0]
  expect([...simpleLocationQuotients(region, nation)]).toEqual(slq.map((one) => expect.closeTo(one, 12)))
  const q = (method: QuotientMethod) => Array.from(locationQuotients(region, nation, method).q, (one) => Number(one.toFixed(6)))
  const [a, b] = slq as [number, number]
  const lambda = Math.log2(1 + 30 / 350) ** 0.2
  expect(q({ kind: 'SLQ' })).toEqual([1, 1, 1, b, b, b, 0, 0, 0].map((one) => Number(one.toFixed(6))))
  expect(q({ kind: 'CILQ' })).toEqual([1, 1, 1, b / a, b, 1, 0, 0, 0].map((one) => Number(one.toFixed(6))))
  expect(q({ kind: 'FLQ', delta: 0.2 })[3]).toBeCloseTo((b / a) * lambda, 6)
  expect(q({ kind: 'AFLQ', delta: 0.2 })[3]).toBeCloseTo((b / a) * lambda * Math.log2(1 + a), 6)
  expect(locationQuotients(region, nation, { kind: 'FLQ', delta: 0.2 }).lambda).toBeCloseTo(lambda, 12)
  expect(locationQuotients(region, nation, { kind: 'SLQ' }).capped).toBe(3)
})

test('δ and lengths are checked, methods are named with their δ', () => {
  expect(() => locationQuotients(region, nation, { kind: 'FLQ', delta: 1 })).toThrow('δ must be from 0 to below 1, not 1.')
  expect(() => locationQuotients(region, Float64Array.of(1), { kind: 'SLQ' })).toThrow('3 outputs of the region for 1 sectors.')
  expect(() => simpleLocationQuotients(new Float64Array(3), nation)).toThrow('without output')
  expect(methodName({ kind: 'FLQ', delta: 0.2 })).toBe('FLQ δ = 0.20')
  expect(methodName({ kind: 'SLQ' })).toBe('SLQ')
})

/** Mean absolute error of output multipliers, in percent, over all sectors of all 19 Finnish regions. */
function finnishError(method: QuotientMethod, data: ReturnType<typeof finland>): { all: number; uusimaa: number } {
  const N = 30
  const { own, elsewhere, x } = data
  const sums = (all: Float64Array[]) => all[0]!.map((_, at) => all.reduce((sum, one) => sum + one[at]!, 0))
  const xNation = sums(x)
  const coefficients = (Z: Float64Array, output: Float64Array) => Z.map((one, at) => (output[at % N] === 0 ? 0 : one / output[at % N]!))
  const A = coefficients(sums([...own, ...elsewhere]), xNation)
  const multipliersOf = (one: Float64Array) => new ProductiveSystem(N, rowsOf(one, N)).inverseColumnSums
  const errors = data.regions.map((_, r) => {
    const real = multipliersOf(coefficients(own[r]!, x[r]!))
    const estimated = multipliersOf(regionalCoefficients(A, locationQuotients(x[r]!, xNation, method)))
    return Array.from(real, (one, j) => 100 * Math.abs(estimated[j]! / one - 1)).filter((_, j) => x[r]![j]! > 0)
  })
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  return { all: mean(errors.flat()), uusimaa: mean(errors[data.regions.indexOf('Uusimaa')]!) }
}

describe('Finland 2014, 19 regions × 30 sectors (skipped where it is absent)', () => {
  let data: ReturnType<typeof finland>
  beforeAll(() => {
    if (hasEconomyData) data = finland()
  })

  test.runIf(hasEconomyData)('the errors that stand beside every city table', () => {
    for (const { method, all, uusimaa } of measuredErrors) {
      const found = finnishError(method, data)
      expect(Math.abs(found.all - all), methodName(method)).toBeLessThan(0.01)
      expect(Math.abs(found.uusimaa - uusimaa), methodName(method)).toBeLessThan(0.01)
    }
  })

  test.runIf(hasEconomyData)('δ = 0.14 is best for FLQ, 0.16 for AFLQ', () => {
    const best = (kind: 'FLQ' | 'AFLQ') =>
      [0.12, 0.13, 0.14, 0.15, 0.16, 0.17]
        .map((delta) => ({ delta, all: finnishError({ kind, delta }, data).all }))
        .toSorted((a, b) => a.all - b.all)[0]!.delta
    expect(best('FLQ')).toBe(0.14)
    expect(best('AFLQ')).toBe(0.16)
  })
})
