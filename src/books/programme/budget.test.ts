import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumBudget } from './budget.ts'
import { sumDecimals } from './sum-decimals.ts'

const line = (year: number, amount: string, source: string, prices = 'nominal', currency = 'KZT') => ({
  year,
  amount,
  currency,
  prices,
  source: { kk: source },
})

test('sums by year and by source, exactly', () => {
  const [budget, ...others] = sumBudget([
    line(2026, '0.1', 'Қала'),
    line(2025, '0.2', 'Қала'),
    line(2025, '9007199254740993', 'Республика'),
  ])
  expect(others).toEqual([])
  expect(budget?.years).toEqual([
    { year: 2025, amount: '9007199254740993.2' },
    { year: 2026, amount: '0.1' },
  ])
  expect(budget?.sources.map(({ amount }) => amount)).toEqual(['0.3', '9007199254740993'])
  expect(budget?.total).toBe('9007199254740993.3')
})

test.each([
  { case: 'nominal and constant prices', lines: [line(2025, '1', 'Қала'), line(2025, '2', 'Қала', 'constant 2023')] },
  { case: 'constant prices of two years', lines: [line(2025, '1', 'Қала', 'constant 2020'), line(2025, '2', 'Қала', 'constant 2023')] },
  { case: 'two currencies', lines: [line(2025, '1', 'Қала'), line(2025, '2', 'Қала', 'nominal', 'USD')] },
])('$case are never added together', ({ lines }) => {
  expect(sumBudget(lines).map(({ total }) => total)).toEqual(['1', '2'])
})

test('no lines, no budget', () => {
  expect(sumBudget([])).toEqual([])
})

test('the sum of decimals agrees with integers of the smallest unit, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })), (cents) => {
      const text = (value: bigint) => {
        const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
        return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
      }
      const total = cents.reduce((sum, value) => sum + value, 0n)
      expect(sumDecimals(cents.map(text))).toBe(cents.length === 0 ? '0' : text(total))
      expect(sumDecimals(cents.map(text).reverse())).toBe(cents.length === 0 ? '0' : text(total))
    }),
  )
})

test('a text that is no number is refused', () => {
  expect(() => sumDecimals(['1e3'])).toThrow(RangeError)
})
