import { sql, type Kysely } from 'kysely'
import type { NewSignature, Signature, Verification } from '../../books/cooperation/agreement-file.ts'
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
      const { rows: checks } = await sql<CheckRow>`
        select file, signature, verifier, answer, checked_at from signature_check
        where city_id = ${city.id} and agreement = ${agreement} order by file, signature, number`.execute(db)
      return rows.map((row) => {
        const later = checks.filter(({ file, signature }) => file === row.file && signature === row.number)
        const answers = [row, ...later].flatMap(verificationOf)
        return {
          ...{ file: row.file, number: row.number, signer: row.signer, fileSha256: row.file_sha256 },
          ...{ signature: row.signature, timeStamp: row.time_stamp },
          ...{ verification: answers.at(-1) ?? null, earlier: answers.slice(0, -1) },
        }
      })
    },

    /** Call it in a transaction. Returns its number among the signatures of its file. */
    async addSignature(
      city: CityId,
      agreement: number,
      { file, signer, fileSha256, signature, timeStamp, verification }: NewSignature,
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

    /** One answer more of a verifier; the ones before stay. Call it in a transaction. */
    async addSignatureCheck(
      city: CityId,
      agreement: number,
      { file, number }: Pick<Signature, 'file' | 'number'>,
      { verifier, answer, checkedAt }: Verification,
    ): Promise<void> {
      await lockCity(db, city)
      await sql`
        insert into signature_check (city_id, agreement, file, signature, number, verifier, answer, checked_at)
        select ${city.id}, ${agreement}, ${file}, ${number}, coalesce(max(number), 0) + 1, ${verifier}, ${JSON.stringify(answer)}::jsonb,
          ${checkedAt}::timestamptz
        from signature_check where city_id = ${city.id} and agreement = ${agreement} and file = ${file} and signature = ${number}`.execute(
        db,
      )
    },
  }
}

const verificationOf = ({ verifier, answer, checked_at }: Pick<SignatureRow, 'verifier' | 'answer' | 'checked_at'>): Verification[] =>
  verifier === null || checked_at === null ? [] : [{ verifier, answer, checkedAt: checked_at.toISOString() }]

interface CheckRow {
  file: number
  signature: number
  verifier: string
  answer: unknown
  checked_at: Date
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
