/** Daily values as months and years, each with the share of days that have a value. */
export interface PeriodMean {
  /** `2021` or `2021-07`. */
  timePeriod: string
  /** null below the minimum capture rate: too few days to speak for the period. */
  mean: number | null
  /** Mean of the days that there are, whatever their number. Never to be shown as the mean of the period. */
  meanOfDaysPresent: number
  days: number
  daysInPeriod: number
  /** `days` as a share of `daysInPeriod`. */
  captureRate: number
}

/** Below this share of days a period has no mean. */
export const minimumCapture = 0.75

/**
 * Monthly and annual means of daily values, with capture rate.
 *
 *     mean = Σ days / number of days with a value;   capture = days with a value / days of the calendar
 *
 * The annual mean is the mean of the days, not of the months: months with gaps would weigh too much.
 *
 * Source   75 % is the share that Directive 2008/50/EC, Annex VII, asks of an annual mean of ozone; for particles its
 *          Annex I asks 90 % of planned measurements. A mean from 75 to 90 % of days is therefore shown with its rate.
 * Missing  a day that is not handed in, or is null, counts as missing; it is never filled.
 *
 * @throws {RangeError} a date that is no ISO day, or a day with two different values
 * @example
 * annualMeans([{ date: '2021-02-01', value: 10 }]).years[0]?.mean // => null
 */
export function annualMeans(days: readonly { date: string; value: number | null }[]): {
  years: readonly PeriodMean[]
  months: readonly PeriodMean[]
} {
  const values = new Map<string, number>()
  for (const { date, value } of days) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) throw new RangeError(`"${date}" is not a day like 2021-07-01.`)
    if (value === null) continue
    if ((values.get(date) ?? value) !== value) throw new RangeError(`${date} has two values, ${values.get(date)} and ${value}.`)
    values.set(date, value)
  }
  return { years: meansBy(values, 4), months: meansBy(values, 7) }
}

function meansBy(values: ReadonlyMap<string, number>, length: 4 | 7): readonly PeriodMean[] {
  const sums = new Map<string, { sum: number; days: number }>()
  for (const [date, value] of values) {
    const period = date.slice(0, length)
    const { sum, days } = sums.get(period) ?? { sum: 0, days: 0 }
    sums.set(period, { sum: sum + value, days: days + 1 })
  }
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([timePeriod, { sum, days }]) => {
      const daysInPeriod = daysOf(timePeriod)
      const captureRate = days / daysInPeriod
      const meanOfDaysPresent = sum / days
      return {
        timePeriod,
        mean: captureRate < minimumCapture ? null : meanOfDaysPresent,
        meanOfDaysPresent,
        days,
        daysInPeriod,
        captureRate,
      }
    })
}

/** Days of a year or month in the calendar. */
function daysOf(timePeriod: string): number {
  const [year, month] = timePeriod.split('-').map(Number) as [number, number?]
  const begin = Date.UTC(year, (month ?? 1) - 1, 1)
  const end = month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1)
  return (end - begin) / 86_400_000
}
