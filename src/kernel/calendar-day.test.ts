import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, endOfDay, isCalendarDay } from './calendar-day.ts'

test.each([
  { case: 'Almaty since March 2024 is five hours ahead', day: '2026-11-22', zone: 'Asia/Almaty', end: '2026-11-22T18:59:59.999Z' },
  { case: 'Almaty before that was six hours ahead', day: '2024-02-01', zone: 'Asia/Almaty', end: '2024-02-01T17:59:59.999Z' },
  { case: 'a place behind Greenwich', day: '2026-01-15', zone: 'America/New_York', end: '2026-01-16T04:59:59.999Z' },
  { case: 'half hours count', day: '2026-01-15', zone: 'Asia/Kolkata', end: '2026-01-15T18:29:59.999Z' },
])('$case', ({ day, zone, end }) => {
  expect(endOfDay(day, zone).toISOString()).toBe(end)
})

test('the end of a day is still that day, and a millisecond later is not', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.constantFrom('Asia/Almaty', 'Asia/Bangkok', 'Europe/Berlin', 'UTC'),
      (date, zone) => {
        const day = date.toISOString().slice(0, 10)
        const end = endOfDay(day, zone)
        expect(dayOf(end, zone)).toBe(day)
        expect(dayOf(new Date(end.getTime() + 1), zone)).not.toBe(day)
      },
    ),
  )
})

test.each(['2025-02-29', '2025-13-01', '2025-1-1', '', '20250101', '0000-00-00'])('%s is no day', (text) => {
  expect(isCalendarDay(text)).toBe(false)
  expect(() => endOfDay(text, 'UTC')).toThrow(RangeError)
})
