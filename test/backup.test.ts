import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkRecord } from '../src/actions/check-record.ts'
import { runDrill } from '../src/actions/run-drill.ts'
import { writeBackup } from '../src/actions/write-backup.ts'
import { backUpBeforeMigrating } from '../src/back-up-before-migrating.ts'
import { readConfiguration } from '../src/configuration.ts'
import { restore, withBackups } from '../src/open-backups.ts'
import { openRooms } from '../src/open-rooms.ts'
import { atOneMoment } from '../src/store/backup/at-one-moment.ts'
import { BackupError } from '../src/store/backup/backup-error.ts'
import { readErasures } from '../src/store/backup/erasures.ts'
import { exportLines } from '../src/store/backup/export-rows.ts'
import { readBackupFile, verifyBackupFile } from '../src/store/backup/read-backup-file.ts'
import { restoreBackup } from '../src/store/backup/restore-backup.ts'
import { restoreInPlace } from '../src/store/backup/restore-in-place.ts'
import { sealBytes, sealOf } from '../src/store/backup/seal.ts'
import { leftOut, listTables } from '../src/store/backup/tables.ts'
import { takeBackup } from '../src/store/backup/take-backup.ts'
import { writeBackupFile } from '../src/store/backup/write-backup-file.ts'
import { openDatabase, type Database } from '../src/store/database.ts'
import { finishReplacing, replaceDatabase } from '../src/store/embedded/replace-database.ts'
import { migrate, readMigrations, type Migration } from '../src/store/migrate.ts'
import { erasePerson } from '../src/store/people/erase-person.ts'
import type { Schema } from '../src/store/schema.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { testDatabases } from './support/test-databases.ts'

// Databases are made, closed and opened again and again; on a machine that does other work besides, that takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-backup-'))
afterAll(() => fs.rmSync(work, { recursive: true, force: true }))
let names = 0
/** A path that nobody has used. */
const fresh = (name: string): string => path.join(work, `${++names}-${name}`)
const made = { at: new Date('2026-11-22T10:00:00Z'), codeVersion: 'test' }

/** Columns of every kind that could lose something on its way. */
const oddTable: Migration = {
  name: '9000_odd.sql',
  sql: `create table odd (
    id text primary key, small smallint, big bigint, number numeric, float double precision, truth boolean, day date,
    moment timestamptz, document jsonb, plain json, bytes bytea, list text[], "Column with ""quotes""" text
  )`,
}
const oddRows = `insert into odd values
  ('a', -32768, 9223372036854775807, 1.100, 0.1, true, '2024-02-29', '2026-01-01 00:00:00.123456+05', '{"b": 1.10, "aa": [1e400, null], "a": "\\u2028"}', '{"b" : 1}', '\\x00ff0a', '{"x,\\"y","NULL",NULL}', E'line\\nline\\t"\\\\'),
  ('ә', null, -9223372036854775808, 'NaN', '-Infinity', null, 'infinity', '0044-03-15 12:00:00+00 BC', 'null', null, '', '{}', ''),
  ('B', 0, 0, 0.000, 5e-324, false, null, 'infinity', null, 'null', null, null, null)`
const allMigrations = [...readMigrations(), oddTable]
const city = '11111111-1111-4111-8111-111111111111'
const person = '22222222-2222-4222-8222-222222222222'

async function fill({ pool }: Pick<Database<unknown>, 'pool'>): Promise<void> {
  await pool.query(
    `insert into city (id, slug, position, name, ref_area, time_zone, invented) values ('${city}', 'small', 1, '{"kk":"Шағын"}', 'SMALL', 'UTC', true)`,
  )
  await pool.query(
    `insert into person (id, email, name, language, created_at) values ('${person}', 'aigul@example.kz', 'Айгүл', 'kk', now())`,
  )
  await pool.query(`insert into password values ('${person}', 'hash', now())`)
  await pool.query(`insert into resident_text values ('${city}', gen_random_uuid(), '${person}', 'Сөз', '\\x01', now())`)
  await pool.query(
    `insert into computed_file_part select '${city}', '${city}', 'map', i, decode(repeat('00ff0d0a', 1000), 'hex') from generate_series(1, 50) as i`,
  )
}

