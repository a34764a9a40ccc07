import type { Language, MultilingualText } from '../text.ts'
import type { Anchor } from './text/anchor.ts'

export const channels = ['web', 'paper', 'meeting', 'import'] as const
export type Channel = (typeof channels)[number]

/** A comment on a sentence or on the whole, another wording for a sentence, a reply to either. */
export const contributionKinds = ['comment', 'suggestion', 'reply'] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** held: waits for a moderator; hidden: a moderator took it out; withdrawn: its author did. */
export type ContributionState = 'shown' | 'held' | 'hidden' | 'withdrawn'

/** What somebody said about a version of the programme. */
export interface Contribution {
  /** Within its consultation, in the order in which they came: the address of it, for ever. */
  number: number
  kind: ContributionKind
  parent: number | null
  /** A number within the consultation: the same person is another number in another one. Shown as "Resident 12". */
  participant: number
  organisation: { id: string; name: MultilingualText; kind: string } | null
  language: Language
  /** Section and sentence of the programme; null: the whole text. */
  section: string | null
  sentence: string | null
  anchor: Anchor | null
  /** null: hidden, withdrawn, or its author was erased. */
  text: string | null
  /** The wording that is suggested. */
  wording: string | null
  /** Newest translations of the text; the original stays as it is. */
  translations: Readonly<Partial<Record<Language, { text: string; wording: string | null; madeBy: 'author' | 'moderator' | 'service' }>>>
  channel: Channel
  receipt: string | null
  writtenAt: string
  state: ContributionState
  /** Codes of `text/check-text.ts`. */
  findings: readonly string[]
  /** Number of its official answer. */
  answer: number | null
}
