import { bicgstab } from './bicgstab.ts'
import { chooseMachine } from './choose-machine.ts'
import type { MatrixMachine } from './arithmetic.ts'
import { MatrixMemory } from './matrix-memory.ts'
import { RefinedFactors } from './refined-factors.ts'
import { acceptable, accuracyOf, good } from './solve-accuracy.ts'
import { NotProductive, paddedSize, TriangularFactors } from './triangular-factors.ts'

export interface Solution {
  x: Float64Array
  /** Largest |f − (I − A)·x| of any row, divided by the largest |f|. */
  residual: number
}

/** The explicit inverse is made up to this size; beyond it nothing needs all of its cells at once. */
const largestInverse = 2500

const innerAccuracy = 1e-6
const mostInnerSteps = 60
const mostRounds = 8

/**
 * The system (I − A)·x = f, solved for as many f as are asked for, without the inverse.
 *
 * One right-hand side is found by stabilised biconjugate gradients in 32 bits, corrected with residuals in 64 bits until it is exact; many
 * at once by the factors of I − A in 32 bits, corrected in the same way; cells of the inverse by factors in 64 bits. What comes out does not depend on the machine, on whether it has
 * vectors, or on what was asked before.
 *
 * A is productive when some positive x gives more than it needs, x > A·x. That is checked when the system is opened: for A without
 * negative cells, y > 0 with (I − Aᵀ)·y = 1 proves it. Where A has negative cells, the sign of the pivots is all that is checked.
 *
 * Source  Hawkins and Simon, "Note: some conditions of macroeconomic stability", Econometrica 17 (1949), 245–248; Higham, "Accuracy and
 *         Stability of Numerical Algorithms", 2nd ed. (2002), chapter 12 (iterative refinement).
 * Shape   A n × n, written row by row; right-hand sides n, or n × k row-major.
 * Cost    about 30 n² for one right-hand side; 2/3 n³ once, then about 8 n² each, for many. Memory 12 n² bytes, 16 n² with the factors.
 */
export class ProductiveSystem {
  readonly n: number
  /** y with yᵀ = 1ᵀ·(I − A)⁻¹: the column sums of the inverse, found by the check that A is productive. */
  readonly inverseColumnSums: Float64Array
  readonly #memory: MatrixMemory
  readonly #size: number
  /** I − A in 64 bits and in 32 bits, padded with rows and columns of I. */
  readonly #M64: number
  readonly #M32: number
  readonly #from: number
  readonly #to: number
  readonly #diagonal: Float64Array
  #refined: RefinedFactors | undefined
  #exact: TriangularFactors | undefined

  /**
   * `writeRow(i, row)` writes row i of A over the zeros in `row`.
   *
   * @throws {NotProductive} A is not productive, or I − A as good as singular
   * @throws {RangeError} a cell that is not a finite number
   */
  constructor(n: number, writeRow: (i: number, row: Float64Array) => void, machine: MatrixMachine = chooseMachine(n)) {
    this.n = n
    this.#size = paddedSize(n)
    this.#memory = new MatrixMemory(machine)
    this.#M64 = this.#memory.allocate(this.#size * this.#size * 8)
    this.#M32 = this.#memory.allocate(this.#size * this.#size * 4)
    this.#from = this.#memory.allocate(this.#size * 8)
    this.#to = this.#memory.allocate(this.#size * 8)
    this.#diagonal = this.#write(writeRow)
    this.inverseColumnSums = this.solveTransposed(new Float64Array(n).fill(1)).x
    // Only to be told where it fails, or that negative cells of A did this.
    if (this.inverseColumnSums.some((sum) => !(sum > 0))) this.#refinedFactors()
  }

  /** (I − A)·x = f for one f. */
  solve = (f: Float64Array): Solution => this.#solveOne(f, false)

  /** (I − A)ᵀ·y = f for one f. */
  solveTransposed = (f: Float64Array): Solution => this.#solveOne(f, true)

  /** (I − A)·X = F for k columns, n × k. */
  solveMany = (F: Float64Array, k: number): Float64Array => this.#solveColumns(F, k, false)

  /** (I − A)ᵀ·Y = F for k columns, n × k. */
  solveManyTransposed = (F: Float64Array, k: number): Float64Array => this.#solveColumns(F, k, true)

  /**
   * (I − A)⁻¹, n × n.
   *
   * @throws {RangeError} more than 2,500 rows
   */
  inverse(): Float64Array {
    const { n } = this
    if (n > largestInverse)
      throw new RangeError(`An inverse of ${n} rows is more than the ${largestInverse} that are made; solve for what is needed.`)
    const size = this.#size
    const factors = this.#exactFactors()
    const address = this.#memory.allocate(size * size * 8)
    const X = this.#memory.f64(address, size * size)
    for (let i = 0; i < size; i++) X[i * size + i] = 1
    factors.makeRoom(size)
    factors.solve(address, size, false)
    const inverse = new Float64Array(n * n)
    const solved = this.#memory.f64(address, size * size)
    for (let i = 0; i < n; i++) inverse.set(solved.subarray(i * size, i * size + n), i * n)
    return inverse
  }

