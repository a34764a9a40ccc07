import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openDatabase, type Database } from '../database.ts'
import { lockDirectory } from '../embedded/directory-lock.ts'
import { finishReplacing, replaceDatabase } from '../embedded/replace-database.ts'
import type { Migration } from '../migrate.ts'
import { BackupError } from './backup-error.ts'
import type { BackupEnd } from './backup-format.ts'
import { readErasures, type Erasure } from './erasures.ts'
import { verifyBackupFile } from './read-backup-file.ts'
import { restoreInPlace } from './restore-in-place.ts'
import { leftOut, listTables } from './tables.ts'

export interface RestoreOptions {
  url: string | undefined
  /** The data directory: the embedded database, and the log of erasures. */
  directory: string
  migrations: readonly Migration[]
  /** Whether content that is there may go. */
  replace: boolean
  /** More people who are to stay forgotten: a file as `erasures.log`. */
  erasures: string | null
}

export interface Restored {
  end: BackupEnd
  /** People who stay forgotten. */
  erased: number
}

/**
 * Restores a backup into PostgreSQL or the embedded database. The file is read to its end before anything is changed. Whoever was erased
 * since the backup was made is erased again.
 *
 * @throws {BackupError} the file is not sound, the database holds content, or it is in use
 */
export async function restoreBackup(file: string, options: RestoreOptions): Promise<Restored> {
  await verifyBackupFile(file)
  const { url, directory, migrations } = options
  if (url !== undefined) {
    const database = await openDatabase<unknown>({ url, directory: null })
    try {
      const erasures = requireRoom(await contentOf(database), options)
      return { end: await restoreInPlace(database.pool, file, migrations, erasures), erased: erasures.length }
    } finally {
      await database.close()
    }
  }
  refuseWhileInUse(directory)
  const erasures = requireRoom(await contentOfEmbedded(directory), options)
  return { end: await restoreEmbedded(file, directory, migrations, erasures), erased: erasures.length }
}

/** Restores into a database made beside the one that is there, which then takes its place. */
async function restoreEmbedded(
  file: string,
  directory: string,
  migrations: readonly Migration[],
  erasures: readonly Erasure[],
): Promise<BackupEnd> {
  const taken = lockDirectory(directory)
  if ('heldBy' in taken) throw inUse(directory, taken.heldBy)
  const work = path.join(directory, 'restore-work')
  try {
    fs.rmSync(work, { recursive: true, force: true })
    const end = await restoreIntoNew(file, work, migrations, erasures)
    replaceDatabase(directory, path.join(work, 'database'))
    return end
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
    taken.lock.release()
  }
}

/** Restores into an embedded database of its own. */
export async function restoreIntoNew(
  file: string,
  directory: string,
  migrations: readonly Migration[],
  erasures: readonly Erasure[] = [],
): Promise<BackupEnd> {
  const database = await openDatabase<unknown>({ directory })
  try {
    const end = await restoreInPlace(database.pool, file, migrations, erasures)
    await database.pool.query('checkpoint')
    return end
  } finally {
    await database.close()
  }
}

/** What a database holds that is about to be replaced. */
interface Content {
  cities: number
  rows: number
  erasures: Erasure[]
}

/** Who is to stay forgotten; refuses where content would be lost that nobody said may go. */
function requireRoom({ cities, rows, erasures }: Content, { directory, replace, erasures: more }: RestoreOptions): Erasure[] {
  if (rows > 0 && !replace)
    throw new BackupError(
      `The database is not empty: it holds ${cities} ${cities === 1 ? 'city' : 'cities'}, ${rows} rows in all. Nothing was changed. Back it up first; then --replace puts the backup in its place.`,
    )
  const log = path.join(directory, 'erasures.log')
  const all = [...erasures, ...(fs.existsSync(log) ? readErasures(log) : []), ...(more === null ? [] : readErasures(more))]
  return [...new Map(all.map((one) => [one.person.toLowerCase(), one])).values()]
}

async function contentOfEmbedded(directory: string): Promise<Content> {
  if (!fs.existsSync(path.join(directory, 'database'))) return { cities: 0, rows: 0, erasures: [] }
  const database = await openDatabase<unknown>({ directory }).catch((cause: Error) => {
    throw new BackupError(
      `The database that is there cannot be opened, so it cannot say whom it forgot: ${cause.message}. Nothing was changed. Move ${path.join(directory, 'database')} to another place and try again; then ${path.join(directory, 'erasures.log')} says who stays forgotten.`,
      { cause },
    )
  })
  try {
    return await contentOf(database)
  } finally {
    await database.close()
  }
}

async function contentOf({ pool }: Pick<Database<unknown>, 'pool'>): Promise<Content> {
  const client = await pool.connect()
  try {
    const tables = (await listTables(client)).map((table) => table.name)
    const count = async (table: string): Promise<number> =>
      (await client.query<{ count: number }>(`select count(*) as count from ${pg.escapeIdentifier(table)}`)).rows[0]?.count ?? 0
    if (!tables.includes('migration')) return { cities: 0, rows: 0, erasures: [] }
    let rows = 0
    for (const table of tables) if (!(table in leftOut)) rows += await count(table)
    const { rows: erased } = tables.includes('erasure')
      ? await client.query<{ person: string; at: Date }>('select person_id as person, at from erasure')
      : { rows: [] }
    return {
      cities: tables.includes('city') ? await count('city') : 0,
      rows,
      erasures: erased.map(({ person, at }) => ({ person, at: at.toISOString() })),
    }
  } finally {
    client.release()
  }
}

/** After a crash of an earlier restore its database may still wait for its place. */
function refuseWhileInUse(directory: string): void {
  const taken = lockDirectory(directory)
  if ('heldBy' in taken) throw inUse(directory, taken.heldBy)
  finishReplacing(directory)
  taken.lock.release()
}

const inUse = (directory: string, pid: number): BackupError =>
  new BackupError(`${directory} is in use by process ${pid}. Nothing was changed. Stop the server, restore, and start it again.`)
