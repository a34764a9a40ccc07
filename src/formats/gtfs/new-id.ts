import type { IdTable } from './id-table.ts'
import type { NoticeBook } from './notice-book.ts'
import type { TableRow } from './table-row.ts'

/** Whether a row has an id of its own, which is then in the table; if not, a notice says why and the row is left out. */
export function isNewId(row: TableRow, column: number, ids: IdTable, book: NoticeBook): boolean {
  if (row.start[column] === row.end[column]) {
    book.add('gtfs_missing_required_field', 'error', () => row.about(column))
    return false
  }
  const count = ids.count
  if (ids.add(row.bytes, row.start[column] as number, row.end[column] as number) === count) return true
  book.add('gtfs_duplicate_key', 'error', () => row.about(column))
  return false
}

/** The number of the id that a row refers to; -1, with a notice, where it is blank or not in its table. */
export function referredId(row: TableRow, column: number, ids: IdTable, inFile: string, book: NoticeBook): number {
  const start = row.start[column] as number
  const end = row.end[column] as number
  if (start === end) {
    book.add('gtfs_missing_required_field', 'error', () => row.about(column))
    return -1
  }
  const found = ids.find(row.bytes, start, end)
  if (found < 0) book.add('gtfs_foreign_key_violation', 'error', () => ({ ...row.about(column), details: { inFile } }))
  return found
}
