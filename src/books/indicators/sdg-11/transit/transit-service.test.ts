import { describe, expect, test } from 'vitest'
import { randomFeed, slowDepartures } from '../../../../../test/support/random-gtfs-feed.ts'
import { departures, windowSpan } from './departures.ts'
import type { GtfsFeed } from './gtfs-feed.ts'
import { isoDay, referenceWeek, servicesOn } from './reference-week.ts'
import { routeCapacity } from './route-capacity.ts'
import { transitStopsOf } from './transit-service.ts'
import { serviceWindows, type ServiceWindow } from './transit-stops.ts'
import { tripDirections } from './trip-directions.ts'

/** 2026-01-05, a Monday. */
const monday = 20_458
const hour = 3600

interface SmallTrip {
  route?: number
  direction?: number
  service?: number
  /** Stop and departure in hours. */
  calls: readonly (readonly [number, number])[]
}

interface SmallFeed {
  types?: readonly number[]
  /** Location type and parent of each stop. */
  stops?: readonly (readonly [number, number])[]
  trips: readonly SmallTrip[]
  /** Trip, from and until in hours, headway in seconds. */
  frequencies?: readonly (readonly [number, number, number, number])[]
  /** Weekdays as bits, first and last day after the Monday. */
  services?: readonly (readonly [number, number, number])[]
  /** Service, day after the Monday, 1 added or 0 removed. */
  exceptions?: readonly (readonly [number, number, number])[]
}

function feedOf({
  types = [3],
  stops = [
    [0, -1],
    [0, -1],
    [0, -1],
  ],
  trips,
  frequencies = [],
  services = [[31, 0, 27]],
  exceptions = [],
}: SmallFeed): GtfsFeed {
  const calls = trips.flatMap((trip) => trip.calls)
  const start = Uint32Array.from([0, ...trips.map((_, index) => trips.slice(0, index + 1).reduce((sum, one) => sum + one.calls.length, 0))])
  const times = Int32Array.from(calls, ([, hours]) => hours * hour)
  return {
    name: 'small',
    stops: {
      count: stops.length,
      id: stops.map((_, stop) => `s${stop}`),
      name: stops.map((_, stop) => `Stop ${stop}`),
      lon: Float64Array.from(stops, (_, stop) => 76 + stop / 100),
      lat: Float64Array.from(stops, () => 43),
      locationType: Uint8Array.from(stops, ([type]) => type),
      parent: Int32Array.from(stops, ([, parent]) => parent),
    },
    routes: { count: types.length, id: types.map(String), name: types.map(String), type: Uint16Array.from(types) },
    trips: {
      count: trips.length,
      id: trips.map((_, trip) => `t${trip}`),
      route: Int32Array.from(trips, ({ route = 0 }) => route),
      service: Int32Array.from(trips, ({ service = 0 }) => service),
      direction: Uint8Array.from(trips, ({ direction = 0 }) => direction),
    },
    stopTimes: {
      count: calls.length,
      start,
      stop: Uint32Array.from(calls, ([stop]) => stop),
      arrival: times,
      departure: times,
      noPickup: new Uint8Array(calls.length),
    },
    frequencies: {
      count: frequencies.length,
      trip: Uint32Array.from(frequencies, ([trip]) => trip),
      from: Int32Array.from(frequencies, ([, from]) => from * hour),
      until: Int32Array.from(frequencies, ([, , until]) => until * hour),
      headwaySeconds: Int32Array.from(frequencies, ([, , , headway]) => headway),
    },
    services: {
      count: services.length,
      id: services.map((_, service) => `d${service}`),
      weekdays: Uint8Array.from(services, ([weekdays]) => weekdays),
      from: Int32Array.from(services, ([, from]) => monday + from),
      to: Int32Array.from(services, ([, , to]) => monday + to),
      exceptions: {
        count: exceptions.length,
        service: Uint32Array.from(exceptions, ([service]) => service),
        day: Int32Array.from(exceptions, ([, day]) => monday + day),
        added: Uint8Array.from(exceptions, ([, , added]) => added),
      },
    },
  }
}

