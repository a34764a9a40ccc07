import type { CityEconomy, Sourced } from '../../books/economy/note/city-economy.ts'
import type { LocatedProblem, Problem } from '../../books/programme/problem.ts'
import {
  complain,
  type Field,
  isAbsent,
  readChoice,
  readDecimal,
  readList,
  readObject,
  readRequiredWords,
  readText,
} from '../programme-file/fields.ts'
import { parseYaml } from '../programme-file/parse-yaml.ts'

/** The version of the format; a file names it so that a later reader knows what it reads. */
export const economyFormat = 'bagdar-economy/1'

/** A table or margins that stand beside the file, and what is to be said of where they come from. */
export interface NamedTable {
  file: string
  title: string
  licence: string
  address: string
}

/** A city as the file has it: who asked for the note stands there in the words that were said. */
export type GivenCity = Omit<CityEconomy, 'askedBy'> & { askedBy: readonly string[] }

export interface EconomyFile {
  table: NamedTable | null
  cities: readonly GivenCity[]
}

/**
 * What is known of cities for their economic notes (YAML or JSON): the country of each, its part in the output of sectors and in final demand, what
 * visitors spend, and the statements that asked for the note. `docs/import-economy.md` describes it. All problems come at once, each with its
 * line and column.
 *
 * @returns `given` null: there is an error
 */
export function readEconomyFile(text: string, file: string): { given: EconomyFile | null; problems: LocatedProblem[] } {
  const yaml = parseYaml(text, file)
  if (yaml.problems.length > 0) return { given: null, problems: yaml.problems }
  const problems: Problem[] = []
  const { format, table, cities } = readObject({ value: yaml.value, path: [], problems }, ['format', 'table', 'cities'])
  const name = readText(format)
  if (name !== '' && name !== economyFormat) complain(format, 'unknown_format', { value: name, known: economyFormat })
  const given: EconomyFile = { table: isAbsent(table) ? null : readTable(table), cities: readCities(cities) }
  const located = problems.map(yaml.locate).sort((a, b) => a.line - b.line || a.column - b.column)
  return { given: located.length === 0 ? given : null, problems: located }
}

function readTable(field: Field): NamedTable {
  const { file, title, licence, address } = readObject(field, ['file', 'title', 'licence', 'address'])
  const given = { file: readText(file), title: readText(title), licence: readText(licence), address: readText(address) }
  // It becomes a link on a public page.
  if (given.address !== '' && !/^https?:\/\/\S+$/.test(given.address)) complain(address, 'not_an_address', { value: given.address })
  return given
}

function readCities(field: Field): GivenCity[] {
  if (isAbsent(field)) return []
  return [...entriesOf(field)].map(([code, place]) => {
    if (!/^[\p{L}\p{N}_-]{1,60}$/u.test(code)) complain(place, 'not_an_id', { value: code })
    const keys = ['name', 'country', 'countryName', 'invented', 'output', 'demand', 'visitors', 'askedBy'] as const
    const given = readObject(place, keys)
    return {
      code,
      name: readRequiredWords(given.name),
      country: readText(given.country),
      countryName: readRequiredWords(given.countryName),
      invented: readChoice(given.invented, ['yes', 'no']) === 'yes',
      output: readSourced(given.output, ['shares'], ({ shares }) => ({ shares: readNumbers(shares) })),
      demand: readSourced(given.demand, ['share'], ({ share }) => ({ share: Number(readDecimal(share)) })),
      visitors: readSourced(given.visitors, ['currency', 'spending'], ({ currency, spending }) => ({
        currency: readText(currency),
        spending: readNumbers(spending),
      })),
      askedBy: readList(given.askedBy, readText),
    }
  })
}

/** A number of the city never stands without its source. */
function readSourced<Key extends string, T>(field: Field, keys: readonly Key[], read: (given: Record<Key, Field>) => T): Sourced<T> | null {
  if (isAbsent(field)) return null
  const given = readObject<Key | 'source'>(field, ['source', ...keys])
  return { ...read(given), source: readRequiredWords(given.source) }
}

const readNumbers = (field: Field): Record<string, number> =>
  Object.fromEntries([...entriesOf(field)].map(([sector, place]) => [sector, Number(readDecimal(place))]))

function* entriesOf(field: Field): Generator<[string, Field]> {
  const { value } = field
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return complain(field, 'object_expected', { keys: 'code: …' })
  for (const [key, one] of Object.entries(value)) yield [key, { ...field, value: one, path: [...field.path, key] }]
}
