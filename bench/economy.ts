import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { economyModel } from '../src/books/economy/model/economy-model.ts'
import { extractSectors } from '../src/books/economy/model/extraction.ts'
import type { InputOutputTable } from '../src/books/economy/input-output-table.ts'
import type { CityEconomy } from '../src/books/economy/note/city-economy.ts'
import { twinNote } from '../src/books/economy/note/twin-note.ts'
import { ProductiveSystem } from '../src/kernel/matrix/productive-system.ts'
import { stream } from '../src/kernel/random.ts'
import { hasEconomyData, wiod2011 } from '../test/support/economy-tables.ts'
import { machine } from './harness.ts'

/**
 * Processor time of the economy: one demand shock, many right-hand sides, extraction of every sector, a twin-city note; beside numpy
 * with OpenBLAS on one thread, in turns. Needs /usr/bin/python3 with numpy for the comparison.
 *
 *     npx tsx bench/economy.ts            all
 *     npx tsx bench/economy.ts 2205 5000  of the shocks, these sizes only
 */
const only = process.argv.slice(2).map(Number)
console.log(machine())
const numpy = startNumpy()
for (const { n, runs, goal } of [
  { n: 2205, runs: 15, goal: 0.03 },
  { n: 5000, runs: 7, goal: 0.25 },
  { n: 9800, runs: 3, goal: 0.9 },
])
  if (only.length === 0 || only.includes(n)) await shock(n, runs, goal)
await manyRightHandSides(2205, 7)
if (hasEconomyData) extraction()
note()
numpy.close()

/** Seconds of processor time, of all threads of this process. */
function cpuOf<T>(work: () => T): { seconds: number; result: T } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, result }
}

async function shock(n: number, runs: number, goal: number): Promise<void> {
  const opened = cpuOf(() => randomSystem(n))
  const f = new Float64Array(n).map((_, i) => 1 + (i % 7))
  let residual = 0
  const [ours, theirs] = await inTurns(
    runs,
    () => cpuOf(() => (residual = opened.result.solve(f).residual)).seconds,
    () => numpy.ask('solve', n),
  )
  console.log(
    `one shock, n = ${n}: ${best(ours)} s (goal ${goal}), residual ${residual.toExponential(1)}; numpy ${best(theirs)} s; ratio ${ratio(ours, theirs)}`,
  )
  console.log(`  opening the system, coefficients written and checked: ${opened.seconds.toFixed(2)} s`)
}

async function manyRightHandSides(n: number, runs: number): Promise<void> {
  const random = stream(3, 0).uniform
  const F = new Float64Array(n * 100).map(() => random())
  const [ours, theirs] = await inTurns(
    runs,
    () => {
      const system = randomSystem(n)
      return cpuOf(() => system.solveMany(F, 100)).seconds
    },
    () => numpy.ask('solve100', n),
  )
  console.log(
    `factors and 100 right-hand sides, n = ${n}: ${best(ours)} s; numpy ${best(theirs)} s; ratio ${ratio(ours, theirs)} (goal 3.5)`,
  )
}

function extraction(): void {
  const table = wiod2011()
  const times = Array.from({ length: 5 }, () => {
    const model = economyModel(table)
    return cpuOf(() => extractSectors(model)).seconds
  })
  const model = economyModel(table)
  const { complete } = extractSectors(model)
  const total = model.x.reduce((sum, one) => sum + one, 0)
  const sample = Array.from({ length: 12 }, (_, k) => 57 + 113 * k).filter((j) => model.x[j] !== 0)
  const direct = cpuOf(() =>
    sample.map((j) => {
      const without = new ProductiveSystem(model.n, (i, row) => {
        if (i === j) return
        for (let k = 0; k < model.n; k++) row[k] = k === j || model.x[k] === 0 ? 0 : table.Z[i * model.n + k]! / model.x[k]!
      })
      const wanted = total - without.solve(model.f.with(j, 0)).x.reduce((sum, one) => sum + one, 0)
      return Math.abs(complete[j]! / wanted - 1)
    }),
  )
  console.log(
    `extraction, WIOD, 4 × ${model.n} sectors: ${best(times)} s (goal 1), ${sample.length} of them apart from direct solves by ${Math.max(...direct.result).toExponential(1)}`,
  )
}