const trip = (...hours: number[]): SmallTrip => ({ calls: hours.map((time, stop) => [stop, time] as const) })
const headways = (feed: GtfsFeed, window: ServiceWindow) => [...(transitStopsOf(feed, { asked: window }).headwayMinutes['asked'] ?? [])]
const morning: ServiceWindow = { days: 'weekdays', from: '07:00', to: '09:00' }

describe('headways', () => {
  test.each([
    {
      case: 'two departures in two hours: every 60 minutes, and nobody boards at the last stop',
      feed: { trips: [trip(7, 7.1, 7.2), trip(8, 8.1, 8.2)] },
      minutes: [60, 60, Infinity],
    },
    { case: 'the end of the window is not in it', feed: { trips: [trip(7, 8, 9), trip(9, 9.5, 10)] }, minutes: [120, 120, Infinity] },
    {
      case: 'the direction with most departures',
      feed: {
        trips: [
          trip(7, 7.5),
          trip(8, 8.5),
          {
            direction: 1,
            calls: [
              [1, 7],
              [0, 7.5],
            ] as const,
          },
        ],
      },
      minutes: [60, 120],
    },
    {
      case: 'a mean over the days: once on two days of five',
      feed: { trips: [trip(7, 8)], services: [[3, 0, 27]] as const },
      minutes: [300, Infinity],
    },
    {
      case: 'a departure after midnight counts on the day on which it is',
      feed: {
        trips: [trip(31, 32)],
        services: [
          [16, 0, 27],
          [1, 0, 27],
        ] as const,
      },
      minutes: [Infinity, Infinity],
    },
    {
      case: 'one of Monday at 31:00 is on Tuesday at seven',
      feed: { trips: [trip(31, 32)], services: [[1, 0, 27]] as const },
      minutes: [600, Infinity],
    },
    {
      case: 'runs by frequency: from seven to nine every ten minutes',
      feed: { trips: [trip(0, 0.5)], frequencies: [[0, 7, 9, 600]] as const },
      minutes: [10, Infinity],
    },
    {
      case: 'runs by frequency, later along the way',
      feed: { trips: [trip(12, 13, 14)], frequencies: [[0, 7, 9, 1800]] as const },
      minutes: [30, 60, Infinity],
    },
  ])('$case', ({ feed, minutes }) => {
    expect(headways(feedOf(feed), morning)).toEqual(minutes)
  })

  test('the fast count of departures is the slow one, on random feeds', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const feed = randomFeed(seed)
      const week = referenceWeek(feed)
      if (week === null) continue
      const window = (['weekdays', 'wednesday', 'saturday', 'sunday', 'week'] as const)[seed % 5] ?? 'week'
      const span = windowSpan({ days: window, from: '06:30', to: '19:15' })
      const direction = tripDirections(feed)
      expect([...departures(feed, direction, week, span)]).toEqual(slowDepartures(feed, direction, week.monday, span))
    }
  })

  test.each(['07:00-07:00', '09:00-07:00', '07:00-24:30', '7:00-09:00', '07:60-09:00'])('%s is not a window', (window) => {
    const [from = '', to = ''] = window.split('-')
    expect(() => windowSpan({ days: 'week', from, to })).toThrow(RangeError)
  })
})

