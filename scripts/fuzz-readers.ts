// Reads thousands of damaged files with the readers of src/formats: each must end in a result or in a FormatError, in time and memory.
// npx tsx scripts/fuzz-readers.ts [reader …] [--cases 3000] [--seed 1]
// A case that fails is repeated by --cases 1 --seed <its seed>. Ends with 1 when there was one.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seeded } from '../bench/harness.ts'
import { FormatError } from '../src/formats/format-error.ts'
import { damaged } from '../test/support/damage.ts'
import { asFile, fuzzTargets } from '../test/support/fuzz-targets.ts'

/** Of one case: seconds until it counts as hanging, and megabytes that it may need beyond what the process had. */
const [mostSeconds, mostMegabytes] = [10, 256]

/** What a child process says of one case. */
interface CaseReport {
  seed: number
  end: 'clean' | 'error' | 'crash'
  /** Of a crash; what the case was given is made again from its seed. */
  what?: string
  megabytes: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    child: { type: 'boolean', default: false },
  },
})
const [cases, firstSeed] = [Number(values.cases), Number(values.seed)]
const targets = await fuzzTargets()
const names = positionals.length > 0 ? positionals : Object.keys(targets)
const unknown = names.filter((name) => !(name in targets))

if (unknown.length > 0 || !(cases > 0) || !Number.isInteger(firstSeed)) {
  console.error(`Readers: ${Object.keys(targets).join(', ')}. Options: --cases 3000 --seed 1`)
  process.exitCode = 2
} else if (values.child) await runCases(names[0] ?? '')
else for (const name of names) if (!(await fuzz(name))) process.exitCode = 1

/** In the child: one case after another, each reported as it ends. */
async function runCases(name: string): Promise<void> {
  const target = targets[name]
  // What is whole must be readable, or nothing is tried out.
  for (let seed = 0; seed < 50; seed++) await target?.read(asFile(target.make(seeded(seed), (bytes) => bytes)))
  for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
    const random = seeded(seed)
    const file = target?.make(random, (bytes) => damaged(bytes, random)) ?? new Uint8Array()
    const before = process.resourceUsage().maxRSS
    const report: CaseReport = { seed, end: 'clean', megabytes: 0 }
    try {
      await target?.read(asFile(file))
    } catch (error) {
      report.end = error instanceof FormatError ? 'error' : 'crash'
      if (report.end === 'crash') report.what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
    report.megabytes = (process.resourceUsage().maxRSS - before) / 1024
    await new Promise((sent) => process.send?.(report, sent))
  }
  process.disconnect()
}

/** Runs all cases of a reader in child processes, a new one after every case that hangs or ends its process; prints what came of them. */
async function fuzz(name: string): Promise<boolean> {
  const counts = { clean: 0, error: 0, crash: 0, hang: 0, memory: 0 }
  let next = firstSeed
  while (next < firstSeed + cases) {
    const reports: CaseReport[] = []
    const end = await child(name, next, (report) => {
      reports.push(report)
      counts[report.end]++
      if (report.end === 'crash') console.log(`${name}, seed ${report.seed}: ${report.what}`)
      // The first case loads the code, which is not the file's fault.
      if (report.seed > next && report.megabytes > mostMegabytes) {
        counts.memory++
        console.log(`${name}, seed ${report.seed}: needs ${Math.round(report.megabytes)} MB more`)
      }
    })
    next += reports.length
    if (next >= firstSeed + cases) break
    counts[end === 'hang' ? 'hang' : 'crash']++
    console.log(`${name}, seed ${next}: ${end === 'hang' ? `no end after ${mostSeconds} s` : 'the process ended'}`)
    next++
  }
  const { clean, error, ...failures } = counts
  const failed = Object.entries(failures).map(([kind, count]) => `${count} × ${kind}`)
  console.log(`${name}: ${cases} cases, ${clean} clean results, ${error} clear errors, ${failed.join(', ')}`)
  return counts.crash + counts.hang + counts.memory === 0
}

function child(name: string, seed: number, onReport: (report: CaseReport) => void): Promise<'hang' | 'end'> {
  const rest = String(cases - (seed - firstSeed))
  const process_ = fork(fileURLToPath(import.meta.url), [name, '--child', '--cases', rest, '--seed', String(seed)])
  let isHanging = false
  const stop = () => {
    isHanging = true
    process_.kill('SIGKILL')
  }
  // Starting takes longer than any case.
  let timer = setTimeout(stop, (mostSeconds + 60) * 1000)
  process_.on('message', (report: CaseReport) => {
    clearTimeout(timer)
    timer = setTimeout(stop, mostSeconds * 1000)
    onReport(report)
  })
  return new Promise((done) => {
    process_.on('exit', () => {
      clearTimeout(timer)
      done(isHanging ? 'hang' : 'end')
    })
  })
}
