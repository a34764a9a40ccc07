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

/** What there is at the desk of cooperation, and what waits. */
export interface CooperationDesk {
  kinds: ReadonlyArray<{ kind: RecordKind; count: number; drafts: number }>
  commitments: Readonly<Record<CommitmentWait, number>>
  meetingsWithoutProtocol: number
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
