import type { Configuration } from './configuration.ts'
import { startJobQueues } from './job-queues.ts'
import { openRooms } from './open-rooms.ts'
import { askedToStop, openLogOf } from './serve.ts'

/** Does what waits in the queues until it is asked to stop, without a web site, and returns the exit code. */
export async function workQueues(configuration: Configuration, tell: (text: string) => void): Promise<number> {
  const log = await openLogOf(configuration)
  const rooms = await openRooms(configuration, false)
  try {
    const asked = askedToStop()
    const jobs = await startJobQueues(configuration, rooms, log, { job: () => {} }) // the log has every job; there is no page for a count
    tell('Working on what waits. Stop: Ctrl+C')
    await asked
    tell('Stopping …')
    await jobs.stop()
    return 0
  } finally {
    await rooms.close()
  }
}
