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
 * @param start  terms of the columns to begin with
 */
export function biasedFactors(matrix: SparseRows, start: Float64Array, sweeps: number): BiasedFactors {
  const across = transposed(matrix)
  const mean = meanOf(matrix.value)
  const rowTerms = new Float64Array(3 * matrix.rows)
  const columnTerms = start.slice()
  for (let sweep = 0; sweep < sweeps; sweep++) {
    fitAll(matrix, mean, columnTerms, rowTerms)
    fitAll(across, mean, rowTerms, columnTerms)
  }
  fitAll(matrix, mean, columnTerms, rowTerms)
  return { mean, rowTerms, columnTerms }
}

function fitAll({ rows, rowStart, columnOf, value }: SparseRows, mean: number, given: Float64Array, terms: Float64Array): void {
  for (let row = 0; row < rows; row++) fitTerms(columnOf, value, rowStart[row]!, rowStart[row + 1]!, mean, given, terms, 3 * row)
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
