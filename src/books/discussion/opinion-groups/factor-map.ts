import { biasedFactors, type BiasedFactors } from '../../../kernel/biased-factors.ts'
import { principalComponents } from '../../../kernel/principal-components.ts'
import { columnMeans, firstRows, type SparseRows } from '../../../kernel/sparse-rows.ts'
import { symmetricEigen } from '../../../kernel/symmetric-eigen.ts'

/** Sweeps among a sample, then among all; more of them move next to nobody. */
const sweeps = { sample: 6, all: 2, fromBefore: 2 }
/** The sample is a quarter of the participants, or so many where that is more. */
const smallestSample = 500
/** How exact the components are that the sample begins with: the sweeps do the rest. */
const roughly = 0.03

/**
 * Explains votes by a mean, how ready each participant is to agree, how much agreement each statement finds, and two factors.
 *
 * @param matrix  participants in an order that has nothing to do with their opinion: the first of them are a sample
 * @param before  terms of the statements from nearly the same votes, to begin with
 */
export function factorsOfVotes(matrix: SparseRows, before: Float64Array | null = null): BiasedFactors {
  if (before !== null) return biasedFactors(matrix, before, sweeps.fromBefore)
  const rows = Math.min(matrix.rows, Math.max(smallestSample, Math.ceil(matrix.rows / 4)))
  const sample = firstRows(matrix, Math.max(smallestSample, rows >> 1))
  const [first, second] = principalComponents(sample, columnMeans(sample), roughly)
  const scale = Math.sqrt(matrix.columns) / 2
  const start = new Float64Array(3 * matrix.columns)
  for (let j = 0; j < matrix.columns; j++) {
    start[3 * j + 1] = scale * first[j]!
    start[3 * j + 2] = scale * second[j]!
  }
  return biasedFactors(matrix, start, sweeps.all, { rows, sweeps: sweeps.sample })
}

/**
 * Turns factors of participants into places: `x = f₀ t₀ + f₁ t₁`, `y = f₀ t₂ + f₁ t₃`.
 *
 * Factors are known only up to rotation and stretching. Places are stretched so that the distance of two people is the root mean square
 * difference of what is expected of their votes, and turned so that people differ most along x; the statement that says most of an axis
 * points to its positive end.
 *
 * @param counted  rows whose places the turning looks at
 */
export function placesTransform({ rowTerms, columnTerms }: BiasedFactors, counted: Int32Array): Float64Array {
  const columns = columnTerms.length / 3
  const stretch = rootOf(secondMoments(columnTerms, null), 1 / Math.max(columns, 1))
  const spread = secondMoments(rowTerms, counted)
  const turned = symmetricEigen(multiply(multiply(stretch, spread), stretch), 2).vectors
  const transform = multiply(transposed(turned), stretch)
  for (const axis of [0, 1]) {
    // Statements lie on the map through the inverse; its sign along an axis is that of the turned and stretched factors.
    let largest = 0
    for (let j = 0; j < columns; j++) {
      const along = transform[2 * axis]! * columnTerms[3 * j + 1]! + transform[2 * axis + 1]! * columnTerms[3 * j + 2]!
      if (Math.abs(along) > Math.abs(largest)) largest = along
    }
    if (largest < 0) for (const i of [2 * axis, 2 * axis + 1]) transform[i] = -transform[i]!
  }
  return transform
}

/** x, y of each row. */
export function placesOf(rowTerms: Float64Array, transform: Float64Array): Float64Array {
  const rows = rowTerms.length / 3
  const places = new Float64Array(2 * rows)
  for (let row = 0; row < rows; row++) {
    const a = rowTerms[3 * row + 1]!
    const b = rowTerms[3 * row + 2]!
    places[2 * row] = transform[0]! * a + transform[1]! * b
    places[2 * row + 1] = transform[2]! * a + transform[3]! * b
  }
  return places
}

/** Sum of f fᵀ, 2 × 2. */
function secondMoments(terms: Float64Array, rows: Int32Array | null): Float64Array {
  let xx = 0
  let xy = 0
  let yy = 0
  const count = rows === null ? terms.length / 3 : rows.length
  for (let i = 0; i < count; i++) {
    const row = rows === null ? i : rows[i]!
    const x = terms[3 * row + 1]!
    const y = terms[3 * row + 2]!
    xx += x * x
    xy += x * y
    yy += y * y
  }
  return Float64Array.of(xx, xy, xy, yy)
}

/** Symmetric square root of a 2 × 2 matrix times `scale`. */
function rootOf(matrix: Float64Array, scale: number): Float64Array {
  const { values, vectors: v } = symmetricEigen(
    matrix.map((one) => one * scale),
    2,
  )
  const [a, b] = [Math.sqrt(Math.max(values[0]!, 0)), Math.sqrt(Math.max(values[1]!, 0))]
  const off = a * v[0]! * v[2]! + b * v[1]! * v[3]!
  return Float64Array.of(a * v[0]! ** 2 + b * v[1]! ** 2, off, off, a * v[2]! ** 2 + b * v[3]! ** 2)
}

const transposed = (m: Float64Array): Float64Array => Float64Array.of(m[0]!, m[2]!, m[1]!, m[3]!)

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.of(
    a[0]! * b[0]! + a[1]! * b[2]!,
    a[0]! * b[1]! + a[1]! * b[3]!,
    a[2]! * b[0]! + a[3]! * b[2]!,
    a[2]! * b[1]! + a[3]! * b[3]!,
  )
}
