import path from 'node:path'
import { keepCities } from '../actions/economy/keep-cities.ts'
import { loadTable } from '../actions/economy/load-table.ts'
import type { CityEconomy } from '../books/economy/note/city-economy.ts'
import { readEconomyFile as readCitiesFile } from '../formats/economy-file/read-economy-file.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityOf, type Command, type CommandRecord } from './command.ts'
import { wordsOfCooperation } from './cooperation-words.ts'
import { readEconomyFile, saidOptions } from './economy-read.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { readText } from './files.ts'
import { taken } from './words-of-refusal.ts'

const importOptions: Options = {
  ...saidOptions,
  title: { type: 'string' },
  licence: { type: 'string' },
  address: { type: 'string' },
  city: { type: 'string' },
}

/** `bagdar economy import <file or folder> --title TEXT --licence TEXT --address URL [--year …] [--unit …] [--city NAME]`. */
export const economyImport: Command = async (args, terminal, needs) => {
  const given = readArguments(args, importOptions, 1)
  const [place] = given.words
  if (place === undefined) throw new UsageError('Say which table: bagdar economy import <file or folder>')
  const [title, licence, address] = ['title', 'licence', 'address'].map((name) => {
    const text = given.text(name)
    // It stands beside every number of the note.
    if (text === null || text.trim() === '') throw new UsageError(`Say where the table is from: --title, --licence and --address`)
    return text
  }) as [string, string, string]
  if (!/^https?:\/\/\S+$/.test(address))
    throw new UsageError(`--address is where the table can be found, such as https://kidb.adb.org/mrio`)
  const { outline, packed, sha256, noticeCounts } = await readEconomyFile(place, given, terminal, needs)
  return await needs.withRecord(async (record, inOneTransaction) => {
    const city = await cityOf(record, given.text('city'))
    const source = { title, licence, address, sha256 }
    const input = { city, outline, source, noticeCounts, packed, at: record.now() }
    const { number, notes } = await inOneTransaction(async (whole) => taken(await loadTable(input, whole), place))
    terminal.answer({ city: city.slug, table: number, outline, noticeCounts, notes: pairsOf(notes) })
    terminal.say(
      `${city.slug}: table ${number}, ${outline.name}, ${outline.years.join(', ')}, ${outline.regions.length} regions, ${outline.sectors.length} sectors.`,
    )
    terminal.say(saidOfNotes(notes))
    return exitCodes.done
  })
}

const citiesOptions: Options = { ...saidOptions, city: { type: 'string' } }

/** `bagdar economy cities <file> [--city NAME]`: what is known of cities, and the table that the file names. */
export const economyCities: Command = async (args, terminal, needs) => {
  const asked = readArguments(args, citiesOptions, 1)
  const [file] = asked.words
  if (file === undefined) throw new UsageError('Say which file: bagdar economy cities <file>')
  const { given, problems } = readCitiesFile(readText(file), file)
  for (const { line, column, path: place, code, details } of problems)
    terminal.complain(`${file}:${line}:${column}: ${place.join('.')}: ${wordsOfCooperation({ code, details })}`)
  if (given === null) throw new RefusedError(`${file}: errors: ${problems.length}. Nothing is stored.`, { problems })
  const table = given.table && (await readEconomyFile(path.join(path.dirname(file), given.table.file), asked, terminal, needs))
  return await needs.withRecord(async (record, inOneTransaction) => {
    const city = await cityOf(record, asked.text('city'))
    const at = record.now()
    const notes = await inOneTransaction(async (whole: CommandRecord) => {
      const kept = taken(await keepCities({ city, given: given.cities, at }, whole), file)
      if (given.table === null || table === null) return kept
      const { title, licence, address } = given.table
      const { sha256, ...read } = table
      return taken(await loadTable({ ...read, city, at, source: { title, licence, address, sha256 } }, whole), file).notes
    })
    terminal.answer({ city: city.slug, cities: given.cities.map(({ code }) => code), notes: pairsOf(notes) })
    terminal.say(`${city.slug}: ${given.cities.map(({ code }) => code).join(', ')}.`)
    terminal.say(saidOfNotes(notes))
    return exitCodes.done
  })
}

const pairsOf = (notes: readonly [CityEconomy, CityEconomy][]) => notes.map(([a, b]) => ({ a: a.code, b: b.code }))

const saidOfNotes = (notes: readonly [CityEconomy, CityEconomy][]): string =>
  notes.length === 0
    ? 'No note yet: it needs this city and another one, and a table or margins with both countries.'
    : `Notes made: ${notes.map(([a, b]) => `${a.code} and ${b.code}`).join(', ')}.`
