/** A city at one time. */
export interface CityExtent {
  year: number
  /** Land that buildings occupy within the boundary. */
  builtUpKm2: number
  population: number
}

/**
 * How the rate at which land is consumed is written: as a share of the first year's area (UN metadata since 2021), or as a logarithm
 * (UN metadata until 2018, GHS-UCDB, Trends.Earth). The two are not comparable: every figure says which it is.
 */
export type LandConsumptionFormula = 'UN-2021-linear' | 'UN-2018-ln'

export interface LandConsumption {
  formula: LandConsumptionFormula
  /** Per year: 0.01 is one per cent a year. */
  landConsumptionRate: number
  populationGrowthRate: number
  /** The one by the other; null where that would mean nothing. */
  ratio: number | null
  /** Why there is no ratio. */
  reason: null | 'population_unchanged' | 'population_declined' | 'built_up_declined'
  /** m² per person in the first and the last year. */
  builtUpPerPersonM2: { past: number; present: number }
  /** Change of built-up land as a share of the first year's. */
  builtUpChange: number
}

/**
 * Ratio of land consumption rate to population growth rate (SDG 11.3.1).
 *
 *     PGR = ln(population₁ / population₀) / years
 *     LCR = (built₁ − built₀) / built₀ / years      UN-2021-linear
 *     LCR = ln(built₁ / built₀) / years             UN-2018-ln
 *     ratio = LCR / PGR
 *
 * Source   UN SDG metadata 11-03-01 (March 2021), "Computation method"; edition of 2018 for the logarithm.
 * Units    km², persons, years → no unit; above 1, land grows faster than people.
 * Missing  no ratio when the population did not grow or built-up land was lost: the same sign twice would look like growth. Both rates
 *          are given all the same. Ratios of several cities must not be averaged.
 * Cost     constant.
 *
 * @throws {RangeError} years not in order, or an area or population not above 0
 * @example
 * landConsumption({ year: 2010, builtUpKm2: 100, population: 1_000_000 }, { year: 2020, builtUpKm2: 120, population: 1_100_000 }).ratio // => 2.0984
 */
export function landConsumption(
  past: CityExtent,
  present: CityExtent,
  formula: LandConsumptionFormula = 'UN-2021-linear',
): LandConsumption {
  const years = present.year - past.year
  if (!(years > 0)) throw new RangeError(`The first year must be before the last, not ${past.year} and ${present.year}.`)
  for (const { year, builtUpKm2, population } of [past, present])
    if (!(builtUpKm2 > 0 && population > 0 && Number.isFinite(builtUpKm2 + population)))
      throw new RangeError(`Built-up land and population must be above 0; in ${year} they are ${builtUpKm2} km² and ${population}.`)

  const builtUpChange = (present.builtUpKm2 - past.builtUpKm2) / past.builtUpKm2
  const landConsumptionRate = (formula === 'UN-2021-linear' ? builtUpChange : Math.log(present.builtUpKm2 / past.builtUpKm2)) / years
  const populationGrowthRate = Math.log(present.population / past.population) / years
  const reason = reasonAgainst(landConsumptionRate, populationGrowthRate)
  return {
    formula,
    landConsumptionRate,
    populationGrowthRate,
    ratio: reason === null ? landConsumptionRate / populationGrowthRate : null,
    reason,
    builtUpPerPersonM2: { past: (past.builtUpKm2 * 1e6) / past.population, present: (present.builtUpKm2 * 1e6) / present.population },
    builtUpChange,
  }
}

function reasonAgainst(landConsumptionRate: number, populationGrowthRate: number): LandConsumption['reason'] {
  if (populationGrowthRate === 0) return 'population_unchanged'
  if (populationGrowthRate < 0) return 'population_declined'
  return landConsumptionRate < 0 ? 'built_up_declined' : null
}
