import { departures, windowSpan } from './departures.ts'
import type { GtfsFeed } from './gtfs-feed.ts'
import { isoDay, referenceWeek, servicesOn, type ReferenceWeek } from './reference-week.ts'
import { routeCapacity } from './route-capacity.ts'
import { serviceWindows, type ServiceWindow, type TransitStops } from './transit-stops.ts'
import { tripDirections } from './trip-directions.ts'

/** Stops with what the timetables say of them; every array has one value per stop. */
export interface TransitService {
  stops: TransitStops
  /** Days of the reference week (1–7) on which something calls there. */
  daysServed: Uint8Array
  /** As in `stops`, for the windows that were asked for besides. */
  headwayMinutes: Readonly<Record<string, Float64Array>>
  /** The week that was counted, Monday to Sunday, by feed; null for a feed in which nothing ever runs. */
  referenceWeeks: readonly { feed: string; from: string | null; to: string | null }[]
}

/** What one feed adds: places where people get on, each with what is served there. */
interface FeedService {
  /** Index of the place among the feed's stops. */
  places: number[]
  capacity: Uint8Array
  daysServed: Uint8Array
  headwayMinutes: Map<string, Float64Array>
  week: ReferenceWeek | null
}

/**
 * The stops of one or more timetables at which something calls in the reference week, with capacity and headway.
 *
 *     headway = minutes of the window · days of the window / departures of the direction that has most
 *
 * Where people walk to: the entrances of the station that a platform belongs to, if the feed has any with a location; otherwise the
 * platform itself. An entrance has the departures of all platforms of its station together. A platform without a location lies where
 * its station lies. Each feed has its own reference week (`referenceWeek`): calendars of two operators need not overlap.
 *
 * With several feeds, ids have the number of their feed before them (`2:1511`): two operators may use the same.
 *
 * Source   UN SDG metadata 11-02-01 (capacity); GHSCI, ITDP and ONS (windows).
 * Units    minutes; Infinity where nothing departs in the window.
 * Missing  stops without any location are left out.
 * Cost     one pass over the stop times per window.
 *
 * @param windows counted besides those that are always counted
 * @param near    ISO day that decides between weeks with as many trips (`referenceWeek`)
 * @throws {RangeError} a window or day that is none
 */
export function transitStopsOf(
  feeds: GtfsFeed | readonly GtfsFeed[],
  windows: Readonly<Record<string, ServiceWindow>> = {},
  near: string | null = null,
): TransitService {
  const all = 'stopTimes' in feeds ? [feeds] : feeds
  const asked = Object.entries({ ...serviceWindows, ...windows })
  const parts = all.map((feed) => ({ feed, service: serviceOf(feed, asked, near) }))
  const column = <T>(value: (feed: GtfsFeed, place: number, number: number) => T): T[] =>
    parts.flatMap(({ feed, service }, number) => service.places.map((place) => value(feed, place, number)))
  const id = column((feed, place, number) => (all.length === 1 ? '' : `${number + 1}:`) + (feed.stops.id[place] ?? ''))
  const joined = (name: string) => Float64Array.from(parts.flatMap(({ service }) => [...(service.headwayMinutes.get(name) ?? [])]))
  const headwayMinutes = Object.fromEntries(asked.map(([name]) => [name, joined(name)]))
  return {
    stops: {
      count: id.length,
      id,
      name: column((feed, place) => feed.stops.name[place] ?? ''),
      lon: Float64Array.from(column((feed, place) => locationOf(feed, place)[0])),
      lat: Float64Array.from(column((feed, place) => locationOf(feed, place)[1])),
      capacity: Uint8Array.from(parts.flatMap(({ service }) => [...service.capacity])),
      headwayMinutes: Object.fromEntries(Object.keys(serviceWindows).map((name) => [name, headwayMinutes[name] ?? new Float64Array()])),
    },
    daysServed: Uint8Array.from(parts.flatMap(({ service }) => [...service.daysServed])),
    headwayMinutes,
    referenceWeeks: parts.map(({ feed, service: { week } }) => ({
      feed: feed.name,
      from: week === null ? null : isoDay(week.monday),
      to: week === null ? null : isoDay(week.monday + 6),
    })),
  }
}

