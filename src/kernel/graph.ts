/**
 * An undirected graph in flat arrays. Edge `e` joins `edgeFrom[e]` and `edgeTo[e]` and is `edgeMetres[e]` long; the edges at
 * node `v` stand in `incident[first[v]]` … `incident[first[v + 1] - 1]`, the node at the far end of each in `neighbour`.
 * Loops and parallel edges are allowed.
 */
export interface Graph {
  nodeCount: number
  edgeCount: number
  edgeFrom: Uint32Array
  edgeTo: Uint32Array
  edgeMetres: Float32Array
  /** nodeCount + 1 entries. */
  first: Uint32Array
  incident: Uint32Array
  neighbour: Uint32Array
}
