import { describe, expect, test } from 'vitest'
import { hasEconomyData, millerBlair33, wiod2011 } from '../../../../test/support/economy-tables.ts'
import { tableOf } from '../../../../test/support/economy-tables.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import type { ProductionMargins } from '../trade/production-margins.ts'
import { soldBy, tradeFlows } from '../trade/trade-flows.ts'
import type { CityEconomy } from './city-economy.ts'
import { formulas } from './formulas.ts'
import type { NoteCell, NotePart, TwinNote } from './note.ts'
import { twinNote } from './twin-note.ts'

const source = { title: 'test', licence: 'test', address: 'https://example.org', sha256: '' }
const city = (code: string, country: string, more: Partial<CityEconomy> = {}): CityEconomy => ({
  ...{ code, name: { en: code }, country, countryName: { en: country }, invented: true, askedBy: [] },
  ...{ output: null, demand: null, visitors: null, ...more },
})
const known = (code: string, country: string, shares: Record<string, number>, spending: Record<string, number>, currency = 'USD') =>
  city(code, country, {
    output: { source: { en: 'test' }, shares },
    demand: { source: { en: 'test' }, share: 0.3 },
    visitors: { source: { en: 'test' }, currency, spending },
  })
const noteOf = (a: CityEconomy, b: CityEconomy, table: InputOutputTable): TwinNote => {
  const outcome = twinNote(a, b, { content: { kind: 'table', table }, source, number: null })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const cells = (parts: readonly NotePart[]): NoteCell[] =>
  parts.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)))
const tableIn = (note: TwinNote, key: string) => note.parts.flatMap(({ tables }) => tables).find((one) => one.key === key)!
const ends = (cell: NoteCell | undefined): [number, number] =>
  cell?.kind === 'band' ? [cell.low, cell.high] : cell?.kind === 'number' ? [cell.value, cell.value] : [NaN, NaN]

const withUnit = { ...millerBlair33, unit: 'million USD' }
const a = known('a', 'r', { '1': 0.3, '2': 0.5 }, { '2': 200 })
const b = known('b', 's', { '1': 0.2, '2': 0.6 }, { '1': 100 })

describe('a whole note', () => {
  const note = noteOf(a, b, withUnit)

  test('has eight parts, all computed but for jobs, which the table does not have', () => {
    expect(note.parts.map(({ number, key, status }) => `${number} ${key} ${status}`)).toEqual([
      '1 economies computed',
      '2 trade computed',
      '3 match computed',
      '4 gains partly',
      '5 chains computed',
      '6 tourism partly',
      '7 uncertainty computed',
      '8 data computed',
    ])
    expect(note.parts[3]!.needs).toEqual(['jobs'])
  })

  test('every number has a formula that is published, and a source', () => {
    for (const { tables } of note.parts)
      for (const { columns, rows, sources } of tables) {
        expect(sources.length).toBeGreaterThan(0)
        for (const { formula } of columns) expect(formulas[formula].source).not.toBe('')
        for (const row of rows) expect(row.cells).toHaveLength(columns.length)
      }
  })

  test('bands hold one value for each method, and run from the lowest to the highest', () => {
    const bands = cells(note.parts).filter((cell) => cell.kind === 'band')
    expect(bands.length).toBeGreaterThan(20)
    for (const band of bands) {
      expect(band.values).toHaveLength(note.methods.length)
      expect([band.low, band.high]).toEqual([Math.min(...band.values), Math.max(...band.values)])
    }
  })

  test('by every method, value added of a million sold adds up to the million: nothing comes from outside this table', () => {
    for (const side of ['a', 'b']) {
      const added = tableIn(note, `gains_${side}`).rows.map((row) => row.cells[1]!)
      for (let m = 0; m < note.methods.length; m++) {
        const valueBy = (cell: NoteCell) => (cell.kind === 'band' ? cell.values[m]! : cell.kind === 'number' ? cell.value : 0)
        expect(added.reduce((sum, cell) => sum + valueBy(cell), 0)).toBeCloseTo(1, 9)
      }
    }
  })

  test('a thousand visitors who spend 200 dollars are 0.2 million of demand', () => {
    const added = tableIn(note, 'visitors_a').rows.reduce((sum, row) => sum + ends(row.cells[1])[1], 0)
    expect(added).toBeGreaterThanOrEqual(0.2 - 1e-9)
    expect(added).toBeLessThan(0.21)
  })

  test('the cities are what their parts make of the countries', () => {
    const [ofA] = tableIn(note, 'cities').rows
    expect(ends(ofA!.cells[0])[0]).toBeCloseTo(0.3 * 1000 + 0.5 * 2000, 9)
  })
})

// Two countries and a third; the product p of A is bought by sector q of B.
test('a chain by hand: what would be bought at the share in the world, less what is bought', () => {
  const table = tableOf({
    ...{ name: 'chain', regions: ['A', 'B', 'C'], sectors: ['p', 'q'] },
    Z: [
      [0, 0, 0, 2, 0, 10],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 18, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ],
    Y: [
      [50, 0, 0],
      [50, 0, 0],
      [0, 40, 0],
      [2, 80, 5],
      [0, 0, 100],
      [0, 0, 100],
    ],
  })
  const shares = { p: 0.5, q: 0.5 }
  const note = noteOf(known('a', 'A', shares, { p: 1 }), known('b', 'B', shares, { p: 1 }), { ...table, unit: 'million USD' })
  const [first] = tableIn(note, 'chains').rows
  expect(first!.label).toEqual({ kind: 'chain', seller: 'a', product: 'p', sector: 'q' })
  // Sector q of city b buys half of the country's 20 abroad; A has 12 of the 30 that A and C export of p.
  expect(first!.cells.slice(0, 4).map((cell) => ends(cell)[0])).toEqual([10, 1, 4, 1.5])
})

