import { solveDense } from '../../../kernel/matrix/solve-dense.ts'
import type { EconomyModel } from './economy-model.ts'
import { ghoshRowSums } from './ghosh.ts'

/** How much output of the whole table would be lost without each sector, n of each kind. */
export interface Extraction {
  /** It buys nothing from others. */
  backward: Float64Array
  /** It sells nothing to other sectors (Leontief). */
  forwardLeontief: Float64Array
  /** It sells nothing to other sectors (Ghosh). */
  forwardGhosh: Float64Array
  /** It is not there at all: no purchases, sales, final demand. */
  complete: Float64Array
}

/**
 * Hypothetical extraction of every sector in turn, in closed form.
 *
 *     backward         T_j = x_j·(m_j − 1) / l_jj          m' = i'·L
 *     forward          T_j = (x_j − f_j)·m_j / l_jj
 *     forward, Ghosh   T_j = x_j·(g_j − 1) / l_jj          g = G·i,  g_jj = l_jj
 *     complete         T_j = x_j·m_j / l_jj
 *
 * Only the diagonal of L is needed: one factorisation answers for all sectors, where solving anew without each takes n of them.
 *
 * Source   Dietzenbacher and Lahr, "Expanding extractions", Economic Systems Research 25 (2013), 341–360; Miller and Blair (2009), section
 *          12.2.6; the closed forms follow from Sherman and Morrison, Annals of Mathematical Statistics 21 (1950), 124–127.
 * Units    the table's currency.
 * Cost     4/3 n³.
 */
export function extractSectors(model: EconomyModel): Extraction {
  const { x, f, leontief } = model
  const m = leontief.inverseColumnSums
  const g = ghoshRowSums(model)
  const l = leontief.inverseDiagonal()
  return {
    backward: x.map((one, j) => (one * (m[j]! - 1)) / l[j]!),
    forwardLeontief: x.map((one, j) => ((one - f[j]!) * m[j]!) / l[j]!),
    forwardGhosh: x.map((one, j) => (one * (g[j]! - 1)) / l[j]!),
    complete: x.map((one, j) => (one * m[j]!) / l[j]!),
  }
}

/**
 * What every sector would lose without a block of sectors: a whole city, a whole country.
 *
 *     Δx = L_·S·(L_SS)⁻¹·x_S
 *
 * Source   as `extractSectors`, for a block (Woodbury's identity).
 * Units    the table's currency; the block itself loses all of its output.
 * Shape    indices of the block; result n.
 * Cost     as many solves as the block has sectors.
 */
export function extractBlock({ n, x, leontief }: EconomyModel, block: readonly number[]): Float64Array {
  const k = block.length
  const unit = new Float64Array(n * k)
  for (const [column, index] of block.entries()) unit[index * k + column] = 1
  const columns = leontief.solveMany(unit, k)
  const inner = Float64Array.from(block.flatMap((index) => [...columns.subarray(index * k, (index + 1) * k)]))
  const weights = solveDense(
    inner,
    Float64Array.from(block, (index) => x[index]!),
    1,
  )
  return new Float64Array(n).map((_, i) => weights.reduce((sum, weight, column) => sum + weight * columns[i * k + column]!, 0))
}

/** Indices of all sectors of a region. */
export const blockOfRegion = ({ table }: EconomyModel, region: number): number[] =>
  Array.from(table.sectors, (_, s) => region * table.sectors.length + s)
