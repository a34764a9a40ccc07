import type { Language } from '../text.ts'
import type { Channel, ContributionKind, ContributionState } from './contribution.ts'
import type { Decision } from './official-answer.ts'
import type { Anchor } from './text/anchor.ts'

/** A contribution before it has a number. */
export interface NewContribution {
  kind: ContributionKind
  parent: number | null
  participant: number
  organisationId: string | null
  language: Language
  section: string | null
  sentence: string | null
  anchor: Anchor | null
  text: { id: string; text: string }
  wording: { id: string; text: string } | null
  /** Whose words they are; null: on paper. */
  personId: string | null
  channel: Channel
  receipt: string | null
  writtenAt: Date
  state: ContributionState
  findings: readonly string[]
}

/** Which contributions; what is left out does not matter. */
export interface ContributionFilter {
  state?: ContributionState
  states?: readonly ContributionState[]
  kind?: ContributionKind
  section?: string
  sentence?: string
  participant?: number
  parent?: number
  /** Replies to any of these. */
  parents?: readonly number[]
  /** Without replies. */
  topLevel?: boolean
  /** Whether there is an official answer. */
  hasAnswer?: boolean
  /** Those with an answer that decides so. */
  decision?: Decision
  /** Whether an organisation speaks. */
  organisation?: boolean
  /** Those with these numbers. */
  numbers?: readonly number[]
}

export interface ContributionPage extends ContributionFilter {
  offset: number
  limit: number
  newestFirst?: boolean
  /** Words that are hidden or held too: for moderators and for their author. Otherwise only what is shown has words. */
  everyWord?: boolean
}
