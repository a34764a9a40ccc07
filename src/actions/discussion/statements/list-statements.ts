import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { ListedStatement, TallyWithChanges } from '../../../books/discussion/listed-statement.ts'
import type { Statement } from '../../../books/discussion/statement.ts'
import { subjectPlacesIn } from '../../../books/discussion/subject-place.ts'
import { inOrder, votesOf, type StatementOrder } from '../../../books/discussion/tally.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import type { StatementRecord } from './statement-record.ts'

export interface ListNeeds extends Pick<StatementRecord, 'listStatements'> {
  findTallies(city: City, consultation: Consultation): Promise<readonly TallyWithChanges[]>
}

export interface StatementsView {
  statements: ListedStatement[]
  sums: { statements: number; votes: number; changed: number }
}

/** Statements that are shown, with their votes, in the order that is asked for. */
export async function listStatements(
  { city, consultation, version, order }: { city: City; consultation: Consultation; version: ProgrammeVersion; order: StatementOrder },
  needs: ListNeeds,
): Promise<StatementsView> {
  const [statements, tallies] = await Promise.all([
    needs.listStatements(city, consultation, { state: 'shown' }),
    needs.findTallies(city, consultation),
  ])
  const listed = new Map(withVotes(statements, tallies, version).map((one) => [one.statement.number, one]))
  const ordered = inOrder(
    [...listed.values()].map(({ tally }) => tally),
    order,
  )
  return {
    statements: ordered.flatMap(({ statement }) => listed.get(statement) ?? []),
    sums: {
      statements: statements.length,
      votes: ordered.reduce((sum, tally) => sum + votesOf(tally), 0),
      changed: ordered.reduce((sum, tally) => sum + tally.changed, 0),
    },
  }
}

function withVotes(statements: readonly Statement[], tallies: readonly TallyWithChanges[], version: ProgrammeVersion): ListedStatement[] {
  const placeOf = subjectPlacesIn(version)
  const byNumber = new Map(tallies.map((tally) => [tally.statement, tally]))
  return statements.map((statement) => ({
    statement,
    place: placeOf(statement.subject),
    tally: byNumber.get(statement.number) ?? { statement: statement.number, agree: 0, disagree: 0, pass: 0, changed: 0 },
  }))
}

/** All of them, those that wait or were rejected too, as they came: for the desk. */
export async function listEveryStatement(
  { city, consultation, version }: { city: City; consultation: Consultation; version: ProgrammeVersion },
  needs: ListNeeds,
): Promise<ListedStatement[]> {
  const [statements, tallies] = await Promise.all([needs.listStatements(city, consultation), needs.findTallies(city, consultation)])
  return withVotes(statements, tallies, version)
}
