import type { GtfsServices } from '../../books/indicators/sdg-11/transit/gtfs-feed.ts'
import { dayNumberOf, integerOf, noDay } from './cell-values.ts'
import type { GtfsFiles } from './gtfs-files.ts'
import { IdTable } from './id-table.ts'
import { isNewId } from './new-id.ts'
import type { NoticeBook } from './notice-book.ts'
import { scanTable } from './scan-table.ts'
import type { TableRow } from './table-row.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const calendar = { file: 'calendar.txt', required: ['service_id', ...weekdays, 'start_date', 'end_date'], optional: [] }
const [id, monday, startDate, endDate] = [0, 1, 8, 9]
const calendarDates = { file: 'calendar_dates.txt', required: ['service_id', 'date', 'exception_type'], optional: [] }
const [date, exceptionType] = [1, 2]

/** `calendar.txt` and `calendar_dates.txt`, either of which may be missing: on which days each service runs. */
export async function readServices(files: GtfsFiles, book: NoticeBook): Promise<{ ids: IdTable; services: GtfsServices }> {
  const ids = new IdTable(calendar.file)
  const days: number[] = []
  const from: number[] = []
  const to: number[] = []
  await scanTable(files, calendar, book, (row) => {
    if (!isNewId(row, id, ids, book)) return
    const [first, last] = [dayOf(row, startDate, book), dayOf(row, endDate, book)]
    const known = first !== noDay && last !== noDay
    if (known && last < first) book.add('gtfs_start_and_end_range_out_of_order', 'error', () => row.about(startDate))
    from.push(known ? first : 0)
    to.push(known ? last : -1)
    days.push(weekdaysOf(row, book))
  })
  const exceptions = await readExceptions(files, ids, book)
  const count = ids.count
  const fill = (values: readonly number[], rest: number) => Int32Array.from({ length: count }, (_, service) => values[service] ?? rest)
  return {
    ids,
    services: { count, id: ids.texts(), weekdays: Uint8Array.from(fill(days, 0)), from: fill(from, 0), to: fill(to, -1), exceptions },
  }
}

function weekdaysOf(row: TableRow, book: NoticeBook): number {
  let days = 0
  weekdays.forEach((_, day) => {
    const value = row.text(monday + day)
    if (value === '1') days |= 1 << day
    else if (value !== '0') book.add('gtfs_unexpected_enum_value', 'error', () => row.about(monday + day))
  })
  if (days === 0) book.add('gtfs_service_has_no_active_day_of_the_week', 'info', () => row.about(id))
  return days
}

function dayOf(row: TableRow, column: number, book: NoticeBook): number {
  const day = dayNumberOf(row.bytes, row.start[column] as number, row.end[column] as number)
  if (day === noDay) book.add('gtfs_invalid_date', 'error', () => row.about(column))
  return day
}

async function readExceptions(files: GtfsFiles, ids: IdTable, book: NoticeBook): Promise<GtfsServices['exceptions']> {
  const service: number[] = []
  const days: number[] = []
  const added: number[] = []
  const isFirst = firstOfServiceAndDay(service, days)
  await scanTable(files, calendarDates, book, (row) => {
    const [idAt, idEnd] = [row.start[id] as number, row.end[id] as number]
    if (idAt === idEnd) return book.add('gtfs_missing_required_field', 'error', () => row.about(id))
    const day = dayOf(row, date, book)
    if (day === noDay) return
    const type = integerOf(row.bytes, row.start[exceptionType] as number, row.end[exceptionType] as number)
    if (type !== 1 && type !== 2) return book.add('gtfs_unexpected_enum_value', 'error', () => row.about(exceptionType))
    const owner = ids.add(row.bytes, idAt, idEnd)
    if (!isFirst(owner, day)) return book.add('gtfs_duplicate_key', 'error', () => row.about(date))
    service.push(owner)
    days.push(day)
    added.push(type === 1 ? 1 : 0)
  })
  return { count: days.length, service: Uint32Array.from(service), day: Int32Array.from(days), added: Uint8Array.from(added) }
}

/**
 * Tells whether a service and day are not yet among those in two columns. As long as the days of each service rise, as they mostly do,
 * the latest of each is enough to know; a set of all is only made when a day comes that is earlier.
 */
function firstOfServiceAndDay(service: readonly number[], days: readonly number[]): (owner: number, day: number) => boolean {
  // Days of the years 0 to 9999 lie within ± 2²² of 1970; services are fewer than 2²⁶.
  const keyOf = (owner: number, day: number) => owner * 2 ** 23 + (day + 2 ** 22)
  const latest: number[] = []
  let seen: Set<number> | null = null
  return (owner, day) => {
    if (day > (latest[owner] ?? noDay)) latest[owner] = day
    else {
      seen ??= new Set(service.map((other, row) => keyOf(other, days[row] ?? noDay)))
      if (seen.has(keyOf(owner, day))) return false
    }
    seen?.add(keyOf(owner, day))
    return true
  }
}
