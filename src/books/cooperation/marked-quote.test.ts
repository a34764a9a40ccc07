import { expect, test } from 'vitest'
import type { Evidence } from './evidence.ts'
import { markQuote } from './marked-quote.ts'
import { pageOfPlace, pageStarts } from './text-pages.ts'

const quote: Evidence = {
  number: 1,
  subject: { kind: 'statement', number: 1 },
  source: 1,
  start: 10,
  end: 30,
  exact: 'біз оны қарастырамыз',
  marker: null,
}
const promise = (start: number, end: number, source = 1): Evidence => ({
  ...{ number: 2, subject: { kind: 'commitment', number: 7 }, source, start: 0, end: 99, exact: '', marker: { start, end } },
})

test('the verb of a promise is marked within the quote', () => {
  expect(markQuote(quote.exact, quote, [promise(18, 30)])).toEqual([
    { text: 'біз оны ', commitments: [] },
    { text: 'қарастырамыз', commitments: [7] },
  ])
})

test.each([
  { case: 'a verb of another source', promises: [promise(18, 30, 2)] },
  { case: 'a verb that lies outside', promises: [promise(5, 12)] },
])('$case is not', ({ promises }) => {
  expect(markQuote(quote.exact, quote, promises)).toEqual([{ text: quote.exact, commitments: [] }])
})

test('a long text is cut at its lines, and every unit of it stands on one page', () => {
  const text = `${'Сөйлем. '.repeat(40)}\n`.repeat(200)
  const starts = pageStarts(text)
  expect(starts.length).toBe(Math.ceil(text.length / 20_000))
  expect(starts.slice(1).every((start) => text[start - 1] === '\n')).toBe(true)
  expect(pageOfPlace(text, starts[1]! - 1)).toBe(1)
  expect(pageOfPlace(text, starts[1]!)).toBe(2)
})

test('a text without any space is cut all the same', () => {
  expect(pageStarts('ы'.repeat(45_000))).toEqual([0, 20_000, 40_000])
})
