import type { Language, MultilingualText } from '../text.ts'
import type { ContributionKind, ContributionState } from '../discussion/contribution.ts'
import type { Role } from './role.ts'

/** Everything that is kept about one person, as she may read and take it with her. Moments are as the database writes them. */
export interface OwnData {
  person: { id: string; email: string; name: string; language: Language; createdAt: string }
  roles: ReadonlyArray<{ city: string; role: Role; department: string | null; since: string }>
  /** Only that there is one: what proves it is kept as a hash. */
  password: { changedAt: string } | null
  authenticatorApp: { confirmedAt: string | null } | null
  passkeys: ReadonlyArray<{ name: string; createdAt: string; lastUsedAt: string | null }>
  identities: ReadonlyArray<{ issuer: string; subject: string; linkedAt: string }>
  sessions: ReadonlyArray<{ method: string; device: string; createdAt: string; lastSeenAt: string; endedAt: string | null }>
  texts: ReadonlyArray<{ city: string; text: string; writtenAt: string }>
  reports: ReadonlyArray<{
    city: string
    number: number
    timePeriod: string
    reportedAt: string
    outcome: string | null
    answer: MultilingualText | null
    answeredAt: string | null
  }>
  /** Discussions that she takes part in, and what she said there. */
  participations: ReadonlyArray<{
    city: string
    consultation: number
    participant: number
    level: string
    joinedAt: string
    /** What she said about herself there. */
    declarations: ReadonlyArray<{ field: string; value: string; declaredAt: string }>
    /** 1 agree, -1 disagree, 0 pass. */
    votes: ReadonlyArray<{ statement: number; choice: number; castAt: string }>
    contributions: ReadonlyArray<{
      number: number
      kind: ContributionKind
      sentence: string | null
      writtenAt: string
      state: ContributionState
      text: string | null
      wording: string | null
      translations: ReadonlyArray<{ language: Language; version: number; text: string; madeBy: string }>
    }>
  }>
  /** Discussions whose news she gets by mail. */
  subscriptions: ReadonlyArray<{ city: string; consultation: number; since: string }>
  /** Verified organisations for which she may write. */
  organisations: ReadonlyArray<{ city: string; name: MultilingualText; since: string }>
  /** Lines of the history that carry her id; `city` is null for those of the whole installation. */
  changes: ReadonlyArray<{ city: string | null; at: string; action: string; subject: string }>
}
