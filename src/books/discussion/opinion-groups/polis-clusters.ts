import { firstDistinctPoints, planeKMeans } from '../../../kernel/plane-k-means.ts'
import { silhouette } from '../../../kernel/silhouette.ts'

export interface PolisCandidate {
  k: number
  silhouette: number
  /** By base cluster. */
  groupOfBase: Int32Array
}

export interface PolisClusters {
  /** By point. */
  baseOf: Int32Array
  /** x, y of each base cluster. */
  centres: Float64Array
  candidates: PolisCandidate[]
}

const baseClusters = 100
const tolerance = 0.01
const baseRounds = 100
/** A hundred were meant; Polis reads the number under a wrong name and takes the default. */
const groupRounds = 20
const mostGroups = 5

/**
 * The two steps of Polis: up to a hundred base clusters of people, then groups of base clusters.
 *
 * Both begin with the first points that lie apart, in the order of arrival, so that the answer depends on who came first (a quirk of Polis,
 * kept here). The number of groups is that with the best silhouette of the base clusters, each counted once however many people it has.
 *
 * Source   compdemocracy/polis, `math/src/polismath/math/clusters.clj`, October 2024.
 */
export function polisClusters(points: Float64Array): PolisClusters {
  const base = planeKMeans(points, null, firstDistinctPoints(points, baseClusters), { rounds: baseRounds, tolerance })
  const bases = base.centres.length / 2
  const people = new Float64Array(bases)
  for (const one of base.clusterOf) people[one]!++

  const candidates: PolisCandidate[] = []
  for (let k = 2; k <= Math.min(mostGroups, 2 + Math.floor(bases / 12)); k++) {
    const start = firstDistinctPoints(base.centres, k)
    const found = planeKMeans(base.centres, people, start, { rounds: groupRounds, tolerance })
    const clusters = found.centres.length / 2 // one that lost all its bases is gone
    if (clusters >= 2)
      candidates.push({ k: clusters, silhouette: silhouette(base.centres, found.clusterOf, clusters), groupOfBase: found.clusterOf })
  }
  return { baseOf: base.clusterOf, centres: base.centres, candidates }
}
