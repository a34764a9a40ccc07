import { sql, type Kysely } from 'kysely'
import type { City, ComputedFile, Observation, Release, Series } from '../books/indicators/figure.ts'
import type { Notice } from '../books/notice.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { lockCity } from './lock-city.ts'
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

/** Bytes of one part of a computed file: written and read by one statement. */
export const bytesPerPart = 256 * 1024

/**
 * The writing side of the record. A release is written as a draft, in slices; nothing of it is seen until
 * `publishRelease`, which is one statement. A crash in between leaves a draft and no trace in any figure.
 */
export function writeRecord(db: Kysely<Schema>) {
  return {
    async addCity(city: City): Promise<void> {
      await sql`
        insert into city (id, slug, position, name, ref_area, time_zone, invented, comparison)
        select ${city.id}, ${city.slug}, coalesce(max(position), 0) + 1, ${json(city.name)}::jsonb, ${city.refArea}, ${city.timeZone}, ${city.invented},
          ${city.comparison}
        from city`.execute(db)
    },

    /** Releases of a city are numbered in the order in which they begin: whoever begins one waits for the one before. */
    async startRelease(city: City, draft: ReleaseDraft): Promise<Release> {
      return await inTransaction(db, async (whole) => {
        await lockCity(whole, city)
        const { rows } = await sql<Parameters<typeof releaseOf>[0]>`
          insert into release (
            city_id, id, number, kind, title, source, made_by, recorded_at, status, parameters, code_version, files, counts, notice_counts
          )
          select ${city.id}, ${draft.id}, coalesce(max(number), 0) + 1, ${draft.kind}, ${json(draft.title)}::jsonb, ${draft.source},
            ${draft.madeBy}, ${draft.recordedAt}::timestamptz, 'draft', ${json(draft.parameters)}::jsonb, ${draft.codeVersion},
            ${json(draft.files)}::jsonb, ${json(draft.counts)}::jsonb, ${json(draft.noticeCounts)}::jsonb
          from release where city_id = ${city.id}
          returning *`.execute(whole)
        const [row] = rows
        if (row === undefined) throw new Error('The release was not written.')
        return releaseOf(row)
      })
    },

    addEntries: (city: City, releaseId: string, entries: ReadonlyArray<{ kind: Schema['entry']['kind']; key: string; content: unknown }>) =>
      insert(db, 'entry', { city_id: city.id, release_id: releaseId }, { kind: 'text', key: 'text', content: 'jsonb' }, entries),

    /** Series that are there already stay as they are: their key says all about them. */
    addSeries: (city: City, series: readonly Series[]) =>
      insert(
        db,
        'series',
        { city_id: city.id },
        {
          id: 'uuid',
          address: 'text',
          indicator: 'text',
          ref_area: 'text',
          source: 'text',
          method: 'text',
          boundary: 'text',
          unit: 'text',
          dimensions: 'jsonb',
        },
        series.map(({ refArea, ...rest }) => ({ ref_area: refArea, ...rest })),
      ),

    /** Observations of one release; several of one series and period get positions in their order. */
    async addObservations(city: City, releaseId: string, observations: readonly Observation[]): Promise<void> {
      const series = [...new Set(observations.map((one) => one.seriesId))].map((id) => ({ series_id: id }))
      await insert(db, 'series_release', { city_id: city.id, release_id: releaseId }, { series_id: 'uuid' }, series)
      const positions = positionsOf(observations)
      await insert(
        db,
        'observation',
        { city_id: city.id, release_id: releaseId },
        {
          series_id: 'uuid',
          time_period: 'text',
          position: 'smallint',
          value: 'text',
          obs_value: 'double precision',
          obs_status: 'text',
          note: 'jsonb',
          file: 'text',
          line: 'integer',
          origin_row: 'text',
          origin_cell: 'text',
        },
        observations.map(({ seriesId, timePeriod, value, obsValue, obsStatus, note, origin }, index) => ({
          series_id: seriesId,
          time_period: timePeriod,
          position: positions[index],
          value,
          obs_value: obsValue,
          obs_status: obsStatus,
          note,
          file: origin?.file,
          line: origin?.line,
          origin_row: origin?.row,
          origin_cell: origin?.cell,
        })),
      )
    },

    addNotices: (city: City, releaseId: string, notices: readonly Notice[]) =>
      insert(
        db,
        'notice',
        { city_id: city.id, release_id: releaseId },
        {
          position: 'integer',
          code: 'text',
          severity: 'text',
          file: 'text',
          line: 'integer',
          column: 'text',
          value: 'text',
          details: 'jsonb',
        },
        notices.map((notice, position) => ({ position, ...notice })),
      ),

    async addProgrammeVersion(city: City, releaseId: string, version: ProgrammeVersion): Promise<void> {
      await db
        .insertInto('programme_version')
        .values({ city_id: city.id, programme: version.programme, number: version.number, release_id: releaseId, content: json(version) })
        .execute()
    },

    async addComputedFile(city: City, releaseId: string, file: ComputedFile, content: Uint8Array): Promise<void> {
      const key = { city_id: city.id, release_id: releaseId, name: file.name }
      await db
        .insertInto('computed_file')
        .values({ ...key, sha256: file.sha256, bytes: file.bytes })
        .execute()
      for (let position = 0; position * bytesPerPart < content.length; position++) {
        const part = Buffer.from(content.subarray(position * bytesPerPart, (position + 1) * bytesPerPart))
        await db
          .insertInto('computed_file_part')
          .values({ ...key, position, content: part })
          .execute()
      }
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

    /**
     * Reports of a city are numbered without gaps: whoever writes one waits for the one before.
     *
     * @param report.signed  who wrote it, and the id of her words in `resident_text`; `text` is empty then
     */
    async addMistakeReport(
      city: City,
      report: { seriesId: string; timePeriod: string; text: string; reportedAt: Date; signed?: { personId: string; textId: string } },
    ): Promise<number> {
      return await inTransaction(db, async (whole) => {
        await lockCity(whole, city)
        const { rows } = await sql<{ number: number }>`
        insert into mistake_report (city_id, number, series_id, time_period, text, reported_at, person_id, text_id)
        select ${city.id}, coalesce(max(number), 0) + 1, ${report.seriesId}, ${report.timePeriod}, ${report.text}, ${report.reportedAt},
          ${report.signed?.personId ?? null}::uuid, ${report.signed?.textId ?? null}::uuid
        from mistake_report where city_id = ${city.id}
        returning number`.execute(whole)
        const [row] = rows
        if (row === undefined) throw new Error('The report was not written.')
        return row.number
      })
    },
  }
}

/** In the transaction that is open already, or in one of its own. */
const inTransaction = async <T>(db: Kysely<Schema>, work: (whole: Kysely<Schema>) => Promise<T>): Promise<T> =>
  db.isTransaction ? await work(db) : await db.transaction().execute(work)

const json = (value: unknown): string => JSON.stringify(value)

/**
 * Inserts rows in slices, each handed over as one JSON document: a third faster than arrays by column on the embedded
 * database. A missing value is null. A series that is there already stays; any other row that is there is a fault.
 *
 * @param same     columns that are the same in all rows
 * @param columns  the other columns with their types
 */
async function insert(
  db: Kysely<Schema>,
  table: keyof Schema,
  same: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, string>>,
  rows: readonly unknown[],
): Promise<void> {
  const names = sql.join(Object.keys({ ...same, ...columns }).map((name) => sql.ref(name)))
  const values = sql.join([...Object.values(same).map((id) => sql`${id}::uuid`), ...Object.keys(columns).map((name) => sql.ref(name))])
  const types = sql.join(Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const slice = json(rows.slice(from, from + rowsPerStatement))
    await sql`
      insert into ${sql.table(table)} (${names})
      select ${values} from json_to_recordset(${slice}::json) as given (${types})
      ${table === 'series' ? sql`on conflict do nothing` : sql``}`.execute(db)
  }
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
