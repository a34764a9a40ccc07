import { exportCity } from '../actions/export-city.ts'
import { listObservations } from '../actions/list-observations.ts'
import { isAsOf, momentOf } from '../books/as-of.ts'
import { writeCityFolder } from '../formats/city-folder/write-city-folder.ts'
import { writeObservationsCsv } from '../formats/observations-csv.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { requireEmptyFolder, writeFolder } from './files.ts'

const optionsOf: Readonly<Record<string, Options>> = {
  city: {},
  observations: { indicator: { type: 'string' }, 'as-of': { type: 'string' } },
}

/** `bagdar export city <folder>`, `bagdar export observations`. */
export const exportCommand: Command = async (args, terminal, needs) => {
  const what = args.find((word) => Object.hasOwn(optionsOf, word))
  if (what === undefined) throw new UsageError('Say "city" or "observations"')
  const given = readArguments(args, { city: { type: 'string' }, ...optionsOf[what] }, what === 'city' ? 2 : 1)
  const folder = given.words.find((word) => word !== what)
  if (what === 'city') {
    if (folder === undefined) throw new UsageError('Say into which folder the city is to be written')
    requireEmptyFolder(folder)
    return await needs.withRecord(async (record) => {
      const city = await cityOf(record, given.text('city'))
      const files = writeCityFolder(await exportCity(city, record))
      writeFolder(folder, files)
      terminal.answer({ city: city.slug, folder, files: [...files.keys()] })
      terminal.say(`${files.size} files of ${city.slug} are in ${folder}.`)
      return exitCodes.done
    })
  }
  const asOf = given.text('as-of')
  if (asOf !== null && !isAsOf(asOf)) throw new UsageError(`--as-of ${asOf} is not a day; write it as 2026-11-22`)
  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    const indicator = given.text('indicator')
    const moment = momentOf(asOf, city.timeZone, record.now())
    if (indicator !== null && !(await record.listIndicators(city, moment)).some((one) => one.code === indicator))
      throw new RefusedError(`${city.slug} has no indicator ${indicator} on that day. Its number is written as 11.6.2.`)
    const page = { after: null, limit: Number.POSITIVE_INFINITY }
    const { items } = await listObservations(city, moment, indicator === null ? {} : { indicator }, page, record)
    terminal.answer({ city: city.slug, items })
    terminal.say(writeObservationsCsv(items).trimEnd())
    return exitCodes.done
  })
}
