import type { Language, MultilingualText } from '../text.ts'

/** What a resident or an organisation wrote, as everybody may read it: nothing in it says who the person is. */
export interface PublishedContribution {
  number: number
  kind: 'comment' | 'suggestion' | 'reply'
  /** Number of the contribution that a reply answers. */
  parent: number | null
  place: { section: string; sentence: string | null; quote: string | null }
  language: Language
  /** null: hidden by moderation or erased by its author. */
  text: string | null
  suggestedWording: string | null
  channel: 'web' | 'paper' | 'meeting'
  /** null for a person. */
  organisation: MultilingualText | null
  /** ISO instant, or the day on a paper form. */
  writtenAt: string
  decision: Decision | null
  reason: MultilingualText | null
  answeredAt: string | null
  /** Sentences of later versions that this contribution changed. */
  changes: ReadonlyArray<{ version: number; sentence: string }>
}

/** The official answer: taken up, in part, not, or not for the city to decide. */
export type Decision = 'accepted' | 'partly' | 'not_accepted' | 'outside_powers'
