import type { Log } from '../books/operations/log.ts'

/** A kind of work that is done apart from requests. */
export interface JobQueue {
  name: string
  /** When it is due by itself: minute, hour, day of month, month, day of week, in UTC. */
  schedule: string
  /** `data` is what `add` was given, or {} when the clock called. Doing it twice must do no harm. */
  run(data: Readonly<Record<string, unknown>>): Promise<void>
}

export interface JobsOptions {
  /** Runs one statement on the database that keeps the queues. */
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
  queues: readonly JobQueue[]
  log: Log
  observe(queue: string, outcome: 'done' | 'failed', seconds: number): void
}

export interface Jobs {
  /** Puts work into a queue; the same work that still waits there is not put in twice. */
  add(queue: string, data?: Record<string, unknown>): Promise<void>
  /** Takes no more work, and waits for what is running. */
  stop(): Promise<void>
}

/** Each queue asks so often for work that another process put in, by one short statement. Work of the own process begins at once. */
const pollingSeconds = 10

const longestStopMs = 8_000

/**
 * Starts the queues on the database, so that any number of processes may share the work: each job is done by one of them, and when that one
 * dies in the middle, by another. A schedule fires once however many processes run.
 */
export async function startJobs({ query, queues, log, observe }: JobsOptions): Promise<Jobs> {
  const { default: PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    db: { executeSql: (text, values) => query(text, values) },
    schema: 'jobs',
    pollingIntervalSeconds: pollingSeconds,
  })
  boss.on('error', (error) => log('error', 'jobs_fault', { error }))
  await boss.start()
  const workers = new Map<string, string>()
  for (const { name, schedule, run } of queues) {
    // 'short': of the same work (`singletonKey`) only one waits; one more may be running.
    await boss.createQueue(name, { name, policy: 'short', retryLimit: 3, retryDelay: 10, retryBackoff: true, expireInMinutes: 15 })
    await boss.schedule(name, schedule)
    const worker = await boss.work<Record<string, unknown>>(name, async ([job]) => {
      lookAgain(name) // when this one is done, for another that waits: not after the next interval
      await observed(name, () => run(job?.data ?? {}))
    })
    workers.set(name, worker)
  }

  function lookAgain(queue: string): void {
    const worker = workers.get(queue)
    if (worker !== undefined) boss.notifyWorker(worker)
  }

  async function observed(name: string, run: () => Promise<void>): Promise<void> {
    const begin = performance.now()
    const seconds = (): number => (performance.now() - begin) / 1000
    try {
      await run()
      observe(name, 'done', seconds())
      log('info', 'job_done', { job: name, milliseconds: Math.round(seconds() * 1000) })
    } catch (error) {
      observe(name, 'failed', seconds())
      log('error', 'job_failed', { job: name, error })
      throw error
    }
  }

  return {
    async add(queue, data = {}) {
      await boss.send(queue, data, { singletonKey: JSON.stringify(data) })
      lookAgain(queue)
    },
    stop: async () => await boss.stop({ graceful: true, wait: true, close: false, timeout: longestStopMs }),
  }
}
