/**
 * For each p value the smallest false-discovery rate at which its test still counts (q value).
 *
 *     q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎ · m / j,  p sorted ascending
 *
 * Keeping the tests with q ≤ .05 keeps the expected share of false ones among them at most at 5 %, as long as the tests are
 * independent or positively dependent.
 *
 * Source   Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57 (1995), 289–300.
 * Cost     sorts.
 *
 * @example
 * [...benjaminiHochberg([0.01, 0.04, 0.03])].map((q) => Number(q.toFixed(4))) // => [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const m = p.length
  const order = Array.from({ length: m }, (_, i) => i).toSorted((i, j) => p[i]! - p[j]! || i - j)
  const q = new Float64Array(m)
  let smallest = 1
  for (let rank = m; rank >= 1; rank--) {
    const test = order[rank - 1]!
    smallest = Math.min(smallest, (p[test]! * m) / rank)
    q[test] = smallest
  }
  return q
}
