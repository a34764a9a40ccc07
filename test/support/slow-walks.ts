import type { AccessModel } from '../../src/books/indicators/sdg-11/access/access-model.ts'
import type { PointsOnStreets } from '../../src/books/indicators/sdg-11/streets/walking-reach.ts'
import type { Graph } from '../../src/kernel/graph.ts'

/** Dijkstra's algorithm as in the textbook: of all nodes not yet done, take the nearest. */
export function slowDistances(graph: Graph, starts: ReadonlyArray<readonly [node: number, metres: number]>): number[] {
  const metres = Array.from({ length: graph.nodeCount }, () => Infinity)
  for (const [node, start] of starts) metres[node] = Math.min(metres[node]!, start)
  const isDone = metres.map(() => false)
  for (;;) {
    let nearest = -1
    for (const [v, m] of metres.entries()) if (!isDone[v] && m < Infinity && (nearest < 0 || m < metres[nearest]!)) nearest = v
    if (nearest < 0) return metres
    isDone[nearest] = true
    for (let e = 0; e < graph.edgeCount; e++)
      for (const [u, w] of [
        [graph.edgeFrom[e]!, graph.edgeTo[e]!],
        [graph.edgeTo[e]!, graph.edgeFrom[e]!],
      ] as const)
        if (u === nearest) metres[w] = Math.min(metres[w]!, metres[u]! + graph.edgeMetres[e]!)
  }
}

/**
 * Walking distance between two points on streets: the street is cut at both and they become nodes, so that nothing is special
 * about points on one edge.
 */
export function slowWalk(graph: Graph, a: { edge: number; offset: number }, b: { edge: number; offset: number }): number {
  if (a.edge < 0 || b.edge < 0) return Infinity
  const edges: Array<[number, number, number]> = []
  const [nodeA, nodeB] = [graph.nodeCount, graph.nodeCount + 1]
  for (let e = 0; e < graph.edgeCount; e++) {
    const cuts = [
      { node: graph.edgeFrom[e]!, at: 0 },
      ...[
        { node: nodeA, ...a },
        { node: nodeB, ...b },
      ]
        .filter(({ edge }) => edge === e)
        .map(({ node, offset }) => ({ node, at: offset }))
        .sort((p, q) => p.at - q.at),
      { node: graph.edgeTo[e]!, at: graph.edgeMetres[e]! },
    ]
    for (let i = 1; i < cuts.length; i++) edges.push([cuts[i - 1]!.node, cuts[i]!.node, cuts[i]!.at - cuts[i - 1]!.at])
  }
  const cut = {
    nodeCount: graph.nodeCount + 2,
    edgeCount: edges.length,
    edgeFrom: Uint32Array.from(edges, ([from]) => from),
    edgeTo: Uint32Array.from(edges, ([, to]) => to),
    edgeMetres: Float32Array.from(edges, ([, , metres]) => metres),
  }
  return slowDistances(cut as Graph, [[nodeA, 0]])[nodeB]!
}

/** For each cell whether some stop is within its limit, one walk at a time. */
export function slowServed(model: AccessModel, limitOf: (stop: number) => number): boolean[] {
  const at = (points: PointsOnStreets, i: number) => ({ edge: points.edge[i]!, offset: points.offset[i]! })
  return Array.from({ length: model.cells.count }, (_, c) =>
    Array.from({ length: model.stops.count }, (__, s) => s).some(
      (s) => slowWalk(model.graph, at(model.stops, s), at(model.cells, c)) <= limitOf(s),
    ),
  )
}
