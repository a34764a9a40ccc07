import { sql, type Kysely } from 'kysely'
import type { City, Observation, Release, Series } from '../books/indicators/figure.ts'
import type { Notice } from '../books/notice.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { releaseOf } from './rows.ts'
import type { Schema } from './schema.ts'

/** A release as it begins: not yet part of the record. */
export type ReleaseDraft = Pick<
  Release,
  'id' | 'kind' | 'title' | 'source' | 'madeBy' | 'recordedAt' | 'parameters' | 'codeVersion' | 'files' | 'counts' | 'noticeCounts'
>

/**
 * Rows written by one statement. A long import takes the embedded database's one session for well under 50 ms at a
 * time, so that the pages of a running server stay quick (measured in `bench/RESULTS.md`).
 */
const rowsPerStatement = 1000

/**
 * The writing side of the record. A release is written as a draft, in slices; nothing of it is seen until
 * `publishRelease`, which is one statement. A crash in between leaves a draft and no trace in any figure.
 */
export function writeRecord(db: Kysely<Schema>) {
  return {
    async addCity(city: City): Promise<void> {
      await sql`
        insert into city (id, slug, position, name, ref_area, time_zone, invented)
        select ${city.id}, ${city.slug}, coalesce(max(position), 0) + 1, ${json(city.name)}::jsonb, ${city.refArea}, ${city.timeZone}, ${city.invented}
        from city`.execute(db)
    },

    async startRelease(city: City, draft: ReleaseDraft): Promise<Release> {
      const { rows } = await sql<Parameters<typeof releaseOf>[0]>`
        insert into release (
          city_id, id, number, kind, title, source, made_by, recorded_at, status, parameters, code_version, files, counts, notice_counts
        )
        select ${city.id}, ${draft.id}, coalesce(max(number), 0) + 1, ${draft.kind}, ${json(draft.title)}::jsonb, ${draft.source}, ${draft.madeBy},
          ${draft.recordedAt}::timestamptz, 'draft', ${json(draft.parameters)}::jsonb, ${draft.codeVersion},
          ${json(draft.files)}::jsonb, ${json(draft.counts)}::jsonb, ${json(draft.noticeCounts)}::jsonb
        from release where city_id = ${city.id}
        returning *`.execute(db)
      const [row] = rows
      if (row === undefined) throw new Error('The release was not written.')
      return releaseOf(row)
    },

    async addEntries(
      city: City,
      releaseId: string,
      entries: ReadonlyArray<{ kind: Schema['entry']['kind']; key: string; content: unknown }>,
    ): Promise<void> {
      for (const slice of slices(entries)) {
        await sql`
          insert into entry (city_id, kind, key, release_id, content)
          select ${city.id}, kind, key, ${releaseId}, content::jsonb
          from unnest(${slice.map((e) => e.kind)}::text[], ${slice.map((e) => e.key)}::text[], ${slice.map((e) => json(e.content))}::text[])
            as t (kind, key, content)`.execute(db)
      }
    },

    /** Series that are there already stay as they are: their key says all about them. */
    async addSeries(city: City, series: readonly Series[]): Promise<void> {
      for (const slice of slices(series)) {
        await sql`
          insert into series (city_id, id, address, indicator, ref_area, source, method, boundary, unit, dimensions)
          select ${city.id}, id, address, indicator, ref_area, source, method, boundary, unit, dimensions::jsonb
          from unnest(
            ${slice.map((s) => s.id)}::uuid[], ${slice.map((s) => s.address)}::text[], ${slice.map((s) => s.indicator)}::text[],
            ${slice.map((s) => s.refArea)}::text[], ${slice.map((s) => s.source)}::text[], ${slice.map((s) => s.method)}::text[],
            ${slice.map((s) => s.boundary)}::text[], ${slice.map((s) => s.unit)}::text[], ${slice.map((s) => json(s.dimensions))}::text[]
          ) as t (id, address, indicator, ref_area, source, method, boundary, unit, dimensions)
          on conflict (city_id, id) do nothing`.execute(db)
      }
    },

    /** Observations of one release; several of one series and period get positions in their order. */
    async addObservations(city: City, releaseId: string, observations: readonly Observation[]): Promise<void> {
      const positions = positionsOf(observations)
      for (const slice of slices(observations.map((observation, index) => ({ ...observation, position: positions[index] ?? 0 })))) {
        await sql`
          insert into observation (
            city_id, series_id, time_period, release_id, position, value, obs_value, obs_status, note, file, line, origin_row, origin_cell
          )
          select ${city.id}, series_id, time_period, ${releaseId}, position, value, obs_value, obs_status, note::jsonb, file, line, origin_row, origin_cell
          from unnest(
            ${slice.map((o) => o.seriesId)}::uuid[], ${slice.map((o) => o.timePeriod)}::text[], ${slice.map((o) => o.position)}::smallint[],
            ${slice.map((o) => o.value)}::text[], ${slice.map((o) => o.obsValue)}::double precision[],
            ${slice.map((o) => o.obsStatus)}::text[], ${slice.map((o) => (o.note === null ? null : json(o.note)))}::text[],
            ${slice.map((o) => o.origin?.file ?? null)}::text[], ${slice.map((o) => o.origin?.line ?? null)}::integer[],
            ${slice.map((o) => o.origin?.row ?? null)}::text[], ${slice.map((o) => o.origin?.cell ?? null)}::text[]
          ) as t (series_id, time_period, position, value, obs_value, obs_status, note, file, line, origin_row, origin_cell)`.execute(db)
      }
    },

    async addNotices(city: City, releaseId: string, notices: readonly Notice[]): Promise<void> {
      for (const slice of slices(notices.map((notice, position) => ({ ...notice, position })))) {
        await sql`
          insert into notice (city_id, release_id, position, code, severity, file, line, "column", value, details)
          select ${city.id}, ${releaseId}, position, code, severity, file, line, "column", value, details::jsonb
          from unnest(
            ${slice.map((n) => n.position)}::integer[], ${slice.map((n) => n.code)}::text[], ${slice.map((n) => n.severity)}::text[],
            ${slice.map((n) => n.file)}::text[], ${slice.map((n) => n.line)}::integer[], ${slice.map((n) => n.column)}::text[],
            ${slice.map((n) => n.value)}::text[], ${slice.map((n) => json(n.details))}::text[]
          ) as t (position, code, severity, file, line, "column", value, details)`.execute(db)
      }
    },

    async addProgrammeVersion(city: City, releaseId: string, version: ProgrammeVersion): Promise<void> {
      await db
        .insertInto('programme_version')
        .values({ city_id: city.id, programme: version.programme, number: version.number, release_id: releaseId, content: json(version) })
        .execute()
    },

    /** From `at` on the release is part of the record. Returns false when there is no such draft. */
    async publishRelease(city: City, releaseId: string, at: Date): Promise<boolean> {
      const result = await db
        .updateTable('release')
        .set({ status: 'published', published_at: at })
        .where('city_id', '=', city.id)
        .where('id', '=', releaseId)
        .where('status', '=', 'draft')
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    /** From `at` on the release no longer counts; what it brought stays readable. False when it is not published. */
    async withdrawRelease(city: City, releaseId: string, at: Date, by: string, reason: string): Promise<boolean> {
      const result = await db
        .updateTable('release')
        .set({ status: 'withdrawn', withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
        .where('city_id', '=', city.id)
        .where('id', '=', releaseId)
        .where('status', '=', 'published')
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    async addMistakeReport(city: City, report: { seriesId: string; timePeriod: string; text: string; reportedAt: Date }): Promise<number> {
      const { rows } = await sql<{ number: number }>`
        insert into mistake_report (city_id, number, series_id, time_period, text, reported_at)
        select ${city.id}, coalesce(max(number), 0) + 1, ${report.seriesId}, ${report.timePeriod}, ${report.text}, ${report.reportedAt}
        from mistake_report where city_id = ${city.id}
        returning number`.execute(db)
      const [row] = rows
      if (row === undefined) throw new Error('The report was not written.')
      return row.number
    },
  }
}

const json = (value: unknown): string => JSON.stringify(value)

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) yield rows.slice(from, from + rowsPerStatement)
}

/** 0 for the first row of a series and period, 1 for the second, and so on. */
function positionsOf(observations: readonly Observation[]): number[] {
  const seen = new Map<string, number>()
  return observations.map(({ seriesId, timePeriod }) => {
    const key = `${seriesId} ${timePeriod}`
    const position = seen.get(key) ?? 0
    seen.set(key, position + 1)
    return position
  })
}
