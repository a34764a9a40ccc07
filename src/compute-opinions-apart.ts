import type { ComputedOpinions, StoredVotes } from './books/discussion/compute-opinions.ts'
import { inThreads } from './services/threads.ts'

const program = new URL(import.meta.url.endsWith('.ts') ? './opinion-thread.ts' : './opinion-thread.js', import.meta.url)

/** Computes opinion groups in a thread of its own. */
export async function computeOpinionsApart(votes: StoredVotes): Promise<ComputedOpinions> {
  const [computed] = await inThreads<StoredVotes, ComputedOpinions>(program, [votes], 1)
  return computed!
}
