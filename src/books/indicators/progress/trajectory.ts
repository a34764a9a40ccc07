/** A value of a year, as a number: progress methods compute, so the published text is no use to them. */
export interface Point {
  year: number
  value: number
}

export type Desired = 'increase' | 'decrease'

/** What every progress method starts from. */
export interface Trajectory {
  /** In any order. A disputed figure has no value and is left out by the caller. */
  points: readonly Point[]
  /** Never assumed: null means that nobody has said which way is better. */
  desired: Desired | null
  baselineYear: number
  target: Point | null
  /** Upper end of a share's scale: 100 for percent, 1 for a fraction; null for what has no upper end. */
  scale: number | null
}

/** Why a method gives no judgement. Each has its words in `locales/{language}/progress.json` under `reason_…`. */
export const notAssessedReasons = [
  'no_direction',
  'no_value',
  'conflicting_values',
  'no_baseline',
  'no_value_after_baseline',
  'one_point',
  'no_target',
  'target_before_baseline',
  'target_is_baseline',
  'target_behind_baseline',
  'zero_baseline',
  'sign_change',
  'too_few_areas',
  'areas_do_not_differ',
  'areas_meet_target',
  'out_of_range',
] as const
export type NotAssessedReason = (typeof notAssessedReasons)[number]

export interface NotAssessed {
  kind: 'not_assessed'
  reason: NotAssessedReason
}

export const notAssessed = (reason: NotAssessedReason): NotAssessed => ({ kind: 'not_assessed', reason })

/** A trajectory in order: years ascending, one value a year, none after the target year. */
export interface OrderedTrajectory {
  kind: 'ordered'
  points: readonly Point[]
  latest: Point
  /** +1 when an increase is desired, −1 when a decrease is. */
  sign: 1 | -1
}

/**
 * Puts the points in order and refuses what no method can judge.
 *
 * A method looks no further than the target year: what came later is the business of `outcome-of-target.ts`.
 *
 * @example
 * orderTrajectory({ points: [], desired: null, baselineYear: 2015, target: null, scale: null }) // => { kind: 'not_assessed', reason: 'no_direction' }
 */
export function orderTrajectory({ points, desired, baselineYear, target }: Trajectory): OrderedTrajectory | NotAssessed {
  if (desired === null) return notAssessed('no_direction')
  const ordered: Point[] = []
  for (const point of points.toSorted((a, b) => a.year - b.year)) {
    if (!Number.isFinite(point.value) || (target !== null && point.year > target.year)) continue
    const previous = ordered.at(-1)
    if (previous?.year !== point.year) ordered.push(point)
    else if (previous.value !== point.value) return notAssessed('conflicting_values')
  }
  const latest = ordered.at(-1)
  if (latest === undefined) return notAssessed('no_value')
  if (target !== null && target.year <= baselineYear) return notAssessed('target_before_baseline')
  if (latest.year < baselineYear) return notAssessed('no_baseline')
  return { kind: 'ordered', points: ordered, latest, sign: desired === 'increase' ? 1 : -1 }
}

/** Whether a value is at the target or beyond it, in the desired direction. */
export const isMet = (value: number, target: number, sign: 1 | -1): boolean => sign * (value - target) >= 0

/**
 * A computed value without its binary remainder, so that what stands exactly on a limit counts as on it: a series that
 * does not move has a gap of 100 %, not of 100.00000000000001 %.
 *
 * @example
 * settle(0.1 + 0.2) // => 0.3
 */
export const settle = (value: number): number => Number(value.toPrecision(12))

/**
 * Compound annual growth rate: the constant yearly rate that leads from one value to the other.
 *
 *     CAGR = (to / from)^(1 / years) − 1
 *
 * Missing  null when the values have different signs, `from` is 0, or the result leaves the range of numbers.
 *
 * @example
 * compoundGrowth(100, 121, 2)?.toFixed(4) // => '0.1000'
 */
export function compoundGrowth(from: number, to: number, years: number): number | null {
  const ratio = to / from
  if (!(ratio >= 0) || !(years > 0)) return null
  const rate = ratio ** (1 / years) - 1
  return Number.isFinite(rate) ? rate : null
}
