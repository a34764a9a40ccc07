import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Letting go of what has served its purpose. Each function says how many rows went. */
export function retention(db: Kysely<Schema>) {
  const gone = async (statement: ReturnType<typeof sql>): Promise<number> => Number((await statement.execute(db)).numAffectedRows ?? 0n)
  return {
    forgetSessions: (before: Date) => gone(sql`delete from session where coalesce(ended_at, last_seen_at) < ${before}`),
    forgetTokens: (before: Date) => gone(sql`delete from one_time_token where expires_at < ${before}`),
    forgetAttempts: (before: Date) => gone(sql`delete from attempt where window_start < ${before}`),
    forgetMails: (before: Date) => gone(sql`delete from mail where created_at < ${before}`),
  }
}
