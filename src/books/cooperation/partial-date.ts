/** A day as far as it is known (ISO): `2016-04-05`, `2016-04`, `2016`, or `''` where nobody says. */
export type PartialDate = string

/**
 * @returns null for what is no such date; a day has to be in the calendar
 * @example
 * parsePartialDate('2016-04') // => '2016-04'
 * parsePartialDate(' 2016 ') // => '2016'
 * parsePartialDate('2023-02-29') // => null
 */
export function parsePartialDate(text: string): PartialDate | null {
  const date = text.trim()
  if (date === '') return ''
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return null
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const moment = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? date : null
}

/**
 * The last day that a date may mean: what is due "in April" is not late before the end of April.
 *
 * @returns null for an unknown date
 * @example
 * lastDayOf('2016-02') // => '2016-02-29'
 * lastDayOf('2016') // => '2016-12-31'
 * lastDayOf('') // => null
 */
export function lastDayOf(date: PartialDate): string | null {
  if (date === '') return null
  if (date.length === 10) return date // asked ten thousand times for one page
  const [year = 0, month = 12] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/**
 * The first day that a date may mean.
 *
 * @example
 * firstDayOf('2016-04') // => '2016-04-01'
 */
export function firstDayOf(date: PartialDate): string | null {
  if (date === '') return null
  const [year, month = '01', day = '01'] = date.split('-')
  return `${year}-${month}-${day}`
}

/**
 * A day so many years later; 29 February becomes 1 March where there is none.
 *
 * @example
 * yearsAfter('2024-02-29', 1) // => '2025-03-01'
 */
export function yearsAfter(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10)
}

/** So many days later, or earlier. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
