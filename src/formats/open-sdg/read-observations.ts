import type { SeriesKey } from '../../books/indicators/figure.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { Claims } from '../claims.ts'
import { CsvTooLarge, decodeText, readCsvRows, type CsvRow } from '../csv.ts'
import { isDecimalText, isTimePeriod } from '../decimal-text.ts'
import type { OpenSdgFile } from './open-folder.ts'

export interface ObservationsOptions {
  source: string
  /** Code of the country: what a blank area means. */
  country: string
  /** Only this area is read; null for all. */
  area: string | null
  /** Unit of an indicator whose file has no unit column. */
  chartUnitOf: (indicator: string) => string
}

/** What the data files name besides values. */
export interface UsedCodes {
  areas: Set<string>
  /** Code list → codes. */
  codes: Map<string, Set<string>>
}

/** Where each column of a file goes. A column is matched by its name, never by its place. */
interface Columns {
  names: readonly string[]
  year: number
  value: number
  unit: number
  area: number
  status: number
  dimensions: ReadonlyArray<{ name: string; at: number }>
  /** Cells that a row must have. */
  needed: number
}

/**
 * Rows of one `data/indicator_*.csv` become readings; a row that cannot becomes a notice. Returns the data rows seen.
 *
 * A blank dimension is the total and left out; a blank area is the country. A row with too few cells is never read: the
 * value would stand under another column.
 */
export function readObservations(
  file: OpenSdgFile,
  claims: Claims,
  used: UsedCodes,
  options: ObservationsOptions,
  notices: Notice[],
): number {
  const indicator = (/^data\/(?:indicator_)?(.+)\.csv$/.exec(file.path)?.[1] ?? '').replaceAll('-', '.')
  const decoded = decodeText(file.bytes)
  noteBytes(file, decoded, notices)
  let rows = 0
  let columns: Columns | null = null
  try {
    for (const row of readCsvRows(decoded.text)) {
      if (row.line === 1) columns = readHeader(row, file, notices)
      else if (row.cells.every((cell) => cell.trim() === ''))
        notices.push(notice('blank_line', 'info', { file: file.path, line: row.line }))
      else {
        rows++
        if (columns) readRow(row, columns, indicator, file, claims, used, options, notices)
      }
    }
  } catch (fault) {
    if (!(fault instanceof CsvTooLarge)) throw fault
    notices.push(notice('row_too_large', 'error', { file: file.path, line: fault.line }))
  }
  if (rows === 0) notices.push(notice('empty_file', 'info', { file: file.path, details: { indicator } }))
  return rows
}

function noteBytes(file: OpenSdgFile, decoded: ReturnType<typeof decodeText>, notices: Notice[]): void {
  if (decoded.byteOrderMark) notices.push(notice('byte_order_mark', 'info', { file: file.path, line: 1 }))
  if (decoded.lineEndings !== 'lf') notices.push(notice('line_endings', 'info', { file: file.path, value: decoded.lineEndings }))
  if (!decoded.utf8) notices.push(notice('not_utf8', 'error', { file: file.path }))
}

function readHeader(row: CsvRow, file: OpenSdgFile, notices: Notice[]): Columns | null {
  const names = row.cells.map((cell) => cell.trim())
  const unnamed = names.filter((name) => name === '').length
  if (unnamed > 0) notices.push(notice('unnamed_column', 'warning', { file: file.path, line: 1, details: { columns: unnamed } }))
  names.forEach((name, at) => {
    if (name !== '' && names.indexOf(name) < at)
      notices.push(notice('repeated_column', 'error', { file: file.path, line: 1, column: name }))
  })
  for (const name of ['Year', 'Value']) {
    if (!names.includes(name)) notices.push(notice('column_missing', 'error', { file: file.path, line: 1, column: name }))
  }
  if (!names.includes('Year') || !names.includes('Value')) return null
  const find = (...wanted: string[]) => wanted.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1
  const area = find('REF_AREA', 'GeoCode')
  // GeoCode beside REF_AREA is a second name of the same area, for the map; it must not split the series.
  if (names[area] === 'REF_AREA' && names.includes('GeoCode')) {
    notices.push(notice('second_area_column', 'info', { file: file.path, line: 1, column: 'GeoCode' }))
  }
  const known = new Set(['', 'Year', 'Value', 'UNIT_MEASURE', 'Units', 'REF_AREA', 'GeoCode', 'OBS_STATUS'])
  return {
    names,
    year: find('Year'),
    value: find('Value'),
    unit: find('UNIT_MEASURE', 'Units'),
    area,
    status: find('OBS_STATUS'),
    dimensions: names.map((name, at) => ({ name, at })).filter(({ name, at }) => !known.has(name) && names.indexOf(name) === at),
    needed: names.reduce((last, name, at) => (name === '' ? last : at + 1), 0),
  }
}

