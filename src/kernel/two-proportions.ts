/**
 * How many standard errors one share lies above another, were both the same (pooled two-proportion test).
 *
 *     z = (p₁ − p₂) / √(p (1 − p) (1/n₁ + 1/n₂)),   p = (x₁ + x₂) / (n₁ + n₂)
 *
 * Source   Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions", 3rd ed. (2003), section 3.1, without continuity correction.
 * Missing  0 when there is nothing to compare: no cases on a side, or all or none of both.
 *
 * @example
 * twoProportionZ(60, 100, 40, 100) // => 2.8284
 * @example
 * twoProportionZ(0, 0, 4, 10) // => 0
 */
export function twoProportionZ(x1: number, n1: number, x2: number, n2: number): number {
  if (n1 === 0 || n2 === 0) return 0
  const p = (x1 + x2) / (n1 + n2)
  return p === 0 || p === 1 ? 0 : (x1 / n1 - x2 / n2) / Math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2))
}

/**
 * The same after one case of success is added on both sides, as Polis compares a group with all others.
 *
 * @example
 * smoothedTwoProportionZ(9, 9, 0, 9) // => 4.0452
 */
export function smoothedTwoProportionZ(x1: number, n1: number, x2: number, n2: number): number {
  return twoProportionZ(x1 + 1, n1 + 1, x2 + 1, n2 + 1)
}

/**
 * How many standard errors a share lies above one half, after one success is added.
 *
 *     z = 2 √(n + 1) ((x + 1) / (n + 1) − ½)
 *
 * @example
 * smoothedMajorityZ(8, 8) // => 3
 */
export function smoothedMajorityZ(x: number, n: number): number {
  return 2 * Math.sqrt(n + 1) * ((x + 1) / (n + 1) - 0.5)
}