describe('places', () => {
  const station = {
    trips: [
      {
        calls: [
          [2, 7],
          [0, 8],
        ] as const,
      },
      {
        calls: [
          [3, 7],
          [0, 8],
        ] as const,
        route: 1,
      },
    ],
    types: [3, 1],
  }
  test('people walk to the entrances of a station, which have the departures of all its platforms', () => {
    const feed = feedOf({
      ...station,
      stops: [
        [0, -1],
        [1, -1],
        [0, 1],
        [0, 1],
        [2, 1],
        [2, 1],
      ],
    })
    const { stops, headwayMinutes } = transitStopsOf(feed, { asked: morning })
    expect([...stops.id]).toEqual(['s0', 's4', 's5'])
    expect([...stops.capacity]).toEqual([3, 3, 3])
    expect([...(headwayMinutes['asked'] ?? [])]).toEqual([Infinity, 60, 60])
  })

  test('without entrances, to the platforms', () => {
    const feed = feedOf({
      ...station,
      stops: [
        [0, -1],
        [1, -1],
        [0, 1],
        [0, 1],
        [2, -1],
      ],
    })
    expect([...transitStopsOf(feed).stops.id]).toEqual(['s0', 's2', 's3'])
    expect([...transitStopsOf(feed).stops.capacity]).toEqual([3, 1, 2])
  })

  test('a platform without a location lies where its station lies, a stop without any is left out', () => {
    const feed = feedOf({
      ...station,
      stops: [
        [0, -1],
        [1, -1],
        [0, 1],
        [0, -1],
      ],
    })
    feed.stops.lon[2] = feed.stops.lon[3] = NaN
    const { stops } = transitStopsOf(feed)
    expect([...stops.id]).toEqual(['s0', 's2'])
    expect(stops.lon[1]).toBe(76.01)
  })

  test('only stops that are served in the week, and on how many days', () => {
    const calls = [
      [0, 7],
      [1, 8],
    ] as const
    const feed = feedOf({
      trips: [
        { calls },
        {
          calls: [
            [2, 7],
            [0, 8],
          ],
          service: 1,
        },
      ],
      services: [
        [31, 0, 27],
        [96, 200, 205],
      ],
      exceptions: [[1, 5, 1]],
    })
    const { stops, daysServed, referenceWeeks } = transitStopsOf(feed)
    expect([...stops.id]).toEqual(['s0', 's1', 's2'])
    expect([...daysServed]).toEqual([6, 5, 1])
    expect(referenceWeeks).toEqual([{ feed: 'small', from: '2026-01-05', to: '2026-01-11' }])
  })

  test('of two feeds each has its own week, and ids do not meet', () => {
    const one = feedOf({ trips: [trip(7, 8)] })
    const other = feedOf({ trips: [trip(7, 8)], services: [[127, 700, 713]] })
    const { stops, referenceWeeks } = transitStopsOf([one, other])
    expect(stops.id).toEqual(['1:s0', '1:s1', '2:s0', '2:s1'])
    expect(referenceWeeks.map((week) => week.from)).toEqual(['2026-01-26', '2027-12-13'])
    const near = transitStopsOf([one, other], {}, '2026-01-14').referenceWeeks
    expect(near.map((week) => week.from)).toEqual(['2026-01-12', '2027-12-06'])
    expect(Object.keys(stops.headwayMinutes)).toEqual(Object.keys(serviceWindows))
    expect(stops.headwayMinutes.ghsci).toHaveLength(4)
  })

  test('a feed in which nothing runs has no stops', () => {
    const { stops, referenceWeeks } = transitStopsOf(feedOf({ trips: [trip(7, 8)], services: [[0, 0, 27]] }))
    expect(stops.count).toBe(0)
    expect(referenceWeeks).toEqual([{ feed: 'small', from: null, to: null }])
  })
})

