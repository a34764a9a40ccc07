import type { Participant } from './participant.ts'
import type { StatementTally } from './statement.ts'

/** A statement's votes of participants who came by one way. */
export type LevelTally = StatementTally & { level: Participant['level'] }

/** Below so many voters a part of the votes is not shown apart: somebody could be told by it. */
export const fewestVotersOfAPart = 10

export const votesOf = ({ agree, disagree, pass }: Omit<StatementTally, 'statement'>): number => agree + disagree + pass

/**
 * Share of those with an opinion who agree; null where nobody has one. Who passed has none.
 *
 * @example
 * agreeShareOf({ agree: 3, disagree: 1, pass: 10 }) // => 0.75
 */
export function agreeShareOf({ agree, disagree }: Omit<StatementTally, 'statement'>): number | null {
  return agree + disagree === 0 ? null : agree / (agree + disagree)
}

/**
 * Votes on a statement by the way in which people came, or null where one part is so small that it could tell of somebody. All of it is
 * held back then: from the others and the total the small part could be subtracted.
 *
 * @example
 * splitByLevel([{ statement: 1, level: 'mail', agree: 30, disagree: 4, pass: 1 }, { statement: 1, level: 'paper', agree: 3, disagree: 0, pass: 0 }]) // => null
 */
export function splitByLevel(parts: readonly LevelTally[]): LevelTally[] | null {
  const filled = parts.filter((part) => votesOf(part) > 0)
  return filled.some((part) => votesOf(part) < fewestVotersOfAPart) ? null : filled
}

/** How a list of statements may be ordered: as they came, by votes, by how much they unite, by how much they divide. */
export const statementOrders = ['number', 'votes', 'agreed', 'divided'] as const
export type StatementOrder = (typeof statementOrders)[number]
export const isStatementOrder = (text: string): text is StatementOrder => (statementOrders as readonly string[]).includes(text)

/** Statements with few votes tell little: their share is drawn towards a half (one more on each side). */
const shrunkShare = ({ agree, disagree }: StatementTally): number => (agree + 1) / (agree + disagree + 2)

const before: Readonly<Record<StatementOrder, (a: StatementTally, b: StatementTally) => number>> = {
  number: () => 0,
  votes: (a, b) => votesOf(b) - votesOf(a),
  agreed: (a, b) => shrunkShare(b) - shrunkShare(a),
  // Most opinions on both sides.
  divided: (a, b) => Math.min(b.agree, b.disagree) - Math.min(a.agree, a.disagree),
}

/** In the order that was asked for; what is equal stays as it came. */
export const inOrder = <One extends StatementTally>(tallies: readonly One[], order: StatementOrder): One[] =>
  [...tallies].sort((a, b) => before[order](a, b) || a.statement - b.statement)
