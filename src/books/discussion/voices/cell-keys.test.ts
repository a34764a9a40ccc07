import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keySpace, largestNoise, noiseVariance, withNoise } from './cell-keys.ts'

/** The noise of a cell of so many people for every sum of keys that there can be. */
const noises = (people: number): number[] =>
  Array.from({ length: keySpace }, (_, key) => withNoise([key, ...Array<number>(people - 1).fill(0)]) - people)

describe.each([1, 2, 3, 4, 10, 250])('%i people', (people) => {
  const all = noises(people)

  test('the noise is nothing on average and has the variance that the documentation names', () => {
    expect(all.reduce((sum, noise) => sum + noise, 0)).toBe(0)
    expect(all.reduce((sum, noise) => sum + noise * noise, 0) / keySpace).toBe(noiseVariance)
  })

  test('it is never larger than said, and no count falls below nobody', () => {
    expect(Math.max(...all.map(Math.abs))).toBe(largestNoise)
    expect(Math.min(...all) + people).toBeGreaterThanOrEqual(0)
  })
})

const keys = fc.array(fc.integer({ min: 0, max: keySpace - 1 }), { maxLength: 60 })

test('nobody stays nobody', () => expect(withNoise([])).toBe(0))

test('the same people have the same noise in whatever order and table', () => {
  fc.assert(
    fc.property(keys, (people) => {
      expect(withNoise([...people].reverse())).toBe(withNoise(people))
    }),
  )
})

test('one person more draws the noise anew: it tells nothing about her', () => {
  const group = [3, 141, 59, 26, 53, 58, 97, 93, 238, 46]
  const steps = Array.from({ length: keySpace }, (_, key) => withNoise([...group, key]) - withNoise(group))
  // Joining moves the number by every step that the noise allows, downwards too.
  expect(new Set(steps).size).toBe(2 * largestNoise + 1)
  expect(Math.min(...steps)).toBeLessThan(0)
})

test.each([[-1], [256], [0.5]])('%d is no key', (key) => expect(() => withNoise([key])).toThrow(RangeError))
