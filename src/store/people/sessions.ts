import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Membership } from '../../books/accounts/viewer.ts'
import type { KeptSession, SessionMethod } from '../../books/accounts/session-rules.ts'
import type { Language } from '../../books/text.ts'
import { groupCommit } from '../group-commit.ts'
import type { Schema } from '../schema.ts'
import { together } from '../together.ts'

/** A session together with whom it belongs to: what every request at the desk needs to know. */
export interface FoundSession extends KeptSession {
  personId: string
  name: string
  language: Language
  memberships: Membership[]
}

/** Sessions by their tokens. A token is known to the browser alone: the table holds its SHA-256. */
export function sessions(db: Kysely<Schema>) {
  const sessionsByHash = together(async (hashes: readonly string[]) => {
    const { rows } = await sql<SessionRow & { name: string; language: Language; memberships: Membership[] }>`
      select session.*, person.name, person.language,
        coalesce((
          select json_agg(json_build_object('cityId', city_id, 'role', role, 'department', nullif(department, '')))
          from membership
          where membership.person_id = person.id and (session.city_id is null or membership.city_id = session.city_id)
        ), '[]') as memberships
      from session join person on person.id = session.person_id
      where token_hash = any(${hashes}::text[]) and ended_at is null and disabled_at is null and erased_at is null`.execute(db)
    const byHash = new Map(rows.map((row) => [row.token_hash, foundSessionOf(row)]))
    return hashes.map((hash) => byHash.get(hash) ?? null)
  })

  // A thousand people who come back after a minute are one write, and not a thousand.
  const touch = groupCommit(async (touches: ReadonlyArray<{ id: string; at: Date }>) => {
    await sql`
      update session set last_seen_at = given.at
      from (select id, max(at) as at from json_to_recordset(${JSON.stringify(touches)}::json) as one (id uuid, at timestamptz) group by id) as given
      where session.id = given.id and session.last_seen_at < given.at - interval '60 seconds'`.execute(db)
    return touches.map(() => undefined)
  })

  return {
    async addSession(session: {
      id: string
      token: string
      personId: string
      at: Date
      secondFactor: boolean
      method: SessionMethod
      device: string
      /** The city whose provider vouched for her: the session reaches that city alone. */
      cityId?: string
    }): Promise<void> {
      const { id, token, personId, at, secondFactor, method, device, cityId } = session
      await db
        .insertInto('session')
        .values({
          id,
          token_hash: hashOf(token),
          person_id: personId,
          created_at: at,
          last_seen_at: at,
          authenticated_at: at,
          second_factor: secondFactor,
          method,
          device,
          city_id: cityId ?? null,
          ended_at: null,
        })
        .execute()
    },

    /** The session of a token, unless it was ended or its person may not sign in; whether it is too old is a rule (`hasRunOut`). */
    findSession: async (token: string): Promise<FoundSession | null> => await sessionsByHash(hashOf(token)),

    /** Remembers that the session was used; at most once a minute, so that reading pages is not writing all the time. */
    touchSession: async (id: string, at: Date): Promise<void> => await touch({ id, at }),

    /** Sessions of a person that nobody has ended, the latest first. */
    async listSessions(personId: string): Promise<KeptSession[]> {
      const rows = await db
        .selectFrom('session')
        .selectAll()
        .where('person_id', '=', personId)
        .where('ended_at', 'is', null)
        .orderBy('last_seen_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(sessionOf)
    },

    /** Ends the session that this token opens; null where it opened none. */
    async endSessionOfToken(token: string, at: Date): Promise<void> {
      await db.updateTable('session').set({ ended_at: at }).where('token_hash', '=', hashOf(token)).where('ended_at', 'is', null).execute()
    },

    /** Ends one session of a person. False: she has none of this id. */
    async endSession(personId: string, id: string, at: Date): Promise<boolean> {
      const result = await db
        .updateTable('session')
        .set({ ended_at: at })
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    /** Ends all sessions of a person but one, and says how many. */
    async endSessions(personId: string, at: Date, except: string | null = null): Promise<number> {
      const result = await db
        .updateTable('session')
        .set({ ended_at: at })
        .where('person_id', '=', personId)
        .where('ended_at', 'is', null)
        .$if(except !== null, (query) => query.where('id', '!=', except))
        .executeTakeFirst()
      return Number(result.numUpdatedRows)
    },

    /** Ends everybody's sessions, and says how many. */
    async endAllSessions(at: Date): Promise<number> {
      const result = await db.updateTable('session').set({ ended_at: at }).where('ended_at', 'is', null).executeTakeFirst()
      return Number(result.numUpdatedRows)
    },
  }
}

interface SessionRow {
  id: string
  token_hash: string
  person_id: string
  created_at: Date
  last_seen_at: Date
  authenticated_at: Date
  second_factor: boolean
  method: string
  device: string
}

const sessionOf = (row: SessionRow): KeptSession => ({
  id: row.id,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  authenticatedAt: row.authenticated_at,
  secondFactor: row.second_factor,
  method: row.method as SessionMethod,
  device: row.device,
})

const foundSessionOf = (row: SessionRow & Pick<FoundSession, 'name' | 'language' | 'memberships'>): FoundSession => ({
  ...sessionOf(row),
  personId: row.person_id,
  name: row.name,
  language: row.language,
  memberships: row.memberships,
})

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
