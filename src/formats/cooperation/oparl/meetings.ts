import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import { momentAt } from '../../../books/cooperation/two-clocks.ts'
import { offsetMinutes } from '../../../kernel/calendar-day.ts'
import { given, idOf, inOne, object, type OparlObject, type OparlPlace, type Times } from './object.ts'

export interface MeetingParts {
  agendaItems: readonly OparlObject[]
  attendances: ReadonlyArray<CooperationRecord<'attendance'>>
}

export function writeMeeting(
  { number, content }: CooperationRecord<'event'>,
  { agendaItems, attendances }: MeetingParts,
  times: Times,
  place: OparlPlace,
): OparlObject {
  const { title, kind, state, parent, startsAt, endsAt, dated, isDateInferred } = content
  const zone = content.timeZone || place.timeZone
  const came = attendances.filter(({ content: one }) => one.state === 'present')
  const organizations = attendances.flatMap(({ content: one }) => one.partner ?? [])
  return object(place, 'meeting', number, 'Meeting', times, {
    name: inOne(title),
    // The words that the standard proposes: scheduled, took place.
    meetingState: state === 'held' ? 'durchgeführt' : 'terminiert',
    cancelled: state === 'cancelled',
    start: withOffset(startsAt, zone),
    end: withOffset(endsAt, zone),
    location: hasPlace(content) ? writeMeetingLocation({ number, content }, times, place) : undefined,
    organization: [...new Set(organizations)].map((one) => idOf(place, 'organization', one)),
    participant: [...new Set(came.flatMap(({ content: one }) => one.person ?? []))].map((one) => idOf(place, 'person', one)),
    agendaItem: agendaItems.map(({ meeting: _meeting, ...item }) => item),
    web: place.pageOf(`/cooperation/events/${number}`),
    'bagdar:kind': kind,
    'bagdar:name': title,
    'bagdar:partOf': parent === null ? undefined : idOf(place, 'meeting', parent),
    'bagdar:dated': startsAt.slice(0, 10) || dated || undefined,
    'bagdar:isDateInferred': isDateInferred,
    'bagdar:attendance': attendances.map(({ content: one }) =>
      given({
        organization: one.partner === null ? undefined : idOf(place, 'organization', one.partner),
        person: one.person === null ? undefined : idOf(place, 'person', one.person),
        onBehalfOf: one.onBehalfOf === null ? undefined : idOf(place, 'organization', one.onBehalfOf),
        state: one.state,
        role: inOne(one.role),
      }),
    ),
  })
}

export function writeAgendaItem(
  { number, content }: CooperationRecord<'topic'>,
  position: number,
  times: Times,
  place: OparlPlace,
): OparlObject {
  return object(place, 'agendaItem', number, 'AgendaItem', times, {
    meeting: idOf(place, 'meeting', content.event),
    number: String(position),
    order: position - 1,
    name: inOne(content.title),
    public: true,
    'bagdar:name': content.title,
    'bagdar:goals': content.goals,
    'bagdar:sdgTargets': content.sdgTargets,
  })
}

export const writeMeetingLocation = (
  { number, content }: Pick<CooperationRecord<'event'>, 'number' | 'content'>,
  times: Times,
  place: OparlPlace,
): OparlObject =>
  object(place, 'location', `meeting-${number}`, 'Location', times, {
    description: inOne(content.place),
    'bagdar:description': content.place,
    'bagdar:country': content.country || undefined,
  })

/** Whether the standard has anything to say of where it was. */
export const hasPlace = ({ place }: CooperationRecord<'event'>['content']): boolean => inOne(place) !== undefined

/** `2016-04-04T10:00:00+07:00` */
function withOffset(local: string, timeZone: string): string | undefined {
  const moment = momentAt(local, timeZone)
  if (moment === null) return undefined
  const offset = offsetMinutes(moment, timeZone)
  const clock = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) => String(part).padStart(2, '0'))
  return `${clock}${offset < 0 ? '-' : '+'}${hours}:${minutes}`
}
