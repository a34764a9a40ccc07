import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomGraph } from '../../test/support/random-streets.ts'
import { slowDistances } from '../../test/support/slow-walks.ts'
import { BoundedSearch } from './bounded-search.ts'
import { buildGraph } from './graph.ts'

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const starts = fc.array(fc.tuple(fc.nat(29), fc.double({ min: 0, max: 1200, noNaN: true })), { maxLength: 5 })
const limit = fc.double({ min: 0, max: 3000, noNaN: true })

/** Distances as the search leaves them: what is beyond the limit is not known. */
const upTo = (limit: number, metres: ArrayLike<number>) => Array.from(metres, (m) => (m <= limit ? m : Infinity))

test('distances are those of Dijkstra’s algorithm to the last bit, whatever the lengths, and again on the same scratch', () => {
  fc.assert(
    fc.property(seed, fc.array(fc.tuple(starts, limit), { minLength: 1, maxLength: 3 }), (seed, questions) => {
      const graph = randomGraph(seed, 30, 45, (metres) => metres)
      const search = new BoundedSearch(graph)
      for (const [starts, limit] of questions) {
        search.clear()
        for (const [node, metres] of starts) search.start(node, metres)
        search.run(limit)
        expect(upTo(limit, search.metres)).toEqual(upTo(limit, slowDistances(graph, starts)))
      }
    }),
  )
})

test('touched nodes are those with a distance, each once', () => {
  fc.assert(
    fc.property(seed, starts, limit, (seed, starts, limit) => {
      const search = new BoundedSearch(randomGraph(seed, 30, 45))
      for (const [node, metres] of starts) search.start(node, metres)
      search.run(limit)
      const known = [...search.metres.keys()].filter((v) => search.metres[v]! < Infinity)
      expect([...search.touched.subarray(0, search.touchedCount)].sort((a, b) => a - b)).toEqual(known)
    }),
  )
})

test('starts that come later, after keep, lead to what all starts together lead to', () => {
  fc.assert(
    fc.property(seed, starts, starts, limit, (seed, first, later, limit) => {
      const graph = randomGraph(seed, 30, 45)
      const search = new BoundedSearch(graph)
      for (const [node, metres] of first) search.start(node, metres)
      search.run(limit)
      const before = search.metres.slice()
      search.keep()
      for (const [node, metres] of later) search.start(node, metres)
      search.run(limit)
      expect(upTo(limit, search.metres)).toEqual(upTo(limit, slowDistances(graph, [...first, ...later])))
      const changed = [...before.keys()].filter((v) => search.metres[v] !== before[v])
      expect([...search.touched.subarray(0, search.touchedCount)].sort((a, b) => a - b)).toEqual(changed)
    }),
  )
})

test('a limit of thousands of kilometres has no more buckets than a search can look through', () => {
  const line = buildGraph(3, Uint32Array.of(0, 1), Uint32Array.of(1, 2), Float32Array.of(3e6, 5e6))
  const search = new BoundedSearch(line)
  search.start(0, 0)
  search.run(1e7)
  expect([...search.metres]).toEqual([0, 3e6, 8e6])
})

test('nobody starts below 0 metres', () => {
  const search = new BoundedSearch(randomGraph(1, 3, 3))
  expect(() => search.start(0, -1)).toThrow(RangeError)
  expect(() => search.start(0, NaN)).toThrow(RangeError)
})
