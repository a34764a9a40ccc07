import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomAccessModel } from '../../../../../test/support/random-access-model.ts'
import { explainOfficial, type Cause, type Requirement } from './explain-official.ts'
import { peopleServed } from './people-served.ts'

const requirementOf = <C extends Cause>(cause: C, official: number, model: ReturnType<typeof randomAccessModel>) =>
  explainOfficial(official, model).requirements.find((one) => one.cause === cause) as Extract<Requirement, { cause: C }> | undefined
const cases = fc.record({
  model: fc.integer({ min: 0, max: 1e6 }).map((seed) => randomAccessModel({ seed, side: 10, stops: 20 })),
  official: fc.double({ min: 1, max: 99, noNaN: true }),
})

test('walking as far as it says serves the official share, and a step less does not', () => {
  fc.assert(
    fc.property(cases, ({ model, official }) => {
      const needed = requirementOf('walk', official, model)!
      if ('cannot' in needed) {
        expect(needed.cannot).toBe('too_high')
        expect(peopleServed(model, { limits: { low: 5000, high: 10_000 } }).share).toBeLessThan(official)
        return
      }
      const shareAt = (factor: number) =>
        peopleServed(model, { limits: { low: factor * needed.lowMetres, high: factor * needed.highMetres } }).share ?? NaN
      expect(needed.highMetres).toBeCloseTo(2 * needed.lowMetres, 6)
      expect(needed.share).toBeGreaterThanOrEqual(official)
      expect(shareAt(1 + 1e-9)).toBeGreaterThanOrEqual(needed.share - 1e-9)
      expect(shareAt(1 - 1e-6)).toBeLessThan(official)
    }),
    { numRuns: 40 },
  )
})

test('the headway it says serves no more than the official share, and the next longer one that occurs serves more', () => {
  fc.assert(
    fc.property(cases, ({ model, official }) => {
      const needed = requirementOf('headway', official, model)!
      const shareAt = (minutes: number) => peopleServed(model, { headway: { window: 'ghsci', minutes } }).share ?? NaN
      const occurring = [...model.stops.headwayMinutes.ghsci!].filter((minutes) => minutes < Infinity).sort((a, b) => a - b)
      if ('cannot' in needed) {
        if (needed.cannot === 'too_high') expect(peopleServed(model).share).toBeLessThan(official)
        else expect(shareAt(occurring[0]!)).toBeGreaterThan(official)
        return
      }
      expect(shareAt(needed.minutes)).toBe(needed.share)
      expect(needed.share).toBeLessThanOrEqual(official)
      const next = occurring.find((minutes) => minutes > needed.minutes)
      if (next !== undefined) expect(shareAt(next)).toBeGreaterThan(official)
    }),
    { numRuns: 30 },
  )
})

test('people added or taken away make the share the official one', () => {
  fc.assert(
    fc.property(cases, ({ model, official }) => {
      const { share, served, population } = peopleServed(model)
      const outside = requirementOf('people_outside', official, model)
      const inside = requirementOf('people_inside', official, model)
      expect([outside, inside].filter((one) => one !== undefined)).toHaveLength(1)
      if (outside !== undefined && !('cannot' in outside)) {
        expect((100 * served) / (population + outside.people)).toBeCloseTo(official, 9)
        expect(outside.people).toBeGreaterThanOrEqual(0)
        expect(share).toBeGreaterThanOrEqual(official)
      }
      if (inside !== undefined && !('cannot' in inside)) {
        expect((100 * served) / (population - inside.people)).toBeCloseTo(official, 9)
        expect(inside.people).toBeLessThanOrEqual(population - served + 1e-6)
      }
    }),
    { numRuns: 30 },
  )
})

test('with as many stops missing as it says the mean share is the official one; more than ours cannot be reached by fewer stops', () => {
  const model = randomAccessModel({ seed: 8, side: 12, cells: 300, stops: 60 })
  const ours = peopleServed(model).share ?? NaN
  const needed = requirementOf('missing_stops', ours / 2, model)!
  if ('cannot' in needed) throw new Error('half of the share must be reachable by dropping stops')
  expect(needed.share).toBeGreaterThan(ours / 2 - 2)
  expect(needed.share).toBeLessThanOrEqual(ours / 2)
  expect(needed.stopShare).toBeGreaterThan(0.2)
  expect(needed.stopShare).toBeLessThan(1)
  expect(requirementOf('missing_stops', ours + 1, model)).toEqual({ cause: 'missing_stops', cannot: 'too_high' })
})

test('without a timetable nothing is said about departures', () => {
  const model = randomAccessModel({ seed: 8, timetable: false })
  expect(requirementOf('headway', 10, model)).toEqual({ cause: 'headway', cannot: 'no_timetable' })
})

test.each([-1, 101, NaN])('an official value of %s is refused', (official) => {
  expect(() => explainOfficial(official, randomAccessModel({ seed: 1 }))).toThrow(RangeError)
})
