/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * Source   cyclic Jacobi rotations: Golub and Van Loan, "Matrix Computations", 4th ed. (2013), section 8.5.
 * Shape    `A` n × n, row-major; values descending, vector `c` is column `c` of `vectors` (n × n, row-major).
 * Cost     about 10 n³; for small n.
 *
 * @example
 * [...symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values].map((one) => Number(one.toFixed(9))) // => [3, 1]
 */
export function symmetricEigen(A: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const a = A.slice()
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < 60 && !isDiagonal(a, n); sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) if (a[p * n + q] !== 0) rotate(a, v, n, p, q)

  const order = Array.from({ length: n }, (_, i) => i).toSorted((i, j) => a[j * n + j]! - a[i * n + i]! || i - j)
  const values = new Float64Array(n)
  const vectors = new Float64Array(n * n)
  for (const [c, from] of order.entries()) {
    values[c] = a[from * n + from]!
    for (let i = 0; i < n; i++) vectors[i * n + c] = v[i * n + from]!
  }
  return { values, vectors }
}

function isDiagonal(a: Float64Array, n: number): boolean {
  let off = 0
  let diagonal = 0
  for (let i = 0; i < n; i++) {
    diagonal += a[i * n + i]! ** 2
    for (let j = i + 1; j < n; j++) off += a[i * n + j]! ** 2
  }
  return off <= 1e-30 * diagonal
}

/** Makes `a[p, q]` zero. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * a[p * n + q]!)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let k = 0; k < n; k++) mix(a, k * n + p, k * n + q, cosine, sine)
  for (let k = 0; k < n; k++) mix(a, p * n + k, q * n + k, cosine, sine)
  for (let k = 0; k < n; k++) mix(v, k * n + p, k * n + q, cosine, sine)
}

function mix(m: Float64Array, i: number, j: number, cosine: number, sine: number): void {
  const x = m[i]!
  const y = m[j]!
  m[i] = cosine * x - sine * y
  m[j] = sine * x + cosine * y
}
