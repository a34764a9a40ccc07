import type pg from 'pg'
import { openDatabase, type Database } from '../database.ts'
import { isHeldHere } from '../embedded/directory-lock.ts'
import { withCopy } from './copy-database.ts'

/**
 * Reads the database as it is at one moment, while others may go on writing.
 *
 * PostgreSQL does that by itself. The embedded database has one session, and a long transaction would hold up every page: beside a running
 * server its files are copied, and the copy is read.
 *
 * @param directory  the data directory; null for a database in memory
 */
export async function atOneMoment<T>(
  { pool, kind }: Pick<Database<unknown>, 'pool' | 'kind'>,
  directory: string | null,
  use: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    if (kind === 'postgres' || directory === null || isHeldHere(directory)) return await reading(client, use)
    return await withCopy(client, directory, async (copy) => {
      const copied = await openDatabase<unknown>({ directory: copy })
      try {
        return await atOneMoment(copied, copy, use)
      } finally {
        await copied.close()
      }
    })
  } finally {
    client.release()
  }
}

async function reading<T>(client: pg.ClientBase, use: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only')
  try {
    return await use(client)
  } finally {
    await client.query('rollback')
  }
}
