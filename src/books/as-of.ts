import { dayOf, endOfDay, isCalendarDay } from '../kernel/calendar-day.ts'

/** Whether a text says a day, or a moment with its offset: the two things that `asOf` may be. */
export const isAsOf = (text: string): boolean =>
  isCalendarDay(text) || (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)))

/**
 * The moment that `asOf` means in a city: a day counts to its end there; null is now.
 *
 * @example
 * momentOf('2026-11-22', 'Asia/Almaty', new Date(0)).toISOString() // => '2026-11-22T18:59:59.999Z'
 */
export function momentOf(asOf: string | null, timeZone: string, now: Date): Date {
  if (asOf === null) return now
  return isCalendarDay(asOf) ? endOfDay(asOf, timeZone) : new Date(asOf)
}

/** The calendar day of a moment in a city. */
export const dayIn = (timeZone: string, moment: Date): string => dayOf(moment, timeZone)

/**
 * The last day of a date that may be a year or a month only: what happened "in November 2015" had happened by its end.
 *
 * @example
 * lastDayOf('2015-11') // => '2015-11-30'
 */
export function lastDayOf(date: string): string {
  const [year = '', month = '12', day] = date.split('-')
  if (day !== undefined) return date
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${last}`
}
