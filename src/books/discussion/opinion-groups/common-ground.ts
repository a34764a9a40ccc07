import type { BiasedFactors } from '../../../kernel/biased-factors.ts'

/**
 * For each statement the vote that is expected of somebody who stands halfway between the opinion groups: agreement that bridges them.
 *
 *     μ + b̄ + cⱼ + m · wⱼ,  m the middle of the groups' middles, each group counted once; b̄ the usual readiness to agree
 *
 * What a large group likes and a small one does not is explained by where people stand, and falls away. The intercept cⱼ alone would do the
 * same if the factors had a middle of their own; they do not, so it is put between the groups. Without groups it is the middle of all.
 *
 * Source   intercepts of biased matrix factorisation as used by Community Notes: Wojcik and others, "Birdwatch", arXiv 2210.15723 (2022).
 *
 * @param groupOf  by row; null without groups
 */
export function commonGroundOf(
  { mean, rowTerms, columnTerms }: BiasedFactors,
  groupOf: Int8Array | null,
  k: number,
  counted: Int32Array,
): Float64Array {
  const parts = Math.max(k, 1)
  const sums = new Float64Array(4 * parts)
  for (const row of counted) {
    const at = 4 * (groupOf === null ? 0 : Math.max(groupOf[row]!, 0))
    for (let term = 0; term < 3; term++) sums[at + term]! += rowTerms[3 * row + term]!
    sums[at + 3]!++
  }
  const middle = new Float64Array(3)
  for (let part = 0; part < parts; part++)
    for (let term = 0; term < 3; term++) middle[term]! += sums[4 * part + term]! / Math.max(sums[4 * part + 3]!, 1) / parts
  return Float64Array.from({ length: columnTerms.length / 3 }, (_, j) => {
    const expected = mean + middle[0]! + columnTerms[3 * j]! + middle[1]! * columnTerms[3 * j + 1]! + middle[2]! * columnTerms[3 * j + 2]!
    return Math.min(1, Math.max(-1, expected))
  })
}
