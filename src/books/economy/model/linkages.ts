import type { EconomyModel } from './economy-model.ts'
import { ghoshRowSums } from './ghosh.ts'

export interface Linkages {
  /** Power of dispersion: above 1, the sector buys more through the economy than the average sector. */
  backward: Float64Array
  /** Sensitivity of dispersion by the Leontief inverse. */
  forwardLeontief: Float64Array
  /** Forward linkage by the Ghosh inverse, the better of the two: it does not weigh all final demand alike. */
  forward: Float64Array
  /** `key`: both above 1; `backward` or `forward`: the one; `none`: neither. */
  class: ('none' | 'backward' | 'forward' | 'key')[]
}

/**
 * Linkages of every sector, the average being 1.
 *
 *     BL_j = n·(i'L)_j / (i'Li)    FL_i = n·(Li)_i / (i'Li)    forward_i = n·(Gi)_i / (i'Gi)
 *
 * Source   Rasmussen, "Studies in Inter-Sectoral Relations" (1956); Miller and Blair (2009), section 12.2.
 * Units    none; they do not change with the currency.
 * Cost     two solves.
 */
export function linkages(model: EconomyModel): Linkages {
  const backward = inRelationToMean(model.leontief.inverseColumnSums)
  const forward = inRelationToMean(ghoshRowSums(model))
  const forwardLeontief = inRelationToMean(model.leontief.solve(new Float64Array(model.n).fill(1)).x)
  const classOf = (j: number) => {
    if (backward[j]! > 1) return forward[j]! > 1 ? 'key' : 'backward'
    return forward[j]! > 1 ? 'forward' : 'none'
  }
  return { backward, forwardLeontief, forward, class: Array.from(backward, (_, j) => classOf(j)) }
}

/**
 * How evenly a sector's purchases (backward) or sales (forward) spread over the others: low means that many sectors have part in them.
 *
 *     V_j = s(L_·j) / mean(L_·j)    V_i = s(L_i·) / mean(L_i·)    s with n − 1
 *
 * Source   Rasmussen (1956); Hazari, "Empirical identification of key sectors in the Indian economy", Review of Economics and Statistics 52
 *          (1970), 301–305.
 * Cost     an inverse.
 *
 * @throws {RangeError} more than 2,500 rows
 */
export function coefficientsOfVariation({ n, leontief }: EconomyModel): { backward: Float64Array; forward: Float64Array } {
  const L = leontief.inverse()
  return { backward: variation(n, (j, i) => L[i * n + j]!), forward: variation(n, (i, j) => L[i * n + j]!) }
}

/**
 * Output multipliers split by the region in which the output is made: inside the own region and beyond it.
 *
 *     m^r_j = Σ_{i in r} L_ij
 *
 * Source   Miller and Blair (2009), section 6.3 (intra- and interregional multipliers).
 * Shape    n × regions: row j, column r.
 */
export function outputMultipliersByRegion({ n, table, leontief }: EconomyModel): Float64Array {
  const R = table.regions.length
  const inRegion = new Float64Array(n * R)
  for (let i = 0; i < n; i++) inRegion[i * R + Math.floor(i / table.sectors.length)] = 1
  return leontief.solveManyTransposed(inRegion, R)
}

function inRelationToMean(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return values.map((one) => one / mean)
}

function variation(n: number, cell: (line: number, k: number) => number): Float64Array {
  return new Float64Array(n).map((_, line) => {
    let [mean, squares] = [0, 0]
    for (let k = 0; k < n; k++) mean += cell(line, k) / n
    for (let k = 0; k < n; k++) squares += (cell(line, k) - mean) ** 2
    return Math.sqrt(squares / (n - 1)) / mean
  })
}
