import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedRandIndex } from './adjusted-rand-index.ts'

const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 60 })

/** By counting pairs, as the Rand index is defined. */
function byPairs(a: readonly number[], b: readonly number[]): number {
  let [both, inA, inB, all] = [0, 0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      all++
      if (a[i] === a[j]) inA++
      if (b[i] === b[j]) inB++
      if (a[i] === a[j] && b[i] === b[j]) both++
    }
  }
  const expected = (inA * inB) / all
  return (inA + inB) / 2 === expected ? 1 : (both - expected) / ((inA + inB) / 2 - expected)
}

test('is what counting all pairs gives', () => {
  fc.assert(
    fc.property(labels, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (a, stream) => {
      const b = a.map(() => stream.next().value)
      expect(adjustedRandIndex(a, b)).toBeCloseTo(byPairs(a, b), 9)
    }),
  )
})

test('does not care what the labels are called', () => {
  fc.assert(
    fc.property(labels, (a) => {
      const renamed = a.map((one) => 7 - one)
      expect(adjustedRandIndex(a, renamed)).toBeCloseTo(1, 9)
    }),
  )
})

test('leaves out what either has no label for', () => {
  expect(adjustedRandIndex([0, 0, 1, 1, -1], [0, 0, 1, 1, 0])).toBe(1)
})
