import { demandByRegion } from './demand-by-region.ts'
import { type EconomyModel, perUnitOfOutput } from './economy-model.ts'

/** An account by region and sector (n each): whose demand for which product, or which sector of which region, stands behind it. */
export interface Footprint {
  /** D_cba: consumption-based, by region that consumes and product it takes, wherever it arises. */
  consumption: Float64Array
  /** D_pba: production-based, by region and sector where it arises. */
  production: Float64Array
  /** D_imp: the part of consumption that arises in other regions. */
  imports: Float64Array
  /** D_exp: the part of production that is for the final demand of other regions. */
  exports: Float64Array
}

/**
 * Accounts of something that comes with production: emissions, water, jobs.
 *
 *     S = F·x̂⁻¹    D_cba = S·L·Ŷ^r    D_pba = S·x̂    D_imp = Σ_{a≠r} S_a·L_a·Ŷ^r    D_exp = S·diag(x − L·Y^own)
 *
 * For every region consumption = production + imports − exports, and over all regions imports = exports. This is what pymrio computes;
 * accounts by traded final goods alone (Y without what each region buys of itself) do not balance by region. What households emit
 * themselves (F_Y) belongs to `consumption` and `production` of their region and is added by whoever has it.
 *
 * Source   Stadler, "Pymrio – A Python based multi-regional input-output analysis toolbox", Journal of Open Research Software 9 (2021), 8.
 * Units    those of the amounts.
 * Shape    amounts n; accounts n, sector s of region r at r · sectors + s. Demand of nobody in the table (exports of a national one) belongs to
 *          `exports` and to nobody's consumption.
 * Cost     two solves for each region.
 */
export function footprint(model: EconomyModel, amounts: Float64Array): Footprint {
  const { table, n, x, leontief } = model
  const N = table.sectors.length
  const R = table.regions.length
  const { regions, F } = demandByRegion(table)
  const S = perUnitOfOutput(amounts, x)
  const regionOf = (i: number) => Math.floor(i / N)
  const byOrigin = new Float64Array(n * R)
  for (let i = 0; i < n; i++) byOrigin[i * R + regionOf(i)] = S[i]!
  // Row j: how much a unit of final demand for j brings about in each region.
  const M = leontief.solveManyTransposed(byOrigin, R)
  const outputs = leontief.solveMany(F, regions.length)

  const consumption = new Float64Array(n)
  const imports = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    const everywhere = M.subarray(j * R, (j + 1) * R).reduce((sum, one) => sum + one, 0)
    for (let r = 0; r < R; r++) {
      const demand = F[j * regions.length + r]!
      consumption[r * N + (j % N)]! += everywhere * demand
      imports[r * N + (j % N)]! += (everywhere - M[j * R + r]!) * demand
    }
  }
  const forOwn = x.map((_, i) => outputs[i * regions.length + regionOf(i)]!)
  return { consumption, imports, production: amounts.slice(), exports: S.map((one, i) => one * (x[i]! - forOwn[i]!)) }
}
