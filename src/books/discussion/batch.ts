import type { PublishedOpinions } from './published-opinions.ts'

/** Opinion groups as they were published: sums and shares, nothing about one participant. */
export interface OpinionBatch {
  number: number
  madeAt: string
  votes: number
  /** Participants with at least one vote. */
  participants: number
  result: PublishedOpinions
  /** HMAC-SHA256 of the whole result, each participant's opinion group included, with a salt that stays inside. */
  hash: string
}

/** A batch without what it says. */
export type BatchLine = Omit<OpinionBatch, 'result'>

/** A batch needs so many votes that are new or changed since the one before, so that no single vote shows in the difference. */
export const newVotesForABatch = 10

/** And so much time. */
export const minutesBetweenBatches = 60

/**
 * Whether it is time to publish opinion groups again.
 *
 * @example
 * isBatchDue({ newVotes: 10, before: '2026-11-23T09:00:00Z', now: new Date('2026-11-23T10:00:00Z') }) // => true
 * isBatchDue({ newVotes: 9, before: '2026-11-23T09:00:00Z', now: new Date('2026-11-23T10:00:00Z') }) // => false
 * isBatchDue({ newVotes: 500, before: '2026-11-23T09:00:00Z', now: new Date('2026-11-23T09:59:59Z') }) // => false
 */
export function isBatchDue({ newVotes, before, now }: { newVotes: number; before: string | null; now: Date }): boolean {
  return newVotes >= newVotesForABatch && isTimeForABatch(before, now)
}

/** Whether an hour has passed since the last batch. */
export const isTimeForABatch = (before: string | null, now: Date): boolean =>
  before === null || now.getTime() - Date.parse(before) >= minutesBetweenBatches * 60_000
