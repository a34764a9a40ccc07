import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameContent } from './same-content.ts'

test.each([
  { case: 'the same keys in another order', a: { kk: 'Қала', en: 'City' }, b: { en: 'City', kk: 'Қала' }, same: true },
  { case: 'another order further down', a: { name: [{ a: 1, b: 2 }] }, b: { name: [{ b: 2, a: 1 }] }, same: true },
  { case: 'a key without a value is no key', a: { a: 1, b: undefined }, b: { a: 1 }, same: true },
  { case: 'no value is a value', a: { a: 1, b: null }, b: { a: 1 }, same: false },
  { case: 'another value', a: { a: 1 }, b: { a: 2 }, same: false },
  { case: 'a number is not its text', a: { a: 1 }, b: { a: '1' }, same: false },
  { case: 'the order of a list says something', a: [1, 2], b: [2, 1], same: false },
  { case: 'a key more', a: { a: 1 }, b: { a: 1, b: 1 }, same: false },
])('$case', ({ a, b, same }) => {
  expect(isSameContent(a, b)).toBe(same)
})

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

test('whatever is said, it is the same with all keys the other way round', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isSameContent(value, reversed(value))))
})
