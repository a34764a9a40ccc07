const form = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-Q[1-4])?$/

/**
 * Whether a text is a time period as SDMX and ISO 8601 write it: year, month, day or quarter. A day must exist.
 *
 * @example
 * isPeriod('2023-Q1') // => true
 * @example
 * isPeriod('2023-02-30') // => false
 */
export const isPeriod = (text: string): boolean =>
  form.test(text) && (text.length !== 10 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text))

export type Frequency = 'A' | 'Q' | 'M' | 'D'

/**
 * How often a series with such periods says something, by SDMX code.
 *
 * @example
 * frequencyOf('2023-Q1') // => 'Q'
 */
export const frequencyOf = (timePeriod: string): Frequency =>
  timePeriod.length === 4 ? 'A' : timePeriod.includes('Q') ? 'Q' : timePeriod.length === 7 ? 'M' : 'D'

/**
 * The last day of a period, ISO.
 *
 * @example
 * lastDayOf('2024-02') // => '2024-02-29'
 */
export function lastDayOf(timePeriod: string): string {
  const year = Number(timePeriod.slice(0, 4))
  const frequency = frequencyOf(timePeriod)
  if (frequency === 'D') return timePeriod
  const month = frequency === 'A' ? 12 : frequency === 'Q' ? 3 * Number(timePeriod.slice(6)) : Number(timePeriod.slice(5))
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
