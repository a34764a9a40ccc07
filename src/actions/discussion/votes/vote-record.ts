import type { StatementTally } from '../../../books/discussion/statement.ts'
import type { NewVote, OwnVote, Shown, VoteOutcome } from '../../../books/discussion/vote.ts'
import type { LevelTally } from '../../../books/discussion/tally.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Votes as the actions need them; `store/votes.ts` says what each does. */
export interface VoteRecord {
  castVotes(rows: readonly NewVote[]): Promise<VoteOutcome[]>
  addShown(rows: readonly Shown[]): Promise<void>
  listVotesOf(city: CityId, consultation: ConsultationId, participant: number): Promise<OwnVote[]>
  tallies(city: CityId, consultation: ConsultationId): Promise<Array<StatementTally & { changed: number }>>
  talliesByLevel(city: CityId, consultation: ConsultationId, statement: number): Promise<LevelTally[]>
}
