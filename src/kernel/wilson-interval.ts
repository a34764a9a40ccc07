/** Two-sided 95 % of the normal distribution. */
const z95 = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

/**
 * Interval of a share that was counted in a sample: where the true share may well be.
 *
 *     centre = (k + z²/2) / (n + z²)        half = z √(k (n − k) / n + z²/4) / (n + z²)
 *
 * Source   Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
 *          Association 22 (1927), 209–212; numbers by Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
 *          Medicine 17 (1998), 857–872, table I, method 3.
 * Units    k of n → shares from 0 to 1; never outside, unlike the textbook's p ± z√(p(1−p)/n).
 *
 * @throws {RangeError} no sample, or more counted than there are
 * @example
 * wilsonInterval(81, 263).low // => 0.2553
 * @example
 * wilsonInterval(0, 20).high // => 0.1611
 */
export function wilsonInterval(counted: number, of: number, z = z95): Interval {
  if (!(of > 0) || counted < 0 || counted > of) throw new RangeError(`${counted} of ${of} is no share.`)
  const middle = counted + (z * z) / 2
  const half = z * Math.sqrt((counted * (of - counted)) / of + (z * z) / 4)
  // At the ends the two terms are equal; rounding must not lead past them.
  return {
    low: counted === 0 ? 0 : (middle - half) / (of + z * z),
    high: counted === of ? 1 : (middle + half) / (of + z * z),
  }
}
