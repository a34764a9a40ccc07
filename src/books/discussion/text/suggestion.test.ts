import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didSuggestionEnter } from './suggestion.ts'

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
