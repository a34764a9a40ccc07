/**
 * The last millisecond of a day in a time zone.
 *
 * Kazakhstan went from +06 to +05 in Almaty on 2024-03-01: the offset is asked for the day itself, never assumed.
 *
 * @throws {RangeError} not a day of the calendar
 * @example
 * endOfDay('2026-11-22', 'Asia/Almaty').toISOString() // => '2026-11-22T18:59:59.999Z'
 * @example
 * endOfDay('2024-02-01', 'Asia/Almaty').toISOString() // => '2024-02-01T17:59:59.999Z'
 */
export function endOfDay(day: string, timeZone: string): Date {
  if (!isCalendarDay(day)) throw new RangeError(`"${day}" is not a day; write it as 2026-11-22.`)
  const end = new Date(`${day}T23:59:59.999Z`)
  // The offset may itself change between the guess and the true moment: the second look settles it.
  const guess = new Date(end.getTime() - offsetMinutes(end, timeZone) * 60_000)
  return new Date(end.getTime() - offsetMinutes(guess, timeZone) * 60_000)
}

/**
 * The calendar day of a moment in a time zone.
 *
 * @example
 * dayOf(new Date('2026-11-22T20:00:00Z'), 'Asia/Almaty') // => '2026-11-23'
 */
export function dayOf(moment: Date, timeZone: string): string {
  const calendar =
    calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(timeZone, calendar)
  return calendar.format(moment)
}

/** To make a calendar or a clock takes a hundred times as long as to ask it. */
const calendars = new Map<string, Intl.DateTimeFormat>()
const clocks = new Map<string, Intl.DateTimeFormat>()

/**
 * Whether a text is a day of the calendar: `2025-02-29` is not.
 *
 * @example
 * isCalendarDay('2025-02-29') // => false
 */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

/** What a clock in the zone is ahead of UTC at that moment, in minutes. */
export function offsetMinutes(moment: Date, timeZone: string): number {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  clocks.set(timeZone, clock)
  const parts = clock.formatToParts(moment)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  if (sign === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
