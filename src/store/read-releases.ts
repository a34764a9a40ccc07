import { sql, type Kysely, type Selectable } from 'kysely'
import type { City, ComputedFile, Observation, Reading, Release, SeriesKey } from '../books/indicators/figure.ts'
import type { Notice } from '../books/notice.ts'
import { observationOf, releaseOf, seriesOf } from './rows.ts'
import type { Schema } from './schema.ts'
import { bytesPerPart } from './write-record.ts'

/** Releases one by one: what each brought, whether or not it counts on some day. */
export function readReleases(db: Kysely<Schema>) {
  return {
    async listHistory(city: City, seriesId: string, timePeriod: string): Promise<Array<{ observation: Observation; release: Release }>> {
      const observations = await db
        .selectFrom('observation')
        .selectAll()
        .where('city_id', '=', city.id)
        .where('series_id', '=', seriesId)
        .where('time_period', '=', timePeriod)
        .orderBy('position')
        .execute()
      const releases = await db
        .selectFrom('release')
        .selectAll()
        .where('city_id', '=', city.id)
        .where('id', 'in', [...new Set(observations.map((row) => row.release_id)), noRelease])
        .where('status', '!=', 'draft')
        .orderBy('published_at')
        .orderBy('number')
        .execute()
      return releases.flatMap((release) =>
        observations
          .filter((row) => row.release_id === release.id)
          .map((row) => ({ observation: observationOf(row), release: releaseOf(release) })),
      )
    },

    async findRelease(city: City, number: number): Promise<Release | null> {
      const row = await db.selectFrom('release').selectAll().where('city_id', '=', city.id).where('number', '=', number).executeTakeFirst()
      return row === undefined ? null : releaseOf(row)
    },

    async listNotices(city: City, releaseId: string, filter: { code?: string; offset: number; limit: number }): Promise<Notice[]> {
      let query = db.selectFrom('notice').selectAll().where('city_id', '=', city.id).where('release_id', '=', releaseId)
      if (filter.code !== undefined) query = query.where('code', '=', filter.code)
      const rows = await query.orderBy('position').offset(filter.offset).limit(filter.limit).execute()
      return rows.map(({ code, severity, file, line, column, value, details }) => ({ code, severity, file, line, column, value, details }))
    },

    async listComputedFilesOf(city: City, releaseId: string): Promise<ComputedFile[]> {
      const query = db.selectFrom('computed_file').select(['name', 'sha256', 'bytes'])
      return await query.where('city_id', '=', city.id).where('release_id', '=', releaseId).orderBy('name').execute()
    },

    /** Bytes `from` to `to` (not included) of a computed file; only the parts that hold them are read. */
    async readComputedFile(city: City, releaseId: string, name: string, from: number, to: number): Promise<Uint8Array> {
      const first = Math.floor(from / bytesPerPart)
      const rows = await db
        .selectFrom('computed_file_part')
        .select('content')
        .where('city_id', '=', city.id)
        .where('release_id', '=', releaseId)
        .where('name', '=', name)
        .where('position', '>=', first)
        .where('position', '<', Math.ceil(to / bytesPerPart))
        .orderBy('position')
        .execute()
      return Buffer.concat(rows.map((row) => row.content)).subarray(from - first * bytesPerPart, to - first * bytesPerPart)
    },

    /** Everything one release brought, as readings in the order of their files: for writing a city out again. */
    async listReadings(city: City, releaseId: string): Promise<Reading[]> {
      const { rows } = await sql<Selectable<Schema['series']> & Selectable<Schema['observation']>>`
        select s.*, o.* from observation o join series s on s.city_id = o.city_id and s.id = o.series_id
        where o.city_id = ${city.id} and o.release_id = ${releaseId}
        order by s.indicator collate "C", s.address collate "C", o.time_period collate "C", o.position`.execute(db)
      const keys = new Map<string, SeriesKey>()
      return rows.map((row) => {
        const { id: _id, address: _address, ...key } = seriesOf({ ...row, id: row.series_id })
        const series = keys.get(row.series_id) ?? key
        keys.set(row.series_id, series)
        const { timePeriod, value, obsStatus, note, origin } = observationOf(row)
        return { series, timePeriod, value, obsStatus, note, origin }
      })
    },

    /** Names and definitions that one release brought. */
    async listEntriesOf<Content>(city: City, releaseId: string, kind: Schema['entry']['kind']): Promise<Content[]> {
      const rows = await db
        .selectFrom('entry')
        .select('content')
        .where('city_id', '=', city.id)
        .where('release_id', '=', releaseId)
        .where('kind', '=', kind)
        .orderBy(sql`key collate "C"`)
        .execute()
      return rows.map((row) => row.content as Content)
    },
  }
}

/** `in ()` is not SQL: an id that no release has keeps the list from being empty. */
const noRelease = '00000000-0000-0000-0000-000000000000'
