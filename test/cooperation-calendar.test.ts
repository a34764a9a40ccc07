import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { clockAt, momentAt } from '../src/books/cooperation/two-clocks.ts'
import { writeCalendar, type Calendar, type CalendarEvent } from '../src/formats/cooperation/calendar.ts'
import { writeTimeZone } from '../src/formats/cooperation/time-zone.ts'

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'cooperation-event-1@almaty.bagdar',
  sequence: 1,
  title: 'Кездесу',
  description: '',
  place: '',
  page: 'https://bagdar.example/kk/almaty/cooperation/events/1',
  state: 'planned',
  createdAt: '2026-01-01T00:00:00.000Z',
  changedAt: '2026-01-02T03:04:05.000Z',
  when: { startsAt: '2024-02-29T10:00', endsAt: '2024-02-29T11:30', timeZone: 'Asia/Almaty' },
  ...changes,
})
const calendarOf = (events: readonly CalendarEvent[], changes: Partial<Calendar> = {}): string =>
  writeCalendar({
    name: 'Ынтымақтастық',
    description: '',
    timeZone: 'Asia/Almaty',
    year: 2026,
    self: 'https://bagdar.example/kk/almaty/cooperation/calendar.ics',
    page: 'https://bagdar.example/kk/almaty/cooperation',
    leftOut: 0,
    events,
    ...changes,
  })

/** What another program reads in it. Its own zones are those of the calendar alone. */
function read(text: string): { calendar: ICAL.Component; events: ICAL.Event[] } {
  ICAL.TimezoneService.reset()
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone) as never)
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) }
}
const momentOf = (time: ICAL.Time): string => time.toJSDate().toISOString()

describe('the change of Almaty from +06 to +05 on 2024-03-01', () => {
  test.each([
    { case: 'the day before', startsAt: '2024-02-29T10:00', moment: '2024-02-29T04:00:00.000Z' },
    { case: 'the first day of the new zone', startsAt: '2024-03-01T10:00', moment: '2024-03-01T05:00:00.000Z' },
    { case: 'its first minute', startsAt: '2024-03-01T00:00', moment: '2024-02-29T19:00:00.000Z' },
    { case: 'years before', startsAt: '2016-04-04T10:00', moment: '2016-04-04T04:00:00.000Z' },
    { case: 'years after', startsAt: '2026-11-23T10:00', moment: '2026-11-23T05:00:00.000Z' },
  ])('$case', ({ startsAt, moment }) => {
    const { events } = read(calendarOf([event({ when: { startsAt, endsAt: '', timeZone: 'Asia/Almaty' } })]))
    expect(momentOf(events[0]!.startDate)).toBe(moment)
  })

  test('the zone has both offsets and no third', () => {
    const offsets = writeTimeZone('Asia/Almaty', { first: 2015, last: 2027 }).match(/TZOFFSETTO:\S+/g)
    expect(offsets).toEqual(['TZOFFSETTO:+0600', 'TZOFFSETTO:+0500'])
  })
})

test('a zone with summer time names each change within the years', () => {
  const zone = writeTimeZone('Europe/Berlin', { first: 2024, last: 2024 })
  expect(zone.split('\r\n')).toEqual(
    expect.arrayContaining(['BEGIN:DAYLIGHT', 'DTSTART:20240331T020000', 'BEGIN:STANDARD', 'DTSTART:20241027T030000']),
  )
})

const zones = [
  ...['Asia/Almaty', 'Asia/Qyzylorda', 'Asia/Bangkok', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Tehran', 'Asia/Pyongyang', 'Europe/Berlin'],
  ...['Europe/Dublin', 'Europe/Istanbul', 'Europe/Volgograd', 'America/New_York', 'America/Santiago', 'Africa/Casablanca', 'UTC'],
  ...['Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Chatham'],
]
const minute = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })

test.each([
  { case: 'an hour that clocks show twice is the first of the two', startsAt: '2024-10-27T02:30', moment: '2024-10-27T00:30:00.000Z' },
  { case: 'an hour that they never show is as long after the change', startsAt: '2024-03-31T02:30', moment: '2024-03-31T01:30:00.000Z' },
])('$case', ({ startsAt, moment }) => {
  const { events } = read(calendarOf([event({ when: { startsAt, endsAt: '', timeZone: 'Europe/Berlin' } })]))
  expect(momentOf(events[0]!.startDate)).toBe(moment)
  expect(momentAt(startsAt, 'Europe/Berlin')?.toISOString()).toBe(moment)
})

describe('for any place and any minute from 2015 to 2027', () => {
  test('another program finds the moment that Intl gives, whatever else stands in the calendar', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, fc.constantFrom(...zones)), { minLength: 1, maxLength: 5 }), (all) => {
        const times = all.map(([at, timeZone]) => ({ startsAt: clockAt(new Date(at * 60_000), timeZone), endsAt: '', timeZone }))
        const { events } = read(calendarOf(times.map((when, index) => event({ uid: `e-${index}`, when }))))
        expect(events.map((one) => momentOf(one.startDate))).toEqual(
          times.map(({ startsAt, timeZone }) => momentAt(startsAt, timeZone)?.toISOString()),
        )
      }),
      { numRuns: 80 },
    )
  })
})

