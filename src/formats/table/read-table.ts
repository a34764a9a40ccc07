import { createHash } from 'node:crypto'
import type { Code, SeriesKey } from '../../books/indicators/figure.ts'
import type { ReadingSet } from '../../books/indicators/reading-set.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { MultilingualText } from '../../books/text.ts'
import { Claims } from '../claims.ts'
import { isDecimalText, isTimePeriod } from '../decimal-text.ts'
import { diagnoseReadings } from '../diagnose-readings.ts'
import { plainArea, plainIndicator } from '../plain-entries.ts'
import type { TableField, TableMapping } from './mapping.ts'
import { openTable, tableLimits, type Table, type TableLimits } from './open-table.ts'
import { plainDecimal } from './plain-decimal.ts'

export interface TableFile {
  /** Name of the file, for the origin of each reading. */
  path: string
  bytes: Uint8Array
}

/**
 * Readings of a CSV or XLSX table by a declared mapping. A row that cannot be read becomes a notice; the rest is kept.
 *
 * Refusals  those of `openTable`, and table_column_missing when the mapping names a column that the table has not
 */
export async function readTable(file: TableFile, mapping: TableMapping, limits: TableLimits = tableLimits): Promise<Outcome<ReadingSet>> {
  const table = await openTable(file.bytes, mapping.file, limits)
  if (!table.ok) return table
  const missing = columnsOf(mapping).find((name) => !table.value.header.includes(name))
  if (missing !== undefined) {
    return refuse('table_column_missing', missing, {
      line: table.value.headerLine,
      column: missing,
      header: table.value.header.join(', ').slice(0, 500),
    })
  }
  const notices: Notice[] = []
  const claims = new Claims(notices)
  const used = { indicators: new Set<string>(), areas: new Set<string>(), codes: new Map<string, Set<string>>() }
  for (const row of table.value.rows) readRow(row, table.value, mapping, file.path, claims, used, notices)
  if (table.value.rows.length === 0) notices.push(notice('empty_file', 'info', { file: file.path }))
  diagnoseReadings(claims, notices)

  const { names } = mapping
  const { id, url = null, licence = null } = mapping.source
  return done({
    title: textOf(mapping.title ?? mapping.source.name),
    source: { id, name: textOf(mapping.source.name), url, licence },
    indicators: [...used.indicators].map((code) => plainIndicator(code, textOf(names?.indicators?.[code]))),
    areas: [...used.areas].map((code) => plainArea(code, textOf(names?.areas?.[code]))),
    codes: [...used.codes].flatMap(([codelist, codes]) =>
      [...codes].map((code): Code => ({ codelist, code, name: textOf(names?.codes?.[codelist]?.[code]) })),
    ),
    readings: claims.readings,
    notices,
    files: [{ path: file.path, sha256: createHash('sha256').update(file.bytes).digest('hex'), bytes: file.bytes.length }],
    rows: table.value.rows.length,
  })
}

/** Names of columns that the mapping speaks of. */
export function columnsOf(mapping: TableMapping): string[] {
  const fields = [mapping.indicator, mapping.area, mapping.unit, mapping.period, mapping.value, ...Object.values(mapping.dimensions ?? {})]
  return fields.map((field) => columnOf(field)).filter((name) => name !== null)
}

export function columnOf(field: TableField | undefined): string | null {
  if (field === undefined) return null
  if (typeof field === 'string') return field
  return 'column' in field ? field.column : null
}

interface Used {
  indicators: Set<string>
  areas: Set<string>
  codes: Map<string, Set<string>>
}

