import type { Language, MultilingualText } from '../text.ts'

/** held: waits for a moderator; rejected: a moderator did not take it; withdrawn: its author took it back while it waited. */
export type StatementState = 'shown' | 'held' | 'rejected' | 'withdrawn'

/** What a statement is about: a sentence, a measure or a target indicator of the programme. */
export interface StatementSubject {
  kind: 'sentence' | 'measure' | 'indicator'
  id: string
}

/** One claim that people agree with or not. */
export interface Statement {
  number: number
  /** In every language that there is; null where its author was erased. */
  text: MultilingualText | null
  /** The language in which a resident wrote it; null: the city's own. */
  language: Language | null
  /** Who proposed it; null: the city. */
  participant: number | null
  subject: StatementSubject | null
  state: StatementState
  writtenAt: string
}

/** 1 agree, -1 disagree, 0 pass. */
export type Choice = -1 | 0 | 1

/** How many chose what. */
export interface StatementTally {
  statement: number
  agree: number
  disagree: number
  pass: number
}
