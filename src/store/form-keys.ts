import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** What a form was answered with. */
export interface FormAnswer {
  status: number
  location: string | null
}

/** Forms that were done. Both functions belong into the transaction that does what the form asks. */
export function formKeys(db: Kysely<Schema>) {
  return {
    /**
     * Takes the key for this form. 'mine': nobody has used it, do it now. An answer: it was done, say the same again. 'other': the key
     * belongs to another form. A second sender waits here until the first has finished.
     */
    async claimFormKey(key: string, requestHash: string, at: Date): Promise<'mine' | 'other' | FormAnswer> {
      const { rows } = await sql<{ key: string }>`
        insert into form_key (key, request_hash, done_at) values (${key}, ${requestHash}, ${at}) on conflict do nothing returning key`.execute(
        db,
      )
      if (rows.length > 0) return 'mine'
      const kept = await db.selectFrom('form_key').selectAll().where('key', '=', key).executeTakeFirstOrThrow()
      if (kept.request_hash !== requestHash || kept.status === null) return 'other'
      return { status: kept.status, location: kept.location }
    },

    async keepFormAnswer(key: string, answer: FormAnswer): Promise<void> {
      await db.updateTable('form_key').set(answer).where('key', '=', key).execute()
    },

    /** Forms are sent again within minutes, not weeks. */
    async forgetFormKeys(before: Date): Promise<void> {
      await db.deleteFrom('form_key').where('done_at', '<', before).execute()
    },
  }
}
