import { demandByRegion } from './demand-by-region.ts'
import { type EconomyModel, perUnitOfOutput } from './economy-model.ts'

export interface ValueAddedFlows {
  /** Where it is made. */
  from: string[]
  /** Whose final demand takes it in; `null` for exports out of the table. */
  to: (string | null)[]
  /** from × to, row-major. */
  flows: Float64Array
}

/**
 * Value added of each region that ends up in the final demand of each region, by whatever way it goes.
 *
 *     VA_ab = v̂_a·L_a·f_·b        v̂_j = v_j / x_j
 *
 * A column adds to the whole final demand of its region, a row to the value added of its region.
 *
 * Source   Johnson and Noguera, "Accounting for intermediates: production sharing and trade in value added", Journal of International
 *          Economics 86 (2012), 224–236.
 * Units    the table's currency.
 * Cost     one solve for each region.
 */
export function valueAddedFlows(model: EconomyModel): ValueAddedFlows {
  const { table, n, x, v, leontief } = model
  const { regions: to, F } = demandByRegion(table)
  const outputs = leontief.solveMany(F, to.length)
  const share = perUnitOfOutput(v, x)
  const flows = new Float64Array(table.regions.length * to.length)
  for (let i = 0; i < n; i++) {
    const a = Math.floor(i / table.sectors.length)
    for (let b = 0; b < to.length; b++) flows[a * to.length + b]! += share[i]! * outputs[i * to.length + b]!
  }
  return { from: table.regions.map((one) => one.code), to, flows }
}
