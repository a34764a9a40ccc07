import type { Tally } from './result.ts'
import type { VoteTable } from './vote-table.ts'

/** Votes by statement and choice, of everybody and of each opinion group. */
export interface Tallies {
  /** Three for each statement: agree, pass, disagree. */
  everybody: Int32Array
  /** The same for each opinion group, one group after the other. */
  opinionGroups: Int32Array
}

/**
 * Counts the votes. Those of participants in no opinion group count for everybody alone.
 *
 * Cost     one pass.
 */
export function countTallies(votes: VoteTable, groupOf: Int8Array, k: number): Tallies {
  const { participants, statements, rowStart, statementOf, choice } = votes
  const everybody = new Int32Array(3 * statements)
  const opinionGroups = new Int32Array(3 * statements * k)
  for (let row = 0; row < participants; row++) {
    const opinionGroup = groupOf[row]!
    const into = opinionGroup < 0 ? everybody : opinionGroups
    const offset = opinionGroup < 0 ? 0 : 3 * statements * opinionGroup
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      into[offset + 3 * statementOf[at]! + 1 - choice[at]!]!++ // agree first, disagree last
    }
  }
  const inGroups = votesOfGroups({ everybody, opinionGroups })
  for (let at = 0; at < everybody.length; at++) everybody[at]! += inGroups[at]!
  return { everybody, opinionGroups }
}

/** Votes of all opinion groups together, three for each statement; unlike `everybody` without participants that are in none. */
export function votesOfGroups({ everybody, opinionGroups }: Tallies): Int32Array {
  const sum = new Int32Array(everybody.length)
  for (let from = 0; from < opinionGroups.length; from += sum.length)
    for (let at = 0; at < sum.length; at++) sum[at]! += opinionGroups[from + at]!
  return sum
}

export const tallyAt = (counts: Int32Array, at: number): Tally => ({
  agree: counts[3 * at]!,
  disagree: counts[3 * at + 2]!,
  pass: counts[3 * at + 1]!,
})
