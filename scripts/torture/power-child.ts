// Checks the crash states of one share of the workers, in a process of its own: a damaged database may end it.
import { createHash } from 'node:crypto'
import { seeded } from '../../bench/harness.ts'
import { checkState, writeState } from './check-state.ts'
import { crashPoints, type CrashPoint } from './crash-points.ts'
import { SimulatedDisk, type Model } from './simulated-disk.ts'
import { readTrace, type Entry } from './trace.ts'

/** What a child says: that it begins with a state, and what came of it. `found`: after which step the tables hold this. */
export type Report =
  | { kind: 'begin'; key: string; point: CrashPoint; acknowledged: number; isInstalled: boolean }
  | { kind: 'checked'; key: string; steps: number[] }
  | { kind: 'failed'; key: string; message: string }

export interface Share {
  trace: string
  /** Where states are built. */
  directory: string
  seed: number
  workers: number
  worker: number
  round: number | 'mixed'
  /** The stock layer, as a control: it syncs nothing. */
  withoutSync: boolean
  /** Keys of states that have been checked. */
  done: string[]
  /** At most so many, spread over the round. */
  most: number
}

/** Memory of PostgreSQLs that are closed comes back late: a new process is cheaper. */
const MOST_MEMORY_BYTES = 3e9

process.once('message', (share: Share) => void run(share))

async function run(share: Share): Promise<void> {
  const all = readTrace(share.trace)
  const installed = all.findIndex((entry) => entry.kind === 'rename')
  const trace = share.withoutSync ? all.filter((entry, at) => entry.kind !== 'sync' || at < installed + 10) : all
  const steps = stepsByFingerprint(trace)
  const disks: Record<Model, SimulatedDisk> = { ordered: new SimulatedDisk('ordered'), strict: new SimulatedDisk('strict') }
  // The power fails right before the next operation on the disk, when all that could be acknowledged is.
  const untilNext = (from: number): number => {
    let last = from
    while (trace[last + 1]?.kind === 'acknowledged' || trace[last + 1]?.kind === 'fingerprint') last++
    return last
  }
  const points = crashPoints(trace, share.round, share.seed, share.most)
  const done = new Set(share.done)
  let [at, acknowledged, count] = [0, -1, 0]
  for (const point of points) {
    for (const end = untilNext(point.at); at <= end; at++) {
      const entry = trace[at]!
      if (entry.kind === 'acknowledged') acknowledged = entry.number
      for (const disk of Object.values(disks)) disk.apply(entry)
    }
    const state = disks[point.model].crash(typeof point.kept === 'number' ? seeded(point.kept) : point.kept)
    const key = createHash('sha256').update(`${acknowledged}\n${state.key}`).digest('hex').slice(0, 20)
    if (done.has(key) || parseInt(key.slice(0, 6), 16) % share.workers !== share.worker) continue
    done.add(key)
    say({ kind: 'begin', key, point, acknowledged, isInstalled: state.files.some((file) => file.path === 'database/PG_VERSION') })
    try {
      writeState(state, share.directory)
      say({ kind: 'checked', key, steps: steps.get(await checkState(share.directory, ++count % 10 === 0)) ?? [] })
    } catch (error) {
      say({ kind: 'failed', key, message: (error as Error).message.slice(0, 400) })
    }
    if (process.memoryUsage().rss > MOST_MEMORY_BYTES) return void process.exit(AGAIN)
  }
  process.exit(0)
}

/** Exit code: there is more of this round. */
export const AGAIN = 79

function stepsByFingerprint(trace: readonly Entry[]): Map<string, number[]> {
  const steps = new Map<string, number[]>()
  for (const entry of trace) if (entry.kind === 'fingerprint') steps.set(entry.text, [...(steps.get(entry.text) ?? []), entry.number])
  return steps
}

const say = (report: Report): void => void process.send!(report)
