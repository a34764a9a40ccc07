/**
 * `bagdar compute 11.2.1` from raw files to the figure, in a process of its own: Las Palmas, and a city of 36 of it (6 × 6 tiles, about
 * 115 MB of streets, 13.7 million people, 28,512 stops). Processor time and memory of the whole process, interval and methods included;
 * milliseconds by stage from its own answer. Run `npm run build` first.
 *
 * The timetable of the large city has all stops and one circular line through each tile: what is measured is the streets.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBytes } from '../src/formats/byte-source.ts'
import { readGtfs } from '../src/formats/gtfs/read-gtfs.ts'
import { transitStopsOf } from '../src/books/indicators/sdg-11/transit/transit-service.ts'
import { lasPalmasPeople } from '../scripts/compile-demo/open-cities.ts'
import { tileOsmPbf } from '../scripts/tile-osm-pbf.ts'
import { makeZip } from '../test/support/make-zip.ts'
import { machine } from './harness.ts'

const root = join(import.meta.dirname, '..')
const data = join(process.env['BAGDAR_SHARED'] ?? join(root, '../shared'), 'data')
if (!existsSync(join(data, 'laspalmas'))) {
  console.log('Skipped: the shared data is not there.')
  process.exit(0)
}
const work = mkdtempSync(join(tmpdir(), 'bagdar-compute-'))
process.on('exit', () => rmSync(work, { recursive: true }))
const degrees = 0.3
const n = 6

const people = await lasPalmasPeople(data)
const cells = join(work, 'people.csv')
writeFileSync(cells, people.read(0, people.size))
const osm = join(data, 'laspalmas/las-palmas-2023-02-21.osm.pbf')
const gtfs = join(data, 'laspalmas/guaguas-2023-02-22.gtfs.zip')
const large = { osm: join(work, 'large.osm.pbf'), gtfs: join(work, 'large.zip'), cells: join(work, 'large.csv') }
const small = join(work, 'small.osm.pbf')
const repacked = spawnSync('osmium', ['cat', osm, '-o', small]).status === 0
tileOsmPbf(repacked ? small : osm, large.osm, n, degrees)
await tileStops()
tileCells()

/** Writes what the process used when it ends. */
const meter = join(work, 'meter.mjs')
writeFileSync(
  meter,
  `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write('\\nUSED ' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }) + '\\n') })`,
)

console.log(machine())
run('Las Palmas, the figure alone', ['--osm', osm, '--gtfs', gtfs, '--population', cells, '--draws', '0'], 5)
run('Las Palmas, with its interval', ['--osm', osm, '--gtfs', gtfs, '--population', cells], 5)
const boundaries = ['municipality.geojson', 'urban-centre-ghs-ucdb.gpkg'].flatMap((name) => ['--boundary', join(data, 'laspalmas', name)])
run('Las Palmas, 380,000 people over its buildings', ['--osm', osm, '--gtfs', gtfs, '--population', '380000', ...boundaries], 5)
const ofLarge = ['--osm', large.osm, '--gtfs', large.gtfs, '--population', large.cells]
run(`36 × Las Palmas, ${Math.round(statSync(large.osm).size / 1e6)} MB, the figure alone`, [...ofLarge, '--draws', '0'], 3)
run('36 × Las Palmas, with its interval', ofLarge, 1)

function run(name: string, files: readonly string[], runs: number): void {
  let best: { cpu: number; megabytes: number; wall: number; stages: Record<string, number>; value: number } | null = null
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    const args = ['--import', meter, join(root, 'dist/main.js'), 'compute', '11.2.1', ...files, '--json']
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
    const wall = (performance.now() - start) / 1000
    if (status !== 0) throw new Error(stderr)
    const used = JSON.parse(/USED (.*)/.exec(stderr)?.[1] ?? '{}') as { cpu: number; megabytes: number }
    const { milliseconds, value } = JSON.parse(stdout) as { milliseconds: Record<string, number>; value: number }
    if (best === null || used.cpu < best.cpu) best = { ...used, wall, stages: milliseconds, value }
  }
  if (best === null) return
  console.log(`\n${name}: ${best.value.toFixed(2)} %`)
  console.log(
    `  processor ${best.cpu.toFixed(2)} s, wall ${best.wall.toFixed(2)} s, ${Math.round(best.megabytes)} MB (least of ${runs} runs)`,
  )
  console.log(
    `  ${Object.entries(best.stages)
      .map(([stage, ms]) => `${stage} ${ms}`)
      .join(', ')} ms`,
  )
}

async function tileStops(): Promise<void> {
  const { stops } = transitStopsOf((await readGtfs(openBytes(gtfs))).feed)
  const rows: Record<string, string[]> = { stops: [], trips: [], times: [], frequencies: [] }
  for (let tile = 0; tile < n * n; tile++) {
    rows['trips']?.push(`r,daily,t${tile}`)
    rows['frequencies']?.push(`t${tile},06:00:00,22:00:00,900`)
    for (let s = 0; s < stops.count; s++) {
      const [lon, lat] = [(stops.lon[s] ?? 0) + (tile % n) * degrees, (stops.lat[s] ?? 0) + Math.floor(tile / n) * degrees]
      rows['stops']?.push(`${tile}-${s},Stop,${lat},${lon}`)
      const time = `${String(6 + Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}:00`
      rows['times']?.push(`t${tile},${time},${time},${tile}-${s},${s + 1}`)
    }
  }
  const file = (path: string, header: string, lines: readonly string[] = []) => ({
    path,
    bytes: new TextEncoder().encode([header, ...lines, ''].join('\n')),
  })
  writeFileSync(
    large.gtfs,
    makeZip([
      file('agency.txt', 'agency_name,agency_url,agency_timezone', ['Bench,https://bench.example/,Atlantic/Canary']),
      file('calendar.txt', 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date', [
        'daily,1,1,1,1,1,1,1,20230101,20231231',
      ]),
      file('routes.txt', 'route_id,route_short_name,route_type', ['r,1,3']),
      file('trips.txt', 'route_id,service_id,trip_id', rows['trips']),
      file('frequencies.txt', 'trip_id,start_time,end_time,headway_secs', rows['frequencies']),
      file('stops.txt', 'stop_id,stop_name,stop_lat,stop_lon', rows['stops']),
      file('stop_times.txt', 'trip_id,arrival_time,departure_time,stop_id,stop_sequence', rows['times']),
    ]),
  )
}

function tileCells(): void {
  const [header = '', ...lines] = readFileSync(cells, 'utf8').trim().split('\n')
  const tiled = [header]
  for (let tile = 0; tile < n * n; tile++)
    for (const line of lines) {
      const [lon = '0', lat = '0', population = '0'] = line.split(',')
      tiled.push(`${Number(lon) + (tile % n) * degrees},${Number(lat) + Math.floor(tile / n) * degrees},${population}`)
    }
  writeFileSync(large.cells, `${tiled.join('\n')}\n`)
}
