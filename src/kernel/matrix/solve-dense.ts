/**
 * M·X = F by elimination with partial pivoting, for small matrices of any kind.
 *
 * Source  Golub and Van Loan, "Matrix Computations", 4th ed. (2013), section 3.4.
 * Shape   M n × n, F and X n × k, all row-major.
 * Cost    2/3 n³ in plain numbers; see `ProductiveSystem` for large systems I − A.
 *
 * @throws {RangeError} M is singular
 * @example
 * solveDense(Float64Array.of(2, 1, 1, 3), Float64Array.of(5, 10), 1) // => Float64Array.of(1, 3)
 */
export function solveDense(M: Float64Array, F: Float64Array, k: number): Float64Array {
  const n = F.length / k
  const [left, right] = [M.slice(), F.slice()]
  for (let step = 0; step < n; step++) {
    let pivot = step
    for (let i = step + 1; i < n; i++) if (Math.abs(left[i * n + step]!) > Math.abs(left[pivot * n + step]!)) pivot = i
    if (left[pivot * n + step] === 0)
      throw new RangeError(`Column ${step} (counted from 0) depends on those before it: the matrix is singular.`)
    swapRows(left, n, step, pivot)
    swapRows(right, k, step, pivot)
    for (let i = step + 1; i < n; i++) {
      const factor = left[i * n + step]! / left[step * n + step]!
      if (factor === 0) continue
      for (let j = step; j < n; j++) left[i * n + j]! -= factor * left[step * n + j]!
      for (let c = 0; c < k; c++) right[i * k + c]! -= factor * right[step * k + c]!
    }
  }
  for (let i = n - 1; i >= 0; i--)
    for (let c = 0; c < k; c++) {
      for (let j = i + 1; j < n; j++) right[i * k + c]! -= left[i * n + j]! * right[j * k + c]!
      right[i * k + c]! /= left[i * n + i]!
    }
  return right
}

function swapRows(cells: Float64Array, width: number, a: number, b: number): void {
  if (a === b) return
  const kept = cells.slice(a * width, (a + 1) * width)
  cells.copyWithin(a * width, b * width, (b + 1) * width)
  cells.set(kept, b * width)
}
