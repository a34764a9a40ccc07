import { changesOfAttendance, changesOfClosed, isClosed } from '../../books/cooperation/protocol.ts'
import type { Attendance, CooperationEvent, CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads, CooperationWrites } from './cooperation-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listCooperation'> & Pick<CooperationWrites, 'lockCooperation'>

/**
 * What a change would change in a closed protocol, whichever form or file brings it: the head of its meeting, or who was there.
 *
 * @param before  null: the record is new
 */
export async function problemsOfClosed(
  city: City,
  kind: RecordKind,
  before: CooperationRecord | null,
  after: unknown,
  record: Record,
): Promise<Refusal[]> {
  if (kind === 'event' && before !== null) return changesOfClosed(before.content as CooperationEvent, after as CooperationEvent)
  if (kind !== 'attendance') return []
  const attendance = after as Attendance
  const was = before === null ? null : (before.content as Attendance)
  // Otherwise one could read "open" just before somebody else closes.
  await record.lockCooperation(city)
  const meetings = await record.listCooperation(city, 'event', {
    numbers: [...new Set([attendance.event, was?.event ?? attendance.event])],
  })
  const closed = new Set(meetings.filter(({ content }) => isClosed(content.protocol)).map(({ number }) => number))
  return changesOfAttendance(was, attendance, closed)
}
