import { solveDense } from '../../../kernel/matrix/solve-dense.ts'
import { type EconomyModel, perUnitOfOutput, regionIndex } from './economy-model.ts'

/**
 * What one unit of final demand for each sector brings about in all sectors together, of something that comes with output: income, jobs,
 * value added, emissions.
 *
 *     m' = e'·L        all n of them are one transposed solve: (I − A)'·m = e
 *
 * The multipliers of output itself (e = i) are `model.leontief.inverseColumnSums`. Multipliers of different sectors may not be added up:
 * each contains the others.
 *
 * Source   Miller and Blair (2009), section 6.2 (Type I).
 * Units    those of e for one unit of the table's currency.
 * Shape    e: n amounts for each unit of output; result n.
 */
export const multipliers = (model: EconomyModel, e: Float64Array): Float64Array => model.leontief.solveTransposed(e).x

/**
 * Multipliers in relation to the direct effect: how much in all for one in the sector itself.
 *
 *     (e'·L)_j / e_j
 *
 * Source   Miller and Blair (2009), section 6.2.2 (Type I income multiplier).
 * Missing  null where the sector has no direct effect.
 */
export const multiplierRatios = (total: Float64Array, direct: Float64Array): (number | null)[] =>
  Array.from(total, (one, j) => (direct[j] === 0 ? null : one / direct[j]!))

/** Households of one region, as part of the circle of production. */
export interface Households {
  region: string
  /** What each sector of the table pays them for a unit of output, n; 0 where they earn nothing. */
  h: Float64Array
  /** What they buy of each sector for a unit of income, n: consumption divided by their whole income. */
  c: Float64Array
}

/**
 * The households of one region of a table: wages of its sectors, and its consumption for each unit of its whole income.
 *
 *     h_j = wages_j / x_j for its own sectors    c_i = C_i / income
 *
 * Income that does not come from wages, or goes to people who live elsewhere, is part of `income` and makes c smaller: with `income` equal
 * to the wages, every tenge that is consumed is taken to be earned in the region, which is too much.
 *
 * Source   Miller and Blair (2009), section 2.5.
 *
 * @throws {RangeError} an income that is not above 0
 */
export function householdsOf(
  model: EconomyModel,
  region: string,
  wages: Float64Array,
  consumption: Float64Array,
  income: number,
): Households {
  if (!(income > 0)) throw new RangeError(`Households of ${region} with an income of ${income} cannot be closed into the table.`)
  const size = model.table.sectors.length
  const r = regionIndex(model.table, region)
  const own = wages.map((wage, j) => (Math.floor(j / size) === r ? wage : 0))
  return { region, h: perUnitOfOutput(own, model.x), c: consumption.map((one) => one / income) }
}

/**
 * Multipliers with households closed in (Type II): wages are spent, and what is spent is produced.
 *
 *     Ā = [A C; H' 0]    ē'·L̄ for the n sectors = e'·L + (e'·L·C)·(I − H'·L·C)⁻¹·(H'·L)
 *
 * They are an upper bound: all income is taken to be spent as the average is. `ofSectors` adds up the sectors only ("truncated");
 * `income` is what all households together earn.
 *
 * Source   Miller and Blair (2009), sections 2.5, 3.4.3 and 6.2.2; the closed form is the inverse of a bordered matrix.
 * Shape    e: n for each unit of output; k households; results n.
 * Cost     k straight and k transposed solves.
 *
 * @throws {RangeError} households that spend more than the circle can bear
 */
export function typeTwoMultipliers(
  model: EconomyModel,
  e: Float64Array,
  households: readonly Households[],
): { ofSectors: Float64Array; income: Float64Array } {
  const { n, leontief } = model
  const k = households.length
  const C = new Float64Array(n * k)
  const H = new Float64Array(n * k)
  for (const [column, { h, c }] of households.entries())
    for (let i = 0; i < n; i++) {
      C[i * k + column] = c[i]!
      H[i * k + column] = h[i]!
    }
  const LC = leontief.solveMany(C, k)
  const HL = leontief.solveManyTransposed(H, k)
  // closed = I − H'·L·C, k × k; what a unit of demand pays to each household in all is closed⁻¹·H'·L
  const closed = new Float64Array(k * k)
  const spread = new Float64Array(k)
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      closed[a * k + b] = a === b ? 1 : 0
      for (let i = 0; i < n; i++) closed[a * k + b]! -= H[i * k + a]! * LC[i * k + b]!
    }
    for (let i = 0; i < n; i++) spread[a]! += e[i]! * LC[i * k + a]!
  }
  const rounds = solveDense(closed, transpose(HL, n, k), n)
  if (rounds.some((one) => !(one >= 0)))
    throw new RangeError('Households spend more than they earn in the circle of production: give their whole income, not only wages.')

  const income = new Float64Array(n)
  const ofSectors = multipliers(model, e)
  for (let a = 0; a < k; a++)
    for (let j = 0; j < n; j++) {
      income[j]! += rounds[a * n + j]!
      ofSectors[j]! += spread[a]! * rounds[a * n + j]!
    }
  return { ofSectors, income }
}

function transpose(M: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(M.length)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) turned[j * rows + i] = M[i * columns + j]!
  return turned
}
