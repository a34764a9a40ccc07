import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stream } from '../random.ts'
import { plainMachine } from './plain-arithmetic.ts'
import { NotProductive, ProductiveSystem, rowsOf } from './productive-system.ts'
import { simdMachine } from './simd-arithmetic.ts'
import { solveDense } from './solve-dense.ts'

/** Columns that add to between 0.3 and 0.9, most cells small, as in real tables. */
function productiveMatrix(n: number, seed: number): Float64Array {
  const random = stream(seed, 0).uniform
  const A = new Float64Array(n * n).map(() => random() ** 8)
  for (let j = 0; j < n; j++) {
    const wanted = 0.3 + 0.6 * random()
    let sum = 0
    for (let i = 0; i < n; i++) sum += A[i * n + j]!
    for (let i = 0; i < n; i++) A[i * n + j]! *= wanted / sum
  }
  return A
}

const identityMinus = (A: Float64Array, n: number, transposed = false): Float64Array =>
  A.map((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    return (i === j ? 1 : 0) - A[transposed ? j * n + i : at]!
  })

const largestGap = (a: Float64Array, b: Float64Array): number =>
  a.reduce((gap, one, i) => Math.max(gap, Math.abs(one - b[i]!) / (Math.abs(b[i]!) || 1)), 0)

describe.each([3, 40, 150])('%i rows', (n) => {
  const A = productiveMatrix(n, n)
  const random = stream(7, 0).uniform
  const f = new Float64Array(n).map(() => random())
  const F = new Float64Array(n * 9).map(() => random() - 0.3)
  const system = new ProductiveSystem(n, rowsOf(A, n))

  test('solutions are those of plain elimination with pivoting', () => {
    const [M, Mt] = [identityMinus(A, n), identityMinus(A, n, true)]
    expect(system.solve(f).residual).toBeLessThan(1e-12)
    expect(largestGap(system.solve(f).x, solveDense(M, f, 1))).toBeLessThan(1e-11)
    expect(largestGap(system.solveTransposed(f).x, solveDense(Mt, f, 1))).toBeLessThan(1e-11)
    expect(largestGap(system.inverseColumnSums, solveDense(Mt, new Float64Array(n).fill(1), 1))).toBeLessThan(1e-11)
    expect(largestGap(system.solveMany(F, 9), solveDense(M, F, 9))).toBeLessThan(1e-8)
    expect(largestGap(system.solveManyTransposed(F, 9), solveDense(Mt, F, 9))).toBeLessThan(1e-8)
    expect(largestGap(system.solveMany(f, 1), solveDense(M, f, 1))).toBeLessThan(1e-10)
  })

  test('the inverse, and its diagonal', () => {
    const inverse = system.inverse()
    const I = new Float64Array(n * n).map((_, at) => (at % (n + 1) === 0 ? 1 : 0))
    expect(largestGap(inverse, solveDense(identityMinus(A, n), I, n))).toBeLessThan(1e-11)
    expect(
      largestGap(
        system.inverseDiagonal(),
        inverse.filter((_, at) => at % (n + 1) === 0),
      ),
    ).toBeLessThan(1e-12)
  })

  test('vectors and plain numbers give the same bytes', () => {
    const machine = simdMachine()
    if (machine === null) throw new Error('This machine has no vectors in WebAssembly, so there is nothing to compare.')
    const fast = new ProductiveSystem(n, rowsOf(A, n), machine)
    const slow = new ProductiveSystem(n, rowsOf(A, n), plainMachine())
    expect(fast.solve(f)).toEqual(slow.solve(f))
    expect(fast.solveTransposed(f)).toEqual(slow.solveTransposed(f))
    expect(fast.solveMany(F, 9)).toEqual(slow.solveMany(F, 9))
    expect(fast.solveManyTransposed(F, 9)).toEqual(slow.solveManyTransposed(F, 9))
    expect(fast.inverseDiagonal()).toEqual(slow.inverseDiagonal())
  })
})

