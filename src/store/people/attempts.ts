import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** How often something was tried. It stands in the database, so that several processes count together. */
export function attempts(db: Kysely<Schema>) {
  return {
    /** Counts one try under each key, and returns the counts, this one included, in the same order. */
    async countAttempts(tries: ReadonlyArray<{ key: string; windowStart: Date }>): Promise<number[]> {
      // Rows are taken in the order of their keys: two requests that share some never wait for each other in a ring.
      const { rows } = await sql<{ key: string; count: number }>`
        insert into attempt (key, window_start, count)
        select key, window_start, 1
        from json_to_recordset(${JSON.stringify(tries.map(({ key, windowStart }) => ({ key, window_start: windowStart })))}::json)
          as given (key text, window_start timestamptz)
        order by key
        on conflict (key, window_start) do update set count = attempt.count + 1
        returning key, count`.execute(db)
      const counts = new Map(rows.map(({ key, count }) => [key, count]))
      return tries.map(({ key }) => counts.get(key) ?? 0)
    },
  }
}
