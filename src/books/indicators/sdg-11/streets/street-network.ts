import { BitSet } from '../../../../kernel/bit-set.ts'
import { DisjointSets } from '../../../../kernel/disjoint-sets.ts'
import { buildGraph, type Graph } from '../../../../kernel/graph.ts'
import { LocalMetric } from '../../../../kernel/local-metric.ts'
import type { Polylines } from '../../../../kernel/segment-grid.ts'
import { lonBesideE7, wholeLength } from '../access/access-model.ts'
import type { CityExtract } from '../city/city-extract.ts'

/** The streets on which people walk through a city, as a graph. Edges of the graph and of an `AccessModel` made of it are the same. */
export interface StreetNetwork {
  /** The mainland: what can be walked to from one another, see `buildStreetNetwork`. */
  graph: Graph
  /** Graph nodes in degrees. */
  lon: Float64Array
  lat: Float64Array
  /** The course of edge `e` from `edgeFrom[e]` to `edgeTo[e]`, in degrees × 10⁷. */
  shapes: Polylines
  /** The way of the extract that edge `e` is a piece of. */
  way: Uint32Array
  /** Length of all edges. */
  metres: number
  /** Connected parts of the mainland: nearly always 1. */
  partCount: number
  /** What cannot be reached from the mainland: footways inside courtyards, streets cut off by the edge of the extract. */
  islands: { count: number; metres: number; shapes: Polylines }
}

/** A part of the network belongs to the mainland when it has at least this share of the length of the longest part. */
export const mainlandShare = 0.1

/**
 * The street network of a city: where walkable ways cross or end are the nodes, and what lies between is one edge.
 *
 * Streets are walked in both directions, one-way or not, and stairs count as streets. Points of a way at which nothing else
 * begins are only the edge's shape. Loops and parallel edges stay. The mainland is the connected part with the greatest length
 * of streets, and any other with at least a tenth of that: two halves of a city that no footpath joins are both the city.
 *
 * Source   UN SDG metadata 11-02-01: walking distance along the street network.
 * Units    degrees × 10⁷ → metres; lengths are whole 1/128 m (`wholeLength`).
 * Missing  the extract cuts ways at nodes that it lacks; nobody walks over the gap.
 * Cost     three passes over the ways; besides the result half a byte per node of the extract and 28 bytes per crossing.
 */
export function buildStreetNetwork(extract: CityExtract): StreetNetwork {
  const crossings = findCrossings(extract)
  const mainland = findMainland(extract, crossings)

  const from = new Uint32Array(mainland.edges)
  const to = new Uint32Array(mainland.edges)
  const lengths = new Float32Array(mainland.edges)
  const way = new Uint32Array(mainland.edges)
  const shapes = shapeWriter(extract, mainland.edges, mainland.points)
  const islands = shapeWriter(extract, mainland.allEdges - mainland.edges, mainland.allPoints - mainland.points)
  let e = 0
  walkEdges(extract, crossings, (u, v, first, last, metres, w) => {
    if (!mainland.nodes.has(u)) return islands.write(first, last)
    from[e] = mainland.nodes.rank(u)
    to[e] = mainland.nodes.rank(v)
    lengths[e] = wholeLength(metres)
    way[e++] = w
    shapes.write(first, last)
  })

  const graph = buildGraph(mainland.nodeCount, from, to, lengths)
  return {
    graph,
    ...nodePlaces(graph, shapes.lines),
    shapes: shapes.lines,
    way,
    metres: mainland.metres,
    partCount: mainland.parts,
    islands: { count: mainland.allParts - mainland.parts, metres: mainland.allMetres - mainland.metres, shapes: islands.lines },
  }
}

/** Nodes that walkable ways use at least twice, or at which one ends. Numbered by their order in the extract. */
function findCrossings({ nodes, streets }: CityExtract): BitSet {
  const used = new BitSet(nodes.count)
  const crossings = new BitSet(nodes.count)
  for (let w = 0; w < streets.count; w++) {
    if (streets.walkable[w] === 0) continue
    const first = streets.start[w] as number
    const end = streets.start[w + 1] as number
    crossings.add(streets.node[first] as number)
    crossings.add(streets.node[end - 1] as number)
    for (let i = first, before = -1; i < end; i++) {
      const node = streets.node[i] as number
      if (node === before) continue
      if (used.has(node)) crossings.add(node)
      else used.add(node)
      before = node
    }
  }
  crossings.number()
  return crossings
}

