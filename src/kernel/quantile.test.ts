import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantile } from './quantile.ts'
import { median } from './statistics.ts'

// numpy.quantile([2, 3, 5, 7, 11, 13, 17], p), whose usual way is type 7.
test.each([
  { p: 0, q: 2 },
  { p: 0.025, q: 2.15 },
  { p: 0.25, q: 4 },
  { p: 0.5, q: 7 },
  { p: 0.9, q: 14.6 },
  { p: 1, q: 17 },
])('the quantile $p of seven primes is $q', ({ p, q }) => {
  expect(quantile(Float64Array.of(2, 3, 5, 7, 11, 13, 17), p)).toBeCloseTo(q, 12)
})

test('no values have no quantile, one has only itself', () => {
  expect(quantile(new Float64Array(), 0.5)).toBeNull()
  expect(quantile(Float64Array.of(4), 0.975)).toBe(4)
})

test('the quantile 1/2 is the median, and quantiles rise with p', () => {
  const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 })
  fc.assert(
    fc.property(values, fc.double({ noNaN: true, min: 0, max: 1 }), fc.double({ noNaN: true, min: 0, max: 1 }), (list, p, q) => {
      const sorted = Float64Array.from(list).sort()
      expect(quantile(sorted, 0.5)).toBeCloseTo(median(list) ?? NaN, 6)
      expect(quantile(sorted, Math.min(p, q)) ?? NaN).toBeLessThanOrEqual((quantile(sorted, Math.max(p, q)) ?? NaN) + 1e-9)
    }),
  )
})

test.each([-0.1, 1.1, NaN])('a share of %s is refused', (p) => {
  expect(() => quantile(Float64Array.of(1), p)).toThrow(RangeError)
})
