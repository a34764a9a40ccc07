import { publicTimes, type PublicTimes } from '../../books/cooperation/record-history.ts'
import type { CooperationEvent, CooperationRecord } from '../../books/cooperation/records.ts'
import { momentAt } from '../../books/cooperation/two-clocks.ts'
import type { City } from '../../books/indicators/figure.ts'
import { writeCalendar, type CalendarEvent, type EventTime } from '../../formats/cooperation/calendar.ts'
import { cooperationPath, whereWords } from '../../pages/cooperation/cooperation-words.ts'
import { link, type Frame } from '../../pages/frame.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { publicRecord, type PublicReads } from './public-record.ts'

/**
 * Somebody subscribes to the city's visits and meetings. An event whose day nobody knows has no place in a calendar: it is left out, and
 * counted.
 */
export async function writeCooperationCalendar(
  { frame, city, asOf }: { frame: Frame; city: City; asOf: Date },
  needs: PublicReads & Pick<CooperationReads, 'listCooperationHistory'>,
): Promise<string> {
  const { words, publicUrl } = frame
  const events = await publicRecord(asOf, needs).listCooperation(city, 'event')
  const times = new Map(publicTimes(events, await needs.listCooperationHistory(city, 'event')).map((one) => [one.number, one]))
  const entries = events.flatMap((event) => {
    const when = timeOf(event.content, city)
    return when === null ? [] : [entryOf(frame, city, event, when, times.get(event.number)!)]
  })
  const leftOut = events.length - entries.length
  return writeCalendar({
    name: words.t('cooperationApi.calendarTitle', { city: words.pick(city.name) }),
    description: leftOut === 0 ? '' : words.t('cooperationApi.calendarLeftOut', { count: leftOut }),
    timeZone: city.timeZone,
    year: Number(frame.today.slice(0, 4)),
    self: publicUrl + link(frame, '/cooperation/calendar.ics'),
    page: publicUrl + link(frame, cooperationPath()),
    leftOut,
    events: entries,
  })
}

/** null: the day is not known. */
function timeOf({ startsAt, endsAt, dated, timeZone }: CooperationEvent, city: City): EventTime | null {
  const zone = timeZone || city.timeZone
  if (momentAt(startsAt, zone) !== null) return { startsAt, endsAt: momentAt(endsAt, zone) === null ? '' : endsAt, timeZone: zone }
  if (dated.length !== 10) return null
  const lastDay = endsAt.slice(0, 10)
  return { day: dated, lastDay: lastDay > dated ? lastDay : dated }
}

function entryOf(
  frame: Frame,
  city: City,
  { number, revision, content }: CooperationRecord<'event'>,
  when: EventTime,
  { created, modified }: PublicTimes,
): CalendarEvent {
  const { words, publicUrl } = frame
  const { title, kind, state, isDateInferred } = content
  const about = [
    `${words.t(`cooperation.event_kind_${kind}`)}, ${words.t(`cooperation.event_state_${state}`)}`,
    ...(isDateInferred ? [words.t('cooperationApi.calendarInferred')] : []),
  ]
  return {
    uid: `cooperation-event-${number}@${city.slug}.bagdar`,
    sequence: revision,
    title: words.pick(title),
    description: about.join('\n'),
    place: whereWords(content, words),
    page: publicUrl + link({ ...frame, asOf: null }, cooperationPath('events', number)),
    state,
    createdAt: created,
    changedAt: modified,
    when,
  }
}
