/**
 * A matrix of which only some cells are known, row by row: row `i` is `rowStart[i]` up to `rowStart[i + 1]`, each with its column
 * and value. What stands nowhere is not 0 but unknown.
 */
export interface SparseRows {
  rows: number
  columns: number
  rowStart: Int32Array
  columnOf: Int32Array
  value: Int8Array
}

/**
 * Mean of the known cells of each column, each row counted `weight` times.
 *
 * Missing  0 for a column without a known cell.
 * Cost     one pass.
 */
export function columnMeans(matrix: SparseRows, weight: Float64Array | null = null): Float64Array {
  const { rows, columns, rowStart, columnOf, value } = matrix
  const mean = new Float64Array(columns)
  const count = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    const times = weight === null ? 1 : weight[row]!
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const column = columnOf[at]!
      mean[column]! += times * value[at]!
      count[column]! += times
    }
  }
  for (let column = 0; column < columns; column++) if (count[column]! > 0) mean[column]! /= count[column]!
  return mean
}
