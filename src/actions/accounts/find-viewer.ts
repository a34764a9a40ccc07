import { hasRunOut } from '../../books/accounts/session-rules.ts'
import type { Viewer } from '../../books/accounts/viewer.ts'
import type { AccountRecord } from './account-needs.ts'

/** Who holds the token of a session: one query, and a second at most once a minute. */
export async function findViewer(
  token: string,
  { record, now }: { record: Pick<AccountRecord, 'findSession' | 'touchSession'>; now: Date },
): Promise<Viewer | null> {
  const session = await record.findSession(token)
  if (session === null || hasRunOut(session, session, now)) return null
  // A disk that takes no writes must not keep people from reading.
  if (now.getTime() - session.lastSeenAt.getTime() >= 60_000) await record.touchSession(session.id, now).catch(() => {})
  const { personId, name, language, memberships, id: sessionId, authenticatedAt, secondFactor } = session
  return { personId, name, language, memberships, sessionId, authenticatedAt, secondFactor }
}
