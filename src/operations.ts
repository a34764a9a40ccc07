import { randomBytes } from 'node:crypto'
import type { Log } from './books/operations/log.ts'
import type { Configuration } from './configuration.ts'
import { version, type Rooms } from './open-rooms.ts'
import { openMetrics, type Metrics } from './services/metrics.ts'
import { findDatabaseProblems } from './store/database-state.ts'
import { readMigrations } from './store/migrate.ts'
import { isWriteStopped } from './store/write-stopped.ts'
import type { Operations } from './web/operations.ts'

/** A database that takes longer to say that it is there is not ready. */
const longestAnswerMs = 2000

/**
 * Joins what a running process is watched by.
 *
 * @param isStopping  whether it has been asked to stop, and takes no more requests
 */
export function openOperations(
  { metricsToken }: Pick<Configuration, 'metricsToken'>,
  { database, record }: Pick<Rooms, 'database' | 'record'>,
  log: Log,
  isStopping: () => boolean,
): Operations & { metrics: Metrics } {
  const { pool } = database
  const metrics = openMetrics({
    version,
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    countWaitingMail: async () => await record.countWaitingMail().catch(() => null),
  })
  const migrations = readMigrations()
  const [process, counter] = [randomBytes(5).toString('hex'), { last: 0 }]
  return {
    log,
    metrics,
    newRequestId: () => `${process}-${++counter.last}`,
    clock: () => performance.now(),
    countRequest: metrics.request,
    readMetrics: metrics.read,
    metricsToken,
    findProblems: async () => [
      ...(isStopping() ? ['stopping'] : []),
      ...(await Promise.race([findDatabaseProblems(database, migrations), later(longestAnswerMs, ['database_silent'])])),
    ],
    isWriteStopped,
  }
}

const later = <T>(milliseconds: number, value: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, milliseconds, value).unref())
