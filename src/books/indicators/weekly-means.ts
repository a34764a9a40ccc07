/** One year in 52 weeks, each with the mean of its days; null where fewer than four of them were measured. */
export interface YearOfWeeks {
  year: string
  weeks: readonly (number | null)[]
  /** Days with a value. */
  days: number
}

const weeksInYear = 52
/** Our own choice: more than half of the week. */
const leastDays = 4

/**
 * Daily values as weeks, year by year.
 *
 *     week = ⌊(day of the year − 1) / 7⌋, the last one taking the one or two days that remain
 *     mean = Σ values / number of days with a value
 *
 * The weeks begin on 1 January and not on Monday, so that the same week of all years is the same time of the year.
 *
 * Source   own method, for drawing; nothing is judged by it.
 * Missing  a week with fewer than 4 values has no mean. A year without any value is left out.
 *
 * @example
 * weeklyMeans([1, 2, 3, 4].map((day) => ({ date: `2021-01-0${day}`, value: day })))[0]?.weeks[0] // => 2.5
 */
export function weeklyMeans(days: readonly { date: string; value: number | null }[]): YearOfWeeks[] {
  const years = new Map<string, number[][]>()
  for (const { date, value } of days) {
    if (value === null) continue
    const year = date.slice(0, 4)
    const weeks = years.get(year) ?? Array.from({ length: weeksInYear }, (): number[] => [])
    years.set(year, weeks)
    const day = (Date.parse(date) - Date.parse(`${year}-01-01`)) / 86_400_000
    weeks[Math.min(Math.floor(day / 7), weeksInYear - 1)]?.push(value)
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, weeks]) => ({
      year,
      weeks: weeks.map((values) => (values.length < leastDays ? null : values.reduce((sum, value) => sum + value, 0) / values.length)),
      days: weeks.flat().length,
    }))
}
