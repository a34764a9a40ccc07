import type { Language } from '../../books/text.ts'

/** The customary columns of a list of assignments, in the customary order. */
export const assignmentColumns = ['number', 'action', 'form', 'responsible', 'deadline', 'cost', 'funding'] as const
export type AssignmentColumn = (typeof assignmentColumns)[number]

/** A list of assignments in one language, ready to be written down. */
export interface AssignmentTable {
  language: Language
  title: string
  /** What the list holds and of which day it is. */
  subtitle: string
  columns: Readonly<Record<AssignmentColumn, string>>
  rows: readonly AssignmentRow[]
}

export interface AssignmentRow {
  action: string
  form: string
  /** Who answers for it, then who helps. */
  responsible: string
  /** `day` (ISO) where it is known to the day; the words always. */
  deadline: { day: string | null; words: string }
  costKzt: number | null
  funding: string
}
