import { compoundGrowth, isMet, notAssessed, orderTrajectory, settle, type NotAssessed, type Point, type Trajectory } from './trajectory.ts'

/** The four steps below "target achieved", best first, and the lowest value of each of the first three. */
interface Steps {
  high: number
  medium: number
  low: number
  categories: readonly [OpenSdgCategory, OpenSdgCategory, OpenSdgCategory, OpenSdgCategory]
}

export interface OpenSdgParameters {
  name: 'open_sdg' | 'eurostat'
  withoutTarget: Steps
  withTarget: Steps
  /** Stands in for a baseline or target of 0, from which no rate can be computed. */
  zero: number
  /** The natural limit eases the steps (Statistics Canada); null where the method knows no limit. */
  limitExponent: number | null
  hasScore: boolean
}

export type OpenSdgCategory =
  | 'target_achieved'
  | 'substantial_progress'
  | 'moderate_progress'
  | 'limited_progress'
  | 'deterioration'
  | 'significant_progress'
  | 'insufficient_progress'
  | 'movement_away'
  | 'moderate_movement_away'
  | 'significant_movement_away'

const statisticsCanada = ['substantial_progress', 'moderate_progress', 'limited_progress', 'deterioration'] as const

export const openSdgParameters: OpenSdgParameters = {
  name: 'open_sdg',
  withoutTarget: { high: 0.015, medium: 0.005, low: 0, categories: statisticsCanada },
  withTarget: { high: 0.95, medium: 0.6, low: 0, categories: statisticsCanada },
  zero: 0.001,
  limitExponent: 4.44,
  hasScore: true,
}

/** Eurostat's thresholds (unchecked against its own monitoring report). */
export const eurostatParameters: OpenSdgParameters = {
  name: 'eurostat',
  withoutTarget: {
    high: 0.01,
    medium: 0,
    low: -0.01,
    categories: ['significant_progress', 'moderate_progress', 'moderate_movement_away', 'significant_movement_away'],
  },
  withTarget: {
    high: 0.95,
    medium: 0.6,
    low: 0,
    categories: ['significant_progress', 'moderate_progress', 'insufficient_progress', 'movement_away'],
  },
  zero: 0.001,
  limitExponent: null,
  hasScore: false,
}

export interface OpenSdgAssessed {
  kind: 'assessed'
  category: OpenSdgCategory
  metNow: boolean
  baseline: Point
  latest: Point
  target: Point | null
  /** Yearly rate from baseline to latest, as a share; null when the target is met and no rate exists. */
  observedGrowth: number | null
  /** Yearly rate that would lead from baseline to target. */
  requiredGrowth: number | null
  /** What is compared with the steps: the observed rate in the desired direction, or its ratio to the required one. */
  progressValue: number | null
  /** Factor on the steps near a natural limit, 0 to 1. */
  limitCoefficient: number
  /** −5 to 5; null where the parameter set has no score. */
  score: number | null
  /** A baseline or target of 0 was replaced by 0.001. */
  zeroReplaced: boolean
  parameters: OpenSdgParameters
}

/**
 * Open SDG's progress measure by Statistics Canada, with and without a target.
 *
 *     observed = (x_latest / x_base)^(1 / years) − 1        s = −1 if x_base < 0, else 1;  D = +1 increase, −1 decrease
 *     without target:  v = s · D · observed                 steps 1.5 %, 0.5 %, 0, each × C near a natural limit
 *     with target:     v = s · D · observed / |required|    steps 0.95, 0.60, 0
 *     C, with b = |x_base|, L = |limit|:  b ≥ 2L: 1;  b ≤ L: 1 − (b/L)^4.44;  else 1 − ((2L − b)/L)^4.44
 *
 * The baseline is the baseline year, else the next year that has a value. "Target achieved" comes first.
 * Two departures: where the original divides by zero (target equal to the baseline, and lost), we say so instead; and
 * from 0 to 0 it finds a fall of 100 %, because only the baseline is replaced by 0.001: we do not judge that.
 *
 * Source   Open SDG, "Progress Measurement Methodology" (docs/progress-methodology.md) and sdg-build, ProgressMeasure.py.
 *          Its default direction "negative" is not taken over: no direction, no judgement.
 * Missing  a named reason.
 *
 * @example
 * assessOpenSdg({ points: [{ year: 2015, value: 100 }, { year: 2020, value: 110 }], desired: 'increase', baselineYear: 2015, target: null, scale: null }).kind // => 'assessed'
 */
