/**
 * How much nearer points of the plane are to their own cluster than to the next: 1 well apart, 0 in between, below 0 misplaced.
 *
 *     s = (b − a) / max(a, b),  a mean distance to the others of the own cluster, b to those of the nearest other cluster
 *
 * Source   Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20 (1987), 53–65; a point alone counts 0.
 * Missing  0 for less than two clusters or no points.
 * Cost     points squared.
 *
 * @example
 * silhouette(Float64Array.of(0, 0, 0, 1, 9, 0, 9, 1), [0, 0, 1, 1], 2) // => 0.889
 */
export function silhouette(points: Float64Array, clusterOf: ArrayLike<number>, k: number): number {
  const n = clusterOf.length
  const size = new Float64Array(k)
  for (let i = 0; i < n; i++) size[clusterOf[i]!]!++
  const distance = new Float64Array(k)
  let sum = 0
  for (let i = 0; i < n; i++) {
    const own = clusterOf[i]!
    if (size[own]! < 2) continue
    distance.fill(0)
    for (let j = 0; j < n; j++) {
      const dx = points[2 * i]! - points[2 * j]!
      const dy = points[2 * i + 1]! - points[2 * j + 1]!
      distance[clusterOf[j]!]! += Math.sqrt(dx * dx + dy * dy)
    }
    const a = distance[own]! / (size[own]! - 1)
    let b = Infinity
    for (let c = 0; c < k; c++) if (c !== own && size[c]! > 0) b = Math.min(b, distance[c]! / size[c]!)
    if (b < Infinity && Math.max(a, b) > 0) sum += (b - a) / Math.max(a, b)
  }
  return n > 0 ? sum / n : 0
}

/**
 * The same with distances to the middle of each cluster, so that it takes points × clusters, for points that count `weight` times.
 *
 * Source   "simplified silhouette": Hruschka, de Castro and Campello, "Evolutionary algorithms for clustering gene-expression data", ICDM 2004.
 * Missing  0 for less than two clusters or no points.
 *
 * @example
 * centreSilhouette(Float64Array.of(0, 0, 0, 1, 9, 0, 9, 1), Float64Array.of(1, 1, 1, 1), [0, 0, 1, 1], Float64Array.of(0, 0.5, 9, 0.5)) // => 0.9445
 */
export function centreSilhouette(points: Float64Array, weight: Float64Array, clusterOf: ArrayLike<number>, centres: Float64Array): number {
  const k = centres.length / 2
  if (k < 2) return 0
  let sum = 0
  let people = 0
  for (let i = 0; i < clusterOf.length; i++) {
    let a = 0
    let b = Infinity
    for (let c = 0; c < k; c++) {
      const dx = points[2 * i]! - centres[2 * c]!
      const dy = points[2 * i + 1]! - centres[2 * c + 1]!
      const distance = dx * dx + dy * dy
      if (c === clusterOf[i]!) a = distance
      else if (distance < b) b = distance
    }
    a = Math.sqrt(a)
    b = Math.sqrt(b)
    if (Math.max(a, b) > 0) sum += (weight[i]! * (b - a)) / Math.max(a, b)
    people += weight[i]!
  }
  return people > 0 ? sum / people : 0
}
