import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { AgreementFile, Signature } from '../books/cooperation/agreement-file.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }

/** Signed papers as they were scanned, and their electronic signatures. */
export function agreementFiles(db: Kysely<Schema>) {
  return {
    async listAgreementFiles(city: CityId, agreement: number): Promise<AgreementFile[]> {
      const { rows } = await sql<FileRow>`
        select number, name, media_type, sha256, length(content) as size, added_at from agreement_file
        where city_id = ${city.id} and agreement = ${agreement} order by number`.execute(db)
      return rows.map((row) => ({
        number: row.number,
        name: row.name,
        mediaType: row.media_type,
        sha256: row.sha256,
        size: row.size,
        addedAt: row.added_at.toISOString(),
      }))
    },

    async readAgreementFile(city: CityId, agreement: number, number: number): Promise<Uint8Array | null> {
      const { rows } = await sql<{ content: Uint8Array }>`
        select content from agreement_file where city_id = ${city.id} and agreement = ${agreement} and number = ${number}`.execute(db)
      return rows[0]?.content ?? null
    },

    /** Call it in a transaction. Returns its number. */
    async addAgreementFile(
      city: CityId,
      agreement: number,
      file: { name: string; mediaType: string; content: Uint8Array; at: Date; by: string },
    ): Promise<number> {
      await lockCity(db, city)
      const sha256 = createHash('sha256').update(file.content).digest('hex')
      const { rows } = await sql<{ number: number }>`
        insert into agreement_file (city_id, agreement, number, name, media_type, sha256, content, added_at, added_by)
        select ${city.id}, ${agreement}, coalesce(max(number), 0) + 1, ${file.name}, ${file.mediaType}, ${sha256}, ${file.content},
          ${file.at}::timestamptz, ${file.by}
        from agreement_file where city_id = ${city.id} and agreement = ${agreement}
        returning number`.execute(db)
      return rows[0]!.number
    },

    async listSignatures(city: CityId, agreement: number): Promise<Signature[]> {
      const { rows } = await sql<SignatureRow>`
        select file, number, signer, document_sha256, signature, time_stamp, verifier, answer, checked_at from signature
        where city_id = ${city.id} and agreement = ${agreement} order by file, number`.execute(db)
      return rows.map((row) => ({
        file: row.file,
        number: row.number,
        signer: row.signer,
        documentSha256: row.document_sha256,
        signature: row.signature,
        timeStamp: row.time_stamp,
        verification:
          row.verifier === null || row.checked_at === null
            ? null
            : { verifier: row.verifier, answer: row.answer, checkedAt: row.checked_at.toISOString() },
      }))
    },

    /** Call it in a transaction. Returns its number among the signatures of its file. */
    async addSignature(
      city: CityId,
      agreement: number,
      { file, signer, documentSha256, signature, timeStamp, verification }: Omit<Signature, 'number'>,
    ): Promise<number> {
      await lockCity(db, city)
      const { rows } = await sql<{ number: number }>`
        insert into signature (city_id, agreement, file, number, signer, document_sha256, signature, time_stamp, verifier, answer, checked_at)
        select ${city.id}, ${agreement}, ${file}, coalesce(max(number), 0) + 1, ${signer}, ${documentSha256}, ${signature}, ${timeStamp},
          ${verification?.verifier ?? null}, ${verification === null ? null : JSON.stringify(verification.answer)}::jsonb,
          ${verification?.checkedAt ?? null}::timestamptz
        from signature where city_id = ${city.id} and agreement = ${agreement} and file = ${file}
        returning number`.execute(db)
      return rows[0]!.number
    },
  }
}

interface FileRow {
  number: number
  name: string
  media_type: string
  sha256: string
  size: number
  added_at: Date
}

interface SignatureRow {
  file: number
  number: number
  signer: string
  document_sha256: string
  signature: Uint8Array
  time_stamp: Uint8Array | null
  verifier: string | null
  answer: unknown
  checked_at: Date | null
}
