import { compoundGrowth, isMet, notAssessed, orderTrajectory, settle, type NotAssessed, type Point, type Trajectory } from './trajectory.ts'

export interface UnsdParameters {
  name: 'unsd_2023'
  /** Share of the way expected to be covered by the target year. */
  onTrackShare: number
  fairShare: number
  /** Yearly rate in the desired direction, where there is no target. */
  onTrackGrowth: number
  fairGrowth: number
  /** A percentage so near to a target of 0 or 100 counts as met. */
  nearPoints: number
}

export const unsdParameters: UnsdParameters = {
  name: 'unsd_2023',
  onTrackShare: 0.95,
  fairShare: 0.1,
  onTrackGrowth: 0.02,
  fairGrowth: 0.005,
  nearPoints: 1,
}

export type UnsdCategory = 'met_or_on_track' | 'fair' | 'stagnation_or_regression'

export interface UnsdAssessed {
  kind: 'assessed'
  /** 3, 2, 1 on the progress chart. */
  category: UnsdCategory
  metNow: boolean
  /** Within one point of a target of 0 or 100 %. */
  nearlyMet: boolean
  baseline: Point | null
  latest: Point
  target: Point | null
  observedGrowth: number | null
  expected: Point | null
  /** Share of the way from baseline to target that is expected to be covered in the target year. */
  share: number | null
  parameters: UnsdParameters
}

/**
 * The UN Statistics Division's Progress Chart of 2023.
 *
 *     growth = (x_latest / x_base)^(1 / years) − 1
 *     with target:     expected = x_latest · (1 + growth)^(T − latest);  share = (expected − x_base) / (TV − x_base)
 *                      share ≥ 0.95 met or on track · 0.10 … 0.95 fair · < 0.10 stagnation or regression
 *     without target:  growth in the desired direction ≥ 2 % · 0.5 … 2 % · < 0.5 %
 *
 * Met now, or within one point of a target of 0 or 100 %: met or on track. The baseline is the baseline year, else the
 * first year after it, else the last before it that leaves two values.
 *
 * Source   UNSD, Progress Chart Technical Note 2023, as restated by Eustat (Basque Statistics Office), Metodología.
 *          Unchecked against the note itself. A target that lies behind the baseline (already met then, lost since)
 *          would come out as progress: we do not judge it.
 * Missing  a named reason.
 *
 * @example
 * assessUnsd2023({ points: [{ year: 2015, value: 40 }, { year: 2022, value: 50 }], desired: 'increase', baselineYear: 2015, target: null, scale: 100 }).kind // => 'assessed'
 */
export function assessUnsd2023(trajectory: Trajectory, parameters = unsdParameters): UnsdAssessed | NotAssessed {
  const ordered = orderTrajectory(trajectory)
  if (ordered.kind === 'not_assessed') return ordered
  const { points, latest, sign } = ordered
  const { target, scale } = trajectory
  const baseline = baselineOf(points, trajectory.baselineYear)

  const metNow = target !== null && isMet(latest.value, target.value, sign)
  const nearlyMet =
    target !== null &&
    !metNow &&
    scale === 100 &&
    [0, 100].includes(target.value) &&
    Math.abs(latest.value - target.value) <= parameters.nearPoints
  const shared = { kind: 'assessed', metNow, nearlyMet, baseline, latest, target, parameters } as const
  if (metNow || nearlyMet) return { ...shared, category: 'met_or_on_track', observedGrowth: null, expected: null, share: null }

  if (baseline === null) return notAssessed('one_point')
  if (baseline.value === 0) return notAssessed('zero_baseline')
  if (baseline.value * latest.value < 0) return notAssessed('sign_change')
  const observedGrowth = compoundGrowth(baseline.value, latest.value, latest.year - baseline.year)
  if (observedGrowth === null) return notAssessed('out_of_range')

  if (target === null) {
    const growth = settle(sign * (baseline.value < 0 ? -1 : 1) * observedGrowth)
    const category =
      growth >= parameters.onTrackGrowth ? 'met_or_on_track' : growth >= parameters.fairGrowth ? 'fair' : 'stagnation_or_regression'
    return { ...shared, category, observedGrowth, expected: null, share: null }
  }
  if (target.value === baseline.value) return notAssessed('target_is_baseline')
  if (isMet(baseline.value, target.value, sign)) return notAssessed('target_behind_baseline')
  const value = latest.value * (1 + observedGrowth) ** (target.year - latest.year)
  const share = settle((value - baseline.value) / (target.value - baseline.value))
  if (!Number.isFinite(value) || !Number.isFinite(share)) return notAssessed('out_of_range')
  const category =
    share >= parameters.onTrackShare ? 'met_or_on_track' : share >= parameters.fairShare ? 'fair' : 'stagnation_or_regression'
  return { ...shared, category, observedGrowth, expected: { year: target.year, value }, share }
}

/** The baseline year, else the first year after it, else the last before it; null when that leaves fewer than two values. */
function baselineOf(points: readonly Point[], year: number): Point | null {
  const latest = points.at(-1)!
  const after = points.find((point) => point.year >= year && point.year < latest.year)
  return after ?? points.findLast((point) => point.year < year) ?? null
}
