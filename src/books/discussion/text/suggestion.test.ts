import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didSuggestionEnter, longestSuggestion, readSuggestion } from './suggestion.ts'

const sentence = '2030 жылға қарай тұрғындардың 80 %-ы үйінен 800 метр жерде аялдама табады.'

test.each([
  { case: 'empty', wording: ' \n ', code: 'suggestion_empty' },
  { case: 'only marks', wording: '…!', code: 'suggestion_empty' },
  { case: 'the sentence itself', wording: sentence, code: 'suggestion_same' },
  { case: 'the sentence with other spaces', wording: ` ${sentence.replace(' ', '  ')}\n`, code: 'suggestion_same' },
  { case: 'the sentence in NFD', wording: sentence.normalize('NFD'), code: 'suggestion_same' },
  { case: 'a letter too long', wording: 'жол '.repeat(longestSuggestion / 4) + 'жолы', code: 'suggestion_too_long' },
])('refused: $case', ({ wording, code }) => {
  const outcome = readSuggestion(wording, sentence)
  expect(outcome.ok ? null : outcome.refusal).toMatchObject({ code, field: 'wording' })
})

test('a comma may be the whole suggestion', () => {
  expect(readSuggestion('Казнить, нельзя помиловать.', 'Казнить нельзя помиловать.').ok).toBe(true)
})

test('the difference leaves out what stays', () => {
  const outcome = readSuggestion(sentence.replace('800', '500'), sentence)
  expect(outcome.ok && outcome.value.difference.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'deleted', text: '800' },
    { kind: 'inserted', text: '500' },
  ])
})

const before = 'На главных улицах автобусы пойдут по выделенным полосам.'
test.each([
  {
    case: 'taken word for word',
    wish: 'На главных улицах автобусы и троллейбусы пойдут по выделенным полосам.',
    after: 'На главных улицах автобусы и троллейбусы пойдут по выделенным полосам.',
    share: 1,
  },
  { case: 'not taken', wish: 'На всех улицах автобусы пойдут по выделенным полосам.', after: before, share: 0 },
  {
    case: 'taken beside another change',
    wish: 'На всех улицах автобусы пойдут по выделенным полосам.',
    after: 'К 2027 году на всех улицах автобусы пойдут по выделенным полосам.',
    share: 1,
  },
  {
    case: 'half taken',
    wish: 'На главных улицах автобусы и троллейбусы пойдут по полосам.',
    after: 'На главных улицах автобусы пойдут по полосам.',
    share: 1 / 3,
  },
  { case: 'the opposite was done', wish: `${before} Ночью тоже.`, after: 'Автобусы пойдут по полосам.', share: 0 },
  { case: 'only the marks differ', wish: before.replace('.', '!'), after: before, share: 0 },
])('$case', ({ wish, after, share }) => {
  expect(didSuggestionEnter(wish, before, after).share).toBeCloseTo(share, 10)
})

test('the words say which part', () => {
  const result = didSuggestionEnter(
    'На главных улицах автобусы и троллейбусы пойдут по полосам.',
    before,
    'На главных улицах автобусы пойдут по полосам.',
  )
  expect(result).toMatchObject({ entered: ['выделенным'], missing: ['и', 'троллейбусы'] })
})

test('a suggestion taken as it is has entered wholly, one not touched not at all', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '1'), { maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (old, wish) => {
      expect(didSuggestionEnter(wish, old, wish).share).toBe(wish === old ? 0 : 1)
      expect(didSuggestionEnter(wish, old, old).share).toBe(0)
    }),
  )
})
