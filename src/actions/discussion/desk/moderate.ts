import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { ModerationAction, ModerationDecision } from '../../../books/discussion/moderation.ts'
import {
  contributionStateAfter,
  decideModeration,
  statementStateAfter,
  type DecisionForm,
  type Moderated,
} from '../../../books/discussion/rules/decide-moderation.ts'
import type { StatementState } from '../../../books/discussion/statement.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { moderationMail } from '../../../pages/discussion/author-mails.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { DeskBasics, DeskDiscussionRecord, ModerationRecord } from './desk-discussion-record.ts'
import { findModerated, type ModeratedRecord } from './find-moderated.ts'

export type ModerateRecord = DeskBasics &
  ModeratedRecord &
  Pick<DeskDiscussionRecord, 'keepContributionState'> &
  Pick<ModerationRecord, 'addModerationDecision' | 'proveContribution' | 'proveStatement'> & {
    keepStatementState(city: { id: string }, consultation: { id: string }, number: number, state: StatementState): Promise<void>
  }

export interface Moderating extends Asked {
  /** Number of the consultation. */
  number: number
  subject: { kind: string; number: number }
  /** For links in the mail to the author: `https://bagdar.example`. */
  publicUrl: string
}

/**
 * A moderator decides about something that was written. The public log gets a line, the author a mail with the reason and the way to
 * appeal; of the words that are taken out only a keyed hash stays where everybody sees it. null: there is no such thing. Call it in a
 * transaction.
 */
export async function moderate(asked: Moderating & { form: DecisionForm }, record: ModerateRecord): Promise<Answered<number> | null> {
  const consultation = await record.lockConsultation(asked.city, asked.number)
  if (consultation === null || consultation.publishedAt === null) return null
  const found = await findModerated(asked.city, consultation, asked.subject, record)
  if (found === null) return null
  const decision = decideModeration(found.state, asked.form, consultation)
  if (!decision.ok) return refused(decision.refusal)
  return answered(await carryOut(asked, consultation, found, decision.value, record))
}

/** Changes the state, writes the log and the history, and tells the author. Returns the number of the decision. */
export async function carryOut(
  { city, viewer, at, publicUrl }: Moderating,
  consultation: Consultation,
  { subject, state, participant }: Moderated,
  { action, rule, reason }: { action: ModerationAction; rule: string | null; reason: MultilingualText },
  record: ModerateRecord,
): Promise<number> {
  const proof = action === 'hidden' || action === 'rejected' ? await prove(city, consultation, subject, record) : null
  if (subject.kind === 'contribution')
    await record.keepContributionState(city, consultation, subject.number, contributionStateAfter(action))
  else await record.keepStatementState(city, consultation, subject.number, statementStateAfter(action))
  const number = await record.addModerationDecision(city, consultation, {
    subject,
    action,
    rule,
    reason,
    proof,
    at,
    by: viewer.personId,
  })
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: `moderation.${action}`,
    subject: `consultation/${consultation.number}/${subject.kind}/${subject.number}`,
    before: { state: state.state },
    after: { decision: number, rule, reason, proof },
  })
  const reader = participant === null ? null : await record.findReaderOf(city, consultation, participant)
  if (reader !== null) {
    const decision = { number, subject, action, rule, reason }
    const mail = moderationMail({ language: reader.language, city, consultation, decision, publicUrl })
    await record.addMail({ id: record.newId(), recipient: reader.email, ...mail, createdAt: at })
  }
  return number
}

const prove = async (
  city: { id: string },
  consultation: { id: string },
  { kind, number }: ModerationDecision['subject'],
  record: ModerateRecord,
): Promise<string | null> =>
  kind === 'contribution'
    ? await record.proveContribution(city, consultation, number)
    : await record.proveStatement(city, consultation, number)
