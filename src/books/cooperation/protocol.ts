import type { Refusal } from '../outcome.ts'
import { isSameContent } from '../same-content.ts'
import { languages, type MultilingualText } from '../text.ts'
import { protocolPointKinds, type Attendance, type CooperationEvent, type Protocol, type ProtocolPoint } from './records.ts'

export type ProtocolState = Protocol['state']

/** Changed, or why not. */
export type ChangedProtocol = { ok: true; protocol: Protocol } | { ok: false; problems: readonly Refusal[] }

/**
 * Where a protocol may go from each state. What was sent comes back to be reworded; what was agreed with the other side does not, and what
 * is closed stays as it is for ever.
 */
export const nextStates: Readonly<Record<ProtocolState, readonly ProtocolState[]>> = {
  none: ['draft'],
  draft: ['sent'],
  sent: ['draft', 'agreed'],
  agreed: ['closed'],
  closed: [],
}

/** Whether its points may still be worded. */
export const mayBeWorded = ({ state }: Pick<Protocol, 'state'>): boolean => state === 'none' || state === 'draft'

export const isClosed = ({ state }: Pick<Protocol, 'state'>): boolean => state === 'closed'

/** Why its points may no longer be worded: what is only sent comes back to the draft, what is agreed is corrected by a note. */
const fixedProblems = (protocol: Protocol): Refusal[] => {
  if (mayBeWorded(protocol)) return []
  if (isClosed(protocol)) return [{ code: 'protocol_is_closed' }]
  return [{ code: protocol.state === 'agreed' ? 'protocol_is_agreed' : 'protocol_is_fixed' }]
}

/** Decided points of which no assignment was made: once the protocol is closed, none can be. */
export const countUnassigned = ({ points }: Pick<Protocol, 'points'>): number =>
  points.filter(({ kind, assignment }) => kind === 'decided' && assignment === null).length

/** Of a form: three languages, each Cyrillic letter as six characters, have to go through the limit of forms (64 KB). */
const longestPoint = 3000
const longestNote = 1500
const mostPoints = 200

/** Goes on to another state: sent once it has a point and the meeting was held. */
export function moveProtocol({ protocol, state: eventState }: CooperationEvent, to: string): ChangedProtocol {
  const next = nextStates[protocol.state].find((state) => state === to)
  if (next === undefined) return refused({ code: 'protocol_step_unknown', field: 'to' })
  if (next === 'sent' && protocol.points.length === 0) return refused({ code: 'protocol_has_no_points', field: 'to' })
  if (next === 'sent' && eventState !== 'held') return refused({ code: 'meeting_not_held', field: 'to' })
  return { ok: true, protocol: { ...protocol, state: next } }
}

/** A point as a form brings it. */
export interface PointForm {
  kind: string
  text: MultilingualText
  speaker: number | null
}

/** A point is added at the end, or the one of that place is worded anew; the assignment that was made of it stays with it. */
export function writePoint({ protocol }: CooperationEvent, form: PointForm, at: number | null): ChangedProtocol {
  const kind = protocolPointKinds.find((one) => one === form.kind)
  const before = at === null ? null : protocol.points[at]
  const text = trimmed(form.text)
  const problems: Refusal[] = [
    ...fixedProblems(protocol),
    ...(kind === undefined ? [{ code: 'choice_unknown', field: 'kind' }] : []),
    ...(Object.keys(text).length === 0 ? [{ code: 'field_empty', field: 'text' }] : []),
    ...tooLong(text, 'text', longestPoint),
    ...(before === undefined ? [{ code: 'point_missing' }] : []),
    ...(at === null && protocol.points.length >= mostPoints ? [{ code: 'points_too_many', details: { most: mostPoints } }] : []),
    ...(kind !== 'decided' && (before?.assignment ?? null) !== null ? [{ code: 'point_has_assignment', field: 'kind' }] : []),
  ]
  if (problems.length > 0 || kind === undefined) return refused(...problems)
  const point: ProtocolPoint = { kind, text, speaker: kind === 'spoke' ? form.speaker : null, assignment: before?.assignment ?? null }
  const points = at === null ? [...protocol.points, point] : protocol.points.with(at, point)
  return { ok: true, protocol: begun({ ...protocol, points }) }
}

/** A point is taken out; not one that an assignment came of. */
export function removePoint({ protocol }: CooperationEvent, at: number): ChangedProtocol {
  const point = protocol.points[at]
  if (!mayBeWorded(protocol)) return refused(...fixedProblems(protocol))
  if (point === undefined) return refused({ code: 'point_missing' })
  if (point.assignment !== null) return refused({ code: 'point_has_assignment' })
  return { ok: true, protocol: { ...protocol, points: protocol.points.toSpliced(at, 1) } }
}

