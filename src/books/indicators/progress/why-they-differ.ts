import { assessEscap } from './escap.ts'
import { foldStatus, foldStatuses, type Judgements, type Status } from './fold-status.ts'
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
  const { escap, openSdg, unsd, minMax } = foldStatuses(judgements)
  const trend = [escap, openSdg, unsd]
  if (agreeing([...trend, minMax])) return []
  const found = agreeing(trend) ? [] : [...whyTrendsDiffer(question, judgements, flags)]
  const minMaxAlone = minMax !== 'none' && !trend.includes(minMax)
  if (minMaxAlone) found.push(question.target === null ? 'other_areas' : 'even_steps')
  return differences.filter((one) => found.includes(one))
}

/** Methods that give no judgement neither agree nor disagree. */
export const agreeing = (statuses: readonly Status[]): boolean => new Set(statuses.filter((status) => status !== 'none')).size <= 1

function whyTrendsDiffer(question: Question, judgements: Judgements, flags: readonly SeriesFlag[]): readonly Difference[] {
  const flagged = (['outlier', 'break'] as const).filter((kind) => agreeWithout(question, flags, kind))
  if (flagged.length > 0) return flagged
  if (judgements.unsd.kind === 'assessed' && judgements.unsd.nearlyMet) return ['target_nearly_met']
  if (judgements.openSdg.kind === 'assessed' && judgements.openSdg.zeroReplaced) return ['zero']

  const { escap, openSdg, unsd } = foldStatuses(judgements)
  const byRate: readonly Difference[] = agreeing([openSdg, unsd]) ? [] : ['thresholds']
  const escapAgrees = agreeing([escap, openSdg]) && agreeing([escap, unsd])
  return escapAgrees ? byRate : [whyEscapDiffers(question, escap, [openSdg, unsd]), ...byRate]
}

/** What has to be taken from ESCAP's method so that it says what a growth-rate method says. */
function whyEscapDiffers(question: Question, escap: Status, others: readonly Status[]): Difference {
  const { points, baselineYear, target } = question
  const joinsOn = (kept: readonly Point[]) => {
    const status = foldStatus(assessEscap({ ...question, points: kept }))
    return status !== 'none' && status !== escap && others.includes(status)
  }
  const fromBaseline = points.filter(({ year }) => year >= baselineYear && (target === null || year <= target.year))
  if (joinsOn(fromBaseline)) return 'years_before_baseline'
  const years = fromBaseline.map((point) => point.year)
  const ends = [Math.min(...years), Math.max(...years)]
  return joinsOn(points.filter(({ year }) => ends.includes(year))) ? 'all_years_or_two' : 'line_or_rate'
}

/** Whether the trend methods agree once flagged outliers, or the years before the last break, are left out. */
function agreeWithout(question: Question, flags: readonly SeriesFlag[], kind: 'outlier' | 'break'): boolean {
  const years = flags
    .filter((flag) => (kind === 'outlier') === (flag.kind === 'outlier'))
    .map((flag) => Number(flag.timePeriod.slice(0, 4)))
  if (years.length === 0) return false
  const points = question.points.filter((point) => (kind === 'outlier' ? !years.includes(point.year) : point.year >= Math.max(...years)))
  const { escap, openSdg, unsd } = foldStatuses(judge({ ...question, points }))
  return [escap, openSdg, unsd].some((status) => status !== 'none') && agreeing([escap, openSdg, unsd])
}
