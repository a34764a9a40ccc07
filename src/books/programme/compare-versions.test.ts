import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSentences } from './compare-sentences.ts'
import { compareVersions } from './compare-versions.ts'
import { compareWords } from './compare-words.ts'
import { sentence, testIndicator, testMeasure, versionWithGoal } from './programme.examples.ts'

describe('word by word', () => {
  test.each([
    { case: 'a number changed', before: 'үлес 65 % болған', after: 'үлес 43 % болған', parts: ['=үлес ', '-65', '+43', '= % болған'] },
    { case: 'nothing changed', before: 'бір', after: 'бір', parts: ['=бір'] },
    { case: 'all new', before: '', after: 'бір екі', parts: ['+бір екі'] },
    { case: 'all gone', before: 'бір екі', after: '', parts: ['-бір екі'] },
    { case: 'words added at the end', before: 'болған.', after: 'болған (ҚазСтат).', parts: ['-болған.', '+болған (ҚазСтат).'] },
  ])('$case', ({ before, after, parts }) => {
    const sign = { same: '=', deleted: '-', inserted: '+' }
    expect(compareWords(before, after).map(({ kind, text }) => sign[kind] + text)).toEqual(parts)
  })

  test('without what was inserted it is the old text, without what was deleted the new one', () => {
    const text = fc.array(fc.constantFrom('жол', 'көше', '80 %', ' ', '  ', 'қала,')).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compareWords(before, after)
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        expect(without('inserted')).toBe(before)
        expect(without('deleted')).toBe(after)
      }),
    )
  })

  test('a text larger than any sentence is shown as replaced, at once', () => {
    const long = 'сөз '.repeat(2000)
    expect(compareWords(long, `${long}соңы`).map(({ kind }) => kind)).toEqual(['deleted', 'inserted'])
  })
})

describe('sentence by sentence', () => {
  const [a, b, c] = [sentence('a', 'Бір.'), sentence('b', 'Екі.'), sentence('c', 'Үш.')]
  test.each([
    { case: 'nothing changed', before: [a, b], after: [a, b], found: ['a same', 'b same'] },
    { case: 'one added', before: [a], after: [a, b], found: ['a same', 'b added'] },
    { case: 'one removed stands where it stood', before: [a, b, c], after: [a, c], found: ['a same', 'b removed', 'c same'] },
    { case: 'the first removed', before: [a, b], after: [b], found: ['a removed', 'b same'] },
    { case: 'one changed', before: [a], after: [sentence('a', 'Бір жаңа.')], found: ['a changed'] },
    { case: 'one moved to the front', before: [a, b, c], after: [c, a, b], found: ['c same moved', 'a same', 'b same'] },
    {
      case: 'one moved and changed',
      before: [a, b, c],
      after: [sentence('c', 'Төрт.'), a, b],
      found: ['c changed moved', 'a same', 'b same'],
    },
  ])('$case', ({ before, after, found }) => {
    expect(compareSentences(before, after).map(({ id, kind, moved }) => `${id} ${kind}${moved ? ' moved' : ''}`)).toEqual(found)
  })
})

describe('whole versions', () => {
  const before = versionWithGoal({ text: [sentence('a', 'Бір.')], indicators: [testIndicator()], measures: [testMeasure()] })

  test('a version does not differ from itself', () => {
    const difference = compareVersions(before, before)
    expect([difference.sections, difference.indicators, difference.measures, difference.budget]).toEqual([[], [], [], []])
  })

  test('targets are compared year by year', () => {
    const targets = [
      { year: 2025, value: '64' },
      { year: 2028, value: '70' },
      { year: 2030, value: '80' },
    ]
    const difference = compareVersions(before, versionWithGoal({ indicators: [testIndicator({ targets })] }))
    expect(difference.indicators[0]?.changes).toEqual([
      { field: 'target', year: 2028, before: null, after: '70' },
      { field: 'target', year: 2030, before: '85', after: '80' },
    ])
  })

  test('money is compared by year and by kind of prices, never across them', () => {
    const line = (amount: string, prices: string) => ({ year: 2025, amount, currency: 'KZT', prices, source: { kk: 'Бюджет' } })
    const after = versionWithGoal({
      measures: [testMeasure({ budget: [line('60', 'nominal'), line('70.5', 'nominal'), line('100', 'constant 2023')] })],
    })
    const expected = [
      { year: 2025, currency: 'KZT', prices: 'constant 2023', before: null, after: '100' },
      { year: 2025, currency: 'KZT', prices: 'nominal', before: '100', after: '130.5' },
    ]
    const difference = compareVersions(versionWithGoal({ measures: [testMeasure()] }), after)
    expect(difference.measures[0]?.budget).toEqual(expected)
    expect(difference.budget).toEqual(expected)
  })

  test('what was added and removed is counted', () => {
    const after = versionWithGoal({ text: [sentence('b', 'Екі.')], indicators: [testIndicator({ id: 'i-2' })], measures: [] })
    const { counts } = compareVersions(before, after)
    expect(counts).toEqual({
      sentences: { added: 1, removed: 1, changed: 0, moved: 0 },
      indicators: { added: 1, removed: 1, changed: 0, moved: 0 },
      measures: { added: 0, removed: 1, changed: 0, moved: 0 },
    })
  })
})
