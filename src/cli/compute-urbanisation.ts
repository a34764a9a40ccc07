import { computeUrbanisation, type UrbanisationFiles } from '../actions/compute-urbanisation.ts'
import type { Urbanisation } from '../books/indicators/sdg-11/urbanisation/urbanisation-result.ts'
import { hashSource } from '../formats/hash-source.ts'
import { writeCentresCsv, writeLocalUnitsCsv, writeUrbanisationGeoJson } from '../formats/urbanisation-layers.ts'
import { readArguments, type Options } from './arguments.ts'
import type { Command } from './command.ts'
import { answerComputed, answerOptions, areaUnitOf, requirePlace, yearOf } from './computed-answer.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { withFiles } from './opened-files.ts'
import { Stages } from './stages.ts'

const options: Options = {
  population: { type: 'string' },
  land: { type: 'string' },
  'land-unit': { type: 'string' },
  districts: { type: 'string' },
  year: { type: 'string' },
  ...answerOptions,
}

const stages = ['population', 'land', 'figure', 'store']

/** `bagdar compute degurba --population FILE [--land FILE --land-unit UNIT] [--districts FILE] [--city … --year …] [--out …]`. */
export const computeUrbanisationCommand: Command = (args, terminal, needs) =>
  withFiles(async (open) => {
    const given = readArguments(args, options, 0)
    const [population, land, districts, year] = [given.text('population'), given.text('land'), given.text('districts'), given.text('year')]
    if (population === null) throw new UsageError('Say --population FILE: a raster (.tif) or a table of cells (.csv) of the whole region')
    if (year !== null) yearOf(year, 'year')
    requirePlace(given, year)
    const files: UrbanisationFiles = {
      population: open(population),
      land: land === null ? null : { source: open(land), unit: areaUnitOf(given, 'land-unit') },
      districts: districts === null ? null : open(districts),
    }
    const sources = [files.population, files.land?.source, files.districts].filter((one) => one !== undefined && one !== null)

    const timer = new Stages(terminal, needs.clock, stages)
    const computation = await computeUrbanisation(files, sources.map(hashSource), (stage) => timer.begin(stage))
    const { result, degree, units } = computation
    const details = { centres: degree.centres, units }
    const layers = () => layersOf(computation, given.text('attribution'))
    await answerComputed({ result, year, layers, details }, given, timer, terminal, needs)
    if (units.length > 0) terminal.say(`\n${saidOfUnits(computation)}`)
    return exitCodes.done
  })

function layersOf(computation: Urbanisation, attribution: string | null): Map<string, string> {
  const layers = new Map([
    ['cells.geojson', writeUrbanisationGeoJson(computation, attribution)],
    ['centres.csv', writeCentresCsv(computation, attribution)],
  ])
  if (computation.units.length > 0) layers.set('units.csv', writeLocalUnitsCsv(computation.units, attribution))
  return layers
}

const classNames = { city: 'city', town: 'town or suburb', rural: 'rural' } as const

function saidOfUnits({ units }: Urbanisation): string {
  const rows = units.map(({ code, unitClass }) => `  ${code}: ${unitClass === null ? 'nobody lives there' : classNames[unitClass]}`)
  return ['Class of local units', ...rows].join('\n')
}
