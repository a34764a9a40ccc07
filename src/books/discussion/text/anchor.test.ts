import { expect, test } from 'vitest'
import type { ProgrammeVersion } from '../../programme/programme.ts'
import { anchorOf } from './anchor.ts'

const version: ProgrammeVersion = {
  programme: 'p-2030',
  number: 4,
  status: 'draft',
  date: null,
  act: {},
  title: {},
  period: { from: 2024, to: 2030 },
  baselineYear: null,
  passport: [
    {
      label: { kk: 'Мақсат' },
      text: [
        { id: 'a', text: { kk: 'Қала таза болады.' }, sources: [] },
        { id: 'b', text: { kk: 'Әр  тұрғын саябақ\nтабады.' }, sources: [] },
        { id: 'c', text: { ru: 'Только по-русски.' }, sources: [] },
      ],
    },
  ],
  directions: [],
  sources: [],
}

test('a whole sentence, with the end of the one before it', () => {
  expect(anchorOf(version, 'b', 'kk')).toEqual({
    programme: 'p-2030',
    version: 4,
    section: expect.stringMatching(/^passport-/) as string,
    sentence: 'b',
    language: 'kk',
    exact: 'Әр тұрғын саябақ табады.',
    prefix: 'Қала таза болады. ',
    suffix: '',
  })
})

test('a stretch of a sentence, in the text with single spaces', () => {
  expect(anchorOf(version, 'b', 'kk', { start: 3, end: 9 })).toMatchObject({
    exact: 'тұрғын',
    prefix: 'Қала таза болады. Әр ',
    suffix: ' саябақ табады.',
  })
})

test.each([
  { case: 'no such sentence', sentence: 'x', language: 'kk' as const },
  { case: 'not in this language', sentence: 'c', language: 'kk' as const },
  { case: 'an empty range', sentence: 'b', language: 'kk' as const, range: { start: 2, end: 3 } },
  { case: 'a range beyond the sentence', sentence: 'a', language: 'kk' as const, range: { start: 0, end: 99 } },
  { case: 'a range turned round', sentence: 'a', language: 'kk' as const, range: { start: 5, end: 2 } },
])('no anchor: $case', ({ sentence, language, range }) => {
  expect(anchorOf(version, sentence, language, range)).toBeNull()
})
