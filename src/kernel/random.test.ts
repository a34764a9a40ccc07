import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stream } from './random.ts'

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const take = (count: number, next: () => number): number[] => Array.from({ length: count }, next)

test('a stream is known by its seed, draw and purpose, whatever was drawn elsewhere before', () => {
  fc.assert(
    fc.property(word, word, word, (seed, draw, purpose) => {
      const first = take(5, stream(seed, draw, purpose).uniform)
      take(100, stream(seed, (draw ^ 1) >>> 0, purpose).uniform)
      expect(take(5, stream(seed, draw, purpose).uniform)).toEqual(first)
    }),
  )
})

test('streams that differ in one of the three words have nothing in common', () => {
  const firsts = new Set<number>()
  for (let seed = 0; seed < 20; seed++)
    for (let draw = 0; draw < 20; draw++)
      for (let purpose = 0; purpose < 20; purpose++) {
        const random = stream(seed, draw, purpose)
        firsts.add(random.uniform() + random.uniform() / 2 ** 20)
      }
  expect(firsts.size).toBe(8000)
})

/** Moments over `count` numbers, within five standard errors: a wrong generator fails, a right one cannot (the seeds are fixed). */
const count = 200_000
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

test.each([
  { case: 'the mean of uniform numbers is 1/2', kind: 'uniform', of: (x: number) => x, expected: 1 / 2, sd: Math.sqrt(1 / 12) },
  { case: 'their mean square is 1/3', kind: 'uniform', of: (x: number) => x ** 2, expected: 1 / 3, sd: Math.sqrt(1 / 5 - 1 / 9) },
  { case: 'the mean of normal numbers is 0', kind: 'normal', of: (x: number) => x, expected: 0, sd: 1 },
  { case: 'their variance is 1', kind: 'normal', of: (x: number) => x ** 2, expected: 1, sd: Math.sqrt(2) },
  { case: 'they are not skew', kind: 'normal', of: (x: number) => x ** 3, expected: 0, sd: Math.sqrt(15) },
  { case: 'their fourth moment is 3', kind: 'normal', of: (x: number) => x ** 4, expected: 3, sd: Math.sqrt(96) },
  { case: '2.5 % of them lie above 1.96', kind: 'normal', of: (x: number) => (x > 1.959964 ? 1 : 0), expected: 0.025, sd: 0.156 },
] as const)('$case', ({ kind, of, expected, sd }) => {
  const withinAStream = take(count, stream(1, 2, 3)[kind])
  // Monte Carlo takes few numbers of many streams: there, too, they must be evenly spread.
  const acrossStreams = Array.from({ length: count }, (_, draw) => stream(1, draw)[kind]())
  const allowed = (5 * sd) / Math.sqrt(count)
  expect(Math.abs(mean(withinAStream.map(of)) - expected)).toBeLessThan(allowed)
  expect(Math.abs(mean(acrossStreams.map(of)) - expected)).toBeLessThan(allowed)
})

test('neighbours are not correlated, neither within a stream nor from draw to draw', () => {
  const within = take(count, stream(9, 9).normal)
  const across = Array.from({ length: count }, (_, draw) => stream(9, draw).normal())
  for (const values of [within, across]) {
    const products = values.slice(1).map((value, index) => value * (values[index] ?? 0))
    expect(Math.abs(mean(products))).toBeLessThan(5 / Math.sqrt(count))
  }
})

test('uniform numbers fill the tenths evenly', () => {
  const counts = new Array<number>(10).fill(0)
  for (const value of take(count, stream(5, 0).uniform)) counts[Math.floor(value * 10)]!++
  const chiSquare = counts.reduce((sum, seen) => sum + (seen - count / 10) ** 2 / (count / 10), 0)
  expect(chiSquare).toBeLessThan(27.9) // 99.9 % of the chi-square distribution with 9 degrees of freedom
})

test.each([-1, 0.5, 2 ** 32, NaN])('%s names no stream', (value) => {
  expect(() => stream(value, 0)).toThrow(RangeError)
  expect(() => stream(0, value)).toThrow(RangeError)
  expect(() => stream(0, 0, value)).toThrow(RangeError)
})
