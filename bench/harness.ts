import { cpus, totalmem } from 'node:os'

export interface Timing {
  name: string
  /** Wall-clock milliseconds. */
  min: number
  mean: number
  runs: number
}

/** Keeps results alive, so that no work is optimised away. */
let kept: unknown

/**
 * Times several variants in alternation, so that a busy moment of the machine hits all of them alike.
 *
 * Each variant runs once unmeasured before; `runs` times follow.
 */
export async function compare(variants: Readonly<Record<string, () => unknown>>, runs = 5): Promise<Timing[]> {
  const times = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]))
  for (let run = 0; run <= runs; run++) {
    for (const [name, work] of Object.entries(variants)) {
      const start = performance.now()
      kept = await work()
      if (run > 0) times.get(name)?.push(performance.now() - start)
    }
  }
  return [...times].map(([name, list]) => ({
    name,
    min: Math.min(...list),
    mean: list.reduce((a, b) => a + b, 0) / list.length,
    runs: list.length,
  }))
}

/** The machine, for the record of results. */
export const machine = (): string => {
  const [first] = cpus()
  return `${first?.model ?? 'unknown'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
}

/** Numbers between 0 and 1 that are the same in every run (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function printTimings(title: string, timings: readonly Timing[]): void {
  console.log(`\n${title}\n${machine()}`)
  for (const { name, min, mean, runs } of timings)
    console.log(`${name.padEnd(44)} min ${min.toFixed(0).padStart(6)} ms   mean ${mean.toFixed(0).padStart(6)} ms   (${runs} runs)`)
  if (kept === undefined) console.log('The last run returned nothing.')
}
