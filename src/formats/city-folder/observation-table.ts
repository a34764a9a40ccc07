import type { Origin, Reading, SeriesKey } from '../../books/indicators/figure.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import { isDecimalText, isTimePeriod } from '../decimal-text.ts'
import { readTable, writeTable } from './table.ts'

/** Columns with a meaning of their own; every other column in capitals is a dimension. */
const plainColumns = [
  'indicator',
  'ref_area',
  'source',
  'method',
  'boundary',
  'unit',
  'time_period',
  'value',
  'obs_status',
  'note_kk',
  'note_ru',
  'note_en',
  'origin_file',
  'origin_line',
  'origin_row',
  'origin_cell',
] as const
type PlainColumn = (typeof plainColumns)[number]

/** Columns that make a series, besides its dimensions. */
const keyColumns: readonly string[] = ['indicator', 'ref_area', 'source', 'method', 'boundary', 'unit']

/** Columns that may stand once beside the table instead of in every row. */
const constantColumns: readonly string[] = [...keyColumns, 'origin_file']

/** A table of observations, with the columns that are the same in all its rows. */
export interface ObservationTable {
  path: string
  always: Readonly<Record<string, string>>
  text: string
}

/**
 * Rows of an observation table become readings.
 *
 * A blank cell is the usual: no dimension value is the total, no `source` is the release's, no `value` is a gap.
 * Where no origin is given, the row of this table is the origin itself; a blank `origin_cell` reads as the value.
 */
export function readObservations(table: ObservationTable, releaseSource: string, notices: Notice[]): Reading[] {
  const { columns, rows } = readTable(table.text, table.path, notices)
  const index = new Map(columns.map((column, at) => [column, at]))
  const dimensions = columns.flatMap((column, at) => (isDimension(column) ? [{ column, at }] : []))
  const fixed = Object.entries(table.always).filter(([column]) => isDimension(column))
  for (const column of [...columns, ...Object.keys(table.always)])
    if (!isDimension(column) && !(plainColumns as readonly string[]).includes(column))
      notices.push(notice('unknown_column', 'warning', { file: table.path, line: 1, column }))

  // Rows of one series share one key: 30,000 rows have 3,000 series.
  const known = new Map<string, SeriesKey>()
  const keyAt = columns.flatMap((column, at) => (isDimension(column) || keyColumns.includes(column) ? [at] : []))
  const readings: Reading[] = []
  for (const { line, raw, cells } of rows) {
    const cell: Cell = (column) => {
      const at = index.get(column)
      return (at === undefined ? '' : cells[at]) || table.always[column] || ''
    }
    const problem = problemOf(cells.length - columns.length, cell)
    if (problem !== null) {
      notices.push(notice(problem.code, 'error', { file: table.path, line, column: problem.column, value: raw }))
      continue
    }
    const key = keyAt.map((at) => cells[at]).join('\u001f')
    const series =
      known.get(key) ?? seriesOf(cell, releaseSource, [...fixed, ...dimensions.map(({ column, at }) => [column, cells[at] ?? ''] as const)])
    known.set(key, series)
    readings.push(readingOf(series, cell, { file: table.path, line, row: raw }))
  }
  return readings
}

type Cell = (column: PlainColumn) => string

/** Why a row cannot be read; null when it can. */
function problemOf(surplus: number, cell: Cell): { code: string; column: string | null } | null {
  if (surplus !== 0) return { code: surplus < 0 ? 'row_too_short' : 'row_too_long', column: null }
  const column = (['indicator', 'ref_area', 'time_period'] as const).find((one) => cell(one) === '')
  if (column !== undefined) return { code: 'field_missing', column }
  if (!isTimePeriod(cell('time_period'))) return { code: 'time_period_not_understood', column: 'time_period' }
  return cell('value') === '' || isDecimalText(cell('value')) ? null : { code: 'value_not_a_number', column: 'value' }
}

const seriesOf = (cell: Cell, releaseSource: string, dimensions: ReadonlyArray<readonly [string, string]>): SeriesKey => ({
  indicator: cell('indicator'),
  refArea: cell('ref_area'),
  source: cell('source') || releaseSource,
  method: cell('method'),
  boundary: cell('boundary'),
  unit: cell('unit'),
  dimensions: Object.fromEntries(dimensions.filter(([, code]) => code !== '')),
})

