import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** Something that public pages of a consultation show has changed: pages that were kept are made again. */
export async function touchConsultation(db: Kysely<Schema>, city: { id: string }, id: string): Promise<void> {
  await sql`update consultation set revision = revision + 1 where city_id = ${city.id} and id = ${id}`.execute(db)
}
