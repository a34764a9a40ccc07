import { isMet, notAssessed, orderTrajectory, settle, type NotAssessed, type Point, type Trajectory } from './trajectory.ts'

/** What a sibling area has in the year that is compared. */
export interface PoolMember {
  area: string
  value: number
}

export interface MinMaxParameters {
  name: 'min_max'
  /** Percentile of the pool that stands for the worst, from the bad end. */
  worstPercentile: number
  /** How many of the best areas make the best value where there is no target. */
  bestCount: number
  /** Fewer areas than this say nothing about best and worst (our own limit). */
  minimumPool: number
  /** The year by which the best value is to be reached where there is no target. */
  horizon: number
  /** Observed yearly change as a share of the needed one. */
  onTrackPace: number
  moderatePace: number
}

export const minMaxParameters: MinMaxParameters = {
  name: 'min_max',
  worstPercentile: 2.5,
  bestCount: 5,
  minimumPool: 10,
  horizon: 2030,
  onTrackPace: 1,
  moderatePace: 0.5,
}

export type MinMaxCategory = 'at_best' | 'on_track' | 'moderately_improving' | 'stagnating' | 'decreasing'

export interface MinMaxAssessed {
  kind: 'assessed'
  category: MinMaxCategory
  metNow: boolean
  /** 0 at the worst of the pool, 100 at the best value. */
  score: number
  worst: number
  best: number
  bestFrom: 'target' | 'best_areas'
  areas: number
  baseline: Point
  latest: Point
  /** Observed yearly change as a share of the change needed; null at the best value. */
  pace: number | null
  parameters: MinMaxParameters
}

/**
 * A min-max score over the pool of sibling areas, in the manner of the SDSN's SDG Index. It is not an SDSN score:
 * pool, limits and best values are ours.
 *
 *     score = 100 · (x − worst) / (best − worst), kept within 0 … 100
 *     best  = the target, else the mean of the five best areas;  worst = 2.5th percentile from the bad end
 *     pace  = ((x_latest − x_base) / (latest − base)) / ((best − x_base) / (T − base))
 *     pace ≥ 1 on track · 0.5 … 1 moderately improving · 0 … 0.5 stagnating · < 0 decreasing
 *
 * Source   SDSN, Sustainable Development Report, methodology (unchecked: remembered, only the rule on missing
 *          indicators was read). SDSN's percentile is of all countries; ours is of the areas handed in.
 * Missing  a named reason; `too_few_areas` below ten areas with a value.
 */
export function assessMinMax(
  trajectory: Trajectory,
  pool: readonly PoolMember[],
  parameters = minMaxParameters,
): MinMaxAssessed | NotAssessed {
  const ordered = orderTrajectory(trajectory)
  if (ordered.kind === 'not_assessed') return ordered
  const { points, latest, sign } = ordered
  const { target } = trajectory
  const values = pool.map((member) => member.value).filter(Number.isFinite)
  if (values.length < parameters.minimumPool) return notAssessed('too_few_areas')

  const worstFirst = values.toSorted((a, b) => sign * (a - b))
  const worst = percentile(worstFirst, parameters.worstPercentile)
  const best = target?.value ?? mean(worstFirst.slice(-parameters.bestCount))
  const reach = sign * (best - worst)
  if (!Number.isFinite(reach)) return notAssessed('out_of_range')
  // A target that even the worst area meets leaves nothing to tell the areas apart.
  if (reach <= 0) return notAssessed(target ? 'areas_meet_target' : 'areas_do_not_differ')

  const score = Math.min(100, Math.max(0, (100 * sign * (latest.value - worst)) / reach))
  const baseline = points.find((point) => point.year >= trajectory.baselineYear)!
  const metNow = target !== null && isMet(latest.value, best, sign)
  const shared = {
    kind: 'assessed',
    metNow,
    score,
    worst,
    best,
    bestFrom: target ? 'target' : 'best_areas',
    areas: values.length,
    baseline,
    latest,
    parameters,
  } as const
  if (isMet(latest.value, best, sign)) return { ...shared, category: 'at_best', pace: null }

  const years = latest.year - baseline.year
  if (years === 0) return notAssessed(points.length < 2 ? 'one_point' : 'no_value_after_baseline')
  const horizon = target?.year ?? parameters.horizon
  if (horizon <= baseline.year) return notAssessed('target_before_baseline')
  const pace = settle((sign * (latest.value - baseline.value)) / years / (Math.abs(best - baseline.value) / (horizon - baseline.year)))
  // Starting at the best value and having left it: any move away is a decrease, whatever the pace.
  const category = isMet(baseline.value, best, sign) || pace < 0 ? 'decreasing' : stepOf(pace, parameters)
  return Number.isFinite(pace) || category === 'decreasing'
    ? { ...shared, category, pace: Number.isFinite(pace) ? pace : null }
    : notAssessed('out_of_range')
}

function stepOf(pace: number, { onTrackPace, moderatePace }: MinMaxParameters): MinMaxCategory {
  if (pace >= onTrackPace) return 'on_track'
  return pace >= moderatePace ? 'moderately_improving' : 'stagnating'
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Linear between neighbours (R's type 7), of values in order. */
function percentile(ordered: readonly number[], percent: number): number {
  const position = ((ordered.length - 1) * percent) / 100
  const below = ordered[Math.floor(position)]!
  const above = ordered[Math.ceil(position)]!
  return below + (above - below) * (position - Math.floor(position))
}
