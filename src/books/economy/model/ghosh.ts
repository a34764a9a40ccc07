import { type EconomyModel, perUnitOfOutput } from './economy-model.ts'

/**
 * Row sums of the Ghosh inverse: how much output, with fixed shares of sales, a unit of value added of each sector goes along with.
 *
 *     B = x̂⁻¹·Z    G = (I − B)⁻¹ = x̂⁻¹·L·x̂    g = G·i = x̂⁻¹·(L·x)
 *
 * One solve of the Leontief system. Note the order of the two x̂: pymrio's documentation has it the other way round. The Ghosh model says
 * how output is passed on, not what causes it: read it as a description.
 *
 * Source   Ghosh, "Input-output approach in an allocation system", Economica 25 (1958), 58–64; Miller and Blair (2009), section 12.1.
 * Missing  1 for a sector without output: it passes nothing on.
 */
export function ghoshRowSums({ x, leontief }: EconomyModel): Float64Array {
  const Lx = leontief.solve(x).x
  return Lx.map((one, i) => (x[i] === 0 ? 1 : one / x[i]!))
}

/**
 * Output that goes along with other amounts of value added, when every sector's sales keep their shares.
 *
 *     x' = v'·G = (v'·x̂⁻¹)·L·x̂
 *
 * Source   Miller and Blair (2009), section 12.1.1.
 * Shape    v n.
 */
export function outputOfSupply({ x, leontief }: EconomyModel, v: Float64Array): Float64Array {
  const prices = leontief.solveTransposed(perUnitOfOutput(v, x)).x
  return prices.map((one, j) => one * x[j]!)
}
