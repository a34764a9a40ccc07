import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { City } from '../books/indicators/figure.ts'
import type { Schema } from './schema.ts'

/** What the record tells about its own state: damage that must never be, and work that waits for somebody. */
export function checkRecord(db: Kysely<Schema>) {
  return {
    /** Values whose series or release is not there. The tables do not forbid it (`0001_record.sql` says why). */
    async countOrphans(city: City): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from observation o
        where o.city_id = ${city.id} and (
          not exists (select 1 from series s where s.city_id = o.city_id and s.id = o.series_id)
          or not exists (select 1 from release r where r.city_id = o.city_id and r.id = o.release_id)
        )`.execute(db)
      return rows[0]?.count ?? 0
    },

    /** Computed files whose parts do not add up to their size and SHA-256. */
    async listDamagedFiles(city: City): Promise<Array<{ release: number; name: string }>> {
      const { rows: files } = await sql<{ releaseId: string; release: number; name: string; sha256: string; bytes: number }>`
        select f.release_id as "releaseId", r.number as release, f.name, f.sha256, f.bytes
        from computed_file f join release r on r.city_id = f.city_id and r.id = f.release_id
        where f.city_id = ${city.id} order by r.number, f.name collate "C"`.execute(db)
      const damaged: Array<{ release: number; name: string }> = []
      for (const { releaseId, release, name, sha256, bytes } of files) {
        const found = await sumParts(db, city, releaseId, name)
        if (found.sha256 !== sha256 || found.bytes !== bytes) damaged.push({ release, name })
      }
      return damaged
    },

    /** Values whose text and number do not say the same: how many, and the first of them. */
    async findUnequalValues(city: City): Promise<{ count: number; first: { series: string; timePeriod: string; release: number } | null }> {
      const { rows } = await sql<{ count: number; series: string; timePeriod: string; release: number }>`
        select count(*) over () as count, s.address as series, o.time_period as "timePeriod", r.number as release
        from observation o
        join series s on s.city_id = o.city_id and s.id = o.series_id
        join release r on r.city_id = o.city_id and r.id = o.release_id
        where o.city_id = ${city.id} and o.obs_value is distinct from
          case when o.value ~ '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,2})?$' then o.value::double precision end
        order by r.number, s.address collate "C", o.time_period collate "C" limit 1`.execute(db)
      const [row] = rows
      return row === undefined
        ? { count: 0, first: null }
        : { count: row.count, first: { series: row.series, timePeriod: row.timePeriod, release: row.release } }
    },

    /** What each release that is or was public says of itself, and what is stored of it. */
    async listReleaseSums(city: City): Promise<ReleaseSums[]> {
      const { rows } = await sql<ReleaseSums>`
        select r.number, r.kind, r.files, r.counts, r.notice_counts as "noticeCounts",
          (select count(distinct (o.series_id, o.time_period)) from observation o where o.city_id = r.city_id and o.release_id = r.id) as values,
          (select count(*) from entry e where e.city_id = r.city_id and e.release_id = r.id) as entries,
          coalesce(
            (select json_object_agg(n.code, n.count) from (
              select code, count(*) as count from notice n where n.city_id = r.city_id and n.release_id = r.id group by code
            ) n), '{}'
          ) as notices
        from release r where r.city_id = ${city.id} and r.status <> 'draft' order by r.number`.execute(db)
      return rows
    },

    /** Releases that wait as drafts, oldest first. */
    async listWaitingDrafts(city: City): Promise<Array<{ number: number; recordedAt: string }>> {
      const rows = await db
        .selectFrom('release')
        .select(['number', 'recorded_at'])
        .where('city_id', '=', city.id)
        .where('status', '=', 'draft')
        .orderBy('number')
        .execute()
      return rows.map((row) => ({ number: row.number, recordedAt: row.recorded_at.toISOString() }))
    },

    /** What readers reported as wrong, newest first. The text of a signed report is empty here: it belongs to the person. */
    async listReportedMistakes(city: City): Promise<ReportedMistake[]> {
      const { rows } = await sql<ReportedMistake>`
        select m.number, s.address as series, m.time_period as "timePeriod", m.text, m.reported_at as "reportedAt"
        from mistake_report m join series s on s.city_id = m.city_id and s.id = m.series_id
        where m.city_id = ${city.id} and m.answered_at is null order by m.number desc`.execute(db)
      return rows
    },
  }
}

export interface ReportedMistake {
  number: number
  series: string
  timePeriod: string
  text: string
  reportedAt: Date
}

export interface ReleaseSums {
  number: number
  kind: 'import' | 'computation' | 'entry'
  files: Array<{ path: string; sha256: string; bytes: number }>
  counts: Record<string, number>
  noticeCounts: Record<string, number>
  /** Series and periods of which it says something. */
  values: number
  entries: number
  /** Notices that are kept, by code. */
  notices: Record<string, number>
}

/** Part by part: a file may be larger than what memory is there. */
async function sumParts(db: Kysely<Schema>, city: City, releaseId: string, name: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for (let position = 0; ; position++) {
    const part = await db
      .selectFrom('computed_file_part')
      .select('content')
      .where('city_id', '=', city.id)
      .where('release_id', '=', releaseId)
      .where('name', '=', name)
      .where('position', '=', position)
      .executeTakeFirst()
    if (part === undefined) return { sha256: hash.digest('hex'), bytes }
    hash.update(part.content)
    bytes += part.content.length
  }
}
