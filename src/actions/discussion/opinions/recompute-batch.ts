import type { BatchLine } from '../../../books/discussion/batch.ts'
import type { ComputedOpinions, StoredVotes } from '../../../books/discussion/compute-opinions.ts'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { OpinionRecord } from './opinion-record.ts'

export interface RecomputeNeeds extends Pick<OpinionRecord, 'findNewestBatch' | 'findBatchProof' | 'readVotes'> {
  compute(votes: StoredVotes): Promise<ComputedOpinions>
  saltedHash(salt: Uint8Array, bytes: Uint8Array): string
}

/** What an auditor learns; votes and opinion groups of participants stay inside. */
export interface Recomputed {
  batch: BatchLine
  /** Hash of the result that the kept votes give now. */
  hash: string
  /** Whether it is the published one. */
  isSame: boolean
  /** Votes that were counted, and how many of them stand in the table of votes today as they did; others were changed since. */
  counted: number
  unchanged: number
}

/** Computes the newest batch again from the votes that were counted; null: there is none. */
export async function recomputeBatch(city: City, consultation: Consultation, needs: RecomputeNeeds): Promise<Recomputed | null> {
  const batch = await needs.findNewestBatch(city, consultation)
  const proof = batch && (await needs.findBatchProof(city, consultation, batch.number))
  if (batch === null || proof === null) return null
  const [{ bytes }, today] = await Promise.all([needs.compute(proof.input), needs.readVotes(city, consultation)])
  const hash = needs.saltedHash(proof.salt, bytes)
  const { result: _, ...published } = batch
  return {
    batch: published,
    hash,
    isSame: hash === batch.hash,
    counted: proof.input.columns.choice.length,
    unchanged: sameVotes(proof.input, today),
  }
}

function sameVotes(then: StoredVotes, now: StoredVotes): number {
  const keyAt = ({ columns }: StoredVotes, at: number): string =>
    `${columns.participantOf[at]} ${columns.statementOf[at]} ${columns.choice[at]}`
  const kept = new Set(Array.from(now.columns.choice, (_, at) => keyAt(now, at)))
  return then.columns.choice.reduce((sum, _, at) => sum + (kept.has(keyAt(then, at)) ? 1 : 0), 0)
}
