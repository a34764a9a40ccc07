import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomAccessModel } from '../../../../../test/support/random-access-model.ts'
import { metresPerDegree } from '../../../../kernel/local-metric.ts'
import { accessMethods, measureMethod, methodOf, methodSpread } from './method-spread.ts'
import { onCrossings } from '../streets/on-crossings.ts'
import { peopleServed, stopLimits } from './people-served.ts'
import { remainingInStraightLine } from '../streets/straight-line.ts'

const city = fc.integer({ min: 0, max: 1e6 }).map((seed) => randomAccessModel({ seed }))
const valueOf = (model: ReturnType<typeof randomAccessModel>, code: string) => measureMethod(model, methodOf(code)).value ?? NaN

test('every method has a code of its own, and the first is the indicator', () => {
  expect(new Set(accessMethods.map(({ code }) => code)).size).toBe(accessMethods.length)
  const model = randomAccessModel({ seed: 1 })
  expect(methodSpread(model)[0]).toEqual({ code: 'network-500-1000', value: peopleServed(model).share, reason: null })
})

// [never more than, ...]: a stricter rule on the left.
test.each([
  ['network-snap-500-1000', 'network-500-1000', 'the way to the street only makes walks longer'],
  ['network-snap-500-1000', 'straight-500-1000', 'no walk is shorter than a straight line'],
  ['headway-30', 'network-500-1000', 'frequent stops are some of all stops'],
  ['headway-20', 'headway-30', 'a shorter wait leaves fewer stops'],
  ['headway-10', 'headway-20', 'a shorter wait leaves fewer stops'],
  ['ghsci-500', 'network-500-1000', 'to trains, too, people walk 500 m only'],
  ['ghsci-500-headway-20', 'ghsci-500-headway-30', 'a shorter wait leaves fewer stops'],
  ['ghsci-500-headway-30', 'headway-30', 'to trains, too, people walk 500 m only'],
  ['ons-straight-headway-60', 'straight-500-1000', 'stops with a departure an hour are some of all stops'],
])('%s never serves more than %s: %s', (strict, mild) => {
  fc.assert(
    fc.property(city, (model) => {
      expect(valueOf(model, strict)).toBeLessThanOrEqual(valueOf(model, mild))
    }),
    { numRuns: 40 },
  )
})

test('without a timetable methods that count departures say so, and all others have a value', () => {
  const spread = methodSpread(randomAccessModel({ seed: 2, timetable: false }))
  expect(spread.filter(({ value }) => value === null).map(({ code, reason }) => [code, reason])).toEqual(
    accessMethods.filter(({ options }) => options.headway !== undefined).map(({ code }) => [code, 'no_timetable']),
  )
})

test('where nobody lives no method has a value', () => {
  const model = randomAccessModel({ seed: 2 })
  model.cells.population.fill(0)
  expect(new Set(methodSpread(model).map(({ reason }) => reason))).toEqual(new Set(['no_people']))
})

test('a method that does not exist is refused', () => {
  expect(() => methodOf('by-balloon')).toThrow(RangeError)
})

test('what remains in a straight line is what looking at every stop finds', () => {
  fc.assert(
    fc.property(city, (model) => {
      const { cells, stops } = model
      const limit = stopLimits(stops)
      limit[0] = -1
      const scale = metresPerDegree(43.0065)
      const remaining = remainingInStraightLine({ ...stops, limit }, cells)
      for (let c = 0; c < cells.count; c++) {
        const left = Array.from({ length: stops.count }, (_, s) => {
          const metres = Math.hypot((stops.lon[s]! - cells.lon[c]!) * scale.lon, (stops.lat[s]! - cells.lat[c]!) * scale.lat)
          return limit[s]! < 0 ? -Infinity : limit[s]! - metres
        })
        const best = Math.max(...left)
        if (best >= 0) expect(Math.abs(remaining[c]! - best)).toBeLessThan(0.5)
        else expect(remaining[c]! < 0.5).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

test('across the 180th meridian a straight line is as long as elsewhere', () => {
  const at = (lon: number) => ({ count: 1, lon: Float64Array.of(lon), lat: Float64Array.of(0) })
  const [remaining] = remainingInStraightLine({ ...at(-179.999), limit: Float64Array.of(500) }, at(179.999))
  expect(remaining).toBeCloseTo(500 - 0.002 * metresPerDegree(0).lon, 2)
})

test('at the crossings everything stands at the nearest one, and what was on no street stays on none', () => {
  fc.assert(
    fc.property(city, (model) => {
      const scale = metresPerDegree(43.0065)
      const { cells } = onCrossings(model)
      const { graph } = model
      for (let c = 0; c < cells.count; c++) {
        expect(cells.edge[c]! < 0).toBe(model.cells.edge[c]! < 0)
        if (cells.edge[c]! < 0) continue
        const e = cells.edge[c]!
        expect([0, graph.edgeMetres[e]]).toContain(cells.offset[c])
        const crossing = cells.offset[c] === 0 ? graph.edgeFrom[e]! : graph.edgeTo[e]!
        const away = (v: number) => Math.hypot((model.lon[v]! - cells.lon[c]!) * scale.lon, (model.lat[v]! - cells.lat[c]!) * scale.lat)
        const nearest = Math.min(...Array.from({ length: graph.nodeCount }, (_, v) => away(v)))
        expect(away(crossing)).toBeLessThan(nearest + 0.1)
      }
    }),
    { numRuns: 30 },
  )
})