describe('what cannot be computed says what to load', () => {
  test('a table without the cities: countries only', () => {
    const note = noteOf(city('a', 'r'), city('b', 's'), withUnit)
    expect(note.parts.map(({ status }) => status)).toEqual([
      'partly',
      'partly',
      'computed',
      'missing',
      'missing',
      'missing',
      'missing',
      'computed',
    ])
    expect(note.parts[3]!.needs).toEqual(['city_output'])
  })

  test('margins alone: similarity by year, no complementarity', () => {
    const margins = (year: number): ProductionMargins => ({
      ...{ name: 'margins', year, unit: 'million USD' },
      regions: ['A', 'B', 'OTHERS'].map((code) => ({ code, name: code })),
      sectors: ['p', 'q'].map((code) => ({ code, name: code })),
      ...{ output: Float64Array.of(9, 9, 9, 9, 9, 9), valueAdded: Float64Array.of(4, 2, 1, 5, 3, 3) },
      ...{ inputs: new Float64Array(6), sales: Float64Array.of(year - 2010, 4, 2, 8, 50, 50) },
      ...{ salesToIndustriesAtHome: new Float64Array(6), salesToFinalDemandAtHome: new Float64Array(6) },
    })
    const outcome = twinNote(city('a', 'A'), city('b', 'B'), {
      content: { kind: 'margins', margins: [margins(2020), margins(2022)] },
      ...{ source, number: 1 },
    })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const { parts, year } = outcome.value
    expect(year).toBe(2022)
    expect(parts.map(({ status, needs }) => `${status} ${needs.join(' ')}`.trim())).toEqual([
      'partly city_output',
      'partly table',
      'partly table',
      ...Array.from({ length: 4 }, () => 'missing table'),
      'computed',
    ])
    expect(tableIn(outcome.value, 'years').rows.map(({ label }) => label)).toEqual([2020, 2022].map((one) => ({ kind: 'year', year: one })))
  })
})

test.each([
  { case: 'one city twice', cities: [a, a], code: 'economy_same_city' },
  { case: 'one country', cities: [a, { ...b, country: 'r' }], code: 'economy_same_country' },
  { case: 'a country that the table does not have', cities: [a, { ...b, country: 'X' }], code: 'economy_country_unknown' },
  { case: 'a sector that it does not have', cities: [a, known('b', 's', { '9': 0.1 }, { '1': 1 })], code: 'economy_sector_unknown' },
  { case: 'percent where shares belong', cities: [a, known('b', 's', { '1': 30 }, {})], code: 'economy_share_outside' },
  { case: 'a city that makes nothing', cities: [a, known('b', 's', { '1': 0 }, {})], code: 'economy_city_without_output' },
  { case: 'visitors who spend nothing', cities: [a, known('b', 's', { '1': 0.1 }, {})], code: 'economy_spending_wrong' },
  { case: 'another currency', cities: [a, known('b', 's', { '1': 0.1 }, { '1': 9 }, 'KZT')], code: 'economy_currency_differs' },
])('$case is refused', ({ cities, code }) => {
  const outcome = twinNote(cities[0]!, cities[1]!, { content: { kind: 'table', table: withUnit }, source, number: null })
  expect(outcome.ok ? 'done' : outcome.refusal.code).toBe(code)
})

test('a table that uses up what it makes is refused with the row and the column', () => {
  // So much goes back on stock that sector 1 of r makes 10 and buys 775, most of it of sector 3.
  const broken = { ...withUnit, Y: withUnit.Y.with(0, -790) }
  const outcome = twinNote(a, b, { content: { kind: 'table', table: broken }, source, number: null })
  expect(outcome).toMatchObject({
    ok: false,
    refusal: { code: 'economy_not_productive', details: { column: 'r 1', row: 'r 3', used: 775, made: 10 } },
  })
})

// Cut out of Poland and Turkey: the cities are invented, the tables are not.
test.skipIf(!hasEconomyData)('two invented cities in WIOD 2011 (skipped where the shared data are absent)', () => {
  const table = wiod2011()
  const shares = (share: number) => Object.fromEntries(table.sectors.map(({ code }, i) => [code, share + 0.01 * (i % 9)]))
  const [first, second] = table.sectors
  const note = noteOf(
    known('invented-a', 'POL', shares(0.1), { [first!.code]: 10 }),
    known('invented-b', 'TUR', shares(0.2), { [second!.code]: 20 }),
    table,
  )
  expect(note.parts.map(({ status }) => status)).toEqual([
    ...['computed', 'computed', 'computed', 'partly', 'computed', 'partly', 'computed', 'computed'],
  ])
  expect(cells(note.parts).every((cell) => cell.kind !== 'number' || Number.isFinite(cell.value))).toBe(true)
  const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0)
  const trade = tradeFlows(table)
  expect(ends(tableIn(note, 'countries').rows[0]!.cells[2])[0] / sum(soldBy(trade, 'POL'))).toBeCloseTo(1, 9)
  // By each method, value added of all places in the demand of one is that demand.
  const byFirst = (cell: NoteCell | undefined) => (cell?.kind === 'band' ? cell.values[0]! : cell?.kind === 'number' ? cell.value : NaN)
  const flows = tableIn(note, 'flows')
  const polish = [0, 1].reduce((total, column) => total + flows.rows.reduce((all, row) => all + byFirst(row.cells[column]), 0), 0)
  const demanded = table.finalDemand.reduce((total, { region }, d) => {
    if (region !== 'POL') return total
    for (let i = 0; i < table.x.length; i++) total += table.Y[i * table.finalDemand.length + d]!
    return total
  }, 0)
  expect(polish / demanded).toBeCloseTo(1, 9)
})
