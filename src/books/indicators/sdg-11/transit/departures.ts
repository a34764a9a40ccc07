import type { GtfsFeed } from './gtfs-feed.ts'
import { servicesOn, type ReferenceWeek } from './reference-week.ts'
import type { ServiceWindow } from './transit-stops.ts'

const daySeconds = 86_400
/** A trip's times may pass midnight: hours to 99 reach into the fourth day after. */
const daysOfService = 5

const daysOf = { weekdays: [0, 1, 2, 3, 4], wednesday: [2], saturday: [5], sunday: [6], week: [0, 1, 2, 3, 4, 5, 6] } as const

/** Seconds of a window's ends and how many days it has. */
export interface WindowSpan {
  from: number
  to: number
  days: readonly number[]
}

/**
 * A window in numbers.
 *
 * @throws {RangeError} an end that is not a time, or the ends not in order within one day
 * @example
 * windowSpan({ days: 'wednesday', from: '06:00', to: '20:00' }) // => { from: 21600, to: 72000, days: [2] }
 */
export function windowSpan({ days, from, to }: ServiceWindow): WindowSpan {
  const [begin, end] = [secondsOf(from), secondsOf(to)]
  if (begin >= end || end > daySeconds) throw new RangeError(`A window from ${from} to ${to} does not lie within one day.`)
  return { from: begin, to: end, days: daysOf[days] }
}

function secondsOf(time: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  if (hours === undefined || Number(minutes) > 59) throw new RangeError(`"${time}" is not a time; write it as 07:00.`)
  return Number(hours) * 3600 + Number(minutes) * 60
}

/**
 * Departures within a window of the reference week, by stop and direction: `departures[stop * 2 + direction]`, all days of the window
 * together. The last stop of a trip has none, nor has a stop with `pickup_type` 1: nobody boards there.
 *
 * A departure counts on the day of the calendar on which it is: 25:10 of Tuesday's service is ten past one on Wednesday. Trips of
 * `frequencies.txt` count as often as they run, with the times of their stops after the first as the time under way.
 *
 * Cost  one pass over the stop times for any number of days; runs of a trip by frequency are counted without being listed.
 */
export function departures(feed: GtfsFeed, direction: Uint8Array, week: ReferenceWeek, window: WindowSpan): Float64Array {
  const { stops, trips, stopTimes, services } = feed
  const weights = serviceWeights(feed, week, window)
  const frequencyStart = frequencyRanges(feed)
  const counted = new Float64Array(stops.count * 2)
  const { stop, departure, noPickup, start } = stopTimes
  for (let trip = 0; trip < trips.count; trip++) {
    const service = trips.service[trip] as number
    if (service < 0 || (trips.route[trip] as number) < 0 || weights[daysOfService * services.count + service] === 0) continue
    const first = start[trip] as number
    const last = (start[trip + 1] as number) - 1
    const runs = (frequencyStart[trip + 1] as number) > (frequencyStart[trip] as number)
    const begin = runs ? firstDeparture(departure, first, last) : 0
    for (let i = first; i < last; i++) {
      const time = departure[i] as number
      if (time < 0 || noPickup[i] === 1) continue
      const place = (stop[i] as number) * 2 + (direction[trip] as number)
      if (runs) counted[place]! += runsWithin(feed, trip, frequencyStart, time - begin, weights, service, window)
      else {
        const later = Math.floor(time / daySeconds)
        const clock = time - later * daySeconds
        if (clock >= window.from && clock < window.to) counted[place]! += weights[later * services.count + service] as number
      }
    }
  }
  return counted
}

/**
 * On how many days of the window a departure of each service falls when it is on the day of service (0) or `n` days later:
 * `weights[n * services + service]`; after those, whether any of them is above 0.
 */
function serviceWeights({ services }: GtfsFeed, week: ReferenceWeek, window: WindowSpan): Uint8Array {
  const { count } = services
  const weights = new Uint8Array((daysOfService + 1) * count)
  const active = new Map<number, Uint8Array>()
  for (const day of window.days) {
    for (let later = 0; later < daysOfService; later++) {
      const serviceDay = week.monday + day - later
      const runs = active.get(serviceDay) ?? servicesOn(services, serviceDay)
      active.set(serviceDay, runs)
      for (let service = 0; service < count; service++) {
        weights[later * count + service]! += runs[service] as number
        weights[daysOfService * count + service]! |= runs[service] as number
      }
    }
  }
  return weights
}

/** Rows of `frequencies.txt` of trip `t`: `start[t]` … `start[t + 1] - 1`; they are in the order of trips. */
function frequencyRanges({ trips, frequencies }: GtfsFeed): Uint32Array {
  const start = new Uint32Array(trips.count + 1)
  for (let i = 0; i < frequencies.count; i++) start[(frequencies.trip[i] as number) + 1]!++
  for (let trip = 0; trip < trips.count; trip++) start[trip + 1]! += start[trip] as number
  return start
}

function firstDeparture(departure: Int32Array, first: number, last: number): number {
  for (let i = first; i <= last; i++) if ((departure[i] as number) >= 0) return departure[i] as number
  return 0
}

/** Runs `from + n · headway` before `until` that pass `underWay` seconds later within the window, times the days on which they do. */
function runsWithin(
  { frequencies, services }: GtfsFeed,
  trip: number,
  ranges: Uint32Array,
  underWay: number,
  weights: Uint8Array,
  service: number,
  window: WindowSpan,
): number {
  let runs = 0
  for (let i = ranges[trip] as number; i < (ranges[trip + 1] as number); i++) {
    const from = frequencies.from[i] as number
    const until = frequencies.until[i] as number
    const headway = frequencies.headwaySeconds[i] as number
    for (let later = 0; later < daysOfService; later++) {
      const shift = later * daySeconds - underWay
      const begin = Math.max(from, window.from + shift)
      const end = Math.min(until, window.to + shift)
      if (end > begin)
        runs +=
          (Math.ceil((end - from) / headway) - Math.ceil((begin - from) / headway)) * (weights[later * services.count + service] as number)
    }
  }
  return runs
}
