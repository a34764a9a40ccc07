import type { Change } from '../accounts/change.ts'
import type { Evidence } from './evidence.ts'
import type { KeptDeadline, KeptStatusEvent } from './kept.ts'
import type { CooperationRecord, RecordKind } from './records.ts'

/** Everything that one import enters, numbers and history included, as it is to be stored in one go. */
export interface EnteredCase {
  records: CooperationRecord[]
  evidence: Evidence[]
  events: EnteredStatusEvent[]
  deadlines: KeptDeadline[]
  /** In the order in which they were done. */
  changes: Change[]
}

/** With the number of its evidence. */
export type EnteredStatusEvent = Omit<KeptStatusEvent, 'evidence'> & { evidence: number | null }

/** The last numbers that a city has given, by kind, and of its evidence. */
export interface LastNumbers {
  records: Readonly<Partial<Record<RecordKind, number>>>
  evidence: number
}
