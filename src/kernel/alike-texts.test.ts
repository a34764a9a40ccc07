import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alikeAmong, alikeTexts } from './alike-texts.ts'
import { textSimilarity, trigramsOf } from './text-similarity.ts'

/** Short texts over few letters: many of them are alike, and trigrams repeat. */
const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'б', 'қ', ' ', '1'), maxLength: 14 }), { maxLength: 12 })

test('the same pairs as comparing every text with every other one', () => {
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(0.05, 0.3, 0.5, 0.62, 0.9, 1), (left, right, atLeast) => {
      const slow = left.flatMap((a, i) =>
        right.flatMap((b, j) => {
          const likeness = a.trim() === '' || b.trim() === '' ? 0 : textSimilarity(a, b)
          return likeness >= atLeast ? [{ left: i, right: j, likeness }] : []
        }),
      )
      expect(alikeTexts(left, right, atLeast)).toEqual(slow)
    }),
    { numRuns: 500 },
  )
})

test('among themselves: each pair once, the earlier one on the right', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(0.2, 0.5, 0.7, 1), (own, atLeast) => {
      const both = alikeTexts(own, own, atLeast).filter(({ left, right }) => right < left)
      expect(alikeAmong(own.map(trigramsOf), atLeast)).toEqual(both)
    }),
    { numRuns: 300 },
  )
})

test('a text without words is like nothing', () => {
  expect(alikeTexts(['', ' '], ['', 'a'], 0.1)).toEqual([])
})

test.each([0, -1, 1.1, NaN])('a likeness of %s makes no sense', (atLeast) => {
  expect(() => alikeTexts(['a'], ['a'], atLeast)).toThrow(RangeError)
})
