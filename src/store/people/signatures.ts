import { sql, type Kysely } from 'kysely'
import type { Signature } from '../../books/cooperation/agreement-file.ts'
import { lockCity } from '../lock-city.ts'
import type { Schema } from '../schema.ts'

type CityId = { id: string }

/** Electronic signatures of agreements. Their certificates hold names and personal numbers: they stay behind the door. */
export function signatures(db: Kysely<Schema>) {
  return {
    async listSignatures(city: CityId, agreement: number): Promise<Signature[]> {
      const { rows } = await sql<SignatureRow>`
        select file, number, signer, file_sha256, signature, time_stamp, verifier, answer, checked_at from signature
        where city_id = ${city.id} and agreement = ${agreement} order by file, number`.execute(db)
      return rows.map((row) => ({
        file: row.file,
        number: row.number,
        signer: row.signer,
        fileSha256: row.file_sha256,
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
      { file, signer, fileSha256, signature, timeStamp, verification }: Omit<Signature, 'number'>,
    ): Promise<number> {
      await lockCity(db, city)
      const { rows } = await sql<{ number: number }>`
        insert into signature (city_id, agreement, file, number, signer, file_sha256, signature, time_stamp, verifier, answer, checked_at)
        select ${city.id}, ${agreement}, ${file}, coalesce(max(number), 0) + 1, ${signer}, ${fileSha256}, ${signature}, ${timeStamp},
          ${verification?.verifier ?? null}, ${verification === null ? null : JSON.stringify(verification.answer)}::jsonb,
          ${verification?.checkedAt ?? null}::timestamptz
        from signature where city_id = ${city.id} and agreement = ${agreement} and file = ${file}
        returning number`.execute(db)
      return rows[0]!.number
    },
  }
}

interface SignatureRow {
  file: number
  number: number
  signer: string
  file_sha256: string
  signature: Uint8Array
  time_stamp: Uint8Array | null
  verifier: string | null
  answer: unknown
  checked_at: Date | null
}
