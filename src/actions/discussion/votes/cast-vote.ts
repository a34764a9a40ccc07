import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import type { Choice } from '../../../books/discussion/statement.ts'
import type { Ballot } from './ballot.ts'
import type { NewVote, VoteOutcome } from '../../../books/discussion/vote.ts'

export interface VoteInput {
  ballot: Ballot
  participant: number
  /** As the form has them. */
  statement: string
  choice: string
  at: Date
}

const choices: Readonly<Record<string, Choice>> = { agree: 1, disagree: -1, pass: 0 }

/** Somebody agrees with a statement, disagrees, or passes; a vote that she gave before is changed. */
export async function castVote(
  { ballot, participant, statement, choice: chosen, at }: VoteInput,
  needs: { cast(vote: NewVote): Promise<VoteOutcome> },
): Promise<Outcome<VoteOutcome>> {
  const { city, consultation, phase, statements } = ballot
  const choice = Object.hasOwn(choices, chosen) ? choices[chosen] : undefined
  if (phase !== 'open') return refuse('not_open')
  if (choice === undefined) return refuse('choice_missing')
  if (!statements.has(Number(statement))) return refuse('statement_not_found')
  const vote = { participant, statement: Number(statement), choice, at, channel: 'web' as const }
  return done(await needs.cast({ cityId: city.id, consultationId: consultation.id, ...vote }))
}
