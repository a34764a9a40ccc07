import { expect, test } from 'vitest'
import { languages } from '../../books/text.ts'
import { wordsOf } from '../../pages/words.ts'
import { fill, writeNumber } from './words.ts'

test.each(languages.flatMap((language) => [0, 7.25, -0.4, 999, 1234, -12_345.678, 1_000_000.5].map((value) => ({ language, value }))))(
  '$value is written in $language as the pages write it',
  ({ language, value }) => {
    const page = wordsOf(language)
    for (const digits of [0, 2]) expect(writeNumber(value, language, digits)).toBe(page.number(value, digits))
  },
)

test('gaps are filled, and a gap that nobody fills stays to be seen', () => {
  expect(fill('{served} of {people}, {other}', { served: 3, people: '5' })).toBe('3 of 5, {other}')
})
