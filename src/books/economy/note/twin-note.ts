import { done, type Outcome } from '../../outcome.ts'
import { bandMethods } from '../city/city-band.ts'
import { methodName } from '../city/location-quotients.ts'
import { checkCities } from './check-cities.ts'
import { type CityEconomy, isKnown } from './city-economy.ts'
import { findChains } from './find-chains.ts'
import { measureBands } from './measure-bands.ts'
import { accountsOfMargins, accountsOfTable } from './national-accounts.ts'
import { type Loaded, type NoteData, type NotePart, type NoteTable, partKeys, type TwinNote } from './note.ts'
import { chainsPart } from './part-chains.ts'
import { economiesPart } from './part-economies.ts'
import { gainsPart } from './part-gains.ts'
import { matchPart } from './part-match.ts'
import { tourismPart } from './part-tourism.ts'
import { tradePart } from './part-trade.ts'
import { uncertaintyPart } from './part-uncertainty.ts'

/**
 * The economic note about two cities that a meeting of their mayors needs, in eight parts.
 *
 * With a table and cities whose parts in their countries are known, all of it is computed; figures that depend on how a city is taken out of
 * its country are bands over `bandMethods`. With the margins of a table alone, parts 1 to 3 speak of the countries; the others say what is to
 * be loaded. Nothing is filled in.
 *
 * Source    `docs/methods/economy.md`; each number names its formula (`formulas`) and its sources.
 * Units     those of the table.
 * Refusals  those of `checkCities` and `measureBands`
 * Cost      see `measureBands`.
 *
 * @throws {RangeError} margins of no year
 */
export function twinNote(a: CityEconomy, b: CityEconomy, { content, source, number }: Loaded): Outcome<TwinNote> {
  const years = content.kind === 'table' ? [accountsOfTable(content.table)] : content.margins.map(accountsOfMargins)
  const accounts = years.at(-1)
  if (accounts === undefined) throw new RangeError('Margins of no year have nothing to tell.')
  const checked = checkCities(a, b, accounts)
  if (!checked.ok) return checked

  const table = content.kind === 'table' ? content.table : null
  const cities = table !== null && isKnown(a) && isKnown(b) ? { a, b } : null
  const chains = table && cities ? findChains(table, accounts, cities) : []
  const bands = table && cities ? measureBands(table, accounts, cities, chains) : null
  if (bands?.ok === false) return bands
  const data: NoteData = { a, b, accounts, years, table, chains, bands: bands?.value ?? null }
  const parts = [economiesPart, tradePart, matchPart, gainsPart, chainsPart, tourismPart, uncertaintyPart].map((part) => part(data))
  return done({
    ...{ a, b, year: accounts.year, unit: accounts.unit, sectors: accounts.sectors, regions: accounts.regions.length },
    methods: bandMethods.map(methodName),
    parts: [...parts, []].map((tables, at) => partOf(at, tables)),
    source: { ...source, kind: content.kind, number, years: years.map(({ year }) => year), unit: accounts.unit },
  })
}

/** A part with what its tables still need; of the last one, about data and formulas, nothing is missing. */
function partOf(at: number, tables: readonly NoteTable[]): NotePart {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const needs = [...new Set(cells.flatMap((cell) => (cell.kind === 'missing' ? [cell.need] : [])))]
  const known = tables.filter(({ rows }) => rows.some((row) => row.cells.some(({ kind }) => kind !== 'missing')))
  const isData = at === partKeys.length - 1
  return {
    number: at + 1,
    key: partKeys[at]!,
    status: isData || needs.length === 0 ? 'computed' : known.length === 0 ? 'missing' : 'partly',
    needs,
    tables: known,
  }
}
