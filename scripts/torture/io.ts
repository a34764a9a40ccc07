import { fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Database } from '../../src/store/database.ts'
import type { Schema } from '../../src/store/schema.ts'
import { fingerprint, type Query } from './fingerprint.ts'
import { engineProgram, IO_STEPS, type IoCase, type IoOrder, type IoReport, type Outcome } from './io-child.ts'
import { fillDisk, type FullDisk } from './full-disk.ts'
import { programOf, QUICK_START } from './program.ts'
import { lives } from './workload.ts'

export interface IoOptions {
  folder: string
  /** How many cases at most, spread over all; a run that was stopped goes on. */
  most: number
  workers: number
  /** Also fill a real disk, of 160 MB in memory, where mounting it is permitted. */
  withRealDisk: boolean
}

export interface IoTotals {
  cases: number
  lost: number
  corrupt: number
  /** Cases in which the process stopped writing and went on reading. */
  readOnly: number
  /** Milliseconds from the write that met the fault to its error, at worst. */
  slowestStopMs: number
  /** The real server on a real disk that becomes full: clean, what was wrong, or why it was not run. */
  fullDisk: FullDisk
}

/** A case that takes longer hangs. Loaded machines are slow. */
const LONGEST_CASE_MS = 120_000

/** Memory of PostgreSQLs that are closed comes back late: now and then a new process is cheaper. */
const CASES_PER_CHILD = 100

type Result = IoCase & Outcome

/** Lets each operation on the disk fail, in each way, under a workload, and looks what is left. */
export async function failOperations({ folder, most, workers, withRealDisk }: IoOptions, tell: (line: string) => void): Promise<IoTotals> {
  fs.mkdirSync(folder, { recursive: true })
  const keptIn = path.join(folder, 'io.jsonl')
  const { operations, contents } = await prepare(folder)
  const all = worthFailing(operations).flatMap(({ operation, at }) =>
    (['EIO', 'ENOSPC', ...(operation === 'write' ? (['short'] as const) : [])] as const).flatMap((error) =>
      (['once', 'for ever'] as const).map((lasting): IoCase => ({ at, operation, error, lasting })),
    ),
  )
  const chosen = all.length <= most ? all : Array.from({ length: most }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / most)]!)
  const results = readResults(keptIn)
  const done = new Set(results.map(nameOf))
  const waiting = chosen.filter((one) => !done.has(nameOf(one)))
  const hung = new Set<string>()
  const keep = (one: IoCase, outcome: Outcome | 'hung'): void => {
    if (outcome === 'hung' && !hung.has(nameOf(one))) {
      hung.add(nameOf(one)) // perhaps the machine was busy or asleep: once more
      return void waiting.push(one)
    }
    const result = { ...one, ...(outcome === 'hung' ? corrupt('it hung, twice') : outcome) }
    results.push(result)
    fs.appendFileSync(keptIn, `${JSON.stringify(result)}\n`)
    if (result.verdict !== 'clean') tell(JSON.stringify(result))
    if (results.length % 50 === 0) tell(`${results.length} of ${chosen.length} cases: ${JSON.stringify(totalsOf(results))}`)
  }
  const share = Math.min(CASES_PER_CHILD, Math.ceil(waiting.length / workers))
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      const own = path.join(folder, `worker-${worker}`)
      fs.mkdirSync(own, { recursive: true })
      while (waiting.length > 0)
        await runChild({ base: path.join(folder, 'base'), folder: own, contents, cases: waiting.splice(0, share) }, keep, (unseen) =>
          waiting.unshift(...unseen),
        )
    }),
  )
  const fullDisk = withRealDisk ? await fillDisk(folder, tell) : 'not run: in the long form only'
  const isWrong = fullDisk !== 'clean' && !fullDisk.startsWith('not run')
  const totals = totalsOf(results)
  return { ...totals, lost: totals.lost + (isWrong ? 1 : 0), fullDisk }
}

const nameOf = ({ at, error, lasting }: IoCase): string => `${at} ${error} ${lasting}`

const corrupt = (message: string): Outcome => ({ verdict: 'corrupt', message, stoppedAfterMs: null, isReadOnly: false })

const readResults = (file: string): Result[] =>
  fs.existsSync(file)
    ? fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line) => JSON.parse(line) as Result)
    : []

