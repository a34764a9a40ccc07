/** What `bagdar/gtfs` offers to other programs: timetables as typed arrays, and the stops with what is served there. */
export { transitStopsOf, type TransitService } from '../../books/indicators/sdg-11/transit/transit-service.ts'
export type * from '../../books/indicators/sdg-11/transit/gtfs-feed.ts'
export { serviceWindows, type ServiceWindow, type TransitStops } from '../../books/indicators/sdg-11/transit/transit-stops.ts'
export type { Notice } from '../../books/notice.ts'
export { bytesInMemory, openBytes, type ByteSource } from '../byte-source.ts'
export { FormatError } from '../format-error.ts'
export { gtfsFolder, type GtfsFolder } from './gtfs-files.ts'
export { readGtfs, type GtfsRead } from './read-gtfs.ts'
