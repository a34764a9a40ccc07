import { randomUUID } from 'node:crypto'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { sql } from 'kysely'
import { findViewer } from '../src/actions/accounts/find-viewer.ts'
import { importCity } from '../src/actions/import-city.ts'
import { readConfiguration } from '../src/configuration.ts'
import { readCityFolder } from '../src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '../src/formats/city-folder/read-folder.ts'
import { openRooms, programFile } from '../src/open-rooms.ts'
import { openDatabase } from '../src/store/database.ts'
import { groupCommit } from '../src/store/group-commit.ts'
import { migrate, readMigrations } from '../src/store/migrate.ts'
import { people } from '../src/store/people.ts'
import type { Schema } from '../src/store/schema.ts'
import { startServer } from '../src/web/server.ts'
import { hasPostgres, startOwnPostgres, type PostgresServer } from '../test/support/postgres-server.ts'
import { machine } from './harness.ts'

/**
 * What one process carries, measured with wrk beside it: a kept page (and nginx with the same bytes, as the limit of the machine), an
 * indicator page that is made each time, and small durable writes over HTTP through group commit. On both databases, in alternating rounds.
 *
 * Arguments: seconds of a round (5), rounds (3). Needs wrk; nginx and PostgreSQL where they are.
 */
const [seconds = 5, rounds = 3] = process.argv.slice(2).map(Number)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-load-'))
const page = '/ru/almaty/indicators/11.6.2'
const voters = 500

async function measure(): Promise<void> {
  console.log(machine())
  const postgres = hasPostgres() ? await startOwnPostgres({ durable: true }) : null
  if (postgres === null) console.log('There is no PostgreSQL: the embedded database only.')
  const stops: Array<() => void> = []
  process.on('exit', () => stops.forEach((stop) => stop()))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void postgres?.stop().finally(() => process.exit(1)))
  try {
    const targets: Array<{ name: string; url: string; script?: string; connections: number }> = []
    for (const [name, environment] of databases(postgres)) {
      await fill(environment)
      const { address, child } = await startSite(environment)
      await fetch(address + page)
      stops.push(() => child.kill('SIGKILL'))
      targets.push({ name: `kept page, ${name}`, url: address + page, connections: 64 })
      targets.push({ name: `kept page packed, ${name}`, url: address + page, script: scripts.packed, connections: 64 })
      targets.push({
        name: `indicator page made each time, ${name}`,
        url: address + page,
        script: scripts.different(page),
        connections: 16,
      })
      const writes = await startWrites(environment)
      stops.push(() => writes.child.kill('SIGKILL'))
      targets.push({ name: `durable writes, ${name}`, url: `${writes.address}/votes`, script: scripts.votes, connections: 64 })
      if (stops.length === 2) stops.push(await addNginx(address, targets))
    }
    await run(targets)
  } finally {
    for (const stop of stops) stop()
    await postgres?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const databases = (postgres: PostgresServer | null): Array<[string, Record<string, string>]> => [
  ['embedded', { DATA_DIR: path.join(folder, 'data'), DATABASE_URL: '' }],
  ...(postgres === null
    ? []
    : ([['PostgreSQL', { DATA_DIR: path.join(folder, 'postgres'), DATABASE_URL: postgres.url }]] as Array<
        [string, Record<string, string>]
      >)),
]

async function fill(environment: Record<string, string>): Promise<void> {
  const { record, close } = await openRooms(readConfiguration(environment), false)
  const { folder: city } = readCityFolder(readFolder(fileURLToPath(programFile('demo/almaty'))))
  await importCity(city!, record, () => {})
  await close()
}

/** The built program, as it runs everywhere. */
async function startSite(environment: Record<string, string>): Promise<{ address: string; child: ChildProcess }> {
  const program = fileURLToPath(programFile('dist/main.js'))
  const child = spawn(process.execPath, [program, 'serve', '--json'], {
    env: { ...process.env, MODE: 'demo', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 2],
  })
  const { address } = JSON.parse(await firstLine(child)) as { address: string }
  return { address: address.replace(/\/$/, ''), child }
}

/** This file once more, as a process that takes votes. */
async function startWrites(environment: Record<string, string>): Promise<{ address: string; child: ChildProcess }> {
  const own = { ...environment, DATA_DIR: `${environment['DATA_DIR']}-votes` } // on PostgreSQL beside the tables of the site
  const command = ['--import', 'tsx', fileURLToPath(import.meta.url)]
  const child = spawn(process.execPath, command, {
    env: { ...process.env, LOAD_WRITES: JSON.stringify(own) },
    stdio: ['ignore', 'pipe', 2],
  })
  return { address: await firstLine(child), child }
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)))
  })

interface Vote {
  item: number
  person: string
  key: string
  choice: number
}

/**
 * One vote of a person on a statement, over the whole way: guards, form, session by its cookie, form key, one row, synced before it is
 * answered.
 */
