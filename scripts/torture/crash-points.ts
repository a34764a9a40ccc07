import { seeded } from '../../bench/harness.ts'
import type { Model } from './simulated-disk.ts'
import type { Entry } from './trace.ts'

/** After which entry of the trace the power fails, and what of the unsynced is kept. */
export interface CrashPoint {
  at: number
  model: Model
  /** A seed for chance, or one of the two ends. */
  kept: 'nothing' | 'everything' | number
}

const POINTS_PER_ROUND = 600

/** Operations around which a database is in a delicate state. */
const DELICATE = new Set<Entry['kind']>(['rename', 'unlink', 'truncate', 'truncateOpen', 'create', 'acknowledged'])

/**
 * Points in rounds, each in the order of the trace. Round 0 has every prefix that ends at a sync, with nothing and with
 * everything else kept, by both models; every later round has a sample of all points, half of them near delicate ones.
 *
 * @param most  so many at most, spread over the round
 */
export function crashPoints(trace: readonly Entry[], round: number | 'mixed', seed: number, most: number): CrashPoint[] {
  if (round !== 'mixed') return spread(pointsOf(trace, round, seed), most)
  return [0, 1].flatMap((each) => spread(pointsOf(trace, each, seed), most / 2)).sort((a, b) => a.at - b.at)
}

function pointsOf(trace: readonly Entry[], round: number, seed: number): CrashPoint[] {
  const installed = trace.findIndex((entry) => entry.kind === 'rename') // before that there is no database
  if (round === 0)
    return trace.flatMap((entry, at) =>
      entry.kind !== 'sync' || (at < installed - 2 && at % 97 > 0)
        ? []
        : (['ordered', 'strict'] as const).flatMap((model) => (['nothing', 'everything'] as const).map((kept) => ({ at, model, kept }))),
    )
  const random = seeded(seed * 1_000_003 + round)
  const delicate = trace.flatMap((entry, at) => (at >= installed && DELICATE.has(entry.kind) ? [at] : []))
  const draw = (): number =>
    random() < 0.5
      ? (delicate[Math.floor(random() * delicate.length)] ?? installed) + Math.floor(random() * 7) - 3
      : installed + Math.floor(random() * (trace.length - installed))
  return Array.from({ length: POINTS_PER_ROUND }, () => ({
    at: Math.min(Math.max(draw(), installed), trace.length - 1),
    model: (random() < 0.5 ? 'ordered' : 'strict') as Model,
    kept: Math.floor(random() * 2 ** 31),
  })).sort((a, b) => a.at - b.at)
}

const spread = <T>(list: T[], most: number): T[] =>
  list.length <= most ? list : Array.from({ length: Math.floor(most) }, (_, at) => list[Math.floor(((at + 0.5) * list.length) / most)]!)
