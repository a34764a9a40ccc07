import type { Statement, StatementTally } from './statement.ts'
import type { SubjectPlace } from './subject-place.ts'

export type TallyWithChanges = StatementTally & {
  /** How many of these voters had chosen otherwise before. */
  changed: number
}

/** A statement in a list: what it is about, and how people voted. */
export interface ListedStatement {
  statement: Statement
  /** null: the whole programme. */
  place: SubjectPlace | null
  tally: TallyWithChanges
}
