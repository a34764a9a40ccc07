import { notice, type Notice } from '../../../notice.ts'
import { minimumCapture } from '../../annual-mean.ts'
import type { ReleaseFile } from '../../figure.ts'
import { fineParticles, type FineParticles } from './fine-particles.ts'
import type { PopulationCells } from '../people/population-cells.ts'
import type { PartOfCity, SpatialResult } from '../spatial-result.ts'

/** The UN metadata that `fineParticlesResult` follows: last updated 11 July 2017. */
export const metadata1162 = '2017-07'

export interface FineParticlesInput {
  cells: PopulationCells
  /** µg/m³ at each cell; NaN where nothing is known. */
  concentration: Float64Array
  /** What the concentrations come from. Figures of the two must not be mixed in one series. */
  from: 'model' | 'monitors'
  parameters: SpatialResult['parameters']
  notices: readonly Notice[]
  files: readonly ReleaseFile[]
}

/**
 * SDG 11.6.2 as a result: the mean that people of the city breathe, and the same for its districts and population groups.
 *
 * Units    µg/m³; the numerator is persons × µg/m³, the denominator persons for whom a concentration is known.
 * Missing  as `fineParticles`, for the city and for each of its parts: none has a mean where it is known for less than 75 % of the people.
 */
export function fineParticlesResult({ cells, concentration, from, parameters, notices, files }: FineParticlesInput): SpatialResult {
  const all = fineParticles(cells.population, concentration)
  const part = (code: string, name: PartOfCity['name'], people: Float64Array, breathed = concentration): PartOfCity => {
    const { mean, meanOfKnown, populationKnown } = fineParticles(people, breathed)
    return { code, name, value: mean, numerator: (meanOfKnown ?? 0) * populationKnown, denominator: populationKnown }
  }
  const cellsIn = cells.districts.map((): number[] => [])
  for (let c = 0; c < cells.count; c++) cellsIn[cells.district[c] as number]?.push(c)
  const pick = (values: Float64Array, picked: readonly number[]) => Float64Array.from(picked, (c) => values[c] as number)
  const method = from === 'model' ? 'population-weighted-model' : 'population-weighted-monitors'
  return {
    indicator: '11.6.2',
    metadataVersion: metadata1162,
    method,
    unit: 'UG_CUB_METER',
    value: all.mean,
    numerator: (all.meanOfKnown ?? 0) * all.populationKnown,
    denominator: all.populationKnown,
    parts: { captureShare: 100 * all.captureShare, populationKnown: all.populationKnown, population: all.population },
    partsOf: null,
    interval: null,
    byDistrict: cells.districts.map(({ code, name }, d) => {
      const here = cellsIn[d] ?? []
      return part(code, name, pick(cells.population, here), pick(concentration, here))
    }),
    byPopulationGroup: cells.populationGroups.map(({ code, values }) => part(code, {}, values)),
    methods: [{ code: method, value: all.mean, reason: all.mean === null ? 'capture_too_low' : null }],
    tornado: [],
    parameters: { ...parameters, cells: cells.count, cellsWithoutValue: all.missingCells, minimumCapturePercent: 100 * minimumCapture },
    notices: [...notices, ...noticesOf(all)],
    files,
  }
}

function noticesOf({ mean, captureShare, missingCells, negativeCells }: FineParticles): Notice[] {
  const percent = Math.round(1000 * captureShare) / 10
  const notices: Notice[] = []
  if (negativeCells > 0) notices.push(notice('particles_negative', 'warning', { details: { count: negativeCells } }))
  if (mean === null) notices.push(notice('particles_capture_low', 'warning', { details: { percent, least: 100 * minimumCapture } }))
  else if (missingCells > 0) notices.push(notice('particles_missing', 'warning', { details: { count: missingCells, percent } }))
  return notices
}
