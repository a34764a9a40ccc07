import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { userInfo } from 'node:os'
import type { Kysely } from 'kysely'
import type { CommandRecord } from './cli/command.ts'
import { RefusedError } from './cli/exit-codes.ts'
import type { Configuration } from './configuration.ts'
import { changes } from './store/changes.ts'
import { checkRecord } from './store/check-record.ts'
import { openDatabase } from './store/database.ts'
import { formKeys } from './store/form-keys.ts'
import { migrate, readMigrations } from './store/migrate.ts'
import { readRecord } from './store/read-record.ts'
import type { Schema } from './store/schema.ts'
import { writeRecord } from './store/write-record.ts'

/** Files that come with the program: beside `src/` in a checkout, beside `dist/` in a package. */
export const programFile = (path: string): URL => new URL(`../${path}`, import.meta.url)

const { version } = JSON.parse(fs.readFileSync(programFile('package.json'), 'utf8')) as { version: string }

/** The record with everything that the actions need besides: clock, ids, version. */
export type Record = CommandRecord & ReturnType<typeof storeOf>

export interface Rooms {
  record: Record
  /** All or nothing: what is written through the record that `use` is given is there together, or not at all. */
  inOneTransaction<T>(use: (record: Record) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Opens the database, brings its tables up to date, and joins the rooms.
 *
 * @param serve  whether commands in other processes may come in through the socket
 * @throws {RefusedError} the database cannot be opened
 */
export async function openRooms(configuration: Configuration, serve: boolean): Promise<Rooms> {
  const database = await openDatabase<Schema>({
    url: configuration.databaseUrl ?? undefined,
    directory: configuration.dataDirectory,
    serve,
  }).catch((cause: Error) => {
    // No server, a directory in use, no right to write: the message says what to do, a stack would hide it.
    throw new RefusedError(cause.message, {}, { cause })
  })
  try {
    await migrate(database.pool, readMigrations())
  } catch (error) {
    await database.close()
    throw error
  }
  return {
    record: recordOf(database.db),
    inOneTransaction: (use) => database.db.transaction().execute(async (transaction) => await use(recordOf(transaction))),
    close: database.close,
  }
}

const storeOf = (db: Kysely<Schema>) => ({
  ...readRecord(db),
  ...writeRecord(db),
  ...checkRecord(db),
  ...changes(db),
  ...formKeys(db),
})

const recordOf = (db: Kysely<Schema>): Record => ({
  ...storeOf(db),
  operator: userInfo().username,
  now: () => new Date(),
  newId: randomUUID,
  codeVersion: version,
})
