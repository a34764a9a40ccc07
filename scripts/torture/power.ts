import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report, Share } from './power-child.ts'
import { programOf, QUICK_START } from './program.ts'
import { recordWorkload } from './record.ts'

export interface PowerOptions {
  /** Distinct states to check. */
  states: number
  seed: number
  workers: number
  /** Where the trace and the results are kept: a run that was stopped goes on from there. */
  folder: string
  /** Share of the long workload. */
  size: number
}

/** What came of one state; kept as a line of `results.jsonl`. */
interface Result {
  key: string
  at: number
  model: string
  kept: string | number
  acknowledged: number
  verdict: 'clean' | 'lost' | 'corrupt'
  message?: string
}

export interface PowerTotals {
  cases: number
  lost: number
  corrupt: number
  /** The same with a layer that syncs nothing: most must fail, or the explorer sees nothing. */
  control: { cases: number; lost: number; corrupt: number }
}

/** A state that takes longer hangs. Loaded machines are slow. */
const LONGEST_CHECK_MS = 120_000

const CONTROL_STATES = 3

/** A run of fewer takes them from all over the trace and not from its beginning. */
const FEW_STATES = 1000
const EVERY_POINT = 1e9

/** Records a workload, then opens what power failures may leave of it, until `states` different ones were looked at. */
export async function explorePowerFailures(options: PowerOptions, tell: (line: string) => void): Promise<PowerTotals> {
  const { folder, states } = options
  const trace = recordWorkload(folder, options.size)
  const controlFile = path.join(folder, 'control.jsonl')
  const file = path.join(folder, `results-${options.seed}.jsonl`)
  const before = Date.now()
  const already = readResults(file).length
  const progress = (count: number): void => {
    if (count % 100 === 0)
      tell(`${count} of ${states} states, ${((count - already) / ((Date.now() - before) / 1000)).toFixed(2)} a second, ${summary(file)}`)
  }
  const explore = (round: Round['round'], most: number): Promise<void> =>
    exploreRound({ ...options, trace, file, round, withoutSync: false }, most, progress, states)
  const control =
    readResults(controlFile).length === 0
      ? exploreRound({ ...options, trace, file: controlFile, round: 1, withoutSync: true, workers: 1 }, CONTROL_STATES, () => {})
      : null
  if (states < FEW_STATES) await explore('mixed', 2 * states)
  for (let round = 0, empty = 0; readResults(file).length < states && empty < 5; round++) {
    const had = readResults(file).length
    await explore(round, EVERY_POINT)
    empty = readResults(file).length === had ? empty + 1 : 0
  }
  await control
  return { ...count(readResults(file)), control: count(readResults(controlFile)) }
}

/** States in which a check took too long, once. */
const hung = new Set<string>()

interface Round extends PowerOptions {
  trace: string
  file: string
  round: number | 'mixed'
  withoutSync: boolean
}

async function exploreRound(round: Round, most: number, progress: (count: number) => void, states = Infinity): Promise<void> {
  let total = readResults(round.file).length
  const keep = (result: Result): boolean => {
    fs.appendFileSync(round.file, `${JSON.stringify(result)}\n`)
    progress(++total)
    return total < states
  }
  await Promise.all(
    Array.from({ length: round.workers }, async (_, worker) => {
      while ((await exploreShare(round, worker, most, keep)) === 'again') if (total >= states) return
    }),
  )
}

/** Runs one child until its share is done, or tells that another must go on: after much memory, or a state that ended it. */
function exploreShare(round: Round, worker: number, most: number, keep: (result: Result) => boolean): Promise<'done' | 'again'> {
  const directory = fs.mkdtempSync(path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'bagdar-power-'))
  const child = fork(fileURLToPath(programOf('power-child')), [], {
    execArgv: round.states < FEW_STATES ? [QUICK_START] : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const { trace, seed, workers, withoutSync } = round
  const done = readResults(round.file).map(({ key }) => key)
  child.send({
    trace,
    directory: path.join(directory, 'data'),
    seed,
    workers,
    worker,
    round: round.round,
    withoutSync,
    done,
    most,
  } satisfies Share)
  let current: Extract<Report, { kind: 'begin' }> | null = null
  let [complaints, isEnough] = ['', false]
  const settle = (verdict: Result['verdict'], message?: string): void => {
    if (current === null) return
    const { key, point, acknowledged } = current
    current = null
    isEnough = !keep({ key, ...point, acknowledged, verdict, ...(message === undefined ? {} : { message }) })
    if (isEnough) child.kill('SIGKILL')
  }
  child.stderr!.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2000)))
  const clock = watch(child)
  child.on('message', (report: Report) => {
    clock.restart()
    if (report.kind === 'begin') current = report
    else if (report.kind === 'failed') settle('corrupt', report.message)
    else if (current !== null) settle(...judge(report.steps, current))
  })
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => {
      clock.stop()
      const hadBegun = current !== null
      if (signal === 'SIGKILL' && !isEnough && current !== null && !hung.has(current.key)) {
        hung.add(current.key) // perhaps the machine was busy or asleep: once more
        current = null
      }
      if (!isEnough) settle('corrupt', `the process ended: ${code ?? signal} ${complaints}`)
      fs.rmSync(directory, { recursive: true, force: true })
      if (!isEnough && !hadBegun && code !== 0 && code !== 79 && signal !== 'SIGKILL')
        throw new Error(`The checking process failed: ${complaints}`)
      resolve(isEnough || code === 0 ? 'done' : 'again')
    }),
  )
}

/** Everything acknowledged and at most the one step after it, whole. */
function judge(steps: readonly number[], { acknowledged, isInstalled }: Extract<Report, { kind: 'begin' }>): [Result['verdict'], string?] {
  if (steps.includes(acknowledged) || steps.includes(acknowledged + 1)) return ['clean']
  if (!isInstalled) return ['lost', 'no database']
  return steps.some((step) => step < acknowledged)
    ? ['lost', `holds step ${steps.join(', ')}`]
    : ['corrupt', `holds no state that there ever was ${steps.join(', ')}`]
}

function watch(child: ChildProcess): { restart(): void; stop(): void } {
  const begin = (): NodeJS.Timeout => setTimeout(() => child.kill('SIGKILL'), LONGEST_CHECK_MS)
  let timer = begin()
  return {
    restart() {
      clearTimeout(timer)
      timer = begin()
    },
    stop: () => clearTimeout(timer),
  }
}

const readResults = (file: string): Result[] =>
  fs.existsSync(file)
    ? fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line) => JSON.parse(line) as Result)
    : []

const count = (results: readonly Result[]): { cases: number; lost: number; corrupt: number } => ({
  cases: results.length,
  lost: results.filter(({ verdict }) => verdict === 'lost').length,
  corrupt: results.filter(({ verdict }) => verdict === 'corrupt').length,
})

const summary = (file: string): string => {
  const { lost, corrupt } = count(readResults(file))
  return `${lost} lost, ${corrupt} corrupt`
}
