/** Months of one period by how it is written; null for days: nobody enters those by hand. */
function monthsOf(timePeriod: string): number | null {
  if (/^\d{4}$/.test(timePeriod)) return 12
  if (/^\d{4}-Q[1-4]$/.test(timePeriod)) return 3
  return /^\d{4}-\d\d$/.test(timePeriod) ? 1 : null
}

/** Number of the last month of a period, counted from the year 0. */
function lastMonth(timePeriod: string): number {
  const [year = '', part] = timePeriod.split('-')
  const month = part === undefined ? 12 : part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part)
  return Number(year) * 12 + month - 1
}

/**
 * Whether the next value of a series is due. The rhythm is the median step between its periods; a value is due when its period and the time
 * that publishing it usually takes, another step but at most a year, have gone by.
 *
 * Missing  false for a series without periods and for daily values.
 *
 * @param periods  of one kind (years, quarters or months), in order
 * @param today    ISO day
 * @example
 * isValueDue(['2021', '2022', '2023'], '2025-06-30') // => false
 * @example
 * isValueDue(['2021', '2022', '2023'], '2026-01-01') // => true
 */
export function isValueDue(periods: readonly string[], today: string): boolean {
  const last = periods.at(-1)
  const unit = last === undefined ? null : monthsOf(last)
  if (last === undefined || unit === null) return false
  const months = periods.filter((period) => monthsOf(period) === unit).map(lastMonth)
  const steps = months
    .slice(1)
    .map((month, at) => month - (months[at] ?? month))
    .sort((a, b) => a - b)
  const rhythm = steps[Math.floor(steps.length / 2)] ?? unit
  return lastMonth(today.slice(0, 7)) > lastMonth(last) + rhythm + Math.min(rhythm, 12)
}
