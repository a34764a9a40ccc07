import type { CooperationRecord } from '../records.ts'
import type { ForumInput, ForumSchedule } from './forum.ts'

/** The tables of a forum as they were written: CSV, and a line for each slot. */
export interface ForumTexts {
  slots: string
  tables: string
  participants: string
  projects: string
  wishes: string
}

/** A forum's tables and the schedule that was made of them. */
export interface ForumMatching {
  texts: ForumTexts
  schedule: ForumSchedule
  /** ISO moment. */
  computedAt: string
  /** Grows with each change; 0: nothing is kept yet. */
  revision: number
}

/** A forum among the events, and who meets whom there. */
export interface ForumView {
  event: CooperationRecord<'event'>
  /** null: nobody has entered anything yet. */
  matching: { kept: ForumMatching; input: ForumInput } | null
}
