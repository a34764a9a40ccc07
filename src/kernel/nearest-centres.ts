/** Up to so many centres it is quicker to look at each. */
const few = 8

/**
 * The nearest centre of each point of the plane; of several that are equally near, the last.
 *
 * Cost     points × centres at most; of many centres only those are looked at whose x is near enough.
 *
 * @param isNearly  `clusterOf` holds where the points were before, a good place to begin the search
 */
export function nearestCentres(points: Float64Array, centres: Float64Array, clusterOf: Int32Array, isNearly = false): void {
  if (centres.length <= 2 * few) compareAll(points, centres, clusterOf)
  else searchByX(points, centres, clusterOf, isNearly)
}

function compareAll(points: Float64Array, centres: Float64Array, clusterOf: Int32Array): void {
  const k = centres.length / 2
  for (let i = 0; i < clusterOf.length; i++) {
    const x = points[2 * i]!
    const y = points[2 * i + 1]!
    let best = 0
    let least = Infinity
    for (let c = 0; c < k; c++) {
      const dx = x - centres[2 * c]!
      const dy = y - centres[2 * c + 1]!
      const distance = dx * dx + dy * dy
      if (distance <= least) {
        least = distance
        best = c
      }
    }
    clusterOf[i] = best
  }
}

function searchByX(points: Float64Array, centres: Float64Array, clusterOf: Int32Array, isNearly: boolean): void {
  const k = centres.length / 2
  const order = Int32Array.from(byX(centres))
  const rank = new Int32Array(k)
  const xs = new Float64Array(k)
  const ys = new Float64Array(k)
  for (let r = 0; r < k; r++) {
    rank[order[r]!] = r
    xs[r] = centres[2 * order[r]!]!
    ys[r] = centres[2 * order[r]! + 1]!
  }
  for (let i = 0; i < clusterOf.length; i++) {
    const x = points[2 * i]!
    const y = points[2 * i + 1]!
    const begin = isNearly ? rank[Math.min(clusterOf[i]!, k - 1)]! : firstFrom(xs, x)
    let best = begin
    let least = (xs[begin]! - x) ** 2 + (ys[begin]! - y) ** 2
    for (let r = begin + 1; r < k; r++) {
      const dx = xs[r]! - x
      if (dx > 0 && dx * dx > least) break
      const distance = dx * dx + (ys[r]! - y) ** 2
      if (distance < least || (distance === least && order[r]! > order[best]!)) {
        least = distance
        best = r
      }
    }
    for (let r = begin - 1; r >= 0; r--) {
      const dx = x - xs[r]!
      if (dx > 0 && dx * dx > least) break
      const distance = dx * dx + (ys[r]! - y) ** 2
      if (distance < least || (distance === least && order[r]! > order[best]!)) {
        least = distance
        best = r
      }
    }
    clusterOf[i] = order[best]!
  }
}

/** Where the first of the ascending numbers stands that is not below `x`; the last place where all are. */
function firstFrom(sorted: Float64Array, x: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < x) low = middle + 1
    else high = middle
  }
  return low
}

/** Numbers of the centres, from left to right, from below at the same x. */
export function byX(centres: Float64Array): number[] {
  const order = Array.from({ length: centres.length / 2 }, (_, c) => c)
  return order.sort((a, b) => centres[2 * a]! - centres[2 * b]! || centres[2 * a + 1]! - centres[2 * b + 1]!)
}
