import type { GtfsStopTimes } from '../../books/indicators/sdg-11/transit/gtfs-feed.ts'
import { blank, distanceOf, integerOf, secondsOf, unreadable } from './cell-values.ts'
import type { GtfsFiles } from './gtfs-files.ts'
import type { IdTable } from './id-table.ts'
import { interpolateTimes } from './interpolate-times.ts'
import { referredId } from './new-id.ts'
import type { NoticeBook } from './notice-book.ts'
import { orderOfRows } from './order-of-rows.ts'
import { plainStopTimes } from './read-plain-stop-times.ts'
import { scanTable } from './scan-table.ts'
import { StopTimeRows, type StopTimeColumns } from './stop-time-rows.ts'
import type { TableRow } from './table-row.ts'

/** Columns of `stop_times.txt`; `plainStopTimes` knows them by their numbers. */
export const stopTimesShape = {
  file: 'stop_times.txt',
  required: ['trip_id', 'stop_id', 'stop_sequence'],
  optional: ['arrival_time', 'departure_time', 'pickup_type', 'shape_dist_traveled'],
}
const [tripId, stopId, stopSequence, arrivalTime, departureTime, pickupType, shapeDistance] = [0, 1, 2, 3, 4, 5, 6]

/** Bytes of a row, and the most rows for which there is room from the beginning. */
const usualRow = 32
const firstRows = 2 ** 23

/** How many times the file leaves blank, and how many of those could be interpolated. */
export interface BlankTimes {
  rows: number
  blank: number
  interpolated: number
}

/**
 * `stop_times.txt`, by trip and sequence whatever the order of the file, with blank times interpolated.
 *
 * Missing  a row is left out when its trip, stop or sequence cannot be understood; a time that cannot counts as blank.
 * Cost     one pass over the bytes without a string or object per row; about 29 bytes of memory per row.
 */
export async function readStopTimes(
  files: GtfsFiles,
  trips: IdTable,
  stops: IdTable,
  book: NoticeBook,
): Promise<{ stopTimes: GtfsStopTimes; times: BlankTimes }> {
  const rows = new StopTimeRows(Math.min(firstRows, Math.ceil((files.tables.get(stopTimesShape.file)?.size ?? 0) / usualRow)))
  const onRow = (row: TableRow) => addRow(row, rows, trips, stops, book)
  await scanTable(files, stopTimesShape, book, onRow, plainStopTimes(rows, trips, stops))
  const { start, row } = orderOfRows(rows, trips.count, (repeated) =>
    book.add('gtfs_duplicate_key', 'error', () => ({
      file: stopTimesShape.file,
      line: rows.line[repeated] ?? null,
      column: 'stop_sequence',
      value: String(rows.sequence[repeated]),
    })),
  )
  const columns = row === null ? rows : gathered(rows, row)
  const count = start[trips.count] as number
  const blank = countBelow0(rows.departure, rows.count)
  const interpolated = interpolateTimes(columns, start, book)
  const whole = <A extends Uint8Array | Uint32Array | Int32Array>(column: A): A => column.subarray(0, count) as A
  return {
    stopTimes: {
      count,
      start,
      stop: whole(columns.stop),
      arrival: whole(columns.arrival),
      departure: whole(columns.departure),
      noPickup: whole(columns.noPickup),
    },
    times: { rows: rows.count, blank, interpolated },
  }
}

/** A row of which something is blank, odd or wrong. */
function addRow(row: TableRow, rows: StopTimeRows, trips: IdTable, stops: IdTable, book: NoticeBook): void {
  const { bytes, start, end } = row
  let arrival = timeOf(row, arrivalTime, book)
  let departure = timeOf(row, departureTime, book)
  if ((arrival === blank) !== (departure === blank)) {
    book.add('gtfs_stop_time_with_only_arrival_or_departure_time', 'info', () => row.about(arrival < 0 ? arrivalTime : departureTime))
    arrival = departure = Math.max(arrival, departure)
  }
  const trip = referredId(row, tripId, trips, 'trips.txt', book)
  if (trip < 0) return
  const stop = referredId(row, stopId, stops, 'stops.txt', book)
  const sequence = integerOf(bytes, start[stopSequence] as number, end[stopSequence] as number)
  if (sequence < 0)
    book.add(sequence === blank ? 'gtfs_missing_required_field' : 'gtfs_invalid_integer', 'error', () => row.about(stopSequence))
  if (stop < 0 || sequence < 0) return
  rows.reserve(1)
  const at = rows.count++
  if (trip !== rows.trip) rows.beginRun(trip, at)
  rows.sequence[at] = sequence
  rows.stop[at] = stop
  rows.arrival[at] = arrival
  rows.departure[at] = departure
  rows.noPickup[at] = end[pickupType] === (start[pickupType] as number) + 1 && bytes[start[pickupType] as number] === 49 ? 1 : 0
  rows.distance[at] = distanceOf(bytes, start[shapeDistance] as number, end[shapeDistance] as number)
  rows.line[at] = row.line
}

function timeOf(row: TableRow, column: number, book: NoticeBook): number {
  const seconds = secondsOf(row.bytes, row.start[column] as number, row.end[column] as number)
  if (seconds !== unreadable) return seconds
  book.add('gtfs_invalid_time', 'error', () => row.about(column))
  return blank
}

function gathered(rows: StopTimeColumns, row: Uint32Array): StopTimeColumns {
  const count = row.length
  const columns = {
    stop: new Uint32Array(count),
    arrival: new Int32Array(count),
    departure: new Int32Array(count),
    noPickup: new Uint8Array(count),
    distance: new Float64Array(count),
    line: new Uint32Array(count),
  }
  for (let i = 0; i < count; i++) {
    const from = row[i] as number
    columns.stop[i] = rows.stop[from] as number
    columns.arrival[i] = rows.arrival[from] as number
    columns.departure[i] = rows.departure[from] as number
    columns.noPickup[i] = rows.noPickup[from] as number
    columns.distance[i] = rows.distance[from] as number
    columns.line[i] = rows.line[from] as number
  }
  return columns
}

function countBelow0(values: Int32Array, count: number): number {
  let found = 0
  for (let i = 0; i < count; i++) if ((values[i] as number) < 0) found++
  return found
}
