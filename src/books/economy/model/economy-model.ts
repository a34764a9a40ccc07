import { NotProductive, ProductiveSystem } from '../../../kernel/matrix/productive-system.ts'
import type { InputOutputTable } from '../input-output-table.ts'

/** A table made ready to compute with. */
export interface EconomyModel {
  table: InputOutputTable
  n: number
  /** Output: row sums of Z and Y. */
  x: Float64Array
  /** Final demand: row sums of Y. */
  f: Float64Array
  /** Value added, taxes and imports from outside the table: what output is worth beyond the purchases in Z. May be negative. */
  v: Float64Array
  /** (I − A)·x = f with A = Z·x̂⁻¹. Its `inverseColumnSums` are the output multipliers. */
  leontief: ProductiveSystem
}

/**
 * The open static model of a table: coefficients, and the system that every question about it is solved with.
 *
 *     x = Z·i + Y·i    A = Z·x̂⁻¹    v' = x' − i'·Z    x = A·x + f  ⇒  x = L·f,  L = (I − A)⁻¹
 *
 * L itself is never made here.
 *
 * Source   Miller and Blair, Input-Output Analysis (2nd ed., 2009), sections 2.2 and 3.3.
 * Missing  a sector without output has a column of zeros in A.
 * Cost     one solve; see `ProductiveSystem`.
 *
 * @throws {RangeError} a table that is not productive: names the sector in which it shows
 */
export function economyModel(table: InputOutputTable): EconomyModel {
  const n = table.regions.length * table.sectors.length
  const f = rowSums(table.Y, n)
  const x = rowSums(table.Z, n).map((sales, i) => sales + f[i]!)
  const v = x.slice()
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) v[j]! -= table.Z[i * n + j]!
  const perOutput = x.map((one) => (one === 0 ? 0 : 1 / one))
  try {
    const leontief = new ProductiveSystem(n, (i, row) => {
      for (let j = 0; j < n; j++) row[j] = table.Z[i * n + j]! * perOutput[j]!
    })
    return { table, n, x, f, v, leontief }
  } catch (error) {
    if (!(error instanceof NotProductive)) throw error
    throw new RangeError(
      `${labelOf(table, error.index)}: with what it buys, directly and through its suppliers, the sector uses up at least what it makes. ` +
        `Look for an output that is too small or purchases that are too large in ${table.name}, ${table.year}.`,
      { cause: error },
    )
  }
}

/** What a row is called: `KAZ Mining`. */
export const labelOf = ({ regions, sectors }: Pick<InputOutputTable, 'regions' | 'sectors'>, index: number): string =>
  `${regions[Math.floor(index / sectors.length)]!.code} ${sectors[index % sectors.length]!.name}`

/** Index of a region, by its code. */
export function regionIndex({ name, regions }: Pick<InputOutputTable, 'name' | 'regions'>, code: string): number {
  const index = regions.findIndex((one) => one.code === code)
  if (index < 0) throw new RangeError(`${name} has no region ${code}; it has ${regions.map((one) => one.code).join(', ')}.`)
  return index
}

/** Amounts for each unit of output; 0 where there is no output. */
export const perUnitOfOutput = (amounts: Float64Array, x: Float64Array): Float64Array =>
  amounts.map((amount, j) => (x[j] === 0 ? 0 : amount / x[j]!))

/**
 * Sums of the rows of a matrix.
 *
 * @example
 * rowSums(Float64Array.of(1, 2, 3, 4, 5, 6), 2) // => Float64Array.of(6, 15)
 */
export function rowSums(matrix: Float64Array, rows: number): Float64Array {
  const columns = matrix.length / rows
  const sums = new Float64Array(rows)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) sums[i]! += matrix[i * columns + j]!
  return sums
}