test('what was asked before does not change an answer', () => {
  const n = 140
  const A = productiveMatrix(n, 3)
  const f = A.slice(0, n)
  const asked = new ProductiveSystem(n, rowsOf(A, n))
  asked.inverse()
  asked.solveMany(A, n)
  expect(asked.solve(f)).toEqual(new ProductiveSystem(n, rowsOf(A, n)).solve(f))
  expect(asked.solveMany(f, 1)).toEqual(new ProductiveSystem(n, rowsOf(A, n)).solveMany(f, 1))
})

test('rows that are a millionth of others are as exact as they', () => {
  const n = 20
  const A = productiveMatrix(n, 5)
  const size = (i: number) => 10 ** -(i % 7)
  const scaled = A.map((cell, at) => (cell * size(Math.floor(at / n))) / size(at % n))
  const f = new Float64Array(n).map((_, i) => size(i))
  const x = new ProductiveSystem(n, rowsOf(scaled, n)).solve(f).x.map((one, i) => one / size(i))
  expect(largestGap(x, solveDense(identityMinus(A, n), new Float64Array(n).fill(1), 1))).toBeLessThan(1e-10)
})

test.each([
  { case: 'nothing is left over', A: [0.5, 0.5, 0.5, 0.5], index: 1 },
  { case: 'a sector eats more than it makes', A: [1.2, 0, 0.1, 0.3], index: 0 },
  { case: 'two that feed each other too much', A: [0.1, 2, 0.6, 0.1], index: 1 },
])('not productive: $case', ({ A, index }) => {
  const open = () => new ProductiveSystem(2, rowsOf(Float64Array.from(A), 2))
  expect(open).toThrow(NotProductive)
  expect(open).toThrow(expect.objectContaining({ index }))
})

test('a column may add to more than 1 in a productive matrix', () => {
  const system = new ProductiveSystem(2, rowsOf(Float64Array.of(0.1, 0.9, 0.1, 0.3), 2))
  expect(system.solve(Float64Array.of(1, 1)).x[0]).toBeCloseTo(1.6 / 0.54, 12)
})

test('a cell that is not a number is named', () => {
  expect(() => new ProductiveSystem(2, rowsOf(Float64Array.of(0, 0, NaN, 0), 2))).toThrow('Row 1, column 0')
})

test('a right-hand side of another length is refused', () => {
  const system = new ProductiveSystem(2, rowsOf(new Float64Array(4), 2))
  expect(() => system.solve(new Float64Array(3))).toThrow('3 numbers for 2 rows.')
  expect(() => system.solveMany(new Float64Array(3), 2)).toThrow('3 numbers for 2 rows and 2 columns.')
})

test('a long chain of suppliers', () => {
  const n = 400
  const chain = new ProductiveSystem(n, (i, row) => i > 0 && (row[i - 1] = 0.5))
  const { x } = chain.solve(new Float64Array(n).with(0, 1))
  expect(x[10]).toBeCloseTo(2 ** -10, 15)
  expect(chain.solveMany(new Float64Array(n).with(0, 1), 1)[20]).toBeCloseTo(2 ** -20, 15)
})

test('reordering rows and columns reorders the solution', () => {
  const n = 12
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.shuffledSubarray([...Array(n).keys()], { minLength: n }), (seed, order) => {
      const A = productiveMatrix(n, seed)
      const f = new Float64Array(n).map((_, i) => 1 + i)
      const reordered = A.map((_, at) => A[order[Math.floor(at / n)]! * n + order[at % n]!]!)
      const x = new ProductiveSystem(n, rowsOf(A, n)).solve(f).x
      const y = new ProductiveSystem(n, rowsOf(reordered, n)).solve(Float64Array.from(order, (i) => f[i]!)).x
      expect(
        largestGap(
          y,
          Float64Array.from(order, (i) => x[i]!),
        ),
      ).toBeLessThan(1e-10)
    }),
    { seed: 12, numRuns: 40 },
  )
})
