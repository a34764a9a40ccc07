import { proposeStatement, similarStatements, type StatementHint } from '../../../books/discussion/propose-statement.ts'
import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import type { Statement, StatementSubject } from '../../../books/discussion/statement.ts'
import type { City } from '../../../books/indicators/figure.ts'
import { done, type Outcome } from '../../../books/outcome.ts'
import type { StatementRecord } from './statement-record.ts'

export interface ProposeInput {
  city: City
  consultation: Consultation
  phase: Phase
  personId: string
  /** Her number where she takes part already. */
  participant: number | null
  text: string
  language: string
  subject: StatementSubject | null
  /** She has seen the hints and the statements that are like hers. */
  anyway: boolean
  at: Date
}

export interface ProposeNeeds extends Pick<StatementRecord, 'listStatements' | 'addStatement'> {
  newId(): string
  /** Makes her a participant. */
  join(): Promise<number>
  addResidentText(city: City, text: { id: string; personId: string; text: string; writtenAt: Date }): Promise<void>
}

/** The number that it was given, or what she should look at first. */
export type Proposed = { kind: 'sent'; number: number } | { kind: 'first'; similar: Statement[]; hints: StatementHint[] }

/** A resident proposes a statement; it waits for a moderator. Call it in a transaction. */
export async function propose(input: ProposeInput, needs: ProposeNeeds): Promise<Outcome<Proposed>> {
  const { city, consultation, personId, anyway, at } = input
  const statements = await needs.listStatements(city, consultation)
  const outcome = proposeStatement(input, { ...input, statements })
  if (!outcome.ok) return outcome
  const { text, language, subject, hints } = outcome.value
  const similar = similarStatements(text, statements)
  if (!anyway && similar.length + hints.length > 0) return done({ kind: 'first', similar, hints })
  const [participant, textId] = [await needs.join(), needs.newId()]
  await needs.addResidentText(city, { id: textId, personId, text, writtenAt: at })
  const by = { kind: 'resident' as const, participant, textId, language }
  const number = await needs.addStatement(city, consultation, { by, subject, state: 'held', at })
  return done({ kind: 'sent', number })
}
