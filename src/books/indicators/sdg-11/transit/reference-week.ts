import type { GtfsFeed, GtfsServices } from './gtfs-feed.ts'

/** Seven days from a Monday on, in days since 1970-01-01. */
export interface ReferenceWeek {
  monday: number
}

/** 0 Monday … 6 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/**
 * `2023-02-20` for a number of days since 1970-01-01.
 *
 * @example
 * isoDay(1) // => '1970-01-02'
 */
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/**
 * The week in which most trips run, from Monday to Sunday. Holidays and the edges of a calendar have fewer trips, so that it is a usual
 * week; a trip of `frequencies.txt` counts as often as it runs. Of equal weeks it is the one nearest to `near`, for instance the day of
 * the street extract, and of two as near the later; without `near` the latest of all.
 *
 * Missing  null when no trip runs on any day.
 * Cost     linear in trips, services and exceptions, and in the weeks between the first day of the calendar and the last.
 *
 * @throws {RangeError} `near` is not a day as `2023-02-21`
 */
export function referenceWeek(feed: GtfsFeed, near: string | null = null): ReferenceWeek | null {
  const { services } = feed
  const runs = runsOfServices(feed)
  const daysAway = daysFrom(near)
  const [first, last] = span(services)
  if (last < first) return null
  const firstMonday = first - weekdayOf(first)
  const days = (Math.floor((last - firstMonday) / 7) + 1) * 7
  const tripsOn = tripsByDay(services, runs, firstMonday, days)
  let best: ReferenceWeek | null = null
  let most = 0
  for (let day = 0; day < days; day += 7) {
    let trips = 0
    for (let weekday = 0; weekday < 7; weekday++) trips += tripsOn[day + weekday] ?? 0
    if (trips === 0 || trips < most) continue
    const monday = firstMonday + day
    if (best === null || trips > most || daysAway(monday) <= daysAway(best.monday)) best = { monday }
    most = trips
  }
  return best
}

/** How many days lie between a day and the week from a Monday on; 0 for all weeks when there is no day. */
function daysFrom(near: string | null): (monday: number) => number {
  if (near === null) return () => 0
  const day = /^\d{4}-\d\d-\d\d$/.test(near) ? Date.parse(`${near}T00:00:00Z`) / 86_400_000 : NaN
  if (Number.isNaN(day) || isoDay(day) !== near) throw new RangeError(`"${near}" is not a day; write it as 2023-02-21.`)
  return (monday) => Math.max(monday - day, day - (monday + 6), 0)
}

/** Whether each service runs on a day: 1 or 0. */
export function servicesOn({ count, weekdays, from, to, exceptions }: GtfsServices, day: number): Uint8Array {
  const runs = new Uint8Array(count)
  const bit = 1 << weekdayOf(day)
  for (let service = 0; service < count; service++)
    if (((weekdays[service] ?? 0) & bit) !== 0 && day >= (from[service] ?? 0) && day <= (to[service] ?? 0)) runs[service] = 1
  for (let i = 0; i < exceptions.count; i++) if (exceptions.day[i] === day) runs[exceptions.service[i] ?? 0] = exceptions.added[i] ?? 0
  return runs
}

/** How many runs each service has on a day on which it runs. */
function runsOfServices({ trips, services, frequencies }: GtfsFeed): Float64Array {
  const runsOfTrip = new Float64Array(trips.count).fill(1)
  const { trip, from, until, headwaySeconds } = frequencies
  for (let i = 0; i < frequencies.count; i++) {
    const own = trip[i] ?? 0
    const isFirst = i === 0 || trip[i - 1] !== own
    const runs = Math.ceil(((until[i] ?? 0) - (from[i] ?? 0)) / (headwaySeconds[i] ?? 1))
    runsOfTrip[own] = (isFirst ? 0 : (runsOfTrip[own] ?? 0)) + runs
  }
  const runs = new Float64Array(services.count)
  for (let i = 0; i < trips.count; i++) {
    const service = trips.service[i] ?? -1
    if (service >= 0) runs[service] = (runs[service] ?? 0) + (runsOfTrip[i] ?? 0)
  }
  return runs
}

/** First and last day on which the calendar says anything of use. */
function span({ count, weekdays, from, to, exceptions }: GtfsServices): [number, number] {
  let first = Infinity
  let last = -Infinity
  for (let service = 0; service < count; service++) {
    if ((to[service] ?? 0) < (from[service] ?? 0) || weekdays[service] === 0) continue
    first = Math.min(first, from[service] ?? 0)
    last = Math.max(last, to[service] ?? 0)
  }
  for (let i = 0; i < exceptions.count; i++) {
    if (exceptions.added[i] !== 1) continue
    first = Math.min(first, exceptions.day[i] ?? 0)
    last = Math.max(last, exceptions.day[i] ?? 0)
  }
  return [first, last]
}

/** Trips on each of `days` days from a Monday on: differences at the ends of each service's weeks, then their running sums. */
function tripsByDay(services: GtfsServices, runs: Float64Array, firstMonday: number, days: number): Float64Array {
  const { count, weekdays, from, to, exceptions } = services
  const trips = new Float64Array(days + 7)
  for (let service = 0; service < count; service++) {
    const begin = (from[service] ?? 0) - firstMonday
    const end = (to[service] ?? 0) - firstMonday
    for (let weekday = 0; weekday < 7; weekday++) {
      if (((weekdays[service] ?? 0) & (1 << weekday)) === 0) continue
      const firstDay = begin + ((weekday - (begin % 7) + 7) % 7)
      const dayAfter = end + 1 + ((weekday - ((end + 1) % 7) + 7) % 7)
      if (firstDay >= dayAfter) continue
      trips[firstDay] = (trips[firstDay] ?? 0) + (runs[service] ?? 0)
      trips[dayAfter] = (trips[dayAfter] ?? 0) - (runs[service] ?? 0)
    }
  }
  for (let day = 7; day < days; day++) trips[day] = (trips[day] ?? 0) + (trips[day - 7] ?? 0)
  for (let i = 0; i < exceptions.count; i++) {
    const service = exceptions.service[i] ?? 0
    const day = exceptions.day[i] ?? 0
    if (day < firstMonday || day >= firstMonday + days) continue
    const usual = ((weekdays[service] ?? 0) >> weekdayOf(day)) & 1 && day >= (from[service] ?? 0) && day <= (to[service] ?? 0) ? 1 : 0
    const place = day - firstMonday
    trips[place] = (trips[place] ?? 0) + ((exceptions.added[i] ?? 0) - usual) * (runs[service] ?? 0)
  }
  return trips
}
