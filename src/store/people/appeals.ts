import { sql, type Kysely } from 'kysely'
import type { OpenAppeal } from '../../books/discussion/rules/decide-moderation.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import type { Schema } from '../schema.ts'
import { touchConsultation } from '../touch-consultation.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Where a mail about what somebody wrote goes to. */
export interface Reader {
  email: string
  language: Language
}

/** Appeals against decisions of moderators, and whom to tell: the words and the addresses stay behind this door. */
export function appeals(db: Kysely<Schema>) {
  return {
    /** Her words stand in `resident_text` already. False: there is an appeal against this decision. */
    async addAppeal(
      city: CityId,
      consultation: ConsultationId,
      { decision, participant, textId, at }: { decision: number; participant: number; textId: string; at: Date },
    ): Promise<boolean> {
      const { rows } = await sql`
        insert into appeal (city_id, consultation_id, decision, participant, text_id, appealed_at)
        values (${city.id}, ${consultation.id}, ${decision}, ${participant}, ${textId}, ${at}::timestamptz)
        on conflict do nothing returning 1`.execute(db)
      if (rows.length === 0) return false
      await touchConsultation(db, city, consultation.id)
      return true
    },

    /** Appeals with their words, those without an outcome first. */
    async listAppeals(city: CityId, consultation: ConsultationId): Promise<OpenAppeal[]> {
      const { rows } = await sql<AppealRow>`
        select a.decision, a.appealed_at, a.outcome, a.answer, t.text from appeal a
        left join resident_text t on t.city_id = a.city_id and t.id = a.text_id
        where a.city_id = ${city.id} and a.consultation_id = ${consultation.id}
        order by a.outcome is not null, a.decision`.execute(db)
      return rows.map(({ appealed_at, ...row }) => ({ ...row, appealedAt: appealed_at.toISOString() }))
    },

    async countOpenAppeals(city: CityId, consultation: ConsultationId): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from appeal
        where city_id = ${city.id} and consultation_id = ${consultation.id} and outcome is null`.execute(db)
      return rows[0]?.count ?? 0
    },

    /** False: it has been answered. */
    async answerAppeal(
      city: CityId,
      consultation: ConsultationId,
      decision: number,
      { outcome, answer, at, by }: { outcome: 'upheld' | 'rejected'; answer: MultilingualText; at: Date; by: string },
    ): Promise<boolean> {
      const { rows } = await sql`
        update appeal set outcome = ${outcome}, answer = ${JSON.stringify(answer)}::jsonb, answered_at = ${at}::timestamptz, answered_by = ${by}
        where city_id = ${city.id} and consultation_id = ${consultation.id} and decision = ${decision} and outcome is null
        returning 1`.execute(db)
      if (rows.length === 0) return false
      await touchConsultation(db, city, consultation.id)
      return true
    },

    /** Whom to tell what became of what a participant wrote; null: paper, somebody who was forgotten, or an account that is closed. */
    async findReaderOf(city: CityId, consultation: ConsultationId, participant: number): Promise<Reader | null> {
      const { rows } = await sql<{ email: string; language: Language }>`
        select p.email, p.language from participant a join person p on p.id = a.person_id
        where a.city_id = ${city.id} and a.consultation_id = ${consultation.id} and a.number = ${participant}
          and p.email is not null and p.disabled_at is null`.execute(db)
      return rows[0] ?? null
    },
  }
}

interface AppealRow {
  decision: number
  appealed_at: Date
  outcome: 'upheld' | 'rejected' | null
  answer: MultilingualText | null
  text: string | null
}
