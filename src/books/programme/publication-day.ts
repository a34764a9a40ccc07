/**
 * The day by which a version had certainly been published: the last day of what its date names.
 *
 * @example
 * publicationDay('2015-11') // => '2015-11-30'
 * @example
 * publicationDay('2015-12-10') // => '2015-12-10'
 */
export function publicationDay(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (day !== undefined) return date
  const lastDay = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0))
  return lastDay.toISOString().slice(0, 10)
}
