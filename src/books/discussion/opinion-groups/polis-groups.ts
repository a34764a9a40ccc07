import { polisClusters, type PolisCandidate, type PolisClusters } from './polis-clusters.ts'
import { polisMap } from './polis-map.ts'
import { polisConsensus, polisRepresentative } from './polis-representative.ts'
import { largestFirst, sizesOf, statementResults } from './put-together.ts'
import type { Candidate, OpinionGroups } from './result.ts'
import { assessStability } from './stability.ts'
import { countTallies } from './tallies.ts'
import type { VoteTable } from './vote-table.ts'
import { votesForAPlace } from './kept-votes.ts'

/** Opinion groups as Polis publishes them. */
export function polisGroups(votes: VoteTable, draws: number): OpinionGroups {
  const { columnMean, components, places, counted } = polisMap(votes)
  const clusters = polisClusters(pointsOf(places, counted))
  const chosen = clusters.chosen === null ? null : groupsOf(clusters, clusters.chosen)
  const k = chosen?.sizes.length ?? 0

  const groupOf = new Int8Array(votes.participants).fill(-1)
  if (chosen !== null) for (const [i, row] of counted.entries()) groupOf[row] = chosen.groupOf[i]!
  const tallies = countTallies(votes, groupOf, k)
  const isRemoved = (statement: number): boolean => votes.removed.has(statement)
  const stability = assessStability(votes, groupOf, k, draws, groupsOfDraw)

  return {
    mode: 'polis',
    participantsCounted: counted.length,
    k,
    candidates: clusters.candidates.map((one) => candidateOf(clusters, one, stability)),
    groupOf,
    groups: Array.from({ length: k }, (_, opinionGroup) => ({
      size: chosen?.sizes[opinionGroup] ?? 0,
      stability: stability?.[opinionGroup] ?? null,
      representative: polisRepresentative(tallies, opinionGroup, k, isRemoved),
    })),
    statements: statementResults(tallies, k, (statement) => ({
      commonGround: null,
      groupAwareConsensus: k === 0 || isRemoved(statement) ? null : groupAwareConsensus(tallies.opinionGroups, statement, votes.statements, k),
      divisive: k === 0 || isRemoved(statement) ? null : divisive(tallies.opinionGroups, statement, votes.statements, k),
    })),
    consensus: polisConsensus(tallies, isRemoved),
    places: Float32Array.from(places),
    map: {
      votesNeeded: Math.min(votesForAPlace, votes.statements),
      removed: votes.removed,
      centres: clusters.centres,
      groupOfCentre: Int8Array.from(chosen?.groupOfBase ?? []),
      how: { kind: 'polis', columnMean, components },
    },
  }
}
