import { BoundedSearch } from '../../../../kernel/bounded-search.ts'
import { startsByEdge } from './starts-in-reach.ts'
import type { WalkQuestion } from '../sureness/sureness.ts'

/** For each cell the places that it can reach: those of cell `c` stand in `place[first[c]]` … `place[first[c + 1] - 1]`, nearest first. */
export interface PlacesInReach {
  placeCount: number
  first: Uint32Array
  place: Uint32Array
  /** What the walk to the nearest start of the place leaves of the limit; below 0 where it is too long. */
  left: Float64Array
}

/**
 * Which places each cell can reach, and how many metres are left: the best of all starts of the place.
 *
 *     left(cell, place) = max over starts of the place of (limit − walk), where that is ≥ −beyond
 *
 * Units    metres.
 * Missing  a cell or a start on no street is in no list, nor is a start whose limit is below 0.
 * Cost     a search around each cell; 12 bytes for each pair of a cell and a place.
 *
 * @param beyond  metres that places may be too far and still be listed
 */
export function placesInReach({ graph, cells, starts }: WalkQuestion, place: Uint32Array, beyond: number): PlacesInReach {
  const { edgeFrom, edgeTo, edgeMetres, incident, first: firstIncident } = graph
  const startsOn = startsByEdge(graph.edgeCount, starts)
  let most = 0
  for (let s = 0; s < starts.count; s++) most = Math.max(most, starts.limit[s] as number)
  const placeCount = place.reduce((highest, one) => Math.max(highest, one + 1), 0)

  const search = new BoundedSearch(graph)
  const first = new Uint32Array(cells.count + 1)
  const found = { place: [] as number[], left: [] as number[] }
  /** The last cell for which an edge was looked at, plus 1: an edge is met from both of its ends. */
  const seen = new Uint32Array(graph.edgeCount)
  /** Of the present cell: what is left at each place, and which places have been met. */
  const leftAt = new Float64Array(placeCount).fill(-Infinity)
  const met: number[] = []

  const take = (edge: number, cell: number) => {
    if (seen[edge] === cell + 1) return
    seen[edge] = cell + 1
    const toFrom = search.metres[edgeFrom[edge] as number] as number
    const toEnd = (search.metres[edgeTo[edge] as number] as number) + (edgeMetres[edge] as number)
    const along = cells.edge[cell] === edge ? (cells.offset[cell] as number) : Infinity
    for (let i = startsOn.first[edge] as number; i < (startsOn.first[edge + 1] as number); i++) {
      const s = startsOn.start[i] as number
      const offset = starts.offset[s] as number
      const left = (starts.limit[s] as number) - Math.min(toFrom + offset, toEnd - offset, Math.abs(along - offset))
      const p = place[s] as number
      if (left < -beyond || left <= (leftAt[p] as number)) continue
      if (leftAt[p] === -Infinity) met.push(p)
      leftAt[p] = left
    }
  }

  for (let c = 0; c < cells.count; c++) {
    const edge = cells.edge[c] as number
    if (edge >= 0) {
      const offset = cells.offset[c] as number
      search.clear()
      search.start(edgeFrom[edge] as number, offset)
      search.start(edgeTo[edge] as number, (edgeMetres[edge] as number) - offset)
      search.run(most + beyond)
      take(edge, c)
      for (let t = 0; t < search.touchedCount; t++) {
        const node = search.touched[t] as number
        for (let i = firstIncident[node] as number; i < (firstIncident[node + 1] as number); i++) take(incident[i] as number, c)
      }
      met.sort((a, b) => (leftAt[b] as number) - (leftAt[a] as number) || a - b)
      for (const p of met) {
        found.place.push(p)
        found.left.push(leftAt[p] as number)
        leftAt[p] = -Infinity
      }
      met.length = 0
    }
    first[c + 1] = found.place.length
  }
  return { placeCount, first, place: Uint32Array.from(found.place), left: Float64Array.from(found.left) }
}
