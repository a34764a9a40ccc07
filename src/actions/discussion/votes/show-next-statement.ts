import type { Consultation } from '../../../books/discussion/consultation.ts'
import { nextStatement, type RoutedStatement } from '../../../books/discussion/routing.ts'
import type { Choice, Statement } from '../../../books/discussion/statement.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { StatementRecord } from '../statements/statement-record.ts'
import type { Shown } from '../../../books/discussion/vote.ts'
import type { VoteRecord } from './vote-record.ts'

export interface NextStatement {
  /** null: she has voted on all of them. */
  statement: Statement | null
  /** How she voted on it before. */
  chosen: Choice | null
  done: number
  all: number
}

export interface NextStatementNeeds extends Pick<StatementRecord, 'listStatements'>, Pick<VoteRecord, 'listVotesOf'> {
  /** What decides how soon a statement is shown; may be some seconds old. */
  findRouting(city: City, consultation: Consultation): Promise<readonly RoutedStatement[]>
  addShown(shown: Shown): Promise<void>
  /** Evenly between 0 and 1. */
  draw(): number
}

/**
 * The statement that somebody sees now: the one she asked for, or one that is drawn by priority. With which probability it was drawn is
 * kept, so that what the order of statements does to the votes can be corrected for.
 */
export async function showNextStatement(
  {
    city,
    consultation,
    participant,
    asked,
    at,
  }: { city: City; consultation: Consultation; participant: number; asked: number | null; at: Date },
  needs: NextStatementNeeds,
): Promise<NextStatement> {
  const [statements, votes] = await Promise.all([
    needs.listStatements(city, consultation, { state: 'shown' }),
    needs.listVotesOf(city, consultation, participant),
  ])
  const choices = new Map(votes.map(({ statement, choice }) => [statement, choice]))
  const counts = { done: statements.filter(({ number }) => choices.has(number)).length, all: statements.length }
  const wanted = statements.find(({ number }) => number === asked)
  if (wanted !== undefined) return { statement: wanted, chosen: choices.get(wanted.number) ?? null, ...counts }

  const routing = new Map((await needs.findRouting(city, consultation)).map((one) => [one.statement, one]))
  const routed = statements.map(({ number }) => routing.get(number) ?? { statement: number, agree: 0, disagree: 0, pass: 0, extremity: 0 })
  const next = nextStatement(routed, new Set(choices.keys()), needs.draw())
  if (next === null) return { statement: null, chosen: null, ...counts }
  await needs.addShown({ cityId: city.id, consultationId: consultation.id, participant, at, ...next })
  return { statement: statements.find(({ number }) => number === next.statement) ?? null, chosen: null, ...counts }
}
