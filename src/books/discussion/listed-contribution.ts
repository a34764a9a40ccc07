import type { Place } from './consulted-text.ts'
import type { Contribution } from './contribution.ts'
import type { ContributionChange, OfficialAnswer } from './official-answer.ts'

/** A contribution with what a reader wants to see beside it. */
export interface ListedContribution {
  contribution: Contribution
  /** null: it is about the whole text. */
  place: Place | null
  answer: OfficialAnswer | null
  /** Sentences of later versions that it changed. */
  changes: readonly ContributionChange[]
  replies: readonly ListedContribution[]
}

interface Beside {
  placeOf(at: { section: string | null; sentence: string | null }): Place | null
  answers: readonly OfficialAnswer[]
  changes: readonly ContributionChange[]
  replies: readonly Contribution[]
}

/** Puts to each contribution its place, answer, changes and replies, in the order in which the contributions are given. */
export function listBeside(contributions: readonly Contribution[], beside: Beside): ListedContribution[] {
  const answers = new Map(beside.answers.map((answer) => [answer.number, answer]))
  const listed = (contribution: Contribution): ListedContribution => ({
    contribution,
    place: beside.placeOf(contribution),
    answer: contribution.answer === null ? null : (answers.get(contribution.answer) ?? null),
    changes: beside.changes.filter((change) => change.contribution === contribution.number),
    replies: beside.replies.filter((reply) => reply.parent === contribution.number).map(listed),
  })
  return contributions.map(listed)
}
