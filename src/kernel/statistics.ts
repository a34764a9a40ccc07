/**
 * The middle value: half of the values lie below it, half above; for an even count the mean of the two in the middle.
 *
 * Missing  null for no values.
 * Cost     sorts a copy.
 *
 * @example
 * median([3, 1, 10]) // => 3
 * @example
 * median([1, 2, 3, 4]) // => 2.5
 */
export function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort()
  const upper = sorted[sorted.length >> 1]
  const lower = sorted[(sorted.length - 1) >> 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/**
 * Spread that a few wild values cannot move: the median distance from the median, scaled so that for normally
 * distributed values it estimates the standard deviation.
 *
 *     s = 1.4826 · median |xᵢ − median x|
 *
 * Source   Hampel, "The influence curve and its role in robust estimation", JASA 69 (1974), 383–393; 1.4826 = 1 / Φ⁻¹(3/4).
 * Missing  null for no values; 0 when more than half of the values are equal.
 *
 * @example
 * medianAbsoluteDeviation([1, 2, 3, 4, 1000]) // => 1.4826
 */
export function medianAbsoluteDeviation(values: readonly number[]): number | null {
  const centre = median(values)
  if (centre === null) return null
  const spread = median(values.map((value) => Math.abs(value - centre)))
  return spread === null ? null : 1.4826 * spread
}
