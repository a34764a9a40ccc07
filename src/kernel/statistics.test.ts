import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, medianAbsoluteDeviation } from './statistics.ts'

test.each([
  { case: 'odd count: the middle one', values: [3, 1, 10], middle: 3 },
  { case: 'even count: between the two', values: [4, 1, 3, 2], middle: 2.5 },
  { case: 'one value', values: [7], middle: 7 },
  { case: 'no values', values: [], middle: null },
])('median: $case', ({ values, middle }) => {
  expect(median(values)).toBe(middle)
})

test.each([
  { case: 'one wild value does not move it', values: [1, 2, 3, 4, 1000], spread: 1.4826 },
  { case: 'more than half equal', values: [5, 5, 5, 9], spread: 0 },
  { case: 'no values', values: [], spread: null },
])('median absolute deviation: $case', ({ values, spread }) => {
  expect(medianAbsoluteDeviation(values)).toBe(spread)
})

test('the order of the values does not matter, and a shift shifts only the median', () => {
  const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(numbers, fc.integer({ min: -50, max: 50 }), (values, shift) => {
      const shifted = values.map((value) => value + shift).reverse()
      expect(median(shifted)).toBe((median(values) ?? 0) + shift)
      expect(medianAbsoluteDeviation(shifted)).toBeCloseTo(medianAbsoluteDeviation(values) ?? NaN, 9)
    }),
    { seed: 11 },
  )
})
