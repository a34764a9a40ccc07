/** SQLSTATE codes by which a database says that it takes no writes, and may still be read. */
const NO_WRITES = new Set([
  '25006', // read_only_sql_transaction: after the disk under the embedded database failed, or on a replica
  '53100', // disk_full
  '58030', // io_error
])

/** SQLSTATE and system codes by which there is no database to ask, or it went away while it was asked. */
const AWAY = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown: also the embedded database at the moment when its disk fails
  '57P03', // cannot_connect_now
  ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'],
])

/** What node-postgres says without a code. */
const LOST =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)|Connection ended/

/**
 * Whether a write failed because the database takes none at the moment: its disk is full or broken, or it is away. It
 * is no fault of the request, which may be sent again when the database writes again.
 *
 * @example
 * isWriteStopped(Object.assign(new Error('could not extend file'), { code: '53100' })) // => true
 */
export function isWriteStopped(error: unknown): boolean {
  return NO_WRITES.has(codeOf(error)) || isUnreachable(error) || (error instanceof Error && isWriteStopped(error.cause))
}

/**
 * Whether there is no database to ask. Whether what was sent last was still stored is not known: send it again under
 * the same form key.
 *
 * @example
 * isUnreachable(new Error('Connection terminated unexpectedly')) // => true
 */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== '') return AWAY.has(code) || /^08\w{3}$/.test(code) // class 08: connection exception
  return error instanceof Error && (LOST.test(error.message) || isUnreachable(error.cause))
}

const codeOf = (error: unknown): string => {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : ''
}
