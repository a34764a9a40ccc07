import { sql, type Kysely } from 'kysely'
import type { City } from '../books/indicators/figure.ts'
import type { Schema } from './schema.ts'

/** What the front page of the desk counts. */
export function attention(db: Kysely<Schema>) {
  return {
    async countMistakesWithoutAnswer(city: Pick<City, 'id'>): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from mistake_report where city_id = ${city.id} and answered_at is null`.execute(db)
      return rows[0]?.count ?? 0
    },
  }
}