describe('the reference week', () => {
  test.each([
    { case: 'the latest of equal weeks', feed: {}, from: '2026-01-26' },
    { case: 'of equal weeks the one in which the day is', feed: {}, near: '2026-01-18', from: '2026-01-12' },
    { case: 'the first where the day is before all', feed: {}, near: '2025-06-01', from: '2026-01-05' },
    { case: 'the last where the day is after all', feed: {}, near: '2027-06-01', from: '2026-01-26' },
    {
      case: 'the nearest where the week of the day has fewer trips',
      feed: { exceptions: [[0, 8, 0]] as const },
      near: '2026-01-13',
      from: '2026-01-05',
    },
    {
      case: 'the later of two as near',
      feed: { exceptions: [[0, 8, 0]] as const },
      near: '2026-01-15',
      from: '2026-01-19',
    },
    {
      case: 'not a near week with fewer trips',
      feed: { exceptions: [[0, 19, 1]] as const },
      near: '2026-01-05',
      from: '2026-01-19',
    },
    {
      case: 'a week without a holiday',
      feed: {
        exceptions: [
          [0, 1, 0],
          [0, 8, 0],
        ] as const,
      },
      from: '2026-01-26',
    },
    { case: 'a week with an extra day', feed: { exceptions: [[0, 19, 1]] as const }, from: '2026-01-19' },
    { case: 'a whole week, not the edge of the calendar', feed: { services: [[127, 2, 13]] as const }, from: '2026-01-12' },
    {
      case: 'only calendar_dates.txt',
      feed: {
        services: [[0, 0, -1]] as const,
        exceptions: [
          [0, 9, 1],
          [0, 16, 1],
          [0, 17, 1],
        ] as const,
      },
      from: '2026-01-19',
    },
    { case: 'an exception that changes nothing', feed: { exceptions: [[0, 7, 1]] as const }, from: '2026-01-26' },
  ])('$case', ({ feed, near = null, from }) => {
    expect(isoDay(referenceWeek(feedOf({ trips: [trip(7, 8)], ...feed }), near)?.monday ?? 0)).toBe(from)
  })

  test.each(['21 February', '2023-02-31', '2023-2-1'])('%s is not a day to be near to', (near) => {
    expect(() => referenceWeek(feedOf({ trips: [trip(7, 8)] }), near)).toThrow(RangeError)
  })

  test('has as many trips as no other, counted day by day on random feeds', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const feed = randomFeed(seed)
      const tripsIn = (week: number) => {
        let trips = 0
        for (let day = week; day < week + 7; day++) {
          const runs = servicesOn(feed.services, day)
          feed.trips.service.forEach((service, index) => {
            if (runs[service] !== 1) return
            const rows = [...feed.frequencies.trip.keys()].filter((row) => feed.frequencies.trip[row] === index)
            const { from, until, headwaySeconds } = feed.frequencies
            const count = (row: number) => Math.ceil(((until[row] ?? 0) - (from[row] ?? 0)) / (headwaySeconds[row] ?? 1))
            trips += rows.length === 0 ? 1 : rows.reduce((sum, row) => sum + count(row), 0)
          })
        }
        return trips
      }
      const weeks = Array.from({ length: 20 }, (_, week) => monday - 35 + 7 * week)
      const most = Math.max(...weeks.map(tripsIn))
      expect(referenceWeek(feed)?.monday ?? null).toBe(most === 0 ? null : (weeks.findLast((week) => tripsIn(week) === most) ?? null))
    }
  })
})

describe('directions that are not said', () => {
  test('a trip back along the same stations goes in direction 1, a shorter one forwards in 0', () => {
    const way = (...stops: number[]) => ({ direction: 2, calls: stops.map((stop, time) => [stop, 7 + time] as const) })
    const feed = feedOf({ trips: [way(0, 1), way(2, 1, 0), way(0, 1, 2), way(1, 0), { ...way(2, 0), direction: 0 }] })
    // The longest of the route is the first with three stops: what goes its way has direction 0.
    expect([...tripDirections(feed)]).toEqual([1, 0, 1, 0, 0])
  })
})

test.each([
  { type: 0, capacity: 1, case: 'tram' },
  { type: 1, capacity: 2, case: 'metro' },
  { type: 2, capacity: 2, case: 'train' },
  { type: 3, capacity: 1, case: 'bus' },
  { type: 4, capacity: 2, case: 'ferry' },
  { type: 7, capacity: 1, case: 'funicular' },
  { type: 11, capacity: 1, case: 'trolleybus' },
  { type: 12, capacity: 2, case: 'monorail' },
  { type: 109, capacity: 2, case: 'suburban railway' },
  { type: 204, capacity: 1, case: 'coach' },
  { type: 401, capacity: 2, case: 'metro, extended' },
  { type: 702, capacity: 1, case: 'express bus' },
  { type: 900, capacity: 1, case: 'tram, extended' },
  { type: 1000, capacity: 2, case: 'water transport' },
  { type: 1100, capacity: 0, case: 'flight' },
  { type: 1200, capacity: 2, case: 'ferry, extended' },
  { type: 1501, capacity: 0, case: 'shared taxi' },
])('capacity of $type, $case', ({ type, capacity }) => {
  expect(routeCapacity(type)).toBe(capacity)
})
