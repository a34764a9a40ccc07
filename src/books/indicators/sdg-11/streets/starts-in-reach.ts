import { BoundedSearch } from '../../../../kernel/bounded-search.ts'
import type { WalkQuestion } from '../sureness/sureness.ts'

/**
 * For each cell the starts that can serve it, wherever on their edge they are: those of cell `c` stand in `start[first[c]]` …
 * `start[first[c + 1] - 1]`.
 */
export interface StartsInReach {
  first: Uint32Array
  start: Uint32Array
  /** Walk from the cell to the beginning of the start's edge, and to its end; Infinity beyond the limit. */
  toFrom: Float64Array
  toEnd: Float64Array
  /** Offset of the cell on the start's edge; NaN when it is on another. */
  along: Float64Array
}

/**
 * Who can be served by what, searched once: a start that moves along its edge leaves all walks to the ends of the edge as they are, so
 * that a draw of new positions needs no search, only
 *
 *     walk = min(toFrom + offset, toEnd + edge − offset, |along − offset|)
 *
 * Units    metres.
 * Missing  a cell or a start on no street is in no list.
 * Cost     a search around each cell; 28 bytes for each pair of a cell and a start in its reach.
 */
export function startsInReach({ graph, cells, starts }: WalkQuestion): StartsInReach {
  const { edgeFrom, edgeTo, edgeMetres, incident, first: firstIncident } = graph
  const startsOn = startsByEdge(graph.edgeCount, starts)
  let most = 0
  for (let s = 0; s < starts.count; s++) most = Math.max(most, starts.limit[s] as number)

  const search = new BoundedSearch(graph)
  const first = new Uint32Array(cells.count + 1)
  const found = { start: [] as number[], toFrom: [] as number[], toEnd: [] as number[], along: [] as number[] }
  /** The last cell for which an edge was looked at, plus 1: an edge is met from both of its ends. */
  const seen = new Uint32Array(graph.edgeCount)

  const take = (edge: number, cell: number) => {
    if (seen[edge] === cell + 1) return
    seen[edge] = cell + 1
    const toFrom = search.metres[edgeFrom[edge] as number] as number
    const toEnd = search.metres[edgeTo[edge] as number] as number
    const along = cells.edge[cell] === edge ? (cells.offset[cell] as number) : NaN
    for (let i = startsOn.first[edge] as number; i < (startsOn.first[edge + 1] as number); i++) {
      const s = startsOn.start[i] as number
      const limit = starts.limit[s] as number
      if (!(toFrom <= limit || toEnd <= limit || along >= 0)) continue
      found.start.push(s)
      found.toFrom.push(toFrom)
      found.toEnd.push(toEnd)
      found.along.push(along)
    }
  }

  for (let c = 0; c < cells.count; c++) {
    const edge = cells.edge[c] as number
    if (edge >= 0) {
      const offset = cells.offset[c] as number
      search.clear()
      search.start(edgeFrom[edge] as number, offset)
      search.start(edgeTo[edge] as number, (edgeMetres[edge] as number) - offset)
      search.run(most)
      take(edge, c)
      // Nodes are touched about in the order of their distance: what most likely serves the cell comes first.
      for (let t = 0; t < search.touchedCount; t++) {
        const node = search.touched[t] as number
        for (let i = firstIncident[node] as number; i < (firstIncident[node + 1] as number); i++) take(incident[i] as number, c)
      }
    }
    first[c + 1] = found.start.length
  }
  return {
    first,
    start: Uint32Array.from(found.start),
    toFrom: Float64Array.from(found.toFrom),
    toEnd: Float64Array.from(found.toEnd),
    along: Float64Array.from(found.along),
  }
}

/** Starts that count, by their edge. */
export function startsByEdge(
  edgeCount: number,
  { count, edge, limit }: WalkQuestion['starts'],
): { first: Uint32Array; start: Uint32Array } {
  const counts = (s: number) => (edge[s] as number) >= 0 && (limit[s] as number) >= 0
  const first = new Uint32Array(edgeCount + 1)
  for (let s = 0; s < count; s++) if (counts(s)) first[(edge[s] as number) + 1]!++
  for (let e = 0; e < edgeCount; e++) first[e + 1]! += first[e] as number
  const next = first.slice(0, edgeCount)
  const start = new Uint32Array(first[edgeCount] as number)
  for (let s = 0; s < count; s++) if (counts(s)) start[next[edge[s] as number]!++] = s
  return { first, start }
}
