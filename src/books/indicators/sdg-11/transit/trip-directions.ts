import type { GtfsFeed } from './gtfs-feed.ts'

/**
 * Direction 0 or 1 of every trip: `direction_id` where the feed says it. Where it does not, the trips of a route are held against the
 * one with most stops: a trip that calls at the same stations in the opposite order goes in direction 1.
 *
 * Without this a station of a line without `direction_id` would count both directions together and seem served twice as often.
 */
export function tripDirections({ stops, routes, trips, stopTimes }: GtfsFeed): Uint8Array {
  const direction = trips.direction.slice()
  const { start, stop } = stopTimes
  const length = (trip: number) => (start[trip + 1] ?? 0) - (start[trip] ?? 0)
  const stationOf = (i: number) => {
    const own = stop[i] ?? 0
    const parent = stops.parent[own] ?? -1
    return parent < 0 ? own : parent
  }

  const longest = new Int32Array(routes.count).fill(-1)
  const unsaid: number[] = []
  for (let trip = 0; trip < trips.count; trip++) {
    if (direction[trip] !== 2) continue
    const route = trips.route[trip] ?? -1
    direction[trip] = 0
    if (route < 0) continue
    unsaid.push(trip)
    const other = longest[route] ?? -1
    if (other < 0 || length(trip) > length(other)) longest[route] = trip
  }
  unsaid.sort((a, b) => (trips.route[a] ?? 0) - (trips.route[b] ?? 0) || a - b)

  const place = new Int32Array(stops.count)
  let route = -1
  for (const trip of unsaid) {
    if (trips.route[trip] !== route) {
      route = trips.route[trip] ?? 0
      const model = longest[route] ?? 0
      place.fill(0)
      for (let i = start[model] ?? 0; i < (start[model + 1] ?? 0); i++) place[stationOf(i)] = i - (start[model] ?? 0) + 1
    }
    let before = 0
    let forwards = 0
    for (let i = start[trip] ?? 0; i < (start[trip + 1] ?? 0); i++) {
      const here = place[stationOf(i)] ?? 0
      if (here > 0 && before > 0) forwards += Math.sign(here - before)
      if (here > 0) before = here
    }
    direction[trip] = forwards < 0 ? 1 : 0
  }
  return direction
}
