import { sql, type Kysely } from 'kysely'
import type { Statement, StatementState, StatementSubject } from '../../books/discussion/statement.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import type { Schema } from '../schema.ts'
import { keyedHash } from './keyed-hash.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** A statement before it has a number: of the city, or of a resident, whose words stand in `resident_text`. */
export interface NewStatement {
  by: { kind: 'city'; text: MultilingualText } | { kind: 'resident'; participant: number; textId: string; language: Language }
  subject: StatementSubject | null
  state: StatementState
  at: Date
}

/** Statements that people agree with or not; those of residents with their words and the newest translations. */
export function statements(db: Kysely<Schema>) {
  const read = async (
    city: CityId,
    consultation: ConsultationId,
    number: number | null,
    { state, participant }: { state?: StatementState; participant?: number },
  ) => {
    const { rows } = await sql<StatementRow>`
      select s.number, s.text, s.language, s.participant, s.subject_kind, s.subject, s.state, s.written_at, t.text as words,
        case when t.id is not null then (
          select json_object_agg(language, text) from (
            select distinct on (language) language, text from resident_text_translation r
            where r.city_id = t.city_id and r.text_id = t.id order by language, version desc
          ) as newest
        ) end as translations
      from statement s left join resident_text t on t.city_id = s.city_id and t.id = s.text_id
      where s.city_id = ${city.id} and s.consultation_id = ${consultation.id}
        ${number === null ? sql`` : sql`and s.number = ${number}`} ${state === undefined ? sql`` : sql`and s.state = ${state}`}
        ${participant === undefined ? sql`` : sql`and s.participant = ${participant}`}
      order by s.number`.execute(db)
    return rows.map(statementOf)
  }

  return {
    /** In the order of their numbers. */
    listStatements: async (
      city: CityId,
      consultation: ConsultationId,
      filter: { state?: StatementState; participant?: number } = {},
    ): Promise<Statement[]> => await read(city, consultation, null, filter),

    /** Numbers of the statements that can be voted on. */
    async listShownNumbers(city: CityId, consultation: ConsultationId): Promise<number[]> {
      const { rows } = await sql<{ numbers: number[] }>`
        select coalesce(array_agg(number), '{}') as numbers from statement
        where city_id = ${city.id} and consultation_id = ${consultation.id} and state = 'shown'`.execute(db)
      return rows[0]?.numbers ?? []
    },

    async findStatement(city: CityId, consultation: ConsultationId, number: number): Promise<Statement | null> {
      if (!Number.isSafeInteger(number) || number > 1_000_000_000) return null
      const [found] = await read(city, consultation, number, {})
      return found ?? null
    },

    /** Call it in a transaction. Returns its number. */
    async addStatement(city: CityId, consultation: ConsultationId, { by, subject, state, at }: NewStatement): Promise<number> {
      const { rows } = await sql<{ number: number }>`
        update consultation set last_statement = last_statement + 1, revision = revision + ${state === 'shown' ? 1 : 0}
        where city_id = ${city.id} and id = ${consultation.id} returning last_statement as number`.execute(db)
      const { number } = rows[0]!
      const [text, resident] = by.kind === 'city' ? [JSON.stringify(by.text), null] : [null, by]
      await sql`
        insert into statement (city_id, consultation_id, number, text, text_id, participant, language, subject_kind, subject, state, written_at)
        values (${city.id}, ${consultation.id}, ${number}, ${text}::jsonb, ${resident?.textId ?? null}, ${resident?.participant ?? null},
          ${resident?.language ?? null}, ${subject?.kind ?? null}, ${subject?.id ?? null}, ${state}, ${at}::timestamptz)`.execute(db)
      return number
    },

    /** Pages that show statements are made again. */
    async keepStatementState(city: CityId, consultation: ConsultationId, number: number, state: StatementState): Promise<void> {
      await sql`
        with changed as (
          update statement set state = ${state}
          where city_id = ${city.id} and consultation_id = ${consultation.id} and number = ${number}
        )
        update consultation set revision = revision + 1 where city_id = ${city.id} and id = ${consultation.id}`.execute(db)
    },

    /** Its author takes it back while it waits for a moderator: the words are deleted, the number stays. false: it does not wait, or is not hers. */
    async withdrawStatement(city: CityId, consultation: ConsultationId, number: number, participant: number): Promise<boolean> {
      const { rows } = await sql`
        with changed as (
          update statement set state = 'withdrawn'
          where city_id = ${city.id} and consultation_id = ${consultation.id} and number = ${number} and participant = ${participant}
            and state = 'held'
          returning text_id
        ), gone as (
          delete from resident_text where city_id = ${city.id} and id in (select text_id from changed)
        )
        select 1 from changed`.execute(db)
      return rows.length === 1
    },

    /** Keyed hash of the words of a statement, as the log keeps it when they are taken out; null: they are gone, or are the city's own. */
    async proveStatement(city: CityId, consultation: ConsultationId, number: number): Promise<string | null> {
      const { rows } = await sql<{ text: string; nonce: Buffer }>`
        select t.text, t.nonce from statement s join resident_text t on t.city_id = s.city_id and t.id = s.text_id
        where s.city_id = ${city.id} and s.consultation_id = ${consultation.id} and s.number = ${number}`.execute(db)
      const [row] = rows
      return row === undefined ? null : keyedHash(row.nonce, row.text)
    },

    /** Other words for a statement of the city. False: somebody has voted on it, or a resident wrote it, and nothing is written. */
    async rewordStatement(
      city: CityId,
      consultation: ConsultationId,
      number: number,
      { text, subject }: { text: MultilingualText; subject: StatementSubject | null },
    ): Promise<boolean> {
      const { rows } = await sql`
        with changed as (
          update statement s set text = ${JSON.stringify(text)}::jsonb, subject_kind = ${subject?.kind ?? null}, subject = ${subject?.id ?? null}
          where city_id = ${city.id} and consultation_id = ${consultation.id} and number = ${number} and text is not null
            and not exists (
              select 1 from vote v where v.city_id = s.city_id and v.consultation_id = s.consultation_id and v.statement = s.number
            )
          returning 1
        )
        update consultation set revision = revision + 1
        where city_id = ${city.id} and id = ${consultation.id} and exists (select 1 from changed) returning 1`.execute(db)
      return rows.length === 1
    },
  }
}

interface StatementRow {
  number: number
  text: MultilingualText | null
  language: Language | null
  participant: number | null
  subject_kind: StatementSubject['kind'] | null
  subject: string | null
  state: StatementState
  written_at: Date
  words: string | null
  translations: MultilingualText | null
}

const statementOf = (row: StatementRow): Statement => ({
  number: row.number,
  text: row.text ?? (row.words === null || row.language === null ? null : { ...row.translations, [row.language]: row.words }),
  language: row.language,
  participant: row.participant,
  subject: row.subject_kind === null || row.subject === null ? null : { kind: row.subject_kind, id: row.subject },
  state: row.state,
  writtenAt: row.written_at.toISOString(),
})
