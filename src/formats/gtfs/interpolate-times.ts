import type { NoticeBook } from './notice-book.ts'
import type { RowOrder } from './order-of-rows.ts'
import type { StopTimeRows } from './read-stop-times.ts'

const file = 'stop_times.txt'

/**
 * Fills blank times between two known ones of a trip, in place, and says how many:
 *
 *     time = departure₀ + (arrival₁ − departure₀) · (d − d₀) / (d₁ − d₀)
 *
 * where d is `shape_dist_traveled` when all rows from 0 to 1 have it and it rises, otherwise the place in the order of stops.
 *
 * Source   GTFS reference, stop_times.txt: times of stops that are not timepoints may be left to the reader to interpolate.
 * Missing  blank times before the first known one of a trip and after the last stay blank, with a notice.
 */
export function interpolateTimes(rows: StopTimeRows, { start, row }: RowOrder, book: NoticeBook): number {
  const { arrival, departure } = rows
  let filled = 0
  for (let trip = 0; trip + 1 < start.length; trip++) {
    const [from, to] = [start[trip] as number, start[trip + 1] as number]
    let known = -1
    for (let i = from; i < to; i++) {
      const here = row[i] as number
      if (i > from) checkDistance(rows, row[i - 1] as number, here, book)
      if ((departure[here] as number) < 0) continue
      const line = rows.line[here] ?? null
      if ((departure[here] as number) < (arrival[here] as number))
        book.add('gtfs_stop_time_with_departure_before_arrival_time', 'error', () => ({ file, line, column: 'departure_time' }))
      if (known >= 0) {
        if ((arrival[here] as number) < (departure[row[known] as number] as number))
          book.add('gtfs_stop_time_with_arrival_before_previous_departure_time', 'error', () => ({ file, line, column: 'arrival_time' }))
        if (i > known + 1) filled += fill(rows, row, known, i)
      } else if (i > from) missingEdge(rows, row[from] as number, book)
      known = i
    }
    if (known < to - 1) missingEdge(rows, row[to - 1] as number, book)
  }
  return filled
}

function fill({ arrival, departure, distance }: StopTimeRows, row: Uint32Array, known: number, next: number): number {
  const begin = departure[row[known] as number] as number
  const span = (arrival[row[next] as number] as number) - begin
  const first = distance[row[known] as number] as number
  const length = (distance[row[next] as number] as number) - first
  let byDistance = length > 0
  for (let i = known + 1; byDistance && i <= next; i++)
    byDistance = (distance[row[i] as number] as number) >= (distance[row[i - 1] as number] as number)
  for (let i = known + 1; i < next; i++) {
    const part = byDistance ? ((distance[row[i] as number] as number) - first) / length : (i - known) / (next - known)
    arrival[row[i] as number] = departure[row[i] as number] = Math.round(begin + span * part)
  }
  return next - known - 1
}

function checkDistance({ distance, line }: StopTimeRows, before: number, here: number, book: NoticeBook): void {
  if (!((distance[here] as number) <= (distance[before] as number))) return
  book.add('gtfs_decreasing_or_equal_stop_time_distance', 'warning', () => ({
    file,
    line: line[here] ?? null,
    column: 'shape_dist_traveled',
    value: String(distance[here]),
    details: { otherLine: line[before] ?? 0 },
  }))
}

function missingEdge({ line }: StopTimeRows, edge: number, book: NoticeBook): void {
  book.add('gtfs_missing_trip_edge', 'error', () => ({ file, line: line[edge] ?? null, column: 'departure_time' }))
}
