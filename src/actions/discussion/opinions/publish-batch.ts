import { isBatchDue, isTimeForABatch } from '../../../books/discussion/batch.ts'
import type { ComputedOpinions, StoredVotes } from '../../../books/discussion/compute-opinions.ts'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { OpinionRecord } from './opinion-record.ts'

export interface BatchNeeds extends Pick<OpinionRecord, 'countVotes' | 'readVotes' | 'findNewestBatch' | 'addOpinionBatch'> {
  compute(votes: StoredVotes): Promise<ComputedOpinions>
  newSalt(): Uint8Array
  saltedHash(salt: Uint8Array, bytes: Uint8Array): string
  now(): Date
}

/** Publishes opinion groups again when enough votes and time have come together; null: not yet. */
export async function publishBatch(city: City, consultation: Consultation, needs: BatchNeeds): Promise<number | null> {
  const newest = await needs.findNewestBatch(city, consultation)
  const before = newest?.madeAt ?? null
  const now = needs.now()
  // Counting all votes is more work than looking at a clock.
  if (!isTimeForABatch(before, now)) return null
  const { votes, participants, newVotes } = await needs.countVotes(city, consultation, before === null ? null : new Date(before))
  if (!isBatchDue({ newVotes, before, now })) return null
  const input = await needs.readVotes(city, consultation)
  const { result, bytes } = await needs.compute(input)
  const salt = needs.newSalt()
  const number = (newest?.number ?? 0) + 1
  const batch = { number, madeAt: now.toISOString(), votes, participants, result, hash: needs.saltedHash(salt, bytes) }
  return (await needs.addOpinionBatch(city, consultation, batch, { salt, input })) ? number : null
}
