import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bytesInMemory, openBytes } from '../src/formats/byte-source.ts'
import { readCsvRows } from '../src/formats/csv.ts'
import { gtfsFiles, type GtfsFolder } from '../src/formats/gtfs/gtfs-files.ts'
import { IdTable } from '../src/formats/gtfs/id-table.ts'
import { noticeBook } from '../src/formats/gtfs/notice-book.ts'
import { readGtfs } from '../src/formats/gtfs/read-gtfs.ts'
import { plainStopTimes } from '../src/formats/gtfs/read-plain-stop-times.ts'
import { readStopTimes, stopTimesShape } from '../src/formats/gtfs/read-stop-times.ts'
import { readStops } from '../src/formats/gtfs/read-stops.ts'
import { readTrips } from '../src/formats/gtfs/read-trips.ts'
import { scanTable } from '../src/formats/gtfs/scan-table.ts'
import { StopTimeRows } from '../src/formats/gtfs/stop-time-rows.ts'
import { openZip } from '../src/formats/zip/open-zip.ts'
import { transitStopsOf } from '../src/books/indicators/sdg-11/transit/transit-service.ts'
import { machine } from './harness.ts'

/** How fast timetables are read: a real one, and its stop times copied under new trip ids until they are 180 MB. */
const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../shared')
const feedPath = join(shared, 'data/laspalmas/guaguas-2023-02-22.gtfs.zip')
const wantedBytes = 180e6
const runs = 7

/** The bytes of every table. */
async function tablesOf(path: string): Promise<Map<string, Uint8Array>> {
  const tables = new Map<string, Uint8Array>()
  for (const entry of openZip(openBytes(path)).entries) {
    const parts: Uint8Array[] = []
    for await (const chunk of entry.chunks()) parts.push(chunk.slice())
    tables.set(entry.path, Buffer.concat(parts))
  }
  return tables
}

/** Rows of a table `copies` times, the number of the copy before the cell of a column. */
function copied(bytes: Uint8Array, column: number, copies: number): Uint8Array {
  const [header = '', ...rows] = new TextDecoder().decode(bytes).trimEnd().split(/\r?\n/)
  const parts = rows.map((row) => {
    const before = row.split(',', column).join(',').length + (column > 0 ? 1 : 0)
    return [row.slice(0, before), row.slice(before)] as const
  })
  const texts = [Buffer.from(`${header}\n`)]
  for (let copy = 0; copy < copies; copy++) texts.push(Buffer.from(`${parts.map(([a, b]) => `${a}${copy}-${b}`).join('\n')}\n`))
  return Buffer.concat(texts)
}

/** Prints the least CPU seconds (all threads) and wall seconds of several variants in alternation; answers the CPU seconds. */
async function leastSeconds(variants: Readonly<Record<string, () => unknown>>): Promise<Map<string, number>> {
  const least = new Map(Object.keys(variants).map((name) => [name, { cpu: Infinity, wall: Infinity }]))
  for (let run = 0; run < runs; run++) {
    for (const [name, work] of Object.entries(variants)) {
      const [cpu, wall] = [process.cpuUsage(), performance.now()]
      await work()
      const { user, system } = process.cpuUsage(cpu)
      const best = least.get(name)
      if (best === undefined) continue
      best.cpu = Math.min(best.cpu, (user + system) / 1e6)
      best.wall = Math.min(best.wall, (performance.now() - wall) / 1000)
    }
  }
  for (const [name, { cpu, wall }] of least) console.log(`${name.padEnd(76)} ${cpu.toFixed(3)} s CPU, ${wall.toFixed(3)} s wall`)
  return new Map([...least].map(([name, { cpu }]) => [name, cpu]))
}

if (!existsSync(feedPath)) console.log(`Skipped: ${feedPath} is not there.`)
else {
  console.log(machine())
  const tables = await tablesOf(feedPath)
  const stopTimes = tables.get('stop_times.txt') ?? new Uint8Array()
  const copies = Math.ceil(wantedBytes / (stopTimes.length + 4 * 152_558))
  const large = new Map(tables)
  large.set('stop_times.txt', copied(stopTimes, 0, copies))
  large.set('trips.txt', copied(tables.get('trips.txt') ?? new Uint8Array(), 2, copies))
  const folder: GtfsFolder = new Map([...large].map(([name, bytes]) => [name, bytesInMemory(name, bytes)]))
  const bytes = large.get('stop_times.txt') ?? new Uint8Array()
  const withoutStopTimes: GtfsFolder = new Map([...folder, ['stop_times.txt', bytesInMemory('stop_times.txt', stopTimes.subarray(0, 200))]])
  const { feed } = await readGtfs(folder)
  console.log(`${(bytes.length / 1e6).toFixed(0)} MB of stop times, ${feed.stopTimes.count} rows, ${feed.trips.count} trips`)

  const files = gtfsFiles(folder, 'large')
  const stopIds = (await readStops(files, noticeBook())).ids
  const tripIds = (await readTrips(files, new IdTable('routes.txt'), new IdTable('calendar.txt'), noticeBook())).ids
  let kept = 0
  const seconds = await leastSeconds({
    'a bare loop over the bytes of stop_times.txt': () => {
      let commas = 0
      for (let at = 0; at < bytes.length; at++) if (bytes[at] === 44) commas++
      kept += commas
    },
    'its cells found, not understood': () =>
      scanTable(files, { ...stopTimesShape, optional: ['arrival_time', 'departure_time'] }, noticeBook(), (row) => {
        kept += row.end[0] ?? 0
      }),
    'its columns read: cells found, times and numbers understood, ids looked up': async () => {
      const rows = new StopTimeRows(bytes.length / 32)
      await scanTable(files, stopTimesShape, noticeBook(), () => undefined, plainStopTimes(rows, tripIds, stopIds))
      kept += rows.count
    },
    'the whole of stop_times.txt: with order, checks, interpolation': async () => {
      kept += (await readStopTimes(files, tripIds, stopIds, noticeBook())).stopTimes.count
    },
    'every table of the large feed': () => readGtfs(folder),
  })
  const [bare = 1] = seconds.values()
  for (const [name, cpu] of seconds)
    console.log(`${name.padEnd(76)} ${(bytes.length / 1e6 / cpu).toFixed(0).padStart(4)} MB/s, ${(cpu / bare).toFixed(2)} × the bare loop`)
  await leastSeconds({
    'stop_times.txt as rows of strings (csv.ts)': () => {
      for (const { cells } of readCsvRows(new TextDecoder().decode(bytes))) kept += cells.length
    },
    'the large feed without its stop times': () => readGtfs(withoutStopTimes),
    'the real feed, from its archive': () => readGtfs(openBytes(feedPath)),
    'stops of the large feed with three headways': () => transitStopsOf(feed),
  })
  if (kept === 0) console.log('Nothing was read.')
}
