import { isTimePeriod } from '../decimal-text.ts'

/**
 * A period of SDMX as Bagdar writes it: years, months, quarters and days. Half-years, trimesters, weeks and ranges have no place in a
 * series here.
 *
 * Source  SDMX 2.1, section 6, "Time": Gregorian periods, reporting periods, date-time.
 * Missing  null when it is none of those.
 *
 * @example
 * readTimePeriod('2023-M07') // => '2023-07'
 * @example
 * readTimePeriod('2023-01-01T00:00:00') // => '2023-01-01'
 * @example
 * readTimePeriod('2023-S1') // => null
 */
export function readTimePeriod(text: string): string | null {
  const period = text.trim()
  if (isTimePeriod(period)) return period
  const [, year, kind, number = ''] = /^(\d{4})-([AMQ])(\d{1,2})$/.exec(period) ?? []
  const day = /^(\d{4}-\d\d-\d\d)T00:00(?::00(?:\.0+)?)?(?:Z|[-+]\d\d:\d\d)?$/.exec(period)?.[1]
  const plain =
    day ??
    (kind === 'A' && Number(number) === 1
      ? year
      : kind === 'M'
        ? `${year}-${number.padStart(2, '0')}`
        : kind === 'Q'
          ? `${year}-Q${Number(number)}`
          : undefined)
  return plain !== undefined && isTimePeriod(plain) ? plain : null
}

/** How often a series with such periods has a value, by the code list of SDMX. */
export function frequencyOf(timePeriod: string): 'A' | 'Q' | 'M' | 'D' {
  if (timePeriod.length === 4) return 'A'
  if (timePeriod.includes('Q')) return 'Q'
  return timePeriod.length === 7 ? 'M' : 'D'
}
