import { sql, type Kysely } from 'kysely'
import type { City, Observation, Series } from '../../src/books/indicators/figure.ts'
import type { Database } from '../../src/store/database.ts'
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import type { Schema } from '../../src/store/schema.ts'
import { writeRecord } from '../../src/store/write-record.ts'

/** One step: what it is called, and what it does, all of it or nothing. */
export interface Step {
  what: string
  run(database: Database<Schema>): Promise<unknown>
}

const id = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
const at = new Date('2026-11-22T10:00:00Z')
const city: City = {
  id: id(1),
  slug: 'ulgiqala',
  name: { kk: 'Үлгіқала', ru: 'Улгикала', en: 'Ülgiqala' } as City['name'],
  refArea: 'KZ00',
  timeZone: 'Asia/Almaty',
  invented: true,
  comparison: false,
}
const series = Array.from({ length: 200 }, (_, number) => ({
  id: id(1000 + number),
  address: `series-${number}`,
  indicator: '11.6.2',
  refArea: 'KZ00',
  source: 'torture',
  method: '',
  boundary: '',
  unit: 'PT',
  dimensions: {},
})) as unknown as Series[]

/**
 * What a running site does to its database, in three lives of a process: all but the last end without closing, and the
 * next recovers. `size` 1 is the long form; a smaller one has fewer steps of each kind, and the smallest only two lives.
 */
export function lives(size: number): Step[][] {
  const times = (count: number): number[] => Array.from({ length: Math.max(1, Math.round(count * size)) }, (_, number) => number)
  const inLongForm = (step: Step): Step[] => (size < 0.1 ? [] : [step]) // a segment of the log is 16 MB
  const migrations = readMigrations()
  const begin = [
    { what: 'prepare migrations', run: ({ pool }: Database<Schema>) => migrate(pool, []) },
    ...migrations.map((_, last) => ({
      what: 'migrate',
      run: ({ pool }: Database<Schema>) => migrate(pool, migrations.slice(0, last + 1)),
    })),
    statement(
      'create a table',
      'create table tally (name text primary key, count int not null); create table step (number serial primary key, what text)',
    ),
    store('a city', (db) => writeRecord(db).addCity(city)),
  ]
  const all = [
    [
      ...begin,
      ...importRelease(1, Math.ceil(5 * size)),
      ...times(40).map(report),
      ...times(20).map(tally),
      command('checkpoint', 'checkpoint'),
      ...times(20).map(report),
      ...inLongForm(command('switch the log', 'select pg_switch_wal()')),
      statement('rows for an index', "insert into tally select 'n' || n, n from generate_series(1, 3000) n"),
      statement('an index', 'create index tally_by_count on tally (count)'),
      ...times(20).map(tally),
      statement('delete', 'delete from tally where count between 100 and 2000'),
      command('vacuum', 'vacuum tally'),
      ...importRelease(2, Math.ceil(5 * size)),
      ...times(30).map(report),
    ],
    [
      ...times(30).map(report),
      command('switch the log', 'select pg_switch_wal()'),
      command('checkpoint', 'checkpoint'),
      ...importRelease(3, Math.ceil(3 * size)),
      store('a large file', (db) =>
        writeRecord(db).addComputedFile(city, id(103), { name: 'map.bin', sha256: '0', bytes: 700_000 } as never, Buffer.alloc(700_000, 7)),
      ),
      statement('another table', 'create table other as select * from tally; create unique index on other (name)'),
      statement('truncate', 'truncate other'),
      statement('drop', 'drop table other'),
      command('vacuum full', 'vacuum full tally'),
      ...inLongForm(command('switch the log', 'select pg_switch_wal()')),
      ...times(30).map(tally),
    ],
    [
      ...times(15).map(report),
      command('checkpoint', 'checkpoint'),
      ...times(15).map(tally),
      command('switch the log', 'select pg_switch_wal()'),
      ...times(15).map(report),
    ],
  ]
  return size < 0.1 ? all.slice(0, 2) : all
}

/** What an installation holds after a while: a city, a release, reports. */
export const cityWithReports = (): Step[] => [
  store('a city', (db) => writeRecord(db).addCity(city)),
  ...importRelease(1, 5),
  ...Array.from({ length: 40 }, (_, number) => report(number)),
]

/** A release as it is imported: begun, written in slices that are each safe on their own, published by one statement. */
function importRelease(number: number, slices: number): Step[] {
  const release = id(100 + number)
  const draft = {
    ...{ id: release, kind: 'import', title: { kk: '', ru: '', en: '' }, source: null, madeBy: 'torture', recordedAt: at },
    ...{ parameters: {}, codeVersion: '0', files: [{ path: 'table.csv', sha256: '0'.repeat(64), bytes: 1 }], counts: {}, noticeCounts: {} },
  } as never
  return [
    store('begin a release', (db) => writeRecord(db).startRelease(city, draft)),
    store('series', (db) => writeRecord(db).addSeries(city, series)),
    ...Array.from({ length: slices }, (_, slice) =>
      store('a slice', async (db) => {
        const { rows } = await sql<{
          has: boolean
        }>`select exists (select from series_release where release_id = ${release}::uuid) as has`.execute(db)
        const some = series.slice(slice * 40, slice * 40 + 40)
        if (slice > 0 && !rows[0]?.has) throw new Error('The slice before is missing.')
        await writeRecord(db).addObservations(
          city,
          release,
          some.flatMap((one) => Array.from({ length: 25 }, (_, year) => observation(one.id, `${2000 + year}`, number * year))),
        )
      }),
    ),
    store('publish', (db) => writeRecord(db).publishRelease(city, release, at)),
  ]
}

const observation = (seriesId: string, timePeriod: string, value: number): Observation =>
  ({ seriesId, timePeriod, value: String(value), obsValue: value, obsStatus: 'A', note: null, origin: null }) as unknown as Observation

/** One row by one statement, as a reader's report of a mistake. */
const report = (number: number): Step => ({
  what: 'report a mistake',
  run: ({ db }) =>
    writeRecord(db).addMistakeReport(city, {
      seriesId: series[0]!.id,
      timePeriod: '2020',
      text: `қате ${number} `.repeat(30),
      reportedAt: at,
    }),
})

/** Several rows and tables in one transaction. */
const tally = (number: number): Step =>
  store('several rows', async (db) => {
    await sql`insert into tally values (${`t${number % 7}`}, 1) on conflict (name) do update set count = tally.count + 1`.execute(db)
    for (let part = 0; part < 3; part++) await sql`insert into step (what) values (${`${number} ${part} `.repeat(40)})`.execute(db)
    if (number % 5 === 4) await sql`delete from step where number % 11 = ${number % 11}`.execute(db)
  })

const store = (what: string, change: (db: Kysely<Schema>) => Promise<unknown>): Step => ({
  what,
  run: ({ db }) => db.transaction().execute((transaction) => change(transaction)),
})

/** Sent as one text, so PostgreSQL makes one transaction of it. */
const statement = (what: string, text: string): Step => ({ what, run: ({ pool }) => pool.query(text) })

/** What may not run in a transaction, and changes no row. */
const command = statement