export function assessOpenSdg(
  trajectory: Trajectory,
  parameters = openSdgParameters,
  naturalLimit: number | null = null,
): OpenSdgAssessed | NotAssessed {
  const ordered = orderTrajectory(trajectory)
  if (ordered.kind === 'not_assessed') return ordered
  const { points, latest, sign } = ordered
  const baseline = points.find((point) => point.year >= trajectory.baselineYear)!
  const { target } = trajectory

  const targetValue = target && (target.value || parameters.zero)
  const base = baseline.value || parameters.zero
  const steps = target === null ? parameters.withoutTarget : parameters.withTarget
  const limitCoefficient = target === null ? coefficientNear(naturalLimit, baseline.value, parameters.limitExponent) : 1
  const metNow = targetValue !== null && isMet(latest.value, targetValue, sign)
  const years = latest.year - baseline.year
  const observedGrowth = years > 0 && base * latest.value >= 0 ? compoundGrowth(base, latest.value, years) : null
  const requiredGrowth = target && compoundGrowth(base, targetValue!, target.year - baseline.year)
  const zeroReplaced = baseline.value === 0 || target?.value === 0
  const shared = {
    kind: 'assessed',
    metNow,
    baseline,
    latest,
    target,
    observedGrowth,
    requiredGrowth,
    limitCoefficient,
    zeroReplaced,
    parameters,
  } as const

  if (metNow) return { ...shared, category: 'target_achieved', progressValue: null, score: parameters.hasScore ? 5 : null }
  if (years === 0) return notAssessed(points.length < 2 ? 'one_point' : 'no_value_after_baseline')
  if (baseline.value === 0 && latest.value === 0) return notAssessed('zero_baseline')
  if (observedGrowth === null) return notAssessed(base * latest.value < 0 ? 'sign_change' : 'out_of_range')
  if (target !== null && base === targetValue) return notAssessed('target_is_baseline')
  if (target !== null && requiredGrowth === null) return notAssessed(base * targetValue! < 0 ? 'sign_change' : 'out_of_range')

  const direction = (base < 0 ? -1 : 1) * sign
  const progressValue = settle((direction * observedGrowth) / (requiredGrowth === null ? 1 : Math.abs(requiredGrowth)))
  if (!Number.isFinite(progressValue)) return notAssessed('out_of_range')
  const [first, second, third, last] = steps.categories
  const category =
    progressValue >= steps.high * limitCoefficient
      ? first
      : progressValue >= steps.medium * limitCoefficient
        ? second
        : progressValue >= steps.low * limitCoefficient
          ? third
          : last
  const score = !parameters.hasScore
    ? null
    : target
      ? scoreWithTarget(progressValue)
      : scoreWithoutTarget(progressValue, steps, limitCoefficient)
  return { ...shared, category, progressValue, score }
}

/** How far the steps shrink where the baseline is already near the natural limit. */
function coefficientNear(limit: number | null, baseline: number, exponent: number | null): number {
  if (limit === null || exponent === null) return 1
  const b = Math.abs(baseline)
  const L = Math.abs(limit)
  if (b >= 2 * L) return 1
  return 1 - ((b <= L ? b : 2 * L - b) / L) ** exponent
}

const scoreWithTarget = (v: number): number => (v >= 0.6 ? Math.min(7.1429 * v - 4.2857, 5) : Math.max(4.1667 * v - 2.5, -5))

function scoreWithoutTarget(v: number, steps: Steps, coefficient: number): number {
  if (v < 0) return Math.max(125 * v - 2.5, -5)
  if (coefficient === 0) return 5 // at the limit and kept there
  if (v >= steps.high * coefficient) return Math.min((500 * v) / coefficient - 5, 5)
  if (v >= steps.medium * coefficient) return (250 * v) / coefficient - 1.25
  return (500 * v) / coefficient - 2.5
}
