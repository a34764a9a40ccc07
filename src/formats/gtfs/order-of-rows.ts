import type { StopTimeRows } from './stop-time-rows.ts'

/** Rows of trip `t` by rising sequence: `row[start[t]]` … `row[start[t + 1] - 1]`; without `row`, they stand at these places. */
export interface RowOrder {
  start: Uint32Array
  row: Uint32Array | null
}

/**
 * The order of stop times by trip and sequence, without the rows that repeat a sequence of their trip (the first one counts).
 *
 * Cost  one look at the sequences of a file that is in this order; linear where each trip's rows stand in their order, as in most files.
 */
export function orderOfRows(rows: StopTimeRows, trips: number, onRepeated: (row: number) => void): RowOrder {
  const { runs, runTrip, runStart, sequence } = rows
  const start = new Uint32Array(trips + 1)
  let isRising = true
  let isByTrip = true
  for (let run = 0; run < runs; run++) {
    const trip = runTrip[run] as number
    const [from, to] = [runStart[run] as number, rows.endOfRun(run)]
    start[trip + 1]! += to - from
    if (run > 0 && trip <= (runTrip[run - 1] as number)) isByTrip = false
    for (let i = from + 1; isRising && i < to; i++) isRising = (sequence[i] as number) > (sequence[i - 1] as number)
  }
  for (let t = 0; t < trips; t++) start[t + 1]! += start[t] as number
  if (isRising && isByTrip) return { start, row: null }
  return inSequence(start, rowsByTrip(rows, start), sequence, onRepeated)
}

/** Rows by trip, in the order of the file. */
function rowsByTrip(rows: StopTimeRows, start: Uint32Array): Uint32Array {
  const next = start.slice()
  const row = new Uint32Array(rows.count)
  for (let run = 0; run < rows.runs; run++) {
    const trip = rows.runTrip[run] as number
    const end = rows.endOfRun(run)
    let place = next[trip] as number
    for (let i = rows.runStart[run] as number; i < end; i++) row[place++] = i
    next[trip] = place
  }
  return row
}

/** Sorts the rows of each trip, and takes those out that repeat a sequence. */
function inSequence(start: Uint32Array, row: Uint32Array, sequence: Int32Array, onRepeated: (row: number) => void): RowOrder {
  const trips = start.length - 1
  let kept = 0
  for (let t = 0; t < trips; t++) {
    const [from, to] = [start[t] as number, start[t + 1] as number]
    if (!isRisingAt(row, sequence, from, to))
      row.subarray(from, to).sort((a, b) => (sequence[a] as number) - (sequence[b] as number) || a - b)
    start[t] = kept
    for (let i = from; i < to; i++) {
      const current = row[i] as number
      if (kept > (start[t] as number) && sequence[row[kept - 1] as number] === sequence[current]) onRepeated(current)
      else row[kept++] = current
    }
  }
  start[trips] = kept
  return { start, row: row.subarray(0, kept) }
}

function isRisingAt(row: Uint32Array, sequence: Int32Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if ((sequence[row[i] as number] as number) <= (sequence[row[i - 1] as number] as number)) return false
  return true
}
