import { expect, test } from 'vitest'
import { biasedFactors, factorRidge, fitTerms, type BiasedFactors } from './biased-factors.ts'
import { stream } from './random.ts'
import type { SparseRows } from './sparse-rows.ts'

/** Half of the cells of rows that lean one way or the other. */
function leaningRows(rows: number, columns: number): SparseRows {
  const random = stream(8, 1)
  const rowStart = new Int32Array(rows + 1)
  const columnOf: number[] = []
  const value: number[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (random.uniform() < 0.5) continue
      columnOf.push(column)
      value.push(((row % 2 === 0) === (column % 3 === 0) ? 1 : -1) * (random.uniform() < 0.1 ? -1 : 1))
    }
    rowStart[row + 1] = columnOf.length
  }
  return { rows, columns, rowStart, columnOf: Int32Array.from(columnOf), value: Int8Array.from(value) }
}

function lossOf({ rows, rowStart, columnOf, value }: SparseRows, { mean, rowTerms: r, columnTerms: c }: BiasedFactors): number {
  let loss = 0
  for (let row = 0; row < rows; row++)
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const j = columnOf[at]!
      loss += (value[at]! - mean - r[3 * row]! - c[3 * j]! - r[3 * row + 1]! * c[3 * j + 1]! - r[3 * row + 2]! * c[3 * j + 2]!) ** 2
    }
  for (const terms of [r, c]) terms.forEach((one, at) => (loss += (at % 3 === 0 ? factorRidge.bias : factorRidge.factor) * one * one))
  return loss
}

const matrix = leaningRows(60, 24)
const start = Float64Array.from({ length: 72 }, (_, at) => (at % 3 === 0 ? 0 : Math.sin(at)))

test('every sweep explains more, or as much', () => {
  const losses = [0, 1, 2, 4, 8, 16].map((sweeps) => lossOf(matrix, biasedFactors(matrix, start, sweeps)))
  for (const [i, loss] of losses.entries()) if (i > 0) expect(loss).toBeLessThanOrEqual(losses[i - 1]! + 1e-9)
})

test('no other terms of a row explain it better, given the columns', () => {
  const found = biasedFactors(matrix, start, 6)
  const least = lossOf(matrix, found)
  for (const term of [0, 1, 2, 30, 31, 32])
    for (const step of [0.01, -0.01]) {
      const rowTerms = found.rowTerms.slice()
      rowTerms[term]! += step
      expect(lossOf(matrix, { ...found, rowTerms })).toBeGreaterThan(least)
    }
})

test('the terms of one row come out alone as they do with all', () => {
  const { mean, rowTerms, columnTerms } = biasedFactors(matrix, start, 3)
  const own = new Float64Array(3)
  fitTerms(matrix.columnOf, matrix.value, matrix.rowStart[7]!, matrix.rowStart[8]!, mean, columnTerms, own, 0)
  expect([...own]).toEqual([...rowTerms.subarray(21, 24)])
})

test('who has no known cells is nowhere', () => {
  const own = new Float64Array(3)
  fitTerms(matrix.columnOf, matrix.value, 0, 0, 0.5, start, own, 0)
  expect([...own].map(Math.abs)).toEqual([0, 0, 0])
})