/** A directory with a filled embedded database, closed: a copy of one that is made once. */
async function filledDirectory(migrations: readonly Migration[] = readMigrations()): Promise<string> {
  const template = path.join(work, `template-${migrations.length}`)
  if (!fs.existsSync(template)) {
    const database = await openDatabase<unknown>({ directory: template })
    await migrate(database.pool, migrations)
    await fill(database)
    if (migrations.includes(oddTable)) await database.pool.query(oddRows)
    await database.close()
  }
  const directory = fresh('data')
  fs.cpSync(path.join(template, 'database'), path.join(directory, 'database'), { recursive: true })
  return directory
}

/** A database in memory that holds what a backup holds. */
async function restored<T>(file: string, migrations: readonly Migration[], use: (database: Database<unknown>) => Promise<T>): Promise<T> {
  const database = await openDatabase<unknown>({ directory: null })
  try {
    await restoreInPlace(database.pool, file, migrations, [])
    return await use(database)
  } finally {
    await database.close()
  }
}

async function inDatabase<T>(directory: string, use: (database: Database<Schema>) => Promise<T>): Promise<T> {
  const database = await openDatabase<Schema>({ directory })
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}

const backUp = (directory: string, file: string) => inDatabase(directory, (database) => takeBackup(database, directory, file, made))

