/**
 * A timetable (GTFS Schedule) in columns: what is needed to know which stops are served, by what and how often. `formats/gtfs` reads it.
 *
 * Days are counted from 1970-01-01; times are seconds since midnight of the day of service and may pass 24 hours.
 */
export interface GtfsFeed {
  /** File that it was read from. */
  name: string
  stops: GtfsStops
  routes: GtfsRoutes
  trips: GtfsTrips
  stopTimes: GtfsStopTimes
  frequencies: GtfsFrequencies
  services: GtfsServices
}

export interface GtfsStops {
  count: number
  id: readonly string[]
  name: readonly string[]
  /** NaN where the file does not say. */
  lon: Float64Array
  lat: Float64Array
  /** 0 stop or platform, 1 station, 2 entrance, 3 node inside a station, 4 boarding area. */
  locationType: Uint8Array
  /** Index of `parent_station`; -1: none. */
  parent: Int32Array
}

export interface GtfsRoutes {
  count: number
  id: readonly string[]
  /** `route_short_name`, or the long one where that is blank. */
  name: readonly string[]
  /** `route_type`, basic (0–12) or extended (100–1799). */
  type: Uint16Array
}

export interface GtfsTrips {
  count: number
  id: readonly string[]
  /** Index into the routes; -1: a route that is not there. */
  route: Int32Array
  /** Index into the services; -1: a service that is not there. */
  service: Int32Array
  /** `direction_id` 0 or 1; 2: not said. */
  direction: Uint8Array
}

/** Stops of trip `t` in their order: `start[t]` … `start[t + 1] - 1`. */
export interface GtfsStopTimes {
  count: number
  /** trips.count + 1 entries. */
  start: Uint32Array
  /** Index into the stops. */
  stop: Uint32Array
  /** -1: not said, and nothing to interpolate between. */
  arrival: Int32Array
  departure: Int32Array
  /** 1 where nobody may board (`pickup_type` 1). */
  noPickup: Uint8Array
}

/** Trips that run again and again (`frequencies.txt`): their stop times only say how long each leg takes. */
export interface GtfsFrequencies {
  count: number
  /** Index into the trips. */
  trip: Uint32Array
  /** First run leaves the first stop at `from`; no run leaves at `until` or later. */
  from: Int32Array
  until: Int32Array
  headwaySeconds: Int32Array
}

export interface GtfsServices {
  count: number
  id: readonly string[]
  /** Bit 0 Monday … bit 6 Sunday; 0 for services that only `calendar_dates.txt` knows. */
  weekdays: Uint8Array
  /** First and last day of `calendar.txt`; the last before the first where it does not have the service. */
  from: Int32Array
  to: Int32Array
  exceptions: GtfsExceptions
}

/** Rows of `calendar_dates.txt`, one at most for a service and day. */
export interface GtfsExceptions {
  count: number
  /** Index into the services. */
  service: Uint32Array
  day: Int32Array
  /** 1 service added, 0 service removed. */
  added: Uint8Array
}
