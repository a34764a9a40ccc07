import { byX, nearestCentres } from './nearest-centres.ts'

export interface PlaneClusters {
  /** By point. */
  clusterOf: Int32Array
  /** x, y of each cluster. */
  centres: Float64Array
}

/**
 * Divides points of the plane by their nearest centre, moves the centres to the middle of their points, and so on (Lloyd).
 *
 * It ends when no centre moved as far as `tolerance`, centres before and after compared in the order of their x; at the latest
 * after `rounds` repetitions. A cluster that loses all its points is dropped.
 *
 * Source   Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 28 (1982), 129–137; the rule for the
 *          end is that of Polis.
 * Shape    `points` and `start` as x, y, x, y, …
 * Cost     points × centres × rounds at most; many centres are searched by x.
 *
 * @param weight  how often each point counts; null for once
 */
export function planeKMeans(
  points: Float64Array,
  weight: Float64Array | null,
  start: Float64Array,
  { rounds, tolerance }: { rounds: number; tolerance: number },
): PlaneClusters {
  const clusterOf = new Int32Array(points.length / 2)
  let centres = start
  for (let round = 0; ; round++) {
    nearestCentres(points, centres, clusterOf, round > 0)
    const moved = middles(points, weight, clusterOf, centres)
    const isSettled = sameCentres(centres, moved, tolerance)
    centres = moved
    if (isSettled || round >= rounds) return { clusterOf, centres }
  }
}

/** The middle of each cluster's points; empty clusters are dropped, and `clusterOf` renumbered. */
function middles(points: Float64Array, weight: Float64Array | null, clusterOf: Int32Array, centres: Float64Array): Float64Array {
  const k = centres.length / 2
  const sums = new Float64Array(3 * k)
  for (let i = 0; i < clusterOf.length; i++) {
    const s = 3 * clusterOf[i]!
    const times = weight === null ? 1 : weight[i]!
    sums[s]! += times * points[2 * i]!
    sums[s + 1]! += times * points[2 * i + 1]!
    sums[s + 2]! += times
  }
  const number = new Int32Array(k)
  let kept = 0
  const out = new Float64Array(2 * k)
  for (let c = 0; c < k; c++) {
    number[c] = kept
    const people = sums[3 * c + 2]!
    if (people === 0) continue
    out[2 * kept] = sums[3 * c]! / people
    out[2 * kept + 1] = sums[3 * c + 1]! / people
    kept++
  }
  if (kept === k) return out
  for (let i = 0; i < clusterOf.length; i++) clusterOf[i] = number[clusterOf[i]!]!
  return out.slice(0, 2 * kept)
}

function sameCentres(before: Float64Array, after: Float64Array, tolerance: number): boolean {
  const a = byX(before)
  const b = byX(after)
  for (let c = 0; c < Math.min(a.length, b.length); c++) {
    const dx = before[2 * a[c]!]! - after[2 * b[c]!]!
    const dy = before[2 * a[c]! + 1]! - after[2 * b[c]! + 1]!
    if (!(Math.sqrt(dx * dx + dy * dy) < tolerance)) return false
  }
  return true
}

/** The first `k` points that lie in different places; fewer where there are not as many. */
export function firstDistinctPoints(points: Float64Array, k: number): Float64Array {
  const seen = new Set<string>()
  const chosen: number[] = []
  for (let i = 0; i < points.length / 2 && seen.size < k; i++) {
    const key = `${points[2 * i]!} ${points[2 * i + 1]!}`
    if (seen.has(key)) continue
    seen.add(key)
    chosen.push(points[2 * i]!, points[2 * i + 1]!)
  }
  return Float64Array.from(chosen)
}
