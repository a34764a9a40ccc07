import { parentPort } from 'node:worker_threads'
import { drawShares, type SurenessParameters, type WalkQuestion } from './books/indicators/sdg-11/sureness/sureness.ts'

/** A range of draws of one question. A draw is the same whoever makes it. */
export interface DrawJob {
  question: WalkQuestion
  parameters: SurenessParameters
  from: number
  to: number
}

/** The program of a computing thread: takes one job after the other (`services/threads.ts`). */
parentPort?.on('message', ({ index, job }: { index: number; job: DrawJob }) => {
  try {
    parentPort?.postMessage({ index, answer: drawShares(job.question, job.parameters, job.from, job.to) })
  } catch (error) {
    parentPort?.postMessage({ index, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
