import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { serveData, type DataNeeds } from '../src/actions/sdmx/serve-data.ts'
import { importReadings } from '../src/actions/import-readings.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { openFolder } from '../src/formats/open-sdg/open-folder.ts'
import { readOpenSdgFolder } from '../src/formats/open-sdg/read-open-sdg.ts'
import { inLargerChunks } from '../src/formats/sdmx/writable.ts'
import { writeCsv } from '../src/formats/sdmx/csv/write-csv.ts'
import { writeJsonData } from '../src/formats/sdmx/json/write-json-data.ts'
import { readConfiguration } from '../src/configuration.ts'
import { openRooms, type Rooms } from '../src/open-rooms.ts'
import { readAddress, readData2 } from '../src/web/sdmx-query.ts'
import { machine } from './harness.ts'

/**
 * What the SDMX service needs: everything that KazStat has as CSV, one indicator with all areas and years, and, where BENCH_DATABASE_URL
 * names an empty PostgreSQL database, a keyed question to three million observations there. Processor time, all threads of this process.
 */
const shared = process.env['BAGDAR_SHARED'] ?? path.join(import.meta.dirname, '../../shared')
const folder = path.join(shared, 'data/kazstat-open-sdg')
const observationsOnServer = 3_000_000

const city: City = {
  ...{ id: 'c0000000-0000-8000-8000-0000000000bc', slug: 'bench', name: { en: 'Bench' }, refArea: 'KZALA', timeZone: 'Asia/Almaty' },
  ...{ invented: true, comparison: false },
}

interface Cost {
  cpu: number
  wall: number
  characters: number
  heap: number
}

async function ask(address: string, rooms: Rooms, as: 'csv' | 'json' = 'csv'): Promise<Cost> {
  const begin = { cpu: process.cpuUsage(), wall: performance.now() }
  const parsed = readData2({ ...readAddress(`http://bench/${address}`, 0)! }, ['en', 'ru', 'kk'])
  if ('problem' in parsed) throw new Error(parsed.problem.says)
  const needs: DataNeeds = { record: rooms.record, now: new Date(), addressOf: (_city, series) => series.address }
  const served = await serveData(parsed.value, needs)
  if ('problem' in served) throw new Error(served.problem.says)
  let [characters, heap] = [0, 0]
  for await (const chunk of inLargerChunks(
    as === 'csv' ? writeCsv(served.data, { version: 2, labels: 'id', keys: 'none' }) : writeJsonData(served.data, '2.1'),
  )) {
    characters += chunk.length
    heap = Math.max(heap, process.memoryUsage().heapUsed)
  }
  const { user, system } = process.cpuUsage(begin.cpu)
  return { cpu: (user + system) / 1000, wall: performance.now() - begin.wall, characters, heap }
}

async function measure(name: string, runs: number, work: () => Promise<Cost>): Promise<void> {
  const first = await work()
  const costs: Cost[] = []
  for (let run = 0; run < runs; run++) costs.push(await work())
  const least = (of: keyof Cost) => Math.min(...costs.map((cost) => cost[of]))
  console.log(
    `${name.padEnd(58)} first ${first.cpu.toFixed(0).padStart(6)} ms cpu   again ${least('cpu').toFixed(1).padStart(7)} ms cpu, ${least('wall').toFixed(1).padStart(7)} ms   ${(first.characters / 1e6).toFixed(2)} M characters, heap at most ${(Math.max(...costs.map(({ heap }) => heap)) / 2 ** 20).toFixed(0)} MB`,
  )
}

async function kazstat(): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-sdmx-'))
  const rooms = await openRooms(readConfiguration({ DATA_DIR: directory }), false)
  try {
    await rooms.record.addCity(city)
    const set = readOpenSdgFolder(openFolder(folder), { source: { id: 'kazstat', name: { en: 'KazStat' }, url: null, licence: null } })
    await importReadings(city, set, { kind: 'import', madeBy: 'bench', parameters: {}, covers: () => true, write: 'publish' }, rooms.record)
    const all = 'dataflow/BAGDAR.BENCH/FIGURES'
    await measure('everything, CSV', 5, () => ask(all, rooms))
    await measure('everything, JSON 2.1', 3, () => ask(all, rooms, 'json'))
    await measure('one indicator, all areas and years, CSV', 20, () => ask(`${all}?c[INDICATOR]=3_2_1`, rooms))
    await measure('one indicator of one area, JSON 2.1', 20, () => ask(`${all}/*/A.*.*.KZALA?c[INDICATOR]=3_2_1`, rooms, 'json'))
  } finally {
    await rooms.close()
    fs.rmSync(directory, { recursive: true })
  }
}

/** Series of 300 indicators in 100 areas, cut by sex and age, fourteen years each. */
async function threeMillion(url: string): Promise<void> {
  const rooms = await openRooms(readConfiguration({ DATABASE_URL: url, DATA_DIR: os.tmpdir() }), false)
  try {
    const { db } = rooms.database
    if ((await rooms.record.findCity(city.slug)) === null) {
      await rooms.record.addCity(city)
      const release = 'a0000000-0000-8000-8000-000000000001'
      await sql`insert into release (city_id, id, number, kind, title, made_by, recorded_at, status, published_at, parameters, code_version, files, counts, notice_counts)
        values (${city.id}, ${release}, 1, 'import', '{}', 'bench', now(), 'published', now(), '{}', 'bench', '[]', '{}', '{}')`.execute(db)
      await sql`insert into series (city_id, id, address, indicator, ref_area, source, method, boundary, unit, dimensions)
        select ${city.id}::uuid, md5('s' || n)::uuid, 's-' || n, '3.' || n / 715 % 300, 'A' || n % 100, 'stat', '', '', 'PT',
          jsonb_build_object('SERIES', 'S' || n / 715 % 300, 'SEX', case n % 3 when 0 then 'F' when 1 then 'M' else 'X' end, 'AGE', 'Y' || n / 3 % 240)
        from generate_series(1, ${Math.ceil(observationsOnServer / 14)}::int) n`.execute(db)
      await sql`insert into series_release (city_id, release_id, series_id) select city_id, ${release}, id from series`.execute(db)
      await sql`insert into observation (city_id, series_id, time_period, release_id, position, value, obs_value)
        select s.city_id, s.id, (2009 + y)::text, ${release}, 0, y::text, y from series s, generate_series(1, 14) y`.execute(db)
      await sql`analyze`.execute(db)
    }
    const { rows } = await sql<{ count: number }>`select count(*) from observation`.execute(db)
    console.log(`PostgreSQL with ${rows[0]?.count} observations (the server's own processor time is not counted, its time is)`)
    const all = 'dataflow/BAGDAR.BENCH/FIGURES'
    let n = 0
    await measure('one area of one indicator, each time another', 10, () => ask(`${all}/*/A.*.*.A${++n}?c[INDICATOR]=3_${n}`, rooms))
    await measure('one code of SERIES in one area, each time another', 10, () => ask(`${all}/*/A.*.S${++n}.A${n}`, rooms))
    await measure('one indicator, all areas (10,000 observations)', 5, () => ask(`${all}?c[INDICATOR]=3_${++n}`, rooms))
  } finally {
    await rooms.close()
  }
}

console.log(machine())
if (fs.existsSync(folder)) await kazstat()
const url = process.env['BENCH_DATABASE_URL']
if (url !== undefined) await threeMillion(url)
