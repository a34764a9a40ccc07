import type { BiasedFactors } from '../../../kernel/biased-factors.ts'
import type { SparseRows } from '../../../kernel/sparse-rows.ts'
import { canonicalOrder } from './canonical-order.ts'
import { commonGroundOf } from './common-ground.ts'
import { consensusStatements, divisiveness, groupConsensus } from './consensus.ts'
import { factorsOfVotes, placesOf, placesTransform } from './factor-map.ts'
import { keptVotes, votesForAPlace } from './kept-votes.ts'
import { silhouetteOfOneCloud } from './one-cloud.ts'
import { divideInPlane } from './plane-clusters.ts'
import { candidatesOf, groupsOf, numbered, statementResults, type NumberedDivision } from './put-together.ts'
import { representativeStatements } from './representative.ts'
import type { OpinionGroups } from './result.ts'
import { assessStability } from './stability.ts'
import { countTallies } from './tallies.ts'
import type { VoteTable } from './vote-table.ts'

/** A group that is smaller than both does not exist: three in a hundred participants, and ten people. */
export const smallestGroup = { share: 0.03, people: 10 }

/** Opinion groups by the method of Bagdar (docs/methods/opinion-groups.md). */
export function bagdarGroups(votes: VoteTable, draws: number): OpinionGroups {
  const order = canonicalOrder(votes)
  const matrix = keptVotes(votes, order)
  const votesNeeded = Math.max(1, Math.min(votesForAPlace, votes.statements - votes.removed.size))
  const factors = factorsOfVotes(matrix)
  const map = divide(matrix, factors, votesNeeded)
  const stability = assessStability(matrix.rows, map.divisions, draws, (drawn) => {
    const again = drawnRows(matrix, drawn)
    return divide(again, factorsOfVotes(again, factors.columnTerms), votesNeeded).divisions
  })

  const { divisions, chosen, centres } = map
  const k = chosen?.k ?? 0
  const groupOf = new Int8Array(votes.participants).fill(-1)
  const places = new Float32Array(2 * votes.participants).fill(NaN)
  for (let row = 0; row < order.length; row++) groupOf[order[row]!] = chosen?.groupOf[row] ?? -1
  for (const row of map.counted) {
    places[2 * order[row]!] = map.places[2 * row]!
    places[2 * order[row]! + 1] = map.places[2 * row + 1]!
  }
  const tallies = countTallies(votes, groupOf, k)
  const isRemoved = (statement: number): boolean => votes.removed.has(statement)
  const representative = representativeStatements(tallies, k, isRemoved)
  const commonGround = commonGroundOf(factors, chosen?.groupOf ?? null, k, map.counted)
  return {
    mode: 'bagdar',
    participantsCounted: map.counted.length,
    k,
    candidates: candidatesOf(divisions, stability, chosen),
    groupOf,
    groups: groupsOf(divisions, stability, chosen, (opinionGroup) => representative[opinionGroup]!),
    statements: statementResults(tallies, k, (statement, perGroup, given) => {
      if (isRemoved(statement)) return { commonGround: null, groupAwareConsensus: null, divisive: null }
      return {
        commonGround: given > 0 ? commonGround[statement]! : null,
        groupAwareConsensus: k === 0 ? null : groupConsensus(perGroup, 'agree'),
        divisive: k === 0 ? null : divisiveness(perGroup),
      }
    }),
    consensus: consensusStatements(tallies, k, isRemoved),
    places,
    map: {
      votesNeeded,
      removed: votes.removed,
      centres,
      groupOfCentre: Int8Array.from({ length: k }, (_, one) => one),
      how: { kind: 'factors', mean: factors.mean, statementTerms: factors.columnTerms, transform: map.transform },
    },
  }
}

interface DividedMap {
  counted: Int32Array
  transform: Float64Array
  places: Float64Array
  divisions: NumberedDivision[]
  chosen: NumberedDivision | null
  /** Of the chosen one, in the order of its groups. */
  centres: Float64Array
}

function divide(matrix: SparseRows, factors: BiasedFactors, votesNeeded: number): DividedMap {
  const counted = rowsWithVotes(matrix, votesNeeded)
  const transform = placesTransform(factors, counted)
  const places = placesOf(factors.rowTerms, transform)
  const points = new Float64Array(2 * counted.length)
  for (let i = 0; i < counted.length; i++) {
    points[2 * i] = places[2 * counted[i]!]!
    points[2 * i + 1] = places[2 * counted[i]! + 1]!
  }
  const narrowness = narrownessOf(points)
  const centresOf = new Map<NumberedDivision, Float64Array>()
  const divisions = divideInPlane(points).map(({ k, silhouette, clusterOf, centres }): NumberedDivision => {
    const { groupOf, sizes, numberOf } = numbered(clusterOf, k, counted, matrix.rows)
    const division = { k, groupOf, sizes, silhouette, silhouetteOfOneCloud: silhouetteOfOneCloud(k, narrowness, counted.length) }
    const inOrder = new Float64Array(2 * k)
    for (let cluster = 0; cluster < k; cluster++) inOrder.set(centres.subarray(2 * cluster, 2 * cluster + 2), 2 * numberOf[cluster]!)
    centresOf.set(division, inOrder)
    return division
  })
  const smallest = Math.max(smallestGroup.share * counted.length, smallestGroup.people)
  const chosen = divisions
    .filter(({ sizes, silhouette, silhouetteOfOneCloud: least }) => sizes.at(-1)! >= smallest && silhouette > (least ?? 0))
    .reduce<NumberedDivision | null>((best, one) => (best === null || one.silhouette > best.silhouette ? one : best), null)
  return { counted, transform, places, divisions, chosen, centres: (chosen && centresOf.get(chosen)) ?? new Float64Array() }
}

function rowsWithVotes({ rows, rowStart }: SparseRows, fewest: number): Int32Array {
  const found = new Int32Array(rows)
  let count = 0
  for (let row = 0; row < rows; row++) if (rowStart[row + 1]! - rowStart[row]! >= fewest) found[count++] = row
  return found.slice(0, count)
}

/** How far people spread across the map by how far along: the map is turned so that x is the longer side. */
function narrownessOf(points: Float64Array): number {
  let xx = 0
  let yy = 0
  for (let i = 0; i < points.length; i += 2) {
    xx += points[i]! ** 2
    yy += points[i + 1]! ** 2
  }
  return xx > 0 ? Math.sqrt(Math.min(1, yy / xx)) : 1
}

function drawnRows(matrix: SparseRows, drawn: Int32Array): SparseRows {
  return keptVotes(
    {
      participants: matrix.rows,
      statements: matrix.columns,
      rowStart: matrix.rowStart,
      statementOf: matrix.columnOf,
      choice: matrix.value,
      removed: new Set(),
    },
    drawn,
  )
}
