/**
 * A time period as a number on the axis: years, with parts as fractions; the period's beginning.
 *
 * @example
 * timeOf('2023') // => 2023
 * timeOf('2023-07') // => 2023.5
 * timeOf('2023-Q2') // => 2023.25
 * timeOf('2024-07-02') // => 2024.5
 */
export function timeOf(period: string): number {
  if (period.length === 4) return Number(period)
  const [year = '', part = '', day] = period.split('-')
  if (part === '') return Number(year)
  if (part.startsWith('Q')) return Number(year) + (Number(part.slice(1)) - 1) / 4
  if (day === undefined) return Number(year) + (Number(part) - 1) / 12
  const start = Date.UTC(Number(year), 0, 1)
  return Number(year) + (Date.UTC(Number(year), Number(part) - 1, Number(day)) - start) / (Date.UTC(Number(year) + 1, 0, 1) - start)
}
