import { sql, type Kysely } from 'kysely'
import type { City } from '../books/indicators/figure.ts'
import type { Schema } from './schema.ts'

/** What the record tells about its own state: damage that must never be, and work that waits for somebody. */
export function checkRecord(db: Kysely<Schema>) {
  const count = async (query: ReturnType<typeof sql<{ count: number }>>): Promise<number> => (await query.execute(db)).rows[0]?.count ?? 0
  return {
    /** Values whose series or release is not there. The tables do not forbid it (`0001_record.sql` says why). */
    countOrphans: (city: City): Promise<number> =>
      count(sql<{ count: number }>`
        select count(*) as count from observation o
        where o.city_id = ${city.id} and (
          not exists (select 1 from series s where s.city_id = o.city_id and s.id = o.series_id)
          or not exists (select 1 from release r where r.city_id = o.city_id and r.id = o.release_id)
        )`),

    /** Computed files whose parts do not add up to their size. */
    countDamagedFiles: (city: City): Promise<number> =>
      count(sql<{ count: number }>`
        select count(*) as count from computed_file f
        where f.city_id = ${city.id} and f.bytes <> (
          select coalesce(sum(length(p.content)), 0) from computed_file_part p
          where p.city_id = f.city_id and p.release_id = f.release_id and p.name = f.name
        )`),

    /** Releases that wait as drafts, oldest first. */
    async listDrafts(city: City): Promise<Array<{ number: number; recordedAt: string }>> {
      const rows = await db
        .selectFrom('release')
        .select(['number', 'recorded_at'])
        .where('city_id', '=', city.id)
        .where('status', '=', 'draft')
        .orderBy('number')
        .execute()
      return rows.map((row) => ({ number: row.number, recordedAt: row.recorded_at.toISOString() }))
    },

    /** What readers reported as wrong, newest first. */
    async listMistakeReports(city: City): Promise<MistakeReport[]> {
      const { rows } = await sql<MistakeReport>`
        select m.number, s.address as series, m.time_period as "timePeriod", m.text, m.reported_at as "reportedAt"
        from mistake_report m join series s on s.city_id = m.city_id and s.id = m.series_id
        where m.city_id = ${city.id} order by m.number desc`.execute(db)
      return rows
    },
  }
}

export interface MistakeReport {
  number: number
  series: string
  timePeriod: string
  text: string
  reportedAt: Date
}
