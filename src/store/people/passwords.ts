import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Passwords, as Argon2id hashes. */
export function passwords(db: Kysely<Schema>) {
  return {
    async findPasswordHash(personId: string): Promise<string | null> {
      const row = await db.selectFrom('password').select('hash').where('person_id', '=', personId).executeTakeFirst()
      return row?.hash ?? null
    },

    async setPasswordHash(personId: string, hash: string, at: Date): Promise<void> {
      await db
        .insertInto('password')
        .values({ person_id: personId, hash, changed_at: at })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ hash, changed_at: at }))
        .execute()
    },
  }
}
