import { sql, type Kysely } from 'kysely'
import type { ModerationAction, ModerationDecision } from '../books/discussion/moderation.ts'
import type { MultilingualText } from '../books/text.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

export interface NewModerationDecision {
  subject: ModerationDecision['subject']
  action: ModerationAction
  rule: string | null
  reason: MultilingualText
  proof: string | null
  at: Date
  by: string
}

/** What moderators decided. Nothing of it is ever changed: a decision that was wrong is followed by another one. */
export function moderation(db: Kysely<Schema>) {
  const read = async (
    city: CityId,
    consultation: ConsultationId,
    filter: { number?: number; subject?: ModerationDecision['subject']; offset?: number; limit?: number },
  ): Promise<ModerationDecision[]> => {
    const { number, subject, offset = 0, limit = 1000 } = filter
    const { rows } = await sql<DecisionRow>`
      select d.number, d.subject_kind, d.subject, d.action, d.rule, d.reason, d.proof, d.decided_at,
        a.appealed_at, a.outcome, a.answer, a.answered_at
      from moderation_decision d
      left join appeal a on a.city_id = d.city_id and a.consultation_id = d.consultation_id and a.decision = d.number
      where d.city_id = ${city.id} and d.consultation_id = ${consultation.id}
        ${number === undefined ? sql`` : sql`and d.number = ${number}`}
        ${subject === undefined ? sql`` : sql`and d.subject_kind = ${subject.kind} and d.subject = ${subject.number}`}
      order by d.number desc offset ${offset} limit ${limit}`.execute(db)
    return rows.map(decisionOf)
  }

  return {
    /** Call it in a transaction. Returns its number. */
    async addModerationDecision(city: CityId, consultation: ConsultationId, decision: NewModerationDecision): Promise<number> {
      const { rows } = await sql<{ number: number }>`
        update consultation set last_decision = last_decision + 1, revision = revision + 1
        where city_id = ${city.id} and id = ${consultation.id} returning last_decision as number`.execute(db)
      const { number } = rows[0]!
      const { subject, action, rule, reason, proof, at, by } = decision
      await sql`
        insert into moderation_decision (city_id, consultation_id, number, subject_kind, subject, action, rule, reason, proof, decided_at,
          decided_by)
        values (${city.id}, ${consultation.id}, ${number}, ${subject.kind}, ${subject.number}, ${action}, ${rule},
          ${JSON.stringify(reason)}::jsonb, ${proof}, ${at}::timestamptz, ${by})`.execute(db)
      return number
    },

    /** The public log, newest first; of one thing where it is named. */
    listModerationDecisions: async (
      city: CityId,
      consultation: ConsultationId,
      filter: { subject?: ModerationDecision['subject']; offset?: number; limit?: number } = {},
    ): Promise<ModerationDecision[]> => await read(city, consultation, filter),

    async countModerationDecisions(city: CityId, consultation: ConsultationId): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from moderation_decision
        where city_id = ${city.id} and consultation_id = ${consultation.id}`.execute(db)
      return rows[0]?.count ?? 0
    },

    async findModerationDecision(city: CityId, consultation: ConsultationId, number: number): Promise<ModerationDecision | null> {
      if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000_000) return null
      const [found] = await read(city, consultation, { number })
      return found ?? null
    },

    /** Who decided: an appeal is for somebody else, where there is somebody else. */
    async findWhoDecided(city: CityId, consultation: ConsultationId, number: number): Promise<string | null> {
      const row = await db
        .selectFrom('moderation_decision')
        .select('decided_by')
        .where('city_id', '=', city.id)
        .where('consultation_id', '=', consultation.id)
        .where('number', '=', number)
        .executeTakeFirst()
      return row?.decided_by ?? null
    },
  }
}

interface DecisionRow {
  number: number
  subject_kind: 'contribution' | 'statement'
  subject: number
  action: ModerationAction
  rule: string | null
  reason: MultilingualText
  proof: string | null
  decided_at: Date
  appealed_at: Date | null
  outcome: 'upheld' | 'rejected' | null
  answer: MultilingualText | null
  answered_at: Date | null
}

const decisionOf = (row: DecisionRow): ModerationDecision => ({
  number: row.number,
  subject: { kind: row.subject_kind, number: row.subject },
  action: row.action,
  rule: row.rule,
  reason: row.reason,
  proof: row.proof,
  decidedAt: row.decided_at.toISOString(),
  appeal:
    row.appealed_at === null
      ? null
      : {
          appealedAt: row.appealed_at.toISOString(),
          outcome: row.outcome,
          answer: row.answer,
          answeredAt: row.answered_at?.toISOString() ?? null,
        },
})
