import { computeLandConsumption, type CityInYear } from '../actions/compute-land-consumption.ts'
import type { LandConsumptionFormula } from '../books/indicators/sdg-11/land-consumption/land-consumption.ts'
import { landConsumptionFormulas } from '../books/indicators/sdg-11/land-consumption/land-consumption-result.ts'
import { hashSource } from '../formats/hash-source.ts'
import type { ByteSource } from '../formats/byte-source.ts'
import { readArguments, type Arguments, type Options } from './arguments.ts'
import type { Command } from './command.ts'
import { answerComputed, answerOptions, areaUnitOf, requirePlace, yearOf } from './computed-answer.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { withFiles } from './opened-files.ts'
import { Stages } from './stages.ts'

const options: Options = {
  years: { type: 'string' },
  'built-past': { type: 'string' },
  'built-present': { type: 'string' },
  'built-unit': { type: 'string' },
  'population-past': { type: 'string' },
  'population-present': { type: 'string' },
  boundary: { type: 'string', multiple: true },
  formula: { type: 'string' },
  ...answerOptions,
}

const stages = ['boundary', 'built-up', 'population', 'figure', 'store']

/** `bagdar compute 11.3.1 --years 1990,2015 --built-past FILE|KM2 --built-present … --population-past FILE|NUMBER --population-present …`. */
export const computeLandCommand: Command = (args, terminal, needs) =>
  withFiles(async (open) => {
    const given = readArguments(args, options, 0)
    const [yearPast, yearPresent] = yearsOf(given)
    const formula = formulaOf(given)
    requirePlace(given, String(yearPresent))
    const cityIn = (when: 'past' | 'present', year: number): CityInYear => ({
      year,
      builtUp: fileOrNumber(given, `built-${when}`, 'built-up land: a raster or km²', open),
      population: fileOrNumber(given, `population-${when}`, 'the people: a raster, a table of cells, polygons, or a number', open),
    })
    const [past, present] = [cityIn('past', yearPast), cityIn('present', yearPresent)]
    const hasRaster = typeof past.builtUp !== 'number' || typeof present.builtUp !== 'number'
    const boundaries = given.texts('boundary').map(open)
    const sources = [past.builtUp, present.builtUp, past.population, present.population, ...boundaries]
    const hashed = sources.filter((one) => typeof one !== 'number').map(hashSource)

    const timer = new Stages(terminal, needs.clock, stages)
    const result = await computeLandConsumption(
      { past, present, builtUpUnit: hasRaster ? areaUnitOf(given, 'built-unit') : 'squareMetres', boundaries },
      formula,
      hashed,
      (stage) => timer.begin(stage),
    )
    await answerComputed({ result, year: String(yearPresent), layers: () => new Map() }, given, timer, terminal, needs)
    return exitCodes.done
  })

function yearsOf(given: Arguments): [past: number, present: number] {
  const [past, present, ...more] = (given.text('years') ?? '').split(',').map((text) => text.trim())
  if (past === undefined || present === undefined || past === '' || more.length > 0)
    throw new UsageError('Say --years with the first and the last year: --years 1990,2015')
  const years: [number, number] = [yearOf(past, 'years'), yearOf(present, 'years')]
  if (years[0] >= years[1]) throw new UsageError(`--years: ${past} is not before ${present}`)
  return years
}

function formulaOf(given: Arguments): LandConsumptionFormula {
  const text = given.text('formula') ?? 'UN-2021-linear'
  if (Object.hasOwn(landConsumptionFormulas, text)) return text as LandConsumptionFormula
  throw new UsageError(`--formula is ${Object.keys(landConsumptionFormulas).join(' or ')}, not "${text}"`)
}

function fileOrNumber(given: Arguments, option: string, what: string, open: (path: string) => ByteSource): ByteSource | number {
  const text = given.text(option)
  if (text === null) throw new UsageError(`Say --${option} with ${what}`)
  if (!/^[-+]?[\d.]+$/.test(text)) return open(text)
  const value = Number(text)
  if (value > 0 && Number.isFinite(value)) return value
  throw new UsageError(`--${option} is above 0, not "${text}"`)
}
