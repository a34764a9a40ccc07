import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { holdOut } from '../src/books/discussion/opinion-groups/hold-out.ts'
import { opinionGroups } from '../src/books/discussion/opinion-groups/opinion-groups.ts'
import { placeOf } from '../src/books/discussion/opinion-groups/place-of.ts'
import { voteTableOfColumns, type Choice, type VoteTable } from '../src/books/discussion/opinion-groups/vote-table.ts'
import { adjustedRandIndex } from '../src/kernel/adjusted-rand-index.ts'
import { conversations, hasConversations, readConversation } from '../test/support/polis-conversations.ts'
import { machine, seeded } from './harness.ts'

/**
 * Opinion groups: processor time of the whole map, ours in both modes beside a tuned Python (sparse matrix, ARPACK, scikit-learn), in
 * alternation; a new vote of one's own; agreement and hold-out accuracy; and a made conversation of 100,000 × 1,000 with its memory.
 *
 *     npx tsx bench/opinion-groups.ts           real conversations
 *     npx tsx bench/opinion-groups.ts large     the made one, each step in a process of its own
 *
 * Needs Debian's python3-scipy and python3-sklearn; without them the Python columns stay empty.
 */
const self = fileURLToPath(import.meta.url)
const python = { program: '/usr/bin/python3', script: path.join(import.meta.dirname, 'opinion-groups-scipy.py') }
const rounds = 3
const runsPerRound = 7

interface Timed<T> {
  ms: number[]
  result: T
}

function cpuOf<T>(work: () => T, runs: number): Timed<T> {
  let result = work()
  const ms: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    result = work()
    const { user, system } = process.cpuUsage(before)
    ms.push((user + system) / 1000)
  }
  return { ms, result }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
const said = (values: readonly number[]): string => `${median(values).toFixed(1)} (least ${Math.min(...values).toFixed(1)})`

/** Rows, columns and choices as plain binary files, which both languages read at once. */
function writeTable(folder: string, { participants, statements, rowStart, statementOf, choice, removed }: VoteTable): void {
  fs.mkdirSync(folder, { recursive: true })
  for (const [name, array] of Object.entries({ rowStart, statementOf, choice }))
    fs.writeFileSync(path.join(folder, `${name}.bin`), new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  fs.writeFileSync(path.join(folder, 'table.json'), JSON.stringify({ participants, statements, removed: [...removed] }))
}

function readTable(folder: string): VoteTable {
  const { participants, statements, removed } = JSON.parse(fs.readFileSync(path.join(folder, 'table.json'), 'utf8')) as {
    participants: number
    statements: number
    removed: number[]
  }
  const bytes = (name: string) => new Uint8Array(fs.readFileSync(path.join(folder, `${name}.bin`))).buffer
  return {
    ...{ participants, statements, removed: new Set(removed) },
    rowStart: new Int32Array(bytes('rowStart')),
    statementOf: new Int32Array(bytes('statementOf')),
    choice: new Int8Array(bytes('choice')),
  }
}

interface PythonTimes {
  k: number
  ms: number[]
  peakMB: number
  groupOf: string
}

function runPython(folder: string, runs: number): PythonTimes | null {
  try {
    const environment = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
    return JSON.parse(
      execFileSync(python.program, [python.script, folder, String(runs)], { encoding: 'utf8', env: environment, maxBuffer: 2 ** 28 }),
    ) as PythonTimes
  } catch (error) {
    console.log(`No Python: ${(error as Error).message.split('\n')[0]}`)
    return null
  }
}

function realConversations(): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-bench-'))
  for (const { name } of conversations) {
    const { votes, publishedGroupOf } = readConversation(name)
    writeTable(folder, votes)
    const times = { bagdar: [] as number[], polis: [] as number[], withStability: [] as number[], python: [] as number[] }
    let alike = NaN
    for (let round = 0; round < rounds; round++) {
      times.bagdar.push(...cpuOf(() => opinionGroups(votes, { draws: 0 }), runsPerRound).ms)
      const { ms, result } = cpuOf(() => opinionGroups(votes, { mode: 'polis', draws: 0 }), runsPerRound)
      times.polis.push(...ms)
      times.withStability.push(...cpuOf(() => opinionGroups(votes), 1).ms)
      const tuned = runPython(folder, runsPerRound)
      times.python.push(...(tuned?.ms ?? []))
      if (tuned !== null) alike = adjustedRandIndex(result.groupOf, tuned.groupOf.split(' ').map(Number))
    }
    console.log(`\n${name}: ${votes.participants} × ${votes.statements}, ${votes.choice.length} votes. Processor ms, median (least):`)
    console.log(`  bagdar ${said(times.bagdar)}, with 20 draws for stability ${said(times.withStability)}`)
    console.log(`  polis ${said(times.polis)}; tuned Python, method of Polis ${said(times.python)}, groups alike ${alike.toFixed(3)}`)

    const polis = opinionGroups(votes, { mode: 'polis', draws: 0 })
    const published = publishedGroupOf === null ? NaN : adjustedRandIndex(publishedGroupOf, polis.groupOf)
    const [own, theirs] = [holdOut(votes, 'bagdar', 5)!, holdOut(votes, 'polis', 5)!]
    console.log(`  polis against the published groups: ${published.toFixed(3)}`)
    console.log(
      `  hidden votes guessed: bagdar ${own.accuracy.toFixed(4)}, polis ${theirs.accuracy.toFixed(4)}, means ${own.accuracyOfMeans.toFixed(4)}`,
    )
    ownVote(votes)
  }
  fs.rmSync(folder, { recursive: true })
}

