import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { typeParser } from './database.ts'
import { isWriteStopped } from './write-stopped.ts'

export interface ReplicaOptions {
  url: string
  /** The database that is written to. */
  primary: pg.Pool
  /** The replica answers no more (or lags behind), or again. */
  tell(what: 'left' | 'back', error?: unknown): void
}

export interface Replica<Schema> {
  /** For everything: reads inside `reading` go to the replica, all else to the primary. */
  db: Kysely<Schema>
  /** What only reads, and may be some seconds old. */
  reading<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A reader who has just written reads from the primary for so long; by then the replica has her write, or is not used. */
export const longestLagSeconds = 10

const checkEveryMs = 1000
const stayAwayMs = 5000

/**
 * `on`: where the reads of one request go. Once they have gone to the primary they stay there: a page must not be older than what was
 * asked before it.
 */
const reads = new AsyncLocalStorage<{ on: 'replica' | 'primary' }>()

/** Whether this is a request whose reads may come from the replica. */
export const isReadingReplica = (): boolean => reads.getStore() !== undefined

/**
 * Reads from a streaming replica (standby) of the same database. One that is gone, behind, or slow is left for the primary in the middle of
 * a request, without the reader noticing, and used again when it is back.
 */
export function openReplica<Schema>({ url, primary, tell }: ReplicaOptions): Replica<Schema> {
  const pool = new pg.Pool({
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 1000,
    query_timeout: 10_000,
  })
  pool.on('error', () => {}) // the next query finds out
  pool.on('connect', (client) => client.on('error', () => {}))
  let isAway = false
  let checkedAt = -Infinity

  function leave(error: unknown): void {
    if (!isAway) tell('left', error)
    isAway = true
    checkedAt = performance.now()
  }

  async function connect(): Promise<PostgresPoolClient> {
    const request = reads.getStore()
    if (request?.on !== 'replica' || (isAway && performance.now() - checkedAt < stayAwayMs)) return await onPrimary(request)
    let client: pg.PoolClient | null = null
    try {
      client = await pool.connect()
      if (performance.now() - checkedAt >= checkEveryMs) await check(client)
      return readingClient(client, request)
    } catch (error) {
      client?.release(true)
      leave(error)
      return await onPrimary(request)
    }
  }

  async function onPrimary(request: { on: string } | undefined): Promise<PostgresPoolClient> {
    if (request !== undefined) request.on = 'primary'
    return (await primary.connect()) as PostgresPoolClient
  }

  /** @throws {Error} it is no standby, its stream has stopped, or it is behind */
  async function check(client: pg.PoolClient): Promise<void> {
    const { rows } = await client.query<{ fresh: boolean }>(`
      select pg_is_in_recovery() and exists (select from pg_stat_wal_receiver)
        and (pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn()
          or pg_last_xact_replay_timestamp() > now() - interval '${longestLagSeconds} seconds') as fresh`)
    if (rows[0]?.fresh !== true) throw new Error('The replica is behind, or its stream has stopped.')
    checkedAt = performance.now()
    if (isAway) tell('back')
    isAway = false
  }

  /** Asks the replica; what it cannot answer (it is gone, or somebody writes after all) is asked of the primary. */
  function readingClient(client: pg.PoolClient, request: { on: 'replica' | 'primary' }): PostgresPoolClient {
    let broken = false
    const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
      if (request.on === 'primary') return await primary.query(text, [...values])
      try {
        return await client.query(text, [...values])
      } catch (error) {
        if (!isOfTheReplica(error)) throw error
        broken = true
        leave(error)
        request.on = 'primary'
        return await primary.query(text, [...values])
      }
    }
    return { query, release: () => client.release(broken) } as unknown as PostgresPoolClient
  }

  const router: PostgresPool = { connect, end: async () => {} }
  return {
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: router }) }),
    reading: async (work) => await reads.run({ on: 'replica' }, work),
    close: async () => await pool.end(),
  }
}

/** Not a fault of the query: no connection, a write, or rows that the primary has already removed (40001, conflict with recovery). */
const isOfTheReplica = (error: unknown): boolean =>
  isWriteStopped(error) ||
  (error as { code?: unknown }).code === '40001' ||
  (error instanceof Error && error.message === 'Query read timeout')
