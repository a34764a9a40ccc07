import { computeFineParticles, type FineParticlesComputation } from '../actions/compute-fine-particles.ts'
import { hashSource } from '../formats/hash-source.ts'
import { writePlacesCsv, writePlacesGeoJson } from '../formats/place-layers.ts'
import { readArguments, type Options } from './arguments.ts'
import type { Command } from './command.ts'
import { answerComputed, answerOptions, requirePlace, yearOf } from './computed-answer.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { withFiles } from './opened-files.ts'
import { Stages } from './stages.ts'

const options: Options = {
  pm25: { type: 'string' },
  population: { type: 'string' },
  group: { type: 'string', multiple: true },
  boundary: { type: 'string', multiple: true },
  districts: { type: 'string' },
  year: { type: 'string' },
  ...answerOptions,
}

const stages = ['boundary', 'population', 'concentration', 'figure', 'store']

/** `bagdar compute 11.6.2 --pm25 FILE --population FILE --year YEAR [--boundary …] [--districts …] [--city …] [--out …]`. */
export const computeParticlesCommand: Command = (args, terminal, needs) =>
  withFiles(async (open) => {
    const given = readArguments(args, options, 0)
    const [pm25, population, year, districts] = [given.text('pm25'), given.text('population'), given.text('year'), given.text('districts')]
    if (pm25 === null) throw new UsageError('Say --pm25 FILE: a raster of annual means in µg/m³ (.tif), or a table of stations (.csv)')
    if (population === null) throw new UsageError('Say --population FILE: a raster (.tif), a table of cells (.csv), or polygons')
    if (year === null) throw new UsageError('Say --year: the year of the concentrations')
    yearOf(year, 'year')
    requirePlace(given, year)
    const files = {
      concentration: open(pm25),
      population: open(population),
      populationGroups: given.texts('group'),
      boundaries: given.texts('boundary').map(open),
      districts: districts === null ? null : open(districts),
    }
    const sources = [files.concentration, files.population, ...files.boundaries, ...(files.districts === null ? [] : [files.districts])]

    const timer = new Stages(terminal, needs.clock, stages)
    const computation = await computeFineParticles(files, sources.map(hashSource), (stage) => timer.begin(stage))
    const layers = () => layersOf(computation, given.text('attribution'))
    await answerComputed({ result: computation.result, year, layers }, given, timer, terminal, needs)
    return exitCodes.done
  })

/** The cells with their people and what they breathe. */
function layersOf({ cells, concentration }: FineParticlesComputation, attribution: string | null): Map<string, string> {
  const places = Array.from({ length: cells.count }, (_, c) => {
    const value = concentration[c] as number
    const properties = {
      people: Math.round((cells.population[c] as number) * 100) / 100,
      pm25: value >= 0 ? Math.round(value * 100) / 100 : null,
      district: cells.districts[cells.district[c] as number]?.code ?? null,
    }
    return { lonLat: [[degrees(cells.lon[c] as number), degrees(cells.lat[c] as number)]] as const, properties }
  })
  const rows = places.map(({ lonLat: [[lon, lat]], properties: { people, pm25, district } }) => [lon, lat, people, pm25, district])
  return new Map([
    ['cells.geojson', writePlacesGeoJson(places, attribution)],
    ['cells.csv', writePlacesCsv(['lon', 'lat', 'people', 'pm25', 'district'], rows, attribution)],
  ])
}

/** As near as a tenth of a metre. */
const degrees = (value: number): number => Math.round(value * 1e6) / 1e6
