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
 * Mean of the known cells of each column.
 *
 * Missing  0 for a column without a known cell.
 * Cost     one pass.
 */
export function columnMeans({ rows, columns, rowStart, columnOf, value }: SparseRows): Float64Array {
  const mean = new Float64Array(columns)
  const count = new Int32Array(columns)
  for (let at = rowStart[0]!; at < rowStart[rows]!; at++) {
    mean[columnOf[at]!]! += value[at]!
    count[columnOf[at]!]!++
  }
  for (let column = 0; column < columns; column++) if (count[column]! > 0) mean[column]! /= count[column]!
  return mean
}

/**
 * The same with rows and columns exchanged.
 *
 * Cost     two passes, and a second copy of the known cells.
 */
export function transposed({ rows, columns, rowStart, columnOf, value }: SparseRows): SparseRows {
  const start = new Int32Array(columns + 1)
  for (let at = 0; at < columnOf.length; at++) start[columnOf[at]! + 1]!++
  for (let column = 0; column < columns; column++) start[column + 1]! += start[column]!
  const next = start.slice(0, columns)
  const rowOf = new Int32Array(columnOf.length)
  const out = new Int8Array(value.length)
  for (let row = 0; row < rows; row++) {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const to = next[columnOf[at]!]!++
      rowOf[to] = row
      out[to] = value[at]!
    }
  }
  return { rows: columns, columns: rows, rowStart: start, columnOf: rowOf, value: out }
}

/** The first `rows` rows; cells are shared, not copied. */
export function firstRows(matrix: SparseRows, rows: number): SparseRows {
  if (rows >= matrix.rows) return matrix
  const end = matrix.rowStart[rows]!
  return {
    rows,
    columns: matrix.columns,
    rowStart: matrix.rowStart.subarray(0, rows + 1),
    columnOf: matrix.columnOf.subarray(0, end),
    value: matrix.value.subarray(0, end),
  }
}
