import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { AgreementFile, WithdrawnFile } from '../books/cooperation/agreement-file.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }

/** Signed papers as they were scanned. */
export function agreementFiles(db: Kysely<Schema>) {
  return {
    /** Those that stand; what was taken back is `listWithdrawnFiles`. */
    async listAgreementFiles(city: CityId, agreement: number): Promise<AgreementFile[]> {
      const { rows } = await sql<FileRow>`
        select number, name, media_type, sha256, length(content) as size, added_at from agreement_file
        where city_id = ${city.id} and agreement = ${agreement} and withdrawn_at is null order by number`.execute(db)
      return rows.map(fileOf)
    },

    async listWithdrawnFiles(city: CityId, agreement: number): Promise<WithdrawnFile[]> {
      const { rows } = await sql<FileRow & { withdrawn_at: Date; reason: string }>`
        select number, name, media_type, sha256, length(content) as size, added_at, withdrawn_at, withdrawal_reason as reason
        from agreement_file
        where city_id = ${city.id} and agreement = ${agreement} and withdrawn_at is not null order by number`.execute(db)
      return rows.map((row) => ({ ...fileOf(row), withdrawnAt: row.withdrawn_at.toISOString(), reason: row.reason }))
    },

    /** It stays, for staff alone. false: it does not stand. */
    async withdrawAgreementFile(
      city: CityId,
      agreement: number,
      number: number,
      { at, reason }: { at: Date; reason: string },
    ): Promise<boolean> {
      const { numAffectedRows } = await sql`
        update agreement_file set withdrawn_at = ${at}::timestamptz, withdrawal_reason = ${reason}
        where city_id = ${city.id} and agreement = ${agreement} and number = ${number} and withdrawn_at is null`.execute(db)
      return numAffectedRows === 1n
    },

    async readAgreementFile(city: CityId, agreement: number, number: number): Promise<Uint8Array | null> {
      const { rows } = await sql<{ content: Uint8Array }>`
        select content from agreement_file where city_id = ${city.id} and agreement = ${agreement} and number = ${number}`.execute(db)
      return rows[0]?.content ?? null
    },

    /** Call it in a transaction. The same file stands once: brought again, it has the number that it has. */
    async addAgreementFile(
      city: CityId,
      agreement: number,
      file: { name: string; mediaType: string; content: Uint8Array; at: Date; by: string | null },
    ): Promise<{ number: number; isNew: boolean }> {
      await lockCity(db, city)
      const sha256 = createHash('sha256').update(file.content).digest('hex')
      const there = await sql<{ number: number }>`
        select number from agreement_file
        where city_id = ${city.id} and agreement = ${agreement} and sha256 = ${sha256} and withdrawn_at is null`.execute(db)
      if (there.rows[0] !== undefined) return { number: there.rows[0].number, isNew: false }
      const { rows } = await sql<{ number: number }>`
        insert into agreement_file (city_id, agreement, number, name, media_type, sha256, content, added_at, added_by)
        select ${city.id}, ${agreement}, coalesce(max(number), 0) + 1, ${file.name}, ${file.mediaType}, ${sha256}, ${file.content},
          ${file.at}::timestamptz, ${file.by}
        from agreement_file where city_id = ${city.id} and agreement = ${agreement}
        returning number`.execute(db)
      return { number: rows[0]!.number, isNew: true }
    },
  }
}

const fileOf = (row: FileRow): AgreementFile => ({
  number: row.number,
  name: row.name,
  mediaType: row.media_type,
  sha256: row.sha256,
  size: row.size,
  addedAt: row.added_at.toISOString(),
})

interface FileRow {
  number: number
  name: string
  media_type: string
  sha256: string
  size: number
  added_at: Date
}