describe('a backup', () => {
  let directory: string
  let file: string
  let content: string
  beforeAll(async () => {
    directory = await filledDirectory(allMigrations)
    file = fresh('all.bagdar.gz')
    content = (await backUp(directory, file)).end.content
  })

  describe.each(testDatabases())('through $name', ({ open }) => {
    test('and back into the embedded database holds the same in every table', async () => {
      const between = await open()
      const again = fresh('again.bagdar.gz')
      try {
        await restoreInPlace(between.pool, file, allMigrations, [])
        const taken = await takeBackup(between, null, again, made)
        expect(taken.end.content).toBe(content)
        const { rows } = await between.pool.query('select count(*)::int as odd from odd')
        expect(rows).toEqual([{ odd: 3 }])
        const { rows: schemas } = await between.pool.query("select nspname from pg_namespace where nspname like 'bagdar%'")
        expect(schemas).toEqual([])
        // A restored database is one like any other.
        expect(await migrate(between.pool, allMigrations)).toEqual([])
      } finally {
        await between.close()
      }
      const last = await restored(again, allMigrations, (database) => takeBackup(database, null, fresh('last.bagdar.gz'), made))
      expect(last.end.content).toBe(content)
    })
  })

  test('is taken from a moment: what others write meanwhile is not in it', async () => {
    const [, postgres] = testDatabases()
    if (postgres === undefined) return expect(process.env['TEST_DATABASE_URL'] ?? '').toBe('')
    const database = await postgres.open()
    try {
      await database.pool.query('create table left_counter (n int primary key); create table right_counter (n int primary key)')
      let running = true
      const writing = (async () => {
        for (let n = 1; running; n++)
          await database.db
            .transaction()
            .execute(
              async () =>
                await database.pool.query('with l as (insert into left_counter values ($1)) insert into right_counter values ($1)', [n]),
            )
      })()
      for (let round = 0; round < 5; round++) {
        const sums = new Map(
          (await takeBackup(database, null, fresh('moment.bagdar.gz'), made)).end.tables.map((one) => [one.name, one.rows]),
        )
        expect(sums.get('left_counter')).toBe(sums.get('right_counter'))
      }
      running = false
      await writing
    } finally {
      await database.close()
    }
  })

  test('of a database at an older level is brought up to date', async () => {
    const older = allMigrations.slice(0, 4)
    const from = await filledDirectory(older)
    const old = fresh('old.bagdar.gz')
    const { end } = await backUp(from, old)
    await restored(old, allMigrations, async ({ pool }) => {
      expect(await migrate(pool, allMigrations)).toEqual([])
      const { rows } = await pool.query(
        'select (select count(*)::int from computed_file_part) as parts, (select count(*)::int from odd) as odd',
      )
      expect(rows).toEqual([{ parts: 50, odd: 0 }])
    })
    expect(end.tables.map((one) => one.name)).not.toContain('backup_check')
  })

  test('of a later version is refused', async () => {
    await expect(restored(file, readMigrations(), async () => {})).rejects.toThrow(/tables this version does not know \(9000_odd\.sql\)/)
    const changed = allMigrations.map((one) => (one === oddTable ? { ...one, sql: `${one.sql} ` } : one))
    await expect(restored(file, changed, async () => {})).rejects.toThrow(BackupError)
  })

  test('stands under its name only when it is whole, for its owner alone, and overwrites nothing', async () => {
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    await expect(backUp(directory, file)).rejects.toThrow('nothing is overwritten')
    const broken = fresh('broken.bagdar.gz')
    const lines = (async function* () {
      yield 'half'
      throw new Error('The disk is gone.')
    })()
    await expect(writeBackupFile(broken, lines)).rejects.toThrow('The disk is gone.')
    expect(fs.existsSync(broken) || fs.existsSync(`${broken}.part`)).toBe(false)
  })

  test('can be unpacked by any gzip program', async () => {
    const { gunzipSync } = await import('node:zlib')
    const lines = gunzipSync(fs.readFileSync(file)).toString().trimEnd().split('\n')
    expect(JSON.parse(lines[0]!)).toMatchObject({ format: 'bagdar-backup/1', at: made.at.toISOString() })
    expect(JSON.parse(lines.at(-1)!)).toEqual({ seal: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
  })

  test('tables have keys, and what is left out exists', async () => {
    await inDatabase(directory, async ({ pool }) => {
      const client = await pool.connect()
      const tables = await listTables(client)
      client.release()
      expect(tables.filter(({ key }) => key.length === 0)).toEqual([])
      expect(Object.keys(leftOut).filter((name) => !tables.some((table) => table.name === name))).toEqual([])
      // A counter of the database would begin anew after a restore. Keys are made by the application.
      const { rows } = await pool.query("select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace")
      expect(rows).toEqual([])
    })
  })
})

describe('a damaged backup', () => {
  let sound: Buffer
  let directory: string
  beforeAll(async () => {
    directory = await filledDirectory()
    const file = fresh('sound.bagdar.gz')
    await backUp(directory, file)
    sound = fs.readFileSync(file)
  })
  const refused = async (bytes: Uint8Array): Promise<void> => {
    const file = path.join(work, 'damaged.bagdar.gz')
    fs.writeFileSync(file, bytes)
    await expect(verifyBackupFile(file)).rejects.toThrow(BackupError)
  }

  test('is refused, whatever was done to it and wherever', async () => {
    const damage = fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }),
      fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
      fc.record({ kind: fc.constant('zeros' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 4096 }) }),
      fc.record({ kind: fc.constant('more' as const), bytes: fc.uint8Array({ minLength: 1, maxLength: 200 }) }),
      fc.record({ kind: fc.constant('lost' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 4096 }) }),
    )
    await fc.assert(
      fc.asyncProperty(damage, async (one) => {
        const at = 'at' in one ? one.at % sound.length : 0
        let bytes: Uint8Array = Uint8Array.from(sound)
        if (one.kind === 'flip') bytes[at]! ^= 1 << one.bit
        else if (one.kind === 'cut') bytes = bytes.slice(0, at)
        else if (one.kind === 'zeros') bytes.fill(0, at, at + one.length)
        else if (one.kind === 'more') bytes = Buffer.concat([bytes, one.bytes])
        else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + one.length)])
        fc.pre(!Buffer.from(bytes).equals(sound))
        await refused(bytes)
      }),
      { numRuns: 300 },
    )
  })

  test('is refused for every byte of its head and its seal', async () => {
    for (const at of [...Array(20).keys(), ...Array.from({ length: sealBytes }, (_, i) => sound.length - 1 - i)]) {
      const bytes = Uint8Array.from(sound)
      bytes[at]! ^= 1
      await refused(bytes)
    }
  })

  const sealed = (text: string): Buffer => {
    const packed = gzipSync(text)
    return Buffer.concat([packed, sealOf(createHash('sha256').update(packed).digest('hex'))])
  }
  test('or a foreign file is refused', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('city,value\n'),
      gzipSync('{"format":"other"}\n'),
      sealed('{"format":"other/1"}\n'),
      sealed('no JSON'),
      sealed(''),
    ])
      await refused(bytes)
    const later = path.join(work, 'later.bagdar.gz')
    fs.writeFileSync(later, sealed('{"format":"bagdar-backup/2","codeVersion":"9.0.0"}\n'))
    await expect(verifyBackupFile(later)).rejects.toThrow('Restore it with Bagdar 9.0.0 or newer')
    await expect(verifyBackupFile(path.join(work, 'nowhere'))).rejects.toThrow('does not exist')
  })

  test('is refused when somebody changed a row and sealed it anew', async () => {
    const { gunzipSync } = await import('node:zlib')
    const text = gunzipSync(sound)
      .toString()
      .replace(/\{"seal".*\n/, '')
    await refused(sealed(text.replace('aigul@', 'aizhan@')))
    await refused(
      sealed(
        text
          .split('\n')
          .filter((line) => !line.includes('aigul@'))
          .join('\n'),
      ),
    )
    const file = path.join(work, 'same.bagdar.gz')
    fs.writeFileSync(file, sealed(text))
    expect((await verifyBackupFile(file)).end.tables.length).toBeGreaterThan(20)
  })

  test('changes nothing where it was to be restored', async () => {
    const file = path.join(work, 'half.bagdar.gz')
    fs.writeFileSync(file, sound.subarray(0, sound.length / 2))
    const options = { url: undefined, directory, migrations: readMigrations(), replace: true, erasures: null }
    await expect(restoreBackup(file, options)).rejects.toThrow('Nothing was changed')
    await inDatabase(directory, async ({ pool }) => expect((await pool.query('select slug from city')).rows).toEqual([{ slug: 'small' }]))
  })
})

