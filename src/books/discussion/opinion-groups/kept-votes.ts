import type { SparseRows } from '../../../kernel/sparse-rows.ts'
import type { VoteTable } from './vote-table.ts'

/** The votes on statements that moderation left; rows are those of `order`, or all as they are. */
export function keptVotes(votes: VoteTable, order: Int32Array | null = null): SparseRows {
  const { removed, statements } = votes
  if (removed.size === 0 && order === null)
    return { rows: votes.participants, columns: statements, rowStart: votes.rowStart, columnOf: votes.statementOf, value: votes.choice }
  const isRemoved = new Uint8Array(statements)
  for (const statement of removed) isRemoved[statement] = 1
  const rows = order === null ? votes.participants : order.length
  const rowStart = new Int32Array(rows + 1)
  let most = votes.choice.length
  if (order !== null) {
    most = 0
    for (const participant of order) most += votes.rowStart[participant + 1]! - votes.rowStart[participant]!
  }
  const columnOf = new Int32Array(most)
  const value = new Int8Array(most)
  let count = 0
  for (let row = 0; row < rows; row++) {
    const participant = order === null ? row : order[row]!
    for (let at = votes.rowStart[participant]!; at < votes.rowStart[participant + 1]!; at++) {
      const statement = votes.statementOf[at]!
      if (isRemoved[statement] === 1) continue
      columnOf[count] = statement
      value[count] = votes.choice[at]!
      count++
    }
    rowStart[row + 1] = count
  }
  return { rows, columns: statements, rowStart, columnOf: columnOf.subarray(0, count), value: value.subarray(0, count) }
}

/** Votes that Polis wants before it gives somebody a place, and so do we. */
export const votesForAPlace = 7
