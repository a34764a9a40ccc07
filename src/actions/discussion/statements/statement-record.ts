import type { Statement, StatementState, StatementSubject } from '../../../books/discussion/statement.ts'
import type { Language, MultilingualText } from '../../../books/text.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Statements as the actions need them; `store/people/statements.ts` says what each does. */
export interface StatementRecord {
  listStatements(
    city: CityId,
    consultation: ConsultationId,
    filter?: { state?: StatementState; participant?: number },
  ): Promise<Statement[]>
  listShownNumbers(city: CityId, consultation: ConsultationId): Promise<number[]>
  findStatement(city: CityId, consultation: ConsultationId, number: number): Promise<Statement | null>
  addStatement(
    city: CityId,
    consultation: ConsultationId,
    statement: {
      by: { kind: 'city'; text: MultilingualText } | { kind: 'resident'; participant: number; textId: string; language: Language }
      subject: StatementSubject | null
      state: StatementState
      at: Date
    },
  ): Promise<number>
  keepStatementState(city: CityId, consultation: ConsultationId, number: number, state: StatementState): Promise<void>
  withdrawStatement(city: CityId, consultation: ConsultationId, number: number, participant: number): Promise<boolean>
  rewordStatement(
    city: CityId,
    consultation: ConsultationId,
    number: number,
    words: { text: MultilingualText; subject: StatementSubject | null },
  ): Promise<boolean>
}