describe('restoring over what is there', () => {
  const options = (directory: string, more = {}) => ({
    url: undefined,
    directory,
    migrations: readMigrations(),
    replace: false,
    erasures: null,
    ...more,
  })

  test('is refused without --replace, and says what would go', async () => {
    const directory = await filledDirectory()
    const file = fresh('there.bagdar.gz')
    await backUp(directory, file)
    await expect(restoreBackup(file, options(directory))).rejects.toThrow(/holds 1 city, 54 rows in all\. Nothing was changed/)
  })

  test('is refused while a server uses the directory', async () => {
    const directory = await filledDirectory()
    const file = fresh('used.bagdar.gz')
    await backUp(directory, file)
    await inDatabase(directory, async () => {
      await expect(restoreBackup(file, options(directory, { replace: true }))).rejects.toThrow(
        /is in use by process \d+\. Nothing was changed\. Stop the server/,
      )
    })
  })

  test('leaves the old database or the new one at every step of a crash', async () => {
    const directory = fresh('crash')
    const put = (name: string) => {
      fs.mkdirSync(path.join(directory, name), { recursive: true })
      fs.writeFileSync(path.join(directory, name, 'PG_VERSION'), name)
    }
    const now = () => fs.readFileSync(path.join(directory, 'database/PG_VERSION'), 'utf8')
    put('database.restored')
    put('database.replaced')
    finishReplacing(directory)
    expect(now()).toBe('database.restored')
    put('database.restored')
    put('other')
    finishReplacing(directory)
    expect(now()).toBe('database.restored')
    replaceDatabase(directory, path.join(directory, 'other'))
    expect(now()).toBe('other')
    expect(fs.readdirSync(directory)).toEqual(['database'])
  })

  describe.each(['the erasures of the database', 'the log of erasures', 'a list that is given'])(
    'whoever was erased stays so, by %s',
    (by) => {
      test('when an older backup comes back', async () => {
        const directory = await filledDirectory()
        const file = fresh('before-erasure.bagdar.gz')
        await backUp(directory, file)
        const list = `{"person":"${person}","at":"2026-11-22T10:00:00Z"}\n`
        let more = {}
        if (by === 'the erasures of the database') await inDatabase(directory, ({ db }) => erasePerson(db, person, made.at))
        else if (by === 'the log of erasures')
          fs.writeFileSync(path.join(directory, 'erasures.log'), `${list}{"person":"${person.slice(0, 9)}`)
        else fs.writeFileSync((more = { erasures: fresh('list') } as { erasures: string }).erasures, list)
        const done = await restoreBackup(file, options(directory, { replace: true, ...more }))
        expect(done.erased).toBe(1)
        await inDatabase(directory, async ({ pool }) => {
          const { rows } = await pool.query(
            'select p.email, p.name, p.erased_at is not null as erased, (select count(*)::int from resident_text) as texts, (select count(*)::int from password) as passwords, (select count(*)::int from erasure) as erasures from person p',
          )
          expect(rows).toEqual([{ email: null, name: '', erased: true, texts: 0, passwords: 0, erasures: 1 }])
        })
      })
    },
  )

  test('a list of erasures that cannot be read stops it', async () => {
    const list = fresh('list')
    fs.writeFileSync(list, `{"person":"${person}","at":"2026-11-22T10:00:00Z"}\nAigul\n`)
    expect(() => readErasures(list)).toThrow(`${list}, line 2: not an erasure`)
  })
})

