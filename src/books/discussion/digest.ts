import type { Language, MultilingualText } from '../text.ts'
import type { ConsultationEventKind } from './consultation.ts'

/** What one reader is to be told about one consultation since the last time. */
export interface DueDigest {
  /** Stands in the link that ends the subscription. */
  token: string
  recipient: string
  language: Language
  city: { slug: string; name: MultilingualText }
  consultation: { number: number; title: MultilingualText }
  contributions: number
  answers: number
  events: readonly ConsultationEventKind[]
}

/** Digests are a day apart; the job that writes them may run some minutes earlier than the day before. */
const hoursApart = 20

/**
 * Whoever was told after this moment is not told again yet.
 *
 * @example
 * lastDigestBefore(new Date('2026-11-23T20:00:00Z')).toISOString() // => '2026-11-23T00:00:00.000Z'
 */
export const lastDigestBefore = (now: Date): Date => new Date(now.getTime() - hoursApart * 3_600_000)
