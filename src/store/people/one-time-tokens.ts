import { createHash } from 'node:crypto'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { OneTimeToken, TokenPurpose } from '../../books/accounts/one-time-token.ts'
import type { Schema } from '../schema.ts'

/**
 * Links, codes and half-finished sign-ins: good once, and not for long. The secret is known to whoever holds the link or the cookie; the
 * table has its SHA-256. A code of six digits is hashed with the key of the installation, or a thief of the table would count through it.
 */
export function oneTimeTokens(db: Kysely<Schema>) {
  return {
    async addToken(token: {
      id: string
      purpose: TokenPurpose
      personId: string | null
      secret: string
      codeHash?: string
      content: Readonly<Record<string, unknown>>
      createdAt: Date
      expiresAt: Date
    }): Promise<void> {
      await sql`
        insert into one_time_token (id, purpose, person_id, secret_hash, code_hash, content, created_at, expires_at)
        values (${token.id}, ${token.purpose}, ${token.personId}, ${hashOf(token.secret)}, ${token.codeHash ?? null},
          ${JSON.stringify(token.content)}::jsonb, ${token.createdAt}, ${token.expiresAt})`.execute(db)
    },

    /** A token that can still be used. */
    async findToken(purpose: TokenPurpose, secret: string, now: Date): Promise<OneTimeToken | null> {
      const row = await db
        .selectFrom('one_time_token')
        .selectAll()
        .where('secret_hash', '=', hashOf(secret))
        .where('purpose', '=', purpose)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row ? tokenOf(row) : null
    },

    /**
     * Counts one try at the code of a token and returns the token; null when it is used, too old, or was tried too often. It is
     * counted before anything is compared, so that a hundred tries at once are a hundred tries.
     */
    async countTokenTry(purpose: TokenPurpose, id: string, mostTries: number, now: Date): Promise<OneTimeToken | null> {
      const row = await db
        .updateTable('one_time_token')
        .set((column) => ({ attempts: column('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('purpose', '=', purpose)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .where('attempts', '<', mostTries)
        .returningAll()
        .executeTakeFirst()
      return row ? tokenOf(row) : null
    },

    /** Uses a token up. False: somebody was quicker. */
    async useToken(id: string, at: Date): Promise<boolean> {
      const result = await db
        .updateTable('one_time_token')
        .set({ used_at: at })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    /** Makes all tokens of a person for one purpose useless: a newer one counts, or none is needed any more. */
    async endTokens(purpose: TokenPurpose, personId: string, at: Date): Promise<void> {
      await db
        .updateTable('one_time_token')
        .set({ used_at: at })
        .where('person_id', '=', personId)
        .where('purpose', '=', purpose)
        .where('used_at', 'is', null)
        .execute()
    },
  }
}

const tokenOf = (row: Selectable<Schema['one_time_token']>): OneTimeToken => ({
  id: row.id,
  purpose: row.purpose as TokenPurpose,
  personId: row.person_id,
  codeHash: row.code_hash,
  content: row.content,
  expiresAt: row.expires_at,
})

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
