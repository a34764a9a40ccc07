import { dayOfPromise, isSurelyBefore } from '../../books/cooperation/date-order.ts'
import { parsePartialDate, type PartialDate } from '../../books/cooperation/partial-date.ts'
import { promiseEvidence, type Pursued } from '../../books/cooperation/kept.ts'
import { statusEventKinds, type StatusEventKind } from '../../books/cooperation/status.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import { markSpan, type Marked, type SpanForm } from './mark-span.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'> &
  Pick<CooperationWrites, 'addEvidence' | 'addStatusEvent' | 'addDeadline' | 'addChange' | 'touchCooperation'>

export interface StatusForm {
  kind: string
  /** ISO day. */
  on: string
  note: MultilingualText
  /** Where a source says so; null: it does not. */
  evidence: SpanForm | null
  /** Of `retracted`: number of the event. */
  retracts: number | null
}

export type Pursuit = { ok: true; number: number } | { ok: false; problems: readonly Refusal[]; places: (Marked & { ok: false })['places'] }

/**
 * Something happened to a commitment or an assignment. "Done" needs a source, and another one than the promise's: who promised does not bear
 * it out herself. Call it in a transaction. null: no such record.
 *
 * @param input.today  ISO day in the city's time zone
 */
export async function addStatusEvent(
  input: Doing & { subject: Pursued; form: StatusForm; today: string },
  record: Record,
): Promise<Pursuit | null> {
  const { city, by, at, subject, form, today } = input
  if ((await record.findCooperation(city, subject.kind, subject.number)) === null) return null
  const problems = await problemsOf(input, record)
  if (problems.length > 0) return { ok: false, problems, places: [] }
  const marked = form.evidence === null ? null : await markSpan({ ...input, form: form.evidence, isOfEvent: true }, record)
  if (marked !== null && !marked.ok) return { ok: false, problems: [marked.problem], places: marked.places }
  const kind = form.kind as StatusEventKind
  const event = {
    subject,
    kind,
    on: form.on || today,
    evidence: marked?.evidence ?? null,
    retracts: kind === 'retracted' ? form.retracts : null,
  }
  const number = await record.addStatusEvent(city, { ...event, note: form.note, enteredAt: at.toISOString(), enteredBy: by })
  await record.touchCooperation(city)
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.status', subject: `cooperation/${subject.kind}/${subject.number}` },
    ...{ before: null, after: { number, ...event, note: form.note } },
  })
  return { ok: true, number }
}

async function problemsOf(
  { city, subject, form, today }: Doing & { subject: Pursued; form: StatusForm; today: string },
  record: Record,
): Promise<Refusal[]> {
  const problems: Refusal[] = []
  if (!(statusEventKinds as readonly string[]).includes(form.kind)) problems.push({ code: 'choice_unknown', field: 'kind' })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(form.on) || parsePartialDate(form.on) === null) problems.push({ code: 'day_unreadable', field: 'on' })
  else if (form.on > today) problems.push({ code: 'day_in_future', field: 'on' })
  else {
    const promised = await promisedOn(city, subject, record)
    if (isSurelyBefore(form.on, promised)) problems.push({ code: 'day_before_promise', field: 'on', details: { value: form.on, promised } })
  }
  if (form.kind === 'done') {
    const events = await record.listStatusEvents(city, subject.kind, [subject.number])
    const promise = promiseEvidence(await record.listEvidence(city, subject.kind, [subject.number]), events)
    const promiseSources = promise.map(({ source }) => source)
    if (form.evidence === null) problems.push({ code: 'done_needs_evidence', field: 'source' })
    else if (promiseSources.includes(form.evidence.source)) problems.push({ code: 'done_needs_other_source', field: 'source' })
  }
  if (form.kind === 'retracted') {
    const events = await record.listStatusEvents(city, subject.kind, [subject.number])
    if (!events.some(({ number, kind }) => number === form.retracts && kind !== 'retracted'))
      problems.push({ code: 'event_missing', field: 'retracts' })
    if (Object.keys(form.note).length === 0) problems.push({ code: 'reason_empty', field: 'note' })
  }
  return problems
}

/** Day of a promise, as far as it is known. An assignment may prepare the meeting that it belongs to: no day is too early for it. */
async function promisedOn(city: City, { kind, number }: Pursued, record: Pick<CooperationReads, 'findCooperation'>): Promise<PartialDate> {
  const commitment = kind === 'commitment' ? await record.findCooperation(city, kind, number) : null
  if (commitment === null) return ''
  const { event } = commitment.content
  const found = event === null ? null : await record.findCooperation(city, 'event', event)
  return dayOfPromise(commitment.content, found?.content ?? null)
}

/** A deadline is set or moved; the one before stays, and moving it needs a reason. Call it in a transaction. null: no such record. */
export async function setDeadline(
  input: Doing & { subject: Pursued; due: string; reason: string },
  record: Record,
): Promise<{ ok: true } | { ok: false; problems: readonly Refusal[] } | null> {
  const { city, by, at, subject } = input
  if ((await record.findCooperation(city, subject.kind, subject.number)) === null) return null
  const due = parsePartialDate(input.due)
  if (due === null) return { ok: false, problems: [{ code: 'date_unreadable', field: 'due', details: { value: input.due } }] }
  const promised = await promisedOn(city, subject, record)
  if (isSurelyBefore(due, promised))
    return { ok: false, problems: [{ code: 'due_before_promise', field: 'due', details: { value: due, promised } }] }
  const before = (await record.listDeadlines(city, subject.kind, [subject.number])).at(-1)
  if (due === (before?.due ?? '')) return { ok: true }
  const reason = input.reason.trim()
  if (before !== undefined && reason === '') return { ok: false, problems: [{ code: 'reason_empty', field: 'reason' }] }
  await record.addDeadline(city, { subject, due, reason, setAt: at.toISOString(), setBy: by })
  await record.touchCooperation(city)
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.deadline', subject: `cooperation/${subject.kind}/${subject.number}` },
    ...{ before: before?.due ?? null, after: { due, reason } },
  })
  return { ok: true }
}
