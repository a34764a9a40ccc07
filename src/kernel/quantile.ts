/**
 * The value below which a share `p` of the values lies; between two values on the straight line from one to the other.
 *
 *     h = (n − 1) · p;   q = x₍⌊h⌋₎ + (h − ⌊h⌋) · (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎),  counted from 0
 *
 * Source   Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361–365, type 7.
 * Shape    `sorted` ascending.
 * Missing  null for no values.
 *
 * @throws {RangeError} p outside 0–1
 * @example
 * quantile(Float64Array.of(1, 2, 3, 4), 0.5) // => 2.5
 * @example
 * quantile(Float64Array.of(10, 20), 0.975) // => 19.75
 */
export function quantile(sorted: Float64Array, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`The share ${p} is not between 0 and 1.`)
  const h = (sorted.length - 1) * p
  const below = sorted[Math.floor(h)]
  const above = sorted[Math.ceil(h)]
  return below === undefined || above === undefined ? null : below + (h - Math.floor(h)) * (above - below)
}
