import {
  addProtocolNote,
  assignmentProblem,
  movePointUp,
  moveProtocol,
  rememberAssignment,
  removePoint,
  writePoint,
  type ChangedProtocol,
  type PointForm,
} from '../../books/cooperation/protocol.ts'
import type { RecordForm } from '../../books/cooperation/fill-record.ts'
import type { CooperationEvent } from '../../books/cooperation/records.ts'
import { parsePartialDate } from '../../books/cooperation/partial-date.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import { setDeadline } from './pursue.ts'
import { addRecord, keep, type Written } from './write-record.ts'

type Record = Pick<
  CooperationReads,
  'findCooperation' | 'listCooperation' | 'listEvidence' | 'listEvidenceIn' | 'listStatusEvents' | 'listDeadlines'
> &
  Pick<
    CooperationWrites,
    | 'addCooperation'
    | 'lockCooperation'
    | 'keepCooperation'
    | 'addDeadline'
    | 'touchCooperation'
    | 'addEvidence'
    | 'addStatusEvent'
    | 'addChange'
  >

/** What somebody does to a protocol. */
export type ProtocolStep =
  | { do: 'add'; form: PointForm }
  | { do: 'save'; at: number; form: PointForm }
  | { do: 'remove' | 'up'; at: number }
  | { do: 'move'; to: string }
  | { do: 'note'; text: MultilingualText; reason: MultilingualText }

/** A meeting, as it was when its page was made: whoever comes second is told. */
interface OfMeeting {
  number: number
  revision: number
}

/** A protocol is written, sent on its way, or corrected by a note. Call it in a transaction. null: there is no such meeting. */
export async function changeProtocol(input: Doing & OfMeeting & { step: ProtocolStep }, record: Record): Promise<Written | null> {
  const { step, at } = input
  if ((step.do === 'add' || step.do === 'save') && step.form.speaker !== null) {
    const speaker = await record.findCooperation(input.city, 'person', step.form.speaker)
    if (speaker === null)
      return { ok: false, problems: [{ code: 'reference_missing', field: 'speaker', details: { number: step.form.speaker } }] }
  }
  return await change(input, (meeting) => changed(meeting, step, at), record)
}

function changed(meeting: CooperationEvent, step: ProtocolStep, at: Date): ChangedProtocol {
  switch (step.do) {
    case 'add':
      return writePoint(meeting, step.form, null)
    case 'save':
      return writePoint(meeting, step.form, step.at)
    case 'remove':
      return removePoint(meeting, step.at)
    case 'up':
      return movePointUp(meeting, step.at)
    case 'move':
      return moveProtocol(meeting, step.to)
    case 'note':
      return addProtocolNote(meeting, step, at)
  }
}

/**
 * A decided point becomes an assignment, and remembers it: both or neither, so call it in a transaction that a refusal ends. null: there is
 * no such meeting. The number is that of the assignment.
 */
export async function assignPoint(
  input: Doing & OfMeeting & { point: number; form: RecordForm; due: string },
  record: Record,
): Promise<Written | null> {
  const { city, number, point, form, due } = input
  const meeting = await record.findCooperation(city, 'event', number)
  if (meeting === null) return null
  const problem = assignmentProblem(meeting.content.protocol, point)
  if (problem !== null) return { ok: false, problems: [problem] }
  const written = await addRecord({ ...input, kind: 'assignment', form: { ...form, event: String(number) } }, record)
  if (parsePartialDate(due) === null) {
    const unreadable = { code: 'date_unreadable', field: 'due', details: { value: due } }
    return { ok: false, problems: [unreadable, ...(written.ok ? [] : written.problems)] }
  }
  if (!written.ok) return written
  const remembered = await change(input, (content) => rememberAssignment(content, point, written.number), record)
  if (remembered === null || !remembered.ok) return remembered
  await setDeadline({ ...input, subject: { kind: 'assignment', number: written.number }, due, reason: '' }, record)
  return written
}

async function change(
  input: Doing & OfMeeting,
  changing: (meeting: CooperationEvent) => ChangedProtocol,
  record: Record,
): Promise<Written | null> {
  const { city, number, revision } = input
  // Who was at the meeting must not change while its protocol is closed, nor the other way round.
  await record.lockCooperation(city)
  const before = await record.findCooperation(city, 'event', number)
  if (before === null) return null
  if (before.revision !== revision) return { ok: false, problems: [{ code: 'changed_meanwhile' }] }
  const outcome = changing(before.content)
  if (!outcome.ok) return outcome
  return await keep(
    input,
    before,
    { ...before, content: { ...before.content, protocol: outcome.protocol } },
    'cooperation.protocol',
    record,
  )
}
