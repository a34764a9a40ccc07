import type { VoteColumns } from '../../../books/discussion/opinion-groups/vote-table.ts'
import type { CensusChoices } from '../../../books/discussion/voices/census.ts'
import type { Declaration } from '../../../books/discussion/voices/declaration.ts'
import type { PublishedCells } from '../../../books/discussion/voices/publish-cells.ts'
import type { VoiceBatch, VoiceInput } from '../../../books/discussion/voices/voice-batch.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** What a participant says about herself, for herself; and what pages and the desk read of the protected tables. */
export interface VoiceRecord {
  findDeclaration(city: CityId, consultation: ConsultationId, participant: number): Promise<Declaration>
  keepDeclaration(city: CityId, consultation: ConsultationId, participant: number, said: Declaration, at: Date): Promise<void>
  findVoiceBatch(city: CityId, consultation: ConsultationId): Promise<VoiceBatch | null>
  findCensusChoices(city: CityId, consultation: ConsultationId): Promise<CensusChoices>
  keepCensusChoices(city: CityId, consultation: ConsultationId, choices: CensusChoices): Promise<void>
}

/** What the batches are made of. No page is handed this. */
export interface VoiceBatchRecord extends Pick<VoiceRecord, 'findVoiceBatch' | 'findCensusChoices'> {
  listDeclarations(city: CityId, consultation: ConsultationId): Promise<VoiceInput['declarations']>
  countNewlyDeclared(city: CityId, consultation: ConsultationId, since: string | null): Promise<number>
  listWriters(city: CityId, consultation: ConsultationId): Promise<{ participants: number; writers: Map<number, string> }>
  readVotes(city: CityId, consultation: ConsultationId): Promise<{ removed: ReadonlySet<number>; columns: VoteColumns }>
  findPublishedCells(city: CityId, consultation: ConsultationId): Promise<PublishedCells>
  addVoiceBatch(city: CityId, consultation: ConsultationId, batch: VoiceBatch, cells: PublishedCells): Promise<boolean>
}
