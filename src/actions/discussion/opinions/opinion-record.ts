import type { OpinionBatch } from '../../../books/discussion/batch.ts'
import type { VoteColumns } from '../../../books/discussion/opinion-groups/vote-table.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** All votes of a consultation, for the mathematics: participants and statements counted from 0. */
export interface StoredVotes {
  participants: number
  statements: number
  removed: ReadonlySet<number>
  columns: VoteColumns
}

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
  listOpinionBatches(city: CityId, consultation: ConsultationId): Promise<Array<Omit<OpinionBatch, 'result'>>>
  findNewestBatch(city: CityId, consultation: ConsultationId): Promise<OpinionBatch | null>
  findBatchProof(city: CityId, consultation: ConsultationId, number: number): Promise<BatchProof | null>
  addOpinionBatch(city: CityId, consultation: ConsultationId, batch: OpinionBatch, proof: BatchProof): Promise<boolean>
}
