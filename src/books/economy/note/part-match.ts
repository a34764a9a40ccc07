import { comparativeAdvantage } from '../trade/comparative-advantage.ts'
import { exportSimilarity, krugmanIndex, tradeComplementarity } from '../trade/structure-similarity.ts'
import { tradeIntensity } from '../trade/two-way-trade.ts'
import { countrySource, numberCell, sumOf } from './cells.ts'
import type { FormulaId } from './formulas.ts'
import { inRegion, soldTo, type NationalAccounts } from './national-accounts.ts'
import type { NoteCell, NoteData, NoteTable } from './note.ts'

/** Part 3: where the structures of the two countries match, and where they compete. */
export function matchPart(data: NoteData): NoteTable[] {
  const sources = [countrySource(data)]
  const advantages = (['both', 'a', 'b'] as const).map((whose) => ({ key: `advantage_${whose}`, ...advantageOf(data, whose), sources }))
  return [
    { key: 'indices', ...indices(data), sources },
    ...(data.years.length > 1 ? [{ key: 'years', ...byYear(data), sources }] : []),
    ...advantages.filter(({ rows }) => rows.length > 0),
  ]
}

function indices({ a, b, accounts }: NoteData): Pick<NoteTable, 'columns' | 'rows'> {
  const of = (values: Float64Array, country: string) => inRegion(accounts, values, country)
  const [soldA, soldB] = [a, b].map(({ country }) => of(accounts.exports, country)) as [Float64Array, Float64Array]
  const fits = (buyer: string, exports: Float64Array): NoteCell =>
    accounts.imports === null ? { kind: 'missing', need: 'table' } : numberCell(tradeComplementarity(of(accounts.imports, buyer), exports))
  const row = (key: string, formula: FormulaId, cell: NoteCell) => ({ label: { kind: 'index' as const, key, formula }, cells: [cell] })
  return {
    columns: [{ key: 'index', unit: '', decimals: 2, formula: 'export_similarity' }],
    rows: [
      row('complementarity_ab', 'complementarity', fits(b.country, soldA)),
      row('complementarity_ba', 'complementarity', fits(a.country, soldB)),
      row('export_similarity', 'export_similarity', numberCell(exportSimilarity(soldA, soldB))),
      row('krugman', 'krugman', numberCell(krugman(accounts, a.country, b.country))),
      row('intensity_ab', 'trade_intensity', intensity(accounts, a.country, b.country)),
      row('intensity_ba', 'trade_intensity', intensity(accounts, b.country, a.country)),
    ],
  }
}

/** Structures of value added. */
const krugman = (accounts: NationalAccounts, a: string, b: string): number | null =>
  krugmanIndex(inRegion(accounts, accounts.valueAdded, a), inRegion(accounts, accounts.valueAdded, b))

function intensity(accounts: NationalAccounts, seller: string, buyer: string): NoteCell {
  const sold = soldTo(accounts, seller, buyer)
  if (sold === null || accounts.imports === null) return { kind: 'missing', need: 'table' }
  return numberCell(
    tradeIntensity({
      flow: sumOf(sold),
      exports: sumOf(inRegion(accounts, accounts.exports, seller)),
      worldToPartner: sumOf(inRegion(accounts, accounts.imports, buyer)),
      worldExports: sumOf(accounts.exports),
    }),
  )
}

const byYear = ({ a, b, years }: NoteData): Pick<NoteTable, 'columns' | 'rows'> => ({
  columns: [
    { key: 'export_similarity', unit: '', decimals: 1, formula: 'export_similarity' },
    { key: 'krugman', unit: '', decimals: 2, formula: 'krugman' },
  ],
  rows: years.map((accounts) => {
    const [soldA, soldB] = [a, b].map(({ country }) => inRegion(accounts, accounts.exports, country)) as [Float64Array, Float64Array]
    return {
      label: { kind: 'year', year: accounts.year },
      cells: [numberCell(exportSimilarity(soldA, soldB)), numberCell(krugman(accounts, a.country, b.country))],
    }
  }),
})

/** Sectors in which both export with an advantage, or only one of the two; its largest first. */
function advantageOf({ a, b, accounts }: NoteData, whose: 'both' | 'a' | 'b'): Pick<NoteTable, 'columns' | 'rows'> {
  const { regions, sectors, exports } = accounts
  const rca = comparativeAdvantage({ countries: regions.length, products: sectors.length, values: exports })
  const [ofA, ofB] = [a, b].map(({ country }) => rca[regions.findIndex(({ code }) => code === country)]!) as [
    (number | null)[],
    (number | null)[],
  ]
  const has = (row: (number | null)[], i: number) => (row[i] ?? 0) >= 1
  const rows = sectors
    .map(({ code }, i) => ({ code, i }))
    .filter(({ i }) => (whose === 'both' ? has(ofA, i) && has(ofB, i) : has(ofA, i) === (whose === 'a') && has(ofB, i) === (whose === 'b')))
  const rank = (i: number) => (whose === 'b' ? ofB[i] : ofA[i]) ?? 0
  return {
    columns: (['country_a', 'country_b'] as const).map((place) => ({
      ...{ key: 'advantage', place, unit: '', decimals: 1, formula: 'comparative_advantage' as const },
    })),
    rows: rows
      .sort((one, other) => rank(other.i) - rank(one.i))
      .map(({ code, i }) => ({ label: { kind: 'sector', code }, cells: [numberCell(ofA[i]), numberCell(ofB[i])] })),
  }
}
