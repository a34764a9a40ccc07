import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomStreets } from '../../../../../test/support/random-streets.ts'
import { slowServed, slowWalk } from '../../../../../test/support/slow-walks.ts'
import { buildGraph } from '../../../../kernel/graph.ts'
import type { AccessModel } from './access-model.ts'
import { peopleServed } from './people-served.ts'
import { WalkingReach } from '../streets/walking-reach.ts'

const city = fc.nat().map((seed) => randomStreets(seed))

test('the people served are those whom a search from each of their cells finds', () => {
  fc.assert(
    fc.property(city, (model) => {
      const isServed = slowServed(model, (s) => (model.stops.capacity[s] === 1 ? 500 : 1000))
      const result = peopleServed(model)
      expect(Array.from(result.remainingMetres, (metres) => metres >= 0)).toEqual(isServed)
      const served = isServed.reduce((sum, is, c) => sum + (is ? model.cells.population[c]! : 0), 0)
      expect(result.served).toBe(served)
      expect(result.share).toBe((100 * served) / result.population)
    }),
  )
})

test('what remains at a cell is the limit of some stop less the walk to it, and no stop leaves more', () => {
  fc.assert(
    fc.property(city, (model) => {
      const { remainingMetres } = peopleServed(model, { limits: { low: 300, high: 700 } })
      for (let c = 0; c < model.cells.count; c++) {
        const left = Array.from({ length: model.stops.count }, (_, s) => {
          const walk = slowWalk(
            model.graph,
            { edge: model.stops.edge[s]!, offset: model.stops.offset[s]! },
            { edge: model.cells.edge[c]!, offset: model.cells.offset[c]! },
          )
          return (model.stops.capacity[s] === 1 ? 300 : 700) - walk
        })
        const most = Math.max(...left)
        expect(remainingMetres[c]).toBe(most >= 0 ? most : -Infinity)
      }
    }),
    { numRuns: 40 },
  )
})

test('with the way to the street, a cell is served when walk and both ways to the street fit into the limit', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const model = randomStreets(seed, { cells: 8 })
      const { remainingMetres } = peopleServed(model, { addSnapDistance: true })
      const isServed = Array.from(
        { length: model.cells.count },
        (_, c) =>
          slowServed(model, (s) => (model.stops.capacity[s] === 1 ? 500 : 1000) - model.stops.snapMetres[s]! - model.cells.snapMetres[c]!)[
            c
          ]!,
      )
      expect(Array.from(remainingMetres, (metres) => metres >= 0)).toEqual(isServed)
    }),
    { numRuns: 15 },
  )
})

test('stops that are seldom served, or not in use, are as if they were not there', () => {
  fc.assert(
    fc.property(city, fc.integer({ min: 5, max: 60 }), (model, minutes) => {
      const stopInUse = Uint8Array.from({ length: model.stops.count }, (_, s) => (model.stops.headwayMinutes.ghsci![s]! <= minutes ? 1 : 0))
      const edge = model.stops.edge.map((e, s) => (stopInUse[s] === 1 ? e : -1))
      const without = peopleServed({ ...model, stops: { ...model.stops, edge } })
      expect(peopleServed(model, { headway: { window: 'ghsci', minutes } })).toEqual(without)
      expect(peopleServed(model, { stopInUse })).toEqual(without)
    }),
  )
})

test('without a timetable of the window nobody can say how often a stop is served', () => {
  expect(() => peopleServed(randomStreets(1), { headway: { window: 'itdp', minutes: 10 } })).toThrow(/itdp/)
})

test('districts, population groups and cells without a street are counted in the same pass', () => {
  fc.assert(
    fc.property(city, (model) => {
      const { cells } = model
      const result = peopleServed(model)
      const sum = (of: Float64Array, isMeant: (c: number) => boolean) =>
        of.reduce((total, people, c) => total + (isMeant(c) ? people : 0), 0)
      const isServed = (c: number) => result.remainingMetres[c]! >= 0
      for (const [d, { code, name }] of cells.districts.entries()) {
        const denominator = sum(cells.population, (c) => cells.district[c] === d)
        const numerator = sum(cells.population, (c) => cells.district[c] === d && isServed(c))
        const value = denominator > 0 ? (100 * numerator) / denominator : null
        expect(result.byDistrict[d]).toEqual({ code, name, value, numerator, denominator })
      }
      const { values } = cells.populationGroups[0]!
      expect(result.byPopulationGroup).toMatchObject([
        { code: 'F', numerator: sum(values, isServed), denominator: sum(values, () => true) },
      ])
      expect(result.cellsWithoutStreet).toBe(cells.edge.filter((edge) => edge < 0).length)
      expect(result.peopleWithoutStreet).toBe(sum(cells.population, (c) => cells.edge[c]! < 0))
    }),
  )
})

test('one more stop, or a longer walk, never serves fewer people', () => {
  fc.assert(
    fc.property(city, fc.nat(5), (model, missing) => {
      const stopInUse = Uint8Array.from({ length: 6 }, (_, s) => (s === missing ? 0 : 1))
      expect(peopleServed(model, { stopInUse }).served).toBeLessThanOrEqual(peopleServed(model).served)
      expect(peopleServed(model).served).toBeLessThanOrEqual(peopleServed(model, { limits: { low: 600, high: 1100 } }).served)
    }),
  )
})

test('the order of streets, cells and stops does not matter', () => {
  fc.assert(
    fc.property(city, (model) => {
      const { graph, cells, stops } = model
      const last = graph.edgeCount - 1
      const turned: AccessModel = {
        ...model,
        graph: buildGraph(graph.nodeCount, graph.edgeTo.toReversed(), graph.edgeFrom.toReversed(), graph.edgeMetres.toReversed()),
        cells: {
          ...cells,
          ...turn(cells),
          population: cells.population.toReversed(),
          district: cells.district.toReversed(),
          populationGroups: [],
        },
        stops: { ...stops, ...turn(stops), capacity: stops.capacity.toReversed() },
      }
      function turn({ edge, offset }: { edge: Int32Array; offset: Float32Array }) {
        return {
          edge: edge.map((e) => (e < 0 ? e : last - e)).reverse(),
          offset: offset.map((o, i) => (edge[i]! < 0 ? o : graph.edgeMetres[edge[i]!]! - o)).reverse(),
        }
      }
      const [a, b] = [peopleServed(model), peopleServed(turned)]
      expect(b.served).toBe(a.served)
      expect(b.remainingMetres.reverse()).toEqual(a.remainingMetres)
    }),
  )
})

test('scratch that served before answers as new', () => {
  fc.assert(
    fc.property(city, fc.integer({ min: 0, max: 800 }), (model, low) => {
      const reach = new WalkingReach(model.graph)
      peopleServed(model, { limits: { low, high: 300 } }, reach)
      expect(peopleServed(model, {}, reach)).toEqual(peopleServed(model))
    }),
  )
})

test('where nobody lives there is no share', () => {
  const model = randomStreets(3)
  expect(peopleServed({ ...model, cells: { ...model.cells, population: new Float64Array(model.cells.count) } }).share).toBeNull()
})
