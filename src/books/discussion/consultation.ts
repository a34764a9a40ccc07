import type { MultilingualText } from '../text.ts'

/** How people prove that they are one person: a code by mail, a code that the city hands out, the city's identity provider. */
export const participationLevels = ['mail', 'code', 'identity_provider'] as const
export type ParticipationLevel = (typeof participationLevels)[number]

export interface ConsultationContent {
  title: MultilingualText
  /** What the city wants to know, in one or two sentences. */
  question: MultilingualText
  /** Who is asked: "everybody who lives in the city". */
  asked: MultilingualText
  /** What is taken down and what is not: the published policy of moderation. */
  rules: MultilingualText
  /** What the city will do with what it hears, and by when it answers. */
  promise: MultilingualText
}

/** A public discussion of one version of a programme. */
export interface Consultation {
  id: string
  /** In addresses: `/discussion/2`. */
  number: number
  programme: string
  version: number
  content: ConsultationContent
  level: ParticipationLevel
  /** First and last day in the city's time zone (ISO); on both one can take part. */
  opensOn: string
  closesOn: string
  /** null: a draft that staff alone see. */
  publishedAt: string | null
  events: readonly ConsultationEvent[]
  /** Grows with everything that changes a public page, votes excepted. */
  revision: number
}

export const consultationEventKinds = ['opened', 'extended', 'closed', 'answered'] as const
export type ConsultationEventKind = (typeof consultationEventKinds)[number]

export interface ConsultationEvent {
  kind: ConsultationEventKind
  at: string
  /** Of an extension and of an early end: the last day before and after. */
  closesOn?: { before: string; after: string }
  reason?: MultilingualText
}

/**
 * Where a consultation stands on a day of the city.
 *
 * - `draft`: staff alone see it
 * - `announced`: published, and not open yet
 * - `open`: people take part
 * - `closed`: nobody writes any more; the city works at its answers
 * - `answered`: every contribution has its answer, and the city has said so
 */
export type Phase = 'draft' | 'announced' | 'open' | 'closed' | 'answered'

/**
 * @example
 * phaseOf({ publishedAt: '2026-11-01T00:00:00Z', opensOn: '2026-11-02', closesOn: '2026-12-15', events: [] }, '2026-12-15') // => 'open'
 */
export function phaseOf(consultation: Pick<Consultation, 'publishedAt' | 'opensOn' | 'closesOn' | 'events'>, today: string): Phase {
  if (consultation.publishedAt === null) return 'draft'
  if (consultation.events.some(({ kind }) => kind === 'answered')) return 'answered'
  if (today < consultation.opensOn) return 'announced'
  return today <= consultation.closesOn ? 'open' : 'closed'
}