  /** The diagonal of (I − A)⁻¹, for a third of the work. */
  inverseDiagonal = (): Float64Array => this.#exactFactors().inverseDiagonal().slice(0, this.n)

  #write(writeRow: (i: number, row: Float64Array) => void): Float64Array {
    const size = this.#size
    const diagonal = new Float64Array(this.n)
    const row = new Float64Array(this.n)
    const M64 = this.#memory.f64(this.#M64, size * size)
    const M32 = this.#memory.f32(this.#M32, size * size)
    for (let i = 0; i < size; i++) M64[i * size + i] = M32[i * size + i] = 1
    for (let i = 0; i < this.n; i++) {
      row.fill(0)
      writeRow(i, row)
      for (let [j, to] = [0, i * size]; j < this.n; j++, to++) {
        const cell = (i === j ? 1 : 0) - row[j]!
        M64[to] = cell
        M32[to] = normal(cell)
        if (!Number.isFinite(cell))
          throw new RangeError(`Row ${i}, column ${j} (counted from 0): ${row[j]} is not a number to compute with.`)
      }
      diagonal[i] = 1 - row[i]!
    }
    return diagonal
  }

  #solveOne(f: Float64Array, transposed: boolean): Solution {
    if (f.length !== this.n) throw new RangeError(`${f.length} numbers for ${this.n} rows.`)
    const x = new Float64Array(this.n)
    let r: Float64Array = f.slice()
    let before = Infinity
    for (let round = 0; round < mostRounds; round++) {
      const scale = r.reduce((largest, one) => Math.max(largest, Math.abs(one)), 0)
      if (scale === 0) return { x, residual: 0 }
      // The last round need not be better than what is asked for in the end.
      const accuracy = Math.max(innerAccuracy, good / (10 * before))
      const unit = r.map((one) => one / scale)
      const correction = bicgstab((from, to) => this.#times32(from, to, transposed), this.#diagonal, unit, accuracy, mostInnerSteps)
      for (let i = 0; i < this.n; i++) x[i]! += scale * correction[i]!
      r = this.#residual(f, x, transposed)
      const { residual, rowwise } = accuracyOf(f, x, r)
      const worst = Math.max(residual, rowwise)
      if (worst <= good || (worst > before / 4 && residual <= acceptable)) return { x, residual }
      if (!(worst <= before)) break
      before = worst
    }
    const exact = this.#solveColumns(f, 1, transposed)
    return { x: exact, residual: accuracyOf(f, exact, this.#residual(f, exact, transposed)).residual }
  }

  #times32(from: Float64Array, to: Float64Array, transposed: boolean): void {
    const size = this.#size
    const input = this.#memory.f32(this.#from, size)
    for (let i = 0; i < this.n; i++) input[i] = normal(from[i]!)
    input.fill(0, this.n)
    const { f32 } = this.#memory.machine
    if (transposed) f32.transposedTimesVector(this.#M32, this.#from, this.#to, size, size)
    else f32.timesVector(this.#M32, this.#from, this.#to, size, size)
    to.set(this.#memory.f32(this.#to, this.n))
  }

  #residual(f: Float64Array, x: Float64Array, transposed: boolean): Float64Array {
    const size = this.#size
    this.#memory.f64(this.#from, size).fill(0).set(x)
    const { f64 } = this.#memory.machine
    if (transposed) f64.transposedTimesVector(this.#M64, this.#from, this.#to, size, size)
    else f64.timesVector(this.#M64, this.#from, this.#to, size, size)
    const Mx = this.#memory.f64(this.#to, this.n)
    return f.map((one, i) => one - Mx[i]!)
  }

  #solveColumns(F: Float64Array, k: number, transposed: boolean): Float64Array {
    if (F.length !== this.n * k) throw new RangeError(`${F.length} numbers for ${this.n} rows and ${k} columns.`)
    return this.#refinedFactors().solve(F, k, transposed)
  }

  #refinedFactors(): RefinedFactors {
    this.#refined ??= new RefinedFactors(this.#memory, this.#factorise(4), this.#M64, this.n, this.#size)
    return this.#refined
  }

  #exactFactors(): TriangularFactors {
    this.#exact ??= this.#factorise(8)
    return this.#exact
  }

  #factorise(bytes: 4 | 8): TriangularFactors {
    const cells = this.#size * this.#size
    const LU = this.#memory.allocate(cells * bytes)
    const M = this.#memory.numbers(bytes, bytes === 4 ? this.#M32 : this.#M64, cells)
    this.#memory.numbers(bytes, LU, cells).set(M)
    return new TriangularFactors(this.#memory, LU, this.#size, bytes)
  }
}

/** What is too small for 32 bits becomes 0 there: numbers below their normal range are slow, and the corrections bring it back. */
const normal = (value: number): number => (Math.abs(value) < 1e-18 ? 0 : value)

/** Rows of a matrix that lies in an array, n × n. */
export const rowsOf =
  (A: Float64Array, n: number) =>
  (i: number, row: Float64Array): void =>
    row.set(A.subarray(i * n, (i + 1) * n))

export { NotProductive }
