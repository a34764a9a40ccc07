import { canonicalOrder } from './canonical-order.ts'
import type { OpinionGroups } from './result.ts'
import type { VoteTable } from './vote-table.ts'

/**
 * Everything that a result says, as bytes of which a hash can be taken: the same for the same votes, whoever came first. Whoever has the
 * votes can compute the result again and compare hashes. Add a secret salt before publishing: groups of few votes could be guessed.
 *
 * Stability is left out: it is drawn by chance, from a fixed stream, and says nothing about the votes that is not here.
 *
 * @param votes  the votes that the result is of
 */
export function resultBytes(votes: VoteTable, result: OpinionGroups): Uint8Array {
  const { mode, participantsCounted, k, candidates, groups, statements, consensus, groupOf, places } = result
  const order = canonicalOrder(votes)
  const people = Array.from(order, (row) => [
    groupOf[row]!,
    ...[places[2 * row]!, places[2 * row + 1]!].map((one) => (Number.isNaN(one) ? null : one)),
  ])
  const document = {
    ...{ mode, participantsCounted, k },
    candidates: candidates.map((one) => ({ ...one, stability: null })),
    groups: groups.map((one) => ({ ...one, stability: null })),
    ...{ statements, consensus, people },
  }
  return new TextEncoder().encode(JSON.stringify(document))
}
