import { sql, type Kysely, type Selectable } from 'kysely'
import type { WaitingMail } from '../../books/accounts/mail.ts'
import type { Schema } from '../schema.ts'

/**
 * Messages on their way. A message is written in the transaction of what it tells about: both are there, or neither. Its row goes as soon
 * as the mail server has taken it.
 */
export function mail(db: Kysely<Schema>) {
  return {
    async addMail(message: WaitingMail): Promise<void> {
      const { createdAt, unsubscribe = null, ...rest } = message
      await db
        .insertInto('mail')
        .values({ ...rest, unsubscribe, created_at: createdAt, attempts: 0, sent_at: null, failed_at: null })
        .execute()
    },

    /**
     * Takes up to ten messages whose turn it is. After each failure the pause doubles: half a minute, one, two … ; after ten tries a
     * message stays where it is until it is forgotten. Two senders never take the same one.
     */
    async takeWaitingMail(now: Date): Promise<WaitingMail[]> {
      const { rows } = await sql<Selectable<Schema['mail']>>`
        update mail set attempts = attempts + 1, failed_at = ${now}
        where id in (
          select id from mail
          where sent_at is null and attempts < 10
            and (failed_at is null or failed_at + interval '30 seconds' * power(2, attempts - 1) <= ${now}::timestamptz)
          order by created_at limit 10 for update skip locked
        )
        returning *`.execute(db)
      return rows.map(mailOf)
    },

    /** The mail server has taken it: nothing of it is kept. */
    async forgetMail(id: string): Promise<void> {
      await db.deleteFrom('mail').where('id', '=', id).execute()
    },

    async countWaitingMail(): Promise<number> {
      const { count } = await db
        .selectFrom('mail')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('sent_at', 'is', null)
        .executeTakeFirstOrThrow()
      return count
    },

    /** What waits, the newest first: the mailbox of a demonstration. */
    async listMail(limit: number): Promise<WaitingMail[]> {
      const rows = await db.selectFrom('mail').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).execute()
      return rows.map(mailOf)
    },
  }
}

const mailOf = (row: Selectable<Schema['mail']>): WaitingMail => ({
  id: row.id,
  recipient: row.recipient,
  subject: row.subject,
  body: row.body,
  createdAt: row.created_at,
  ...(row.unsubscribe === null ? {} : { unsubscribe: row.unsubscribe }),
})
