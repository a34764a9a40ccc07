import type { CityFiles } from '../actions/read-city-files.ts'
import { surenessParameters, type SurenessParameters } from '../books/indicators/sdg-11/sureness/sureness.ts'
import type { ByteSource } from '../formats/byte-source.ts'
import type { Arguments, Options } from './arguments.ts'
import { UsageError } from './exit-codes.ts'

/** Where the streets are from, as their licence asks to say. */
export const openStreetMap = '© OpenStreetMap contributors'

/** Options that name the files of a city. */
export const cityOptions: Options = {
  osm: { type: 'string' },
  population: { type: 'string' },
  group: { type: 'string', multiple: true },
  boundary: { type: 'string', multiple: true },
  districts: { type: 'string' },
}

/** Options of an interval by draws. */
export const drawOptions: Options = { draws: { type: 'string' }, workers: { type: 'string' } }

/** @throws {UsageError} no streets or no people are named */
export function cityFilesOf(given: Arguments, open: (path: string) => ByteSource): CityFiles {
  const osm = given.text('osm')
  const population = given.text('population')
  if (osm === null) throw new UsageError('Say --osm FILE: the streets, as an extract of OpenStreetMap (.osm.pbf)')
  if (population === null) throw new UsageError('Say --population FILE (raster, table of cells, polygons) or the number of people')
  const total = /^\d+$/.test(population) ? Number(population) : null
  const districts = given.text('districts')
  return {
    osm: open(osm),
    gtfs: given.texts('gtfs').map(open),
    population: total ?? open(population),
    populationGroups: given.texts('group'),
    boundaries: given.texts('boundary').map(open),
    districts: districts === null ? null : open(districts),
  }
}

/** All files of a city, in the order in which a release names them. */
export const sourcesOf = ({ osm, gtfs, population, boundaries, districts }: CityFiles): ByteSource[] => [
  osm,
  ...gtfs,
  ...(typeof population === 'number' ? [] : [population]),
  ...boundaries,
  ...(districts === null ? [] : [districts]),
]

/** 0 leaves the interval out; fewer than a thousand draws would not hold its ends. */
const drawsAsked = (given: Arguments): number =>
  given.text('draws') === '0' ? 0 : (wholeNumber(given, 'draws', 1000, 100_000) ?? surenessParameters.draws)

/** @throws {UsageError} a number that is none, too small or too large */
export const drawsOf = (given: Arguments): { sureness: SurenessParameters; workers: number } => ({
  sureness: { ...surenessParameters, draws: drawsAsked(given) },
  workers: wholeNumber(given, 'workers', 1, 64) ?? 1,
})

function wholeNumber(given: Arguments, name: string, least: number, most: number): number | null {
  const text = given.text(name)
  if (text === null) return null
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not "${text}"`)
}
