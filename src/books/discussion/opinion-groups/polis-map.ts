import { principalComponents } from '../../../kernel/principal-components.ts'
import { columnMeans } from '../../../kernel/sparse-rows.ts'
import { keptVotes, votesForAPlace } from './kept-votes.ts'
import type { VoteTable } from './vote-table.ts'

export interface PolisMap {
  columnMean: Float64Array
  components: readonly [Float64Array, Float64Array]
  /** By participant: x, y. */
  places: Float64Array
  /** Participants with enough votes, in their order. */
  counted: Int32Array
}

/** So close that the groups are those of Polis's hundred rounds of power iteration. */
const tolerance = 1e-6

/** If so few have enough votes, the most active of the others join them. */
const fewestCounted = 15

/**
 * The map of Polis: the first two principal components with unknown votes at the mean of their statement, people with few votes pushed
 * outwards.
 *
 *     Pᵢ = √(M / nᵢ) Σ over voted j of (vᵢⱼ − cⱼ) (pc1ⱼ, pc2ⱼ)
 *
 * A statement that moderation removed becomes 0 for everybody, also for those who never saw it: it has no variance, but counts in M and
 * in each nᵢ (a quirk of Polis, kept here).
 *
 * Source   methods of Polis as published in compdemocracy/polis, `math/src/polismath/math/{conversation,pca}.clj`, October 2024.
 */
export function polisMap(votes: VoteTable): PolisMap {
  const matrix = keptVotes(votes)
  const columnMean = columnMeans(matrix)
  const components = principalComponents(matrix, columnMean, tolerance)
  const places = new Float64Array(2 * votes.participants)
  for (let row = 0; row < votes.participants; row++) {
    const from = matrix.rowStart[row]!
    const to = matrix.rowStart[row + 1]!
    const { x, y } = polisPlace({ columnMean, components }, votes.removed.size, matrix.columnOf, matrix.value, from, to)
    places[2 * row] = x
    places[2 * row + 1] = y
  }
  return { columnMean, components, places, counted: countedOf(votes) }
}

/** The place of one participant, whose votes on kept statements are `from` to `to`. */
export function polisPlace(
  { columnMean, components: [first, second] }: Pick<PolisMap, 'columnMean' | 'components'>,
  removedStatements: number,
  statementOf: Int32Array,
  choice: Int8Array,
  from: number,
  to: number,
): { x: number; y: number } {
  let x = 0
  let y = 0
  for (let at = from; at < to; at++) {
    const statement = statementOf[at]!
    const above = choice[at]! - columnMean[statement]!
    x += above * first[statement]!
    y += above * second[statement]!
  }
  const scale = Math.sqrt(columnMean.length / Math.max(to - from + removedStatements, 1))
  return { x: scale * x, y: scale * y }
}

function countedOf({ participants, statements, rowStart }: VoteTable): Int32Array {
  const all = Array.from({ length: participants }, (_, row) => row)
  const votesOf = (row: number): number => rowStart[row + 1]! - rowStart[row]!
  const enough = all.filter((row) => votesOf(row) >= Math.min(votesForAPlace, statements))
  if (enough.length >= fewestCounted) return Int32Array.from(enough)
  const known = new Set(enough)
  const mostActive = all.filter((row) => !known.has(row)).toSorted((a, b) => votesOf(b) - votesOf(a))
  return Int32Array.from([...enough, ...mostActive.slice(0, fewestCounted - enough.length)]).sort()
}
