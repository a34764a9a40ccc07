import { planeKMeans, type PlaneClusters } from '../../../kernel/plane-k-means.ts'
import { nearestCentres } from '../../../kernel/nearest-centres.ts'
import { stream, type Random } from '../../../kernel/random.ts'
import { centreSilhouette } from '../../../kernel/silhouette.ts'
import { gridCells, type GridCells } from './grid-cells.ts'

export interface PlaneDivision {
  k: number
  silhouette: number
  /** By point. */
  clusterOf: Int32Array
  centres: Float64Array
}

export const mostGroups = 5
const restarts = 8
/** Beginnings are tried among large squares, the best is settled among small ones. */
const squares = { coarse: 32, fine: 96 }
const seed = 5

/**
 * Points of the plane divided into 2, 3, 4 and 5 clusters, each the best of some beginnings.
 *
 * Points are first counted in small cells, which makes a hundred thousand as quick as a few; beginnings are drawn far apart (k-means++)
 * from a fixed stream. Clusters follow from the points and their order alone.
 *
 * Source   Arthur and Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007, 1027–1035.
 */
export function divideInPlane(points: Float64Array): PlaneDivision[] {
  const coarse = gridCells(points, squares.coarse)
  const cells = gridCells(points, squares.fine)
  const divisions: PlaneDivision[] = []
  for (let k = 2; k <= mostGroups; k++) {
    const start = bestBeginning(coarse, k)
    if (start === null) continue
    const best = settle(cells, start)
    if (best.centres.length !== 2 * k) continue
    const clusterOf = new Int32Array(points.length / 2)
    nearestCentres(points, best.centres, clusterOf)
    divisions.push({
      k,
      silhouette: centreSilhouette(cells.points, cells.people, best.clusterOf, best.centres),
      clusterOf,
      centres: best.centres,
    })
  }
  return divisions
}

const settle = (cells: GridCells, start: Float64Array): PlaneClusters =>
  planeKMeans(cells.points, cells.people, start, { rounds: 100, tolerance: 1e-3 * cells.side })

/** Where the beginning leads that ends with the least squared distance; null where there are not as many different cells. */
function bestBeginning(cells: GridCells, k: number): Float64Array | null {
  let best: Float64Array | null = null
  let least = Infinity
  for (let restart = 0; restart < restarts; restart++) {
    const start = farApart(cells, k, stream(seed, restart, k))
    if (start === null) return null
    const found = settle(cells, start)
    const distance = squaredDistance(cells, found)
    // A little better is the same by another way: the first one stays.
    if (found.centres.length !== 2 * k || distance >= least * (1 - 1e-6)) continue
    least = distance
    best = found.centres
  }
  return best
}

function farApart({ points, people }: GridCells, k: number, random: Random): Float64Array | null {
  const centres = new Float64Array(2 * k)
  const chance = people.slice()
  const nearest = new Float64Array(people.length).fill(Infinity)
  for (let c = 0; c < k; c++) {
    const cell = draw(chance, random)
    if (cell === null) return null
    const x = (centres[2 * c] = points[2 * cell]!)
    const y = (centres[2 * c + 1] = points[2 * cell + 1]!)
    for (let i = 0; i < people.length; i++) {
      const distance = (points[2 * i]! - x) ** 2 + (points[2 * i + 1]! - y) ** 2
      if (distance < nearest[i]!) nearest[i] = distance
      chance[i] = people[i]! * nearest[i]!
    }
  }
  return centres
}

/** One place in the list, each as likely as its number says. */
function draw(chance: Float64Array, random: Random): number | null {
  let sum = 0
  for (const one of chance) sum += one
  let rest = random.uniform() * sum
  let last: number | null = null
  for (let i = 0; i < chance.length; i++) {
    if (chance[i] === 0) continue
    last = i
    rest -= chance[i]!
    if (rest < 0) return i
  }
  return last
}

function squaredDistance({ points, people }: GridCells, { clusterOf, centres }: PlaneClusters): number {
  let sum = 0
  for (let i = 0; i < people.length; i++) {
    const c = clusterOf[i]!
    sum += people[i]! * ((points[2 * i]! - centres[2 * c]!) ** 2 + (points[2 * i + 1]! - centres[2 * c + 1]!) ** 2)
  }
  return sum
}
