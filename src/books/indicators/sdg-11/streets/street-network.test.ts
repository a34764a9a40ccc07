import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallExtract } from '../../../../../test/support/small-extract.ts'
import { stream } from '../../../../kernel/random.ts'
import { buildStreetNetwork, type StreetNetwork } from './street-network.ts'

/** Edges as from–to:metres, in order. */
const edgesOf = ({ graph }: StreetNetwork) =>
  Array.from({ length: graph.edgeCount }, (_, e) => `${graph.edgeFrom[e]}–${graph.edgeTo[e]}:${Math.round(graph.edgeMetres[e]!)}`)

const square = { a: [0, 0], b: [100, 0], c: [100, 100], d: [0, 100], e: [200, 0] } as const

test.each([
  { case: 'a way alone is one edge, its middle only shape', ways: ['abc'], nodes: 2, edges: ['0–1:200'] },
  { case: 'ways that touch are cut there', ways: ['abe', 'bc'], nodes: 4, edges: ['0–1:100', '1–3:100', '1–2:100'] },
  { case: 'ways that follow one another keep the node between them', ways: ['ab', 'be'], nodes: 3, edges: ['0–1:100', '1–2:100'] },
  { case: 'a ring that nothing touches is a loop', ways: ['abcda'], nodes: 1, edges: ['0–0:400'] },
  { case: 'a ring with a street is a loop and the street', ways: ['abcda', 'be'], nodes: 3, edges: ['0–1:100', '1–0:300', '1–2:100'] },
  { case: 'two ways between the same nodes are parallel edges', ways: ['abc', 'adc'], nodes: 2, edges: ['0–1:200', '0–1:200'] },
  { case: 'a way that crosses itself is cut there', ways: ['abcdbe'], nodes: 3, edges: ['0–1:100', '1–1:341', '1–2:100'] },
  { case: 'a node said twice is one node', ways: ['aabbe'], nodes: 2, edges: ['0–1:200'] },
  { case: 'a way of one node said twice is no street', ways: ['ab', 'cc'], nodes: 2, edges: ['0–1:100'] },
  { case: 'what nobody walks on is no street and cuts none', ways: ['abe', '(bc)'], nodes: 2, edges: ['0–1:200'] },
])('$case', ({ ways, nodes, edges }) => {
  const network = buildStreetNetwork(smallExtract(square, ways))
  expect(network.graph.nodeCount).toBe(nodes)
  expect(edgesOf(network)).toEqual(edges)
  expect(network.islands.count).toBe(0)
})

test('the mainland is the part with most street, not with most nodes; the rest are islands', () => {
  const points = { ...square, p: [5000, 0], q: [6950, 0], x: [0, 900], y: [10, 900] } as const
  const network = buildStreetNetwork(smallExtract(points, ['pq', 'xy', 'ab', 'bc']))
  expect(network.graph.nodeCount).toBe(5)
  expect(network.partCount).toBe(2) // 200 m are more than a tenth of 1,950 m
  expect(network.metres).toBeCloseTo(2150, 0)
  expect(network.islands).toMatchObject({ count: 1, shapes: { start: Uint32Array.of(0, 2) } })
  expect(network.islands.metres).toBeCloseTo(10, 1)
})

test('a part just below a tenth of the longest is an island', () => {
  const points = { a: [0, 0], b: [1000, 0], p: [5000, 0], q: [5099, 0] } as const
  expect(buildStreetNetwork(smallExtract(points, ['ab', 'pq']))).toMatchObject({ partCount: 1, islands: { count: 1 } })
})

test('an edge knows its way and its course, from its first node to its last', () => {
  const network = buildStreetNetwork(smallExtract(square, ['(ab)', 'dcbe', 'ab']))
  expect([...network.way]).toEqual([1, 1, 2])
  const { shapes, graph, lon, lat } = network
  expect([...shapes.start]).toEqual([0, 3, 5, 7])
  for (let e = 0; e < graph.edgeCount; e++)
    for (const [node, point] of [
      [graph.edgeFrom[e]!, shapes.start[e]!],
      [graph.edgeTo[e]!, shapes.start[e + 1]! - 1],
    ] as const) {
      expect(shapes.x[point]).toBe(Math.round(lon[node]! * 1e7))
      expect(shapes.y[point]).toBe(Math.round(lat[node]! * 1e7))
    }
})

test('across the 180th meridian streets go on', () => {
  const network = buildStreetNetwork(smallExtract({ a: [-300, 0], b: [0, 0], c: [300, 0] }, ['abc'], { lon: 179.9999, lat: -16.8 }))
  expect(edgesOf(network)).toEqual(['0–1:600'])
  expect(network.lon[1]! - network.lon[0]!).toBeCloseTo(600 / 106_600, 4)
})

test('a city without streets has an empty network', () => {
  expect(buildStreetNetwork(smallExtract(square, ['(ab)']))).toMatchObject({
    graph: { nodeCount: 0, edgeCount: 0 },
    metres: 0,
    partCount: 0,
  })
})

test('contraction changes no distance: all lengths of segments are in the edges, and crossings are where two pieces meet', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = stream(seed, 0)
      const letters = 'abcdefghijkl'
      const letter = () => letters[Math.floor(letters.length * random.uniform())]!
      const points = Object.fromEntries([...letters].map((l) => [l, [1000 * random.uniform(), 1000 * random.uniform()] as const]))
      const ways = Array.from({ length: 5 }, () => Array.from({ length: 2 + Math.floor(4 * random.uniform()) }, letter).join(''))
      const network = buildStreetNetwork(smallExtract(points, ways))

      let metres = 0
      const uses = new Map<string, number>()
      for (const way of ways) {
        const walked = [...way].filter((l, i) => l !== way[i - 1])
        for (const [i, l] of walked.entries()) {
          uses.set(l, (uses.get(l) ?? 0) + (i === 0 || i === walked.length - 1 ? 2 : 1))
          if (i > 0) metres += Math.hypot(points[l]![0] - points[walked[i - 1]!]![0], points[l]![1] - points[walked[i - 1]!]![1])
        }
      }
      const inEdges = network.graph.edgeMetres.reduce((sum, length) => sum + length, 0)
      expect(Math.abs(inEdges + network.islands.metres - metres)).toBeLessThan(0.0005 * metres + 0.01 * network.graph.edgeCount)
      if (network.islands.count === 0 && ways.every((way) => new Set(way).size > 1))
        expect(network.graph.nodeCount).toBe([...uses.values()].filter((count) => count > 1).length)
    }),
  )
})
