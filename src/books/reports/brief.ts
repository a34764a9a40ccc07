import { compareCodes } from '../indicators/catalogue-view.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { indexIndicator, type IndexedIndicator, type IndexInput } from './indexed-indicator.ts'

/** The state of the 2030 Agenda in a city in the manner of ESCAP's snapshot: goal by goal, and what stands out. */
export interface BriefReport {
  /** All seventeen, in order. */
  goals: readonly GoalProgress[]
  /** At most three each, without breaks and outliers; furthest first. */
  strongest: readonly IndexedIndicator[]
  weakest: readonly IndexedIndicator[]
  /** Indicators with a figure, and those that the method judges. */
  withFigures: number
  assessed: number
}

export interface GoalProgress {
  sdgGoal: number
  /** Indicators of the goal that have a yearly figure. */
  withFigures: number
  /** Those of them with an index, and with a break or an outlier on the way. */
  assessed: number
  flagged: number
  /** Mean of the indices; null where fewer than two indicators have one. */
  current: number | null
  anticipated: number | null
}

/** Fewer indicators than this say nothing of a whole goal. Our own limit: ESCAP's pages name none that we could read. */
export const fewestIndicators = 2
const goalCount = 17
const standsOut = 3

/**
 * Goals by ESCAP's indices.
 *
 *     index of a goal = mean of the indices of its indicators, each with the weight 1
 *
 * Source   ESCAP, Asia and the Pacific SDG progress report; each indicator is represented by its headline series, not by all sub-indicators.
 * Missing  a goal with fewer than two assessed indicators has no index; refused when no indicator of the goals has a figure.
 */
export function reportBrief(input: IndexInput): Outcome<BriefReport> {
  const all = input.indicators
    .filter(({ sdgGoal }) => sdgGoal !== null)
    .toSorted((a, b) => compareCodes(a.code, b.code))
    .flatMap((indicator) => indexIndicator(indicator, input) ?? [])
  if (all.length === 0) return refuse('report_without_figures')
  const ranked = all.filter(({ current, cautions }) => current !== null && cautions.length === 0)
  const worth = (one: IndexedIndicator) => (one.current ?? 0) * 1000 + (one.anticipated ?? one.current ?? 0)
  return done({
    goals: Array.from({ length: goalCount }, (_, at) => progressOfGoal(at + 1, all)),
    strongest: ranked
      // A target that is met is no strength where the figure has moved away from it.
      .filter((one) => (one.current ?? 0) > 0 && wayGone(one) >= 0)
      .toSorted((a, b) => worth(b) - worth(a) || wayGone(b) - wayGone(a))
      .slice(0, standsOut),
    weakest: ranked
      .filter(({ current }) => (current ?? 0) < 10)
      .toSorted((a, b) => worth(a) - worth(b) || wayGone(a) - wayGone(b))
      .slice(0, standsOut),
    withFigures: all.length,
    assessed: all.filter(({ current }) => current !== null).length,
  })
}

/** The indices of a goal: means over its indicators, none where fewer than two are assessed. */
export function progressOfGoal(sdgGoal: number, all: readonly IndexedIndicator[]): GoalProgress {
  const own = all.filter(({ indicator }) => indicator.sdgGoal === sdgGoal)
  const assessed = own.filter(({ current }) => current !== null)
  const enough = assessed.length >= fewestIndicators
  const indexOf = (index: 'current' | 'anticipated') =>
    enough ? assessed.reduce((sum, one) => sum + (one[index] ?? 0), 0) / assessed.length : null
  return {
    sdgGoal,
    withFigures: own.length,
    assessed: assessed.length,
    flagged: assessed.filter(({ cautions }) => cautions.length > 0).length,
    current: indexOf('current'),
    anticipated: indexOf('anticipated'),
  }
}

/** How much of the way from baseline to target was gone, without limit, below 0 the other way: it ranks those that the limit makes equal. */
function wayGone({ judgement, desired }: IndexedIndicator): number {
  if (judgement.kind === 'not_assessed' || judgement.baseline === null) return 0
  const { baseline, latest, target } = judgement
  const gone = (desired === 'decrease' ? -1 : 1) * (latest.value - baseline.value)
  return gone / (Math.abs(target.value - baseline.value) || 1)
}
