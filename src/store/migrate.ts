import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type pg from 'pg'

/** Any number: it keeps two servers that start at once on one PostgreSQL from migrating together. */
export const MIGRATION_LOCK = 7263_0001

export interface Migration {
  name: string
  sql: string
}

/** The numbered files of `migrations/`, in order; the build puts them beside the bundle. */
export function readMigrations(): Migration[] {
  const folder = new URL('./migrations/', import.meta.url)
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: fs.readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n') }))
}

/**
 * Brings the tables up to date: each migration once, in order, whole or not at all. Returns the names of those applied now.
 *
 * @throws {Error} an applied migration was changed afterwards, or the database is ahead of this program
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await transaction(client, () => createMigrationTable(client))
    const applied: string[] = []
    for (const migration of migrations) if (await apply(client, migration)) applied.push(migration.name)
    await refuseUnknown(client, migrations)
    return applied
  } finally {
    client.release()
  }
}

export async function createMigrationTable(client: pg.ClientBase): Promise<void> {
  await client.query(
    'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  )
}

export const checksumOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex')

/** Applies a migration and writes it down. Call it in a transaction. */
export async function applyMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(migration.sql)
  await client.query('insert into migration (name, checksum) values ($1, $2)', [migration.name, checksumOf(migration)])
}

/** Those that were not applied to this database; all of them where it is new. */
export async function pendingMigrations(pool: pg.Pool, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await pool.query<{ is: boolean }>("select to_regclass('migration') is not null as is")
  if (rows[0]?.is !== true) return [...migrations]
  const { rows: applied } = await pool.query<{ name: string }>('select name from migration')
  return migrations.filter(({ name }) => !applied.some((one) => one.name === name))
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<boolean> {
  return transaction(client, async () => {
    const { name } = migration
    const { rows } = await client.query<{ checksum: string }>('select checksum from migration where name = $1', [name])
    if (rows[0] === undefined) {
      await applyMigration(client, migration)
      return true
    }
    if (rows[0].checksum !== checksumOf(migration))
      throw new Error(`Migration ${name} was changed after it had been applied. Restore it and put the change into a new migration.`)
    return false
  })
}

async function refuseUnknown(client: pg.PoolClient, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by name')
  const unknown = rows.map((row) => row.name).filter((name) => !migrations.some((each) => each.name === name))
  if (unknown.length > 0)
    throw new Error(`The database has migrations that this version does not know: ${unknown.join(', ')}. Start a version at least as new.`)
}

async function transaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
