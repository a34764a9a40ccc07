/**
 * Silhouettes of one cloud: the mean that `divideInPlane` finds among normally distributed people, who form no groups at all, by how much
 * narrower the cloud is across than along (0, 0.1, … 1), for 2, 3, 4 and 5 clusters. Written by `bench/one-cloud.ts`.
 */
const expected: Readonly<Record<number, readonly number[]>> = {
  2: [0.667, 0.657, 0.637, 0.612, 0.587, 0.561, 0.537, 0.514, 0.492, 0.472, 0.455],
  3: [0.638, 0.622, 0.591, 0.557, 0.523, 0.491, 0.462, 0.466, 0.47, 0.471, 0.47],
  4: [0.629, 0.605, 0.564, 0.521, 0.481, 0.484, 0.478, 0.471, 0.464, 0.457, 0.449],
  5: [0.623, 0.593, 0.54, 0.489, 0.474, 0.46, 0.46, 0.455, 0.448, 0.441, 0.452],
}

/**
 * How much higher chance takes it in about one of twenty clouds, times the root of the number of people. Votes scatter small clouds in
 * other shapes besides, for which `few` makes up: among 120 people voting by the toss of a coin nearly no groups are found.
 */
const chance: Readonly<Record<number, number>> = { 2: 0.65, 3: 0.8, 4: 0.9, 5: 1 }
const few = 60

/**
 * The silhouette that one cloud of so many people rarely reaches.
 *
 * Source   a reference without groups, as for the gap statistic: Tibshirani, Walther and Hastie, "Estimating the number of clusters in a
 *          data set via the gap statistic", Journal of the Royal Statistical Society B 63 (2001), 411–423.
 *
 * @param narrowness  spread across the cloud by spread along it, 0 to 1
 */
export function silhouetteOfOneCloud(k: number, narrowness: number, people: number): number {
  const row = expected[k] ?? []
  const place = Math.min(Math.max(narrowness, 0), 1) * (row.length - 1)
  const below = row[Math.floor(place)] ?? 0
  const above = row[Math.ceil(place)] ?? below
  return below + (place - Math.floor(place)) * (above - below) + ((chance[k] ?? 1) * (1 + few / people)) / Math.sqrt(people)
}
