import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { seeded } from '../../bench/harness.ts'
import { killNow, runCommand, startProgram, startServer, type Environment, type Server } from './killed-server.ts'

export interface KillOptions {
  rounds: number
  seed: number
  /** Where the data and what was acknowledged are kept: a run that was stopped goes on from there. */
  folder: string
  /** Also kill the first start of an empty directory, which takes long: migrations and demonstration cities. */
  firstStarts: boolean
}

export interface KillTotals {
  cases: number
  lost: number
  corrupt: number
  reports: number
  imports: number
  firstStarts: number
}

/** What the server or a command said is safe. */
interface Promised extends KillTotals {
  /** Text by number of the report. */
  texts: Record<string, string>
  /** Numbers of published releases, with a page each. */
  releases: number[]
}

type Scene = 'reports' | 'import' | 'killed import' | 'both' | 'start'
const SCENES: Scene[] = ['reports', 'both', 'start', 'import', 'killed import']
const CLIENTS = 6
const FIRST_START_EVERY = 25
const LONGEST_WAIT_MS = 20_000

/** Kills the real server again and again while it is written to, and looks each time whether everything promised is there. */
export async function killAndLook({ rounds, seed, folder, firstStarts }: KillOptions, tell: (line: string) => void): Promise<KillTotals> {
  const data = path.join(folder, 'data')
  const environment = environmentOf(data)
  const keptIn = path.join(folder, 'promised.json')
  const promised = fs.existsSync(keptIn) ? (JSON.parse(fs.readFileSync(keptIn, 'utf8')) as Promised) : await prepare(folder, environment)
  const keep = (): void => {
    fs.writeFileSync(`${keptIn}.new`, JSON.stringify(promised))
    fs.renameSync(`${keptIn}.new`, keptIn)
  }
  keep()
  for (let round = promised.cases; round < rounds; round++) {
    const random = seeded(seed * 1_000_003 + round)
    const server = await startServer(environment)
    await look(server, environment, promised, tell)
    await play(SCENES[round % SCENES.length]!, server, environment, promised, random, folder)
    if (firstStarts && round % FIRST_START_EVERY === FIRST_START_EVERY - 1) await killFirstStart(folder, promised, random, tell)
    promised.cases++
    keep()
    if (promised.cases % 10 === 0) tell(`${promised.cases} of ${rounds} kills: ${JSON.stringify(totalsOf(promised))}`)
  }
  const server = await startServer(environment)
  await look(server, environment, promised, tell, true)
  await killNow(server.child)
  keep()
  return totalsOf(promised)
}

const environmentOf = (data: string): Environment => ({
  ...{ DATA_DIR: data, MODE: 'production', PUBLIC_URL: 'http://localhost', SMTP_URL: 'smtp://127.0.0.1:9' },
  TRUSTED_PROXIES: '127.0.0.1',
})

const totalsOf = ({ cases, lost, corrupt, reports, imports, firstStarts }: Promised): KillTotals => ({
  ...{ cases, lost, corrupt, reports, imports, firstStarts },
})

/** A city with a table of its own, for the form and for imports. */
async function prepare(folder: string, environment: Environment): Promise<Promised> {
  fs.mkdirSync(folder, { recursive: true })
  const city = fileURLToPath(new URL('../../demo/ulgiqala', import.meta.url))
  const taken = await runCommand(['import', 'city', city, '--json'], environment)
  if (taken.code !== 0) throw new Error(`The city was not taken in: ${taken.err}`)
  const promised: Promised = { cases: 0, lost: 0, corrupt: 0, reports: 0, imports: 0, firstStarts: 0, texts: {}, releases: [] }
  const release = await importTable(environment, folder, 0)
  if (release === null) throw new Error('The first table was not imported.')
  promised.releases.push(release)
  return promised
}

/** Looks for all that was promised, and lets `bagdar check` look at the rest. */
async function look(
  { address }: Server,
  environment: Environment,
  promised: Promised,
  tell: (line: string) => void,
  whole = false,
): Promise<void> {
  const check = await runCommand(['check', '--city', 'ulgiqala', '--json'], environment)
  if (check.code !== 0) {
    promised.corrupt++
    tell(`bagdar check says: ${check.err}`)
    return
  }
  const { mistakeReports } = JSON.parse(check.out) as { mistakeReports: Array<{ number: number; text: string }> }
  const found = new Map(mistakeReports.map(({ number, text }) => [String(number), text]))
  for (const [number, text] of Object.entries(promised.texts))
    if (found.get(number) !== text) {
      promised.lost++
      tell(`Report ${number} is lost: ${text}`)
    }
  for (const release of whole ? promised.releases : promised.releases.slice(-3)) {
    const page = await fetch(`${address}/en/ulgiqala/releases/${release}`, { headers: FORWARDED })
    if (page.status !== 200) {
      promised.lost++
      tell(`Release ${release} is lost: ${page.status}`)
    }
  }
}

