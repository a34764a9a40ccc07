import { fewestVotes } from './representative.ts'
import type { ConsensusStatement, Direction, Tally } from './result.ts'
import { tallyAt, type Tallies } from './tallies.ts'

/** One-sided 95 %. */
const surely = 1.645

/** Share with the prior of Jeffreys: half a vote for, half a vote against. */
export const jeffreysShare = (count: number, votes: number): number => (count + 0.5) / (votes + 1)

const votesOf = ({ agree, disagree, pass }: Tally): number => agree + disagree + pass

/**
 * How far all groups are of one mind, each counted once, whatever its size: 0 to 1.
 *
 *     (∏ over groups  share that agrees · (1 − share that disagrees)) ^ (1 / groups)
 *
 * Source   effective agreement and geometric mean: polis-community/red-dwarf, discussion 120; Jeffreys prior for each share.
 *
 * @example
 * groupConsensus([{ agree: 9, disagree: 0, pass: 0 }, { agree: 0, disagree: 0, pass: 0 }], 'agree') // => 0.475
 */
export function groupConsensus(tallies: readonly Tally[], direction: Direction): number {
  const against = direction === 'agree' ? 'disagree' : 'agree'
  let product = 1
  for (const tally of tallies) {
    const votes = votesOf(tally)
    product *= jeffreysShare(tally[direction], votes) * (1 - jeffreysShare(tally[against], votes))
  }
  return product ** (1 / tallies.length)
}

/** 0 to 1: the largest less the smallest agree share of the groups. */
export function divisiveness(tallies: readonly Tally[]): number {
  const shares = tallies.map((tally) => jeffreysShare(tally.agree, votesOf(tally)))
  return Math.max(...shares) - Math.min(...shares)
}

/**
 * Statements on which every opinion group, looked at by itself, surely has a majority, all for or all against; the most united first.
 *
 * Without groups everybody is one.
 */
export function consensusStatements(tallies: Tallies, k: number, isRemoved: (statement: number) => boolean): ConsensusStatement[] {
  const statements = tallies.everybody.length / 3
  const found: ConsensusStatement[] = []
  for (let statement = 0; statement < statements; statement++) {
    if (isRemoved(statement)) continue
    const everybody = tallyAt(tallies.everybody, statement)
    const parts =
      k === 0 ? [everybody] : Array.from({ length: k }, (_, one) => tallyAt(tallies.opinionGroups, one * statements + statement))
    for (const direction of ['agree', 'disagree'] as const) {
      if (!parts.every((tally) => isSureMajority(tally[direction], votesOf(tally)))) continue
      const share = everybody[direction] / votesOf(everybody)
      found.push({ statement, direction, share, score: groupConsensus(parts, direction) })
    }
  }
  return found.toSorted((a, b) => b.score - a.score || a.statement - b.statement)
}

const isSureMajority = (count: number, votes: number): boolean =>
  votes >= fewestVotes && 2 * Math.sqrt(votes) * (count / votes - 0.5) > surely
