import type { GtfsRoutes } from '../../books/indicators/sdg-11/transit/gtfs-feed.ts'
import { integerOf } from './cell-values.ts'
import type { GtfsFiles } from './gtfs-files.ts'
import { IdTable } from './id-table.ts'
import { isNewId } from './new-id.ts'
import type { NoticeBook } from './notice-book.ts'
import { scanTable } from './scan-table.ts'

const shape = { file: 'routes.txt', required: ['route_id', 'route_type'], optional: ['route_short_name', 'route_long_name'] }
const [id, type, shortName, longName] = [0, 1, 2, 3]

/** Bus: what most routes are, and the nearer of the two distances of 11.2.1. */
const bus = 3

/** `routes.txt`. A type that is not one is read as a bus, with a notice. */
export async function readRoutes(files: GtfsFiles, book: NoticeBook): Promise<{ ids: IdTable; routes: GtfsRoutes }> {
  const ids = new IdTable(shape.file)
  const name: string[] = []
  const types: number[] = []
  await scanTable(files, shape, book, (row) => {
    if (!isNewId(row, id, ids, book)) return
    name.push(row.text(shortName) || row.text(longName))
    const value = integerOf(row.bytes, row.start[type] as number, row.end[type] as number)
    const known = (value >= 0 && value <= 7) || value === 11 || value === 12 || (value >= 100 && value < 1800)
    if (!known) book.add('gtfs_unexpected_enum_value', 'error', () => row.about(type))
    types.push(known ? value : bus)
  })
  return { ids, routes: { count: ids.count, id: ids.texts(), name, type: Uint16Array.from(types) } }
}
