import type { ProductionMargins } from '../../books/economy/trade/production-margins.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { readCsvRows } from '../csv.ts'
import { FormatError } from '../format-error.ts'

const labels = ['year', 'region', 'sector', 'unit'] as const
/** Column of the list → field of the margins. */
const values = {
  output: 'output',
  value_added: 'valueAdded',
  inputs: 'inputs',
  sales: 'sales',
  sales_to_industries_at_home: 'salesToIndustriesAtHome',
  sales_to_final_demand_at_home: 'salesToFinalDemandAtHome',
} as const
type ValueColumn = keyof typeof values
const valueColumns = Object.keys(values) as ValueColumn[]

/** Whether the first line of a file is that of a list of margins. */
export const isMarginsList = (header: string): boolean => header.includes('sales_to_industries_at_home')

/**
 * Margins as a list (CSV), one line for each year, region and sector, with the columns of `values` and `unit`. Regions and sectors keep the
 * order in which they first occur; a region may stand for many (`others`), as long as all of the world is there.
 *
 * Missing  a line that is not there counts as zero.
 * Notices  io_margin_not_readable, io_units_differ
 *
 * @throws {FormatError} a column is missing, or there is no line
 */
export function readMarginsList(text: string, file: string): { margins: ProductionMargins[]; notices: Notice[] } {
  const [header, ...rows] = readCsvRows(text)
  const place = (name: string) => header?.cells.findIndex((cell) => cell.trim() === name) ?? -1
  const missing = [...labels, ...valueColumns].find((name) => place(name) < 0)
  if (missing !== undefined)
    throw new FormatError('io_column_missing', `${file}, line 1: there is no column ${missing}.`, 1, { file, line: 1, column: missing })
  const notices: Notice[] = []
  const lines = rows.flatMap(({ line, cells, raw }) => {
    if (raw.trim() === '') return []
    const cell = (name: string) => cells[place(name)]?.trim() ?? ''
    const numbers = Object.fromEntries(valueColumns.map((name) => [name, cell(name) === '' ? NaN : Number(cell(name))])) as Record<
      ValueColumn,
      number
    >
    const wrong = /^\d{4}$/.test(cell('year')) ? valueColumns.find((name) => !Number.isFinite(numbers[name])) : 'year'
    if (wrong !== undefined) {
      notices.push(notice('io_margin_not_readable', 'error', { file, line, column: wrong, value: cell(wrong) }))
      return []
    }
    return [{ line, year: Number(cell('year')), region: cell('region'), sector: cell('sector'), unit: cell('unit'), numbers }]
  })
  const [first] = lines
  if (first === undefined) return { margins: [], notices: [...notices, notice('io_no_table', 'error', { file })] }
  const other = lines.find(({ unit }) => unit !== first.unit)
  if (other !== undefined)
    notices.push(notice('io_units_differ', 'error', { file, line: other.line, column: 'unit', value: `${first.unit}, ${other.unit}` }))
  const codes = (of: 'region' | 'sector') => [...new Set(lines.map((line) => line[of]))]
  const [regions, sectors] = [codes('region'), codes('sector')]
  const labelled = (all: readonly string[]) => all.map((code) => ({ code, name: code }))
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => a - b)
  const margins = years.map((year): ProductionMargins => {
    const lists = Object.fromEntries(
      valueColumns.map((name) => [values[name], new Float64Array(regions.length * sectors.length)]),
    ) as Record<(typeof values)[ValueColumn], Float64Array>
    for (const line of lines.filter((one) => one.year === year)) {
      const at = regions.indexOf(line.region) * sectors.length + sectors.indexOf(line.sector)
      for (const name of valueColumns) lists[values[name]][at] = line.numbers[name]
    }
    return { name: file, year, unit: first.unit, regions: labelled(regions), sectors: labelled(sectors), ...lists }
  })
  return { margins, notices }
}

/** Margins as `readMarginsList` reads them, line by line; every number comes back to the last bit. */
export function* writeMarginsList(margins: readonly ProductionMargins[]): Generator<string> {
  yield `${[...labels.slice(0, 3), ...valueColumns, 'unit'].join(',')}\n`
  for (const one of margins)
    for (const [r, region] of one.regions.entries())
      for (const [s, sector] of one.sectors.entries()) {
        const numbers = valueColumns.map((name) => one[values[name]][r * one.sectors.length + s] ?? 0)
        yield `${[one.year, region.code, sector.code, ...numbers, one.unit].join(',')}\n`
      }
}
