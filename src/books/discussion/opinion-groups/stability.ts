import { stream } from '../../../kernel/random.ts'

/** One way to divide participants: by row the number of the group, −1 for none. */
export interface Division {
  k: number
  groupOf: Int8Array
}

/** Any whole number would do; a published one lets everybody draw the same. */
const seed = 11

/**
 * How much of each group is found again when participants are drawn anew, with repetition, and everything is computed from those.
 *
 *     mean over draws of max over groups found of |own ∩ found| / |own ∪ found|,  among those drawn
 *
 * Below .6 a group should not be trusted, from .75 it is stable.
 *
 * Source   Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics and Data Analysis 52 (2007), 258–271.
 * Cost     draws × the cost of `divide`.
 *
 * @param rows       how many participants there are to draw from
 * @param divisions  what is assessed
 * @param divide     the same of participants drawn: their rows ascending, some several times; the answer by position in that list
 * @returns by division its groups; null without draws
 */
export function assessStability(
  rows: number,
  divisions: readonly Division[],
  draws: number,
  divide: (drawn: Int32Array) => readonly Division[],
): number[][] | null {
  if (draws === 0) return null
  const sums = divisions.map(({ k }) => Array.from({ length: k }, () => 0))
  for (let draw = 0; draw < draws; draw++) {
    const random = stream(seed, draw)
    const drawn = Int32Array.from({ length: rows }, () => Math.floor(random.uniform() * rows)).sort()
    const found = divide(drawn)
    for (const [d, division] of divisions.entries()) {
      const again = found.find((one) => one.k === division.k)
      if (again === undefined) continue
      for (const [group, alike] of bestJaccard(division, again, drawn).entries()) sums[d]![group]! += alike
    }
  }
  return sums.map((groups) => groups.map((sum) => sum / draws))
}

/** For each group of a division the likeness to the most alike group that was found. */
function bestJaccard(division: Division, found: Division, drawn: Int32Array): number[] {
  const both = new Int32Array(division.k * found.k)
  const own = new Int32Array(division.k)
  const other = new Int32Array(found.k)
  for (let i = 0; i < drawn.length; i++) {
    const a = division.groupOf[drawn[i]!]!
    const b = found.groupOf[i]!
    if (a >= 0) own[a]!++
    if (b >= 0) other[b]!++
    if (a >= 0 && b >= 0) both[a * found.k + b]!++
  }
  return Array.from(own, (size, a) => {
    let best = 0
    for (let b = 0; b < found.k; b++) {
      const shared = both[a * found.k + b]!
      if (shared > 0) best = Math.max(best, shared / (size + other[b]! - shared))
    }
    return best
  })
}
