import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import type { Schema } from '../../src/store/schema.ts'

export interface TestDatabase {
  name: 'embedded' | 'PostgreSQL'
  /** A fresh, migrated database of its own; call it in `beforeAll`. `close` removes it. */
  open(): Promise<Database<Schema>>
}

/**
 * The databases that the store's tests run on, for `describe.each`: the embedded one always, in memory, and PostgreSQL
 * where TEST_DATABASE_URL names a server on which databases may be created.
 *
 * @example
 * describe.each(testDatabases())('cities on $name', ({ open }) => {
 *   let database: Database<Schema>
 *   beforeAll(async () => void (database = await open()))
 *   afterAll(() => database.close())
 * })
 */
export function testDatabases(): TestDatabase[] {
  const server = process.env['TEST_DATABASE_URL']
  const embedded: TestDatabase = { name: 'embedded', open: () => openMigrated({ directory: null }) }
  return server ? [embedded, { name: 'PostgreSQL', open: () => openOnServer(server) }] : [embedded]
}

async function openOnServer(server: string): Promise<Database<Schema>> {
  const name = `bagdar_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openMigrated({ url: url.href, directory: null })
  return {
    ...database,
    close: async () => {
      await database.close()
      await onServer(server, `drop database ${name}`)
    },
  }
}

async function openMigrated(options: Parameters<typeof openDatabase>[0]): Promise<Database<Schema>> {
  const database = await openDatabase<Schema>(options)
  await migrate(database.pool, readMigrations())
  return database
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
