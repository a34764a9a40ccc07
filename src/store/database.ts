import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openEmbedded, type DatabaseState } from './embedded/open-embedded.ts'

/** Below this nobody has tried. */
const OLDEST_POSTGRES = 15

const WAIT_FOR_CONNECTION_MS = 15_000

export interface Database<Schema> {
  db: Kysely<Schema>
  pool: pg.Pool
  kind: 'embedded' | 'postgres'
  /** `read_only` after the disk under the embedded database failed; a PostgreSQL server tells of itself at each query. */
  state(): DatabaseState
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** postgres://…; without it the embedded database is used. */
  url?: string | undefined
  /** Where the embedded database lives; null keeps it in memory. */
  directory: string | null
  /** Let commands in other processes reach the embedded database through a socket in `directory`. */
  serve?: boolean
  /** The program of the embedded database's thread: a test's own watches the disk or breaks it. */
  engineProgram?: URL
}

/**
 * Opens PostgreSQL or the embedded database: the same SQL through the same driver.
 *
 * The embedded database has one session, so its pool has one connection: inside a transaction use the transaction, a
 * query on the pool would wait for ever. Dates come as 'YYYY-MM-DD', bigint (and `count`) as number; text sorts by code
 * unit on one and by locale on the other, so sort names in JavaScript or say `collate "C"`.
 *
 * @throws {Error} no connection, a server that is too old, or a directory in use by a process that does not answer
 */
export async function openDatabase<Schema>({ url, directory, serve = false, engineProgram }: DatabaseOptions): Promise<Database<Schema>> {
  const embedded = url === undefined ? await openEmbedded(directory, serve, engineProgram) : null
  const pool = new pg.Pool({
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    ...(embedded
      ? { stream: embedded.connect as never, max: 1, user: 'postgres', database: 'postgres', idleTimeoutMillis: 0 }
      : { connectionString: url, max: 10 }),
  })
  pool.on('error', () => {}) // without a listener Node would exit; whoever keeps a log listens too
  // The same for a connection that is lost while a transaction holds it; its next query fails.
  pool.on('connect', (client) => client.on('error', () => {}))
  if (url !== undefined) await checkServer(pool)
  return {
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    kind: embedded ? 'embedded' : 'postgres',
    state: () => embedded?.state() ?? 'ok',
    close: async () => {
      await pool.end()
      await embedded?.close()
    },
  }
}

async function checkServer(pool: pg.Pool): Promise<void> {
  try {
    const { rows } = await pool.query<{ major: number }>("select current_setting('server_version_num')::int / 10000 as major")
    const major = rows[0]?.major ?? 0
    if (major < OLDEST_POSTGRES) throw new Error(`it is PostgreSQL ${major}, and ${OLDEST_POSTGRES} or newer is needed`)
  } catch (cause) {
    await pool.end()
    const { host, port, database } = new pg.Client({ connectionString: pool.options.connectionString })
    throw new Error(`DATABASE_URL: cannot use database ${database ?? ''} at ${host}:${port}: ${(cause as Error).message}`, { cause })
  }
}

/** As the driver does it, but without turning days into moments, and numbers that fit into numbers. */
export function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === pg.types.builtins.DATE) return (value) => value
  if (oid === pg.types.builtins.INT8) return parseInteger
  return pg.types.getTypeParser(oid, format as 'text')
}

function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`)
  return value
}
