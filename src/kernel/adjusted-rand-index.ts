/**
 * How alike two ways to divide the same things are: 1 the same, 0 as alike as by chance.
 *
 *     ARI = (Σ C(nᵢⱼ, 2) − E) / (½ (Σ C(aᵢ, 2) + Σ C(bⱼ, 2)) − E),   E = Σ C(aᵢ, 2) Σ C(bⱼ, 2) / C(n, 2)
 *
 * Source   Hubert and Arabie, "Comparing partitions", Journal of Classification 2 (1985), 193–218.
 * Missing  things with a negative label in either are left out; 1 when both put everything together or everything apart.
 * Cost     one pass.
 *
 * @throws {RangeError} lists of different length
 * @example
 * adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0]) // => 1
 * @example
 * adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2]) // => 0.5714
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`Two divisions of the same things have the same length, not ${a.length} and ${b.length}.`)
  const both = new Map<string, number>()
  const inA = new Map<number, number>()
  const inB = new Map<number, number>()
  let n = 0
  for (let i = 0; i < a.length; i++) {
    const labelA = a[i]!
    const labelB = b[i]!
    if (labelA < 0 || labelB < 0) continue
    n++
    const key = `${labelA}|${labelB}`
    both.set(key, (both.get(key) ?? 0) + 1)
    inA.set(labelA, (inA.get(labelA) ?? 0) + 1)
    inB.set(labelB, (inB.get(labelB) ?? 0) + 1)
  }
  const together = pairs(both.values())
  const ofA = pairs(inA.values())
  const ofB = pairs(inB.values())
  const expected = n < 2 ? 0 : (ofA * ofB) / ((n * (n - 1)) / 2)
  const most = (ofA + ofB) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

function pairs(counts: Iterable<number>): number {
  let sum = 0
  for (const count of counts) sum += (count * (count - 1)) / 2
  return sum
}
