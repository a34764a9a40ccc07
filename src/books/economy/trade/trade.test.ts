import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputOutputTable } from '../input-output-table.ts'
import { comparativeAdvantage } from './comparative-advantage.ts'
import { advantagesOf, productDensity, productProximity } from './product-space.ts'
import { boughtBy, soldBy, tradeFlows } from './trade-flows.ts'
import { exportSimilarity, krugmanIndex, tradeComplementarity } from './structure-similarity.ts'
import { grubelLloyd, tradeIntensity } from './two-way-trade.ts'

const structure = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 })
  .filter((values) => values.some((value) => value > 0))
const factor = fc.integer({ min: 1, max: 1000 })

describe('structures of two countries', () => {
  test('similarity and distance are two sides of one thing, whoever stands first', () => {
    fc.assert(
      fc.property(structure, structure, (a, b) => {
        const similarity = exportSimilarity(a, b)!
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(100 + 1e-9)
        expect(exportSimilarity(b, a)).toBeCloseTo(similarity, 9)
        expect(krugmanIndex(a, b)).toBeCloseTo(2 - similarity / 50, 9)
        expect(tradeComplementarity(a, b)).toBeCloseTo(similarity, 9)
      }),
    )
  })

  test('units cancel, the order of products does not matter, and nobody is more like oneself', () => {
    fc.assert(
      fc.property(structure, structure, factor, (a, b, times) => {
        const scaled = a.map((value) => value * times)
        expect(exportSimilarity(scaled, b)).toBeCloseTo(exportSimilarity(a, b)!, 9)
        expect(exportSimilarity(a.toReversed(), b.toReversed())).toBeCloseTo(exportSimilarity(a, b)!, 9)
        expect(exportSimilarity(a, scaled)).toBeCloseTo(100, 9)
      }),
    )
  })

  test('who sells nothing has no structure; other classifications cannot be compared', () => {
    expect(exportSimilarity([0, 0], [1, 1])).toBeNull()
    expect(tradeComplementarity([1, 1], [0, 0])).toBeNull()
    expect(() => krugmanIndex([1], [1, 2])).toThrow('one classification')
  })
})

describe('comparative advantage and the space of products', () => {
  const matrix = fc
    .array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 4 })
    .map((rows) => ({ countries: 4, products: 5, values: Float64Array.from(rows.flat()) }))

  test('weighted by its exports, a country has an advantage of 1 on average', () => {
    fc.assert(
      fc.property(matrix, (exports) => {
        const rca = comparativeAdvantage(exports)
        const world = exports.values.reduce((a, b) => a + b, 0)
        for (const row of rca) {
          if (row.every((value) => value === null)) continue
          const mean = row.reduce<number>((sum, value, product) => {
            const all = [0, 1, 2, 3].reduce((total, country) => total + exports.values[country * 5 + product]!, 0)
            return sum + ((value ?? 0) * all) / world
          }, 0)
          expect(mean).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  test('proximity is symmetric, within 0 and 1, and what a conditional probability counted by hand says', () => {
    fc.assert(
      fc.property(matrix, (exports) => {
        const advantages = advantagesOf(comparativeAdvantage(exports))
        const phi = productProximity(advantages)
        for (let i = 0; i < 5; i++)
          for (let j = 0; j < 5; j++) {
            const having = (product: number) => advantages.filter((row) => row[product])
            const given = (one: number, other: number) =>
              having(other).length === 0 ? 0 : having(other).filter((row) => row[one]).length / having(other).length
            expect(phi[i * 5 + j]).toBeCloseTo(i === j ? 0 : Math.min(given(i, j), given(j, i)), 12)
          }
      }),
    )
  })

  test('density lies within 0 and 1, and does not know whether the country exports the product itself', () => {
    fc.assert(
      fc.property(matrix, fc.integer({ min: 0, max: 4 }), (exports, product) => {
        const advantages = advantagesOf(comparativeAdvantage(exports))
        const phi = productProximity(advantages)
        const own = advantages[0]!
        const density = productDensity(own, phi)
        for (const value of density) if (value !== null) expect(value >= 0 && value <= 1 + 1e-12).toBe(true)
        const turned = own.map((value, at) => (at === product ? !value : value))
        expect(productDensity(turned, phi)[product]).toBe(density[product])
      }),
    )
  })

  test('a country without exports and a product that nobody exports have no advantage', () => {
    expect(comparativeAdvantage({ countries: 2, products: 2, values: Float64Array.of(5, 0, 0, 0) })).toEqual([
      [1, null],
      [null, null],
    ])
    expect(() => comparativeAdvantage({ countries: 2, products: 2, values: new Float64Array(3) })).toThrow('2 countries')
    expect(productDensity([false, true], new Float64Array(4))).toEqual([null, null])
    expect(() => productDensity([true], new Float64Array(4))).toThrow('1 products')
  })
})

describe('trade of a table', () => {
  // Two countries of two sectors; the first has two regions.
  const table: InputOutputTable = {
    ...{ name: 'test', year: 2020, unit: 'million USD', extensions: [] },
    regions: ['city', 'rest', 'far'].map((code) => ({ code, name: code })),
    sectors: ['food', 'other'].map((code) => ({ code, name: code })),
    Z: Float64Array.from({ length: 36 }, (_, at) => at + 1),
    Y: Float64Array.from({ length: 12 }, (_, at) => 100 + at),
    finalDemand: [
      { region: 'city', category: 'F' },
      { region: 'far', category: 'F' },
    ],
    x: new Float64Array(6).fill(1000),
  }

  test('inputs and final goods count, trade at home does not', () => {
    const flows = tradeFlows(table, (region) => (region === 'far' ? 'far' : 'home'))
    expect(flows.countries).toEqual(['home', 'far'])
    // Food of the city and of the rest, to both sectors of the far country and to its final demand.
    expect(soldBy(flows, 'home', 'far')[0]).toBe(5 + 6 + 101 + (17 + 18 + 105))
    expect(boughtBy(flows, 'home')).toEqual(soldBy(flows, 'far'))
    expect(soldBy(flows, 'home', 'home')).toEqual(new Float64Array(2))
    expect(() => soldBy(flows, 'nowhere')).toThrow('no country nowhere')
  })

  test('what all sell is what all buy', () => {
    const flows = tradeFlows(table)
    const total = (of: (country: string) => Float64Array) =>
      flows.countries.flatMap((country) => [...of(country)]).reduce((a, b) => a + b, 0)
    expect(total((country) => soldBy(flows, country))).toBe(total((country) => boughtBy(flows, country)))
  })
})

describe('trade both ways', () => {
  test('the index does not care who exports', () => {
    fc.assert(
      fc.property(factor, factor, (a, b) => {
        expect(grubelLloyd(a, b)).toBe(grubelLloyd(b, a))
        expect(grubelLloyd(a, a)).toBe(1)
        expect(grubelLloyd(a, 0)).toBe(0)
      }),
    )
    expect(grubelLloyd(0, 0)).toBeNull()
    expect(() => grubelLloyd(-1, 2)).toThrow('0 or more')
  })

  test('intensity is 1 where the partner buys as much as of the world', () => {
    expect(tradeIntensity({ flow: 5, exports: 100, worldToPartner: 500, worldExports: 10_000 })).toBeCloseTo(1, 12)
    expect(tradeIntensity({ flow: 0, exports: 0, worldToPartner: 500, worldExports: 10_000 })).toBeNull()
  })
})
