import type { OpinionBatch } from '../../../books/discussion/batch.ts'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import { placeOf, type Place } from '../../../books/discussion/opinion-groups/place-of.ts'
import { restoreMap } from '../../../books/discussion/published-opinions.ts'
import { sortOpinions, type SortedOpinions } from '../../../books/discussion/sort-opinions.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import type { StatementRecord } from '../statements/statement-record.ts'
import type { VoteRecord } from '../votes/vote-record.ts'
import type { OpinionRecord } from './opinion-record.ts'

export interface OpinionsView {
  /** null: nothing was published yet, because too few have voted. */
  batch: OpinionBatch | null
  sorted: SortedOpinions | null
}

type Needs = Pick<OpinionRecord, 'findNewestBatch'> & Pick<StatementRecord, 'listStatements'>

/** Opinion groups as they were last published, with the words of the statements. */
export async function showOpinions(
  { city, consultation, version }: { city: City; consultation: Consultation; version: ProgrammeVersion },
  needs: Needs,
): Promise<OpinionsView> {
  const batch = await needs.findNewestBatch(city, consultation)
  if (batch === null) return { batch, sorted: null }
  // What was taken out since is not shown any more, whatever the batch says of it.
  const statements = await needs.listStatements(city, consultation, { state: 'shown' })
  return { batch, sorted: sortOpinions(batch.result, statements, version) }
}

export interface OwnPlaceView {
  batch: OpinionBatch | null
  /** null: too few votes for a place. */
  place: Place | null
  votes: number
  votesNeeded: number
}

/** Where somebody stands on the map; for herself alone. */
export async function showOwnPlace(
  { city, consultation, participant }: { city: City; consultation: Consultation; participant: number | null },
  needs: Pick<OpinionRecord, 'findNewestBatch'> & Pick<VoteRecord, 'listVotesOf'>,
): Promise<OwnPlaceView> {
  const batch = await needs.findNewestBatch(city, consultation)
  const votes = participant === null ? [] : await needs.listVotesOf(city, consultation, participant)
  if (batch === null) return { batch, place: null, votes: votes.length, votesNeeded: 0 }
  const map = restoreMap(batch.result.map)
  // Statements that came after the batch are not on its map.
  const known = votes.filter(({ statement }) => statement <= batch.result.statements.length)
  const own = known.map(({ statement, choice }) => ({ statement: statement - 1, choice }))
  return { batch, place: placeOf({ map }, own), votes: known.length, votesNeeded: map.votesNeeded }
}
