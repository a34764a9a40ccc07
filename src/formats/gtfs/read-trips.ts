import type { GtfsTrips } from '../../books/indicators/sdg-11/transit/gtfs-feed.ts'
import { blank, integerOf } from './cell-values.ts'
import type { GtfsFiles } from './gtfs-files.ts'
import { IdTable } from './id-table.ts'
import { isNewId, referredId } from './new-id.ts'
import type { NoticeBook } from './notice-book.ts'
import { scanTable } from './scan-table.ts'

const shape = { file: 'trips.txt', required: ['trip_id', 'route_id', 'service_id'], optional: ['direction_id'] }
const [id, routeId, serviceId, directionId] = [0, 1, 2, 3]
const notSaid = 2

/** `trips.txt`. A trip whose route or service is not known is kept with -1 there: its stop times are not to blame. */
export async function readTrips(
  files: GtfsFiles,
  routes: IdTable,
  services: IdTable,
  book: NoticeBook,
): Promise<{ ids: IdTable; trips: GtfsTrips; lines: number[] }> {
  const ids = new IdTable(shape.file)
  const route: number[] = []
  const service: number[] = []
  const direction: number[] = []
  const lines: number[] = []
  await scanTable(files, shape, book, (row) => {
    if (!isNewId(row, id, ids, book)) return
    route.push(referredId(row, routeId, routes, 'routes.txt', book))
    service.push(referredId(row, serviceId, services, 'calendar.txt', book))
    const value = integerOf(row.bytes, row.start[directionId] as number, row.end[directionId] as number)
    if (value !== blank && value !== 0 && value !== 1) book.add('gtfs_unexpected_enum_value', 'error', () => row.about(directionId))
    direction.push(value === 0 || value === 1 ? value : notSaid)
    lines.push(row.line)
  })
  const trips = {
    count: ids.count,
    id: ids.texts(),
    route: Int32Array.from(route),
    service: Int32Array.from(service),
    direction: Uint8Array.from(direction),
  }
  return { ids, trips, lines }
}