async function play(
  scene: Scene,
  server: Server,
  environment: Environment,
  promised: Promised,
  random: () => number,
  folder: string,
): Promise<void> {
  const until = { stop: false }
  const isImporting = scene === 'import' || scene === 'killed import' || scene === 'both'
  const writing =
    scene === 'reports' || scene === 'both'
      ? Array.from({ length: CLIENTS }, (_, client) => report(server.address, `${promised.cases}.${client}`, promised, until))
      : []
  const importing = isImporting
    ? importTable(environment, folder, promised.cases + 1, scene === 'killed import' ? 50 + random() * 1500 : undefined)
    : Promise.resolve(null)
  if (isImporting) await sleep(300 + random() * 2000)
  if (writing.length > 0) await untilReported(promised, promised.reports + Math.floor(random() * 40))
  until.stop = true
  await killNow(server.child)
  await Promise.all(writing)
  const release = await importing
  if (release !== null) {
    promised.releases.push(release)
    promised.imports++
  }
  if (scene !== 'start') return
  const starting = startProgram(['serve'], environment)
  await sleep(random() * 1200)
  await killNow(starting)
}

/** The kill then falls into the next reports, on a fast machine as on a slow one. */
async function untilReported(promised: Promised, reports: number): Promise<void> {
  for (let waited = 0; promised.reports < reports && waited < LONGEST_WAIT_MS; waited += 5) await sleep(5)
}

/** As a browser behind a proxy that ends TLS. */
const FORWARDED = { 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'http', origin: 'http://localhost' }

/** A reader who reports mistakes one after the other, and keeps what the server said it has. */
async function report(address: string, name: string, promised: Promised, until: { stop: boolean }): Promise<void> {
  for (let number = 0; !until.stop; number++) {
    const text = `қате ${name}.${number}`
    try {
      const page = `${address}/ru/ulgiqala/figures/${await seriesOf(address)}/2023/mistakes`
      const form = await (await fetch(page, { headers: FORWARDED })).text()
      const body = new URLSearchParams({ text })
      for (const [field] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
        const [name = '', value = ''] = ['name', 'value'].map((each) => new RegExp(`${each}="([^"]*)"`).exec(field)?.[1])
        body.set(name, value)
      }
      const answer = await fetch(page, { method: 'POST', body, headers: FORWARDED, redirect: 'manual' })
      const sent = /sent=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]
      if (answer.status !== 303 || sent === undefined) throw new Error(`${answer.status} ${await answer.text()}`)
      promised.texts[sent] = text
      promised.reports++
    } catch (error) {
      if (error instanceof TypeError) return // the server is gone
      if (!until.stop) throw error
    }
  }
}

const addresses = new Map<string, Promise<string>>()

/** The address of a series of the imported table. */
async function seriesOf(address: string): Promise<string> {
  const asked =
    addresses.get(address) ??
    fetch(`${address}/ru/ulgiqala/indicators/8.5.1.1`, { headers: FORWARDED })
      .then((page) => page.text())
      .then(
        (page) => /figures\/([^/"]+)\/2023/.exec(page)?.[1] ?? Promise.reject(new Error(`No figure on the page: ${page.slice(0, 500)}`)),
      )
  addresses.set(address, asked)
  return asked
}

/** Imports a table that is different each time, beside the running server; the number of its release when the command said so. */
async function importTable(environment: Environment, folder: string, number: number, killAfterMs?: number): Promise<number | null> {
  const table = path.join(folder, 'table.csv')
  const years = Array.from({ length: 20 }, (_, year) => `${2005 + year};Үлгіқала;барлығы;${300_000 + number * 10 + year}`)
  fs.writeFileSync(table, `Жыл;Қала;Жынысы;Мәні\n${years.join('\n')}\n`)
  const mapping = fileURLToPath(new URL('../../test/fixtures/tables/wages.yaml', import.meta.url))
  const { code, out } = await runCommand(
    ['import', 'csv', table, '--mapping', mapping, '--city', 'ulgiqala', '--json'],
    environment,
    (child) => killAfterMs !== undefined && setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref(),
  )
  if (code !== 0) return null
  const release = (JSON.parse(out) as { release?: number | { number: number } }).release
  return typeof release === 'number' ? release : (release?.number ?? null)
}

/** Kills the first start of an empty directory twice, in migrations and the demonstration; the third must be whole. */
async function killFirstStart(folder: string, promised: Promised, random: () => number, tell: (line: string) => void): Promise<void> {
  const data = path.join(folder, 'first')
  const environment = { DATA_DIR: data, MODE: 'demo' }
  fs.rmSync(data, { recursive: true, force: true })
  for (let attempt = 0; attempt < 2; attempt++) {
    const starting = startProgram(['serve'], environment)
    await sleep(random() * 8000)
    await killNow(starting)
  }
  const server = await startServer(environment)
  for (const city of ['almaty', 'ulgiqala', 'las-palmas', 'porto-alegre']) {
    const { code, err } = await runCommand(['check', '--city', city, '--json'], environment)
    if (code === 0) continue
    promised.corrupt++
    tell(`After a killed first start, ${city}: ${err}`)
  }
  await killNow(server.child)
  promised.firstStarts++
}
