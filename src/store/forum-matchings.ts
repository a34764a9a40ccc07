import { sql, type Kysely } from 'kysely'
import type { ForumSchedule } from '../books/cooperation/forum/forum.ts'
import type { ForumMatching, ForumTexts } from '../books/cooperation/forum/matching.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }

/** Who meets whom at a forum: the tables as they were written, and the schedule that was made of them. */
export function forumMatchings(db: Kysely<Schema>) {
  return {
    async findForumMatching(city: CityId, event: number): Promise<ForumMatching | null> {
      const { rows } = await sql<{ input: ForumTexts; schedule: ForumSchedule; computed_at: Date; revision: number }>`
        select input, schedule, computed_at, revision from forum_matching where city_id = ${city.id} and event = ${event}`.execute(db)
      const [row] = rows
      if (row === undefined) return null
      return { texts: row.input, schedule: row.schedule, computedAt: row.computed_at.toISOString(), revision: row.revision }
    },

    /** Call it in a transaction. false: somebody changed it since `revision`, and nothing was stored. */
    async keepForumMatching(city: CityId, event: number, { texts, schedule, computedAt, revision }: ForumMatching): Promise<boolean> {
      await lockCity(db, city)
      const { numAffectedRows } = await sql`
        insert into forum_matching (city_id, event, input, schedule, computed_at)
        select ${city.id}, ${event}, ${JSON.stringify(texts)}::jsonb, ${JSON.stringify(schedule)}::jsonb, ${computedAt}::timestamptz
        where ${revision} = 0 or exists (select 1 from forum_matching where city_id = ${city.id} and event = ${event})
        on conflict (city_id, event) do update set input = excluded.input, schedule = excluded.schedule, computed_at = excluded.computed_at,
          revision = forum_matching.revision + 1
        where forum_matching.revision = ${revision}`.execute(db)
      return numAffectedRows === 1n
    },
  }
}
