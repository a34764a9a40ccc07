import { foldStatus, foldStatuses, type Judgements, type Method, type Status } from './fold-status.ts'
import { judge, type Question } from './judge.ts'
import type { SeriesFlag } from './series-flag.ts'
import type { Point } from './trajectory.ts'

/** Why methods judge one series differently. Each has its line in `locales/{language}/progress.json` under `why_…`. */
export const differences = [
  'outlier',
  'break',
  'years_before_baseline',
  'all_years_or_two',
  'target_nearly_met',
  'thresholds',
  'zero',
  'other_areas',
  'even_steps',
  'line_or_rate',
] as const
export type Difference = (typeof differences)[number]

/**
 * The reasons why the methods that judge do not agree, found by trying: a cause counts when taking it away brings
 * ESCAP and the growth-rate methods together.
 *
 * - outlier, break: without the flagged years they agree;
 * - years_before_baseline: ESCAP's regression starts before the baseline; from the baseline on it agrees;
 * - all_years_or_two: ESCAP reads every year, the others only the first and the last; on these two it agrees;
 * - target_nearly_met: UNSD takes a value within one point of 0 or 100 % as met;
 * - thresholds: Open SDG and UNSD read the same growth rate against different limits;
 * - zero: a baseline or target of 0 had to be replaced, or could not be judged;
 * - other_areas: only min-max differs: it compares with the best areas, the others with the series' own past;
 * - even_steps: only min-max differs: it counts even yearly steps to the target;
 * - line_or_rate: a straight line and a constant rate lead to different values.
 *
 * Missing  no reasons when all methods that judge agree.
 */
export function whyTheyDiffer(question: Question, judgements: Judgements, flags: readonly SeriesFlag[]): readonly Difference[] {
  const statuses = foldStatuses(judgements)
  if (agreeing(Object.values(statuses))) return []
  const found = new Set<Difference>()
  const trend: readonly Method[] = ['escap', 'openSdg', 'unsd']
  const differ = (...names: readonly Method[]) => !agreeing(names.map((name) => statuses[name]))

  if (differ(...trend)) {
    for (const kind of ['outlier', 'break'] as const) if (agreesWithout(question, flags, kind)) found.add(kind)
  }
  if (differ('escap', 'openSdg') || differ('escap', 'unsd')) {
    const others = [statuses.openSdg, statuses.unsd].filter((status) => status !== 'none')
    const escapOn = (points: readonly Point[]) => foldStatus(judge({ ...question, points }).escap)
    const joins = (status: Status) => status !== 'none' && status !== statuses.escap && others.includes(status)
    const years = question.points.map((point) => point.year)
    const first = Math.min(...years.filter((year) => year >= question.baselineYear))
    const last = Math.max(...years.filter((year) => question.target === null || year <= question.target.year))
    if (joins(escapOn(question.points.filter((point) => point.year >= question.baselineYear)))) found.add('years_before_baseline')
    else if (joins(escapOn(question.points.filter((point) => point.year === first || point.year === last)))) found.add('all_years_or_two')
  }
  if (judgements.unsd.kind === 'assessed' && judgements.unsd.nearlyMet && differ(...trend)) found.add('target_nearly_met')
  else if (differ('openSdg', 'unsd')) found.add(hasZero(judgements) ? 'zero' : 'thresholds')
  if (differ('escap', 'openSdg') && hasZero(judgements)) found.add('zero')
  if (judgements.minMax.kind === 'assessed' && trend.every((name) => differ(name, 'minMax') || statuses[name] === 'none')) {
    found.add(judgements.minMax.bestFrom === 'target' ? 'even_steps' : 'other_areas')
  }
  if (
    differ('escap', 'openSdg') &&
    !['outlier', 'break', 'years_before_baseline', 'all_years_or_two', 'zero'].some((one) => found.has(one as Difference))
  ) {
    found.add('line_or_rate')
  }
  if (found.size === 0) found.add('line_or_rate')
  return differences.filter((one) => found.has(one))
}

/** Methods that give no judgement neither agree nor disagree. */
export const agreeing = (statuses: readonly Status[]): boolean => new Set(statuses.filter((status) => status !== 'none')).size <= 1

const hasZero = ({ openSdg }: Judgements): boolean => openSdg.kind === 'assessed' && openSdg.zeroReplaced

/** Whether the trend methods agree once flagged outliers, or the years before the last break, are left out. */
function agreesWithout(question: Question, flags: readonly SeriesFlag[], kind: 'outlier' | 'break'): boolean {
  const years = flags
    .filter((flag) => (kind === 'outlier') === (flag.kind === 'outlier'))
    .map((flag) => Number(flag.timePeriod.slice(0, 4)))
  if (years.length === 0) return false
  const points = question.points.filter((point) => (kind === 'outlier' ? !years.includes(point.year) : point.year >= Math.max(...years)))
  const { escap, openSdg, unsd } = foldStatuses(judge({ ...question, points }))
  return [escap, openSdg, unsd].some((status) => status !== 'none') && agreeing([escap, openSdg, unsd])
}
