import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importCity } from '../src/actions/import-city.ts'
import { readConfiguration } from '../src/configuration.ts'
import { readCityFolder } from '../src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '../src/formats/city-folder/read-folder.ts'
import { openRooms, programFile } from '../src/open-rooms.ts'
import { hasPostgres, startOwnPostgres, type PostgresServer } from '../test/support/postgres-server.ts'
import { machine } from './harness.ts'
import { addVoters, processorSeconds, voteScript } from './votes.ts'

/**
 * What one process carries, measured with wrk beside it: a kept page (and nginx with the same bytes, as the limit of the machine), an
 * indicator page that is made each time, and votes over the whole way, each synced before it is answered. On both databases, in alternating rounds.
 *
 * Arguments: seconds of a round (5), rounds (3), what the name of a target has to hold (everything). Needs wrk; nginx and PostgreSQL where they are.
 */
const [seconds = 5, rounds = 3] = process.argv.slice(2, 4).map(Number)
const only = process.argv[4] ?? ''
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-load-'))
const page = '/ru/almaty/indicators/11.6.2'

async function measure(): Promise<void> {
  console.log(machine())
  const postgres = hasPostgres() ? await startOwnPostgres({ durable: true }) : null
  if (postgres === null) console.log('There is no PostgreSQL: the embedded database only.')
  const stops: Array<() => void> = []
  process.on('exit', () => stops.forEach((stop) => stop()))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void postgres?.stop().finally(() => process.exit(1)))
  try {
    const targets: Array<{ name: string; url: string; script?: string; connections: number; child?: ChildProcess }> = []
    for (const [name, environment] of databases(postgres)) {
      const consultation = await fill(environment)
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
      const vote = `${address}/ru/almaty/discussion/${consultation}/vote`
      targets.push({ name: `durable votes, ${name}`, url: vote, script: scripts.votes(address), connections: 256, child })
      if (stops.length === 1) stops.push(await addNginx(address, targets))
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

/** Almaty, and a consultation with voters; returns the number of the consultation. */
async function fill(environment: Record<string, string>): Promise<number> {
  const rooms = await openRooms(readConfiguration(environment), false)
  const { record, close } = rooms
  const { folder: city } = readCityFolder(readFolder(fileURLToPath(programFile('demo/almaty'))))
  await importCity(city!, record, () => {})
  const consultation = await addVoters(rooms, 'almaty')
  await close()
  return consultation
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

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)))
  })

/** What wrk sends, in its own language. Each thread has a part of the numbers to itself. */
const scripts = {
  packed: script('packed', `wrk.headers["Accept-Encoding"] = "gzip"`),
  different: (address: string): string =>
    script(
      'different',
      `math.randomseed(os.time()); local from = math.random(1, 1e9); local n = 0
       request = function() n = n + 1; return wrk.format("GET", "${address}?n=" .. from .. "." .. n) end`,
    ),
  // Each site takes forms from its own pages alone: a script for each.
  votes: (address: string): string => script(`votes-${new URL(address).port}`, voteScript(address)),
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

async function run(
  targets: ReadonlyArray<{ name: string; url: string; script?: string; connections: number; child?: ChildProcess }>,
): Promise<void> {
  const found = new Map<string, string[]>()
  for (let round = 0; round <= rounds; round++) {
    for (const { name, url, script: lua, connections, child } of targets.filter((one) => one.name.includes(only))) {
      const command = [
        '-t1',
        `-c${connections}`,
        `-d${round === 0 ? 2 : seconds}s`,
        '--latency',
        ...(lua === undefined ? [] : ['-s', lua]),
        url,
      ]
      const before = child?.pid === undefined ? 0 : processorSeconds(child.pid)
      const said = execFileSync('wrk', command, { encoding: 'utf8' })
      const [, perSecond = '?'] = /Requests\/sec:\s+([\d.]+)/.exec(said) ?? []
      const [, p99 = '?'] = /99%\s+(\S+)/.exec(said) ?? []
      const [, requests = '0'] = /(\d+) requests in/.exec(said) ?? []
      const spent =
        child?.pid === undefined ? '' : ` ${Math.round(((processorSeconds(child.pid) - before) * 1e6) / Number(requests))} µs processor`
      const wrong = /Non-2xx[^\n]*|Socket errors[^\n]*/.exec(said)?.[0]
      // The first round is to get warm.
      if (round > 0)
        found.set(name, [
          ...(found.get(name) ?? []),
          `${Math.round(Number(perSecond))}/s p99 ${p99}${spent}${wrong === undefined ? '' : ` (${wrong})`}`,
        ])
    }
  }
  for (const [name, list] of found) console.log(`${name.padEnd(44)} ${list.join('   ')}`)
}

await measure()
