import { Worker } from 'node:worker_threads'

interface Answered<Answer> {
  index: number
  answer?: Answer
  fault?: string
}

/**
 * Gives out jobs to threads, each thread one at a time, and answers in the order of the jobs: what comes out is the same for any number of
 * threads. The program of a thread takes `{ index, job }` and posts `{ index, answer }` or `{ index, fault }` (`compute-thread.ts`).
 *
 * @param program  the program: `dist/compute-thread.js`, or its source under tsx
 * @throws {Error} a thread or a job broke; the others are stopped
 */
export function inThreads<Job, Answer>(program: URL, jobs: readonly Job[], threads: number): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const answers: Answer[] = []
    const workers: Worker[] = []
    let next = 0
    let open = jobs.length
    const stop = () => Promise.all(workers.map((worker) => worker.terminate()))
    const fail = (cause: Error) => void stop().then(() => reject(cause))
    const give = (worker: Worker) => {
      const index = next++
      if (index < jobs.length) worker.postMessage({ index, job: jobs[index] })
    }
    if (open === 0) return resolve([])
    for (let count = 0; count < Math.min(threads, jobs.length); count++) {
      const worker = startWorker(program)
      workers.push(worker)
      worker.on('error', fail)
      worker.on('message', ({ index, answer, fault }: Answered<Answer>) => {
        if (fault !== undefined) return fail(new Error(fault))
        answers[index] = answer as Answer
        if (--open === 0) void stop().then(() => resolve(answers))
        else give(worker)
      })
      give(worker)
    }
  })
}

/** From source a thread is loaded through tsx, whose hooks it does not inherit. */
function startWorker(program: URL): Worker {
  if (!program.href.endsWith('.ts')) return new Worker(program)
  const source = JSON.stringify(program.href)
  return new Worker(`import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`, { eval: true })
}
