/**
 * Share of a standard normal distribution above `z`.
 *
 *     Q(z) = ½ erfc(z / √2)
 *
 * Source   below 3 the series of Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11 (2004), no. 4;
 *          above, the continued fraction of Mills' ratio (Abramowitz and Stegun 26.2.14).
 * Cost     some twenty to sixty terms.
 *
 * @example
 * upperTail(0) // => 0.5
 * @example
 * upperTail(1.959963985) // => 0.025
 */
export function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z > 3) {
    let fraction = z
    for (let term = 60; term >= 1; term--) fraction = z + term / fraction
    return density / fraction
  }
  let sum = z
  let term = z
  for (let i = 3; Math.abs(term) > 1e-17 * sum; i += 2) sum += term *= (z * z) / i
  return 0.5 - density * sum
}
