/** A straight line y = level + slope · (x − centre); `centre` is the weighted mean of x. */
export interface Line {
  slope: number
  level: number
  centre: number
}

/**
 * Weighted least-squares line through points.
 *
 *     x̄ = Σ w x / Σ w        ȳ = Σ w y / Σ w
 *     slope = Σ w (x − x̄)(y − ȳ) / Σ w (x − x̄)²
 *
 * Both means are weighted. Mixing a weighted slope with an unweighted intercept, as some published code does, gives a
 * line that misses the cloud of points.
 *
 * Missing  null when fewer than two different x carry weight, or when the sums leave the range of numbers.
 * Cost     linear.
 *
 * @throws {RangeError} a weight below 0
 * @example
 * weightedLine([{ x: 0, y: 1, weight: 1 }, { x: 2, y: 5, weight: 1 }]) // => { slope: 2, level: 3, centre: 1 }
 */
export function weightedLine(points: readonly { x: number; y: number; weight: number }[]): Line | null {
  let total = 0
  let sumX = 0
  let sumY = 0
  for (const { x, y, weight } of points) {
    if (!(weight >= 0)) throw new RangeError(`A weight must be 0 or more, not ${weight}.`)
    total += weight
    sumX += weight * x
    sumY += weight * y
  }
  const centre = sumX / total
  const level = sumY / total

  let spread = 0
  let together = 0
  for (const { x, y, weight } of points) {
    spread += weight * (x - centre) ** 2
    together += weight * (x - centre) * (y - level)
  }
  const slope = together / spread
  return [slope, level, centre].every(Number.isFinite) ? { slope, level, centre } : null
}

/**
 * The y of a line at x.
 *
 * @example
 * lineAt({ slope: 2, level: 3, centre: 1 }, 4) // => 9
 */
export const lineAt = (line: Line, x: number): number => line.level + line.slope * (x - line.centre)
