import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textSimilarity } from './text-similarity.ts'

test.each([
  { case: 'the same text', a: 'Жайлы қала', b: 'Жайлы қала', similarity: 1 },
  { case: 'case and spaces do not count', a: 'Жайлы  қала ', b: 'жайлы қала', similarity: 1 },
  { case: 'nothing in common', a: 'abc', b: 'xyz', similarity: 0 },
  { case: 'both empty', a: '', b: ' ', similarity: 1 },
  { case: 'one empty', a: 'a', b: '', similarity: 0 },
  // night: __n _ni nig igh ght ht_ ; nacht: __n _na nac ach cht ht_ ; common __n, ht_
  { case: 'worked by hand: night and nacht share 2 of 6 + 6', a: 'night', b: 'nacht', similarity: 4 / 12 },
])('$case', ({ a, b, similarity }) => {
  expect(textSimilarity(a, b)).toBeCloseTo(similarity, 12)
})

test('order of the two texts does not matter, and the result stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const similarity = textSimilarity(a, b)
      expect(similarity).toBe(textSimilarity(b, a))
      expect(similarity).toBeGreaterThanOrEqual(0)
      expect(similarity).toBeLessThanOrEqual(1)
    }),
  )
})
