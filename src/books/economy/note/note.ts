import type { EconomyContent } from '../economy-content.ts'
import type { InputOutputTable, TableLabel } from '../input-output-table.ts'
import type { CityEconomy } from './city-economy.ts'
import type { Chain } from './find-chains.ts'
import type { FormulaId } from './formulas.ts'
import type { NationalAccounts } from './national-accounts.ts'

/** The two cities, what is left of their countries without them, the countries whole, and everybody else. */
export const notePlaces = ['city_a', 'rest_a', 'city_b', 'rest_b', 'world'] as const
export type NotePlace = (typeof notePlaces)[number]
export const sides = ['a', 'b'] as const
export type Side = (typeof sides)[number]

/** What has to be loaded before a number can be computed. */
export type Need = 'table' | 'city_output' | 'jobs' | 'visitor_spending'

export type NoteCell =
  | { kind: 'number'; value: number }
  /** By each of `methods` of the note; lowest and highest of them. */
  | { kind: 'band'; low: number; high: number; values: readonly number[] }
  | { kind: 'missing'; need: Need }
  /** Nobody can compute it: the thing is not defined here. */
  | { kind: 'undefined' }

export interface NoteColumn {
  key: string
  /** Whose number it is, where the heading has to say so. */
  place?: NotePlace | 'country_a' | 'country_b'
  /** `million USD`, `%`, or '' for a ratio. */
  unit: string
  decimals: number
  formula: FormulaId
}

export type RowLabel =
  | { kind: 'sector'; code: string }
  | { kind: 'place'; place: NotePlace | 'country_a' | 'country_b' }
  | { kind: 'index'; key: string; formula: FormulaId }
  | { kind: 'year'; year: number }
  | { kind: 'method'; name: string }
  | { kind: 'chain'; seller: Side; product: string; sector: string }

export interface NoteRow {
  label: RowLabel
  cells: readonly NoteCell[]
}

export interface NoteTable {
  key: string
  columns: readonly NoteColumn[]
  rows: readonly NoteRow[]
  sources: readonly SourceId[]
}

export const partKeys = ['economies', 'trade', 'match', 'gains', 'chains', 'tourism', 'uncertainty', 'data'] as const
export type PartKey = (typeof partKeys)[number]

export interface NotePart {
  number: number
  key: PartKey
  /** `partly`: some of its tables are here, and something has to be loaded for the others. */
  status: 'computed' | 'partly' | 'missing'
  needs: readonly Need[]
  tables: readonly NoteTable[]
}

/** Where a table or margins were taken from, and on which terms. */
export interface TableOrigin {
  title: string
  licence: string
  address: string
  /** Of the packed content. */
  sha256: string
}

/** A table or margins, and where they come from. */
export interface Loaded {
  content: EconomyContent
  source: TableOrigin
  /** Its number among the loaded tables; null: it was given for this note alone. */
  number: number | null
}

/** What a table of the note rests on: the loaded table or margins, what is known of a city, the Finnish tables that errors were measured on. */
export type SourceId = 'table' | 'margins' | 'city_a' | 'city_b' | 'finland'

export interface TwinNote {
  a: CityEconomy
  b: CityEconomy
  year: number
  unit: string
  sectors: readonly TableLabel[]
  /** How many regions the table has. */
  regions: number
  /** How the cities were taken out of their countries; the order of `values` in bands. */
  methods: readonly string[]
  parts: readonly NotePart[]
  source: TableOrigin & Pick<Loaded, 'number'> & { kind: EconomyContent['kind']; years: readonly number[]; unit: string }
}

/** What the parts are made of. */
export interface NoteData {
  a: CityEconomy
  b: CityEconomy
  accounts: NationalAccounts
  /** Of other years, oldest first, this one among them. */
  years: readonly NationalAccounts[]
  table: InputOutputTable | null
  /** Figures about the cities by their names, as bands; null where a city or the table is not known. */
  bands: ReadonlyMap<string, NoteCell> | null
  chains: readonly Chain[]
}
