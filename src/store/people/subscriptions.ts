import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { DueDigest } from '../../books/discussion/digest.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import type { Schema } from '../schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Who wants to hear by mail how a consultation goes on. */
export function subscriptions(db: Kysely<Schema>) {
  return {
    /** The token of the link that ends it; null: she has not subscribed. */
    async findSubscription(city: CityId, consultation: ConsultationId, personId: string): Promise<string | null> {
      const row = await db
        .selectFrom('subscription')
        .select('token')
        .where('city_id', '=', city.id)
        .where('consultation_id', '=', consultation.id)
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row?.token ?? null
    },

    /** Asked for twice it is there once. */
    async addSubscription(city: CityId, consultation: ConsultationId, personId: string, since: Date): Promise<void> {
      await sql`
        insert into subscription (city_id, consultation_id, person_id, token, since)
        values (${city.id}, ${consultation.id}, ${personId}, ${randomBytes(24).toString('base64url')}, ${since}::timestamptz)
        on conflict (city_id, consultation_id, person_id) do nothing`.execute(db)
    },

    /** Whoever has the link ends it: nobody needs to sign in for that. False: there is no such subscription (any more). */
    async endSubscription(city: CityId, consultation: ConsultationId, token: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('subscription')
        .where('city_id', '=', city.id)
        .where('consultation_id', '=', consultation.id)
        .where('token', '=', token)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },

    /** Subscriptions to which something is to be told: the last digest is older than `before`, and something has happened since. */
    async listDueDigests(before: Date, limit: number): Promise<DueDigest[]> {
      const { rows } = await sql<DigestRow>`
        select * from (
          select s.token, s.since_then, p.email, p.language, city.slug, city.name as city_name, n.number, n.content -> 'title' as title,
            (select count(*)::int from contribution c where c.city_id = s.city_id and c.consultation_id = s.consultation_id
              and c.state = 'shown' and c.written_at > s.since_then) as contributions,
            (select count(*)::int from official_answer a where a.city_id = s.city_id and a.consultation_id = s.consultation_id
              and a.answered_at > s.since_then) as answers,
            (select coalesce(json_agg(e.kind order by e.number), '[]') from consultation_event e where e.city_id = s.city_id
              and e.consultation_id = s.consultation_id and e.at > s.since_then) as events
          from (select *, coalesce(last_sent_at, since) as since_then from subscription) s
          join person p on p.id = s.person_id
          join city on city.id = s.city_id
          join consultation n on n.city_id = s.city_id and n.id = s.consultation_id
          where s.since_then <= ${before}::timestamptz and p.email is not null and p.disabled_at is null and n.published_at is not null
        ) due
        where contributions > 0 or answers > 0 or json_array_length(events) > 0
        order by token limit ${limit}`.execute(db)
      return rows.map(({ email, slug, city_name, ...row }) => ({
        token: row.token,
        recipient: email,
        language: row.language,
        city: { slug, name: city_name },
        consultation: { number: row.number, title: row.title },
        contributions: row.contributions,
        answers: row.answers,
        events: row.events,
      }))
    },

    /** Call it in the transaction that writes the message. False: it was ended meanwhile, or another process was quicker. */
    async noteDigest(token: string, before: Date, at: Date): Promise<boolean> {
      const { rows } = await sql`
        update subscription set last_sent_at = ${at}::timestamptz
        where token = ${token} and coalesce(last_sent_at, since) <= ${before}::timestamptz returning 1`.execute(db)
      return rows.length === 1
    },
  }
}

interface DigestRow {
  token: string
  email: string
  language: Language
  slug: string
  city_name: MultilingualText
  number: number
  title: MultilingualText
  contributions: number
  answers: number
  events: DueDigest['events']
}
