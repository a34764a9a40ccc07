import { recordColumns, type RecordRow } from '../books/cooperation/import-rows.ts'
import type { RecordKind } from '../books/cooperation/records.ts'
import { notice, type Notice } from '../books/notice.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import { encodingOf } from './table/encoding-of.ts'
import { openTable } from './table/open-table.ts'

/**
 * The rows of a CSV or XLSX table: commas, semicolons or tabs, with the mark that spreadsheet programs put at the beginning of UTF-8. A row
 * that cannot be trusted is noted and left out; the others are read. Days may be written 15.05.2019.
 *
 * Refusals  those of `openTable`; record_columns_missing
 * Notices   record_column_unknown, record_letters_lost, repeated_column, row_too_long, row_too_short
 */
export async function readRecordTable(
  bytes: Uint8Array,
  file: string,
  kind: RecordKind,
): Promise<Outcome<{ rows: RecordRow[]; notices: Notice[] }>> {
  const table = await openTable(bytes, encodingOf(bytes))
  if (!table.ok) return table
  const { header, headerLine, rows } = table.value
  const columns = recordColumns(kind)
  const known = header.map((name) => columns.find((column) => column.name.toLowerCase() === name.toLowerCase()) ?? null)
  const missing = columns.filter(
    ({ needed, name }) => needed && !known.some((column) => column !== null && fieldOf(column.name) === fieldOf(name)),
  )
  if (missing.length > 0) return refuse('record_columns_missing', 'file', { columns: missing.map(({ name }) => name).join(', ') })

  const notices: Notice[] = []
  const first = known.map((column, at) => known.indexOf(column) === at)
  known.forEach((column, at) => {
    if (column !== null && !first[at]) notices.push(notice('repeated_column', 'error', { file, line: headerLine, column: column.name }))
  })
  const read = rows.flatMap(({ line, cells, raw }) => {
    const about = { file, line }
    if (cells.length < header.length || cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      notices.push(notice(cells.length < header.length ? 'row_too_short' : 'row_too_long', 'error', { ...about, value: raw }))
      return []
    }
    const form: Record<string, string> = {}
    let isWhole = true
    header.forEach((name, at) => {
      const cell = (cells[at] ?? '').trim()
      const column = known[at]
      if (cell === '') return
      if (!column) notices.push(notice('record_column_unknown', 'warning', { ...about, column: name, value: cell }))
      else if (/\p{L}\?+\p{L}/u.test(cell)) {
        notices.push(notice('record_letters_lost', 'error', { ...about, column: column.name, value: cell }))
        isWhole = false
      } else if (first[at]) form[column.name] = column.field.type === 'partial_date' ? isoDay(cell) : cell
    })
    return isWhole ? [{ line, form }] : []
  })
  return done({ rows: read, notices })
}

const fieldOf = (column: string): string => column.split('.')[0] ?? ''

/** 15.05.2019 → 2019-05-15; anything else as it is. */
const isoDay = (cell: string): string => {
  const [, day = '', month = '', year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? []
  return year === undefined ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
