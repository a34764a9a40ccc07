import { median, medianAbsoluteDeviation } from '../../../kernel/statistics.ts'
import { notice, type Notice } from '../../notice.ts'
import { diagnoseSeries, type Point } from '../diagnose-series.ts'
import type { Figure, SeriesKey } from '../figure.ts'
import { identifySeries } from '../series-key.ts'
import { declaredRange } from './declared-range.ts'
import type { EnteredValue } from './entered-value.ts'
import { frequencyOf, lastDayOf } from './period.ts'

type Checked = Pick<EnteredValue, 'series' | 'timePeriod' | 'value' | 'obsStatus' | 'note'>

/**
 * What is to be looked at once more before entered values of one series are published. Nothing of it forbids them: a number that looks
 * wrong may be right, and whoever publishes it has seen the question.
 *
 * Notices  outlier, break, break_by_power_of_ten (as in any import), value_far_from_last, value_out_of_range, period_not_fitting,
 *          period_not_over, same_as_standing
 *
 * @param entries   of one series
 * @param standing  its figures in force
 * @param units     units of the other series of the indicator, the most used first
 * @param today     ISO day in the city
 */
export function checkEntries(entries: readonly Checked[], standing: readonly Figure[], units: readonly string[], today: string): Notice[] {
  const [first] = entries
  if (first === undefined) return []
  const points = afterwards(entries, standing)
  const entered = new Set(entries.map((one) => one.timePeriod))
  const about = (one: Checked, details: Notice['details'] = {}): Partial<Notice> => ({
    value: one.value,
    details: { indicator: one.series.indicator, refArea: one.series.refArea, timePeriod: one.timePeriod, ...details },
  })
  const found = diagnoseSeries(points)
    .filter((one) => entered.has(one.timePeriod))
    .map(({ kind, timePeriod, usual, found: level, unitFactor }) =>
      notice(kind === 'break' && unitFactor !== null ? 'break_by_power_of_ten' : kind, 'warning', {
        value: entries.find((one) => one.timePeriod === timePeriod)?.value ?? null,
        details: {
          ...{ indicator: first.series.indicator, refArea: first.series.refArea, series: identifySeries(first.series).address, timePeriod },
          ...{ usual: short(usual), found: short(level) },
          ...(unitFactor === null ? {} : { factor: unitFactor }),
        },
      }),
    )
  const said = new Set(found.map((one) => one.details['timePeriod']))
  const frequencies = new Set(standing.map((figure) => frequencyOf(figure.timePeriod)))
  for (const one of entries) {
    const stands = standing.find((figure) => figure.timePeriod === one.timePeriod)
    if (stands !== undefined && isSame(one, stands)) found.push(notice('same_as_standing', 'info', about(one)))
    if (frequencies.size > 0 && !frequencies.has(frequencyOf(one.timePeriod)))
      found.push(notice('period_not_fitting', 'warning', about(one, { before: standing.at(-1)?.timePeriod ?? '' })))
    if (lastDayOf(one.timePeriod) > today) found.push(notice('period_not_over', 'warning', about(one)))
    if (one.value === null) continue
    const usual = said.has(one.timePeriod) ? null : farFromLast(one.timePeriod, points)
    if (usual !== null) found.push(notice('value_far_from_last', 'warning', about(one, { usual: short(usual), found: Number(one.value) })))
    const range = declaredRange(one.series.unit)
    if (
      range !== null &&
      !inside(Number(one.value), range) &&
      standing.every(({ obsValue }) => obsValue === null || inside(obsValue, range))
    )
      found.push(notice('value_out_of_range', 'warning', about(one, { lowest: range[0], highest: range[1] })))
  }
  if (standing.length === 0 && units.length > 0 && !units.includes(first.series.unit))
    found.push(notice('unit_not_fitting', 'warning', about(first, { before: units[0] ?? '', after: first.series.unit })))
  return found
}

/** The series as it will be: what stands, with what was entered in its place. */
function afterwards(entries: readonly Checked[], standing: readonly Figure[]): Point[] {
  const values = new Map(standing.map((figure) => [figure.timePeriod, figure.obsValue]))
  for (const one of entries) values.set(one.timePeriod, one.value === null ? null : Number(one.value))
  return [...values]
    .flatMap(([timePeriod, obsValue]) => (obsValue === null ? [] : [{ timePeriod, obsValue }]))
    .sort((a, b) => (a.timePeriod < b.timePeriod ? -1 : 1))
}

/** As in `diagnose-series.ts`; there the ends of a series are left in peace, and most values are entered just there. */
const leastDeviations = 3.5
const leastShare = 1 / 3
const leastPoints = 4

/**
 * The value before a last one that lies far from it: a third of the level or more, and more than 3.5 robust deviations of an ordinary
 * change.
 *
 * Missing  null when it is not the last, or not far, or too few values say what is ordinary.
 */
function farFromLast(timePeriod: string, points: readonly Point[]): number | null {
  const alike = points.filter((point) => frequencyOf(point.timePeriod) === frequencyOf(timePeriod))
  const [before, last] = alike.slice(-2)
  if (alike.length < leastPoints || last === undefined || before === undefined || last.timePeriod !== timePeriod) return null
  const changes = alike.slice(1, -1).map((point, index) => point.obsValue - (alike[index]?.obsValue ?? 0))
  const change = last.obsValue - before.obsValue
  if (Math.abs(change) < leastShare * Math.max(Math.abs(last.obsValue), Math.abs(before.obsValue))) return null
  const unusual = Math.abs(change - (median(changes) ?? 0)) > leastDeviations * (medianAbsoluteDeviation(changes) ?? 0)
  return unusual ? before.obsValue : null
}

const isSame = (one: Checked, stands: Figure): boolean =>
  !stands.disputed &&
  stands.value === one.value &&
  stands.obsStatus === one.obsStatus &&
  (['kk', 'ru', 'en'] as const).every((language) => stands.note?.[language] === one.note?.[language])

const inside = (value: number, [lowest, highest]: readonly [number, number]): boolean => value >= lowest && value <= highest

const short = (value: number): number => Number(value.toPrecision(6))

/** How often each unit occurs among the series of an indicator, the most used first. */
export function unitsOf(series: readonly SeriesKey[]): string[] {
  const counts = new Map<string, number>()
  for (const { unit } of series) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([unit]) => unit)
}
