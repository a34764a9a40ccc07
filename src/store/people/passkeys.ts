import { sql, type Kysely } from 'kysely'
import type { Passkey, PasskeyKey } from '../../books/accounts/passkey.ts'
import type { Schema } from '../schema.ts'

/** Public keys of passkeys; the private half never leaves the device. */
export function passkeys(db: Kysely<Schema>) {
  return {
    /** False when the passkey is there already, whoever holds it. */
    async addPasskey(passkey: Omit<PasskeyKey, 'createdAt' | 'lastUsedAt'> & { createdAt: Date }): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('passkey')
        .values({
          id: passkey.id,
          person_id: passkey.personId,
          public_key: Buffer.from(passkey.publicKey),
          counter: passkey.counter,
          transports: JSON.stringify(passkey.transports) as never,
          name: passkey.name,
          created_at: passkey.createdAt,
        } as never)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async findPasskey(id: string): Promise<PasskeyKey | null> {
      const row = await db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) return null
      return { ...passkeyOf(row), publicKey: new Uint8Array(row.public_key), counter: row.counter, transports: row.transports }
    },

    async listPasskeys(personId: string): Promise<Passkey[]> {
      const rows = await db
        .selectFrom('passkey')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(passkeyOf)
    },

    /**
     * Notes a use. False when the counter did not go forward: a copy of the passkey may be about. Devices that keep no counter always say 0.
     */
    async usePasskey(id: string, counter: number, at: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('passkey')
        .set({ counter, last_used_at: at })
        .where('id', '=', id)
        .where(sql<boolean>`(counter < ${counter} or (counter = 0 and ${counter} = 0))`)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async renamePasskey(personId: string, id: string, name: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('passkey')
        .set({ name })
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async removePasskey(personId: string, id: string): Promise<boolean> {
      const { numDeletedRows } = await db.deleteFrom('passkey').where('person_id', '=', personId).where('id', '=', id).executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}

const passkeyOf = (row: { id: string; person_id: string; name: string; created_at: Date; last_used_at: Date | null }): Passkey => ({
  id: row.id,
  personId: row.person_id,
  name: row.name,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
})
