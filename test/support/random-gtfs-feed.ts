import { seeded } from '../../bench/harness.ts'
import type { WindowSpan } from '../../src/books/indicators/sdg-11/transit/departures.ts'
import type { GtfsFeed } from '../../src/books/indicators/sdg-11/transit/gtfs-feed.ts'
import { weekdayOf } from '../../src/books/indicators/sdg-11/transit/reference-week.ts'

/** 2026-01-05, a Monday. */
const monday = 20_458

/** A small timetable with everything that makes counting hard: frequencies, exceptions, times past midnight, blank times, no pickup. */
export function randomFeed(seed: number): GtfsFeed {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const list = (count: number, value: () => number) => Array.from({ length: count }, value)
  const [stops, services, trips] = [3 + below(6), 1 + below(4), 1 + below(8)]
  const lengths = list(trips, () => below(6))
  const rows = lengths.reduce((sum, length) => sum + length, 0)
  const departure: number[] = []
  for (const length of lengths) {
    let time = below(60 * 3600)
    for (let call = 0; call < length; call++) departure.push(random() < 0.1 ? -1 : (time += below(3000)))
  }
  const frequencyTrips = list(below(5), () => below(trips)).toSorted((a, b) => a - b)
  const from = frequencyTrips.map(() => below(28 * 3600))
  const seen = new Set<string>()
  const exceptions = Array.from({ length: below(12) }, () => [below(services), monday + below(40), below(2)] as const).filter(
    ([service, day]) => !seen.has(`${service} ${day}`) && seen.add(`${service} ${day}`),
  )
  const first = list(services, () => monday + below(15) - 3)
  return {
    name: `random ${seed}`,
    stops: {
      count: stops,
      id: list(stops, () => 0).map((_, stop) => String(stop)),
      name: list(stops, () => 0).map(String),
      lon: new Float64Array(stops).fill(76),
      lat: new Float64Array(stops).fill(43),
      locationType: new Uint8Array(stops),
      parent: new Int32Array(stops).fill(-1),
    },
    routes: { count: 2, id: ['0', '1'], name: ['', ''], type: Uint16Array.from([3, 1]) },
    trips: {
      count: trips,
      id: list(trips, () => 0).map((_, trip) => String(trip)),
      route: Int32Array.from(list(trips, () => below(2))),
      service: Int32Array.from(list(trips, () => below(services))),
      direction: Uint8Array.from(list(trips, () => below(3))),
    },
    stopTimes: {
      count: rows,
      start: Uint32Array.from([0, ...lengths.map((_, trip) => lengths.slice(0, trip + 1).reduce((sum, length) => sum + length, 0))]),
      stop: Uint32Array.from(list(rows, () => below(stops))),
      arrival: Int32Array.from(departure),
      departure: Int32Array.from(departure),
      noPickup: Uint8Array.from(list(rows, () => (random() < 0.1 ? 1 : 0))),
    },
    frequencies: {
      count: frequencyTrips.length,
      trip: Uint32Array.from(frequencyTrips),
      from: Int32Array.from(from),
      until: Int32Array.from(from, (time) => time + 1 + below(20_000)),
      headwaySeconds: Int32Array.from(list(frequencyTrips.length, () => 60 + below(4000))),
    },
    services: {
      count: services,
      id: list(services, () => 0).map((_, service) => String(service)),
      weekdays: Uint8Array.from(list(services, () => below(128))),
      from: Int32Array.from(first),
      to: Int32Array.from(first, (day) => day - 1 + below(30)),
      exceptions: {
        count: exceptions.length,
        service: Uint32Array.from(exceptions, ([service]) => service),
        day: Int32Array.from(exceptions, ([, day]) => day),
        added: Uint8Array.from(exceptions, ([, , added]) => added),
      },
    },
  }
}

/** Departures by stop and direction, the obvious way: every run of every trip on every day, one by one. */
export function slowDepartures(feed: GtfsFeed, direction: Uint8Array, weekMonday: number, window: WindowSpan): number[] {
  const { stops, trips, stopTimes, frequencies, services } = feed
  const counted: number[] = Array.from({ length: stops.count * 2 }, () => 0)
  const runsOn = (service: number, day: number): boolean => {
    const { exceptions } = services
    for (let i = 0; i < exceptions.count; i++)
      if (exceptions.service[i] === service && exceptions.day[i] === day) return exceptions.added[i] === 1
    const weekday = ((services.weekdays[service] ?? 0) >> weekdayOf(day)) & 1
    return weekday === 1 && day >= (services.from[service] ?? 0) && day <= (services.to[service] ?? 0)
  }
  for (let trip = 0; trip < trips.count; trip++) {
    const calls = Array.from(
      { length: (stopTimes.start[trip + 1] ?? 0) - (stopTimes.start[trip] ?? 0) },
      (_, call) => (stopTimes.start[trip] ?? 0) + call,
    )
    const known = calls.map((call) => stopTimes.departure[call] ?? -1).find((time) => time >= 0) ?? 0
    const starts: number[] = []
    let repeats = false
    for (let i = 0; i < frequencies.count; i++) {
      if (frequencies.trip[i] !== trip) continue
      repeats = true
      for (let time = frequencies.from[i] ?? 0; time < (frequencies.until[i] ?? 0); time += frequencies.headwaySeconds[i] ?? 1)
        starts.push(time)
    }
    for (let day = weekMonday - 6; day < weekMonday + 7; day++) {
      if (!runsOn(trips.service[trip] ?? 0, day)) continue
      for (const begin of repeats ? starts : [known]) {
        for (const call of calls.slice(0, -1)) {
          const time = stopTimes.departure[call] ?? -1
          if (time < 0 || stopTimes.noPickup[call] === 1) continue
          const moment = (day - weekMonday) * 86_400 + begin + time - known
          const onDay = Math.floor(moment / 86_400)
          const clock = moment - onDay * 86_400
          if (!window.days.includes(onDay) || clock < window.from || clock >= window.to) continue
          const place = (stopTimes.stop[call] ?? 0) * 2 + (direction[trip] ?? 0)
          counted[place] = (counted[place] ?? 0) + 1
        }
      }
    }
  }
  return counted
}
