import { computeAccess } from '../actions/compute-access.ts'
import { filesOfAccess } from '../actions/files-of-access.ts'
import { readCityFiles, type CityFiles } from '../actions/read-city-files.ts'
import { storeComputation } from '../actions/store-computation.ts'
import { surenessParameters } from '../books/indicators/sdg-11/sureness.ts'
import { hashSource } from '../formats/hash-source.ts'
import type { ByteSource } from '../formats/byte-source.ts'
import { readArguments, type Arguments, type Options } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { saidOfResult } from './compute-words.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { requireEmptyFolder, writeFolder } from './files.ts'
import { rounded, saidOfImport } from './import-words.ts'
import { withFiles } from './opened-files.ts'
import { Stages } from './stages.ts'

const options: Options = {
  osm: { type: 'string' },
  gtfs: { type: 'string', multiple: true },
  population: { type: 'string' },
  group: { type: 'string', multiple: true },
  boundary: { type: 'string', multiple: true },
  districts: { type: 'string' },
  year: { type: 'string' },
  draws: { type: 'string' },
  workers: { type: 'string' },
  out: { type: 'string' },
  city: { type: 'string' },
  attribution: { type: 'string' },
  licence: { type: 'string' },
  draft: { type: 'boolean' },
}

const stages = ['boundary', 'osm', 'gtfs', 'population', 'streets', 'figure', 'methods', 'interval', 'map', 'store']

/** `bagdar compute 11.2.1 --osm … [--gtfs …] --population … [--boundary …] [--city …] [--out …]`. */
export const computeAccessCommand: Command = (args, terminal, needs) =>
  withFiles(async (open) => {
    const given = readArguments(args, options, 0)
    const files = filesOf(given, open)
    const city = given.text('city')
    const out = given.text('out')
    if (out !== null) requireEmptyFolder(out)
    const sureness = { ...surenessParameters, draws: wholeNumber(given, 'draws', 1000, 100_000) ?? surenessParameters.draws }
    const workers = wholeNumber(given, 'workers', 1, 64) ?? 1

    const timer = new Stages(terminal, needs.clock, stages)
    const wantsMap = city !== null || out !== null
    const data = await readCityFiles(files, { openSpaces: false, background: wantsMap }, (stage) => timer.begin(stage))
    const licence = given.text('licence')
    if (licence !== null) data.parameters['timetableLicence'] = licence
    const hashed = sourcesOf(files).map(hashSource)
    const computation = await computeAccess(data, hashed, sureness, {
      begin: (stage) => timer.begin(stage),
      drawShares: (question, parameters) => needs.drawShares(question, parameters, workers),
    })
    const { result } = computation
    const year = given.text('year') ?? data.year

    let stored: Awaited<ReturnType<typeof storeComputation>> | null = null
    if (wantsMap) {
      timer.begin('map')
      const computed = filesOfAccess(computation, data, given.text('attribution') ?? '© OpenStreetMap contributors')
      if (out !== null) writeFolder(out, computed)
      if (city !== null) {
        if (year === null) throw new UsageError('No file says of which year it is. Say --year')
        timer.begin('store')
        stored = await needs.withRecord(async (record) =>
          storeComputation(
            await cityOf(record, city),
            result,
            { timePeriod: year, computed, madeBy: record.operator, write: given.flag('draft') ? 'draft' : 'publish' },
            record,
          ),
        )
      }
    }
    timer.end()
    terminal.answer({ ...result, notices: result.notices, year, stored, milliseconds: rounded(timer.milliseconds) })
    terminal.say(saidOfResult(result))
    if (out !== null) terminal.say(`\nWritten to ${out}`)
    if (stored !== null && city !== null) terminal.say(`\n${saidOfImport(city, stored, given.flag('draft') ? 'draft' : 'publish')}`)
    return exitCodes.done
  })

function filesOf(given: Arguments, open: (path: string) => ByteSource): CityFiles {
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

const sourcesOf = ({ osm, gtfs, population, boundaries, districts }: CityFiles): ByteSource[] => [
  osm,
  ...gtfs,
  ...(typeof population === 'number' ? [] : [population]),
  ...boundaries,
  ...(districts === null ? [] : [districts]),
]

function wholeNumber(given: Arguments, name: string, least: number, most: number): number | null {
  const text = given.text(name)
  if (text === null) return null
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not "${text}"`)
}
