import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Those who change the same thing of a city take turns until the transaction ends. The weaker lock lets others add rows that refer to the
 * city meanwhile: with the strong one, two who have done so already would wait for each other for ever.
 */
export async function lockCity(db: Kysely<Schema>, city: { id: string }): Promise<void> {
  await sql`select 1 from city where id = ${city.id} for no key update`.execute(db)
}