function readRow(
  row: CsvRow,
  columns: Columns,
  indicator: string,
  file: OpenSdgFile,
  claims: Claims,
  used: UsedCodes,
  options: ObservationsOptions,
  notices: Notice[],
): void {
  const { cells, line } = row
  const problem = problemOf(row, columns)
  if (problem !== null) {
    notices.push(
      notice(problem, 'error', { file: file.path, line, value: row.raw, details: { cells: cells.length, columns: columns.needed } }),
    )
    return
  }
  const cellAt = (at: number): string => (at < 0 ? '' : (cells[at] ?? '').trim())
  const refArea = cellAt(columns.area) || options.country
  if (options.area !== null && refArea !== options.area) return

  const cell = cells[columns.value] ?? ''
  const value = cell.trim()
  const timePeriod = cellAt(columns.year)
  if (!isTimePeriod(timePeriod)) {
    notices.push(notice('time_period_not_understood', 'error', { file: file.path, line, column: 'Year', value: timePeriod }))
    return
  }
  if (value === '') {
    notices.push(notice('value_missing', 'info', { file: file.path, line, column: 'Value' }))
    return
  }
  if (!isDecimalText(value)) {
    notices.push(notice('value_not_a_number', 'error', { file: file.path, line, column: 'Value', value: cell }))
    return
  }
  if (cell !== value) notices.push(notice('space_around_value', 'info', { file: file.path, line, column: 'Value', value: cell }))
  if (/^[-+]?0\d/.test(value)) notices.push(notice('leading_zeros', 'warning', { file: file.path, line, column: 'Value', value }))
  if (/e/i.test(value)) notices.push(notice('scientific_notation', 'info', { file: file.path, line, column: 'Value', value }))
  if (cells.some((one, at) => columns.names[at] === '' && one.trim() !== '')) {
    notices.push(notice('cell_without_column', 'warning', { file: file.path, line, value: row.raw }))
  }

  const unit = columns.unit < 0 ? chartUnitCode(options.chartUnitOf(indicator)) : cellAt(columns.unit)
  if (columns.unit >= 0 && unit === '')
    notices.push(notice('unit_missing', 'warning', { file: file.path, line, column: columns.names[columns.unit] ?? null }))

  let text = `${indicator}\u001f${refArea}\u001f${unit}`
  for (const { at } of columns.dimensions) text += `\u001f${cellAt(at)}`
  const series = claims.seriesOf(text, () => describe(indicator, refArea, unit, columns, cellAt, used, options.source))
  claims.add(series, {
    series: series.key,
    timePeriod,
    value,
    obsStatus: cellAt(columns.status) || null,
    note: null,
    origin: { file: file.path, line, row: row.raw, cell },
  })
}

/** Why a row cannot be trusted; null when it can. */
function problemOf(row: CsvRow, columns: Columns): string | null {
  if (row.unclosedQuote) return 'quote_not_closed'
  if (row.cells.length < columns.needed) return 'row_too_short'
  const beyond = row.cells.slice(columns.names.length)
  return beyond.some((cell) => cell.trim() !== '') ? 'row_too_long' : null
}

function describe(
  indicator: string,
  refArea: string,
  unit: string,
  columns: Columns,
  cellAt: (at: number) => string,
  used: UsedCodes,
  source: string,
): SeriesKey {
  const dimensions: Record<string, string> = {}
  for (const { name, at } of columns.dimensions) {
    const code = cellAt(at)
    if (code === '' || code === '_T') continue
    dimensions[name] = code
    useCode(used, name, code)
  }
  used.areas.add(refArea)
  if (unit !== '') useCode(used, 'UNIT_MEASURE', unit)
  return { indicator, refArea, source, method: '', boundary: '', unit, dimensions }
}

function useCode(used: UsedCodes, codelist: string, code: string): void {
  const codes = used.codes.get(codelist)
  if (codes) codes.add(code)
  else used.codes.set(codelist, new Set([code]))
}

/** The code of a chart's unit: `UNIT_MEASURE.PT` is the code PT, `data.тенге` the words themselves. */
export const chartUnitCode = (chartUnit: string): string => chartUnit.replace(/^(?:UNIT_MEASURE|data)\./, '').replace(/\s+/g, ' ')
