import { expect, test } from 'vitest'
import { findMatches, foldText, wordsOfText, type SearchDocument } from './search-text.ts'

test.each([
  { case: 'every Kazakh letter has its neighbour', text: 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі', folded: 'агкноуухи агкноуухи' },
  { case: 'marks fall away', text: 'Ёлка, йод, Ülgiqala, café', folded: 'елка, иод, ulgiqala, cafe' },
  { case: 'composed and decomposed letters are the same', text: 'и\u0306од', folded: 'иод' },
  { case: 'small figures become plain ones', text: 'м³', folded: 'м3' },
])('$case', ({ text, folded }) => {
  expect(foldText(text)).toBe(folded)
  expect(foldText(folded)).toBe(folded)
})

test('numbers and codes stay whole, punctuation does not', () => {
  expect(wordsOfText('U-4 (6.3.1), «су».')).toEqual(['u-4', '6.3.1', 'су'])
})

const documents: readonly SearchDocument[] = [
  { id: 'air', number: '11.6.2', title: { kk: 'Ауадағы PM2.5', ru: 'Взвешенные частицы РМ2.5', en: 'Fine particulate matter PM2.5' } },
  { id: 'city', title: { kk: 'Қала халқы', ru: 'Население города', en: 'Population of the city' } },
  {
    id: 'roads',
    number: '11.2.1.1',
    title: { kk: 'Жергілікті жолдар', ru: 'Дороги местного значения' },
    text: { kk: 'Қала жолдарының үлесі' },
  },
  { id: 'water', number: '6.1.1', title: { kk: 'Ауыз су', ru: 'Питьевая вода', en: 'Drinking water' } },
]

test.each([
  { case: 'Russian letters find a Kazakh word, the title before the text', query: 'кала', found: ['city', 'roads'] },
  { case: 'Kazakh letters find it as well', query: 'ҚАЛА', found: ['city', 'roads'] },
  { case: 'an ending does not hide the word', query: 'қаласы', found: ['city', 'roads'] },
  { case: 'the beginning of a number finds all below it', query: '11.', found: ['air', 'roads'] },
  { case: 'the whole number finds one', query: '11.6.2', found: ['air'] },
  { case: 'all words are needed', query: 'drinking air', found: [] },
  { case: 'words may be in several languages', query: 'вода drinking', found: ['water'] },
  { case: 'a part of a word is enough', query: 'пит', found: ['water'] },
  { case: 'nothing asked, nothing found', query: ' ,. ', found: [] },
])('$case', ({ query, found }) => {
  expect(findMatches(query, documents).map(({ id }) => id)).toEqual(found)
})

test('equals stay in their order', () => {
  const twins = ['b', 'a', 'c'].map((id) => ({ id, title: { ru: 'Вода' } }))
  expect(findMatches('вода', twins).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
})
