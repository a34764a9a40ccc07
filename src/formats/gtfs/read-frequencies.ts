import type { GtfsFrequencies } from '../../books/indicators/sdg-11/transit/gtfs-feed.ts'
import { integerOf, secondsOf } from './cell-values.ts'
import type { GtfsFiles } from './gtfs-files.ts'
import type { IdTable } from './id-table.ts'
import { referredId } from './new-id.ts'
import type { NoticeBook } from './notice-book.ts'
import { scanTable } from './scan-table.ts'
import type { TableRow } from './table-row.ts'

const shape = { file: 'frequencies.txt', required: ['trip_id', 'start_time', 'end_time', 'headway_secs'], optional: [] }
const [id, startTime, endTime, headway] = [0, 1, 2, 3]

/** `frequencies.txt`, by trip and time; runs of one trip that overlap are noted and all counted, as the reference has no rule for them. */
export async function readFrequencies(files: GtfsFiles, trips: IdTable, book: NoticeBook): Promise<GtfsFrequencies> {
  const rows: { trip: number; from: number; until: number; headwaySeconds: number; line: number }[] = []
  await scanTable(files, shape, book, (row) => {
    const trip = referredId(row, id, trips, 'trips.txt', book)
    const from = timeOf(row, startTime, book)
    const until = timeOf(row, endTime, book)
    const headwaySeconds = integerOf(row.bytes, row.start[headway] as number, row.end[headway] as number)
    if (headwaySeconds <= 0) book.add('gtfs_number_out_of_range', 'error', () => row.about(headway))
    if (trip < 0 || from < 0 || until < 0 || headwaySeconds <= 0) return
    if (until <= from) book.add('gtfs_start_and_end_range_out_of_order', 'error', () => row.about(startTime))
    else rows.push({ trip, from, until, headwaySeconds, line: row.line })
  })
  rows.sort((a, b) => a.trip - b.trip || a.from - b.from || a.line - b.line)
  rows.forEach(({ trip, from, line }, index) => {
    const before = rows[index - 1]
    if (before?.trip === trip && from < before.until)
      book.add('gtfs_overlapping_frequency', 'warning', () => ({ file: shape.file, line, details: { otherLine: before.line } }))
  })
  return {
    count: rows.length,
    trip: Uint32Array.from(rows, (row) => row.trip),
    from: Int32Array.from(rows, (row) => row.from),
    until: Int32Array.from(rows, (row) => row.until),
    headwaySeconds: Int32Array.from(rows, (row) => row.headwaySeconds),
  }
}

function timeOf(row: TableRow, column: number, book: NoticeBook): number {
  const seconds = secondsOf(row.bytes, row.start[column] as number, row.end[column] as number)
  if (seconds < 0) book.add('gtfs_invalid_time', 'error', () => row.about(column))
  return seconds
}