async function serveWrites(settings: string): Promise<void> {
  fs.rmSync(folder, { recursive: true }) // that of the measuring process is another
  const environment = JSON.parse(settings) as Record<string, string>
  const { db, pool } = await openDatabase<Schema>({
    url: environment['DATABASE_URL'] || undefined,
    directory: environment['DATA_DIR'] ?? null,
  })
  await migrate(pool, readMigrations())
  await pool.query(
    'create table vote (item int not null, person uuid not null, key text not null, choice int not null, primary key (item, person))',
  )
  const record = people(db)
  await addVoters(record)
  const add = groupCommit<Vote, void>(async (votes) => {
    await sql`insert into vote select * from json_to_recordset(${JSON.stringify(votes)}::json) as v (item int, person uuid, key text, choice int)
      on conflict do nothing`.execute(db)
    return votes.map(() => undefined)
  })
  const app = new Hono()
    .use(secureHeaders())
    .use(csrf())
    .use(bodyLimit({ maxSize: 64 * 1024 }))
  app.post('/votes', async (c) => {
    const viewer = await findViewer(getCookie(c, 'session') ?? '', { record, now: new Date() })
    if (viewer === null) return c.text('Sign in first.\n', 401)
    const form = new URLSearchParams(await c.req.text())
    const [item, choice] = [Number(form.get('item')), Number(form.get('choice'))]
    await add({ item, person: viewer.personId, key: form.get('formKey') ?? '', choice })
    return c.text('stored\n')
  })
  const { port } = await startServer(app, { port: 0, host: '127.0.0.1' })
  process.stdout.write(`http://127.0.0.1:${port}\n`)
}

/** Signed-in people whose tokens wrk sends; each votes on millions of items, so that every vote is a row. */
async function addVoters(record: ReturnType<typeof people>): Promise<void> {
  const at = new Date()
  for (let voter = 0; voter < voters; voter++) {
    const [id, session] = [randomUUID(), randomUUID()]
    const { id: personId } = await record.addPerson({ id, email: `${id}@example.kz`, name: `${voter}`, language: 'kk', createdAt: at })
    const of = { personId, at, secondFactor: false, method: 'code' as const, device: '' }
    await record.addSession({ id: session, token: `voter-${voter}`, ...of })
  }
}

/** What wrk sends, in its own language. Each thread has a part of the numbers to itself. */
const scripts = {
  packed: script('packed', `wrk.headers["Accept-Encoding"] = "gzip"`),
  different: (address: string): string =>
    script(
      'different',
      `math.randomseed(os.time()); local from = math.random(1, 1e9); local n = 0
       request = function() n = n + 1; return wrk.format("GET", "${address}?n=" .. from .. "." .. n) end`,
    ),
  votes: script(
    'votes',
    `local threads = 0
     function setup(thread) threads = threads + 1; thread:set("id", threads) end
     function init() math.randomseed(os.time() + id); from = math.random(1, 1e9); n = 0 end
     request = function()
       n = n + 1
       return wrk.format("POST", nil, {
         ["content-type"] = "application/x-www-form-urlencoded", ["sec-fetch-site"] = "same-origin",
         cookie = string.format("session=voter-%d", n % ${voters}) },
         string.format("item=%d&choice=1&formKey=%d-%d", (from + n) % 2000000000, from, n))
     end`,
  ),
}

function script(name: string, text: string): string {
  const file = path.join(folder, `${name}.lua`)
  fs.writeFileSync(file, text)
  return file
}

/** nginx on this machine, with the same bytes in a file: what there is to be had. */
async function addNginx(address: string, targets: Array<{ name: string; url: string; connections: number }>): Promise<() => void> {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })
  } catch {
    console.log('There is no nginx: no limit to compare with.')
    return () => {}
  }
  const port = 18_000 + (process.pid % 1000)
  fs.writeFileSync(path.join(folder, 'page.html'), await (await fetch(address + page)).text())
  fs.chmodSync(folder, 0o755)
  const settings = `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
    events { worker_connections 1024; }
    http { access_log off; types { text/html html; } sendfile on; keepalive_requests 1000000;
      server { listen 127.0.0.1:${port}; root ${folder}; } }`
  fs.writeFileSync(path.join(folder, 'nginx.conf'), settings)
  const nginx = spawn('nginx', ['-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'nginx.log')], { stdio: 'inherit' })
  targets.push({ name: 'the same bytes from nginx', url: `http://127.0.0.1:${port}/page.html`, connections: 64 })
  return () => nginx.kill('SIGTERM')
}

async function run(targets: ReadonlyArray<{ name: string; url: string; script?: string; connections: number }>): Promise<void> {
  const found = new Map<string, string[]>()
  for (let round = 0; round <= rounds; round++) {
    for (const { name, url, script: lua, connections } of targets) {
      const command = [
        '-t1',
        `-c${connections}`,
        `-d${round === 0 ? 2 : seconds}s`,
        '--latency',
        ...(lua === undefined ? [] : ['-s', lua]),
        url,
      ]
      const said = execFileSync('wrk', command, { encoding: 'utf8' })
      const [, perSecond = '?'] = /Requests\/sec:\s+([\d.]+)/.exec(said) ?? []
      const [, p99 = '?'] = /99%\s+(\S+)/.exec(said) ?? []
      const wrong = /Non-2xx[^\n]*|Socket errors[^\n]*/.exec(said)?.[0]
      // The first round is to get warm.
      if (round > 0)
        found.set(name, [
          ...(found.get(name) ?? []),
          `${Math.round(Number(perSecond))}/s p99 ${p99}${wrong === undefined ? '' : ` (${wrong})`}`,
        ])
    }
  }
  for (const [name, list] of found) console.log(`${name.padEnd(44)} ${list.join('   ')}`)
}

if (process.env['LOAD_WRITES'] === undefined) await measure()
else await serveWrites(process.env['LOAD_WRITES'])
