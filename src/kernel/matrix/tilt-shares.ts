/**
 * Shares of two parts, tilted until the first part has the total that it should have: biproportional fitting (RAS) of a table with two
 * rows, in closed form for each column.
 *
 *     pⱼ = ρ·qⱼ / (ρ·qⱼ + 1 − qⱼ)    with the one ρ > 0 for which Σ tⱼ·pⱼ = wanted
 *
 * Each column keeps its total tⱼ, and columns keep the order of their odds.
 *
 * Source   Bacharach, "Biproportional Matrices and Input-Output Change" (1970); ρ is the ratio of the two row multipliers of RAS.
 * Units    none for shares; totals and wanted alike.
 * Shape    q and t of one length; t not negative.
 * Missing  columns without total keep their share.
 * Cost     about 60 passes at most.
 *
 * @throws {RangeError} the total wanted is below 0 or above the sum of the columns
 * @example
 * tiltShares(Float64Array.of(0.5, 0.5), Float64Array.of(10, 30), 20) // => Float64Array.of(0.5, 0.5)
 */
export function tiltShares(q: Float64Array, t: Float64Array, wanted: number): Float64Array {
  const sum = t.reduce((total, one) => total + one, 0)
  const slack = 1e-9 * sum
  if (!(wanted >= -slack && wanted <= sum + slack)) throw new RangeError(`A part of ${wanted} cannot be taken out of ${sum}.`)
  // All or nothing has no odds: such columns may still have to give way a little.
  const kept = q.map((one) => Math.min(Math.max(one, smallestShare), 1 - smallestShare))
  if (wanted <= 0 || wanted >= sum) return kept.fill(wanted <= 0 ? 0 : 1)

  const shareAt = (logRho: number, one: number) => 1 / (1 + (1 - one) / one / Math.exp(logRho))
  let [low, high, logRho] = [-60, 60, 0]
  for (let round = 0; round < mostRounds; round++) {
    let [part, slope] = [0, 0]
    for (let j = 0; j < t.length; j++) {
      const share = shareAt(logRho, kept[j]!)
      part += t[j]! * share
      slope += t[j]! * share * (1 - share)
    }
    const gap = part - wanted
    if (Math.abs(gap) <= 1e-15 * sum) break
    if (gap > 0) high = logRho
    else low = logRho
    // Newton's step, or the middle where it would leave the interval.
    const step = logRho - gap / slope
    const next = step > low && step < high ? step : (low + high) / 2
    if (next === logRho) break
    logRho = next
  }
  return kept.map((one) => shareAt(logRho, one))
}

const smallestShare = 1e-9
const mostRounds = 200
