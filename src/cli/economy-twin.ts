import { composeNote } from '../actions/economy/compose-note.ts'
import type { CityEconomy } from '../books/economy/note/city-economy.ts'
import type { Loaded } from '../books/economy/note/note.ts'
import { unpackEconomy } from '../formats/input-output/pack-economy.ts'
import { noteCsv } from '../pages/economy/note-csv.ts'
import { wordsOf } from '../pages/words.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { readEconomyFile, saidOptions } from './economy-read.ts'
import { saidOfNote } from './economy-twin-words.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { writeNewFile } from './files.ts'
import { taken, wordsOfRefusal } from './words-of-refusal.ts'

const options: Options = {
  ...saidOptions,
  a: { type: 'string' },
  b: { type: 'string' },
  table: { type: 'string' },
  csv: { type: 'string' },
  city: { type: 'string' },
}

/** `bagdar economy twin --a CITY --b CITY [--table FILE] [--csv FILE] [--city NAME]`: the note in eight parts, and nothing is stored. */
export const economyTwin: Command = async (args, terminal, needs) => {
  const asked = readArguments(args, options, 0)
  const [codeA, codeB] = [asked.text('a'), asked.text('b')]
  if (codeA === null || codeB === null) throw new UsageError('Say which two cities: bagdar economy twin --a almaty --b bangkok')
  const table = asked.text('table')
  const read = table === null ? null : await readEconomyFile(table, asked, terminal, needs)
  const given: Loaded | null = read && {
    content: unpackEconomy(read.packed),
    source: { title: table ?? '', licence: '', address: '', sha256: read.sha256 },
    number: null,
  }
  return await needs.withRecord(async (record) => {
    const city = await findCity(record, asked.text('city'), codeA)
    const known = await record.listCityEconomies(city)
    const [a, b] = [knownCity(codeA, known), knownCity(codeB, known)]
    const note = taken(await composeNote({ city, a, b, given }, record), table ?? 'economy twin')
    const csv = asked.text('csv')
    if (csv !== null) writeNewFile(csv, [...noteCsv(note, wordsOf('en'))].join(''))
    terminal.answer(note)
    terminal.say(saidOfNote(note))
    return exitCodes.done
  })
}

/** The city in whose record the two are known: the one that is named, else the first of the pair where it has a record, else the only one. */
async function findCity(record: Parameters<typeof cityOf>[0], name: string | null, code: string) {
  const own = name ?? (await record.listCities()).find(({ slug }) => slug === code)?.slug ?? null
  return await cityOf(record, own)
}

function knownCity(code: string, known: readonly CityEconomy[]): CityEconomy {
  const found = known.find((one) => one.code === code)
  if (found !== undefined) return found
  const details = { city: code, known: known.map((one) => one.code).join(', ') || '–' }
  throw new RefusedError(wordsOfRefusal({ code: 'economy_city_unknown', details }), { refusal: { code: 'economy_city_unknown', details } })
}
