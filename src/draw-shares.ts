import { drawShares, type SurenessParameters, type WalkQuestion } from './books/indicators/sdg-11/sureness/sureness.ts'
import type { DrawJob } from './compute-thread.ts'
import { inThreads } from './services/threads.ts'

/** Beside the bundle it is built too; in a checkout that runs the source it is the source. */
const program = new URL(import.meta.url.endsWith('.ts') ? './compute-thread.ts' : './compute-thread.js', import.meta.url)

/** All draws, in their order: by this thread, or shared among several. The shares are the same either way. */
export async function drawSharesIn(question: WalkQuestion, parameters: SurenessParameters, workers: number): Promise<Float64Array> {
  const { draws } = parameters
  if (workers <= 1) return drawShares(question, parameters, 0, draws)
  const jobs = Array.from({ length: workers }, (_, worker): DrawJob => ({
    question,
    parameters,
    from: Math.floor((worker * draws) / workers),
    to: Math.floor(((worker + 1) * draws) / workers),
  }))
  const parts = await inThreads<DrawJob, Float64Array>(program, jobs, workers)
  const shares = new Float64Array(draws)
  for (const [index, { from }] of jobs.entries()) shares.set(parts[index] ?? [], from)
  return shares
}
