import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSpanFault, findWords } from './evidence.ts'

/** Kazakh letters, marks, an emoji of two units, letters that change in NFC, what means something in a pattern. */
const letters = [...'әғқңөұүһіаэя ЁЙйABz09.,()[]{}*+?^$|\\/«»“”"\'–—-\n', '👍🏽', '🇰🇿', 'é', 'ё']
const text = fc.array(fc.constantFrom(...letters), { maxLength: 120 }).map((all) => all.join('').normalize('NFC'))
const words = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 30 })
  .map((all) => all.join('').normalize('NFC').trim())
  .filter((one) => one !== '')

/** As somebody copies it: other spaces, quotes and dashes, letters taken apart. */
const copied = (quote: string): string =>
  quote
    .replaceAll(/\s+/g, ' \u00a0')
    .replaceAll(/[«“„"]/g, '”')
    .replaceAll(/[–—-]/g, '‑')
    .normalize('NFD')

test('every quote that stands in a text is found, also with other spaces, quotes and dashes', () => {
  fc.assert(
    fc.property(text, words, text, (before, quote, after) => {
      const whole = `${before}\u0001${quote}\u0001${after}`.normalize('NFC')
      const start = whole.indexOf('\u0001') + 1
      const place = { start, end: start + quote.length }
      expect(findWords(whole, quote)).toContainEqual(place)
      expect(findWords(whole, copied(quote))).toContainEqual(place)
      expect(findWords(whole, `  ${quote}\n`)).toContainEqual(place)
    }),
    { numRuns: 500 },
  )
})

test('every place that is found has no fault, and lies behind the one before', () => {
  fc.assert(
    fc.property(text, words, (whole, quote) => {
      const places = findWords(whole, quote)
      for (const [at, { start, end }] of places.entries()) {
        expect(findSpanFault(whole, { start, end, exact: whole.slice(start, end) })).toBeNull()
        expect(start).toBeGreaterThanOrEqual(places[at - 1]?.end ?? 0)
      }
    }),
    { numRuns: 500 },
  )
})

test('no part of a sign of two units is found', () => {
  expect(findWords('👍🏽 келісті', '👍🏽')).toEqual([{ start: 0, end: 4 }])
  expect(findWords('🇰🇿 келісті', 'келісті')).toEqual([{ start: 5, end: 12 }])
})

test('nothing is not found, and neither is what is not there', () => {
  expect(findWords('Тараптар келісті.', ' \n')).toEqual([])
  expect(findWords('Тараптар келісті.', 'келіспеді')).toEqual([])
  expect(findWords('Тараптар келісті.', 'К')).toEqual([])
})

test.each([
  { case: 'the words stand there', span: { start: 9, end: 16, exact: 'келісті' }, marker: { start: 9, end: 16 }, fault: null },
  { case: 'other words stand there', span: { start: 8, end: 15, exact: 'келісті' }, marker: null, fault: 'words_differ' },
  { case: 'outside', span: { start: 9, end: 99, exact: 'келісті' }, marker: null, fault: 'out_of_text' },
  { case: 'before the text', span: { start: -1, end: 3, exact: 'Тар' }, marker: null, fault: 'out_of_text' },
  { case: 'between two units', span: { start: 0.5, end: 3, exact: 'Тар' }, marker: null, fault: 'out_of_text' },
  { case: 'nothing', span: { start: 3, end: 3, exact: '' }, marker: null, fault: 'empty' },
  { case: 'a verb outside', span: { start: 0, end: 8, exact: 'Тараптар' }, marker: { start: 9, end: 16 }, fault: 'marker_outside' },
  { case: 'a verb that is nothing', span: { start: 0, end: 8, exact: 'Тараптар' }, marker: { start: 4, end: 4 }, fault: 'marker_outside' },
])('$case', ({ span, marker, fault }) => {
  expect(findSpanFault('Тараптар келісті.', span, marker)).toBe(fault)
})

test('a text in another form than NFC has no places', () => {
  expect(findSpanFault('Й'.normalize('NFD'), { start: 0, end: 1, exact: 'И' })).toBe('not_normal')
})
