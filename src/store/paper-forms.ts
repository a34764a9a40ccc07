import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** What was entered from paper, as far as it is needed to enter nothing twice. */
export function paperForms(db: Kysely<Schema>) {
  return {
    /** Which of these receipts were entered, and for which sentences ('' : the whole text). */
    async listReceipts(
      city: CityId,
      consultation: ConsultationId,
      receipts: readonly string[],
    ): Promise<Array<{ receipt: string; sentence: string }>> {
      if (receipts.length === 0) return []
      const { rows } = await sql<{ receipt: string; sentence: string }>`
        select receipt, coalesce(sentence, '') as sentence from contribution
        where city_id = ${city.id} and consultation_id = ${consultation.id} and receipt in (${sql.join(receipts)})`.execute(db)
      return rows
    },

    /** How many contributions came which way. */
    async countByChannel(city: CityId, consultation: ConsultationId): Promise<Array<{ channel: string; count: number }>> {
      const { rows } = await sql<{ channel: string; count: number }>`
        select channel, count(*)::int as count from contribution
        where city_id = ${city.id} and consultation_id = ${consultation.id} group by channel order by channel`.execute(db)
      return rows
    },
  }
}
