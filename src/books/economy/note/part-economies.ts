import { simpleLocationQuotients } from '../city/location-quotients.ts'
import { sharesOf } from '../trade/shares.ts'
import { countrySource, largest, numberCell, sumOf, union } from './cells.ts'
import type { CityEconomy } from './city-economy.ts'
import { inRegion, sharesInOrder } from './national-accounts.ts'
import { sides, type NoteColumn, type NoteData, type NoteTable } from './note.ts'

/** Part 1: the two economies side by side, and the sectors that weigh most in them. */
export const economiesPart = (data: NoteData): NoteTable[] => [countries(data), cities(data), topSectors(data)]

const countries = (data: NoteData): NoteTable => ({
  key: 'countries',
  columns: (['output', 'value_added', 'exports'] as const).map((key) => ({ key, unit: data.accounts.unit, decimals: 0, formula: key })),
  rows: sides.map((side) => ({
    label: { kind: 'place', place: `country_${side}` },
    cells: amountsOf(data, data[side]).map((values) => numberCell(sumOf(values))),
  })),
  sources: [countrySource(data)],
})

/** What the cities make, by their parts in the sectors of their countries. */
const cities = (data: NoteData): NoteTable => ({
  key: 'cities',
  columns: (['city_output', 'city_value_added', 'city_exports'] as const).map((formula) => ({
    ...{ key: formula.slice('city_'.length), unit: data.accounts.unit, decimals: 0, formula },
  })),
  rows: sides.map((side) => {
    const { output } = data[side]
    const shares = output && sharesInOrder(data.accounts.sectors, output.shares)
    return {
      label: { kind: 'place', place: `city_${side}` },
      cells: amountsOf(data, data[side]).map((values) =>
        shares === null ? { kind: 'missing', need: 'city_output' } : numberCell(sumOf(values.map((one, i) => one * shares[i]!))),
      ),
    }
  }),
  sources: sourcesOf(data),
})

const amountsOf = ({ accounts }: NoteData, { country }: CityEconomy): Float64Array[] =>
  [accounts.output, accounts.valueAdded, accounts.exports].map((values) => inRegion(accounts, values, country))

/** How many sectors of each country are told. */
const mostSectors = 5

/** Shares of the countries, and beside them the quotients of the cities whose output is known. */
function topSectors(data: NoteData): NoteTable {
  const { accounts } = data
  const shares = sides.map((side) => sharesOf(inRegion(accounts, accounts.valueAdded, data[side].country)) ?? [])
  const quotients = sides.map((side) => quotientsOf(data, data[side]))
  return {
    key: 'top_sectors',
    columns: sides.flatMap((side, at): NoteColumn[] => [
      { key: 'share', place: `country_${side}`, unit: '%', decimals: 1, formula: 'share' },
      ...(quotients[at] == null
        ? []
        : [{ key: 'quotient', place: `city_${side}`, unit: '', decimals: 2, formula: 'location_quotient' } as const]),
    ]),
    rows: union(...shares.map((one) => largest(one, mostSectors))).map((i) => ({
      label: { kind: 'sector', code: accounts.sectors[i]!.code },
      cells: sides.flatMap((_, at) => {
        const quotient = quotients[at]
        return [numberCell(100 * (shares[at]![i] ?? 0)), ...(quotient == null ? [] : [numberCell(quotient[i])])]
      }),
    })),
    sources: sourcesOf(data),
  }
}

function quotientsOf({ accounts }: NoteData, city: CityEconomy): Float64Array | null {
  if (city.output === null) return null
  const shares = sharesInOrder(accounts.sectors, city.output.shares)
  const nation = inRegion(accounts, accounts.output, city.country)
  return simpleLocationQuotients(
    nation.map((one, i) => one * shares[i]!),
    nation,
  )
}

const sourcesOf = (data: NoteData): NoteTable['sources'] => [
  countrySource(data),
  ...(data.a.output === null ? [] : ['city_a' as const]),
  ...(data.b.output === null ? [] : ['city_b' as const]),
]
