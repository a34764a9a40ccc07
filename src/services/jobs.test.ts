import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/test-databases.ts'
import type { Database } from '../store/database.ts'
import type { Schema } from '../store/schema.ts'
import { startJobs, type JobQueue } from './jobs.ts'

describe.each(testDatabases())('jobs on $name', ({ open }) => {
  let database: Database<Schema>
  beforeAll(async () => void (database = await open()))
  afterAll(() => database.close())

  const said: string[] = []
  const counted: string[] = []
  const start = (queues: JobQueue[]) =>
    startJobs({
      query: async (text, values) => {
        const result: { rows: unknown[] } | Array<{ rows: unknown[] }> = await database.pool.query(text, values)
        return Array.isArray(result) ? { rows: result.at(-1)?.rows ?? [] } : result
      },
      queues,
      log: (_level, event) => said.push(event),
      observe: (queue, outcome) => counted.push(`${queue} ${outcome}`),
    })
  /** Never by the clock while a test runs. */
  const schedule = '0 0 29 2 *'

  test('work is done once, though two processes wait for it', async () => {
    const done: unknown[] = []
    const queue = (name: string): JobQueue => ({ name, schedule, run: async (data) => void done.push(data['number']) })
    const processes = [await start([queue('count')]), await start([queue('count')])]
    for (let number = 0; number < 12; number++) await processes[number % 2]!.add('count', { number })
    await until(() => done.length >= 12)
    await Promise.all(processes.map(({ stop }) => stop()))
    expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 12 }, (_, at) => at))
    expect(counted.filter((line) => line === 'count done')).toHaveLength(12)
    const { rows } = await database.pool.query("select cron from jobs.schedule where name = 'count'")
    expect(rows).toEqual([{ cron: schedule }])
  })

  test('the same work that still waits is not put in twice; while it runs, once more', async () => {
    let [begun, finish] = [0, (): void => {}]
    const jobs = await start([{ name: 'slow', schedule, run: () => (begun++, new Promise<void>((resolve) => (finish = resolve))) }])
    await jobs.add('slow')
    await until(() => begun === 1)
    for (let time = 0; time < 5; time++) await jobs.add('slow')
    const { rows } = await database.pool.query("select state from jobs.job where name = 'slow' order by state")
    expect(rows).toEqual([{ state: 'created' }, { state: 'active' }])
    finish()
    await until(() => begun === 2)
    const stopped = jobs.stop()
    finish()
    await stopped // waits for what is running
    expect(counted.filter((line) => line === 'slow done')).toHaveLength(2)
  })

  test('what fails is told, counted, and kept for another try', async () => {
    const jobs = await start([{ name: 'failing', schedule, run: () => Promise.reject(new Error('no')) }])
    await jobs.add('failing', { upload: 'u1' })
    await until(() => counted.includes('failing failed'))
    await until(
      async () => (await database.pool.query("select 1 from jobs.job where name = 'failing' and state = 'retry'")).rows.length === 1,
    )
    expect(said).toContain('job_failed')
    await jobs.stop()
  })
})

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await is()); attempt++) {
    if (attempt > 3000) throw new Error('It did not come to that within 30 seconds.')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
