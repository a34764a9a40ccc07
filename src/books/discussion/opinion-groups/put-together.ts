import type { Candidate, OpinionGroup, RepresentativeStatement, StatementResult, Tally } from './result.ts'
import type { Division } from './stability.ts'
import { tallyAt, type Tallies } from './tallies.ts'

/** What modes say of a statement besides its votes. */
export type StatementScores = Pick<StatementResult, 'commonGround' | 'groupAwareConsensus' | 'divisive'>

/** Every statement with its votes, of everybody and by opinion group. */
export function statementResults(
  { everybody, opinionGroups }: Tallies,
  k: number,
  scores: (statement: number, perGroup: readonly Tally[], votes: number) => StatementScores,
): StatementResult[] {
  const statements = everybody.length / 3
  const results: StatementResult[] = []
  for (let statement = 0; statement < statements; statement++) {
    const perGroup: Tally[] = []
    for (let opinionGroup = 0; opinionGroup < k; opinionGroup++)
      perGroup.push(tallyAt(opinionGroups, opinionGroup * statements + statement))
    const { agree, disagree, pass } = tallyAt(everybody, statement)
    const { commonGround, groupAwareConsensus, divisive } = scores(statement, perGroup, agree + disagree + pass)
    results.push({ agree, disagree, pass, perGroup, commonGround, groupAwareConsensus, divisive })
  }
  return results
}

/** A division whose groups are numbered by size, with how well they are apart. */
export interface NumberedDivision extends Division {
  sizes: number[]
  silhouette: number
  silhouetteOfOneCloud: number | null
}

/**
 * Numbers clusters by their size, the largest first; of two that are equally large the one with the lower number comes first.
 *
 * @param clusterOf  by counted participant
 * @param counted    their rows
 */
export function numbered(
  clusterOf: ArrayLike<number>,
  k: number,
  counted: Int32Array,
  rows: number,
): { groupOf: Int8Array; sizes: number[]; numberOf: Int8Array } {
  const found = Array.from({ length: k }, () => 0)
  for (let i = 0; i < counted.length; i++) found[clusterOf[i]!]!++
  const order = found.map((_, cluster) => cluster).toSorted((a, b) => found[b]! - found[a]! || a - b)
  const numberOf = new Int8Array(k)
  for (const [rank, cluster] of order.entries()) numberOf[cluster] = rank
  const groupOf = new Int8Array(rows).fill(-1)
  for (let i = 0; i < counted.length; i++) groupOf[counted[i]!] = numberOf[clusterOf[i]!]!
  return { groupOf, sizes: order.map((cluster) => found[cluster]!), numberOf }
}

/** The ways to divide the participants, side by side. */
export function candidatesOf(
  divisions: readonly NumberedDivision[],
  stability: readonly number[][] | null,
  chosen: NumberedDivision | null,
): Candidate[] {
  return divisions.map((one, d) => ({
    k: one.k,
    silhouette: one.silhouette,
    silhouetteOfOneCloud: one.silhouetteOfOneCloud,
    sizes: one.sizes,
    stability: stability === null ? null : Math.min(...stability[d]!),
    chosen: one === chosen,
  }))
}

/** The opinion groups of the division that was chosen. */
export function groupsOf(
  divisions: readonly NumberedDivision[],
  stability: readonly number[][] | null,
  chosen: NumberedDivision | null,
  represent: (opinionGroup: number) => RepresentativeStatement[],
): OpinionGroup[] {
  if (chosen === null) return []
  const own = stability?.[divisions.indexOf(chosen)]
  return chosen.sizes.map((size, opinionGroup) => ({
    size,
    stability: own?.[opinionGroup] ?? null,
    representative: represent(opinionGroup),
  }))
}
