import type { SparseRows } from './sparse-rows.ts'

/** value ≈ mean + rowBias + columnBias + rowFactors · columnFactors */
export interface BiasedFactors {
  mean: number
  rowBias: Float64Array
  columnBias: Float64Array
  /** Two for each row. */
  rowFactors: Float64Array
  /** Two for each column. */
  columnFactors: Float64Array
}

/** How strongly biases and factors are held near 0, in cells: someone with few known cells stays near the middle. */
export const factorRidge = { bias: 1, factor: 2 }

/**
 * Explains the known cells of a matrix by a mean, a bias of each row and column, and two factors of each (matrix factorisation).
 *
 *     minimise Σ (vᵢⱼ − μ − bᵢ − cⱼ − uᵢ·wⱼ)² + β (Σ bᵢ² + Σ cⱼ²) + λ (Σ |uᵢ|² + Σ |wⱼ|²)
 *
 * Source   Koren, Bell and Volinsky, "Matrix factorization techniques for recommender systems", Computer 42 (2009), 30–37;
 *          alternating least squares, here with bias and factors of a row solved together.
 * Shape    the last half-step is that of the rows, so that `rowFit` of a row's cells gives exactly the row's bias and factors.
 * Cost     two passes over the known cells for each sweep; memory for the columns alone.
 *
 * @param start   factors of the columns to begin with, two for each
 * @param weight  how often each row counts; null for once
 */
export function biasedFactors(matrix: SparseRows, start: Float64Array, sweeps: number, weight: Float64Array | null = null): BiasedFactors {
  const { rows, columns, rowStart, columnOf, value } = matrix
  const factors: BiasedFactors = {
    mean: meanOf(matrix, weight),
    rowBias: new Float64Array(rows),
    columnBias: new Float64Array(columns),
    rowFactors: new Float64Array(2 * rows),
    columnFactors: start.slice(),
  }
  const { mean, rowBias, rowFactors } = factors
  const sums = new Float64Array(sumsPerColumn * columns)
  const fit = new Float64Array(3)
  for (let sweep = 0; sweep <= sweeps; sweep++) {
    const isLast = sweep === sweeps
    sums.fill(0)
    for (let row = 0; row < rows; row++) {
      const from = rowStart[row]!
      const to = rowStart[row + 1]!
      rowFit(factors, columnOf, value, from, to, fit)
      const b = (rowBias[row] = fit[0]!)
      const x = (rowFactors[2 * row] = fit[1]!)
      const y = (rowFactors[2 * row + 1] = fit[2]!)
      if (isLast) continue
      const times = weight === null ? 1 : weight[row]!
      if (times === 0) continue
      const tx = times * x
      const ty = times * y
      const xx = tx * x
      const xy = tx * y
      const yy = ty * y
      for (let at = from; at < to; at++) {
        const s = sumsPerColumn * columnOf[at]!
        const rest = value[at]! - mean - b
        sums[s]! += times
        sums[s + 1]! += tx
        sums[s + 2]! += ty
        sums[s + 3]! += xx
        sums[s + 4]! += xy
        sums[s + 5]! += yy
        sums[s + 6]! += times * rest
        sums[s + 7]! += tx * rest
        sums[s + 8]! += ty * rest
      }
    }
    if (!isLast) fitColumns(factors, sums, fit)
  }
  return factors
}

const sumsPerColumn = 9

function fitColumns(factors: BiasedFactors, s: Float64Array, fit: Float64Array): void {
  for (let column = 0; column < factors.columnBias.length; column++) {
    const at = sumsPerColumn * column
    solve(s[at]!, s[at + 1]!, s[at + 2]!, s[at + 3]!, s[at + 4]!, s[at + 5]!, s[at + 6]!, s[at + 7]!, s[at + 8]!, fit)
    factors.columnBias[column] = fit[0]!
    factors.columnFactors[2 * column] = fit[1]!
    factors.columnFactors[2 * column + 1] = fit[2]!
  }
}

/**
 * Bias and two factors of one row from its known cells `from` to `to`, into `fit`.
 *
 * Cost     one pass over the cells of the row.
 */
export function rowFit(
  { mean, columnBias, columnFactors }: Pick<BiasedFactors, 'mean' | 'columnBias' | 'columnFactors'>,
  columnOf: Int32Array,
  value: Int8Array,
  from: number,
  to: number,
  fit: Float64Array,
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
    const column = columnOf[at]!
    const x = columnFactors[2 * column]!
    const y = columnFactors[2 * column + 1]!
    const rest = value[at]! - mean - columnBias[column]!
    sx += x
    sy += y
    sxx += x * x
    sxy += x * y
    syy += y * y
    sr += rest
    sxr += x * rest
    syr += y * rest
  }
  solve(to - from, sx, sy, sxx, sxy, syy, sr, sxr, syr, fit)
}

/** Ridge regression on a constant and two factors: three equations, by Cholesky. */
function solve(n: number, sx: number, sy: number, sxx: number, sxy: number, syy: number, sr: number, sxr: number, syr: number, fit: Float64Array) {
  const a = n + factorRidge.bias
  const lx = sx / a
  const ly = sy / a
  const b = sxx + factorRidge.factor - lx * sx
  const m = (sxy - lx * sy) / b
  const c = syy + factorRidge.factor - ly * sy - m * m * b
  const rx = sxr - lx * sr
  const ry = syr - ly * sr - m * rx
  const y = ry / c
  const x = rx / b - m * y
  fit[0] = sr / a - lx * x - ly * y
  fit[1] = x
  fit[2] = y
}

function meanOf({ rows, rowStart, value }: SparseRows, weight: Float64Array | null): number {
  let sum = 0
  let count = 0
  for (let row = 0; row < rows; row++) {
    const times = weight === null ? 1 : weight[row]!
    let own = 0
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) own += value[at]!
    sum += times * own
    count += times * (rowStart[row + 1]! - rowStart[row]!)
  }
  return count > 0 ? sum / count : 0
}
