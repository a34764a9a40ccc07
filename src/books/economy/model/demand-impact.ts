import { type EconomyModel, perUnitOfOutput, regionIndex } from './economy-model.ts'

/** A name for some regions: the city, the rest of its country, the partner city, … */
export interface Place {
  name: string
  regions: readonly string[]
}

export interface Impact {
  place: string
  output: number
  valueAdded: number
  /** Null where the table knows no jobs. */
  jobs: number | null
}

/**
 * What new final demand does in each place: output, value added, jobs.
 *
 *     Δx = L·Δf    value added = v̂·Δx    jobs = ê·Δx
 *
 * A short-term answer with fixed coefficients: no prices change, nobody runs out of capacity, wages are not spent again (see
 * `typeTwoMultipliers`). Regions that no place names are together in a last one, named `world`, where there are any.
 *
 * Source   Miller and Blair (2009), sections 2.2.3 and 6.3.
 * Units    demand in the table's currency; jobs in the unit of `employment`.
 * Shape    demand n; employment n or null.
 * Cost     one solve.
 *
 * @throws {RangeError} a region that the table does not have, or that two places name
 */
export function demandImpact(
  model: EconomyModel,
  demand: Float64Array,
  employment: Float64Array | null,
  places: readonly Place[],
): { places: Impact[]; residual: number } {
  const { table, n, x, v, leontief } = model
  const placeOf = placesOfRegions(model, places)
  const named = placeOf.includes(places.length) ? [...places.map((one) => one.name), 'world'] : places.map((one) => one.name)
  const impacts: Impact[] = named.map((place) => ({ place, output: 0, valueAdded: 0, jobs: employment === null ? null : 0 }))
  const { x: change, residual } = leontief.solve(demand)
  const valueAdded = perUnitOfOutput(v, x)
  const jobs = employment === null ? null : perUnitOfOutput(employment, x)
  for (let i = 0; i < n; i++) {
    const impact = impacts[placeOf[Math.floor(i / table.sectors.length)]!]!
    impact.output += change[i]!
    impact.valueAdded += valueAdded[i]! * change[i]!
    if (impact.jobs !== null) impact.jobs += jobs![i]! * change[i]!
  }
  return { places: impacts, residual }
}

/**
 * Demand for what one region makes, spread over its sectors.
 *
 * For visitors: the amount is how many come times what each spends, the spending of each sector what one visitor spends there, in the
 * table's currency and basic prices.
 *
 * @throws {RangeError} spending that adds to nothing, or is not one number for each sector
 */
export function demandInRegion({ table, n }: EconomyModel, region: string, spending: Float64Array, amount: number): Float64Array {
  const total = spending.reduce((sum, one) => sum + one, 0)
  if (spending.length !== table.sectors.length || !(total > 0))
    throw new RangeError(`Spending in ${region} needs one number for each of ${table.sectors.length} sectors, and a sum above 0.`)
  const demand = new Float64Array(n)
  demand.set(
    spending.map((one) => (one / total) * amount),
    regionIndex(table, region) * table.sectors.length,
  )
  return demand
}

/** Index of the place of each region; the number of places stands for the rest of the world. */
function placesOfRegions({ table }: EconomyModel, places: readonly Place[]): number[] {
  const placeOf = table.regions.map(() => places.length)
  for (const [index, place] of places.entries())
    for (const code of place.regions) {
      const region = regionIndex(table, code)
      if (placeOf[region] !== places.length)
        throw new RangeError(`Region ${code} is in ${places[placeOf[region]!]!.name} and in ${place.name}.`)
      placeOf[region] = index
    }
  return placeOf
}
