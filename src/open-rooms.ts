import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type { Kysely } from 'kysely'
import type { CommandRecord } from './cli/command.ts'
import { backUpBeforeMigrating } from './back-up-before-migrating.ts'
import { RefusedError } from './cli/exit-codes.ts'
import { operatorName } from './operator.ts'
import type { Log } from './books/operations/log.ts'
import type { Configuration } from './configuration.ts'
import { backupChecks } from './store/backup-checks.ts'
import { attention } from './store/attention.ts'
import { changes } from './store/changes.ts'
import { agreementFiles } from './store/agreement-files.ts'
import { commitmentRows } from './store/commitment-rows.ts'
import { consultations } from './store/consultations.ts'
import { cooperation } from './store/cooperation.ts'
import { cooperationEvents } from './store/cooperation-events.ts'
import { cooperationHistory } from './store/cooperation-history.ts'
import { checkRecord } from './store/check-record.ts'
import { enteredCase } from './store/entered-case.ts'
import { economy } from './store/economy.ts'
import { openDatabase, type Database } from './store/database.ts'
import { enteredValues } from './store/entered-values.ts'
import { forumMatchings } from './store/forum-matchings.ts'
import { formKeys } from './store/form-keys.ts'
import { KeptReads } from './store/kept-reads.ts'
import { migrate, readMigrations } from './store/migrate.ts'
import { moderation } from './store/moderation.ts'
import { officialAnswers } from './store/official-answers.ts'
import { paperForms } from './store/paper-forms.ts'
import { participationCodes } from './store/participation-codes.ts'
import { opinionBatches } from './store/opinion-batches.ts'
import { people } from './store/people.ts'
import { programmeDrafts } from './store/programme-drafts.ts'
import { readRecord } from './store/read-record.ts'
import { reminders } from './store/reminders.ts'
import { reports } from './store/reports.ts'
import { longestLagSeconds, openReplica } from './store/replica.ts'
import type { Schema } from './store/schema.ts'
import { sdmx } from './store/sdmx.ts'
import { uploads } from './store/uploads.ts'
import { voiceBatches } from './store/voice-batches.ts'
import { votes } from './store/votes.ts'
import { writeRecord } from './store/write-record.ts'

/** Files that come with the program: beside `src/` in a checkout, beside `dist/` in a package. */
export const programFile = (path: string): URL => new URL(`../${path}`, import.meta.url)

export const { version } = JSON.parse(fs.readFileSync(programFile('package.json'), 'utf8')) as { version: string }

/** The record with everything that the actions need besides: clock, ids, version. */
export type Record = CommandRecord & ReturnType<typeof storeOf>

export interface Rooms {
  /** For what runs the program and watches over it; everything else goes through the record. */
  database: Database<Schema>
  record: Record
  /** All or nothing: what is written through the record that `use` is given is there together, or not at all. */
  inOneTransaction<T>(use: (record: Record) => Promise<T>): Promise<T>
  /** Reads inside `reading` may come from a copy that is so much behind; null: there is none. */
  replica: { longestLagSeconds: number; reading<T>(work: () => Promise<T>): Promise<T> } | null
  close(): Promise<void>
}

/**
 * Opens the database, brings its tables up to date, and joins the rooms.
 *
 * @param serve  whether commands in other processes may come in through the socket
 * @param log    is told when the replica goes and comes
 * @throws {RefusedError} the database cannot be opened
 */
export async function openRooms(configuration: Configuration, serve: boolean, log: Log = () => {}): Promise<Rooms> {
  const database = await openDatabase<Schema>({
    url: configuration.databaseUrl ?? undefined,
    directory: configuration.dataDirectory,
    serve,
  }).catch((cause: Error) => {
    // No server, a directory in use, no right to write: the message says what to do, a stack would hide it.
    throw new RefusedError(cause.message, {}, { cause })
  })
  try {
    const migrations = readMigrations()
    const saved = await backUpBeforeMigrating(database, configuration, migrations, { at: new Date(), codeVersion: version })
    if (saved !== null) process.stderr.write(`The tables are brought up to date. What they held before is in ${saved}\n`)
    await migrate(database.pool, migrations)
  } catch (error) {
    await database.close()
    throw error
  }
  database.pool.on('error', (error) => log('warning', 'connection_lost', { error }))
  const replica =
    configuration.replicaUrl === null
      ? null
      : openReplica<Schema>({
          url: configuration.replicaUrl,
          primary: database.pool,
          tell: (what, error) => log('warning', `replica_${what}`, error === undefined ? {} : { error }),
        })
  const kept = new KeptReads()
  return {
    database,
    record: recordOf(replica?.db ?? database.db, kept),
    replica: replica && { longestLagSeconds, reading: replica.reading },
    inOneTransaction: (use) => database.db.transaction().execute(async (transaction) => await use(recordOf(transaction, kept))),
    close: async () => {
      await replica?.close()
      await database.close()
    },
  }
}

const storeOf = (db: Kysely<Schema>, kept: KeptReads) => ({
  ...readRecord(db, kept),
  ...sdmx(db, kept),
  ...writeRecord(db),
  ...checkRecord(db),
  ...changes(db),
  ...formKeys(db),
  ...backupChecks(db),
  ...enteredValues(db),
  ...uploads(db),
  ...programmeDrafts(db),
  ...attention(db),
  ...consultations(db),
  ...votes(db),
  ...voiceBatches(db),
  ...opinionBatches(db),
  ...moderation(db),
  ...officialAnswers(db),
  ...paperForms(db),
  ...participationCodes(db),
  ...cooperation(db),
  ...cooperationEvents(db),
  ...enteredCase(db),
  ...cooperationHistory(db),
  ...commitmentRows(db),
  ...forumMatchings(db),
  ...agreementFiles(db),
  ...reminders(db),
  ...economy(db),
  ...reports(db),
  ...people(db),
})

const recordOf = (db: Kysely<Schema>, kept: KeptReads): Record => ({
  ...storeOf(db, kept),
  operator: operatorName(),
  now: () => new Date(),
  newId: randomUUID,
  codeVersion: version,
})
