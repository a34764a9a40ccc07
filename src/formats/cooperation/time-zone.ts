import { offsetMinutes } from '../../kernel/calendar-day.ts'

const minute = 60_000
const day = 24 * 60 * minute

/**
 * A time zone as iCalendar writes it (RFC 5545, 3.6.5): every change of its offset within the years, asked of Intl. A list that comes with
 * a library grows old: most still had Almaty at +06 when it went to +05 on 2024-03-01.
 *
 * @param years  first and last year in which an event lies
 * @example
 * writeTimeZone('Asia/Almaty', { first: 2024, last: 2024 }).match(/TZOFFSETTO:\S+/g) // => ['TZOFFSETTO:+0600', 'TZOFFSETTO:+0500']
 */
export function writeTimeZone(timeZone: string, years: { first: number; last: number }): string {
  // Two days more on each side: a year begins at different moments in different places.
  const begins = Date.UTC(years.first, 0, 1) - 2 * day
  const ends = Date.UTC(years.last + 1, 0, 1) + 2 * day
  const offset = offsetAt(timeZone, begins)
  const parts = [{ at: begins, from: offset, to: offset }, ...changesOf(timeZone, begins, ends)]
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts.flatMap((part) => writePart(timeZone, part)), 'END:VTIMEZONE'].join('\r\n')
}

interface OffsetChange {
  at: number
  /** Minutes ahead of UTC, before and from then on. */
  from: number
  to: number
}

/** No zone changes its offset and takes it back within a week. */
function changesOf(timeZone: string, begins: number, ends: number): OffsetChange[] {
  const changes: OffsetChange[] = []
  let from = offsetAt(timeZone, begins)
  for (let at = begins; at < ends; at += 7 * day) {
    const to = offsetAt(timeZone, at + 7 * day)
    if (to !== from) changes.push({ at: minuteOfChange(timeZone, at, at + 7 * day), from, to })
    from = to
  }
  return changes
}

/** The first minute with the new offset, which lies after `before` and not after `after`. */
function minuteOfChange(timeZone: string, before: number, after: number): number {
  if (after - before <= minute) return after
  const between = before + Math.floor((after - before) / (2 * minute)) * minute
  return offsetAt(timeZone, between) === offsetAt(timeZone, before)
    ? minuteOfChange(timeZone, between, after)
    : minuteOfChange(timeZone, before, between)
}

function writePart(timeZone: string, { at, from, to }: OffsetChange): string[] {
  const kind = isSummerTime(timeZone, at) ? 'DAYLIGHT' : 'STANDARD'
  // What clocks showed by the old offset when the new one began.
  const onset = new Date(at + from * minute).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  return [`BEGIN:${kind}`, `DTSTART:${onset}`, `TZOFFSETFROM:${offsetText(from)}`, `TZOFFSETTO:${offsetText(to)}`, `END:${kind}`]
}

const offsetAt = (timeZone: string, moment: number): number => offsetMinutes(new Date(moment), timeZone)

const offsetText = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}

const isSummerTime = (timeZone: string, moment: number): boolean => {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'long' }).formatToParts(new Date(moment))
  return /\b(Summer|Daylight)\b/.test(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')
}