function readingOf(series: SeriesKey, cell: Cell, row: Omit<Origin, 'cell'>): Reading {
  const value = cell('value')
  const note = spokenIn({ kk: cell('note_kk'), ru: cell('note_ru'), en: cell('note_en') })
  const elsewhere = {
    file: cell('origin_file'),
    line: Number(cell('origin_line')),
    row: cell('origin_row'),
    cell: cell('origin_cell') || value,
  }
  return {
    series,
    timePeriod: cell('time_period'),
    value: value || null,
    obsStatus: cell('obs_status') || null,
    note: Object.keys(note).length === 0 ? null : note,
    origin: elsewhere.line === 0 ? { ...row, cell: value } : elsewhere,
  }
}

/**
 * Readings as one table: only columns that say something, what is the same everywhere beside the table.
 * Where a reading's origin is its own row of this very table, no origin is written.
 */
export function writeObservations(path: string, readings: readonly Reading[], releaseSource: string): ObservationTable {
  const isOwn = ({ origin }: Reading) => origin === null || origin.file === path
  const table = tableOf(path, readings, releaseSource, isOwn)
  const lines = readTable(table.text).rows
  const readsBack = readings.every(
    (reading, at) =>
      !isOwn(reading) || reading.origin === null || (reading.origin.line === lines[at]?.line && reading.origin.row === lines[at].raw),
  )
  return readsBack ? table : tableOf(path, readings, releaseSource, ({ origin }) => origin === null)
}

function tableOf(
  path: string,
  readings: readonly Reading[],
  releaseSource: string,
  isOwn: (reading: Reading) => boolean,
): ObservationTable {
  const dimensions = [...new Set(readings.flatMap(({ series }) => Object.keys(series.dimensions)))].sort()
  const before = plainColumns.slice(0, plainColumns.indexOf('time_period'))
  const after = plainColumns.slice(before.length)
  const columns: string[] = [...before, ...dimensions, ...after]
  const rows = readings.map((reading) => {
    const plain = plainCells(reading, releaseSource, isOwn(reading))
    return columns.map((column) => plain[column as PlainColumn] ?? reading.series.dimensions[column] ?? '')
  })
  const always: Record<string, string> = {}
  const kept = columns.flatMap((column, at) => {
    const first = rows[0]?.[at] ?? ''
    const constant = rows.every((row) => row[at] === first)
    if (constant && first !== '' && constantColumns.includes(column)) always[column] = first
    const stays = column === 'time_period' || column === 'value' || !(constant && (first === '' || column in always))
    return stays ? [at] : []
  })
  const text = writeTable(
    kept.map((at) => columns[at] ?? ''),
    rows.map((row) => kept.map((at) => row[at] ?? '')),
  )
  return { path, always, text }
}

function plainCells(reading: Reading, releaseSource: string, isOwn: boolean): Record<PlainColumn, string> {
  const { series, note } = reading
  const origin = isOwn ? null : reading.origin
  return {
    indicator: series.indicator,
    ref_area: series.refArea,
    source: series.source === releaseSource ? '' : series.source,
    method: series.method,
    boundary: series.boundary,
    unit: series.unit,
    time_period: reading.timePeriod,
    value: reading.value ?? '',
    obs_status: reading.obsStatus ?? '',
    note_kk: note?.kk ?? '',
    note_ru: note?.ru ?? '',
    note_en: note?.en ?? '',
    origin_file: origin?.file ?? '',
    origin_line: origin === null ? '' : String(origin.line),
    origin_row: origin?.row ?? '',
    origin_cell: origin === null || origin.cell === (reading.value ?? '') ? '' : origin.cell,
  }
}

/** Dimension ids are SDMX ids: letters, digits and underscores, beginning with a capital. KazStat's `GeoCode` is one too. */
const isDimension = (column: string): boolean => /^[A-Z]\w*$/.test(column)

/** The text without the languages that say nothing. */
export const spokenIn = (text: Readonly<Record<string, string | undefined>>): MultilingualText =>
  Object.fromEntries(languages.flatMap((language) => (text[language] ? [[language, text[language]]] : [])))
