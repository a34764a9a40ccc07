import { BoundedSearch } from '../../../../kernel/bounded-search.ts'
import type { Graph } from '../../../../kernel/graph.ts'

/** Points on streets: a stop, a cell, a gate of a park. */
export interface PointsOnStreets {
  count: number
  /** -1: on no street. */
  edge: Int32Array
  /** Metres from the beginning of the edge. */
  offset: ArrayLike<number>
}

/** Where walks begin, each with the metres that may be walked from there. */
export interface WalkStarts extends PointsOnStreets {
  /** A start below 0, or not a number, is left out. */
  limit: ArrayLike<number>
}

/**
 * How many metres are left to people who walk from the best of several starts. Made once for a graph, asked as often as one likes:
 * for the figure once, for its interval a thousand times.
 */
export class WalkingReach {
  readonly #graph: Graph
  readonly #search: BoundedSearch
  /** The last start on each edge and the one before each start, plus 1; 0 ends the list. */
  readonly #lastOnEdge: Uint32Array
  #before = new Uint32Array(0)

  constructor(graph: Graph) {
    this.#graph = graph
    this.#search = new BoundedSearch(graph)
    this.#lastOnEdge = new Uint32Array(graph.edgeCount)
  }

  /**
   * What remains of their limit at each point, for the start that leaves most:
   *
   *     remaining(p) = max over starts s of (limit of s − walking distance from s to p)
   *
   * One search serves starts of different limits: one of 500 m beside others of 1,000 m is one at which 500 m have been walked
   * already. On an edge with a start the direct way counts beside those through its ends.
   *
   * Units    metres.
   * Missing  -Infinity where nothing remains: out of reach, or on no street.
   * Cost     the nodes reached, the starts and the points; not the size of the graph.
   */
  measure(starts: WalkStarts, points: PointsOnStreets, remaining = new Float64Array(points.count)): Float64Array {
    const { edgeFrom, edgeTo, edgeMetres } = this.#graph
    const { metres } = this.#search
    const most = this.#begin(starts)
    this.#search.run(most)
    for (let p = 0; p < points.count; p++) {
      const edge = points.edge[p] as number
      if (edge < 0) {
        remaining[p] = -Infinity
        continue
      }
      const offset = points.offset[p] as number
      let walked = Math.min(
        (metres[edgeFrom[edge] as number] as number) + offset,
        (metres[edgeTo[edge] as number] as number) + (edgeMetres[edge] as number) - offset,
      )
      for (let s = this.#lastOnEdge[edge] as number; s > 0; s = this.#before[s - 1] as number) {
        const direct = most - (starts.limit[s - 1] as number) + Math.abs((starts.offset[s - 1] as number) - offset)
        if (direct < walked) walked = direct
      }
      remaining[p] = walked <= most ? most - walked : -Infinity
    }
    for (let s = 0; s < starts.count; s++) {
      const edge = starts.edge[s] as number
      if (edge >= 0) this.#lastOnEdge[edge] = 0
    }
    return remaining
  }

  /** Puts all starts at the ends of their edges; the greatest limit. */
  #begin(starts: WalkStarts): number {
    const { edgeFrom, edgeTo, edgeMetres } = this.#graph
    let most = 0
    for (let s = 0; s < starts.count; s++) if ((starts.limit[s] as number) > most) most = starts.limit[s] as number
    if (this.#before.length < starts.count) this.#before = new Uint32Array(starts.count)
    this.#search.clear()
    for (let s = 0; s < starts.count; s++) {
      const edge = starts.edge[s] as number
      const limit = starts.limit[s] as number
      if (edge < 0 || !(limit >= 0)) continue
      const offset = starts.offset[s] as number
      this.#search.start(edgeFrom[edge] as number, most - limit + offset)
      this.#search.start(edgeTo[edge] as number, most - limit + (edgeMetres[edge] as number) - offset)
      this.#before[s] = this.#lastOnEdge[edge] as number
      this.#lastOnEdge[edge] = s + 1
    }
    return most
  }
}
