import type { Extension, FinalDemandColumn, InputOutputTable, TableLabel } from '../../books/economy/input-output-table.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { columnName, type Grid, type GridRow } from './grid.ts'
import { kindOf } from './extension-kind.ts'
import { findLabels, type GridLabel, type GridLabels } from './grid-labels.ts'
import type { ReadTable, SaidOfTable } from './read-result.ts'
import { sizeOfTable } from './table-size.ts'
import { unitOf, yearOf } from './title-of-grid.ts'

/**
 * An input-output table from a sheet or file in which every row and column is labelled: intermediate sales first, then final demand, then
 * output; below them inputs of other kinds.
 *
 * Rows are put into the order of the columns by their labels. A cell without a number is 0.
 *
 * Notices  io_no_table, io_label_only_in_row, io_label_only_in_column, io_label_twice, io_sectors_differ, io_cell_not_a_number,
 *          io_output_missing, io_output_differs, io_unit_unknown, io_year_unknown, io_units_differ, io_years_differ
 */
export function tableOfGrid(grid: Grid, said: SaidOfTable = {}): ReadTable {
  const notices: Notice[] = []
  const labels = findLabels(grid)
  if (labels === null) return { table: null, notices: [notice('io_no_table', 'error', { file: grid.file })] }
  const rows = grid.rows.slice(labels.firstRow)
  const square = matchLabels(grid, labels, rows, notices)
  const unit = said.unit ?? unitOf(grid, labels, notices)
  const year = said.year ?? yearOf(grid, labels, notices)
  if (square === null || unit === null || year === null) return { table: null, notices }
  const { regions, sectors, rowOf, columnOf } = square
  const n = sizeOfTable(grid.file, regions.length, sectors.length)
  const demand = demandColumns(labels, square)
  const Z = new Float64Array(n * n)
  const Y = new Float64Array(n * demand.columns.length)
  const output = new Float64Array(n)
  const isOwn = new Set(rowOf)
  for (let i = 0; i < n; i++) {
    const row = rowOf[i]
    if (row === undefined) continue
    noteTexts(grid, labels, row, notices)
    const at = (column: number | undefined): number => (column === undefined ? 0 : row.values[column] || 0)
    for (let j = 0; j < n; j++) Z[i * n + j] = at(columnOf[j])
    for (const [k, { column }] of demand.columns.entries()) Y[i * demand.columns.length + k] = at(column)
    if (demand.output !== null) output[i] = at(demand.output)
  }
  const below = rows.filter((row) => !isOwn.has(row) && labels.labelOf(row).sector !== '')
  const table: InputOutputTable = {
    ...{ name: grid.file, year, unit, regions, sectors, Z, Y, x: output },
    finalDemand: demand.columns.map(({ demand: column }) => column),
    extensions: below.flatMap((row) => extensionOf(row, labels, columnOf, unit)),
  }
  return { table: { ...table, x: outputOf(grid, table, demand.output !== null, below, labels, columnOf, notices) }, notices }
}

interface Square {
  regions: TableLabel[]
  sectors: TableLabel[]
  /** Where the row and the column of each sector of each region stand; undefined where the region does not have the sector. */
  rowOf: (GridRow | undefined)[]
  columnOf: (number | undefined)[]
}

const keyOf = ({ region, sector }: GridLabel): string => `${region}\u0000${sector}`

/** Rows and columns that have the same labels; null where they do not match. */
function matchLabels(grid: Grid, labels: GridLabels, rows: readonly GridRow[], notices: Notice[]): Square | null {
  const columns = new Map<string, number>()
  const rowLabels = rows.map((row) => labels.labelOf(row))
  const rowKeys = new Set(rowLabels.filter((label) => !isTotal(label)).map((label) => keyOf(label)))
  const address = (row: number | null, column: number) => ({ file: grid.file, line: row, column: columnName(grid.kind, column) })
  const errors = notices.length
  let lastColumn = -1
  for (const [at, label] of labels.columns.entries()) {
    if (label.sector === '' || !rowKeys.has(keyOf(label))) continue
    if (columns.has(keyOf(label))) noteTwice(label, address(labels.headerRow, labels.firstColumn + at), notices)
    else columns.set(keyOf(label), labels.firstColumn + at)
    lastColumn = at
  }
  const own = new Map<string, GridRow>()
  let lastRow = -1
  for (const [at, label] of rowLabels.entries()) {
    if (!columns.has(keyOf(label))) continue
    if (own.has(keyOf(label))) noteTwice(label, address(rows[at]!.row, labels.labelColumn), notices)
    else own.set(keyOf(label), rows[at]!)
    lastRow = at
  }
  const inside = [...own.keys()].map((key) => key.split('\u0000') as [string, string])
  const [regionCodes, sectorCodes] = [new Set(inside.map(([region]) => region)), new Set(inside.map(([, sector]) => sector))]
  const belongs = (label: GridLabel, at: number, last: number) =>
    label.sector !== '' && !isTotal(label) && (at < last || (regionCodes.has(label.region) && sectorCodes.has(label.sector)))
  for (const [at, label] of labels.columns.entries())
    if (!columns.has(keyOf(label)) && belongs(label, at, lastColumn))
      notices.push(
        notice('io_label_only_in_column', 'error', { ...address(labels.headerRow, labels.firstColumn + at), value: labelText(label) }),
      )
  for (const [at, label] of rowLabels.entries())
    if (!own.has(keyOf(label)) && belongs(label, at, lastRow))
      notices.push(notice('io_label_only_in_row', 'error', { ...address(rows[at]!.row, labels.labelColumn), value: labelText(label) }))
  if (own.size === 0) notices.push(notice('io_no_table', 'error', { file: grid.file }))
  if (notices.length > errors) return null

  const named = new Map([...own].map(([key, row]) => [key.split('\u0000')[1] ?? '', labels.labelOf(row).name]))
  const regions = [...regionCodes].map((code) => ({ code: code || 'national', name: code || 'national' }))
  const sectors = [...sectorCodes].map((code) => ({ code, name: named.get(code) || code }))
  const keys = [...regionCodes].flatMap((region) => [...sectorCodes].map((sector) => keyOf({ region, sector, name: '' })))
  for (const key of keys)
    if (!own.has(key)) notices.push(notice('io_sectors_differ', 'warning', { file: grid.file, value: key.replace('\u0000', ' ') }))
  return { regions, sectors, rowOf: keys.map((key) => own.get(key)), columnOf: keys.map((key) => columns.get(key)) }
}

