import type { Figure, Series } from '../indicators/figure.ts'
import { isChosen } from '../indicators/programme-target.ts'
import { isMet } from '../indicators/progress/trajectory.ts'
import type { YearValue } from '../programme/programme.ts'
import { isDecimal, subtractDecimals } from '../programme/sum-decimals.ts'
import type { Statistics, TargetIndicatorView } from '../programme/target-indicator-view.ts'
import { reportFigure, type ReportedFigure } from './reported-figure.ts'
import type { YearlyInput } from './yearly.ts'

/** Why nothing can be said of a target indicator in a year. Each has its words in `locales/{language}/reports.json` under `why_…`. */
export const whyNotJudged = ['no_targets', 'no_target_for_year', 'no_series', 'no_value', 'disputed', 'no_direction'] as const
export type WhyNotJudged = (typeof whyNotJudged)[number]

/** Plan and actual of a target indicator in one year. */
export interface YearlyIndicator {
  view: TargetIndicatorView
  /** The target of the year itself. */
  plan: YearValue | null
  actual: ReportedFigure | null
  /** Actual less plan, exact; null where one of the two is missing. */
  deviation: string | null
  result: YearlyResult
  /** All years of the series, for the chart. */
  series: Series | null
  years: readonly Figure[]
}

export type YearlyResult = { kind: 'reached' } | { kind: 'not_reached' } | { kind: 'not_judged'; reason: WhyNotJudged }

/**
 * A target indicator in the year of the report: its target for that year against the figure of that year, and nothing in the place of either.
 *
 *     deviation = actual − plan, exact in decimals
 *
 * Units    the unit of the indicator.
 * Missing  a named reason: no target (for the year), no series chosen, no value, a value in dispute, no direction.
 */
export function judgeYear(view: TargetIndicatorView, { year, statistics, releases }: YearlyInput): YearlyIndicator {
  const { indicator } = view
  const plan = indicator.targets.find((target) => target.year === year) ?? null
  const series = statistics.series.find((one) => one.refArea === statistics.refArea && isChosen(one, indicator.actual)) ?? null
  const years = yearsOf(series, statistics)
  const found = years.find(({ timePeriod }) => timePeriod === String(year))
  const actual = series === null || found === undefined ? null : reportFigure(series, found, releases)
  return { view, plan, actual, deviation: deviationOf(plan, actual), result: resultOf(view, plan, actual), series, years }
}

function resultOf({ indicator }: TargetIndicatorView, plan: YearValue | null, actual: ReportedFigure | null): YearlyResult {
  const notJudged = (reason: WhyNotJudged): YearlyResult => ({ kind: 'not_judged', reason })
  if (indicator.targets.length === 0) return notJudged('no_targets')
  if (plan === null) return notJudged('no_target_for_year')
  if (indicator.actual === null) return notJudged('no_series')
  if (actual?.disputed === true) return notJudged('disputed')
  if (actual === null || actual.obsValue === null) return notJudged('no_value')
  if (indicator.desired === null) return notJudged('no_direction')
  const met = isMet(actual.obsValue, Number(plan.value), indicator.desired === 'increase' ? 1 : -1)
  return { kind: met ? 'reached' : 'not_reached' }
}

const deviationOf = (plan: YearValue | null, actual: ReportedFigure | null): string | null =>
  plan === null || typeof actual?.value !== 'string' || !isDecimal(actual.value) ? null : subtractDecimals(actual.value, plan.value)

const yearsOf = (series: Series | null, { figures }: Statistics): Figure[] =>
  series === null ? [] : (figures.get(series.id) ?? []).filter(({ timePeriod }) => /^\d{4}$/.test(timePeriod))
