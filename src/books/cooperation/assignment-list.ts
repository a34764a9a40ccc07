import type { MultilingualText } from '../text.ts'
import { lastDayOf, type PartialDate } from './partial-date.ts'
import type { Assignment } from './records.ts'
import type { Status } from './status.ts'

/** An assignment as the list shows it. */
export interface AssignmentLine {
  number: number
  content: Assignment
  /** The deadline in force; '' for none. */
  due: PartialDate
  /** How often it was moved. */
  timesMoved: number
  status: Status
  /** What it carries out, and where it was decided. */
  commitment: { number: number; title: MultilingualText } | null
  event: { number: number; title: MultilingualText } | null
}

export const assignmentStates = ['open', 'overdue', 'no_deadline', 'finished', 'all'] as const
export type AssignmentState = (typeof assignmentStates)[number]

export interface AssignmentFilter {
  state: AssignmentState
  /** Part of the name of who answers for it, or helps. */
  owner: string
  /** Due on this day or before; '' for any. */
  dueUntil: string
}

/** What is asked for in an address; what makes no sense there is left out. */
export const assignmentFilterOf = (ask: (name: string) => string | undefined): AssignmentFilter => ({
  state: assignmentStates.find((one) => one === ask('state')) ?? 'open',
  owner: (ask('owner') ?? '').trim().slice(0, 200),
  dueUntil: /^\d{4}-\d{2}-\d{2}$/.test(ask('dueUntil') ?? '') ? (ask('dueUntil') ?? '') : '',
})

const finished: readonly Status[] = ['done', 'lapsed', 'withdrawn', 'superseded']

/** Nothing more is to be done about it. */
export const isFinished = (status: Status): boolean => finished.includes(status)

/**
 * The assignments that were asked for, the earliest deadline first and those without one last.
 *
 * @param lines  all of the city
 */
export const listAssignments = (lines: readonly AssignmentLine[], { state, owner, dueUntil }: AssignmentFilter): AssignmentLine[] =>
  lines
    .filter(({ status, due }) => {
      if (state === 'all') return true
      if (state === 'finished') return isFinished(status)
      if (state === 'overdue') return status === 'overdue'
      return !isFinished(status) && (state === 'open' || due === '')
    })
    .filter(({ content }) => folded(`${content.owner}\n${content.coOwners}`).includes(folded(owner)))
    .filter(({ due }) => dueUntil === '' || (due !== '' && (lastDayOf(due) ?? '') <= dueUntil))
    .toSorted((a, b) => compare(lastDayOf(a.due) ?? '9999', lastDayOf(b.due) ?? '9999') || a.number - b.number)

const folded = (text: string): string => text.normalize('NFC').toLowerCase()
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