function serviceOf(feed: GtfsFeed, windows: readonly [string, ServiceWindow][], near: string | null): FeedService {
  const week = referenceWeek(feed, near)
  if (week === null) return { places: [], capacity: new Uint8Array(), daysServed: new Uint8Array(), headwayMinutes: new Map(), week }
  const { capacity, days } = calls(feed, week)
  const entrances = entrancesOf(feed)
  const placesOf = (stop: number): readonly number[] =>
    entrances.get(feed.stops.parent[stop] ?? -1) ?? (Number.isNaN(locationOf(feed, stop)[0]) ? [] : [stop])

  const rowOf = new Map<number, number>()
  const members: number[][] = []
  for (let stop = 0; stop < feed.stops.count; stop++) {
    if (capacity[stop] === 0) continue
    for (const place of placesOf(stop)) {
      const row = rowOf.get(place) ?? members.push([]) - 1
      rowOf.set(place, row)
      members[row]?.push(stop)
    }
  }
  const joined = (values: Uint8Array) => Uint8Array.from(members, (stops) => stops.reduce((bits, stop) => bits | (values[stop] ?? 0), 0))
  const direction = tripDirections(feed)
  return {
    places: [...rowOf.keys()],
    capacity: joined(capacity),
    daysServed: joined(days).map(bitCount),
    headwayMinutes: new Map(windows.map(([name, window]) => [name, headways(feed, direction, week, window, members)])),
    week,
  }
}

function headways(
  feed: GtfsFeed,
  direction: Uint8Array,
  week: ReferenceWeek,
  window: ServiceWindow,
  members: readonly number[][],
): Float64Array {
  const span = windowSpan(window)
  const minutes = ((span.to - span.from) / 60) * span.days.length
  const counted = departures(feed, direction, week, span)
  const inDirection = (stops: readonly number[], way: 0 | 1) => stops.reduce((sum, stop) => sum + (counted[stop * 2 + way] ?? 0), 0)
  return Float64Array.from(members, (stops) => minutes / Math.max(inDirection(stops, 0), inDirection(stops, 1)))
}

/** By stop of the feed: capacity of what calls there in the week, and on which of its days (bit 0 Monday). */
function calls({ stops, routes, trips, stopTimes, services }: GtfsFeed, week: ReferenceWeek) {
  const daysOfService = new Uint8Array(services.count)
  for (let day = 0; day < 7; day++)
    servicesOn(services, week.monday + day).forEach(
      (runs, service) => (daysOfService[service] = (daysOfService[service] ?? 0) | (runs << day)),
    )
  const capacity = new Uint8Array(stops.count)
  const days = new Uint8Array(stops.count)
  const capacityOfRoute = Uint8Array.from(routes.type, routeCapacity)
  for (let trip = 0; trip < trips.count; trip++) {
    const tripDays = daysOfService[trips.service[trip] ?? -1] ?? 0
    const tripCapacity = capacityOfRoute[trips.route[trip] ?? -1] ?? 0
    if (tripDays === 0 || tripCapacity === 0) continue
    const [from, to] = [stopTimes.start[trip] as number, stopTimes.start[trip + 1] as number]
    if (to - from < 2) continue
    for (let i = from; i < to; i++) {
      const stop = stopTimes.stop[i] as number
      capacity[stop]! |= tripCapacity
      days[stop]! |= tripDays
    }
  }
  return { capacity, days }
}

/** Located entrances by station. */
function entrancesOf({ stops }: GtfsFeed): Map<number, number[]> {
  const entrances = new Map<number, number[]>()
  for (let stop = 0; stop < stops.count; stop++) {
    const station = stops.parent[stop] ?? -1
    if (stops.locationType[stop] !== 2 || station < 0 || Number.isNaN(stops.lon[stop])) continue
    entrances.set(station, [...(entrances.get(station) ?? []), stop])
  }
  return entrances
}

/** Longitude and latitude, of the parent where a stop has none of its own. */
function locationOf({ stops }: GtfsFeed, stop: number): [number, number] {
  const own = Number.isNaN(stops.lon[stop] ?? NaN) ? (stops.parent[stop] ?? -1) : stop
  return [stops.lon[own] ?? NaN, stops.lat[own] ?? NaN]
}

const bitCount = (bits: number): number => [...bits.toString(2)].filter((bit) => bit === '1').length
