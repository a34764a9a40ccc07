import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tiltShares } from './tilt-shares.ts'

/** RAS as it is written in the books: rows, columns, rows, columns … */
function slowly(q: Float64Array, t: Float64Array, wanted: number): Float64Array {
  const rest = t.reduce((sum, one) => sum + one, 0) - wanted
  let [first, second] = [q.map((one, j) => one * t[j]!), q.map((one, j) => (1 - one) * t[j]!)]
  const scaled = (row: Float64Array, total: number) => {
    const sum = row.reduce((all, one) => all + one, 0)
    return row.map((one) => (one * total) / sum)
  }
  for (let round = 0; round < 3000; round++) {
    ;[first, second] = [scaled(first, wanted), scaled(second, rest)]
    const columns = first.map((one, j) => t[j]! / (one + second[j]!))
    ;[first, second] = [first.map((one, j) => one * columns[j]!), second.map((one, j) => one * columns[j]!)]
  }
  return first.map((one, j) => one / t[j]!)
}

const cell = fc.record({ q: fc.double({ min: 0.05, max: 0.95, noNaN: true }), t: fc.double({ min: 0.1, max: 100, noNaN: true }) })

test('agrees with RAS round by round', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (cells, part) => {
      const [q, t] = [Float64Array.from(cells, (one) => one.q), Float64Array.from(cells, (one) => one.t)]
      const wanted = part * t.reduce((sum, one) => sum + one, 0)
      const tilted = tiltShares(q, t, wanted)
      slowly(q, t, wanted).forEach((one, j) => expect(tilted[j]).toBeCloseTo(one, 8))
      expect(tilted.reduce((sum, one, j) => sum + one * t[j]!, 0) / wanted).toBeCloseTo(1, 12)
    }),
    { seed: 4, numRuns: 60 },
  )
})

test('all or nothing gives way where it must', () => {
  const t = Float64Array.of(10, 10)
  const tilted = tiltShares(Float64Array.of(1, 0), t, 15)
  expect(tilted[0]! * 10 + tilted[1]! * 10).toBeCloseTo(15, 10)
  expect(tilted[0]).toBeGreaterThan(0.999)
})

test.each([
  { case: 'nothing', wanted: 0, shares: [0, 0] },
  { case: 'everything', wanted: 20, shares: [1, 1] },
])('$case', ({ wanted, shares }) => {
  expect([...tiltShares(Float64Array.of(0.3, 0.6), Float64Array.of(10, 10), wanted)]).toEqual(shares)
})

test('more than there is is refused', () => {
  expect(() => tiltShares(Float64Array.of(0.5), Float64Array.of(10), 11)).toThrow('A part of 11 cannot be taken out of 10.')
})
