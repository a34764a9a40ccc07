/** Rows of a panel of packed left factors. */
export const panelRows = 4
/** Bytes of a row of a panel of packed right factors: two vectors. */
export const panelBytes = 32
/** Panels of the right factor that stay near while the left one passes by. */
export const panelsAtOnce = 32
/** Sizes of stored matrices are multiples of it. */
export const padding = 16

/**
 * Arithmetic on matrices that lie, row-major, in one block of memory. Arguments are addresses, strides and widths in bytes, or counts.
 *
 * A product runs over packed factors: `packLeft` lays rows in panels of four (`[k][row]`), `packRight` columns in panels of 32 bytes
 * (`[k][column]`), so that the inner loop reads both in order. Every cell of a product is a sum in the order of k, rounded after each
 * multiplication and each addition, so that every implementation gives the same bytes.
 */
export interface Arithmetic {
  packLeft(source: number, target: number, rows: number, depth: number, rowStride: number, depthStride: number): void
  packRight(source: number, target: number, depth: number, width: number, rowStride: number): void
  /** C = A·B, or C − A·B when `subtract` is 1. `rows` and `depth` are multiples of 4. */
  product(A: number, B: number, C: number, rows: number, columns: number, depth: number, rowStride: number, subtract: 0 | 1): void
  /** y = M·x without gaps between rows; `columns` is a multiple of 16. */
  timesVector(M: number, x: number, y: number, rows: number, columns: number): void
  /** y = Mᵀ·x; `rows` and `columns` are multiples of 4. */
  transposedTimesVector(M: number, x: number, y: number, rows: number, columns: number): void
}

/** Arithmetic in both precisions on one memory, whose buffer changes when it grows. */
export interface MatrixMachine {
  f32: Arithmetic
  f64: Arithmetic
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
}