describe('beside a running server', () => {
  test('the backup holds one moment, and the server goes on', async () => {
    const directory = await filledDirectory()
    await inDatabase(
      directory,
      async ({ pool }) =>
        void (await pool.query(
          'create table left_counter (n int primary key, f text); create table right_counter (n int primary key, f text)',
        )),
    )
    const program = path.resolve(import.meta.dirname, 'support/count-in-two-tables.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', program, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
    let heard = ''
    const ended = new Promise((resolve) => child.on('close', resolve))
    const counted = () => Number([...heard.matchAll(/counted (\d+)\n/g)].at(-1)?.[1] ?? 0)
    const reaches = (number: number) =>
      new Promise<void>((resolve) => {
        const look = () => counted() >= number && resolve()
        child.stdout.on('data', look)
        look()
      })
    child.stdout.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    try {
      await reaches(20)
      for (let round = 0; round < 2; round++) {
        const before = counted()
        const { end } = await backUp(directory, fresh('beside.bagdar.gz'))
        const rows = new Map(end.tables.map((one) => [one.name, one.rows]))
        expect(rows.get('left_counter')).toBe(rows.get('right_counter'))
        expect(rows.get('left_counter')).toBeGreaterThanOrEqual(before)
        await reaches(counted() + 5)
      }
    } finally {
      child.kill('SIGTERM')
      await ended
    }
    expect(heard).toContain('longest')
    console.log(`the longest that a writer waited while 2 backups were taken: ${/longest ([\d.]+)/.exec(heard)?.[1]} ms`)
    expect(fs.readdirSync(path.join(directory, 'backup-work'))).toEqual(['lock'])
  })
})

test('memory stays flat: a table of many megabytes goes in and out in small pieces', async () => {
  const directory = await filledDirectory()
  await inDatabase(directory, async ({ pool }) => {
    await pool.query(
      `insert into computed_file_part select '${city}', '${city}', 'large', i, decode(repeat('00ff0d0a', 100000), 'hex') from generate_series(1, 30) as i`,
    )
    await pool.query(
      `insert into observation (city_id, series_id, time_period, release_id, position) select '${city}', '${city}', i::text, '${city}', 0 from generate_series(1, 20000) as i`,
    )
    const file = fresh('large.bagdar.gz')
    const pieces = await atOneMoment({ pool, kind: 'embedded' }, directory, async (client) => {
      const sizes: number[] = []
      for await (const piece of exportLines(client, made, () => {})) sizes.push(piece.length)
      return sizes
    })
    expect(pieces.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(16_000_000)
    expect(Math.max(...pieces)).toBeLessThan(6_000_000)
    await takeBackup({ pool, kind: 'embedded' }, directory, file, made)
    for await (const part of readBackupFile(file))
      if (part.kind === 'rows') expect(part.lines.reduce((sum, line) => sum + line.length, 0)).toBeLessThan(2_000_000)
  })
})

describe('before migrating', () => {
  test('a database with content is backed up, five times at most; one without is not', async () => {
    const directory = await filledDirectory()
    await inDatabase(directory, async (database) => {
      const configuration = { databaseUrl: null, dataDirectory: directory }
      expect(await backUpBeforeMigrating(database, configuration, readMigrations(), made)).toBeNull()
      const files: string[] = []
      for (let day = 10; day < 17; day++) {
        const file = await backUpBeforeMigrating(database, configuration, [...readMigrations(), oddTable], {
          ...made,
          at: new Date(`2026-11-${day}T10:00:00Z`),
        })
        files.push(path.basename(file ?? ''))
      }
      expect(files[0]).toBe('before-9000_odd-20261110T100000Z.bagdar.gz')
      expect(fs.readdirSync(path.join(directory, 'backups')).sort()).toEqual(files.slice(2))
    })
    const empty = fresh('empty')
    await inDatabase(empty, async (database) => {
      const configuration = { databaseUrl: null, dataDirectory: empty }
      expect(await backUpBeforeMigrating(database, configuration, allMigrations, made)).toBeNull()
      await migrate(database.pool, readMigrations())
      expect(await backUpBeforeMigrating(database, configuration, allMigrations, made)).toBeNull()
    })
  })
})

describe('what was tried is written down', () => {
  test('a backup that was read again, and a drill', async () => {
    const directory = await filledDirectory()
    const configuration = readConfiguration({ DATA_DIR: directory })
    const file = fresh('noted.bagdar.gz')
    const backup = await withBackups(configuration, (backups) => writeBackup(file, backups))
    expect(backup).toMatchObject({ kind: 'backup', problem: null, rows: 54, file: path.basename(file), noted: true })
    expect(backup.contentHash).toBe((await verifyBackupFile(file)).end.content)
    const drill = await withBackups(configuration, runDrill)
    expect(drill).toMatchObject({ kind: 'drill', problem: null, rows: 55, noted: true })
    const { record, close } = await openRooms(configuration, false)
    expect((await record.listLastBackupChecks()).map(({ kind, contentHash }) => [kind, contentHash])).toEqual([
      ['backup', backup.contentHash],
      ['drill', drill.contentHash],
    ])
    await close()
    await expect(withBackups(configuration, (backups) => writeBackup(file, backups))).rejects.toThrow('nothing is overwritten')
    const elsewhere = readConfiguration({ DATA_DIR: fresh('elsewhere') })
    expect((await restore(elsewhere, file, { replace: false, erasures: null })).end.content).toBe(backup.contentHash)
    await expect(
      withBackups(readConfiguration({ DATA_DIR: fresh('nothing') }), (backups) => writeBackup(fresh('x'), backups)),
    ).rejects.toThrow('The database is empty')
  })

  test('a drill that fails', async () => {
    const directory = await filledDirectory()
    await withBackups(readConfiguration({ DATA_DIR: directory }), async (backups) => {
      const lost = await runDrill({ ...backups, restoreAside: async () => ({ tables: [], content: '' }) })
      expect(lost.problem).toMatch(/^What was restored differs in: .*city/)
      const broken = await runDrill({ ...backups, restoreAside: () => Promise.reject(new Error('no room')) })
      expect(broken.problem).toBe('The backup could not be restored: no room')
      expect(broken.noted).toBe(true)
    })
  })
})

describe('the page about trust', () => {
  let site: TestSite
  beforeAll(async () => void (site = await openTestSite('ulgiqala')))
  afterAll(() => site.close())
  const read = async (address: string): Promise<string> => {
    const response = await site.app().request(new Request(`http://localhost${address}`))
    expect(response.status).toBe(200)
    return (await response.text()).replaceAll('\u00a0', ' ')
  }
  const check = {
    kind: 'drill',
    at: '2026-11-20T10:00:00Z',
    problem: null,
    contentHash: 'ab'.repeat(32),
    tables: 20,
    rows: 43957,
    bytes: 1_855_000,
    seconds: 9.5,
    file: 'x',
  } as const

  test('says plainly that there is nothing yet, then what was done last, and what failed after it', async () => {
    expect(await read('/en/trust')).toContain('There has been no drill yet')
    expect(await read('/en/ulgiqala/trust')).toContain('bagdar backup')
    await site.record.addBackupCheck(check)
    await site.record.addBackupCheck({ ...check, kind: 'backup', at: '2026-11-21T10:00:00Z', contentHash: 'cd'.repeat(32) })
    const page = await read('/en/ulgiqala/trust')
    for (const text of ['20 November 2026', 'ab'.repeat(32), '43,957 rows of 20 tables', '21 November 2026', 'cd'.repeat(32)])
      expect(page).toContain(text)
    await site.record.addBackupCheck({ ...check, at: '2026-11-22T10:00:00Z', problem: 'What was restored differs in: city.' })
    const after = await read('/kk/ulgiqala/trust')
    expect(after).toContain('ab'.repeat(32))
    expect(after).toContain('Одан кейінгі сынақ')
    expect(after).not.toContain('differs in')
  })
})

describe('bagdar check', () => {
  let site: TestSite
  beforeAll(async () => void (site = await openTestSite('ulgiqala')))
  afterAll(() => site.close())

  test('finds nothing in a sound record, and each damage that is done to it', async () => {
    const { record } = site
    const [ulgiqala] = await record.listCities()
    const codes = async () => [...new Set((await checkRecord(ulgiqala!, record)).damage.map(({ code }) => code))]
    expect(await codes()).toEqual([])
    await record.addChange(null, { at: made.at.toISOString(), by: null, action: 'test', subject: 'test', before: null, after: 1 })
    expect(await codes()).toEqual([])
    const damages: Array<[string, string]> = [
      [
        "update computed_file_part set content = set_byte(content, 0, get_byte(content, 0) # 1) where position = 0 and name like '%result%'",
        'damaged_file',
      ],
      [
        "update observation set value = '1' || value where ctid = (select ctid from observation where value is not null limit 1)",
        'unequal_value',
      ],
      ['delete from observation where ctid = (select ctid from observation limit 1)', 'release_sums'],
      ["update change set after = '2'", 'broken_history'],
      ['delete from series where ctid = (select ctid from series limit 1)', 'orphans'],
    ]
    for (const [statement, code] of damages) {
      await inDatabase(site.directory, ({ pool }) => pool.query(statement))
      expect(await codes(), statement).toContain(code)
    }
    for (const { what, todo } of (await checkRecord(ulgiqala!, record)).damage) {
      expect(what).toMatch(/\.$/)
      expect(todo.length).toBeGreaterThan(20)
    }
  })
})
