import ical, { escape, ICalEventStatus, type ICalDayJsStub } from 'ical-generator'
import { momentAt } from '../../books/cooperation/two-clocks.ts'
import { offsetMinutes } from '../../kernel/calendar-day.ts'
import { writeTimeZone } from './time-zone.ts'

/** A calendar that others subscribe to. */
export interface Calendar {
  name: string
  description: string
  /** Zone of the city (IANA), and a year in which it has to be right whatever the events are: this one. */
  timeZone: string
  year: number
  /** Its own address, and that of the page it belongs to. */
  self: string
  page: string
  /** Events that could not be given a day. */
  leftOut: number
  events: readonly CalendarEvent[]
}

export interface CalendarEvent {
  /** The same for ever: by it a program knows the event again. */
  uid: string
  /** Grows with each change. */
  sequence: number
  title: string
  description: string
  place: string
  page: string
  state: 'planned' | 'held' | 'cancelled'
  /** ISO moments. */
  createdAt: string
  changedAt: string
  when: EventTime
}

/** A day, or a time on the clock of the place (`2016-04-04T10:00`; `endsAt` may be ''). */
export type EventTime = { day: string; lastDay: string } | { startsAt: string; endsAt: string; timeZone: string }

/**
 * The calendar as iCalendar (RFC 5545). Times stand as the clocks of the place showed them, beside the zone as Intl knows it: the rules of
 * this machine's own zone play no part.
 */
export function writeCalendar({ name, description, timeZone, year, self, page, leftOut, events }: Calendar): string {
  const years = yearsOf(events, year)
  const calendar = ical({
    prodId: { company: 'Bagdar', product: 'cooperation' },
    // The generator writes these two as they are given.
    name: escape(printable(name), false),
    description: escape(printable(description), false),
    url: page,
    source: self,
    timezone: { name: null, generator: (zone) => writeTimeZone(zone, years) },
    x: { 'X-BAGDAR-LEFT-OUT': String(leftOut) },
  })
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      summary: printable(event.title),
      description: event.description === '' ? null : printable(event.description),
      location: event.place === '' ? null : printable(event.place),
      url: event.page,
      status: statuses[event.state],
      created: new Date(event.createdAt),
      stamp: new Date(event.changedAt),
      lastModified: new Date(event.changedAt),
      ...timesOf(event.when),
    })
  }
  return withZone(`${calendar.toString()}\r\n`, timeZone, years)
}

/** A calendar has to hold something (RFC 5545, 3.6): the zone of the city stands in it even where no event is written by its clock. */
function withZone(calendar: string, timeZone: string, years: Years): string {
  if (calendar.includes(`BEGIN:VTIMEZONE\r\nTZID:${timeZone}\r\n`)) return calendar
  return calendar.replace(/^(?=BEGIN:V(?:TIMEZONE|EVENT)|END:VCALENDAR)/m, () => `${writeTimeZone(timeZone, years)}\r\n`)
}

const statuses = {
  planned: ICalEventStatus.TENTATIVE,
  held: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const

function timesOf(when: EventTime) {
  // The day after the last one: iCalendar names the day on which an event is over.
  if ('day' in when) return { allDay: true, start: new Date(when.day), end: new Date(Date.parse(when.lastDay) + 86_400_000) }
  const { startsAt, timeZone } = when
  const endsAt = when.endsAt > startsAt ? when.endsAt : null
  const [start, end] = [startsAt, endsAt].map((local) => (local === null ? null : momentAt(local, timeZone)))
  if (start && [start, end].some((moment) => moment && isNearChange(moment, timeZone))) return { start, end: end ?? null }
  return { start: onTheClock(startsAt), end: endsAt === null ? null : onTheClock(endsAt), timezone: timeZone }
}

/** Programs disagree on an hour that clocks show twice, or never: around a change of the offset a moment is written in UTC. */
const isNearChange = (moment: Date, timeZone: string): boolean => {
  const [before, after] = [-3, 3].map((hours) => offsetMinutes(new Date(moment.getTime() + hours * 3_600_000), timeZone))
  return before !== after
}

/** A time on a clock as the generator takes it from a library of dates; a `Date` of JavaScript would be read by this machine's own zone. */
function onTheClock(local: string): ICalDayJsStub {
  const [day = '', time = ''] = local.split('T')
  const clock: ICalDayJsStub = {
    isValid: () => true,
    tz: () => clock,
    // Of an event whose place keeps UTC.
    utc: () => clock,
    format: (pattern) => (pattern === 'YYYYMMDD' ? day.replaceAll('-', '') : `${time.replaceAll(':', '')}00`),
    // Asked for the order of start and end alone.
    toDate: () => new Date(`${local}:00Z`),
    toJSON: () => local,
  }
  return clock
}

interface Years {
  first: number
  last: number
}

function yearsOf(events: readonly CalendarEvent[], year: number): Years {
  const years = events
    .flatMap(({ when }) => ('day' in when ? [] : [when.startsAt, when.endsAt || when.startsAt]))
    .map((time) => +time.slice(0, 4))
  return { first: Math.min(year, ...years), last: Math.max(year, ...years) }
}

/** Text without the control characters that iCalendar does not have; a line break stays. */
const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the ones that must not pass
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
