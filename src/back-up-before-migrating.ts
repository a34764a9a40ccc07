import fs from 'node:fs'
import path from 'node:path'
import type { Configuration } from './configuration.ts'
import { takeBackup } from './store/backup/take-backup.ts'
import { verifyBackupFile } from './store/backup/read-backup-file.ts'
import type { Database } from './store/database.ts'
import { pendingMigrations, type Migration } from './store/migrate.ts'

/** How many of these backups stay. */
const kept = 5

/**
 * Before the tables change, what they hold is written to `DATA_DIR/backups/before-<migration>-<time>.bagdar.gz`, so that the version before
 * can be had back. A database without content needs none. Returns the name of the file; null where there was nothing to do.
 */
export async function backUpBeforeMigrating(
  database: Pick<Database<unknown>, 'pool' | 'kind'>,
  { databaseUrl, dataDirectory }: Pick<Configuration, 'databaseUrl' | 'dataDirectory'>,
  migrations: readonly Migration[],
  made: { at: Date; codeVersion: string },
): Promise<string | null> {
  const [first] = await pendingMigrations(database.pool, migrations)
  if (first === undefined || !(await holdsCities(database))) return null
  const folder = path.join(dataDirectory, 'backups')
  const time = made.at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const file = path.join(folder, `before-${first.name.replace(/\.sql$/, '')}-${time}.bagdar.gz`)
  if (fs.existsSync(file)) return null // another process on the same database was quicker by less than a second
  await takeBackup(database, databaseUrl === null ? dataDirectory : null, file, made)
  await verifyBackupFile(file)
  const older = fs.readdirSync(folder).filter((name) => /^before-.*\.bagdar\.gz$/.test(name))
  const byTime = older.toSorted((a, b) => (timeIn(a) < timeIn(b) ? 1 : -1))
  for (const name of byTime.slice(kept)) fs.rmSync(path.join(folder, name))
  return file
}

const timeIn = (name: string): string => /(\d{8}T\d{6}Z)\.bagdar\.gz$/.exec(name)?.[1] ?? ''

async function holdsCities({ pool }: Pick<Database<unknown>, 'pool'>): Promise<boolean> {
  const { rows } = await pool.query<{ is: boolean }>("select to_regclass('city') is not null as is")
  if (rows[0]?.is !== true) return false
  const { rows: cities } = await pool.query<{ is: boolean }>('select exists (select 1 from city) as is')
  return cities[0]?.is === true
}
