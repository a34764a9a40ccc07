import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

test('rejects the first four of the fifteen tests of Benjamini and Hochberg (1995), section 4.1', () => {
  const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  const q = benjaminiHochberg(p)
  expect([...q].map((one) => one <= 0.05)).toEqual(p.map((_, rank) => rank < 4))
})

test('keeps what the step-up rule keeps, in whatever order the tests come', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (p) => {
      const sorted = p.toSorted((a, b) => a - b)
      const last = sorted.findLastIndex((one, rank) => one <= (0.05 * (rank + 1)) / p.length)
      const kept = [...benjaminiHochberg(p)].filter((q) => q <= 0.05).length
      // Rounding may part p · m / j from the line by the last bit.
      if (sorted.every((one, rank) => Math.abs(one - (0.05 * (rank + 1)) / p.length) > 1e-12)) expect(kept).toBe(last + 1)
    }),
  )
})
