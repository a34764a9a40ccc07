import { sql, type Kysely } from 'kysely'
import type { Consultation, ConsultationContent, ConsultationEvent, ParticipationLevel } from '../books/discussion/consultation.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'
import { touchConsultation } from './touch-consultation.ts'

type CityId = { id: string }

/** A consultation before it has a number. */
export interface NewConsultation {
  id: string
  programme: string
  version: number
  content: ConsultationContent
  level: ParticipationLevel
  opensOn: string
  closesOn: string
}

/** Consultations of a city and what happened to them. */
export function consultations(db: Kysely<Schema>) {
  const read = async (city: CityId, number: number | null): Promise<Consultation[]> => {
    const { rows } = await sql<ConsultationRow>`
      select c.id, c.number, c.programme, c.version, c.content, c.level, c.opens_on, c.closes_on, c.published_at, c.revision,
        coalesce((select json_agg(json_build_object('kind', e.kind, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'details', e.details) order by e.number)
          from consultation_event e where e.city_id = c.city_id and e.consultation_id = c.id), '[]') as events
      from consultation c
      where c.city_id = ${city.id} ${number === null ? sql`` : sql`and c.number = ${number}`}
      order by c.number desc`.execute(db)
    return rows.map(consultationOf)
  }
  return {
    /** All of them, drafts too, newest first. */
    listConsultations: async (city: CityId): Promise<Consultation[]> => await read(city, null),

    async findConsultation(city: CityId, number: number): Promise<Consultation | null> {
      if (!Number.isSafeInteger(number) || number > 1_000_000) return null
      const [found] = await read(city, number)
      return found ?? null
    },

    /** The same; nobody else changes it until the transaction ends. */
    async lockConsultation(city: CityId, number: number): Promise<Consultation | null> {
      if (!Number.isSafeInteger(number) || number > 1_000_000) return null
      await sql`select 1 from consultation where city_id = ${city.id} and number = ${number} for update`.execute(db)
      const [found] = await read(city, number)
      return found ?? null
    },

    /** Call it in a transaction. Returns its number. */
    async addConsultation(city: CityId, consultation: NewConsultation): Promise<number> {
      await lockCity(db, city)
      const { rows } = await sql<{ number: number }>`
        insert into consultation (city_id, id, number, programme, version, content, level, opens_on, closes_on)
        select ${city.id}, ${consultation.id}, coalesce(max(number), 0) + 1, ${consultation.programme}, ${consultation.version},
          ${JSON.stringify(consultation.content)}::jsonb, ${consultation.level}, ${consultation.opensOn}, ${consultation.closesOn}
        from consultation where city_id = ${city.id}
        returning number`.execute(db)
      return rows[0]!.number
    },

    /** Before it is published everything may change; afterwards only what the rules of `books/discussion/` let through. */
    async keepConsultation(
      city: CityId,
      id: string,
      fields: Pick<Consultation, 'content' | 'level' | 'opensOn' | 'closesOn' | 'publishedAt'>,
    ): Promise<void> {
      await sql`
        update consultation set content = ${JSON.stringify(fields.content)}::jsonb, level = ${fields.level}, opens_on = ${fields.opensOn},
          closes_on = ${fields.closesOn}, published_at = ${fields.publishedAt}::timestamptz, revision = revision + 1
        where city_id = ${city.id} and id = ${id}`.execute(db)
    },

    async addConsultationEvent(city: CityId, id: string, { kind, at, ...details }: ConsultationEvent, by: string | null): Promise<void> {
      await sql`
        insert into consultation_event (city_id, consultation_id, number, kind, at, done_by, details)
        select ${city.id}, ${id}, coalesce(max(number), 0) + 1, ${kind}, ${at}::timestamptz, ${by}, ${JSON.stringify(details)}::jsonb
        from consultation_event where city_id = ${city.id} and consultation_id = ${id}`.execute(db)
    },

    touchConsultation: (city: CityId, id: string) => touchConsultation(db, city, id),
  }
}

interface ConsultationRow {
  id: string
  number: number
  programme: string
  version: number
  content: ConsultationContent
  level: ParticipationLevel
  opens_on: string
  closes_on: string
  published_at: Date | null
  revision: number
  events: Array<{ kind: ConsultationEvent['kind']; at: string; details: Omit<ConsultationEvent, 'kind' | 'at'> }>
}

const consultationOf = (row: ConsultationRow): Consultation => ({
  id: row.id,
  number: row.number,
  programme: row.programme,
  version: row.version,
  content: row.content,
  level: row.level,
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  publishedAt: row.published_at?.toISOString() ?? null,
  events: row.events.map(({ kind, at, details }) => ({ kind, at, ...details })),
  revision: Number(row.revision),
})
