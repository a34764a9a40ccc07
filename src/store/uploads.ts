import { sql, type Kysely, type Selectable } from 'kysely'
import type { City } from '../books/indicators/figure.ts'
import type { Upload, UploadExplanation, UploadReport } from '../books/indicators/entry/upload.ts'
import type { Refusal } from '../books/outcome.ts'
import type { Schema } from './schema.ts'

/** What may change in an upload while it is worked at. */
export type UploadChange = Partial<
  Pick<Upload, 'task' | 'state' | 'mapping' | 'explanation' | 'report' | 'refusal' | 'releaseId' | 'releaseNumber'>
>

/** Tables that were brought to the desk. Any process can take one up: it holds a lease, and a lease that ran out is free again. */
export function uploads(db: Kysely<Schema>) {
  return {
    async addUpload(
      city: Pick<City, 'id'>,
      upload: Pick<Upload, 'id' | 'personId' | 'sha256' | 'name' | 'bytes' | 'format' | 'uploadedAt'>,
    ): Promise<void> {
      await sql`
        insert into upload (city_id, id, person_id, sha256, name, bytes, format, uploaded_at, task, state)
        values (${city.id}, ${upload.id}, ${upload.personId}, ${upload.sha256}, ${upload.name}, ${upload.bytes}, ${upload.format},
          ${upload.uploadedAt}::timestamptz, 'explain', 'waiting')`.execute(db)
    },

    /** Newest first. */
    async listUploads(city: Pick<City, 'id'>): Promise<Upload[]> {
      const rows = await db
        .selectFrom('upload')
        .selectAll()
        .where('city_id', '=', city.id)
        .orderBy('uploaded_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(uploadOf)
    },

    async findUpload(city: Pick<City, 'id'>, id: string): Promise<Upload | null> {
      const row = await db.selectFrom('upload').selectAll().where('city_id', '=', city.id).where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : uploadOf(row)
    },

    /** Asks for a task. False while somebody works at another one. */
    async askUpload(city: Pick<City, 'id'>, id: string, task: Upload['task'], mapping: string | null, now: Date): Promise<boolean> {
      const { rows } = await sql<{ id: string }>`
        update upload set task = ${task}, state = 'waiting', refusal = null, lease_until = null, mapping = coalesce(${mapping}::text, mapping)
        where city_id = ${city.id} and id = ${id} and ${notPublished}
          and (state in ('done', 'failed', 'waiting') or lease_until is null or lease_until < ${now})
        returning id`.execute(db)
      return rows.length === 1
    },

    /** Takes an upload that waits, or whose process has died; of several takers one gets it. */
    async takeUpload(city: Pick<City, 'id'>, id: string, now: Date, until: Date): Promise<Upload | null> {
      const { rows } = await sql<Selectable<Schema['upload']>>`
        update upload set state = 'reading', lease_until = ${until}
        where city_id = ${city.id} and id = ${id}
          and (state = 'waiting' or (state in ('reading', 'comparing', 'storing') and (lease_until is null or lease_until < ${now})))
        returning *`.execute(db)
      return rows[0] === undefined ? null : uploadOf(rows[0])
    },

    async extendLease(city: Pick<City, 'id'>, id: string, until: Date): Promise<void> {
      await sql`update upload set lease_until = ${until} where city_id = ${city.id} and id = ${id}`.execute(db)
    },

    async changeUpload(city: Pick<City, 'id'>, id: string, change: UploadChange): Promise<void> {
      const columns = Object.entries({
        task: change.task,
        state: change.state,
        mapping: change.mapping,
        release_id: change.releaseId,
        release_number: change.releaseNumber,
        explanation: json(change.explanation),
        report: json(change.report),
        refusal: json(change.refusal),
      }).filter(([, value]) => value !== undefined)
      await db.updateTable('upload').set(Object.fromEntries(columns)).where('city_id', '=', city.id).where('id', '=', id).execute()
    },

    /** Those that wait for a process or have lost theirs, in all cities: for a job that looks after them. */
    async listUploadsToRun(now: Date): Promise<Array<{ cityId: string; id: string; sha256: string }>> {
      const { rows } = await sql<{ cityId: string; id: string; sha256: string }>`
        select city_id as "cityId", id, sha256 from upload
        where state = 'waiting' or (state in ('reading', 'comparing', 'storing') and (lease_until is null or lease_until < ${now}))
        order by uploaded_at`.execute(db)
      return rows
    },

    /**
     * Forgets uploads that nobody published, and returns the hashes of files that no upload needs any more.
     *
     * @param before  uploaded earlier than this
     */
    async forgetUploads(before: Date): Promise<string[]> {
      const { rows } = await sql<{ sha256: string }>`
        delete from upload where ${notPublished} and uploaded_at < ${before} returning sha256`.execute(db)
      const gone = [...new Set(rows.map((row) => row.sha256))]
      const { rows: needed } = await sql<{
        sha256: string
      }>`select distinct sha256 from upload where sha256 = any(${gone}::text[])`.execute(db)
      const still = new Set(needed.map((row) => row.sha256))
      return gone.filter((hash) => !still.has(hash))
    },
  }
}

/** A release that was ever published keeps its file. */
const notPublished = sql`not exists (
  select 1 from release where release.city_id = upload.city_id and release.id = upload.release_id and release.status <> 'draft')`

/** undefined leaves the column as it is; null empties it. */
const json = (value: unknown): string | null | undefined => (value === undefined || value === null ? value : JSON.stringify(value))

const uploadOf = (row: Selectable<Schema['upload']>): Upload => ({
  id: row.id,
  personId: row.person_id,
  sha256: row.sha256,
  name: row.name,
  bytes: row.bytes,
  format: row.format,
  uploadedAt: row.uploaded_at.toISOString(),
  task: row.task,
  state: row.state,
  leaseUntil: row.lease_until?.toISOString() ?? null,
  mapping: row.mapping,
  explanation: row.explanation as UploadExplanation | null,
  report: row.report as UploadReport | null,
  refusal: row.refusal as Refusal | null,
  releaseId: row.release_id,
  releaseNumber: row.release_number,
})
