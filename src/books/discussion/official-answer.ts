import type { MultilingualText } from '../text.ts'

export const decisions = ['accepted', 'partly', 'not_accepted', 'outside_powers'] as const
export type Decision = (typeof decisions)[number]

/** What the city says to one contribution, or to several that say the same. */
export interface OfficialAnswer {
  number: number
  decision: Decision
  reason: MultilingualText
  answeredAt: string
  contributions: readonly number[]
}

/** An accepted contribution, and the sentence of a later version that it changed. */
export interface ContributionChange {
  contribution: number
  version: number
  sentence: string
}
