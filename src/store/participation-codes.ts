import { sql, type Kysely } from 'kysely'
import type { CodeBatch, UsedCode } from '../books/discussion/rules/participation-code.ts'
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
      const { rows } = await sql<{ batch: string; made_at: Date; made: number; used: number; void: number }>`
        select batch, made_at, count(*)::int as made, count(used_at)::int as used, count(void_at)::int as void from participation_code
        where city_id = ${city.id} and consultation_id = ${consultation.id}
        group by made_at, batch order by made_at, batch`.execute(db)
      return rows.map(({ made_at, ...row }) => ({ ...row, madeAt: made_at.toISOString() }))
    },

    /** Those of a batch that nobody has used count no more. Returns how many. */
    async voidCodes(
      city: CityId,
      consultation: ConsultationId,
      { batch, madeAt, at }: Pick<CodeBatch, 'batch' | 'madeAt'> & { at: Date },
    ): Promise<number> {
      const { numAffectedRows } = await sql`
        update participation_code set void_at = ${at}::timestamptz
        where city_id = ${city.id} and consultation_id = ${consultation.id} and batch = ${batch} and made_at = ${madeAt}::timestamptz
          and used_at is null and void_at is null`.execute(db)
      return Number(numAffectedRows ?? 0)
    },

    /** Which of these codes can be used, or are used already. */
    async listValidCodes(city: CityId, consultation: ConsultationId, hashes: readonly string[]): Promise<string[]> {
      if (hashes.length === 0) return []
      const { rows } = await sql<{ hash: string }>`
        select hash from participation_code
        where city_id = ${city.id} and consultation_id = ${consultation.id} and void_at is null and hash in (${sql.join(hashes)})`.execute(
        db,
      )
      return rows.map(({ hash }) => hash)
    },

    /** Marks a code as used, once. Whether the one who brings it may use it, its key says (`joinConsultation`). */
    async useCode(city: CityId, consultation: ConsultationId, hash: string, at: Date): Promise<UsedCode> {
      const { rows } = await sql<{ before: Date | null; void: boolean }>`
        update participation_code c set used_at = case when found.void then null else coalesce(c.used_at, ${at}::timestamptz) end
        from (
          select used_at as before, void_at is not null as void from participation_code
          where city_id = ${city.id} and consultation_id = ${consultation.id} and hash = ${hash} for update
        ) as found
        where c.city_id = ${city.id} and c.consultation_id = ${consultation.id} and c.hash = ${hash}
        returning found.before, found.void`.execute(db)
      const [row] = rows
      if (row === undefined) return 'unknown'
      if (row.void) return 'void'
      return row.before === null ? 'used' : 'used_before'
    },
  }
}
