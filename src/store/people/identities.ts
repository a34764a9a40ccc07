import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Somebody as a provider knows her. The pair is the key: another provider may use the same subject for another person. */
export interface Identity {
  issuer: string
  subject: string
}

/** Links between people and the identity providers of cities. */
export function identities(db: Kysely<Schema>) {
  return {
    async findPersonByIdentity({ issuer, subject }: Identity): Promise<string | null> {
      const row = await db
        .selectFrom('identity')
        .select('person_id')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst()
      return row?.person_id ?? null
    },

    /** False when somebody, whoever it is, has this identity already. */
    async addIdentity(personId: string, { issuer, subject }: Identity, at: Date): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('identity')
        .values({ issuer, subject, person_id: personId, linked_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    /**
     * Whether a session may change how its person signs in. One that a city's provider vouched for may not, where she works for another city
     * too: the one city's provider would open the other.
     */
    async reachesWholeAccount(sessionId: string): Promise<boolean> {
      const { rows } = await sql<{ whole: boolean }>`
        select city_id is null or not exists (
          select 1 from membership m where m.person_id = s.person_id and m.city_id <> s.city_id
        ) as whole
        from session s where id = ${sessionId}`.execute(db)
      return rows[0]?.whole ?? false
    },

    async listIdentities(personId: string): Promise<Array<Identity & { linkedAt: string }>> {
      const rows = await db
        .selectFrom('identity')
        .select(['issuer', 'subject', 'linked_at'])
        .where('person_id', '=', personId)
        .orderBy('linked_at')
        .orderBy('issuer')
        .execute()
      return rows.map(({ issuer, subject, linked_at }) => ({ issuer, subject, linkedAt: linked_at.toISOString() }))
    },

    async removeIdentity(personId: string, issuer: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('identity')
        .where('person_id', '=', personId)
        .where('issuer', '=', issuer)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}
