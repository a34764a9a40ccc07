import type { MatrixMemory } from './matrix-memory.ts'
import { acceptable, good } from './solve-accuracy.ts'
import { NotProductive, type TriangularFactors } from './triangular-factors.ts'

/** Columns that are solved together. */
const columnsAtOnce = 512
/** Columns are filled up to a multiple of it. */
const columnPadding = 8
/** Rows that a step of a residual runs over. */
const depthAtOnce = 128
const mostRounds = 6
/** A correction that promises to bring every row below it is the last. */
const foreseen = 1e-11

/** Solutions for many right-hand sides: factors in 32 bits, corrected with residuals in 64 bits until every column is exact. */
export class RefinedFactors {
  readonly #memory: MatrixMemory
  readonly #factors: TriangularFactors
  readonly #M64: number
  readonly #n: number
  readonly #size: number
  readonly #packedLeft: number
  #work: { columns: number; X: number; R: number; X32: number; packedRight: number } | undefined

  /** `M64` is the matrix of the factors in 64 bits, size × size, of which n rows and columns are in use. */
  constructor(memory: MatrixMemory, factors: TriangularFactors, M64: number, n: number, size: number) {
    this.#memory = memory
    this.#factors = factors
    this.#M64 = M64
    this.#n = n
    this.#size = size
    this.#packedLeft = memory.allocate(size * depthAtOnce * 8)
  }

  /**
   * X with M·X = F, or Mᵀ·X = F; both n × k.
   *
   * @throws {NotProductive} corrections do not come to rest: M is as good as singular
   */
  solve(F: Float64Array, k: number, transposed: boolean): Float64Array {
    const X = new Float64Array(this.#n * k)
    for (let first = 0; first < k; first += columnsAtOnce) {
      const columns = Math.min(columnsAtOnce, k - first)
      const part = columns === k ? F : columnsOf(F, k, first, columns)
      const solved = this.#solvePart(part, columns, transposed)
      for (let i = 0; i < this.#n; i++) X.set(solved.subarray(i * columns, (i + 1) * columns), i * k + first)
    }
    return X
  }

  #solvePart(F: Float64Array, k: number, transposed: boolean): Float64Array {
    const columns = Math.ceil(k / columnPadding) * columnPadding
    const { X: XAt, R: RAt, X32: X32At } = this.#room(columns)
    const cells = this.#size * columns
    const X = this.#memory.f64(XAt, cells).fill(0)
    const R = this.#memory.f64(RAt, cells)
    const X32 = this.#memory.f32(X32At, cells)
    this.#writeTo(R, F, k, columns)
    const largestF = largestOf(R, columns)

    let gain = 1
    for (let [round, before] = [0, 1]; round < mostRounds; round++) {
      const scales = largestOf(R, columns).map((one) => one || 1)
      for (let at = 0; at < cells; at += columns) for (let c = 0; c < columns; c++) X32[at + c] = R[at + c]! / scales[c]!
      this.#factors.solve(X32At, columns, transposed)
      for (let at = 0; at < cells; at += columns) for (let c = 0; c < columns; c++) X[at + c]! += X32[at + c]! * scales[c]!
      // What the last correction gained, this one gains again: where that is enough there is no need to measure it.
      if (round > 0 && gain * before <= foreseen) return this.#readFrom(X, k, columns)

      this.#subtractProduct(F, k, columns, transposed)
      const rowwise = worstRow(F, X, R, k, columns)
      if (rowwise <= good) return this.#readFrom(X, k, columns)
      gain = rowwise / before
      before = rowwise
      if (!(gain < 0.25)) break
    }
    // Where f has both signs, rounding can keep a row that nearly cancels from getting better, and nothing is wrong.
    const left = largestOf(R, columns)
    if (left.every((one, c) => one <= acceptable * largestF[c]!)) return this.#readFrom(X, k, columns)
    throw new NotProductive(this.#factors.weakest)
  }

  /** R := F − M·X */
  #subtractProduct(F: Float64Array, k: number, columns: number, transposed: boolean): void {
    const { f64 } = this.#memory.machine
    const { X, R: RAt, packedRight } = this.#room(columns)
    const [size, width] = [this.#size, columns * 8]
    this.#writeTo(this.#memory.f64(RAt, size * columns), F, k, columns)
    for (let first = 0; first < size; first += depthAtOnce) {
      const depth = Math.min(depthAtOnce, size - first)
      f64.packRight(X + first * width, packedRight, depth, width, width)
      if (transposed) f64.packLeft(this.#M64 + first * size * 8, this.#packedLeft, size, depth, 8, size * 8)
      else f64.packLeft(this.#M64 + first * 8, this.#packedLeft, size, depth, size * 8, 8)
      f64.product(this.#packedLeft, packedRight, RAt, size, columns, depth, width, 1)
    }
  }

  #writeTo(cells: Float64Array, F: Float64Array, k: number, columns: number): void {
    cells.fill(0)
    for (let i = 0; i < this.#n; i++) cells.set(F.subarray(i * k, (i + 1) * k), i * columns)
  }

  #readFrom(cells: Float64Array, k: number, columns: number): Float64Array {
    const F = new Float64Array(this.#n * k)
    for (let i = 0; i < this.#n; i++) F.set(cells.subarray(i * columns, i * columns + k), i * k)
    return F
  }

  /** Places for so many columns; kept as long as no more are asked for. */
  #room(columns: number): { X: number; R: number; X32: number; packedRight: number } {
    if (this.#work === undefined || this.#work.columns < columns) {
      const allocate = (bytes: number) => this.#memory.allocate(bytes)
      const cells = this.#size * columns
      this.#work = {
        columns,
        X: allocate(cells * 8),
        R: allocate(cells * 8),
        X32: allocate(cells * 4),
        packedRight: allocate(columns * depthAtOnce * 8),
      }
      this.#factors.makeRoom(columns)
    }
    return this.#work
  }
}

function columnsOf(F: Float64Array, k: number, first: number, columns: number): Float64Array {
  const n = F.length / k
  const part = new Float64Array(n * columns)
  for (let i = 0; i < n; i++) part.set(F.subarray(i * k + first, i * k + first + columns), i * columns)
  return part
}

/** Largest |cell| of each column; 0 stands for a column of zeros. */
function largestOf(cells: Float64Array, columns: number): Float64Array {
  const largest = new Float64Array(columns)
  for (let at = 0; at < cells.length; at += columns)
    for (let c = 0; c < columns; c++) {
      const size = Math.abs(cells[at + c]!)
      if (size > largest[c]!) largest[c] = size
    }
  return largest
}

/** The worst of all columns, row by row; X and R have more columns than F. */
function worstRow(F: Float64Array, X: Float64Array, R: Float64Array, k: number, columns: number): number {
  let worst = 0
  for (let [at, to] = [0, 0]; at < F.length; at += k, to += columns)
    for (let c = 0; c < k; c++) {
      const left = Math.abs(R[to + c]!)
      if (left > 0) worst = Math.max(worst, left / (Math.abs(F[at + c]!) + Math.abs(X[to + c]!)))
    }
  return worst
}
