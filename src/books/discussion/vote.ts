import type { Channel } from './contribution.ts'
import type { Choice } from './statement.ts'

/** A vote on its way into the record. */
export interface NewVote {
  cityId: string
  consultationId: string
  participant: number
  statement: number
  choice: Choice
  at: Date
  channel: Channel
}

/** cast: the first vote on it; changed: she had chosen otherwise; same: nothing is new. */
export type VoteOutcome = 'cast' | 'changed' | 'same'

/** What was on somebody's screen, drawn with this probability. */
export interface Shown {
  cityId: string
  consultationId: string
  participant: number
  statement: number
  at: Date
  probability: number
}

/** What somebody voted, as she herself is shown it. */
export interface OwnVote {
  statement: number
  choice: Choice
  castAt: string
}
