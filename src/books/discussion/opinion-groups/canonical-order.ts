import type { VoteTable } from './vote-table.ts'

/**
 * Participants in an order that follows from their votes alone, whoever came first: sums of broken numbers then come out the same to the
 * last bit. Participants with the same votes are the same for every sum.
 *
 * Statements that moderation removed do not count: they leave no trace.
 *
 * Cost     one pass over the votes and a sort of the participants.
 */
export function canonicalOrder(votes: VoteTable): Int32Array {
  const { participants, rowStart } = votes
  const isRemoved = new Uint8Array(votes.statements)
  for (const statement of votes.removed) isRemoved[statement] = 1

  // 31 bits of a sum of the row above 21 bits of its number: one sort of plain numbers. Equal sums are told apart afterwards.
  const keys = new Float64Array(participants)
  for (let row = 0; row < participants; row++) keys[row] = sumOfRow(votes, isRemoved, row) * mostParticipants + row
  keys.sort()
  const order = new Int32Array(participants)
  const sums = new Int32Array(participants)
  for (let i = 0; i < participants; i++) {
    sums[i] = Math.floor(keys[i]! / mostParticipants)
    order[i] = keys[i]! % mostParticipants
  }
  for (let i = 0; i < participants;) {
    let end = i + 1
    while (end < participants && sums[end] === sums[i]) end++
    if (end - i > 1) {
      const texts = new Map<number, string>()
      for (const row of order.subarray(i, end)) texts.set(row, textOfRow(votes, isRemoved, row))
      order.subarray(i, end).sort((a, b) => compare(texts.get(a)!, texts.get(b)!) || rowStart[a]! - rowStart[b]!)
    }
    i = end
  }
  return order
}

/** Two million: with 31 bits of the sum this fills a number of 53 bits but one. */
const mostParticipants = 2 ** 21

/** FNV-1a over statement and choice of each vote, then mixed once more. */
function sumOfRow({ rowStart, statementOf, choice }: VoteTable, isRemoved: Uint8Array, row: number): number {
  let sum = 0x811c9dc5
  for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
    const statement = statementOf[at]!
    if (isRemoved[statement] === 0) sum = Math.imul(sum ^ (3 * statement + choice[at]! + 1), 0x01000193)
  }
  sum ^= sum >>> 15
  sum = Math.imul(sum, 0x2c1b3c6d)
  return (sum ^ (sum >>> 13)) >>> 1
}

function textOfRow({ rowStart, statementOf, choice }: VoteTable, isRemoved: Uint8Array, row: number): string {
  const parts: string[] = []
  for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++)
    if (isRemoved[statementOf[at]!] === 0) parts.push(`${statementOf[at]!}:${choice[at]!}`)
  return parts.join(' ')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
