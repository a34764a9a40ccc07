import type { NoticeBook } from './notice-book.ts'
import type { StopTimeColumns } from './stop-time-rows.ts'

const file = 'stop_times.txt'

/**
 * Fills blank times between two known ones of a trip, in place, and says how many; notes times and distances that go back:
 *
 *     time = departure₀ + (arrival₁ − departure₀) · (d − d₀) / (d₁ − d₀)
 *
 * where d is `shape_dist_traveled` when all rows from 0 to 1 have it and it rises, otherwise the place in the order of stops.
 *
 * Source   GTFS reference, stop_times.txt: times of stops that are not timepoints may be left to the reader to interpolate.
 * Shape    rows in order; those of trip `t` are `start[t]` … `start[t + 1] - 1`.
 * Missing  blank times before the first known one of a trip and after the last stay blank, with a notice.
 */
export function interpolateTimes(rows: StopTimeColumns, start: Uint32Array, book: NoticeBook): number {
  const { arrival, departure, distance, line } = rows
  const noteTime = (code: string, row: number, column: string) => book.add(code, 'error', () => ({ file, line: line[row] ?? null, column }))
  let filled = 0
  for (let trip = 0; trip + 1 < start.length; trip++) {
    const [from, to] = [start[trip] as number, start[trip + 1] as number]
    let known = -1
    for (let i = from; i < to; i++) {
      if (i > from && (distance[i] as number) <= (distance[i - 1] as number)) noteDistance(rows, i, book)
      const leaves = departure[i] as number
      if (leaves < 0) continue
      const arrives = arrival[i] as number
      if (leaves < arrives) noteTime('gtfs_stop_time_with_departure_before_arrival_time', i, 'departure_time')
      if (known >= 0) {
        if (arrives < (departure[known] as number))
          noteTime('gtfs_stop_time_with_arrival_before_previous_departure_time', i, 'arrival_time')
        if (i > known + 1) filled += fill(rows, known, i)
      } else if (i > from) noteTime('gtfs_missing_trip_edge', from, 'departure_time')
      known = i
    }
    if (known < to - 1) noteTime('gtfs_missing_trip_edge', to - 1, 'departure_time')
  }
  return filled
}

/** Fills the rows between two known ones. */
function fill({ arrival, departure, distance }: StopTimeColumns, known: number, next: number): number {
  const begin = departure[known] as number
  const span = (arrival[next] as number) - begin
  const first = distance[known] as number
  const length = (distance[next] as number) - first
  let byDistance = length > 0
  for (let i = known + 1; byDistance && i <= next; i++) byDistance = (distance[i] as number) >= (distance[i - 1] as number)
  for (let i = known + 1; i < next; i++) {
    const part = byDistance ? ((distance[i] as number) - first) / length : (i - known) / (next - known)
    arrival[i] = departure[i] = Math.round(begin + span * part)
  }
  return next - known - 1
}

function noteDistance({ distance, line }: StopTimeColumns, row: number, book: NoticeBook): void {
  book.add('gtfs_decreasing_or_equal_stop_time_distance', 'warning', () => ({
    file,
    line: line[row] ?? null,
    column: 'shape_dist_traveled',
    value: String(distance[row]),
    details: { otherLine: line[row - 1] ?? 0 },
  }))
}
