import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { MistakeAnswer, MistakeOutcome, MistakeReport } from '../../books/indicators/mistake-report.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { Schema } from '../schema.ts'
import { keyedHash } from './keyed-hash.ts'

type CityId = { id: string }

/** Words that residents wrote, and the reports of mistakes that refer to them. */
export function residentTexts(db: Kysely<Schema>) {
  return {
    /** Keeps the words apart from the thing that refers to them by id, with a nonce that goes when the words go. Paper has no account. */
    async addResidentText(city: CityId, text: { id: string; personId: string | null; text: string; writtenAt: Date }): Promise<void> {
      await db
        .insertInto('resident_text')
        .values({
          city_id: city.id,
          id: text.id,
          person_id: text.personId,
          text: text.text,
          nonce: randomBytes(32),
          written_at: text.writtenAt,
        })
        .execute()
    },

    /**
     * What history keeps in place of the words: HMAC-SHA256 with the nonce as key. While the words are here they can be proven; without the
     * nonce nobody can tell from the hash what they were, not even by guessing. null: the words are gone.
     */
    async proveResidentText(city: CityId, id: string): Promise<string | null> {
      const row = await db
        .selectFrom('resident_text')
        .select(['text', 'nonce'])
        .where('city_id', '=', city.id)
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : keyedHash(row.nonce, row.text)
    },

    /** Reports of a city, those without an answer first, then newest first. */
    async listMistakeReports(city: CityId, { offset, limit }: { offset: number; limit: number }): Promise<MistakeReport[]> {
      const { rows } = await sql<ReportRow>`${reports} where m.city_id = ${city.id}
        order by m.answered_at is not null, m.number desc offset ${offset} limit ${limit}`.execute(db)
      return rows.map(reportOf)
    },

    async countMistakeReports(city: CityId): Promise<{ all: number; open: number }> {
      const { rows } = await sql<{ all: number; open: number }>`
        select count(*) as all, count(*) filter (where answered_at is null) as open from mistake_report where city_id = ${city.id}`.execute(
        db,
      )
      return rows[0] ?? { all: 0, open: 0 }
    },

    /** The report, and the id of its words where they stand apart. */
    async findMistakeReport(city: CityId, number: number): Promise<{ report: MistakeReport; textId: string | null } | null> {
      const { rows } = await sql<ReportRow>`${reports} where m.city_id = ${city.id} and m.number = ${number}`.execute(db)
      const [row] = rows
      return row === undefined ? null : { report: reportOf(row), textId: row.text_id }
    },

    /** What one person reported, in all cities, newest first. */
    async listMistakeReportsOf(personId: string): Promise<Array<MistakeReport & { city: { slug: string; name: MultilingualText } }>> {
      const { rows } = await sql<ReportRow>`${reports} where m.person_id = ${personId} order by m.reported_at desc, m.number desc`.execute(
        db,
      )
      return rows.map((row) => ({ ...reportOf(row), city: { slug: row.slug, name: row.city_name } }))
    },

    async answerMistakeReport(city: CityId, number: number, { outcome, answer }: MistakeAnswer, by: string, at: Date): Promise<void> {
      await sql`
        update mistake_report set outcome = ${outcome}, answer = ${JSON.stringify(answer)}::jsonb, answered_at = ${at}, answered_by = ${by}
        where city_id = ${city.id} and number = ${number}`.execute(db)
    },
  }
}

interface ReportRow {
  number: number
  address: string
  indicator: string
  time_period: string
  text: string
  text_id: string | null
  resident_text: string | null
  reported_at: Date
  person_id: string | null
  outcome: MistakeOutcome | null
  answer: MultilingualText | null
  answered_at: Date | null
  slug: string
  city_name: MultilingualText
}

const reports = sql`
  select m.number, s.address, s.indicator, m.time_period, m.text, m.text_id, t.text as resident_text, m.reported_at, m.person_id,
    m.outcome, m.answer, m.answered_at, c.slug, c.name as city_name
  from mistake_report m
  join city c on c.id = m.city_id
  join series s on s.city_id = m.city_id and s.id = m.series_id
  left join resident_text t on t.city_id = m.city_id and t.id = m.text_id`

const reportOf = (row: ReportRow): MistakeReport => ({
  number: row.number,
  series: row.address,
  indicator: row.indicator,
  timePeriod: row.time_period,
  text: row.text_id === null ? row.text : row.resident_text,
  reportedAt: row.reported_at.toISOString(),
  signed: row.person_id !== null,
  outcome: row.outcome,
  answer: row.answer,
  answeredAt: row.answered_at?.toISOString() ?? null,
})
