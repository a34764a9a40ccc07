import { expect, test } from 'vitest'
import { principalComponents } from './principal-components.ts'
import { stream } from './random.ts'
import { columnMeans, firstRows, transposed, type SparseRows } from './sparse-rows.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** Rows with gaps, of three columns in ten. */
function randomRows(rows: number, columns: number, seed: number): SparseRows {
  const random = stream(seed, 0)
  const rowStart = new Int32Array(rows + 1)
  const columnOf: number[] = []
  const value: number[] = []
  for (let row = 0; row < rows; row++) {
    const leaning = random.normal()
    for (let column = 0; column < columns; column++) {
      if (random.uniform() > 0.3) continue
      columnOf.push(column)
      value.push(Math.max(-1, Math.min(1, Math.round(leaning * (column % 3) + random.normal()))))
    }
    rowStart[row + 1] = columnOf.length
  }
  return { rows, columns, rowStart, columnOf: Int32Array.from(columnOf), value: Int8Array.from(value) }
}

test('the components are the eigenvectors of the matrix written out, with gaps at the mean of their column', () => {
  for (const seed of [1, 2, 3]) {
    const matrix = randomRows(60, 12, seed)
    const mean = columnMeans(matrix)
    const gram = new Float64Array(144)
    for (let row = 0; row < 60; row++) {
      const x = new Float64Array(12)
      for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++)
        x[matrix.columnOf[at]!] = matrix.value[at]! - mean[matrix.columnOf[at]!]!
      for (let i = 0; i < 12; i++) for (let j = 0; j < 12; j++) gram[i * 12 + j]! += x[i]! * x[j]!
    }
    const { vectors } = symmetricEigen(gram, 12)
    for (const [c, component] of principalComponents(matrix, mean, 1e-12).entries()) {
      const along = component.reduce((sum, one, j) => sum + one * vectors[j * 12 + c]!, 0)
      expect(Math.abs(along)).toBeCloseTo(1, 9)
      expect(Math.max(...component)).toBe(Math.max(...component.map(Math.abs)))
    }
  }
})

test('a symmetric matrix is its eigenvectors times its eigenvalues', () => {
  const A = Float64Array.of(4, 1, 0, 1, 3, 2, 0, 2, -1)
  const { values, vectors } = symmetricEigen(A, 3)
  for (const c of [0, 1, 2])
    for (const i of [0, 1, 2]) {
      const product = [0, 1, 2].reduce((sum, j) => sum + A[i * 3 + j]! * vectors[j * 3 + c]!, 0)
      expect(product).toBeCloseTo(values[c]! * vectors[i * 3 + c]!, 9)
    }
  expect([...values]).toEqual([...values].toSorted((a, b) => b - a))
})

test('transposed twice it is the same again, and the first rows are the first rows', () => {
  const matrix = randomRows(20, 7, 4)
  expect(transposed(transposed(matrix))).toEqual(matrix)
  expect(transposed(firstRows(matrix, 5)).columnOf.every((row) => row < 5)).toBe(true)
})
