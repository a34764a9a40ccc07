import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAccessModel } from '../src/books/indicators/sdg-11/access/build-access-model.ts'
import { peopleServed, stopLimits } from '../src/books/indicators/sdg-11/access/people-served.ts'
import { buildStreetNetwork } from '../src/books/indicators/sdg-11/streets/street-network.ts'
import { hasKnownCities, lasPalmas, portoAlegre, type KnownCity } from '../test/support/known-cities.ts'
import { machine } from './harness.ts'

/**
 * SDG 11.2.1 by PostGIS and pgRouting beside ours, at one set-up: people and stops on the nearest street of the mainland, no way to
 * the street added, no headway. PostGIS does the snapping (in the UTM zone of the city) and the lengths (on the spheroid),
 * pgRouting the search; ours only lends the course of the streets. Both must agree within 0.01 percentage points.
 */
const programs = '/usr/lib/postgresql/15/bin'
const extension = '/usr/share/postgresql/15/extension/pgrouting.control'
const tolerance = 0.01
const mostSnapMetres = 500

const folder = mkdtempSync(join(tmpdir(), 'bagdar-pgrouting-'))
const isRoot = process.getuid?.() === 0

/** PostgreSQL does not run as root. */
function run(program: string, args: readonly string[], input = ''): string {
  const command = isRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args]
  const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), { input, encoding: 'utf8', cwd: folder, maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
  return stdout
}

const sql = (text: string): string =>
  run('psql', ['-h', folder, '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-q', '-At', '-P', 'pager=off'], text)

function load(table: string, columns: string, rows: readonly string[]): void {
  sql(`drop table if exists ${table} cascade; create table ${table} (${columns});`)
  const file = join(folder, `${table}.tsv`)
  writeFileSync(file, rows.join('\n') + '\n', { mode: 0o644 })
  sql(`copy ${table} from '${file}';`)
}

function ask({ extract, cells, stops }: KnownCity, zone: number): { share: number; milliseconds: number; ours: number } {
  const network = buildStreetNetwork(extract)
  const { graph, shapes } = network
  const model = buildAccessModel(network, cells, stops, { mostSnapMetres }, [])
  const ours = peopleServed(model).share ?? 0

  const course = (e: number) => {
    const points: string[] = []
    for (let p = shapes.start[e]!; p < shapes.start[e + 1]!; p++) points.push(`${shapes.x[p]! / 1e7} ${shapes.y[p]! / 1e7}`)
    return `SRID=4326;LINESTRING(${points.join(',')})`
  }
  load(
    'street',
    'id bigint, source bigint, target bigint, geom geometry',
    Array.from({ length: graph.edgeCount }, (_, e) => [e + 1, graph.edgeFrom[e]! + 1, graph.edgeTo[e]! + 1, course(e)].join('\t')),
  )
  const point = (lon: number, lat: number) => `SRID=4326;POINT(${lon} ${lat})`
  const limit = stopLimits(model.stops)
  load('place', 'pid bigint, people double precision, walk double precision, geom geometry', [
    ...Array.from({ length: cells.count }, (_, c) => [c + 1, cells.population[c], '\\N', point(cells.lon[c]!, cells.lat[c]!)].join('\t')),
    ...Array.from({ length: stops.count }, (_, s) => [cells.count + s + 1, 0, limit[s], point(stops.lon[s]!, stops.lat[s]!)].join('\t')),
  ])
  sql(`
    alter table street add flat geometry, add cost double precision;
    update street set flat = st_transform(geom, ${zone}), cost = st_length(geom::geography);
    create index on street using gist (flat);
    analyze street;
    create table snapped as
      select pid, people, walk, id as edge_id, st_linelocatepoint(flat, here) as fraction
      from (select *, st_transform(geom, ${zone}) as here from place) p
      cross join lateral (select id, flat from street order by flat <-> here limit 1) nearest
      where st_distance(flat, here) <= ${mostSnapMetres};
    analyze snapped;`)
  // Streets cut at every place on them, so that a place is a node like any other: its number is below 0.
  sql(`
    create table cut as
      with node as (
        select id, 0::double precision as fraction, source as node from street
        union all select id, 1, target from street
        union all select edge_id, fraction, -pid from snapped
      ), pieces as (
        select id, node as source, lead(node) over along as target, fraction as begins, lead(fraction) over along as ends
        from node window along as (partition by id order by fraction, (node > 0 and fraction = 1)::int, (node > 0 and fraction = 0)::int desc)
      )
      select row_number() over () as id, p.source, p.target, (ends - begins) * cost as cost, (ends - begins) * cost as reverse_cost
      from pieces p join street using (id) where p.target is not null;
    analyze cut;`)
  const began = performance.now()
  const reach = (metres: number) => `
    select distinct node from pgr_drivingdistance('select id, source, target, cost, reverse_cost from cut',
      (select array_agg(-pid) from snapped where walk = ${metres}), ${metres}, directed => false)`
  const classes = [...new Set(limit)].filter((metres) => limit.some((other, s) => other === metres && model.stops.edge[s]! >= 0))
  const share = Number(
    sql(`
    with reached as (${classes.map(reach).join(' union ')})
    select 100 * (select sum(people) from snapped where walk is null and -pid in (select node from reached))
      / (select sum(people) from place);`),
  )
  const milliseconds = performance.now() - began
  sql('drop table snapped, cut;')
  return { share, milliseconds, ours }
}

if (!hasKnownCities) console.log('The shared data are not here: nothing is compared.')
else if (!existsSync(programs) || !existsSync(extension))
  console.log('PostgreSQL 15 with pgRouting (Debian: postgresql-15-pgrouting) is not installed: nothing is compared.')
else {
  console.log(machine())
  chmodSync(folder, 0o777)
  const data = join(folder, 'data')
  run(join(programs, 'initdb'), ['-D', data, '--auth=trust', '--encoding=UTF8', '--no-sync'])
  const options = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off -c shared_buffers=256MB`
  run(join(programs, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
  try {
    sql('create extension postgis; create extension pgrouting;')
    for (const { name, city, zone } of [
      { name: 'Las Palmas', city: await lasPalmas(), zone: 32628 },
      { name: 'Porto Alegre', city: await portoAlegre(), zone: 32722 },
    ]) {
      const { share, milliseconds, ours } = ask(city, zone)
      const isEqual = Math.abs(share - ours) <= tolerance
      console.log(
        `${name}: pgRouting ${share.toFixed(4)} %, ours ${ours.toFixed(4)} %, ${isEqual ? 'equal' : 'NOT EQUAL'} within ${tolerance} points; ` +
          `its search took ${milliseconds.toFixed(0)} ms`,
      )
      if (!isEqual) process.exitCode = 1
    }
  } finally {
    run(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
}
if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
