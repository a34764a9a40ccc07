/**
 * So many people with equal weights say as much as these with unequal ones.
 *
 *     n_eff = (Σw)² / Σw²
 *
 * Source   Kish, Survey Sampling (1965), section 11.7: weights enlarge the variance by 1 + the square of their coefficient of variation.
 * Missing  0 for no weights.
 *
 * @example
 * effectiveSampleSize([1, 1, 2, 2]) // => 3.6
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  let sum = 0
  let squares = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!
    squares += weights[i]! * weights[i]!
  }
  return squares === 0 ? 0 : (sum * sum) / squares
}
