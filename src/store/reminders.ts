import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** What was told about deadlines, so that it is told once. */
export function reminders(db: Kysely<Schema>) {
  return {
    /**
     * Takes what nobody has told yet, and writes down that it is told. Of two who ask at once, the second waits for the first and gets what
     * is left. Call it in the transaction that writes the messages.
     */
    async claimReminders(city: { id: string }, keys: readonly string[], at: Date): Promise<Set<string>> {
      const { rows } = await sql<{ key: string }>`
        insert into reminder (city_id, key, sent_at)
        select ${city.id}::uuid, key, ${at}::timestamptz from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) key order by key
        on conflict do nothing returning key`.execute(db)
      return new Set(rows.map(({ key }) => key))
    },
  }
}
