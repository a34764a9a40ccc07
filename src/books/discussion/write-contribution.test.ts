import { describe, expect, test } from 'vitest'
import type { ProgrammeVersion } from '../programme/programme.ts'
import { writeContribution, type WhereTo, type WrittenForm } from './write-contribution.ts'

const version: ProgrammeVersion = {
  programme: 'p',
  number: 1,
  status: 'draft',
  date: null,
  act: {},
  title: {},
  period: { from: 2027, to: 2035 },
  baselineYear: null,
  passport: [],
  directions: [
    {
      id: 'd-1',
      number: '1',
      title: { kk: 'Бағыт' },
      text: [
        { id: 's-1', text: { kk: 'Көше жарық болады.', ru: 'Улица будет светлой.' }, sources: [] },
        { id: 's-2', text: { kk: 'Автобус жиі жүреді.' }, sources: [] },
      ],
      goals: [],
    },
  ],
  sources: [],
}
const form: WrittenForm = { text: 'Дұрыс.', wording: '', quote: '', language: 'kk', shownIn: 'kk', seen: [] }
const at: WhereTo = { section: 'd-1', sentence: 's-1', parent: null }
const write = (changes: Partial<WrittenForm>, where: Partial<WhereTo> = {}, phase: Parameters<typeof writeContribution>[3] = 'open') =>
  writeContribution({ ...form, ...changes }, { ...at, ...where }, version, phase)
const kept = (...given: Parameters<typeof write>) => {
  const outcome = write(...given)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join())
  return outcome.value
}

test('the sentence itself in the field of the wording is no other wording, however it is spaced', () => {
  expect(kept({ wording: ' Көше  жарық\nболады. ' })).toMatchObject({ kind: 'comment', wording: null })
})

test('another wording makes a suggestion, and its author need not say why', () => {
  expect(kept({ text: '', wording: 'Көше түнде жарық болады.' })).toMatchObject({
    kind: 'suggestion',
    text: '',
    wording: 'Көше түнде жарық болады.',
  })
})

test('the anchor is in the language in which the sentence was shown, whatever language she writes in', () => {
  expect(kept({ shownIn: 'ru', language: 'kk', quote: 'светлой' }).anchor).toMatchObject({
    language: 'ru',
    exact: 'светлой',
    sentence: 's-1',
  })
})

test('a reply stands where its parent stands and suggests no wording', () => {
  const parent = { number: 7, section: 'd-1', sentence: 's-2', state: 'shown', text: 'Иә' } as const
  expect(kept({ wording: 'Басқа.' }, { section: null, sentence: null, parent })).toMatchObject({
    kind: 'reply',
    parent: 7,
    sentence: 's-2',
    anchor: null,
    wording: null,
  })
})

test('on the whole text there is no anchor', () => {
  expect(kept({}, { section: null, sentence: null })).toMatchObject({ kind: 'comment', section: null, anchor: null })
})

describe('refused', () => {
  const parent = { number: 7, section: 'd-1', sentence: 's-2', state: 'hidden', text: null } as const
  test.each([
    ['before the opening', {}, {}, 'announced', 'not_open'],
    ['after the last day', {}, {}, 'closed', 'not_open'],
    ['at a sentence that is not there', {}, { sentence: 's-9' }, 'open', 'place_not_found'],
    ['at a sentence of another section', {}, { section: 'd-9' }, 'open', 'place_not_found'],
    ['as a reply to what was taken down', {}, { parent }, 'open', 'parent_gone'],
    ['with a quote that the sentence does not hold', { quote: 'қараңғы' }, {}, 'open', 'quote_not_found'],
  ] as const)('%s', (_, changes, where, phase, code) => {
    const outcome = write(changes, where, phase)
    expect(outcome.ok ? [] : outcome.problems.map((one) => one.code)).toEqual([code])
  })
})
