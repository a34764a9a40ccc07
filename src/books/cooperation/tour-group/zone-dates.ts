import { parsePartialDate, yearsAfter } from '../partial-date.ts'

/**
 * A day of a zone (YYMMDD) in full. A zone has no century: a birth is the latest day that is not in the future, an expiry the day that is
 * nearest to today. Month and day, or all of it, may be unknown (`<<`).
 *
 * @param today  ISO day
 * @returns null for what is not in the calendar; '' for a date that is unknown
 * @example
 * birthOf('740812', '2026-11-23') // => '1974-08-12'
 * birthOf('200101', '2026-11-23') // => '2020-01-01'
 * birthOf('74<<<<', '2026-11-23') // => '1974'
 * birthOf('741312', '2026-11-23') // => null
 */
export const birthOf = (text: string, today: string): string | null => dateOf(text, (date) => firstDay(date) <= today)

/**
 * @example
 * expiryOf('120415', '2026-11-23') // => '2012-04-15'
 * expiryOf('360415', '2026-11-23') // => '2036-04-15'
 */
export const expiryOf = (text: string, today: string): string | null =>
  dateOf(text, (date) => firstDay(date) <= yearsAfter(today, 50) && firstDay(date) > yearsAfter(today, -50))

function dateOf(text: string, fits: (date: string) => boolean): string | null {
  const parts = /^(\d\d|<<)(\d\d|<<)(\d\d|<<)$/.exec(text)
  if (parts === null) return null
  const [, year = '', month = '', day = ''] = parts
  if (year === '<<') return month === '<<' && day === '<<' ? '' : null
  if (month === '<<' && day !== '<<') return null
  const rest = [month, day].filter((part) => part !== '<<').map((part) => `-${part}`)
  const candidates = ['20', '19'].map((century) => century + year + rest.join(''))
  const real = candidates.filter((date) => parsePartialDate(date) !== null)
  if (real.length === 0) return null
  return real.find(fits) ?? real.at(-1) ?? null
}

const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)
