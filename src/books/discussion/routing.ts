import type { StatementTally } from './statement.ts'

/** What decides how soon a statement is shown. */
export type RoutedStatement = StatementTally & {
  /** How far apart people are about it: the length of its factors on the map of opinions; 0 before there is a map. */
  extremity: number
}

/**
 * Priority of a statement. Statements that people pass over come later; those that many agree with and that show where people stand come
 * sooner; new ones come much sooner, so that each is seen.
 *
 *     importance = (1 − (P + 1)/(S + 2)) · (1 + E) · (A + 1)/(S + 2)
 *     priority   = (importance · (1 + 8 · 2^(−S/5)))²
 *
 * Source   Polis, "intelligent routing".
 * Units    A agree, P pass, S all votes, E extremity, not below 0 → a weight above 0, without unit.
 * Cost     constant.
 *
 * @example
 * priorityOf({ statement: 1, agree: 0, disagree: 0, pass: 0, extremity: 0 }) // => 5.0625
 * @example
 * priorityOf({ statement: 1, agree: 60, disagree: 20, pass: 20, extremity: 0.5 }) // => 0.5075
 */
export function priorityOf({ agree, disagree, pass, extremity }: RoutedStatement): number {
  const seen = agree + disagree + pass
  const importance = (1 - (pass + 1) / (seen + 2)) * (1 + extremity) * ((agree + 1) / (seen + 2))
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2
}

/** A statement and the probability with which it comes next. */
export interface Drawn {
  statement: number
  probability: number
}

/**
 * With which probability each statement comes next to somebody: by priority, among those that she has not voted on.
 *
 * @param statements  those that are shown: what moderation holds or rejected is not among them
 */
export function probabilitiesOf(statements: readonly RoutedStatement[], voted: ReadonlySet<number>): Drawn[] {
  const open = statements.filter(({ statement }) => !voted.has(statement))
  const priorities = open.map(priorityOf)
  const sum = priorities.reduce((total, priority) => total + priority, 0)
  return open.map(({ statement }, at) => ({ statement, probability: priorities[at]! / sum }))
}

/**
 * The statement that somebody sees next; null: she has voted on all.
 *
 * @param draw  evenly between 0 and 1, 1 excluded
 */
export function nextStatement(statements: readonly RoutedStatement[], voted: ReadonlySet<number>, draw: number): Drawn | null {
  const probabilities = probabilitiesOf(statements, voted)
  let left = draw
  for (const drawn of probabilities) {
    left -= drawn.probability
    if (left < 0) return drawn
  }
  // What rounding left over belongs to the last.
  return probabilities.at(-1) ?? null
}
