import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Statement } from '../../../books/discussion/statement.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { StatementRecord } from '../statements/statement-record.ts'
import type { OwnVote } from '../../../books/discussion/vote.ts'
import type { VoteRecord } from './vote-record.ts'

/** Somebody's votes with the statements, the latest first; also those on statements that were taken out since. */
export async function showOwnVotes(
  { city, consultation, participant }: { city: City; consultation: Consultation; participant: number },
  needs: Pick<StatementRecord, 'listStatements'> & Pick<VoteRecord, 'listVotesOf'>,
): Promise<Array<OwnVote & { about: Statement }>> {
  const [statements, votes] = await Promise.all([
    needs.listStatements(city, consultation),
    needs.listVotesOf(city, consultation, participant),
  ])
  const byNumber = new Map(statements.map((statement) => [statement.number, statement]))
  return votes
    .flatMap((vote) => {
      const about = byNumber.get(vote.statement)
      return about === undefined ? [] : [{ ...vote, about }]
    })
    .sort((a, b) => (a.castAt < b.castAt ? 1 : -1))
}
