import type { Priority } from '../programme/draft/check-draft.ts'
import type { CommitmentView } from './commitment-view.ts'
import type { Evidence } from './evidence.ts'
import type { KeptDeadline, KeptStatusEvent } from './kept.ts'
import type { CooperationRecord, RecordKind } from './records.ts'
import type { Status } from './status.ts'

/** Records by kind and number (`partner/7`): a page takes their names from here. */
export type NamedRecords = ReadonlyMap<string, CooperationRecord>

/** Records of a kind that a form offers; `isLong`: there are too many, so a person types the number, and the newest are only suggested. */
export interface Choices {
  isLong: boolean
  records: readonly CooperationRecord[]
}

export const commitmentWaits = ['no_evidence', 'overdue', 'no_date', 'no_owner'] as const
/** What a commitment waits for. */
export type CommitmentWait = (typeof commitmentWaits)[number]

/**
 * Whether a commitment waits for this. What is done or given up needs neither a date nor an owner any more.
 *
 * @example
 * isWaiting({ evidence: [], status: 'silent', flags: ['no_date'] }, 'no_date') // => true
 * isWaiting({ evidence: [], status: 'lapsed', flags: ['no_date'] }, 'no_date') // => false
 */
export function isWaiting(
  { evidence, status, flags }: Pick<CommitmentView, 'evidence' | 'status' | 'flags'>,
  wait: CommitmentWait,
): boolean {
  if (wait === 'no_evidence') return evidence.length === 0
  if (wait === 'overdue') return status === 'overdue'
  return flags.includes(wait) && !['done', 'lapsed', 'withdrawn', 'superseded'].includes(status)
}

/** What a meeting waits for: somebody who writes down what was said; the other side, to agree. */
export const eventWaits = ['no_protocol', 'protocol_sent'] as const
export type EventWait = (typeof eventWaits)[number]

/** Everything that waits, and how much it presses. `notice_due`: agreements that one may soon no longer give notice of. */
const waitPriorities = {
  no_evidence: 'p1',
  ...{ overdue: 'p2', assignment_overdue: 'p2', no_protocol: 'p2', protocol_sent: 'p2', notice_due: 'p2' },
  ...{ no_date: 'p3', no_owner: 'p3' },
} as const satisfies Readonly<Record<CommitmentWait | EventWait | 'assignment_overdue' | 'notice_due', Priority>>
export type CooperationWait = keyof typeof waitPriorities

/** How many wait, by what they wait for. */
export type CooperationWaits = Readonly<Record<CooperationWait, number>>

/**
 * What waits, the most urgent first; what nothing waits for is left out.
 *
 * @example
 * listWaits({ no_evidence: 0, overdue: 2, assignment_overdue: 0, no_protocol: 0, protocol_sent: 1, notice_due: 0, no_date: 0, no_owner: 0 })
 * // => [{ priority: 'p2', wait: 'overdue', count: 2 }, { priority: 'p2', wait: 'protocol_sent', count: 1 }]
 */
export const listWaits = (waits: CooperationWaits): Array<{ priority: Priority; wait: CooperationWait; count: number }> =>
  (Object.keys(waitPriorities) as CooperationWait[])
    .map((wait) => ({ priority: waitPriorities[wait], wait, count: waits[wait] }))
    .filter(({ count }) => count > 0)

/** What there is at the desk of cooperation, and what waits. */
export interface CooperationDesk {
  kinds: ReadonlyArray<{ kind: RecordKind; count: number; drafts: number }>
  waits: CooperationWaits
}

/** A page of the records of one kind. */
export interface RecordList {
  /** Newest first. */
  records: readonly CooperationRecord[]
  named: NamedRecords
  count: number
  page: number
  pages: number
}

/** Records of one kind that name a record in one of their fields. */
export interface Naming {
  kind: RecordKind
  field: string
  /** The first of them. */
  records: readonly CooperationRecord[]
  count: number
}

/** A record as its page at the desk shows it. */
export interface OpenRecord {
  record: CooperationRecord
  evidence: readonly Evidence[]
  /** Fields that do not change any more. */
  fixed: readonly string[]
  naming: readonly Naming[]
  /** The first public records that rest on it: while there are any, it is not withdrawn. */
  resting: readonly CooperationRecord[]
  /** Numbers of the places that may be untied again. */
  untiable: ReadonlySet<number>
  named: NamedRecords
  /** Documents in which a place may be marked. */
  sources: Choices
}

/** What became of a commitment or an assignment. */
export interface PursuedRecord {
  record: CooperationRecord<'commitment' | 'assignment'>
  evidence: readonly Evidence[]
  events: readonly KeptStatusEvent[]
  deadlines: readonly KeptDeadline[]
  due: string
  status: Status
  /** With its flags and tests; null: it is an assignment. */
  commitment: CommitmentView | null
  sources: Choices
  named: NamedRecords
  /** Who entered what, by pseudonym. */
  names: ReadonlyMap<string, string>
}

/** A place in a source that a new record was read from. */
export interface ReadFrom {
  source: number
  start: number
  end: number
}
