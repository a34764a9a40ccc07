import { fitTerms } from '../../../kernel/biased-factors.ts'
import { nearestCentres } from '../../../kernel/nearest-centres.ts'
import { polisPlace } from './polis-map.ts'
import type { OpinionGroups } from './result.ts'
import type { Choice } from './vote-table.ts'

export interface Place {
  x: number
  y: number
  /** −1: there are no clear groups. */
  opinionGroup: number
}

/**
 * Where somebody stands on the map as it is, and with whom: a new vote moves the voter at once, and the map when it is drawn again.
 * Whoever is on the map already is placed exactly where the map has them, or, in mode `polis`, all but the few between two small clusters.
 *
 * Missing  null with too few votes for a place.
 * Cost     one pass over the person's votes.
 *
 * @param ownVotes  of this person, the last one on each statement
 */
export function placeOf({ map }: Pick<OpinionGroups, 'map'>, ownVotes: readonly { statement: number; choice: Choice }[]): Place | null {
  const kept = ownVotes.filter(({ statement }) => !map.removed.has(statement)).toSorted((a, b) => a.statement - b.statement)
  const votesThatCount = map.how.kind === 'polis' ? ownVotes : kept
  if (votesThatCount.length < map.votesNeeded) return null
  const statementOf = Int32Array.from(kept, ({ statement }) => statement)
  const choice = Int8Array.from(kept, (vote) => vote.choice)

  const point = new Float64Array(2)
  if (map.how.kind === 'polis') {
    const { x, y } = polisPlace(map.how, map.removed.size, statementOf, choice, 0, kept.length)
    point.set([x, y])
  } else {
    const { mean, statementTerms, transform } = map.how
    const terms = new Float64Array(3)
    fitTerms(statementOf, choice, 0, kept.length, mean, statementTerms, terms, 0)
    point[0] = transform[0]! * terms[1]! + transform[1]! * terms[2]!
    point[1] = transform[2]! * terms[1]! + transform[3]! * terms[2]!
  }
  if (map.groupOfCentre.length === 0) return { x: point[0]!, y: point[1]!, opinionGroup: -1 }
  const nearest = new Int32Array(1)
  nearestCentres(point, map.centres, nearest)
  return { x: point[0]!, y: point[1]!, opinionGroup: map.groupOfCentre[nearest[0]!]! }
}