function readRow(
  row: Table['rows'][number],
  table: Table,
  mapping: TableMapping,
  path: string,
  claims: Claims,
  used: Used,
  notices: Notice[],
): void {
  if (
    row.cells.length < table.header.length &&
    mapping.periods !== 'columns' &&
    columnsOf(mapping).some((name) => table.header.indexOf(name) >= row.cells.length)
  ) {
    notices.push(
      notice('row_too_short', 'error', {
        file: path,
        line: row.line,
        value: row.raw,
        details: { cells: row.cells.length, columns: table.header.length },
      }),
    )
    return
  }
  const problems: Notice[] = []
  const read = (field: TableField): string => {
    if (typeof field === 'object' && 'constant' in field) return field.constant
    const name = columnOf(field) ?? ''
    const cell = (row.cells[table.header.indexOf(name)] ?? '').trim()
    const codes = typeof field === 'object' && 'codes' in field ? field.codes : undefined
    if (codes === undefined) return cell
    const code = Object.hasOwn(codes, cell) ? codes[cell] : undefined
    if (code === undefined) problems.push(notice('code_not_mapped', 'error', { file: path, line: row.line, column: name, value: cell }))
    return code ?? ''
  }
  const dimensions: Record<string, string> = {}
  for (const [dimension, field] of Object.entries(mapping.dimensions ?? {})) {
    const code = read(field)
    if (code !== '' && code !== '_T') dimensions[dimension] = code
  }
  const key: SeriesKey = {
    indicator: read(mapping.indicator),
    refArea: read(mapping.area),
    source: mapping.source.id,
    method: '',
    boundary: '',
    unit: read(mapping.unit),
    dimensions,
  }
  for (const [name, code] of [
    ['indicator', key.indicator],
    ['area', key.refArea],
  ] as const) {
    if (code === '' && problems.length === 0)
      problems.push(notice('field_missing', 'error', { file: path, line: row.line, column: columnOf(mapping[name]) }))
  }
  if (problems.length > 0) {
    notices.push(...problems)
    return
  }
  for (const { timePeriod, cell, column } of valuesOf(row, table, mapping, read)) {
    readValue(key, timePeriod, cell, column, row, path, mapping, claims, used, notices)
  }
}

/** One value of a long table, or one for each period of a wide one. */
function valuesOf(row: Table['rows'][number], table: Table, mapping: TableMapping, read: (field: TableField) => string) {
  if (mapping.periods === 'columns') {
    return table.header.flatMap((name, at) =>
      isTimePeriod(name) && (row.cells[at] ?? '').trim() !== '' ? [{ timePeriod: name, cell: row.cells[at] ?? '', column: name }] : [],
    )
  }
  const column = mapping.value ?? ''
  return [
    { timePeriod: mapping.period === undefined ? '' : read(mapping.period), cell: row.cells[table.header.indexOf(column)] ?? '', column },
  ]
}

function readValue(
  key: SeriesKey,
  timePeriod: string,
  cell: string,
  column: string,
  row: Table['rows'][number],
  path: string,
  mapping: TableMapping,
  claims: Claims,
  used: Used,
  notices: Notice[],
): void {
  const about = { file: path, line: row.line, column, value: cell }
  if (cell.trim() === '') {
    notices.push(notice('value_missing', 'info', about))
    return
  }
  const value = plainDecimal(cell, mapping.numbers)
  if (!isTimePeriod(timePeriod))
    notices.push(notice('time_period_not_understood', 'error', { ...about, column: columnOf(mapping.period), value: timePeriod }))
  else if (value === null || !isDecimalText(value)) notices.push(notice('value_not_a_number', 'error', about))
  else {
    used.indicators.add(key.indicator)
    used.areas.add(key.refArea)
    for (const [codelist, code] of Object.entries(key.unit === '' ? key.dimensions : { ...key.dimensions, UNIT_MEASURE: key.unit })) {
      used.codes.set(codelist, (used.codes.get(codelist) ?? new Set()).add(code))
    }
    const series = claims.seriesOf(JSON.stringify(key), () => key)
    claims.add(series, {
      series: series.key,
      timePeriod,
      value,
      obsStatus: null,
      note: null,
      origin: { file: path, line: row.line, row: row.raw, cell },
    })
  }
}

const textOf = (
  words: string | { kk?: string | undefined; ru?: string | undefined; en?: string | undefined } | undefined,
): MultilingualText => {
  if (words === undefined) return {}
  if (typeof words === 'string') return { [/[әғқңөұүһі]/i.test(words) ? 'kk' : /[а-яё]/i.test(words) ? 'ru' : 'en']: words }
  return Object.fromEntries(Object.entries(words).filter(([, one]) => one !== undefined)) as MultilingualText
}
