import type { MultilingualText } from '../text.ts'

export type ModerationAction = 'shown' | 'hidden' | 'rejected' | 'restored'

/** One line of the public log. */
export interface ModerationDecision {
  number: number
  subject: { kind: 'contribution' | 'statement'; number: number }
  action: ModerationAction
  /** Which rule of the published policy; null where nothing was taken out. */
  rule: string | null
  reason: MultilingualText
  /** Keyed hash of the words that were hidden: proves later what they were, and tells nobody. */
  proof: string | null
  decidedAt: string
  appeal: Appeal | null
}

export interface Appeal {
  appealedAt: string
  outcome: 'upheld' | 'rejected' | null
  answer: MultilingualText | null
  answeredAt: string | null
}
