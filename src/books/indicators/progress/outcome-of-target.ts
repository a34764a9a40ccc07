import { isMet, type Desired, type Point } from './trajectory.ts'

/** What became of a target whose year has passed. Nothing is anticipated any more. */
export type TargetOutcome = { target: Point; laterValues: readonly Point[] } & (
  | { kind: 'reached'; value: number }
  | { kind: 'missed'; value: number; by: number }
  /** The target year has no value; the last one before it is told, and not put in its place. */
  | { kind: 'no_value'; lastBefore: Point | null }
  | { kind: 'disputed'; values: readonly number[] }
  | { kind: 'no_direction'; value: number }
)

/**
 * Reached, missed by how much, or no value for the year.
 *
 * Only the value of the target year itself decides. Later values are listed beside the outcome: a target reached two
 * years late was missed.
 *
 * @example
 * outcomeOfTarget([{ year: 2020, value: 74.3 }, { year: 2022, value: 90.4 }], 'increase', { year: 2020, value: 80 }) // => { kind: 'missed', value: 74.3, by: 5.7, target: { year: 2020, value: 80 }, laterValues: [{ year: 2022, value: 90.4 }] }
 */
export function outcomeOfTarget(points: readonly Point[], desired: Desired | null, target: Point): TargetOutcome {
  const ordered = points.filter(({ value }) => Number.isFinite(value)).toSorted((a, b) => a.year - b.year)
  const laterValues = ordered.filter((point) => point.year > target.year)
  const values = [...new Set(ordered.filter((point) => point.year === target.year).map((point) => point.value))]
  const [value] = values
  if (value === undefined)
    return { kind: 'no_value', lastBefore: ordered.findLast((point) => point.year < target.year) ?? null, target, laterValues }
  if (values.length > 1) return { kind: 'disputed', values, target, laterValues }
  if (desired === null) return { kind: 'no_direction', value, target, laterValues }
  if (isMet(value, target.value, desired === 'increase' ? 1 : -1)) return { kind: 'reached', value, target, laterValues }
  // 80 − 74.3 is 5.7 for a reader; the binary remainder is cut off.
  return { kind: 'missed', value, by: Number(Math.abs(target.value - value).toPrecision(12)), target, laterValues }
}
