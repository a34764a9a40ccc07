import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCodeId, readIndicatorId, writeCodeId, writeIndicatorId } from './code-id.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one !== '_T')

test('any code can be read back, and is written with signs that SDMX takes', () => {
  fc.assert(
    fc.property(text, (code) => {
      expect(writeCodeId(code)).toMatch(/^[\w$-]+$/)
      expect(readCodeId(writeCodeId(code))).toBe(code)
    }),
  )
})

test('so can any number of an indicator', () => {
  fc.assert(
    fc.property(text, (code) => {
      expect(writeIndicatorId(code)).toMatch(/^[\w$-]+$/)
      expect(readIndicatorId(writeIndicatorId(code))).toBe(code)
    }),
  )
})

test('a text that cannot have been written is no code', () => {
  expect([readCodeId('$zz'), readCodeId('$ff'), readIndicatorId('1$')]).toEqual([null, null, null])
})
