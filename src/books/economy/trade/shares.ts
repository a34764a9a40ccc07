/**
 * Each value as a share of all of them.
 *
 * Missing  null where the total is not above 0: nothing to take a share of.
 *
 * @example
 * sharesOf([1, 3]) // => [0.25, 0.75]
 */
export function sharesOf(values: ArrayLike<number>): number[] | null {
  const all = Array.from(values)
  const total = all.reduce((sum, value) => sum + value, 0)
  return total > 0 ? all.map((value) => value / total) : null
}

/** Pairs of shares in the same classification; null where one of the two has none. */
export function pairedShares(a: ArrayLike<number>, b: ArrayLike<number>): { a: number; b: number }[] | null {
  if (a.length !== b.length)
    throw new RangeError(`Structures of ${a.length} and ${b.length} sectors cannot be compared: bring them into one classification.`)
  const [ofA, ofB] = [sharesOf(a), sharesOf(b)]
  return ofA === null || ofB === null ? null : ofA.map((share, i) => ({ a: share, b: ofB[i] ?? 0 }))
}
