import type { GtfsStops } from '../../books/indicators/sdg-11/transit/gtfs-feed.ts'
import { blank, integerOf } from './cell-values.ts'
import type { GtfsFiles } from './gtfs-files.ts'
import { IdTable } from './id-table.ts'
import { isNewId } from './new-id.ts'
import type { NoticeBook } from './notice-book.ts'
import { scanTable } from './scan-table.ts'
import type { TableRow } from './table-row.ts'

const shape = {
  file: 'stops.txt',
  required: ['stop_id'],
  optional: ['stop_name', 'stop_lat', 'stop_lon', 'location_type', 'parent_station'],
}
const [id, name, latitude, longitude, type, parentStation] = [0, 1, 2, 3, 4, 5]

/** `location_type` that the type of a parent must be: platforms, entrances and nodes lie in a station, boarding areas on a platform. */
const parentType = [1, -1, 1, 1, 0]

/** `stops.txt`: stops and platforms, stations, entrances, nodes and boarding areas. `lines` says where each stands. */
export async function readStops(files: GtfsFiles, book: NoticeBook): Promise<{ ids: IdTable; stops: GtfsStops; lines: number[] }> {
  const ids = new IdTable(shape.file)
  const names: string[] = []
  const lon: number[] = []
  const lat: number[] = []
  const types: number[] = []
  const parents: string[] = []
  const lines: number[] = []
  await scanTable(files, shape, book, (row) => {
    if (!isNewId(row, id, ids, book)) return
    const locationType = typeOf(row, book)
    const [x, y] = locationOf(row, locationType, book)
    names.push(row.text(name))
    lon.push(x)
    lat.push(y)
    types.push(locationType)
    parents.push(row.text(parentStation))
    lines.push(row.line)
  })
  const stops = {
    count: ids.count,
    id: ids.texts(),
    name: names,
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    locationType: Uint8Array.from(types),
    parent: new Int32Array(ids.count).fill(-1),
  }
  linkParents(stops, parents, lines, book)
  return { ids, stops, lines }
}

function typeOf(row: TableRow, book: NoticeBook): number {
  const value = integerOf(row.bytes, row.start[type] as number, row.end[type] as number)
  if (value === blank) return 0
  if (value >= 0 && value <= 4) return value
  book.add('gtfs_unexpected_enum_value', 'warning', () => row.about(type))
  return 0
}

/** Longitude and latitude; NaN where the file does not say, or says something that cannot be. */
function locationOf(row: TableRow, locationType: number, book: NoticeBook): [number, number] {
  const lon = coordinateOf(row, longitude, 180, book)
  const lat = coordinateOf(row, latitude, 90, book)
  if (Number.isNaN(lon) || Number.isNaN(lat)) {
    if (locationType <= 2) book.add('gtfs_stop_without_location', 'error', () => row.about(id))
    return [NaN, NaN]
  }
  // Nobody lives there: open sea, and what programs write that do not know the place.
  if (Math.abs(lon) <= 1 && Math.abs(lat) <= 1) {
    book.add('gtfs_point_near_origin', 'error', () => row.about(id))
    return [NaN, NaN]
  }
  return [lon, lat]
}

function coordinateOf(row: TableRow, column: number, limit: number, book: NoticeBook): number {
  const text = row.text(column)
  if (text === '') return NaN
  const value = Number(text)
  if (Math.abs(value) <= limit) return value
  book.add(Number.isNaN(value) ? 'gtfs_invalid_float' : 'gtfs_number_out_of_range', 'error', () => row.about(column))
  return NaN
}

function linkParents(stops: GtfsStops, parents: readonly string[], lines: readonly number[], book: NoticeBook): void {
  const indexOf = new Map(stops.id.map((stop, index) => [stop, index]))
  for (let stop = 0; stop < stops.count; stop++) {
    const value = parents[stop] ?? ''
    const ownType = stops.locationType[stop] ?? 0
    const about = () => ({ file: shape.file, line: lines[stop] ?? null, column: 'parent_station', value, details: { inFile: shape.file } })
    if (value === '') {
      if (ownType >= 2) book.add('gtfs_location_without_parent_station', 'error', about)
      continue
    }
    const parent = indexOf.get(value)
    if (parent === undefined) book.add('gtfs_foreign_key_violation', 'error', about)
    else if (ownType === 1) book.add('gtfs_station_with_parent_station', 'error', about)
    else if (stops.locationType[parent] !== parentType[ownType]) book.add('gtfs_wrong_parent_location_type', 'error', about)
    else stops.parent[stop] = parent
  }
}
