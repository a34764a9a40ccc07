import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecimal } from './decimal.ts'

const parse = (text: string) => parseDecimal(Buffer.from(text), 0, text.length)

describe('reads exactly what Number reads', () => {
  test('any double, as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value))).toBe(Object.is(value, -0) ? 0 : value)
      }),
      { numRuns: 3_000 },
    )
  })

  test('doubles of the size that tables hold', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e7, max: 1e7, noNaN: true }), (value) => {
        const text = String(value)
        expect(parse(text)).toBe(Number(text))
      }),
      { numRuns: 3_000 },
    )
  })

  test('any digits with a point anywhere in them', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(digits, fc.nat(24), fc.constantFrom('', '-', '+'), (list, place, sign) => {
        const text = sign + list.slice(0, place).join('') + (place < list.length ? '.' : '') + list.slice(place).join('')
        expect(parse(text)).toBe(Number(text))
      }),
      { numRuns: 5_000 },
    )
  })

  test('halfway between two doubles', () => {
    // 2^53 + 1 and neighbours lie exactly between two doubles: the even one is taken.
    for (const text of ['9007199254740993', '9007199254740995', '900719925474099.3', '0.9007199254740993', '4503599627370497.5'])
      expect(parse(text)).toBe(Number(text))
  })
})

test.each(['', '-', '.', 'abc', '1 2', '1,5', '0x10', 'Infinity', '1.2.3', '--1', 'NaN', '1e', 'e5', '1'.repeat(500)])(
  '%j is no number',
  (text) => {
    expect(parse(text)).toBeNaN()
  },
)

test.each([' 12 ', '1e3', '1.5E-7', '+3', '-.5', '5.'])('%j is one', (text) => {
  expect(parse(text)).toBe(Number(text))
})
