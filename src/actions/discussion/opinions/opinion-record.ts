import type { BatchLine, OpinionBatch } from '../../../books/discussion/batch.ts'
import type { StoredVotes } from '../../../books/discussion/compute-opinions.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** What auditors need to compute a batch again. */
export interface BatchProof {
  salt: Uint8Array
  input: StoredVotes
}

/** Opinion groups as the actions need them; `store/opinion-batches.ts` and `store/votes.ts` say what each does. */
export interface OpinionRecord {
  countVotes(
    city: CityId,
    consultation: ConsultationId,
    since: Date | null,
  ): Promise<{ votes: number; participants: number; newVotes: number }>
  readVotes(city: CityId, consultation: ConsultationId): Promise<StoredVotes>
  listOpinionBatches(city: CityId, consultation: ConsultationId): Promise<BatchLine[]>
  findNewestBatch(city: CityId, consultation: ConsultationId): Promise<OpinionBatch | null>
  findBatchProof(city: CityId, consultation: ConsultationId, number: number): Promise<BatchProof | null>
  addOpinionBatch(city: CityId, consultation: ConsultationId, batch: OpinionBatch, proof: BatchProof): Promise<boolean>
}
