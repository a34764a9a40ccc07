import type { GtfsStopTimes } from '../../books/indicators/sdg-11/gtfs-feed.ts'
import { blank, distanceOf, unreadable } from './cell-values.ts'
import type { GtfsFiles } from './gtfs-files.ts'
import { grown, type IdTable } from './id-table.ts'
import { interpolateTimes } from './interpolate-times.ts'
import { referredId } from './new-id.ts'
import type { NoticeBook } from './notice-book.ts'
import { orderOfRows } from './order-of-rows.ts'
import { scanTable, type TableRow } from './scan-table.ts'

const shape = {
  file: 'stop_times.txt',
  required: ['trip_id', 'stop_id', 'stop_sequence'],
  optional: ['arrival_time', 'departure_time', 'pickup_type', 'shape_dist_traveled'],
  kinds: { trip_id: 'id', stop_id: 'id', stop_sequence: 'integer', arrival_time: 'time', departure_time: 'time' },
} as const
const [tripId, stopId, sequenceColumn, arrivalTime, departureTime, pickupType, shapeDistance] = [0, 1, 2, 3, 4, 5, 6]

/** The rows in the order of the file, in columns that grow. */
export interface StopTimeRows {
  count: number
  trip: Uint32Array
  sequence: Int32Array
  stop: Uint32Array
  arrival: Int32Array
  departure: Int32Array
  noPickup: Uint8Array
  /** NaN where not said. */
  distance: Float64Array
  line: Uint32Array
}

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
 * Cost     one pass over the bytes without a string or object per row; about 37 bytes of memory per row.
 */
export async function readStopTimes(
  files: GtfsFiles,
  trips: IdTable,
  stops: IdTable,
  book: NoticeBook,
): Promise<{ stopTimes: GtfsStopTimes; times: BlankTimes }> {
  const rows = emptyRows(2 ** 10)
  const times: BlankTimes = { rows: 0, blank: 0, interpolated: 0 }
  let lastTrip = 0
  await scanTable(files, shape, book, (row) => {
    const { bytes, start, end, value } = row
    times.rows++
    let arrival = timeOf(row, arrivalTime, book)
    let departure = timeOf(row, departureTime, book)
    if (arrival < 0 || departure < 0) {
      if (arrival < 0 && departure < 0) times.blank++
      else
        book.add('gtfs_stop_time_with_only_arrival_or_departure_time', 'info', () => row.about(arrival < 0 ? arrivalTime : departureTime))
      arrival = departure = Math.max(arrival, departure)
    }
    if (!trips.is(lastTrip, bytes, start[tripId] as number, end[tripId] as number)) {
      const trip = referredId(row, tripId, trips, 'trips.txt', book, value[tripId])
      if (trip < 0) return
      lastTrip = trip
    }
    const stop = referredId(row, stopId, stops, 'stops.txt', book, value[stopId])
    const sequence = value[sequenceColumn] as number
    if (sequence < 0)
      book.add(sequence === blank ? 'gtfs_missing_required_field' : 'gtfs_invalid_integer', 'error', () => row.about(sequenceColumn))
    if (stop < 0 || sequence < 0) return
    const at = rows.count
    if (at === rows.trip.length) grow(rows)
    rows.count++
    rows.trip[at] = lastTrip
    rows.sequence[at] = sequence
    rows.stop[at] = stop
    rows.arrival[at] = arrival
    rows.departure[at] = departure
    rows.noPickup[at] = end[pickupType] === (start[pickupType] as number) + 1 && bytes[start[pickupType] as number] === 49 ? 1 : 0
    rows.distance[at] = distanceOf(bytes, start[shapeDistance] as number, end[shapeDistance] as number)
    rows.line[at] = row.line
  })
  const order = orderOfRows(rows, trips.count, (row) =>
    book.add('gtfs_duplicate_key', 'error', () => ({
      file: shape.file,
      line: rows.line[row] ?? null,
      column: 'stop_sequence',
      value: String(rows.sequence[row]),
    })),
  )
  times.interpolated = interpolateTimes(rows, order, book)
  return { stopTimes: inOrder(rows, order), times }
}

function timeOf(row: TableRow, column: number, book: NoticeBook): number {
  const seconds = row.value[column] as number
  if (seconds !== unreadable) return seconds
  book.add('gtfs_invalid_time', 'error', () => row.about(column))
  return blank
}

const emptyRows = (length: number): StopTimeRows => ({
  count: 0,
  trip: new Uint32Array(length),
  sequence: new Int32Array(length),
  stop: new Uint32Array(length),
  arrival: new Int32Array(length),
  departure: new Int32Array(length),
  noPickup: new Uint8Array(length),
  distance: new Float64Array(length),
  line: new Uint32Array(length),
})

function grow(rows: StopTimeRows): void {
  const length = rows.trip.length * 2
  rows.trip = grown(rows.trip, length)
  rows.sequence = grown(rows.sequence, length)
  rows.stop = grown(rows.stop, length)
  rows.arrival = grown(rows.arrival, length)
  rows.departure = grown(rows.departure, length)
  rows.noPickup = grown(rows.noPickup, length)
  rows.distance = grown(rows.distance, length)
  rows.line = grown(rows.line, length)
}

function inOrder(rows: StopTimeRows, { start, row }: { start: Uint32Array; row: Uint32Array }): GtfsStopTimes {
  const count = row.length
  const stop = new Uint32Array(count)
  const arrival = new Int32Array(count)
  const departure = new Int32Array(count)
  const noPickup = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const from = row[i] as number
    stop[i] = rows.stop[from] as number
    arrival[i] = rows.arrival[from] as number
    departure[i] = rows.departure[from] as number
    noPickup[i] = rows.noPickup[from] as number
  }
  return { count, start, stop, arrival, departure, noPickup }
}
