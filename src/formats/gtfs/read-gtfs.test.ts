import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../../bench/harness.ts'
import { makeZip } from '../../../test/support/make-zip.ts'
import { transitStopsOf } from '../../books/indicators/sdg-11/transit/transit-service.ts'
import { bytesInMemory, openBytes } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { gtfsFolder, type GtfsFolder } from './gtfs-files.ts'
import { readGtfs } from './read-gtfs.ts'

const shared = join(process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared'), 'data')

const small: Readonly<Record<string, string>> = {
  'agency.txt': 'agency_id,agency_name\nA,Made up\n',
  'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nA,First,43.1,76.1\nB,Second,43.2,76.2\nC,Third,43.3,76.3\n',
  'routes.txt': 'route_id,route_short_name,route_type\nR,12,3\n',
  'trips.txt': 'route_id,service_id,trip_id,direction_id\nR,S,T,0\n',
  'calendar.txt':
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nS,1,1,1,1,1,0,0,20260105,20260201\n',
  'stop_times.txt':
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nT,07:00:00,07:00:00,A,1\nT,07:10:00,07:11:00,B,2\nT,07:20:00,07:20:00,C,3\n',
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** The small feed with some tables replaced; null takes one away. */
function folder(changes: Readonly<Record<string, string | null>> = {}): GtfsFolder {
  const tables = Object.entries({ ...small, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null)
  return new Map(tables.map(([name, text]) => [name, bytesInMemory(name, bytes(text))]))
}

const stopTimes = (...rows: string[]) =>
  `trip_id,arrival_time,departure_time,stop_id,stop_sequence,shape_dist_traveled\n${rows.join('\n')}\n`

async function timesOf(
  changes: Readonly<Record<string, string | null>>,
): Promise<{ stops: string[]; arrival: number[]; departure: number[] }> {
  const { feed } = await readGtfs(folder(changes))
  const { stop, arrival, departure } = feed.stopTimes
  return { stops: Array.from(stop, (index) => feed.stops.id[index] ?? ''), arrival: [...arrival], departure: [...departure] }
}

const seven = 7 * 3600

describe('stop times', () => {
  test('are read with their stops', async () => {
    const times = await timesOf({})
    expect(times).toEqual({
      stops: ['A', 'B', 'C'],
      arrival: [seven, seven + 600, seven + 1200],
      departure: [seven, seven + 660, seven + 1200],
    })
  })

  test.each([
    {
      case: 'rows of two trips mixed and out of sequence',
      rows: [
        'T,07:20:00,07:20:00,C,30,',
        'U,09:00:00,09:00:00,C,1,',
        'T,07:00:00,07:00:00,A,1,',
        'U,09:30:00,09:30:00,A,7,',
        'T,07:10:00,07:10:00,B,20,',
      ],
      stops: ['A', 'B', 'C', 'C', 'A'],
    },
    {
      case: 'a repeated sequence counts once',
      rows: ['T,07:00:00,07:00:00,A,1,', 'T,07:10:00,07:10:00,B,1,', 'T,07:20:00,07:20:00,C,2,'],
      stops: ['A', 'C'],
    },
  ])('$case', async ({ rows, stops }) => {
    const trips = 'route_id,service_id,trip_id,direction_id\nR,S,T,0\nR,S,U,1\n'
    expect((await timesOf({ 'stop_times.txt': stopTimes(...rows), 'trips.txt': trips })).stops).toEqual(stops)
  })

  test.each([
    {
      case: 'blank times by the order of stops',
      rows: ['T,07:00:00,07:00:00,A,1,', 'T,,,B,2,', 'T,07:20:00,07:20:00,C,3,'],
      middle: [seven + 600],
    },
    {
      case: 'blank times by distance where all rows have it',
      rows: ['T,07:00:00,07:00:00,A,1,0', 'T,,,B,2,2.5', 'T,07:20:00,07:20:00,C,3,10'],
      middle: [seven + 300],
    },
    {
      case: 'by order where the distance does not rise',
      rows: ['T,07:00:00,07:00:00,A,1,0', 'T,,,B,2,20', 'T,07:20:00,07:20:00,C,3,10'],
      middle: [seven + 600],
    },
    {
      case: 'from the departure before to the arrival after',
      rows: ['T,06:50:00,07:00:00,A,1,', 'T,,,B,2,', 'T,07:20:00,07:40:00,C,3,'],
      middle: [seven + 600],
    },
    { case: 'past midnight', rows: ['T,23:50:00,23:50:00,A,1,', 'T,,,B,2,', 'T,24:10:00,24:10:00,C,3,'], middle: [24 * 3600] },
    {
      case: 'one of two times stands for both',
      rows: ['T,07:00:00,07:00:00,A,1,', 'T,07:05:00,,B,2,', 'T,07:20:00,07:20:00,C,3,'],
      middle: [seven + 300],
    },
    {
      case: 'an hour of one digit',
      rows: ['T,7:00:00,7:00:00,A,1,', 'T, 7:05:00,7:05:00 ,B,2,', 'T,07:20:00,07:20:00,C,3,'],
      middle: [seven + 300],
    },
  ])('$case', async ({ rows, middle }) => {
    const { departure, arrival } = await timesOf({ 'stop_times.txt': stopTimes(...rows) })
    expect([departure.slice(1, -1), arrival.slice(1, -1)]).toEqual([middle, middle])
  })

  test('blank times at the ends of a trip stay blank, and the share counts what was filled', async () => {
    const rows = ['T,,,A,1,', 'T,07:10:00,07:10:00,B,2,', 'T,,,C,3,', 'T,07:30:00,07:30:00,A,4,']
    const { feed, times, notices, noticeCounts } = await readGtfs(folder({ 'stop_times.txt': stopTimes(...rows) }))
    expect([...feed.stopTimes.departure]).toEqual([-1, seven + 600, seven + 1200, seven + 1800])
    expect(times).toEqual({ rows: 4, blank: 2, interpolated: 1 })
    expect(noticeCounts).toEqual({ gtfs_missing_trip_edge: 1, gtfs_times_interpolated: 1 })
    expect(notices.at(-1)?.details).toEqual({ rows: 4, blank: 2, interpolated: 1, share: 25 })
  })
})

describe('the same feed however it is written', () => {
  const rewritten = (change: (text: string) => string) =>
    folder(Object.fromEntries(Object.entries(small).map(([name, text]) => [name, change(text)])))
  test.each([
    { case: 'CRLF', feed: rewritten((text) => text.replaceAll('\n', '\r\n')) },
    { case: 'a byte order mark', feed: rewritten((text) => `\ufeff${text}`) },
    { case: 'quotes around everything', feed: rewritten((text) => text.replaceAll(/[^,\n]+/g, '"$&"')) },
    {
      case: 'quotes, CRLF and a byte order mark',
      feed: rewritten((text) => `\ufeff${text.replaceAll(/[^,\n]+/g, '"$&"').replaceAll('\n', '\r\n')}`),
    },
    { case: 'spaces around everything', feed: rewritten((text) => text.replaceAll(/[^,\n]+/g, ' $& ')) },
    { case: 'no line ending at the end', feed: rewritten((text) => text.trimEnd()) },
    { case: 'empty lines', feed: rewritten((text) => text.replaceAll('\n', '\n\n')) },
    {
      case: 'a column that nobody asked for, with line breaks in it',
      feed: rewritten((text) =>
        text
          .trimEnd()
          .split('\n')
          .map((row, line) => `${line === 0 ? 'note' : '"a\n""b"",c"'},${row}`)
          .join('\n'),
      ),
    },
    {
      case: 'an archive',
      feed: bytesInMemory('gtfs', makeZip(Object.entries(small).map(([path, text]) => ({ path, bytes: bytes(text) })))),
    },
    {
      case: 'a folder in an archive',
      feed: bytesInMemory('gtfs', makeZip(Object.entries(small).map(([name, text]) => ({ path: `city/${name}`, bytes: bytes(text) })))),
    },
  ])('$case', async ({ feed }) => {
    expect((await readGtfs(feed, 'gtfs')).feed).toEqual((await readGtfs(folder())).feed)
  })

  test('pieces of any size, cut in the middle of rows and quotes', async () => {
    const notes = Array.from({ length: 60_000 }, (_, row) => `"${row}","a ""quoted"" name,\n${row}",43.1,76.1`)
    const stops = `stop_id,stop_name,stop_lat,stop_lon\nA,,1,9\nB,,1,9\nC,,1,9\n${notes.join('\n')}\n`
    const { feed } = await readGtfs(folder({ 'stops.txt': stops }))
    expect(feed.stops.count).toBe(60_003)
    expect(feed.stops.name.slice(3).every((name, row) => name === `a "quoted" name,\n${row}`)).toBe(true)
  })
})

describe('notices', () => {
  const stop = (row: string) => ({
    'stops.txt': `stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n${row}\nA,,43.1,76.1,,\nB,,43.2,76.2,,\nC,,43.3,76.3,,\n`,
  })
  const calendar = (row: string) => ({ 'calendar.txt': `${small['calendar.txt'] ?? ''}${row}\n` })
  const dates = (row: string) => ({ 'calendar_dates.txt': `service_id,date,exception_type\nS,20260106,2\n${row}\n` })
  const frequency = (...rows: string[]) => ({ 'frequencies.txt': `trip_id,start_time,end_time,headway_secs\n${rows.join('\n')}\n` })
  const times = (...rows: string[]) => ({ 'stop_times.txt': stopTimes('T,07:00:00,07:00:00,A,1,0', ...rows, 'T,07:30:00,07:30:00,C,9,9') })
  const trip = (row: string) => ({ 'trips.txt': `${small['trips.txt'] ?? ''}${row}\n` })
  test.each([
    { code: 'gtfs_missing_required_file', changes: { 'agency.txt': null }, at: ['agency.txt', null, null, null] },
    { code: 'gtfs_empty_file', changes: { 'calendar_dates.txt': '' }, at: ['calendar_dates.txt', null, null, null] },
    { code: 'gtfs_stop_without_location', changes: stop('D,,,76.1,,'), at: ['stops.txt', 2, 'stop_id', 'D'] },
    { code: 'gtfs_number_out_of_range', changes: stop('D,,91,76.1,3,B'), at: ['stops.txt', 2, 'stop_lat', '91'] },
    { code: 'gtfs_invalid_float', changes: stop('D,,north,76.1,3,B'), at: ['stops.txt', 2, 'stop_lat', 'north'] },
    { code: 'gtfs_point_near_origin', changes: stop('D,,0,0,,'), at: ['stops.txt', 2, 'stop_id', 'D'] },
    { code: 'gtfs_unexpected_enum_value', changes: stop('D,,43,76,9,'), at: ['stops.txt', 2, 'location_type', '9'] },
    { code: 'gtfs_location_without_parent_station', changes: stop('D,,43,76,2,'), at: ['stops.txt', 2, 'parent_station', ''] },
    { code: 'gtfs_wrong_parent_location_type', changes: stop('D,,43,76,2,B'), at: ['stops.txt', 2, 'parent_station', 'B'] },
    { code: 'gtfs_station_with_parent_station', changes: stop('D,,43,76,1,B'), at: ['stops.txt', 2, 'parent_station', 'B'] },
    { code: 'gtfs_foreign_key_violation', changes: stop('D,,43,76,0,Z'), at: ['stops.txt', 2, 'parent_station', 'Z'] },
    { code: 'gtfs_duplicate_key', changes: stop('A,,43,76,,'), at: ['stops.txt', 3, 'stop_id', 'A'] },
    { code: 'gtfs_missing_required_field', changes: stop(',,43,76,,'), at: ['stops.txt', 2, 'stop_id', ''] },
    { code: 'gtfs_stop_without_stop_time', changes: stop('D,,43,76,,'), at: ['stops.txt', 2, 'stop_id', 'D'] },
    { code: 'gtfs_invalid_row_length', changes: stop('D,,43'), at: ['stops.txt', 2, null, null] },
    { code: 'gtfs_leading_or_trailing_whitespaces', changes: stop(' D,,43,76,,'), at: ['stops.txt', 2, 'stop_id', ' D'] },
    {
      code: 'gtfs_invalid_date',
      changes: calendar('X,1,1,1,1,1,1,1,20260230,20260301'),
      at: ['calendar.txt', 3, 'start_date', '20260230'],
    },
    {
      code: 'gtfs_start_and_end_range_out_of_order',
      changes: calendar('X,1,1,1,1,1,1,1,20260302,20260301'),
      at: ['calendar.txt', 3, 'start_date', '20260302'],
    },
    {
      code: 'gtfs_service_has_no_active_day_of_the_week',
      changes: calendar('X,0,0,0,0,0,0,0,20260301,20260302'),
      at: ['calendar.txt', 3, 'service_id', 'X'],
    },
    { code: 'gtfs_invalid_date', changes: dates('S,2026-01-07,1'), at: ['calendar_dates.txt', 3, 'date', '2026-01-07'] },
    { code: 'gtfs_duplicate_key', changes: dates('S,20260106,1'), at: ['calendar_dates.txt', 3, 'date', '20260106'] },
    { code: 'gtfs_unexpected_enum_value', changes: dates('S,20260107,3'), at: ['calendar_dates.txt', 3, 'exception_type', '3'] },
    {
      code: 'gtfs_unexpected_enum_value',
      changes: { 'routes.txt': 'route_id,route_type\nR,boat\n' },
      at: ['routes.txt', 2, 'route_type', 'boat'],
    },
    { code: 'gtfs_foreign_key_violation', changes: trip('Z,S,U,0'), at: ['trips.txt', 3, 'route_id', 'Z'] },
    { code: 'gtfs_unused_trip', changes: trip('R,S,U,0'), at: ['trips.txt', 3, 'trip_id', 'U'] },
    {
      code: 'gtfs_unusable_trip',
      changes: { 'stop_times.txt': stopTimes('T,07:00:00,07:00:00,A,1,') },
      at: ['trips.txt', 2, 'trip_id', 'T'],
    },
    { code: 'gtfs_foreign_key_violation', changes: times('T,07:10:00,07:10:00,Z,2,1'), at: ['stop_times.txt', 3, 'stop_id', 'Z'] },
    { code: 'gtfs_foreign_key_violation', changes: times('Z,07:10:00,07:10:00,A,2,1'), at: ['stop_times.txt', 3, 'trip_id', 'Z'] },
    { code: 'gtfs_invalid_time', changes: times('T,07:60:00,07:10:00,B,2,1'), at: ['stop_times.txt', 3, 'arrival_time', '07:60:00'] },
    { code: 'gtfs_invalid_integer', changes: times('T,07:10:00,07:10:00,B,-2,1'), at: ['stop_times.txt', 3, 'stop_sequence', '-2'] },
    {
      code: 'gtfs_stop_time_with_arrival_before_previous_departure_time',
      changes: times('T,06:10:00,07:10:00,B,2,1'),
      at: ['stop_times.txt', 3, 'arrival_time', null],
    },
    {
      code: 'gtfs_stop_time_with_departure_before_arrival_time',
      changes: times('T,07:10:00,07:05:00,B,2,1'),
      at: ['stop_times.txt', 3, 'departure_time', null],
    },
    {
      code: 'gtfs_decreasing_or_equal_stop_time_distance',
      changes: times('T,07:10:00,07:10:00,B,2,0'),
      at: ['stop_times.txt', 3, 'shape_dist_traveled', '0'],
    },
    { code: 'gtfs_duplicate_key', changes: times('T,07:10:00,07:10:00,B,1,1'), at: ['stop_times.txt', 3, 'stop_sequence', '1'] },
    { code: 'gtfs_number_out_of_range', changes: frequency('T,07:00:00,09:00:00,0'), at: ['frequencies.txt', 2, 'headway_secs', '0'] },
    {
      code: 'gtfs_overlapping_frequency',
      changes: frequency('T,07:00:00,09:00:00,600', 'T,08:00:00,10:00:00,600'),
      at: ['frequencies.txt', 3, null, null],
    },
  ] as const)('$code', async ({ code, changes, at }) => {
    const reading = await readGtfs(folder(changes))
    const found = reading.notices.filter((one) => one.code === code).map(({ file, line, column, value }) => [file, line, column, value])
    expect(found).toEqual([at])
  })

  test('a whole feed has none', async () => {
    expect((await readGtfs(folder())).noticeCounts).toEqual({})
  })

  test('of a million bad rows a thousand notices are kept, and all are counted', async () => {
    const { notices, noticeCounts } = await readGtfs(folder(times(...Array.from({ length: 5000 }, () => 'Z,,,A,2,'))))
    expect(noticeCounts['gtfs_foreign_key_violation']).toBe(5000)
    expect(notices.filter((one) => one.code === 'gtfs_foreign_key_violation')).toHaveLength(1000)
  })
})

describe('refuses', () => {
  test.each([
    { case: 'a feed without stop times', changes: { 'stop_times.txt': null }, code: 'gtfs_missing_required_file', says: 'stop_times.txt' },
    {
      case: 'a feed without calendars',
      changes: { 'calendar.txt': null },
      code: 'gtfs_missing_calendar_and_calendar_date_files',
      says: 'calendar_dates.txt',
    },
    {
      case: 'a table without its key',
      changes: { 'trips.txt': 'route_id,service_id\nR,S\n' },
      code: 'gtfs_missing_required_column',
      says: 'trip_id',
    },
    {
      case: 'a quote that does not close',
      changes: { 'stops.txt': 'stop_id,stop_name\nA,"First\nB,Second\n' },
      code: 'gtfs_quote_not_closed',
      says: 'stops.txt, line 2',
    },
    {
      case: 'a row without end',
      changes: { 'stops.txt': `stop_id,stop_name\nA,${'x'.repeat(2 ** 21)}\n` },
      code: 'gtfs_row_too_long',
      says: 'stops.txt',
    },
    {
      case: 'a header of twenty thousand columns',
      changes: { 'stops.txt': `stop_id${',x'.repeat(20_000)}\nA\n` },
      code: 'gtfs_row_too_long',
      says: 'stops.txt, line 1',
    },
  ])('$case', async ({ changes, code, says }) => {
    const error = await readGtfs(folder(changes)).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(FormatError)
    expect((error as FormatError).code).toBe(code)
    expect((error as FormatError).message).toContain(says)
  })
})

test('stop times in any order, with and without quotes, spaces and blanks, are what sorting the rows gives', async () => {
  const random = seeded(5)
  const below = (limit: number) => Math.floor(random() * limit)
  const two = (value: number) => String(value).padStart(2, '0')
  for (let run = 0; run < 60; run++) {
    const trips = Array.from({ length: 1 + below(6) }, (_, trip) => `trip ${'x'.repeat(below(6))}${trip}`)
    const rows = trips.flatMap((trip) =>
      Array.from({ length: 1 + below(9) }, (_, call) => {
        const minute = call * 6 + below(5)
        const hour = run % 2 === 0 ? '9' : two(5 + below(20))
        return {
          trip,
          sequence: call * 4 + below(3),
          stop: 'ABC'[below(3)] ?? 'A',
          time: `${hour}:${two(minute)}:${two(below(60))}`,
        }
      }),
    )
    const isShuffled = run % 3 === 0
    const written = isShuffled ? rows.toSorted(() => random() - 0.5) : rows
    const cell = (text: string) => (random() < 0.1 ? `"${text}"` : run % 5 === 0 && random() < 0.1 ? ` ${text} ` : text)
    const lines = written.map(({ trip, sequence, stop, time }) => [trip, time, time, stop, String(sequence), ''].map(cell).join(','))
    const { feed } = await readGtfs(
      folder({
        'trips.txt': `route_id,service_id,trip_id\n${trips.map((trip) => `R,S,${trip}`).join('\n')}\n`,
        'stop_times.txt': stopTimes(...lines),
      }),
    )
    const secondsOf = (time: string) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
    expect(Array.from(feed.stopTimes.stop, (stop) => feed.stops.id[stop])).toEqual(rows.map(({ stop }) => stop))
    expect([...feed.stopTimes.departure]).toEqual(rows.map(({ time }) => secondsOf(time)))
    const starts = trips.map((trip) => rows.findIndex((row) => row.trip === trip))
    expect([...feed.stopTimes.start]).toEqual([...starts, rows.length])
  }
})

test('bytes changed at random end in a feed or in a clear error', async () => {
  const random = seeded(11)
  const names = Object.keys(small)
  for (let run = 0; run < 600; run++) {
    const name = names[Math.floor(random() * names.length)] ?? ''
    const damaged = bytes(small[name] ?? '')
    for (let change = 0; change < 3; change++)
      damaged[Math.floor(random() * damaged.length)] = [34, 44, 10, 13, 0, 255, 48, 45][Math.floor(random() * 8)] ?? 0
    const tables = new Map([...folder(), [name, bytesInMemory(name, damaged.subarray(0, Math.floor(damaged.length * (0.5 + random()))))]])
    try {
      const { feed } = await readGtfs(tables)
      expect(feed.stopTimes.start.at(-1)).toBe(feed.stopTimes.count)
      expect(feed.stopTimes.stop.every((stop) => stop < feed.stops.count)).toBe(true)
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError)
    }
  }
})

const poa = join(shared, 'porto-alegre/poa_full_gtfs.zip')
describe.skipIf(!existsSync(poa))('real feeds', () => {
  test('Porto Alegre: 437,461 of 454,501 times are blank, all are interpolated', async () => {
    const { times, notices } = await readGtfs(openBytes(poa))
    expect(times).toEqual({ rows: 454_501, blank: 437_461, interpolated: 437_461 })
    expect(notices.map(({ code, details }) => [code, details['share']])).toEqual([['gtfs_times_interpolated', 96.3]])
  })

  test('Porto Alegre: without interpolation, a stop in forty seems served every 20 minutes instead of seven in ten', async () => {
    const { feed, times } = await readGtfs(openBytes(poa))
    const { start, departure } = feed.stopTimes
    // All but the first and the last time of every trip are blank in the file.
    const blanked = departure.slice()
    for (let trip = 0; trip < feed.trips.count; trip++) blanked.fill(-1, (start[trip] ?? 0) + 1, (start[trip + 1] ?? 0) - 1)
    expect(blanked.filter((time) => time < 0)).toHaveLength(times.blank)
    const frequentShare = (departures: Int32Array) => {
      const { headwayMinutes } = transitStopsOf({ ...feed, stopTimes: { ...feed.stopTimes, departure: departures } })
      const minutes = headwayMinutes['ghsci'] ?? new Float64Array()
      return minutes.filter((value) => value <= 20).length / minutes.length
    }
    expect(frequentShare(departure)).toBeCloseTo(0.719, 3)
    expect(frequentShare(blanked)).toBeCloseTo(0.026, 3)
  })

  test.each([
    { file: 'gtfs/gtfs_ch_zg.zip', stops: 905, trips: 13_884, stopTimes: 198_554 },
    { file: 'gtfs/saopaulo_full.zip', stops: 6117, trips: 233, stopTimes: 9572 },
    { file: 'gtfs/transitland_cdmx.zip', stops: 6021, trips: 1741, stopTimes: 70_714 },
    { file: 'gtfs/transitland_caltrain.zip', stops: 64, trips: 185, stopTimes: 2853 },
    { file: 'gtfs/gtfs_kuopio_finland.zip', stops: 1355, trips: 2149, stopTimes: 79_123 },
  ])('$file', async ({ file, stops, trips, stopTimes: rows }) => {
    const { feed } = await readGtfs(openBytes(join(shared, file)))
    expect([feed.stops.count, feed.trips.count, feed.stopTimes.count]).toEqual([stops, trips, rows])
  })

  test('every broken feed ends in a feed with notices about what its name says, or without', async () => {
    const broken = join(shared, 'gtfs/broken')
    const found: Record<string, string[]> = {}
    for (const name of readdirSync(broken).filter((one) => one.startsWith('fake'))) {
      const { noticeCounts } = await readGtfs(gtfsFolder(join(broken, name)))
      found[name.replace('fake-agency-', '')] = Object.keys(noticeCounts)
    }
    expect(found['bad-calendar-date']).toContain('gtfs_invalid_date')
    expect(found['interpolated-stop-times']).toContain('gtfs_times_interpolated')
    expect(found['overlapping-trips']).toContain('gtfs_overlapping_frequency')
    expect(found['service-without-days']).toContain('gtfs_service_has_no_active_day_of_the_week')
    expect(found['only-calendar-dates']).toEqual([])
  })
})
