import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomGraph } from '../../test/support/random-streets.ts'
import { buildGraph } from './graph.ts'

test('every edge stands at both of its ends with its length and the node at the far end', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const graph = randomGraph(seed, 20, 40)
      for (let v = 0; v < graph.nodeCount; v++) {
        const expected: string[] = []
        for (let e = 0; e < graph.edgeCount; e++) {
          if (graph.edgeFrom[e] === v) expected.push(`${e} ${graph.edgeTo[e]} ${graph.edgeMetres[e]}`)
          if (graph.edgeTo[e] === v) expected.push(`${e} ${graph.edgeFrom[e]} ${graph.edgeMetres[e]}`)
        }
        const found: string[] = []
        for (let i = graph.first[v]!; i < graph.first[v + 1]!; i++)
          found.push(`${graph.incident[i]} ${graph.neighbour[i]} ${graph.neighbourMetres[i]}`)
        expect(found).toEqual(expected)
      }
    }),
  )
})

test.each([
  { case: 'columns of different lengths', from: [0, 1], to: [1], metres: [5, 5] },
  { case: 'an edge to a node that does not exist', from: [0], to: [2], metres: [5] },
])('$case make no graph', ({ from, to, metres }) => {
  expect(() => buildGraph(2, Uint32Array.from(from), Uint32Array.from(to), Float32Array.from(metres))).toThrow(RangeError)
})
