import { sql, type Kysely } from 'kysely'
import type { CodeBatch } from '../books/discussion/rules/participation-code.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Codes that the city hands out; of each only a keyed hash is here. Who used which is not: `participant_key` has the hash, and no name. */
export function participationCodes(db: Kysely<Schema>) {
  return {
    async addCodes(
      city: CityId,
      consultation: ConsultationId,
      { batch, hashes, at }: { batch: string; hashes: readonly string[]; at: Date },
    ): Promise<void> {
      await sql`
        insert into participation_code (city_id, consultation_id, hash, batch, made_at)
        select ${city.id}::uuid, ${consultation.id}::uuid, hash, ${batch}, ${at}::timestamptz
        from json_array_elements_text(${JSON.stringify(hashes)}::json) as given (hash)`.execute(db)
    },

    /** Batches in the order in which they were made. */
    async listCodeBatches(city: CityId, consultation: ConsultationId): Promise<CodeBatch[]> {
      const { rows } = await sql<{ batch: string; made_at: Date; made: number; used: number }>`
        select batch, made_at, count(*)::int as made, count(used_at)::int as used from participation_code
        where city_id = ${city.id} and consultation_id = ${consultation.id}
        group by made_at, batch order by made_at, batch`.execute(db)
      return rows.map(({ made_at, ...row }) => ({ ...row, madeAt: made_at.toISOString() }))
    },

    /** Marks a code as used, once. Whether the one who brings it may use it, its key says (`joinConsultation`). */
    async useCode(city: CityId, consultation: ConsultationId, hash: string, at: Date): Promise<'used' | 'used_before' | 'unknown'> {
      const { rows } = await sql<{ before: Date | null }>`
        update participation_code c set used_at = coalesce(c.used_at, ${at}::timestamptz)
        from (
          select used_at as before from participation_code
          where city_id = ${city.id} and consultation_id = ${consultation.id} and hash = ${hash} for update
        ) as found
        where c.city_id = ${city.id} and c.consultation_id = ${consultation.id} and c.hash = ${hash}
        returning found.before`.execute(db)
      const [row] = rows
      if (row === undefined) return 'unknown'
      return row.before === null ? 'used' : 'used_before'
    },
  }
}