/** A point changes places with the one before it. */
export function movePointUp({ protocol }: CooperationEvent, at: number): ChangedProtocol {
  const point = protocol.points[at]
  if (!mayBeWorded(protocol)) return refused(...fixedProblems(protocol))
  if (point === undefined || at === 0) return refused({ code: 'point_missing' })
  return { ok: true, protocol: { ...protocol, points: protocol.points.toSpliced(at, 1).toSpliced(at - 1, 0, point) } }
}

/** A decided point remembers the assignment that was made of it: one, and until the protocol is closed. */
export function rememberAssignment({ protocol }: CooperationEvent, at: number, assignment: number): ChangedProtocol {
  const problem = assignmentProblem(protocol, at)
  if (problem !== null) return refused(problem)
  return { ok: true, protocol: { ...protocol, points: protocol.points.with(at, { ...protocol.points[at]!, assignment }) } }
}

/** Why no assignment can be made of a point; null: it can. */
export function assignmentProblem(protocol: Protocol, at: number): Refusal | null {
  const point = protocol.points[at]
  if (isClosed(protocol)) return { code: 'protocol_is_closed' }
  if (point?.kind !== 'decided') return { code: 'point_not_decided' }
  return point.assignment === null ? null : { code: 'point_has_assignment' }
}

/** A correction stands beside what it corrects, with its reason; before it is agreed a protocol is simply worded anew. */
export function addProtocolNote(
  { protocol }: CooperationEvent,
  form: { text: MultilingualText; reason: MultilingualText },
  at: Date,
): ChangedProtocol {
  const [text, reason] = [trimmed(form.text), trimmed(form.reason)]
  const problems = [
    ...(protocol.state === 'agreed' || isClosed(protocol) ? [] : [{ code: 'protocol_not_agreed' }]),
    ...(Object.keys(text).length === 0 ? [{ code: 'field_empty', field: 'note' }] : []),
    ...(Object.keys(reason).length === 0 ? [{ code: 'reason_empty', field: 'reason' }] : []),
    ...tooLong(text, 'note', longestNote),
    ...tooLong(reason, 'reason', longestNote),
  ]
  if (problems.length > 0) return refused(...problems)
  return { ok: true, protocol: { ...protocol, notes: [...(protocol.notes ?? []), { at: at.toISOString(), text, reason }] } }
}

/** What stands in the head of a protocol. `brief` does not: it is nobody's but the city's. */
const headOfProtocol = [
  'title',
  'kind',
  'parent',
  'place',
  'country',
  'timeZone',
  'dated',
  'isDateInferred',
  'startsAt',
  'endsAt',
  'state',
] as const

/** What a change of a meeting would change in its closed protocol: each field is refused. */
export const changesOfClosed = (before: CooperationEvent, after: CooperationEvent): Refusal[] =>
  isClosed(before.protocol)
    ? headOfProtocol.filter((field) => !isSameContent(before[field], after[field])).map((field) => ({ code: 'protocol_is_closed', field }))
    : []

/**
 * Who was there stands in the protocol too: nobody comes to a meeting, leaves it or changes places once its protocol is closed.
 *
 * @param closed  numbers of the meetings whose protocols are closed
 * @param before  null: somebody is added
 */
export function changesOfAttendance(before: Attendance | null, after: Attendance, closed: ReadonlySet<number>): Refusal[] {
  const touched = [...new Set([before?.event ?? after.event, after.event])]
  const isSame = before !== null && isSameContent(before, after)
  return !isSame && touched.some((event) => closed.has(event)) ? [{ code: 'protocol_is_closed', field: 'event' }] : []
}

const begun = (protocol: Protocol): Protocol => (protocol.state === 'none' ? { ...protocol, state: 'draft' } : protocol)

const tooLong = (text: MultilingualText, field: string, most: number): Refusal[] =>
  Object.values(text).some((words) => words.length > most) ? [{ code: 'field_too_long', field, details: { most } }] : []

const trimmed = (text: MultilingualText): MultilingualText =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const words = (text[language] ?? '').trim().replaceAll('\r\n', '\n').normalize('NFC')
      return words === '' ? [] : [[language, words]]
    }),
  )

const refused = (...problems: Refusal[]): ChangedProtocol => ({ ok: false, problems })
