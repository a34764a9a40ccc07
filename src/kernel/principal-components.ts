import type { SparseRows } from './sparse-rows.ts'
import { symmetricEigen } from './symmetric-eigen.ts'
import { stream } from './random.ts'

/**
 * The first two principal components of a matrix whose unknown cells are taken for the mean of their column.
 *
 * With unknown cells at the mean, the centred matrix is 0 there: X has as many entries as there are known cells, and a step costs
 * one pass over those, not rows × columns.
 *
 * Source   Lanczos on XᵀX with full re-orthogonalisation: Golub and Van Loan, "Matrix Computations", 4th ed. (2013), section 10.3.
 * Shape    two vectors of length 1, one entry per column; the largest entry is positive.
 * Missing  a zero vector where there is no second direction.
 * Cost     some ten passes over the known cells.
 *
 * @param mean       of each column (`columnMeans`)
 * @param tolerance  residual of the second component, as a share of the first eigenvalue
 */
export function principalComponents(matrix: SparseRows, mean: Float64Array, tolerance: number): [Float64Array, Float64Array] {
  const { columns } = matrix
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  let q = startVector(columns)
  let small: { values: Float64Array; vectors: Float64Array } | null = null

  for (let step = 0; step < Math.min(columns, mostSteps); step++) {
    basis.push(q)
    const u = timesGram(matrix, mean, q)
    diagonal.push(dot(u, q))
    for (let pass = 0; pass < 2; pass++) for (const one of basis) subtract(u, dot(one, u), one)
    const length = Math.sqrt(dot(u, u))
    beside.push(length)
    const n = basis.length
    const isLast = n === Math.min(columns, mostSteps)
    if (n % 3 === 0 || isLast || length <= 1e-12 * diagonal[0]!) {
      small = symmetricEigen(tridiagonal(diagonal, beside), n)
      const first = small.values[0]!
      const residual = (c: number) => (c < n ? length * Math.abs(small!.vectors[(n - 1) * n + c]!) : 0)
      if (Math.max(residual(0), residual(1)) <= tolerance * first || length <= 1e-12 * first) break
    }
    q = u.map((one) => one / length)
  }
  return [component(basis, small, 0), component(basis, small, 1)]
}

const mostSteps = 150

/** The same in every run, and along no axis. */
function startVector(n: number): Float64Array {
  const random = stream(1, 0)
  const vector = Float64Array.from({ length: n }, () => 0.5 + random.uniform())
  const length = Math.sqrt(dot(vector, vector))
  return vector.map((one) => one / length)
}

/** XᵀX w, with X never written out. */
function timesGram({ rows, columns, rowStart, columnOf, value }: SparseRows, mean: Float64Array, w: Float64Array): Float64Array {
  const out = new Float64Array(columns)
  const x = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    const from = rowStart[row]!
    const cells = rowStart[row + 1]! - from
    let along = 0
    for (let i = 0; i < cells; i++) {
      const column = columnOf[from + i]!
      const above = value[from + i]! - mean[column]!
      x[i] = above
      along += above * w[column]!
    }
    for (let i = 0; i < cells; i++) out[columnOf[from + i]!]! += x[i]! * along
  }
  return out
}

function tridiagonal(diagonal: readonly number[], beside: readonly number[]): Float64Array {
  const n = diagonal.length
  const T = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    T[i * n + i] = diagonal[i]!
    if (i + 1 < n) T[i * n + i + 1] = T[(i + 1) * n + i] = beside[i]!
  }
  return T
}

function component(basis: readonly Float64Array[], small: { vectors: Float64Array } | null, c: number): Float64Array {
  const n = basis.length
  const vector = new Float64Array(basis[0]?.length ?? 0)
  if (small === null || c >= n) return vector
  for (const [k, one] of basis.entries()) subtract(vector, -small.vectors[k * n + c]!, one)
  let largest = 0
  for (const entry of vector) if (Math.abs(entry) > Math.abs(largest)) largest = entry
  return largest < 0 ? vector.map((entry) => -entry) : vector
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function subtract(from: Float64Array, times: number, vector: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i]! -= times * vector[i]!
}
