import { expect, test } from 'vitest'
import { halton } from './halton.ts'

test.each([
  { case: 'base 2', base: 2, terms: [1 / 2, 1 / 4, 3 / 4, 1 / 8, 5 / 8, 3 / 8, 7 / 8, 1 / 16, 9 / 16] },
  { case: 'base 3', base: 3, terms: [1 / 3, 2 / 3, 1 / 9, 4 / 9, 7 / 9, 2 / 9, 5 / 9, 8 / 9, 1 / 27] },
  { case: 'base 5', base: 5, terms: [1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 25, 6 / 25, 11 / 25, 16 / 25, 21 / 25] },
])('the first terms as everywhere published: $case', ({ base, terms }) => {
  for (const [i, term] of terms.entries()) expect(halton(i + 1, base)).toBeCloseTo(term, 14)
})

test('term 0 is 0', () => {
  expect(halton(0, 2)).toBe(0)
})

test('2ᵏ terms in a row fall one into each of 2ᵏ equal parts', () => {
  const parts = Array.from({ length: 64 }, (_, i) => Math.floor(halton(64 + i, 2) * 64))
  expect(new Set(parts).size).toBe(64)
})

test.each([
  { case: 'a negative index', index: -1, base: 2 },
  { case: 'half an index', index: 0.5, base: 2 },
  { case: 'base 1', index: 1, base: 1 },
])('$case is refused', ({ index, base }) => {
  expect(() => halton(index, base)).toThrow(RangeError)
})
