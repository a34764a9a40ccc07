import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockAt, momentAt, twoClocks } from './two-clocks.ts'

describe("the change of Almaty's time zone on 2024-03-01", () => {
  test.each([
    { case: 'the day before', local: '2024-02-29T12:00', home: '2024-02-29T12:00', bangkok: '2024-02-29T13:00' },
    {
      case: 'the last hour, shown twice: the first one counts',
      local: '2024-02-29T23:30',
      home: '2024-02-29T23:30',
      bangkok: '2024-03-01T00:30',
    },
    { case: 'the first minute of the new zone', local: '2024-03-01T00:00', home: '2024-03-01T00:00', bangkok: '2024-03-01T02:00' },
    { case: 'the day after', local: '2024-03-01T12:00', home: '2024-03-01T12:00', bangkok: '2024-03-01T14:00' },
  ])('$case', ({ local, home, bangkok }) => {
    expect(twoClocks(local, 'Asia/Almaty', 'Asia/Almaty')?.home).toBe(home)
    expect(twoClocks(local, 'Asia/Almaty', 'Asia/Bangkok')?.home).toBe(bangkok)
  })

  test('a meeting abroad at one hour is at another hour at home from that day on', () => {
    expect(twoClocks('2024-02-29T10:00', 'Asia/Bangkok', 'Asia/Almaty')?.home).toBe('2024-02-29T09:00')
    expect(twoClocks('2024-03-04T10:00', 'Asia/Bangkok', 'Asia/Almaty')?.home).toBe('2024-03-04T08:00')
  })

  test('both halves of the hour that came twice are read back as what the clock showed', () => {
    expect(clockAt(new Date('2024-02-29T17:30:00Z'), 'Asia/Almaty')).toBe('2024-02-29T23:30')
    expect(clockAt(new Date('2024-02-29T18:30:00Z'), 'Asia/Almaty')).toBe('2024-02-29T23:30')
    expect(clockAt(new Date('2024-02-29T19:00:00Z'), 'Asia/Almaty')).toBe('2024-03-01T00:00')
  })
})

test('an hour that no clock shows is as long after the change', () => {
  // In Berlin clocks went from 02:00 to 03:00 on 2024-03-31.
  expect(twoClocks('2024-03-31T02:30', 'Europe/Berlin', 'UTC')).toMatchObject({ there: '2024-03-31T03:30', home: '2024-03-31T01:30' })
})

test.each([
  { case: 'no time', local: '', zone: 'Asia/Bangkok' },
  { case: 'a day alone', local: '2016-04-04', zone: 'Asia/Bangkok' },
  { case: 'a day that is not in the calendar', local: '2023-02-30T25:00', zone: 'Asia/Bangkok' },
  { case: 'no zone', local: '2016-04-04T10:00', zone: '' },
  { case: 'an unknown zone', local: '2016-04-04T10:00', zone: 'Asia/Atlantis' },
])('$case: nothing is guessed', ({ local, zone }) => expect(momentAt(local, zone)).toBeNull())

const zones = [
  'Asia/Almaty',
  'Asia/Bangkok',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'UTC',
]
const zone = fc.constantFrom(...zones)
const moment = fc
  .integer({ min: Date.UTC(1996, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000))

describe('for any moment and place', () => {
  test('what the clock shows leads back to that moment, or to the first time that it showed the same', () => {
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const local = clockAt(at, timeZone)
        const back = momentAt(local, timeZone)!
        expect(clockAt(back, timeZone)).toBe(local)
        expect(back.getTime()).toBeLessThanOrEqual(at.getTime())
        expect(at.getTime() - back.getTime()).toBeLessThanOrEqual(2 * 3_600_000)
      }),
      { numRuns: 400 },
    )
  })

  test('the clock is the one that Intl itself writes', () => {
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const [, month, date, year, hour, minutes] =
          /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(
            at.toLocaleString('en-US', {
              timeZone,
              hourCycle: 'h23',
              year: 'numeric',
              month: '2-digit',
              day: '2-digit',
              hour: '2-digit',
              minute: '2-digit',
            }),
          ) ?? []
        expect(clockAt(at, timeZone)).toBe(`${year}-${month}-${date}T${hour}:${minutes}`)
      }),
      { numRuns: 200 },
    )
  })

  test('there and home are the same moment', () => {
    fc.assert(
      fc.property(moment, zone, zone, (at, there, home) => {
        const clocks = twoClocks(clockAt(at, there), there, home)!
        expect(clocks.home).toBe(clockAt(clocks.moment, home))
        expect(clocks.there).toBe(clockAt(clocks.moment, there))
      }),
      { numRuns: 200 },
    )
  })
})
