import { isCalendarDay } from '../../../kernel/calendar-day.ts'
import { lastDayOf } from '../../as-of.ts'

/** Codes of CL_FREQ that our periods have; `_O` is any other. */
export const frequencies = ['A', 'S', 'Q', 'M', 'W', 'D', '_O'] as const
export type Frequency = (typeof frequencies)[number]

const shapes: ReadonlyArray<readonly [RegExp, Frequency]> = [
  [/^\d{4}(-A1)?$/, 'A'],
  [/^\d{4}-(0[1-9]|1[0-2])$/, 'M'],
  [/^\d{4}-Q[1-4]$/, 'Q'],
  [/^\d{4}-\d{2}-\d{2}$/, 'D'],
  [/^\d{4}-W\d{2}$/, 'W'],
  [/^\d{4}-S[12]$/, 'S'],
]

/**
 * How often there is a figure, from the way its period is written.
 *
 * @example
 * frequencyOf('2023-Q1') // => 'Q'
 */
export const frequencyOf = (timePeriod: string): Frequency => shapes.find(([shape]) => shape.test(timePeriod))?.[1] ?? '_O'

/**
 * First and last day of a period.
 *
 * Missing  null where the text is no period.
 *
 * @example
 * daysOf('2023-Q1') // => ['2023-01-01', '2023-03-31']
 */
export function daysOf(timePeriod: string): readonly [first: string, last: string] | null {
  const [year, part] = [timePeriod.slice(0, 4), timePeriod.slice(5)]
  switch (frequencyOf(timePeriod)) {
    case 'A':
      return [`${year}-01-01`, `${year}-12-31`]
    case 'S':
      return months(year, 6 * Number(part[1]) - 5, 6 * Number(part[1]))
    case 'Q':
      return months(year, 3 * Number(part[1]) - 2, 3 * Number(part[1]))
    case 'M':
      return months(year, Number(part), Number(part))
    case 'W':
      return week(Number(year), Number(part.slice(1)))
    case 'D':
      return isCalendarDay(timePeriod) ? [timePeriod, timePeriod] : null
    case '_O': {
      // A moment stands for its day.
      const day = timePeriod.slice(0, 10)
      return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})?$/.test(timePeriod) && isCalendarDay(day) ? [day, day] : null
    }
  }
}

const months = (year: string, from: number, to: number): [string, string] => {
  const two = (month: number): string => String(month).padStart(2, '0')
  return [`${year}-${two(from)}-01`, lastDayOf(`${year}-${two(to)}`)]
}

/** ISO 8601: the first week of a year is that of its first Thursday. */
function week(year: number, number: number): [string, string] | null {
  if (number < 1 || number > 53) return null
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * day + (number - 1) * 7 * day
  return [isoDay(monday), isoDay(monday + 6 * day)]
}

const day = 86_400_000
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
