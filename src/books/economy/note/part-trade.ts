import { sharesOf } from '../trade/shares.ts'
import { bandCell, countrySource, largest, missingTable, numberCell, union, whatCitiesNeed } from './cells.ts'
import { inRegion } from './national-accounts.ts'
import { notePlaces, sides, type NoteCell, type NoteData, type NoteTable, type Side } from './note.ts'

/** How many products of each country are told. */
const mostProducts = 5

/** Part 2: what each sells and buys, whose value added ends up where, and what each city makes of what it needs. */
export function tradePart(data: NoteData): NoteTable[] {
  const { accounts } = data
  return [
    products(data, 'exports', accounts.exports),
    accounts.imports === null ? missingTable('imports', 'table') : products(data, 'imports', accounts.imports),
    data.bands === null ? missingTable('flows', whatCitiesNeed(data)) : flows(data),
    ...sides.map((side) => (data.bands === null ? missingTable(`skyline_${side}`, whatCitiesNeed(data)) : skyline(data, side))),
  ]
}

function products(data: NoteData, key: 'exports' | 'imports', values: Float64Array): NoteTable {
  const { accounts, a, b } = data
  const [ofA, ofB] = [a, b].map(({ country }) => inRegion(accounts, values, country)) as [Float64Array, Float64Array]
  const [sharesA, sharesB] = [sharesOf(ofA), sharesOf(ofB)]
  return {
    key,
    columns: (['country_a', 'country_b'] as const).flatMap((place) => [
      { key, place, unit: accounts.unit, decimals: 0, formula: key },
      { key: 'share', place, unit: '%', decimals: 1, formula: 'share' as const },
    ]),
    rows: union(largest(ofA, mostProducts), largest(ofB, mostProducts)).map((i) => ({
      label: { kind: 'sector', code: accounts.sectors[i]!.code },
      cells: [numberCell(ofA[i]), numberCell(sharesA && 100 * sharesA[i]!), numberCell(ofB[i]), numberCell(sharesB && 100 * sharesB[i]!)],
    })),
    sources: [countrySource(data)],
  }
}

const flows = (data: NoteData): NoteTable => ({
  key: 'flows',
  columns: notePlaces.map((place) => ({ key: 'demand_of', place, unit: data.accounts.unit, decimals: 0, formula: 'value_added_flow' })),
  rows: notePlaces.map((from) => ({
    label: { kind: 'place', place: from },
    cells: notePlaces.map((to) => bandCell(data, `flow.${from}.${to}`)),
  })),
  sources: ['table', 'city_a', 'city_b'],
})

/** Sectors with the largest share of demand first. */
const skyline = (data: NoteData, side: Side): NoteTable => ({
  key: `skyline_${side}`,
  columns: [
    { key: 'demand', unit: '%', decimals: 1, formula: 'skyline_demand' },
    { key: 'self_sufficiency', unit: '%', decimals: 0, formula: 'self_sufficiency' },
    { key: 'exported', unit: '%', decimals: 0, formula: 'skyline_exported' },
  ],
  rows: data.accounts.sectors
    .map(({ code }, j) => ({
      label: { kind: 'sector' as const, code },
      cells: ['demand', 'self', 'exported'].map((what) => bandCell(data, `skyline.${side}.${j}.${what}`)),
    }))
    .sort((one, other) => lowOf(other.cells[0]!) - lowOf(one.cells[0]!)),
  sources: ['table', `city_${side}`],
})

const lowOf = (cell: NoteCell): number => (cell.kind === 'band' ? cell.low : cell.kind === 'number' ? cell.value : 0)
