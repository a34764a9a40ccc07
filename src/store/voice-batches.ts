import { sql, type Kysely } from 'kysely'
import type { CensusChoices } from '../books/discussion/voices/census.ts'
import type { PublishedCells } from '../books/discussion/voices/publish-cells.ts'
import type { VoiceBatch, VoiceResult } from '../books/discussion/voices/voice-batch.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Protected tables as they were published, and what they are held against. */
export function voiceBatches(db: Kysely<Schema>) {
  return {
    /** null: none was published yet. */
    async findVoiceBatch(city: CityId, consultation: ConsultationId): Promise<VoiceBatch | null> {
      const row = await newest(city, consultation)
      return row === null ? null : { number: row.number, madeAt: row.made_at.toISOString(), result: row.result as VoiceResult }
    },

    /** What the next batch must know of the newest one. It never leaves the system. */
    async findPublishedCells(city: CityId, consultation: ConsultationId): Promise<PublishedCells> {
      return ((await newest(city, consultation))?.cells ?? {}) as PublishedCells
    },

    /** Publishes a batch; the cells of the one before are let go. False: somebody else has just published one of this number. */
    async addVoiceBatch(city: CityId, consultation: ConsultationId, batch: VoiceBatch, cells: PublishedCells): Promise<boolean> {
      const { rows } = await sql`
        with added as (
          insert into voice_batch (city_id, consultation_id, number, made_at, result, cells)
          values (${city.id}, ${consultation.id}, ${batch.number}, ${batch.madeAt}::timestamptz, ${JSON.stringify(batch.result)}::jsonb,
            ${JSON.stringify(cells)}::jsonb)
          on conflict do nothing returning 1
        ), let_go as (
          update voice_batch set cells = null
          where city_id = ${city.id} and consultation_id = ${consultation.id} and number < ${batch.number} and cells is not null
            and exists (select 1 from added)
        )
        update consultation set revision = revision + 1
        where city_id = ${city.id} and id = ${consultation.id} and exists (select 1 from added) returning 1`.execute(db)
      return rows.length === 1
    },

    /** How many take part, and who of them has written a contribution that everybody can read, since when. */
    async listWriters(city: CityId, consultation: ConsultationId): Promise<{ participants: number; writers: Map<number, string> }> {
      const { rows } = await sql<{ participants: number; writers: Array<[number, string]> }>`
        select c.last_participant as participants, (
          select coalesce(json_agg(json_build_array(w.participant, w.since) order by w.participant), '[]') from (
            select participant, to_char(min(written_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
            from contribution k where k.city_id = c.city_id and k.consultation_id = c.id and k.state = 'shown' group by participant
          ) as w
        ) as writers
        from consultation c where c.city_id = ${city.id} and c.id = ${consultation.id}`.execute(db)
      return { participants: rows[0]?.participants ?? 0, writers: new Map(rows[0]?.writers) }
    },

    async findCensusChoices(city: CityId, consultation: ConsultationId): Promise<CensusChoices> {
      const row = await db
        .selectFrom('consultation')
        .select('census')
        .where('city_id', '=', city.id)
        .where('id', '=', consultation.id)
        .executeTakeFirst()
      return (row?.census ?? {}) as CensusChoices
    },

    async keepCensusChoices(city: CityId, consultation: ConsultationId, choices: CensusChoices): Promise<void> {
      await sql`
        update consultation set census = ${JSON.stringify(choices)}::jsonb, revision = revision + 1
        where city_id = ${city.id} and id = ${consultation.id}`.execute(db)
    },
  }

  async function newest(city: CityId, consultation: ConsultationId) {
    const row = await db
      .selectFrom('voice_batch')
      .select(['number', 'made_at', 'result', 'cells'])
      .where('city_id', '=', city.id)
      .where('consultation_id', '=', consultation.id)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ?? null
  }
}
