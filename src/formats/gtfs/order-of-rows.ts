import type { StopTimeRows } from './read-stop-times.ts'

/** Rows of trip `t` by rising sequence: `row[start[t]]` … `row[start[t + 1] - 1]`. */
export interface RowOrder {
  start: Uint32Array
  row: Uint32Array
}

/**
 * The order of stop times by trip and sequence, without the rows that repeat a sequence of their trip (the first one counts).
 *
 * Cost  linear where each trip's rows stand in their order, as in most files.
 */
export function orderOfRows(
  { count, trip, sequence }: Pick<StopTimeRows, 'count' | 'trip' | 'sequence'>,
  trips: number,
  onRepeated: (row: number) => void,
): RowOrder {
  const start = new Uint32Array(trips + 1)
  for (let i = 0; i < count; i++) start[(trip[i] as number) + 1]!++
  for (let t = 0; t < trips; t++) start[t + 1]! += start[t] as number
  const next = start.slice()
  const row = new Uint32Array(count)
  for (let i = 0; i < count; i++) row[next[trip[i] as number]!++] = i

  let kept = 0
  for (let t = 0; t < trips; t++) {
    const [from, to] = [start[t] as number, start[t + 1] as number]
    if (!isRising(row, sequence, from, to))
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

function isRising(row: Uint32Array, sequence: Int32Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if ((sequence[row[i] as number] as number) <= (sequence[row[i - 1] as number] as number)) return false
  return true
}
