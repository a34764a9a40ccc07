import { estimateAt } from './estimate-at.ts'
import { isMet, notAssessed, orderTrajectory, settle, type NotAssessed, type Point, type Trajectory } from './trajectory.ts'

/** Thresholds are data: ESCAP's pages could be read only in part, so that they may have to be corrected. */
export interface EscapParameters {
  name: 'escap'
  /** A gap of at most so many percent at the target year counts as on track; a gap above the second as reversal. */
  onTrackGap: number
  reverseGap: number
  /** Current Status Index above the first: on track; at the second or below: regression. */
  onTrackStatus: number
  regressionStatus: number
}

export const escapParameters: EscapParameters = { name: 'escap', onTrackGap: 10, reverseGap: 100, onTrackStatus: 9, regressionStatus: 0 }

export type EscapCategory = 'on_track' | 'accelerate' | 'reverse' | 'held' | 'lost'

export interface EscapAssessed {
  kind: 'assessed'
  category: EscapCategory
  metNow: boolean
  /** null only when a single value already meets the target. */
  baseline: Point | null
  baselineEstimated: boolean
  latest: Point
  target: Point
  /** 0 at the baseline, 10 at the target, below 0 when moving away; null when the target was the baseline and was lost. */
  currentStatusIndex: number | null
  currentCategory: 'on_track' | 'slow' | 'regression'
  /** Value expected in the target year; null when the target is met now or was lost. */
  anticipated: Point | null
  /** How much of the way is expected to be missing in the target year, in percent: 0 met, 100 no progress at all. */
  gapPercent: number | null
  parameters: EscapParameters
}

/**
 * ESCAP: Current Status Index and Anticipated Progress Index.
 *
 *     D = +1 increase desired, −1 decrease
 *     status  CS = 10                                        target met now
 *             CS = 10 · D · (x_latest − x_base) / |TV − x_base|
 *     gap     P  = 0                                         target met now, or x̂(T) meets it
 *             P  = 100 · (1 − D · (x̂(T) − x_base) / |TV − x_base|)
 *     P ≤ 10 on track · 10 < P ≤ 100 accelerate · P > 100 reverse
 *
 * x̂(T) is the time-weighted estimate over all years, those before the baseline included (`estimate-at.ts`).
 * "Met now" comes first. A target equal to the baseline has no distance to measure: it was held, or lost.
 *
 * Source   ESCAP, Asia and the Pacific SDG progress report, progress assessment methodology; the equations were
 *          checked against UNICEF MENARO's implementation. The limits 10 and 100 are unchecked against ESCAP's own text.
 * Missing  a named reason.
 *
 * @example
 * assessEscap({ points: [{ year: 2015, value: 0 }, { year: 2020, value: 5 }], desired: 'increase', baselineYear: 2015, target: { year: 2030, value: 20 }, scale: null }).kind // => 'assessed'
 */
export function assessEscap(trajectory: Trajectory, parameters = escapParameters): EscapAssessed | NotAssessed {
  const ordered = orderTrajectory(trajectory)
  if (ordered.kind === 'not_assessed') return ordered
  const { points, latest, sign } = ordered
  const { target, baselineYear, scale } = trajectory
  if (target === null) return notAssessed('no_target')

  const base = estimateAt(points, baselineYear, scale)
  const baseline = base === null ? null : { year: baselineYear, value: base }
  const metNow = isMet(latest.value, target.value, sign)
  const shared = { kind: 'assessed', metNow, baseline, latest, target, parameters } as const
  const baselineEstimated = base !== null && !points.some((point) => point.year === baselineYear)

  if (metNow) {
    const category = base === target.value ? 'held' : 'on_track'
    return { ...shared, category, baselineEstimated, currentStatusIndex: 10, currentCategory: 'on_track', anticipated: null, gapPercent: 0 }
  }
  if (points.length < 2) return notAssessed('one_point')
  if (base === null) return notAssessed('out_of_range')
  if (base === target.value) {
    return {
      ...shared,
      category: 'lost',
      baselineEstimated,
      currentStatusIndex: null,
      currentCategory: 'regression',
      anticipated: null,
      gapPercent: null,
    }
  }

  const distance = Math.abs(target.value - base)
  const currentStatusIndex = settle((10 * sign * (latest.value - base)) / distance)
  const value = estimateAt(points, target.year, scale)
  if (value === null || !Number.isFinite(currentStatusIndex)) return notAssessed('out_of_range')
  const gapPercent = isMet(value, target.value, sign) ? 0 : settle(100 * (1 - (sign * (value - base)) / distance))
  if (!Number.isFinite(gapPercent)) return notAssessed('out_of_range')

  return {
    ...shared,
    category: gapPercent <= parameters.onTrackGap ? 'on_track' : gapPercent <= parameters.reverseGap ? 'accelerate' : 'reverse',
    baselineEstimated,
    currentStatusIndex,
    currentCategory:
      currentStatusIndex > parameters.onTrackStatus ? 'on_track' : currentStatusIndex > parameters.regressionStatus ? 'slow' : 'regression',
    anticipated: { year: target.year, value },
    gapPercent,
    parameters,
  }
}
