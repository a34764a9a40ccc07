import { computeAccess } from '../actions/compute-access.ts'
import { filesOfAccess } from '../actions/files-of-access.ts'
import { readCityFiles } from '../actions/read-city-files.ts'
import { storeComputation } from '../actions/store-computation.ts'
import { transitQuestion } from '../books/indicators/sdg-11/sureness/sureness.ts'
import { hashSource } from '../formats/hash-source.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityFilesOf, cityOptions, drawOptions, drawsOf, openStreetMap, sourcesOf } from './city-files.ts'
import { cityOf, type Command } from './command.ts'
import { saidOfResult } from './compute-words.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { requireEmptyFolder, writeFolder } from './files.ts'
import { rounded, saidOfImport } from './import-words.ts'
import { withFiles } from './opened-files.ts'
import { Stages } from './stages.ts'

const options: Options = {
  ...cityOptions,
  ...drawOptions,
  gtfs: { type: 'string', multiple: true },
  year: { type: 'string' },
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
    const files = cityFilesOf(given, open)
    const city = given.text('city')
    const out = given.text('out')
    if (out !== null) requireEmptyFolder(out)
    const { sureness, workers } = drawsOf(given)

    const timer = new Stages(terminal, needs.clock, stages)
    const wantsMap = city !== null || out !== null
    const data = await readCityFiles(files, { openSpaces: false, background: wantsMap }, (stage) => timer.begin(stage))
    const licence = given.text('licence')
    if (licence !== null) data.parameters['timetableLicence'] = licence
    const hashed = sourcesOf(files).map(hashSource)
    const computation = await computeAccess(data, hashed, sureness, {
      begin: (stage) => timer.begin(stage),
      drawShares: (model, parameters) => needs.drawShares(transitQuestion(model), parameters, workers),
    })
    const { result } = computation
    const year = given.text('year') ?? data.year

    let stored: Awaited<ReturnType<typeof storeComputation>> | null = null
    if (wantsMap) {
      timer.begin('map')
      const computed = filesOfAccess(computation, data, given.text('attribution') ?? openStreetMap)
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
