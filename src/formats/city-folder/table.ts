import { notice, type Notice } from '../../books/notice.ts'
import { CsvTooLarge, readCsvRows } from '../csv.ts'

/** One row of a table: its line, its text as it stands, and its cells by column. */
export interface TableRow {
  line: number
  raw: string
  cells: readonly string[]
}

export interface Table {
  columns: readonly string[]
  rows: readonly TableRow[]
}

/**
 * A CSV table with its header; empty lines are passed over, a byte order mark too.
 *
 * A row that is beyond all bounds ends the table, a quote that never closes costs its row: both are noted.
 *
 * @example
 * readTable('a,b\n1,"x, y"\n').rows[0].cells // => ['1', 'x, y']
 */
export function readTable(text: string, path = '', notices: Notice[] = []): Table {
  const rows: TableRow[] = []
  try {
    for (const row of readCsvRows(text.replace(/^\uFEFF/, ''))) {
      if (row.unclosedQuote) notices.push(notice('quote_not_closed', 'error', { file: path, line: row.line }))
      else if (row.raw !== '') rows.push(row)
    }
  } catch (fault) {
    if (!(fault instanceof CsvTooLarge)) throw fault
    notices.push(notice('row_too_large', 'error', { file: path, line: fault.line }))
  }
  const [header, ...body] = rows
  return { columns: header?.cells.map((column) => column.trim()) ?? [], rows: body }
}

/**
 * One row of CSV; a cell is quoted only where it must be.
 *
 * @example
 * writeRow(['1', 'x, y', 'a "b"']) // => '1,"x, y","a ""b"""'
 */
export const writeRow = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')

/** A whole table, each line ended by a line feed. */
export const writeTable = (columns: readonly string[], rows: Iterable<readonly string[]>): string =>
  [columns, ...rows].map((cells) => `${writeRow(cells)}\n`).join('')