const labelText = ({ region, sector }: GridLabel): string => `${region} ${sector}`.trim()

const noteTwice = (label: GridLabel, address: { file: string; line: number | null; column: string }, notices: Notice[]) =>
  notices.push(notice('io_label_twice', 'error', { ...address, value: labelText(label) }))

/** Columns behind the intermediate ones: final demand by region and kind, and output. */
function demandColumns(labels: GridLabels, { regions, columnOf }: Square) {
  const own = new Set(columnOf)
  const codes = new Set(regions.map(({ code }) => code))
  const columns: { column: number; demand: FinalDemandColumn }[] = []
  let output: number | null = null
  for (const [at, { region, sector, name }] of labels.columns.entries()) {
    const column = labels.firstColumn + at
    if (own.has(column) || `${region}${sector}` === '') continue
    if (isOutput(region) || isOutput(sector)) output = column
    else if (!isSum(sector)) columns.push({ column, demand: { region: demandRegion(region, sector, codes), category: name || sector } })
  }
  return { columns, output }
}

function demandRegion(region: string, category: string, codes: ReadonlySet<string>): string | null {
  if (codes.has(region)) return region
  return codes.has('national') && region === '' && !/^exports?\b/i.test(category) ? 'national' : null
}

const isOutput = (label: string): boolean => /^(tot|total|out|output|gross.?output|total.?output|go|c69|c70)$/i.test(label)
/** Output stands in a row and in a column of one name. */
const isTotal = ({ region, sector }: GridLabel): boolean => isOutput(region) || isOutput(sector)
/** Sums that a table repeats: their parts stand beside them. */
const isSum = (label: string): boolean => /total|^c60$|^ii_fob$/i.test(label)

/** A row below the table, unless it repeats a sum of it. */
function extensionOf(row: GridRow, labels: GridLabels, columnOf: readonly (number | undefined)[], unit: string): Extension[] {
  const label = labels.labelOf(row)
  const name = label.name || labelText(label)
  if (isOutputRow(label) || isSum(label.sector) || /^total/i.test(name)) return []
  const values = Float64Array.from(columnOf, (column) => (column === undefined ? 0 : row.values[column] || 0))
  const kind = kindOf(name, label.sector)
  return [{ kind, name: label.region === '' || isOutput(label.region) ? name : `${label.region} ${name}`, unit, values }]
}

const isOutputRow = ({ sector, name, region }: GridLabel): boolean =>
  /^(out|output|go|c69|c70)$/i.test(sector) || /^output/i.test(name) || (isOutput(sector) && (region === '' || isOutput(region)))

/** Output of the last column; where there is none, of the row of output, or what is sold. */
function outputOf(
  grid: Grid,
  { x, Z, Y, finalDemand }: InputOutputTable,
  hasColumn: boolean,
  below: readonly GridRow[],
  labels: GridLabels,
  columnOf: readonly (number | undefined)[],
  notices: Notice[],
): Float64Array {
  const row = below.find((one) => isOutputRow(labels.labelOf(one)))
  const fromRow = row === undefined ? null : Float64Array.from(columnOf, (column) => (column === undefined ? 0 : row.values[column] || 0))
  if (hasColumn) {
    const differing =
      fromRow === null ? [] : [...fromRow.keys()].filter((i) => Math.abs((fromRow[i] ?? 0) - (x[i] ?? 0)) > 1e-6 * Math.abs(x[i] ?? 0))
    if (row !== undefined && differing.length > 0)
      notices.push(notice('io_output_differs', 'warning', { file: grid.file, line: row.row, details: { count: differing.length } }))
    return x
  }
  if (fromRow !== null) return fromRow
  notices.push(notice('io_output_missing', 'info', { file: grid.file }))
  const n = x.length
  return x.map((_, i) => {
    let sold = 0
    for (let j = 0; j < n; j++) sold += Z[i * n + j] ?? 0
    for (let k = 0; k < finalDemand.length; k++) sold += Y[i * finalDemand.length + k] ?? 0
    return sold
  })
}

/** Texts among the numbers, such as `n.a.` */
function noteTexts(grid: Grid, labels: GridLabels, row: GridRow, notices: Notice[]): void {
  for (const [column, value] of row.texts)
    if (column >= labels.firstColumn && !/^[-–.…]+$/.test(value))
      notices.push(
        notice('io_cell_not_a_number', 'warning', {
          file: grid.file,
          line: row.row,
          column: columnName(grid.kind, column),
          value: value.slice(0, 100),
        }),
      )
}