/** Every operation, but of the two thousand writes of zeros that prepare a new segment of the log only the first, one between and the last. */
function worthFailing(heard: readonly string[]): Array<{ operation: string; at: number }> {
  const isZeros = (at: number): boolean => heard[at]?.startsWith('write ') === true && heard[at].includes('xlogtemp')
  const all = heard.map((line, at) => ({ operation: line.split(' ')[0] ?? '', at }))
  return all.filter(({ at }) => !isZeros(at) || !isZeros(at - 1) || !isZeros(at + 1) || at % 1000 === 0)
}

const totalsOf = (results: readonly Result[]): Omit<IoTotals, 'fullDisk'> => ({
  cases: results.length,
  lost: results.filter(({ verdict }) => verdict === 'lost').length,
  corrupt: results.filter(({ verdict }) => verdict === 'corrupt').length,
  readOnly: results.filter(({ isReadOnly }) => isReadOnly).length,
  slowestStopMs: Math.round(Math.max(0, ...results.map(({ stoppedAfterMs }) => stoppedAfterMs ?? 0))),
})

/** A database to begin with, and what a run without faults does to the disk and to the tables. */
async function prepare(folder: string): Promise<{ operations: string[]; contents: string[] }> {
  const keptIn = path.join(folder, 'prepared.json')
  if (fs.existsSync(keptIn)) return JSON.parse(fs.readFileSync(keptIn, 'utf8')) as { operations: string[]; contents: string[] }
  const base = path.join(folder, 'base')
  fs.rmSync(base, { recursive: true, force: true })
  const fresh = await openDatabase<Schema>({ directory: base })
  for (const step of lives(0.02)[0]!) await step.run(fresh)
  await fresh.close()

  const directory = path.join(folder, 'reference')
  const [armed, heard] = [path.join(folder, 'armed'), path.join(folder, 'heard')]
  fs.cpSync(base, directory, { recursive: true })
  fs.writeFileSync(heard, '')
  Object.assign(process.env, { TORTURE_FAULT: JSON.stringify({ whileExists: armed }), TORTURE_HEARD: heard })
  const database = await openDatabase<Schema>({ directory, engineProgram })
  delete process.env['TORTURE_HEARD']
  const contents = [await fingerprint(queryOf(database))]
  fs.writeFileSync(armed, '')
  for (const step of IO_STEPS) {
    await step.run(database)
    contents.push(await fingerprint(queryOf(database)))
  }
  await database.close()
  const operations = fs.readFileSync(heard, 'utf8').trim().split('\n')
  fs.writeFileSync(keptIn, JSON.stringify({ operations, contents }))
  fs.rmSync(directory, { recursive: true })
  return { operations, contents }
}

const queryOf =
  ({ pool }: Database<Schema>): Query =>
  async <Row>(text: string) =>
    (await pool.query(text)).rows as Row[]

/** Runs a child until its cases are done, or one of them ended it; `giveBack` gets those that it has not begun. */
function runChild(
  order: IoOrder,
  keep: (one: IoCase, outcome: Outcome | 'hung') => void,
  giveBack: (cases: IoCase[]) => void,
): Promise<void> {
  const child = fork(fileURLToPath(programOf('io-child')), [], { execArgv: [QUICK_START], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaints = ''
  let [current, begun]: [number | null, number] = [null, 0]
  child.stderr!.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2000)))
  child.send(order)
  const stop = (): void => void child.kill('SIGKILL')
  let timer = setTimeout(stop, LONGEST_CASE_MS)
  child.on('message', (report: IoReport) => {
    clearTimeout(timer)
    timer = setTimeout(stop, LONGEST_CASE_MS)
    current = report.kind === 'begin' ? report.at : null
    begun = report.at + 1
    if (report.kind === 'end') keep(order.cases[report.at]!, report.outcome)
  })
  return new Promise((resolve, reject) =>
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      if (current !== null)
        keep(order.cases[current]!, signal === 'SIGKILL' ? 'hung' : corrupt(`the process ended with ${code}: ${complaints}`))
      else if (code !== 0) return reject(new Error(complaints))
      giveBack(order.cases.slice(begun))
      resolve()
    }),
  )
}