/** Microseconds until a voter's own place and group are known again. */
function ownVote(votes: VoteTable): void {
  const map = opinionGroups(votes, { draws: 0 })
  const row = Array.from({ length: votes.participants }, (_, one) => one).toSorted(
    (a, b) => votes.rowStart[b + 1]! - votes.rowStart[b]! - (votes.rowStart[a + 1]! - votes.rowStart[a]!),
  )[votes.participants >> 3]!
  const own = Array.from({ length: votes.rowStart[row + 1]! - votes.rowStart[row]! }, (_, at) => ({
    statement: votes.statementOf[votes.rowStart[row]! + at]!,
    choice: votes.choice[votes.rowStart[row]! + at]! as Choice,
  }))
  const { ms } = cpuOf(() => {
    for (let time = 0; time < 1000; time++) placeOf(map, own)
  }, 5)
  console.log(`  own place and group of somebody with ${own.length} votes: ${median(ms).toFixed(1)} µs`)
}

/** 100,000 people of three groups on 1,000 statements, some five million votes, one in twelve a pass by chance. */
function madeTable(): VoteTable {
  const [participants, statements] = [100_000, 1000]
  const random = seeded(2026)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const asked = Array.from({ length: statements }, () => [0.7 * normal(), normal(), normal()] as const)
  const capacity = 5_600_000
  const columns = { participantOf: new Int32Array(capacity), statementOf: new Int32Array(capacity), choice: new Int8Array(capacity) }
  let count = 0
  for (let participant = 0; participant < participants; participant++) {
    const angle = (2 * Math.PI * Math.floor(3 * random())) / 3
    const [x, y] = [1.2 * Math.cos(angle) + 0.5 * normal(), 1.2 * Math.sin(angle) + 0.5 * normal()]
    const wanted = Math.min(600, 10 - 43 * Math.log(1 - random()))
    for (const [statement, [popular, first, second]] of asked.entries()) {
      if (random() * statements > wanted || count === capacity) continue
      columns.participantOf[count] = participant
      columns.statementOf[count] = statement
      columns.choice[count++] = random() < 0.08 ? 0 : random() < 1 / (1 + Math.exp(-popular - x * first - y * second)) ? 1 : -1
    }
  }
  const cut = <T extends Int32Array | Int8Array>(array: T): T => array.subarray(0, count) as T
  const own = { participantOf: cut(columns.participantOf), statementOf: cut(columns.statementOf), choice: cut(columns.choice) }
  return voteTableOfColumns(own, participants, statements, new Set())
}

/** One mode in a process of its own: the memory is its peak, the first run the cold one. */
function largeInProcess(folder: string, mode: 'bagdar' | 'polis'): void {
  const votes = readTable(folder)
  const cold = process.cpuUsage()
  const { ms, result } = cpuOf(() => opinionGroups(votes, { mode, draws: 0 }), 5)
  const { user, system } = process.cpuUsage(cold)
  const first = (user + system) / 1000 - ms.reduce((sum, one) => sum + one, 0)
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    `  ${mode}: first ${first.toFixed(0)} ms, then ${said(ms)} ms; k ${result.k} (${result.groups.map((one) => one.size).join(', ')}); peak ${peak.toFixed(0)} MB`,
  )
  ownVote(votes)
}

function large(): void {
  const folder = path.join(os.tmpdir(), 'bagdar-bench-large')
  if (!fs.existsSync(folder)) execFileSync(process.execPath, ['--import', 'tsx', self, 'make', folder], { stdio: 'inherit' })
  const { participants, statements, choice } = readTable(folder)
  console.log(`\nMade: ${participants} × ${statements}, ${choice.length} votes. Processor time:`)
  for (const mode of ['bagdar', 'polis']) execFileSync(process.execPath, ['--import', 'tsx', self, mode, folder], { stdio: 'inherit' })
  const tuned = runPython(folder, 3)
  if (tuned !== null) console.log(`  tuned Python: ${said(tuned.ms)} ms; k ${tuned.k}; peak ${tuned.peakMB.toFixed(0)} MB`)
}

const [what = 'real', folder = ''] = process.argv.slice(2)
if (what === 'make') writeTable(folder, madeTable())
else if (what === 'bagdar' || what === 'polis') largeInProcess(folder, what)
else {
  console.log(machine())
  if (what === 'large') large()
  else if (hasConversations) realConversations()
  else console.log('The shared data are not here.')
}
