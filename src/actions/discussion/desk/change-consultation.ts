import type { Consultation, ConsultationEvent } from '../../../books/discussion/consultation.ts'
import { closeEarly, declareAnswered, extendConsultation } from '../../../books/discussion/rules/change-period.ts'
import { problemsOfPublishing } from '../../../books/discussion/rules/consultation-fields.ts'
import type { Outcome } from '../../../books/outcome.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { DeskDiscussionRecord } from './desk-discussion-record.ts'

type Record = Pick<DeskDiscussionRecord, 'lockConsultation' | 'keepConsultation' | 'addConsultationEvent' | 'addChange'>
type Waiting = Pick<DeskDiscussionRecord, 'countContributions'>

/** Who still waits: replies of residents to each other need no answer. */
export const withoutAnswer = { state: 'shown', topLevel: true, hasAnswer: false } as const

type OnConsultation = Asked & { number: number }

/**
 * From now on everybody sees it, and from its first day on people take part. null: there is no such draft. Call it in a transaction, as all
 * below.
 */
export async function publishConsultation(asked: OnConsultation, record: Record): Promise<Answered<Consultation> | null> {
  const { city, number, at, today } = asked
  const draft = await record.lockConsultation(city, number)
  if (draft === null || draft.publishedAt !== null) return null
  const problems = problemsOfPublishing(draft, today)
  if (problems.length > 0) return refused(...problems)
  const publishedAt = at.toISOString()
  await record.keepConsultation(city, draft.id, { ...draft, publishedAt })
  return await note(asked, { ...draft, publishedAt }, { kind: 'opened', at: publishedAt }, record)
}

/** A later last day, with a reason. */
export const extend = (asked: OnConsultation & { closesOn: string; reason: MultilingualText }, record: Record) =>
  changeLastDay(asked, extendConsultation, record)

/** An earlier last day, with a reason. */
export const close = (asked: OnConsultation & { closesOn: string; reason: MultilingualText }, record: Record) =>
  changeLastDay(asked, closeEarly, record)

async function changeLastDay(
  asked: OnConsultation & { closesOn: string; reason: MultilingualText },
  rule: typeof extendConsultation,
  record: Record,
): Promise<Answered<Consultation> | null> {
  const { city, number } = asked
  const before = await record.lockConsultation(city, number)
  if (before === null || before.publishedAt === null) return null
  const outcome: Outcome<ConsultationEvent> = rule(before, asked, asked)
  if (!outcome.ok) return refused(outcome.refusal)
  const after = { ...before, closesOn: outcome.value.closesOn?.after ?? before.closesOn }
  await record.keepConsultation(city, before.id, after)
  return await note(asked, after, outcome.value, record)
}

/** Everybody who said something has an answer, and the city says so. */
export async function finish(asked: OnConsultation, record: Record & Waiting): Promise<Answered<Consultation> | null> {
  const { city, number } = asked
  const consultation = await record.lockConsultation(city, number)
  if (consultation === null || consultation.publishedAt === null) return null
  const outcome = declareAnswered(consultation, await record.countContributions(city, consultation, withoutAnswer), asked)
  if (!outcome.ok) return refused(outcome.refusal)
  // The phase is part of every public page of it.
  await record.keepConsultation(city, consultation.id, consultation)
  return await note(asked, consultation, outcome.value, record)
}

async function note(
  { city, viewer, at, number }: OnConsultation,
  consultation: Consultation,
  event: ConsultationEvent,
  record: Record,
): Promise<Answered<Consultation>> {
  await record.addConsultationEvent(city, consultation.id, event, viewer.personId)
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: `consultation.${event.kind}`,
    subject: `consultation/${number}`,
    before: event.closesOn === undefined ? null : { closesOn: event.closesOn.before },
    after: event.closesOn === undefined ? null : { closesOn: event.closesOn.after, reason: event.reason },
  })
  return answered(consultation)
}
