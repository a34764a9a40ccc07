import { expect, test } from 'vitest'
import { randomAccessModel } from '../../../../../test/support/random-access-model.ts'
import { peopleServed } from '../access/people-served.ts'
import { surenessParameters } from './sureness.ts'
import { tornado } from './tornado.ts'

const model = randomAccessModel({ seed: 4, side: 12, cells: 200, stops: 15 })
const share = peopleServed(model).share ?? NaN
const bars = tornado(model)
const barOf = (input: string) => bars.find((bar) => bar.input === input)

test('the bars stand from the widest to the narrowest', () => {
  const widths = bars.map(({ low, high }) => high - low)
  expect(widths).toEqual(widths.toSorted((a, b) => b - a))
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(0)
})

test.each(['missing_stops', 'way_to_street', 'headway'])('%s can only lower the figure', (input) => {
  expect(barOf(input)?.high).toBe(share)
  expect(barOf(input)?.low).toBeLessThan(share)
})

test('people whose cell has no street can only raise it, by as many as they are', () => {
  const { peopleWithoutStreet, population } = peopleServed(model)
  expect(barOf('cells_off_street')).toEqual({
    input: 'cells_off_street',
    low: share,
    high: share + (100 * peopleWithoutStreet) / population,
  })
})

test.each(['walking_distance', 'population'])('%s moves the figure both ways', (input) => {
  expect(barOf(input)?.low).toBeLessThan(share)
  expect(barOf(input)?.high).toBeGreaterThan(share)
})

test('an input that is exactly known has a bar without length', () => {
  const sure = tornado(model, { ...surenessParameters, positionSd: 0, missingShare: 0, populationSd: 0 })
  for (const input of ['stop_position', 'missing_stops', 'population'])
    expect(sure.find((bar) => bar.input === input)).toEqual({ input, low: share, high: share })
})

test('without a timetable there is no bar for the headway', () => {
  expect(tornado(randomAccessModel({ seed: 4, timetable: false })).map(({ input }) => input)).not.toContain('headway')
})

test('another model of the city is one more input', () => {
  const fewer = { ...model, stops: { ...model.stops, capacity: model.stops.capacity.map((_, s) => (s < 5 ? 1 : 0)) } }
  const other = peopleServed(fewer).share ?? NaN
  expect(tornado(model, surenessParameters, { osm_stops: fewer }).find(({ input }) => input === 'osm_stops')).toEqual({
    input: 'osm_stops',
    low: Math.min(other, share),
    high: Math.max(other, share),
  })
})
