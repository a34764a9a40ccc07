import type { NamedRecords } from '../../books/cooperation/desk-view.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import { lineOf, type ProgrammeLine } from '../../books/cooperation/visit-brief.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { namedRecords } from './desk-named.ts'

/** The protocol of a meeting with everything that stands in its head. */
export interface ProtocolView {
  meeting: CooperationRecord<'event'>
  line: ProgrammeLine
  attendance: ReadonlyArray<CooperationRecord<'attendance'>>
  /** Persons and partners of the attendance, speakers, assignments. */
  named: NamedRecords
}

/** null: there is no event of this number. */
export async function showProtocol(
  { city, number }: { city: City; number: number },
  needs: Pick<CooperationReads, 'findCooperation' | 'listCooperation' | 'countCooperation'>,
): Promise<ProtocolView | null> {
  const meeting = await needs.findCooperation(city, 'event', number)
  if (meeting === null) return null
  const attendance = await needs.listCooperation(city, 'attendance', { having: { event: number } })
  const besides = meeting.content.protocol.points.flatMap(({ speaker, assignment }) => [
    ...(speaker === null ? [] : [{ to: 'person' as const, number: speaker }]),
    ...(assignment === null ? [] : [{ to: 'assignment' as const, number: assignment }]),
  ])
  const parent = meeting.content.parent === null ? null : await needs.findCooperation(city, 'event', meeting.content.parent)
  return {
    meeting,
    line: lineOf(meeting, parent?.content.timeZone || city.timeZone, city.timeZone),
    attendance,
    named: await namedRecords(city, [meeting, ...attendance], besides, needs),
  }
}
