import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonInterval } from './wilson-interval.ts'

test.each([
  { counted: 81, of: 263, low: 0.2553, high: 0.3662 },
  { counted: 15, of: 148, low: 0.0624, high: 0.1605 },
  { counted: 0, of: 20, low: 0, high: 0.1611 },
  { counted: 1, of: 29, low: 0.0061, high: 0.1718 },
])('$counted of $of: Newcombe 1998, table I, method 3', ({ counted, of, low, high }) => {
  const interval = wilsonInterval(counted, of)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

test('the bounds are the shares for which the count is just not surprising: Wilson 1927, the equation itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
      const counted = Math.round(share * of)
      const { low, high } = wilsonInterval(counted, of)
      const observed = counted / of
      for (const bound of [low, high]) {
        if (bound === 0 || bound === 1) continue
        expect(Math.abs(observed - bound)).toBeCloseTo(1.959963984540054 * Math.sqrt((bound * (1 - bound)) / of), 9)
      }
      expect(0 <= low && low <= observed && observed <= high && high <= 1).toBe(true)
    }),
  )
})

test('the other share has the mirrored interval', () => {
  const [yes, no] = [wilsonInterval(7, 40), wilsonInterval(33, 40)]
  expect(no.low).toBeCloseTo(1 - yes.high, 12)
})

test.each([
  [1, 0],
  [5, 4],
  [-1, 4],
])('%i of %i is refused', (counted, of) => {
  expect(() => wilsonInterval(counted, of)).toThrow(RangeError)
})
