/** A pair that may be chosen: a row, a column, and what it is worth (a whole number above 0). */
export interface Choice {
  row: number
  column: number
  worth: number
}

/**
 * The pairs of greatest worth together, each at most once: no row in more pairs than its capacity, no column in more than its own, and at
 * most so many pairs in all. Exact: a maximum-weight b-matching of a bipartite graph with a limit on its size, found as a flow of least cost
 * by successive shortest paths. After k steps the flow is the best of all with k pairs, and each step is worth no more than the one before;
 * so it ends where a step brings nothing.
 *
 * Source   Ahuja, Magnanti, Orlin: Network Flows, section 9.7.
 * Cost     one path per pair chosen; a path takes a few looks at every choice.
 *
 * @returns indices of `choices`, ascending
 * @example
 * bestPairs(
 *   [
 *     { row: 0, column: 0, worth: 9 }, // taken first, it leaves the 1 below
 *     { row: 0, column: 1, worth: 8 },
 *     { row: 1, column: 0, worth: 8 },
 *     { row: 1, column: 1, worth: 1 },
 *   ],
 *   [1, 1],
 *   [1, 1],
 *   2,
 * ) // => [1, 2]
 */
export function bestPairs(
  choices: readonly Choice[],
  rowCapacity: readonly number[],
  columnCapacity: readonly number[],
  most: number,
): number[] {
  const chosen = new Uint8Array(choices.length)
  const rowsLeft = [...rowCapacity]
  const columnsLeft = [...columnCapacity]
  for (let step = 0; step < most; step++) {
    const path = bestPath(choices, chosen, rowsLeft, columnsLeft)
    if (path === null) break
    for (const choice of path) chosen[choice] = 1 - (chosen[choice] ?? 0)
    const [first = 0] = path
    const last = path.at(-1) ?? 0
    rowsLeft[choices[first]!.row]!--
    columnsLeft[choices[last]!.column]!--
  }
  return [...chosen.keys()].filter((choice) => chosen[choice] === 1)
}

/**
 * From a row with room to a column with room, in turn over a pair to take and a pair to give up: the path that brings most. Found by looking
 * at every pair until nothing changes (Bellman and Ford); no path improves in a circle, because the flow before was the best of its size.
 */
function bestPath(
  choices: readonly Choice[],
  chosen: Uint8Array,
  rowsLeft: readonly number[],
  columnsLeft: readonly number[],
): number[] | null {
  const rowGain = Float64Array.from(rowsLeft, (left) => (left > 0 ? 0 : Number.NEGATIVE_INFINITY))
  const columnGain = new Float64Array(columnsLeft.length).fill(Number.NEGATIVE_INFINITY)
  const toRow = new Int32Array(rowsLeft.length).fill(-1)
  const toColumn = new Int32Array(columnsLeft.length).fill(-1)
  for (let changed = true; changed;) {
    changed = false
    for (const [index, { row, column, worth }] of choices.entries()) {
      if (chosen[index] === 0) {
        const gain = rowGain[row]! + worth
        if (gain <= columnGain[column]!) continue
        columnGain[column] = gain
        toColumn[column] = index
      } else {
        const gain = columnGain[column]! - worth
        if (gain <= rowGain[row]!) continue
        rowGain[row] = gain
        toRow[row] = index
      }
      changed = true
    }
  }
  let end = -1
  for (const [column, left] of columnsLeft.entries())
    if (left > 0 && columnGain[column]! > Math.max(0, end < 0 ? 0 : columnGain[end]!)) end = column
  if (end < 0) return null
  const path: number[] = []
  for (let index = toColumn[end]!; index >= 0;) {
    path.unshift(index)
    const back = toRow[choices[index]!.row]!
    if (back < 0) break
    path.unshift(back)
    index = toColumn[choices[back]!.column]!
  }
  return path
}
