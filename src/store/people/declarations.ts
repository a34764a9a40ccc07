import { sql, type Kysely } from 'kysely'
import type { Declaration } from '../../books/discussion/voices/declaration.ts'
import type { VoiceInput } from '../../books/discussion/voices/voice-batch.ts'
import type { Schema } from '../schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** What participants say about themselves. Read by the person herself, and by the protected tables. */
export function declarations(db: Kysely<Schema>) {
  return {
    async findDeclaration(city: CityId, consultation: ConsultationId, participant: number): Promise<Declaration> {
      const rows = await db
        .selectFrom('declaration')
        .select(['field', 'value'])
        .where('city_id', '=', city.id)
        .where('consultation_id', '=', consultation.id)
        .where('participant', '=', participant)
        .execute()
      return Object.fromEntries(rows.map(({ field, value }) => [field, value]))
    },

    /** Everything she says now: what is missing is taken back, and what she said before keeps its moment. Call it in a transaction. */
    async keepDeclaration(city: CityId, consultation: ConsultationId, participant: number, said: Declaration, at: Date): Promise<void> {
      const fields = Object.entries(said)
      await sql`
        delete from declaration where city_id = ${city.id} and consultation_id = ${consultation.id} and participant = ${participant}
          ${fields.length === 0 ? sql`` : sql`and field not in (${sql.join(fields.map(([field]) => field))})`}`.execute(db)
      if (fields.length > 0)
        await sql`
          insert into declaration as d (city_id, consultation_id, participant, field, value, declared_at)
          select ${city.id}, ${consultation.id}, ${participant}, field, value, ${at}::timestamptz
          from json_each_text(${JSON.stringify(said)}::json) as given (field, value)
          on conflict (city_id, consultation_id, participant, field) do update set value = excluded.value, declared_at = excluded.declared_at
          where d.value <> excluded.value`.execute(db)
    },

    /** For the protected tables alone. */
    async listDeclarations(city: CityId, consultation: ConsultationId): Promise<VoiceInput['declarations']> {
      const { rows } = await sql<VoiceInput['declarations'][number]>`
        select d.participant, d.field, d.value, p.cell_key as key,
          to_char(d.declared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
        from declaration d
        join participant p on p.city_id = d.city_id and p.consultation_id = d.consultation_id and p.number = d.participant
        where d.city_id = ${city.id} and d.consultation_id = ${consultation.id}
        order by d.participant, d.field`.execute(db)
      return rows
    },

    /** How many have said something about themselves since a moment; null: ever. */
    async countNewlyDeclared(city: CityId, consultation: ConsultationId, since: string | null): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(distinct participant) as count from declaration
        where city_id = ${city.id} and consultation_id = ${consultation.id}
          and declared_at > coalesce(${since}::timestamptz, '-infinity')`.execute(db)
      return Number(rows[0]?.count ?? 0)
    },
  }
}
