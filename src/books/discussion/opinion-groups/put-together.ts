import type { OpinionGroup, StatementResult } from './result.ts'
import { tallyAt, type Tallies } from './tallies.ts'

/** What modes say of a statement besides its votes. */
export type StatementScores = Pick<StatementResult, 'commonGround' | 'groupAwareConsensus' | 'divisive'>

/** Every statement with its votes, of everybody and by opinion group. */
export function statementResults(tallies: Tallies, k: number, scores: (statement: number) => StatementScores): StatementResult[] {
  const statements = tallies.everybody.length / 3
  return Array.from({ length: statements }, (_, statement) => ({
    ...tallyAt(tallies.everybody, statement),
    perGroup: Array.from({ length: k }, (_one, opinionGroup) => tallyAt(tallies.opinionGroups, opinionGroup * statements + statement)),
    ...scores(statement),
  }))
}

/**
 * Numbers clusters by their size, the largest first; of two that are equally large the one with the lower number comes first.
 *
 * @example
 * [...largestFirst([5, 9, 5])] // => [1, 0, 2]
 */
export function largestFirst(sizes: readonly number[]): Int32Array {
  const order = sizes.map((_, cluster) => cluster).toSorted((a, b) => sizes[b]! - sizes[a]! || a - b)
  const number = new Int32Array(sizes.length)
  for (const [rank, cluster] of order.entries()) number[cluster] = rank
  return number
}

/** How many participants each opinion group has. */
export function sizesOf(groupOf: ArrayLike<number>, k: number): number[] {
  const sizes = Array.from({ length: k }, () => 0)
  for (let i = 0; i < groupOf.length; i++) if (groupOf[i]! >= 0) sizes[groupOf[i]!]!++
  return sizes
}

export type Represent = (opinionGroup: number) => OpinionGroup['representative']
