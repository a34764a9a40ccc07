import { sql, type Kysely } from 'kysely'
import type { ContributionChange, Decision, OfficialAnswer } from '../books/discussion/official-answer.ts'
import type { AnswerTime } from '../books/discussion/rules/answer-clock.ts'
import type { MultilingualText } from '../books/text.ts'
import type { Schema } from './schema.ts'
import { touchConsultation } from './touch-consultation.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** What the city answers, and which sentence of a later version each contribution changed. */
export function officialAnswers(db: Kysely<Schema>) {
  const read = async (city: CityId, consultation: ConsultationId, number: number | null): Promise<OfficialAnswer[]> => {
    // Joined here and not in the database: before it has statistics it joins row by row, and takes seconds for a thousand answers.
    const { rows: answers } = await sql<AnswerRow>`
      select number, decision, reason, answered_at, corrects from official_answer
      where city_id = ${city.id} and consultation_id = ${consultation.id}
        ${number === null ? sql`` : sql`and (number = ${number} or corrects = ${number})`}
      order by number`.execute(db)
    const { rows: answered } = await sql<{ answer: number; number: number }>`
      select answer, number from contribution
      where city_id = ${city.id} and consultation_id = ${consultation.id}
        ${number === null ? sql`and answer is not null` : sql`and answer = ${number}`}
      order by number`.execute(db)
    const corrected = new Set(answers.map(({ corrects }) => corrects))
    const contributions = new Map<number, number[]>(answers.map((answer) => [answer.number, []]))
    for (const one of answered) contributions.get(one.answer)?.push(one.number)
    return answers
      .filter((answer) => !corrected.has(answer.number) && (number === null || answer.number === number))
      .map((row) => answerOf(row, contributions.get(row.number) ?? []))
  }

  return {
    /** Answers that stand, in the order of their numbers; those that were corrected are in the history. */
    listAnswers: async (city: CityId, consultation: ConsultationId): Promise<OfficialAnswer[]> => await read(city, consultation, null),

    /** null: there is none, or another one has taken its place. */
    async findAnswer(city: CityId, consultation: ConsultationId, number: number): Promise<OfficialAnswer | null> {
      const [found] = await read(city, consultation, number)
      return found ?? null
    },

    /**
     * Call it in a transaction; which contributions it answers, `keepContributionAnswer` says. Returns its number.
     *
     * @param corrects  number of the answer whose place it takes: the clock still counts from the first one
     */
    async addAnswer(
      city: CityId,
      consultation: ConsultationId,
      answer: { decision: Decision; reason: MultilingualText; by: string; at: Date; corrects: number | null },
    ): Promise<number> {
      const { rows } = await sql<{ number: number }>`
        update consultation set last_answer = last_answer + 1, revision = revision + 1
        where city_id = ${city.id} and id = ${consultation.id} returning last_answer as number`.execute(db)
      const { number } = rows[0]!
      await sql`
        insert into official_answer (city_id, consultation_id, number, decision, reason, answered_at, answered_by, corrects, first_answered_at)
        values (${city.id}, ${consultation.id}, ${number}, ${answer.decision}, ${JSON.stringify(answer.reason)}::jsonb,
          ${answer.at}::timestamptz, ${answer.by}, ${answer.corrects},
          coalesce((select first_answered_at from official_answer
            where city_id = ${city.id} and consultation_id = ${consultation.id} and number = ${answer.corrects}::integer), ${answer.at}::timestamptz))`.execute(
        db,
      )
      return number
    },

    /** When each contribution that is shown came, and when it was first answered. Replies of residents to each other need no answer. */
    async listAnswerTimes(city: CityId, consultation: ConsultationId): Promise<AnswerTime[]> {
      const { rows } = await sql<{ written_at: Date; answer: number | null }>`
        select written_at, answer from contribution
        where city_id = ${city.id} and consultation_id = ${consultation.id} and state = 'shown' and kind <> 'reply'`.execute(db)
      const { rows: answers } = await sql<{ number: number; first_answered_at: Date }>`
        select number, first_answered_at from official_answer
        where city_id = ${city.id} and consultation_id = ${consultation.id}`.execute(db)
      const answeredAt = new Map(answers.map(({ number, first_answered_at }) => [number, first_answered_at.toISOString()]))
      return rows.map(({ written_at, answer }) => ({
        writtenAt: written_at.toISOString(),
        answeredAt: answer === null ? null : (answeredAt.get(answer) ?? null),
      }))
    },

    /** Which contribution changed which sentence of which later version. */
    async listChangesOfContributions(city: CityId, consultation: ConsultationId): Promise<ContributionChange[]> {
      const { rows } = await sql<ContributionChange>`
        select contribution, version, sentence from contribution_change
        where city_id = ${city.id} and consultation_id = ${consultation.id} order by version, sentence, contribution`.execute(db)
      return rows
    },

    /** False: it was linked already. */
    async linkContribution(
      city: CityId,
      consultation: ConsultationId,
      { contribution, version, sentence }: ContributionChange,
      { by, at }: { by: string; at: Date },
    ): Promise<boolean> {
      const { rows } = await sql`
        insert into contribution_change (city_id, consultation_id, contribution, version, sentence, linked_at, linked_by)
        values (${city.id}, ${consultation.id}, ${contribution}, ${version}, ${sentence}, ${at}::timestamptz, ${by})
        on conflict do nothing returning 1`.execute(db)
      await touchConsultation(db, city, consultation.id)
      return rows.length === 1
    },

    /** False: there was no such link. */
    async unlinkContribution(
      city: CityId,
      consultation: ConsultationId,
      { contribution, version, sentence }: ContributionChange,
    ): Promise<boolean> {
      const { rows } = await sql`
        delete from contribution_change
        where city_id = ${city.id} and consultation_id = ${consultation.id} and contribution = ${contribution} and version = ${version}
          and sentence = ${sentence}
        returning 1`.execute(db)
      await touchConsultation(db, city, consultation.id)
      return rows.length === 1
    },
  }
}

interface AnswerRow {
  number: number
  decision: Decision
  reason: MultilingualText
  answered_at: Date
  corrects: number | null
}

const answerOf = ({ number, decision, reason, answered_at }: AnswerRow, contributions: readonly number[]): OfficialAnswer => ({
  number,
  decision,
  reason,
  answeredAt: answered_at.toISOString(),
  contributions,
})
