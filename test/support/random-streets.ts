import { wholeLength, wholePeople, type AccessModel, type OnStreets } from '../../src/books/indicators/sdg-11/access/access-model.ts'
import { buildGraph, type Graph } from '../../src/kernel/graph.ts'
import { stream, type Random } from '../../src/kernel/random.ts'

/**
 * A graph without any geography: loops, parallel edges, edges of no length and parts that nothing joins, all of which real
 * streets have. Lengths are whole as in a model, unless `round` says otherwise.
 */
export function randomGraph(seed: number, nodeCount: number, edgeCount: number, round = wholeLength): Graph {
  const random = stream(seed, 1)
  const from = Uint32Array.from({ length: edgeCount }, () => below(random, nodeCount))
  const to = from.map((u) => {
    const kind = random.uniform()
    if (kind < 0.1) return u
    return kind < 0.8 ? (u + 1 + below(random, 3)) % nodeCount : below(random, nodeCount)
  })
  const metres = Float32Array.from(from, () => (random.uniform() < 0.1 ? 0 : round(400 * random.uniform() ** 2)))
  return buildGraph(nodeCount, from, to, metres)
}

/** Cells and stops anywhere on such a graph, some of them at the very ends of edges and some on no street. */
export function randomStreets(seed: number, { nodes = 30, edges = 45, cells = 25, stops = 6 } = {}): AccessModel {
  const graph = randomGraph(seed, nodes, edges)
  const random = stream(seed, 2)
  return {
    graph,
    lon: degrees(random, nodes),
    lat: degrees(random, nodes),
    cells: {
      ...scatter(graph, random, cells),
      population: Float64Array.from({ length: cells }, () => wholePeople(300 * random.uniform())),
      populationGroups: [{ code: 'F', values: Float64Array.from({ length: cells }, () => wholePeople(150 * random.uniform())) }],
      district: Int32Array.from({ length: cells }, () => below(random, 3) - 1),
      districts: [
        { code: 'D0', name: { en: 'Hill', ru: 'Гора' } },
        { code: 'D1', name: { kk: 'Жағалау' } },
      ],
    },
    stops: {
      ...scatter(graph, random, stops),
      id: Array.from({ length: stops }, (_, s) => `stop ${s}`),
      name: Array.from({ length: stops }, (_, s) => `Аялдама ${s}`),
      capacity: Uint8Array.from({ length: stops }, () => 1 + below(random, 3)),
      headwayMinutes: { ghsci: Float64Array.from({ length: stops }, () => (random.uniform() < 0.2 ? Infinity : 60 * random.uniform())) },
    },
  }
}

const below = (random: Random, count: number): number => Math.floor(count * random.uniform())

const degrees = (random: Random, count: number): Float64Array =>
  Float64Array.from({ length: count }, () => Math.round(1e7 * (70 + random.uniform())) / 1e7)

function scatter(graph: Graph, random: Random, count: number): OnStreets {
  const on: OnStreets = {
    count,
    lon: degrees(random, count),
    lat: degrees(random, count),
    edge: new Int32Array(count).fill(-1),
    offset: new Float32Array(count),
    snapMetres: new Float32Array(count).fill(Infinity),
  }
  for (let p = 0; p < count; p++) {
    if (random.uniform() < 0.1) continue
    const edge = below(random, graph.edgeCount)
    const along = random.uniform()
    on.edge[p] = edge
    on.offset[p] = along < 0.1 ? 0 : along > 0.9 ? graph.edgeMetres[edge]! : wholeLength(along * graph.edgeMetres[edge]!)
    on.snapMetres[p] = wholeLength(40 * random.uniform())
  }
  return on
}