test('the zone of the machine plays no part', () => {
  const before = process.env['TZ']
  // In New York there was no 02:30 on this day.
  const when = { startsAt: '2024-03-10T02:30', endsAt: '2024-03-10T03:30', timeZone: 'Asia/Bangkok' }
  const written = ['UTC', 'America/New_York', 'Asia/Almaty'].map((zone) => {
    process.env['TZ'] = zone
    return calendarOf([event({ when }), event({ uid: 'b', when: { day: '2024-03-10', lastDay: '2024-03-10' } })])
  })
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
  expect(new Set(written).size).toBe(1)
  expect(written[0]).toContain('DTSTART;TZID=Asia/Bangkok:20240310T023000')
})

describe('what stands in an event', () => {
  const title = 'Іс-шара; «Қазақстан, Таиланд» \\ инновациялар, инвестициялар, серіктестік және ұзақ мерзімді ынтымақтастық 🤝'
  const text = calendarOf(
    [
      event({ title, description: 'Бірінші жол\nЕкінші жол; соңы\u0007', place: 'Бангкок, Сукхумвит', state: 'cancelled', sequence: 7 }),
      event({ uid: 'day', when: { day: '2016-04-03', lastDay: '2016-04-05' } }),
      event({ uid: 'backwards', when: { startsAt: '2016-04-03T10:00', endsAt: '2016-04-03T09:00', timeZone: 'Asia/Bangkok' } }),
    ],
    { name: 'Алматы: сапарлар, кездесулер', leftOut: 3 },
  )
  const { calendar, events } = read(text)

  test('every line has at most 75 octets, ends as it should, and cuts no letter', () => {
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    expect(text).not.toMatch(/[^\r]\n|\ufffd/)
  })

  test('letters, commas and line breaks come back; control characters do not', () => {
    expect(events[0]!.summary).toBe(title)
    expect(events[0]!.description).toBe('Бірінші жол\nЕкінші жол; соңы')
    expect(events[0]!.location).toBe('Бангкок, Сукхумвит')
    // The reader does not know this property (RFC 7986) and leaves it as it stands.
    expect(calendar.getFirstPropertyValue('name')).toBe('Алматы: сапарлар\\, кездесулер')
  })

  test('a cancelled one says so, with the number of its version', () => {
    expect(events[0]!.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(events[0]!.sequence).toBe(7)
    expect(String(events[0]!.component.getFirstPropertyValue('dtstamp'))).toBe('2026-01-02T03:04:05Z')
  })

  test('a day without a time is a whole day, to the end of the last one', () => {
    expect(events[1]!.startDate.isDate).toBe(true)
    expect([String(events[1]!.startDate), String(events[1]!.endDate)]).toEqual(['2016-04-03', '2016-04-06'])
  })

  test('an end before the start is no end', () => {
    expect(events[2]!.component.hasProperty('dtend')).toBe(false)
  })

  test('how many are left out is said', () => {
    expect(calendar.getFirstPropertyValue('x-bagdar-left-out')).toBe('3')
  })
})

test.each([
  { state: 'planned', status: 'TENTATIVE' },
  { state: 'held', status: 'CONFIRMED' },
  { state: 'cancelled', status: 'CANCELLED' },
] as const)('what is $state is $status', ({ state, status }) => {
  expect(read(calendarOf([event({ state })])).events[0]!.component.getFirstPropertyValue('status')).toBe(status)
})

describe('the zone of the city stands in it once', () => {
  test.each([
    { case: 'without any event', events: [] },
    { case: 'with whole days alone', events: [event({ when: { day: '2016-04-03', lastDay: '2016-04-05' } })] },
    { case: 'with an event abroad', events: [event({ when: { startsAt: '2016-04-03T10:00', endsAt: '', timeZone: 'Asia/Bangkok' } })] },
    { case: 'with an event at home', events: [event()] },
    { case: 'with a title that looks like a part', events: [event({ title: 'a\nEND:VCALENDAR\nBEGIN:VEVENT' })] },
  ])('$case', ({ events }) => {
    const { calendar, events: found } = read(calendarOf(events))
    expect(found).toHaveLength(events.length)
    const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'))
    expect(zones.filter((zone) => zone === 'Asia/Almaty')).toHaveLength(1)
    expect(new Set(zones).size).toBe(zones.length)
    // Right today, in whichever year the events lie.
    const now = ICAL.Time.fromDateTimeString('2026-11-23T10:00:00')
    now.zone = ICAL.TimezoneService.get('Asia/Almaty') as never
    expect(momentOf(now)).toBe('2026-11-23T05:00:00.000Z')
  })
})
