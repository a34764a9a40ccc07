/** How long what is personal stays after it has served its purpose, in days. `docs/privacy.md` says the same in words. */
export const retentionDays = {
  /** A session after it ended, or after it was last seen. */
  sessions: 90,
  /** Codes, links and challenges after they ran out. */
  tokens: 1,
  /** Counters of attempts. */
  attempts: 1,
  /** Messages, sent or given up. */
  mails: 30,
  /** Forms that were done. */
  formKeys: 7,
  /** Files that were brought to the desk and not published. */
  uploads: 30,
} as const

export type Retained = keyof typeof retentionDays

/**
 * The moment before which a kind of thing is let go.
 *
 * @example
 * keptSince('formKeys', new Date('2026-11-23T00:00:00Z')).toISOString() // => '2026-11-16T00:00:00.000Z'
 */
export const keptSince = (kind: Retained, now: Date): Date => new Date(now.getTime() - retentionDays[kind] * 86_400_000)
