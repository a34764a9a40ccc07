import type { GtfsFeed } from '../../books/indicators/sdg-11/transit/gtfs-feed.ts'
import type { NoticeBook } from './notice-book.ts'

/** Notices about trips that go nowhere, stops at which nothing stops, and places at which something stops that are not stops. */
export function noteUnused(
  { stops, trips, stopTimes }: GtfsFeed,
  stopLines: readonly number[],
  tripLines: readonly number[],
  book: NoticeBook,
): void {
  const isServed = new Uint8Array(stops.count)
  for (let i = 0; i < stopTimes.count; i++) isServed[stopTimes.stop[i] as number] = 1
  for (let stop = 0; stop < stops.count; stop++) {
    const isStop = stops.locationType[stop] === 0
    if (isStop === (isServed[stop] === 1)) continue
    if (!isStop && isServed[stop] === 0) continue
    book.add(isStop ? 'gtfs_stop_without_stop_time' : 'gtfs_location_with_unexpected_stop_time', isStop ? 'info' : 'error', () => ({
      file: 'stops.txt',
      line: stopLines[stop] ?? null,
      column: 'stop_id',
      value: stops.id[stop] ?? null,
    }))
  }
  for (let trip = 0; trip < trips.count; trip++) {
    const calls = (stopTimes.start[trip + 1] as number) - (stopTimes.start[trip] as number)
    if (calls >= 2) continue
    book.add(calls === 0 ? 'gtfs_unused_trip' : 'gtfs_unusable_trip', 'warning', () => ({
      file: 'trips.txt',
      line: tripLines[trip] ?? null,
      column: 'trip_id',
      value: trips.id[trip] ?? null,
    }))
  }
}
