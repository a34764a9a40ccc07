import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { RefusedError } from './cli/exit-codes.ts'
import type { Backups, CommandNeeds } from './cli/command.ts'
import type { Configuration } from './configuration.ts'
import { version } from './open-rooms.ts'
import { backupChecks } from './store/backup-checks.ts'
import { atOneMoment } from './store/backup/at-one-moment.ts'
import { BackupError } from './store/backup/backup-error.ts'
import { sumTables } from './store/backup/export-rows.ts'
import { verifyBackupFile } from './store/backup/read-backup-file.ts'
import { restoreBackup, restoreIntoNew } from './store/backup/restore-backup.ts'
import { takeBackup } from './store/backup/take-backup.ts'
import { openDatabase } from './store/database.ts'
import { readMigrations } from './store/migrate.ts'
import type { Schema } from './store/schema.ts'

/**
 * Opens the database as it is, without bringing its tables up to date, for backups and drills.
 *
 * @throws {RefusedError} the database cannot be opened, or there is nothing to back up
 */
export async function withBackups<T>({ databaseUrl, dataDirectory }: Configuration, use: (backups: Backups) => Promise<T>): Promise<T> {
  return await refusing(async () => {
    const database = await openDatabase<Schema>({ url: databaseUrl ?? undefined, directory: dataDirectory }).catch((cause: Error) => {
      throw new RefusedError(cause.message, {}, { cause })
    })
    const directory = databaseUrl === null ? dataDirectory : null
    try {
      return await use({
        takeBackup: (file) => takeBackup(database, directory, file, { at: new Date(), codeVersion: version }),
        verifyBackup: verifyBackupFile,
        inScratchFolder,
        restoreAside,
        addBackupCheck: async (check) => {
          const { rows } = await database.pool.query<{ is: boolean }>("select to_regclass('backup_check') is not null as is")
          if (rows[0]?.is !== true) return false
          await backupChecks(database.db).addBackupCheck(check)
          return true
        },
        now: () => new Date(),
        clock: () => performance.now(),
      })
    } finally {
      await database.close()
    }
  })
}

/**
 * Restores a backup into the database that the configuration names.
 *
 * @throws {RefusedError} nothing was changed; the message says why and what to do
 */
export const restore = async (
  { databaseUrl, dataDirectory }: Configuration,
  ...[file, { replace, erasures }]: Parameters<CommandNeeds['restore']>
): ReturnType<CommandNeeds['restore']> =>
  await refusing(() =>
    restoreBackup(file, { url: databaseUrl ?? undefined, directory: dataDirectory, migrations: readMigrations(), replace, erasures }),
  )

async function inScratchFolder<T>(use: (file: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-drill-'))
  try {
    return await use(path.join(folder, 'drill.bagdar.gz'))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Opened a second time, the database tells what reached the disk. */
async function restoreAside(file: string): ReturnType<Backups['restoreAside']> {
  const directory = path.join(path.dirname(file), 'data')
  const { tables: held } = await restoreIntoNew(file, directory, readMigrations())
  const again = await openDatabase<unknown>({ directory })
  try {
    const names = new Set(held.map(({ name }) => name))
    const tables = await atOneMoment(again, directory, (client) => sumTables(client, names))
    return { tables, content: '' }
  } finally {
    await again.close()
  }
}

/** Full, not allowed, read-only, no folder: nothing that a stack would explain better. */
const ofTheDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'ENOTDIR', 'EISDIR'])

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupError) throw new RefusedError(error.message, {}, { cause: error })
    if (ofTheDisk.has((error as NodeJS.ErrnoException).code ?? ''))
      throw new RefusedError(
        `${(error as Error).message}. Nothing was changed. Make room or choose another place, then try again.`,
        {},
        { cause: error },
      )
    throw error
  }
}
