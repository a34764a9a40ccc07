/**
 * A time period as a number on the axis: years, with parts as fractions; the period's beginning.
 *
 * @example
 * timeOf('2023') // => 2023
 * timeOf('2023-07') // => 2023.5
 * timeOf('2023-Q2') // => 2023.25
 */
export function timeOf(period: string): number {
  const [year = '', part = '', day = '1'] = period.split('-')
  if (part === '') return Number(year)
  if (part.startsWith('Q')) return Number(year) + (Number(part.slice(1)) - 1) / 4
  return Number(year) + (Number(part) - 1) / 12 + (Number(day) - 1) / 365
}
