import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { MIGRATION_LOCK, type Migration } from '../migrate.ts'
import { erasePerson } from '../people/erase-person.ts'
import type { Schema } from '../schema.ts'
import type { BackupEnd } from './backup-format.ts'
import type { Erasure } from './erasures.ts'
import { restoreTables } from './restore-tables.ts'
import { listTables } from './tables.ts'

const name = pg.escapeIdentifier

/** Where the tables are made before they take the place of those that are there. */
const aside = 'bagdar_restored'

/**
 * Puts the content of a backup in the place of what the database holds, in one transaction: all of it or nothing. Tables that are not
 * Bagdar's stay.
 *
 * @param erasures  people who are to stay forgotten, whatever the backup still knows of them
 */
export async function restoreInPlace(
  pool: pg.Pool,
  file: string,
  migrations: readonly Migration[],
  erasures: readonly Erasure[],
): Promise<BackupEnd> {
  const client = await pool.connect()
  try {
    await client.query('begin; set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    const { rows } = await client.query<{ schema: string }>('select current_schema() as schema')
    const place = rows[0]?.schema ?? 'public'
    await client.query(`drop schema if exists ${aside} cascade; create schema ${aside}; set local search_path to ${aside}`)
    const end = await restoreTables(client, file, migrations)
    for (const { person, at } of erasures) await erasePerson(onConnection(client), person, new Date(at))
    for (const table of await listTables(client))
      await client.query(
        `drop table if exists ${name(place)}.${name(table.name)} cascade; alter table ${name(table.name)} set schema ${name(place)}`,
      )
    await client.query(`drop schema ${aside}`)
    await client.query('commit')
    return end
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Kysely on one connection, inside whatever transaction is open there. */
const onConnection = (client: pg.PoolClient): Kysely<Schema> => {
  const connection = { query: client.query.bind(client), release: () => {} }
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: { connect: async () => connection, end: async () => {} } }) })
}
