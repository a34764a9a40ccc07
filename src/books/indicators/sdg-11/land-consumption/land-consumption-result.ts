import { notice, type Notice } from '../../../notice.ts'
import type { ReleaseFile } from '../../figure.ts'
import { landConsumption, type CityExtent, type LandConsumption, type LandConsumptionFormula } from './land-consumption.ts'
import type { SpatialResult } from '../spatial-result.ts'

/** Every formula, with the edition of the UN metadata that has it. */
export const landConsumptionFormulas: Readonly<Record<LandConsumptionFormula, string>> = {
  'UN-2021-linear': '2021-03',
  'UN-2018-ln': '2018',
}

export interface LandConsumptionInput {
  past: CityExtent
  present: CityExtent
  /** The one that gives the value; the other stands beside it as a method. */
  formula: LandConsumptionFormula
  parameters: SpatialResult['parameters']
  notices: readonly Notice[]
  files: readonly ReleaseFile[]
}

/**
 * SDG 11.3.1 as a result: the ratio by the chosen formula, both rates, built-up land per person, and the ratio by every formula.
 *
 * Units    the ratio has none; numerator and denominator are the two rates, per year.
 * Missing  as `landConsumption`: without a ratio a notice says why, and the rates stand in the parts.
 *
 * @throws {RangeError} as `landConsumption`
 */
export function landConsumptionResult({ past, present, formula, parameters, notices, files }: LandConsumptionInput): SpatialResult {
  const chosen = landConsumption(past, present, formula)
  const formulas = Object.keys(landConsumptionFormulas) as LandConsumptionFormula[]
  return {
    indicator: '11.3.1',
    metadataVersion: landConsumptionFormulas[formula],
    method: formula,
    unit: 'RATIO',
    value: chosen.ratio,
    numerator: chosen.landConsumptionRate,
    denominator: chosen.populationGrowthRate,
    parts: {
      landConsumptionRate: chosen.landConsumptionRate,
      populationGrowthRate: chosen.populationGrowthRate,
      builtUpPastKm2: past.builtUpKm2,
      builtUpKm2: present.builtUpKm2,
      builtUpChangePercent: 100 * chosen.builtUpChange,
      builtUpPerPersonPastM2: chosen.builtUpPerPersonM2.past,
      builtUpPerPersonM2: chosen.builtUpPerPersonM2.present,
      populationPast: past.population,
      population: present.population,
    },
    partsOf: null,
    interval: null,
    byDistrict: [],
    byPopulationGroup: [],
    methods: formulas.map((code) => {
      const { ratio, reason } = landConsumption(past, present, code)
      return { code, value: ratio, reason }
    }),
    tornado: [],
    parameters: { ...parameters, formula, yearPast: past.year, yearPresent: present.year },
    notices: [...notices, ...noticeOf(chosen)],
    files,
  }
}

function noticeOf({ reason }: LandConsumption): Notice[] {
  if (reason === null) return []
  if (reason === 'population_unchanged') return [notice('ratio_population_unchanged', 'warning')]
  return [reason === 'population_declined' ? notice('ratio_population_declined', 'warning') : notice('ratio_built_up_declined', 'warning')]
}
