import { lineAt, weightedLine } from '../../../kernel/regression.ts'
import type { Point } from './trajectory.ts'

/**
 * ESCAP's time-weighted estimate of a series in a year that has no value.
 *
 *     w_i = 1 / |t* − t_i|                       years near to t* weigh more
 *     x̂(t*) = weighted line of x on t, at t*
 *     a share of a scale S:  the line is drawn through ln((x/S) / (1 − x/S)) and the result turned back,
 *     so that it never leaves 0 … S
 *
 * Inside the data the estimate is the straight line between the two neighbours. A share that touches 0 or S has no
 * logarithm: the nearest value stands for the estimate. A quantity that was never below 0 is not estimated below 0.
 *
 * Source   ESCAP progress assessment methodology ("time-weighted linear regression"); the bounded form and the
 *          fallback as in UNICEF MENARO's published implementation, with weighted means throughout. ESCAP writes the
 *          weights as (t* − t_1) / (t* − t_i): the same up to a factor, which changes nothing. Weights before the
 *          first year are our own extension.
 * Shape    points ordered by year, one value a year.
 * Missing  null with fewer than two points, or when the numbers leave the range.
 *
 * @example
 * estimateAt([{ year: 2010, value: 10 }, { year: 2020, value: 20 }], 2030, null)?.toFixed(6) // => '30.000000'
 */
export function estimateAt(points: readonly Point[], year: number, scale: number | null): number | null {
  const known = points.find((point) => point.year === year)
  if (known) return known.value
  const after = points.findIndex((point) => point.year > year)
  const [before, next] = after > 0 ? [points[after - 1], points[after]] : []
  if (before && next) return finite(before.value + ((next.value - before.value) * (year - before.year)) / (next.year - before.year))
  return points.length < 2 ? null : extrapolate(points, year, scale)
}

function extrapolate(points: readonly Point[], year: number, scale: number | null): number | null {
  const bounded = scale !== null && points.every(({ value }) => value > 0 && value < scale)
  if (scale !== null && !bounded) return (points.at(-1)!.year < year ? points.at(-1)! : points[0]!).value

  const line = weightedLine(
    points.map((point) => ({
      x: point.year,
      y: bounded ? Math.log(point.value / scale / (1 - point.value / scale)) : point.value,
      weight: 1 / Math.abs(year - point.year),
    })),
  )
  if (line === null) return null
  const estimate = lineAt(line, year)
  if (bounded) return scale / (1 + Math.exp(-estimate))
  return finite(points.every(({ value }) => value >= 0) ? Math.max(0, estimate) : estimate)
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
