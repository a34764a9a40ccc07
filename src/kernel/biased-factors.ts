import { transposed, type SparseRows } from './sparse-rows.ts'

/** value ≈ mean + row bias + column bias + row factors · column factors */
export interface BiasedFactors {
  mean: number
  /** Three for each row: its bias and its two factors. */
  rowTerms: Float64Array
  /** The same for each column. */
  columnTerms: Float64Array
}

/** How strongly biases and factors are held near 0, in cells: what has few known cells stays near the middle. */
export const factorRidge = { bias: 1, factor: 2 }

/**
 * Explains the known cells of a matrix by a mean, a bias of each row and column, and two factors of each (matrix factorisation).
 *
 *     minimise Σ (vᵢⱼ − μ − bᵢ − cⱼ − uᵢ·wⱼ)² + β (Σ bᵢ² + Σ cⱼ²) + λ (Σ |uᵢ|² + Σ |wⱼ|²)
 *
 * Source   Koren, Bell and Volinsky, "Matrix factorization techniques for recommender systems", Computer 42 (2009), 30–37;
 *          alternating least squares, bias and factors of a row (or column) solved together.
 * Shape    rows are solved last, so that `fitTerms` of a row's cells gives exactly the terms of the row.
 * Cost     two passes over the known cells for each sweep, and a transposed copy of them.
 *
 * @param start   terms of the columns to begin with
 * @param sample  sweeps among the first rows alone, before: most of the way for a part of the cost, where the first are like the others
 */
export function biasedFactors(
  matrix: SparseRows,
  start: Float64Array,
  sweeps: number,
  sample: { rows: number; sweeps: number } = { rows: 0, sweeps: 0 },
): BiasedFactors {
  const across = transposed(matrix)
  const mean = meanOf(matrix.value)
  const rowTerms = new Float64Array(3 * matrix.rows)
  const columnTerms = start.slice()
  const sampleEnds = endsOfRows(across, sample.rows)
  for (let sweep = 0; sweep < sample.sweeps; sweep++) {
    fitAll(matrix, mean, columnTerms, rowTerms, sample.rows)
    centre(rowTerms, sample.rows, columnTerms, across.rows)
    fitAll(across, mean, rowTerms, columnTerms, across.rows, sampleEnds)
    centre(columnTerms, across.rows, rowTerms, sample.rows)
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    fitAll(matrix, mean, columnTerms, rowTerms)
    centre(rowTerms, matrix.rows, columnTerms, across.rows)
    fitAll(across, mean, rowTerms, columnTerms)
    centre(columnTerms, across.rows, rowTerms, matrix.rows)
  }
  fitAll(matrix, mean, columnTerms, rowTerms)
  return { mean, rowTerms, columnTerms }
}

/** @param ends  where the cells end that count, by row */
function fitAll(
  { rows, rowStart, columnOf, value }: SparseRows,
  mean: number,
  given: Float64Array,
  terms: Float64Array,
  count = rows,
  ends: Int32Array = rowStart.subarray(1),
): void {
  for (let row = 0; row < count; row++) fitTerms(columnOf, value, rowStart[row]!, ends[row]!, mean, given, terms, 3 * row)
}

/**
 * Moves the middle of the factors to 0 and gives the difference to the biases of the other side. Nothing that is explained changes; without it
 * biases and factors would take many sweeps to agree which of them explains what all have in common.
 */
function centre(terms: Float64Array, count: number, others: Float64Array, otherCount: number): void {
  let x = 0
  let y = 0
  for (let i = 0; i < count; i++) {
    x += terms[3 * i + 1]! / count
    y += terms[3 * i + 2]! / count
  }
  for (let i = 0; i < count; i++) {
    terms[3 * i + 1]! -= x
    terms[3 * i + 2]! -= y
  }
  for (let i = 0; i < otherCount; i++) others[3 * i]! += x * others[3 * i + 1]! + y * others[3 * i + 2]!
}

/** Where, in each column of a matrix turned about, the cells of the first `rows` rows end. */
function endsOfRows({ rows: columns, rowStart, columnOf: rowOf }: SparseRows, rows: number): Int32Array {
  const ends = new Int32Array(columns)
  for (let column = 0; column < columns; column++) {
    let low = rowStart[column]!
    let high = rowStart[column + 1]!
    while (low < high) {
      const middle = (low + high) >> 1
      if (rowOf[middle]! < rows) low = middle + 1
      else high = middle
    }
    ends[column] = low
  }
  return ends
}

/**
 * Bias and two factors of one row, from its known cells `from` to `to` and the terms of the columns (ridge regression on a constant and two
 * factors; three equations, by Cholesky), into `terms` at `into`.
 *
 * Cost     one pass over the cells of the row.
 */
export function fitTerms(
  columnOf: Int32Array,
  value: Int8Array,
  from: number,
  to: number,
  mean: number,
  given: Float64Array,
  terms: Float64Array,
  into: number,
): void {
  let sx = 0
  let sy = 0
  let sxx = 0
  let sxy = 0
  let syy = 0
  let sr = 0
  let sxr = 0
  let syr = 0
  for (let at = from; at < to; at++) {
    const column = 3 * columnOf[at]!
    const rest = value[at]! - mean - given[column]!
    const x = given[column + 1]!
    const y = given[column + 2]!
    sx += x
    sy += y
    sxx += x * x
    sxy += x * y
    syy += y * y
    sr += rest
    sxr += x * rest
    syr += y * rest
  }
  const a = to - from + factorRidge.bias
  const lx = sx / a
  const ly = sy / a
  const b = sxx + factorRidge.factor - lx * sx
  const m = (sxy - lx * sy) / b
  const c = syy + factorRidge.factor - ly * sy - m * m * b
  const rx = sxr - lx * sr
  const y = (syr - ly * sr - m * rx) / c
  const x = rx / b - m * y
  terms[into] = sr / a - lx * x - ly * y
  terms[into + 1] = x
  terms[into + 2] = y
}

function meanOf(value: Int8Array): number {
  let sum = 0
  for (let at = 0; at < value.length; at++) sum += value[at]!
  return value.length > 0 ? sum / value.length : 0
}
