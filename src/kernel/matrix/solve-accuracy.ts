/** How well x solves M·x = f. */
export interface Accuracy {
  /** Largest |r| of any row, divided by the largest |f|. */
  residual: number
  /** Largest |r| of any row, divided by |f| + |x| of the same row: small rows count as much as large ones. */
  rowwise: number
}

/** Where corrections stop, for both. */
export const good = 1e-12
/** What is accepted where rounding keeps a row from being better. */
export const acceptable = 1e-12

/** The accuracy of x, with r = f − M·x. */
export function accuracyOf(f: Float64Array, x: Float64Array, r: Float64Array): Accuracy {
  let [largestR, largestF, rowwise] = [0, 0, 0]
  for (let i = 0; i < f.length; i++) {
    const left = Math.abs(r[i]!)
    const size = Math.abs(f[i]!)
    if (left > 0) rowwise = Math.max(rowwise, left / (size + Math.abs(x[i]!)))
    largestR = Math.max(largestR, left)
    largestF = Math.max(largestF, size)
  }
  return { residual: largestR === 0 ? 0 : largestR / largestF, rowwise }
}
