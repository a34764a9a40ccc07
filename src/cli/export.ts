import fs from 'node:fs'
import path from 'node:path'
import { exportCity } from '../actions/export-city.ts'
import { listObservations } from '../actions/list-observations.ts'
import { isAsOf, momentOf } from '../books/as-of.ts'
import { writeCityFolder } from '../formats/city-folder/write-city-folder.ts'
import { writeObservationsCsv } from '../formats/observations-csv.ts'
import { readArguments } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'

/** `bagdar export city <folder>`, `bagdar export observations`. */
export const exportCommand: Command = async (args, terminal, needs) => {
  const given = readArguments(args, { city: { type: 'string' }, indicator: { type: 'string' }, 'as-of': { type: 'string' } })
  const [what, folder] = given.words
  if (what === 'city') {
    if (folder === undefined) throw new UsageError('Say into which folder the city is to be written')
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0)
      throw new RefusedError(`${folder} is not empty. Choose a new folder: nothing is overwritten.`)
    return await needs.withRecord(async (record) => {
      const city = await cityOf(record, given.text('city'))
      const files = writeCityFolder(await exportCity(city, record))
      for (const [name, bytes] of files) {
        fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
        fs.writeFileSync(path.join(folder, name), bytes)
      }
      terminal.answer({ city: city.slug, folder, files: [...files.keys()] })
      terminal.say(`${files.size} files of ${city.slug} are in ${folder}.`)
      return exitCodes.done
    })
  }
  if (what !== 'observations') throw new UsageError('Say "city" or "observations"')
  const asOf = given.text('as-of')
  if (asOf !== null && !isAsOf(asOf)) throw new UsageError(`--as-of ${asOf} is not a day; write it as 2026-11-22`)
  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    const indicator = given.text('indicator')
    const moment = momentOf(asOf, city.timeZone, record.now())
    const page = { after: null, limit: Number.POSITIVE_INFINITY }
    const { items } = await listObservations(city, moment, indicator === null ? {} : { indicator }, page, record)
    terminal.answer({ city: city.slug, items })
    terminal.say(writeObservationsCsv(items).trimEnd())
    return exitCodes.done
  })
}
