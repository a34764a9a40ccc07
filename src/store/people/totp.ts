import { sql, type Kysely } from 'kysely'
import type { Factors } from '../../books/accounts/person.ts'
import type { Schema } from '../schema.ts'

/** Codes from an app (TOTP), recovery codes, and which factors a person has. */
export function totp(db: Kysely<Schema>) {
  return {
    /** The sealed secret of a person's app. */
    async findTotpSecret(personId: string): Promise<Buffer | null> {
      const row = await db
        .selectFrom('totp')
        .select('secret')
        .where('person_id', '=', personId)
        .where('confirmed_at', 'is not', null)
        .executeTakeFirst()
      return row?.secret ?? null
    },

    /** Sets the app up: a first code of it was right. It takes the place of an earlier one. */
    async setTotpSecret(personId: string, secret: Buffer, step: number, at: Date): Promise<void> {
      const own = { secret, last_step: step, confirmed_at: at }
      await db
        .insertInto('totp')
        .values({ person_id: personId, ...own })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(own))
        .execute()
    },

    /** Uses the code of one step of time up. False: it, or a later one, was used before. */
    async useTotpStep(personId: string, step: number): Promise<boolean> {
      const result = await db
        .updateTable('totp')
        .set({ last_step: step })
        .where('person_id', '=', personId)
        .where('last_step', '<', step)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    /** New recovery codes take the place of all old ones. */
    async setRecoveryCodes(personId: string, hashes: readonly string[]): Promise<void> {
      await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
      await db
        .insertInto('recovery_code')
        .values(hashes.map((hash) => ({ person_id: personId, hash, used_at: null })))
        .execute()
    },

    /** Uses a recovery code up. False: there is no such code, or it was used. */
    async useRecoveryCode(personId: string, hash: string, at: Date): Promise<boolean> {
      const result = await db
        .updateTable('recovery_code')
        .set({ used_at: at })
        .where('person_id', '=', personId)
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    /** App, recovery codes and passkeys go: whoever had them has lost them. */
    async removeSecondFactor(personId: string): Promise<void> {
      for (const table of ['totp', 'recovery_code', 'passkey'] as const)
        await db.deleteFrom(table).where('person_id', '=', personId).execute()
    },

    async factorsOf(personId: string): Promise<Factors> {
      const { rows } = await sql<Factors>`
        select
          exists (select 1 from password where person_id = ${personId}) as password,
          exists (select 1 from totp where person_id = ${personId} and confirmed_at is not null) as totp,
          (select count(*)::int from passkey where person_id = ${personId}) as passkeys,
          (select count(*)::int from recovery_code where person_id = ${personId} and used_at is null) as "recoveryCodes"`.execute(db)
      const [row] = rows
      if (row === undefined) throw new Error('A select without a table always gives a row.')
      return row
    },
  }
}
