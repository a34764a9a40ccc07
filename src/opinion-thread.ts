import { parentPort } from 'node:worker_threads'
import { computeOpinions, type StoredVotes } from './books/discussion/compute-opinions.ts'

/** The program of the thread that computes opinion groups, so that pages stay quick meanwhile (`services/threads.ts`). */
parentPort?.on('message', ({ index, job }: { index: number; job: StoredVotes }) => {
  try {
    parentPort?.postMessage({ index, answer: computeOpinions(job) })
  } catch (error) {
    parentPort?.postMessage({ index, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