/** A whole twin-city note: two cities out of two of 63 countries, 2,275 sectors when they are taken out, by nine methods. */
function note(): void {
  const table = randomTable(63, 35)
  const random = stream(9, 0).uniform
  const made = { source: { en: 'made' } }
  const city = (code: string, country: string): CityEconomy => ({
    ...{ code, name: { en: code }, country, countryName: { en: country }, invented: true, askedBy: [] },
    output: { ...made, shares: Object.fromEntries(table.sectors.map((sector) => [sector.code, 0.05 + 0.4 * random()])) },
    demand: { ...made, share: 0.2 },
    visitors: { ...made, currency: 'USD', spending: { S1: 300, S2: 50 } },
  })
  const [a, b] = [city('a', 'R7'), city('b', 'R40')]
  const loaded = { content: { kind: 'table', table } as const, source: { title: '', licence: '', address: '', sha256: '' }, number: null }
  const times = Array.from({ length: 5 }, () => cpuOf(() => twinNote(a, b, loaded)).seconds)
  const outcome = twinNote(a, b, loaded)
  const computed = outcome.ok ? outcome.value.parts.filter(({ status }) => status !== 'missing').length : 0
  console.log(`twin-city note, 63 × 35 sectors and two cities, 9 methods: ${best(times)} s (goal 5), ${computed} parts`)
}

/** Columns of A add to between 0.3 and 0.7; most cells are small. */
function randomSystem(n: number): ProductiveSystem {
  const random = stream(n, 0).uniform
  const columns = new Float64Array(n).map(() => ((0.3 + 0.4 * random()) * 9) / n)
  return new ProductiveSystem(n, (_, row) => {
    for (let j = 0; j < n; j++) row[j] = random() ** 8 * columns[j]!
  })
}

function randomTable(regionCount: number, sectorCount: number): InputOutputTable {
  const random = stream(1, 0).uniform
  const n = regionCount * sectorCount
  const regions = Array.from({ length: regionCount }, (_, r) => ({ code: `R${r}`, name: `R${r}` }))
  const sectors = Array.from({ length: sectorCount }, (_, s) => ({ code: `S${s}`, name: `S${s}` }))
  const Z = new Float64Array(n * n).map(() => random() ** 8)
  const Y = new Float64Array(n * regionCount).map(() => 4 * random())
  const x = new Float64Array(n)
  const finalDemand = regions.map(({ code }) => ({ region: code, category: 'final' }))
  return { name: 'invented', year: 2026, unit: 'million USD', regions, sectors, Z, Y, finalDemand, x, extensions: [] }
}

async function inTurns(runs: number, ours: () => number, theirs: () => Promise<number>): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []]
  for (let run = 0; run <= runs; run++) {
    const pair = [ours(), await theirs()] as const
    if (run > 0) pair.forEach((seconds, k) => times[k]!.push(seconds))
  }
  return times
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

function best(times: readonly number[]): string {
  return `${Math.min(...times).toFixed(3)} (median ${median(times).toFixed(3)})`
}

function ratio(ours: readonly number[], theirs: readonly number[]): string {
  return `${(Math.min(...ours) / Math.min(...theirs)).toFixed(2)} of the least, ${(median(ours) / median(theirs)).toFixed(2)} of the medians`
}

function startNumpy(): { ask(task: string, n: number): Promise<number>; close(): void } {
  const child = spawn('/usr/bin/python3', [path.join(import.meta.dirname, 'economy-numpy.py')], {
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async ask(task, n) {
      child.stdin.write(`${task} ${n}\n`)
      const answer = await answers.next()
      return answer.done === true ? NaN : Number(answer.value)
    },
    close: () => child.stdin.end(),
  }
}
