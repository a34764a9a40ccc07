import { votesForAPlace } from './kept-votes.ts'
import { polisClusters } from './polis-clusters.ts'
import { polisMap, type PolisMap } from './polis-map.ts'
import { polisConsensus, polisRepresentative } from './polis-representative.ts'
import { candidatesOf, groupsOf, numbered, statementResults, type NumberedDivision, type StatementScores } from './put-together.ts'
import type { OpinionGroups, Tally } from './result.ts'
import { assessStability } from './stability.ts'
import { countTallies } from './tallies.ts'
import { rowsOf, type VoteTable } from './vote-table.ts'

/** Opinion groups as Polis publishes them. */
export function polisGroups(votes: VoteTable, draws: number): OpinionGroups {
  const map = polisMap(votes)
  const { divisions, chosen, centres, groupOfCentre } = divide(map, votes.participants)
  const stability = assessStability(votes.participants, divisions, draws, (drawn) => {
    const again = rowsOf(votes, drawn)
    return divide(polisMap(again), again.participants).divisions
  })

  const k = chosen?.k ?? 0
  const groupOf = chosen?.groupOf ?? new Int8Array(votes.participants).fill(-1)
  const tallies = countTallies(votes, groupOf, k)
  const isRemoved = (statement: number): boolean => votes.removed.has(statement)
  const places = new Float32Array(2 * votes.participants).fill(NaN)
  for (const row of map.counted) places.set(map.places.subarray(2 * row, 2 * row + 2), 2 * row)
  return {
    mode: 'polis',
    participantsCounted: map.counted.length,
    k,
    candidates: candidatesOf(divisions, stability, chosen),
    groupOf,
    groups: groupsOf(divisions, stability, chosen, (opinionGroup) => polisRepresentative(tallies, opinionGroup, isRemoved)),
    statements: statementResults(tallies, k, (statement, perGroup) => (k === 0 || isRemoved(statement) ? noScores : scoresOf(perGroup))),
    consensus: polisConsensus(tallies, isRemoved),
    places,
    map: {
      votesNeeded: Math.min(votesForAPlace, votes.statements),
      removed: votes.removed,
      centres,
      groupOfCentre,
      how: { kind: 'polis', columnMean: map.columnMean, components: map.components },
    },
  }
}

function divide({ places, counted }: PolisMap, participants: number) {
  const points = new Float64Array(2 * counted.length)
  for (let i = 0; i < counted.length; i++) {
    points[2 * i] = places[2 * counted[i]!]!
    points[2 * i + 1] = places[2 * counted[i]! + 1]!
  }
  const { baseOf, centres, candidates } = polisClusters(points)
  const groupOfBases: Int8Array[] = []
  const divisions = candidates.map(({ k, silhouette, groupOfBase }): NumberedDivision => {
    const { groupOf, sizes, numberOf } = numbered(
      baseOf.map((base) => groupOfBase[base]!),
      k,
      counted,
      participants,
    )
    groupOfBases.push(Int8Array.from(groupOfBase, (one) => numberOf[one]!))
    return { k, groupOf, sizes, silhouette, silhouetteOfOneCloud: null }
  })
  const best = divisions.reduce((found, one, d) => (found < 0 || one.silhouette > divisions[found]!.silhouette ? d : found), -1)
  return { divisions, chosen: divisions[best] ?? null, centres, groupOfCentre: groupOfBases[best] ?? new Int8Array() }
}

const noScores = { commonGround: null, groupAwareConsensus: null, divisive: null }

/** Group-aware consensus of Polis: the product over groups of the smoothed agree shares. */
function scoresOf(perGroup: readonly Tally[]): StatementScores {
  const shares = perGroup.map(({ agree, disagree, pass }) => (agree + 1) / (agree + disagree + pass + 2))
  return {
    commonGround: null,
    groupAwareConsensus: shares.reduce((product, share) => product * share, 1),
    divisive: Math.max(...shares) - Math.min(...shares),
  }
}
