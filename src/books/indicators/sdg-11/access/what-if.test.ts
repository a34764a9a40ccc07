import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomStreets } from '../../../../../test/support/random-streets.ts'
import type { AccessModel } from './access-model.ts'
import { peopleServed } from './people-served.ts'
import { WhatIf, type StopCapacity, type StopPlace, type StopSite } from './what-if.ts'

const city = fc.nat().map((seed) => randomStreets(seed))
const capacity = fc.constantFrom<StopCapacity>(1, 2, 3)
const nodes = 30
const edges = 45
/** Short walks, so that many are not served. */
const limits = { low: 120, high: 250 }

/** Somewhere: a node, or a part of the way along an edge. */
interface Somewhere {
  node: number
  edge: number
  along: number | null
}
const somewhere: fc.Arbitrary<Somewhere> = fc.record({
  node: fc.nat(nodes - 1),
  edge: fc.nat(edges - 1),
  along: fc.option(fc.constantFrom(0, 0.25, 0.5, 1)),
})

/** A place in the graph; nodes at which no street ends are none. */
function placeIn({ graph }: AccessModel, { node, edge, along }: Somewhere): StopPlace {
  if (along === null && graph.first[node]! < graph.first[node + 1]!) return { node }
  return { edge, offset: Math.floor((along ?? 0) * graph.edgeMetres[edge]! * 128) / 128 }
}

/** The place as edge and offset, found without the what-if. */
function onEdge({ graph }: AccessModel, place: StopPlace): { edge: number; offset: number } {
  if (!('node' in place)) return place
  const from = graph.edgeFrom.indexOf(place.node)
  const to = graph.edgeTo.indexOf(place.node)
  return from >= 0 ? { edge: from, offset: 0 } : { edge: to, offset: graph.edgeMetres[to]! }
}

interface Stop {
  edge: number
  offset: number
  capacity: number
}
const stopsOf = ({ stops }: AccessModel): Stop[] =>
  Array.from({ length: stops.count }, (_, s) => ({ edge: stops.edge[s]!, offset: stops.offset[s]!, capacity: stops.capacity[s]! }))

const withStops = (model: AccessModel, stops: readonly Stop[]): AccessModel => ({
  ...model,
  stops: {
    ...model.stops,
    count: stops.length,
    edge: Int32Array.from(stops, ({ edge }) => edge),
    offset: Float32Array.from(stops, ({ offset }) => offset),
    snapMetres: new Float32Array(stops.length),
    capacity: Uint8Array.from(stops, (stop) => stop.capacity),
    headwayMinutes: {},
  },
})

const edit = fc.record({ kind: fc.constantFrom('add', 'move', 'remove'), stop: fc.nat(12), where: somewhere, capacity })

test('after any edits the city is the one that a computation from scratch finds, and each change is what was said', () => {
  fc.assert(
    fc.property(city, fc.array(edit, { maxLength: 12 }), (model, edits) => {
      const whatIf = new WhatIf(model)
      const stops = stopsOf(model)
      let before = peopleServed(model)
      expect(whatIf.served).toBe(before.served)
      for (const { kind, stop, where, capacity } of edits) {
        const place = placeIn(model, where)
        let change: number
        if (kind === 'add') {
          const added = whatIf.addStop(place, capacity)
          expect(added.stop).toBe(stops.length)
          stops.push({ ...onEdge(model, place), capacity })
          change = added.change
        } else {
          const s = stop % stops.length
          if (kind === 'move') {
            change = whatIf.moveStop(s, place)
            Object.assign(stops[s]!, onEdge(model, place))
          } else {
            change = whatIf.removeStop(s)
            stops[s]!.edge = -1
          }
        }
        const now = peopleServed(withStops(model, stops))
        expect(whatIf.remainingMetres).toEqual(now.remainingMetres)
        expect(whatIf.served).toBe(now.served)
        expect(change).toBe(now.served - before.served)
        before = now
      }
    }),
    { numRuns: 200 },
  )
})

test('the gain at a node is the change when a stop of that capacity is put there', () => {
  fc.assert(
    fc.property(city, capacity, fc.array(somewhere, { maxLength: 2 }), (model, capacity, removed) => {
      const whatIf = new WhatIf(model, { limits })
      for (const { node } of removed) whatIf.removeStop(node % model.stops.count)
      const gain = whatIf.gainSurface(capacity)
      for (let node = 0; node < nodes; node++) {
        if (model.graph.first[node] === model.graph.first[node + 1]) {
          expect(gain[node]).toBe(0)
          continue
        }
        const { stop, change } = whatIf.addStop({ node }, capacity)
        expect(gain[node]).toBe(change)
        expect(whatIf.removeStop(stop) + change).toBe(0)
      }
    }),
  )
})

test('the best sites are those that trying every node, again and again, finds', () => {
  fc.assert(
    fc.property(city, capacity, fc.nat(6), (model, capacity, count) => {
      const withoutStops = { ...model, stops: { ...model.stops, edge: model.stops.edge.map((edge, s) => (s < 4 ? -1 : edge)) } }
      const tried = new WhatIf(withoutStops, { limits })
      const expected: StopSite[] = []
      while (expected.length < count) {
        let best: StopSite = { node: -1, people: 0 }
        for (let node = 0; node < nodes; node++) {
          if (model.graph.first[node] === model.graph.first[node + 1]) continue
          const { stop, change } = tried.addStop({ node }, capacity)
          tried.removeStop(stop)
          if (change > best.people) best = { node, people: change }
        }
        if (best.node < 0) break
        tried.addStop({ node: best.node }, capacity)
        expected.push(best)
      }
      const whatIf = new WhatIf(withoutStops, { limits })
      const before = whatIf.served
      expect(whatIf.bestSites(count, capacity)).toEqual(expected)
      expect(whatIf.served).toBe(before)
    }),
  )
})

test('it begins with the stops, limits and headway that it is told', () => {
  fc.assert(
    fc.property(city, fc.integer({ min: 0, max: 60 }), (model, minutes) => {
      const options = { limits: { low: 300, high: 800 }, headway: { window: 'ghsci', minutes } } as const
      const whatIf = new WhatIf(model, options)
      const { served, remainingMetres } = peopleServed(model, options)
      expect(whatIf.served).toBe(served)
      expect(whatIf.remainingMetres).toEqual(remainingMetres)
    }),
  )
})

test.each([
  { case: 'a node beyond the last', place: { node: 30 } },
  { case: 'a node that is no number', place: { node: NaN } },
  { case: 'an edge beyond the last', place: { edge: 45, offset: 0 } },
  { case: 'a place behind the end of its edge', place: { edge: 0, offset: 1e6 } },
  { case: 'a place before its beginning', place: { edge: 0, offset: -1 } },
])('$case is refused, and nothing changes', ({ place }) => {
  const whatIf = new WhatIf(randomStreets(1))
  const before = whatIf.remainingMetres.slice()
  expect(() => whatIf.addStop(place, 1)).toThrow(RangeError)
  expect(() => whatIf.moveStop(0, place)).toThrow(RangeError)
  expect(() => whatIf.removeStop(99)).toThrow(RangeError)
  expect(() => whatIf.moveStop(99, { edge: 0, offset: 0 })).toThrow(RangeError)
  expect(whatIf.remainingMetres).toEqual(before)
})