/** `u` and `v`: numbers of crossings; `first` … `last`: the piece of `streets.node` between them. */
type EdgeVisit = (u: number, v: number, first: number, last: number, metres: number, way: number) => void

/** All pieces of walkable ways between crossings, in the order of the extract. */
function walkEdges({ nodes, streets }: CityExtract, crossings: BitSet, visit: EdgeVisit): void {
  const { lonE7, latE7 } = nodes
  const metric = new LocalMetric()
  for (let w = 0; w < streets.count; w++) {
    if (streets.walkable[w] === 0) continue
    let first = streets.start[w] as number
    const end = streets.start[w + 1] as number
    let before = streets.node[first] as number
    let u = crossings.rank(before)
    let metres = 0
    for (let i = first + 1; i < end; i++) {
      const node = streets.node[i] as number
      if (node === before) continue
      const lon = lonE7[before] as number
      metres += metric.metresBetween(lon, latE7[before] as number, lonBesideE7(lonE7[node] as number, lon), latE7[node] as number)
      before = node
      if (!crossings.has(node)) continue
      const v = crossings.rank(node)
      visit(u, v, first, i, metres, w)
      u = v
      first = i
      metres = 0
    }
  }
}

/** Which crossings belong to the mainland, and how much of everything there is on it and in all. */
function findMainland(extract: CityExtract, crossings: BitSet) {
  const count = crossings.size
  const sets = new DisjointSets(count)
  const metres = new Float64Array(count)
  const edges = new Uint32Array(count)
  const points = new Uint32Array(count)
  walkEdges(extract, crossings, (u, v, first, last, length) => {
    sets.join(u, v)
    metres[u] = (metres[u] as number) + length
    edges[u] = (edges[u] as number) + 1
    points[u] = (points[u] as number) + last - first + 1
  })

  const partMetres = new Float64Array(count)
  for (let u = 0; u < count; u++) {
    const part = sets.find(u)
    partMetres[part] = (partMetres[part] as number) + (metres[u] as number)
  }
  let longest = 0
  for (const length of partMetres) if (length > longest) longest = length

  const found = { nodes: new BitSet(count), nodeCount: 0, parts: 0, metres: 0, edges: 0, points: 0 }
  const all = { allParts: 0, allMetres: 0, allEdges: 0, allPoints: 0 }
  for (let u = 0; u < count; u++) {
    const part = sets.find(u)
    const length = partMetres[part] as number
    if (length === 0) continue
    all.allEdges += edges[u] as number
    all.allPoints += points[u] as number
    if (part === u) {
      all.allParts++
      all.allMetres += length
    }
    if (length < mainlandShare * longest) continue
    found.nodes.add(u)
    found.edges += edges[u] as number
    found.points += points[u] as number
    if (part === u) {
      found.parts++
      found.metres += length
    }
  }
  found.nodeCount = found.nodes.number()
  return { ...found, ...all }
}

function shapeWriter({ nodes, streets }: CityExtract, edges: number, points: number) {
  const lines: Polylines = { start: new Uint32Array(edges + 1), x: new Int32Array(points), y: new Int32Array(points) }
  let edge = 0
  let point = 0
  const write = (first: number, last: number) => {
    for (let i = first; i <= last; i++) {
      const node = streets.node[i] as number
      lines.x[point] = lonBesideE7(nodes.lonE7[node] as number, nodes.lonE7[0] as number)
      lines.y[point++] = nodes.latE7[node] as number
    }
    lines.start[++edge] = point
  }
  return { lines, write }
}

/** Where the nodes of the graph are: at the ends of its edges. */
function nodePlaces({ nodeCount, edgeCount, edgeFrom, edgeTo }: Graph, { start, x, y }: Polylines) {
  const lon = new Float64Array(nodeCount)
  const lat = new Float64Array(nodeCount)
  const place = (node: number, point: number) => {
    lon[node] = (x[point] as number) / 1e7
    lat[node] = (y[point] as number) / 1e7
  }
  for (let e = 0; e < edgeCount; e++) {
    place(edgeFrom[e] as number, start[e] as number)
    place(edgeTo[e] as number, (start[e + 1] as number) - 1)
  }
  return { lon, lat }
}
