import { offsetMinutes } from '../../kernel/calendar-day.ts'

const minute = 60_000
const day = 24 * 60 * minute

/**
 * The moment at which clocks of a place show a time.
 *
 * A time that they show twice (clocks were put back) is the first of the two; one that they never show (clocks were put forward) is as long
 * after the change as it would have been. That is what iCalendar says (RFC 5545, 3.3.5). The zone is asked for that day, never assumed:
 * Almaty went from +06 to +05 on 2024-03-01.
 *
 * @param local  time on the clock of the place: `2016-04-04T10:00`
 * @param timeZone  IANA name; null is returned for a name or a time that there is not
 * @example
 * momentAt('2024-02-29T10:00', 'Asia/Almaty')?.toISOString() // => '2024-02-29T04:00:00.000Z'
 * @example
 * momentAt('2024-03-01T10:00', 'Asia/Almaty')?.toISOString() // => '2024-03-01T05:00:00.000Z'
 */
export function momentAt(local: string, timeZone: string): Date | null {
  const asUtc = Date.parse(`${local}:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(asUtc) || !isTimeZone(timeZone)) return null
  const before = offsetAt(asUtc - day, timeZone)
  const after = offsetAt(asUtc + day, timeZone)
  const shows = [before, after].map((offset) => asUtc - offset).filter((moment) => moment + offsetAt(moment, timeZone) === asUtc)
  return new Date(shows.length === 0 ? asUtc - before : Math.min(...shows))
}

const offsetAt = (moment: number, timeZone: string): number => offsetMinutes(new Date(moment), timeZone) * minute

/**
 * What clocks of a place show at a moment.
 *
 * @example
 * clockAt(new Date('2024-02-29T19:00:00Z'), 'Asia/Almaty') // => '2024-03-01T00:00'
 */
export const clockAt = (moment: Date, timeZone: string): string =>
  new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16)

/** One moment on two clocks: there, and at home. */
export interface TwoClocks {
  moment: Date
  /** `2016-04-04T10:00` */
  there: string
  home: string
}

/**
 * A time of the programme on the clock of the place and on the city's.
 *
 * @returns null where the time or the zone of the place is not known
 * @example
 * twoClocks('2016-04-04T10:00', 'Asia/Bangkok', 'Asia/Almaty')?.home // => '2016-04-04T09:00'
 */
export function twoClocks(local: string, placeZone: string, cityZone: string): TwoClocks | null {
  const moment = momentAt(local, placeZone)
  return moment && { moment, there: clockAt(moment, placeZone), home: clockAt(moment, cityZone) }
}

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}
