import type { RecordForm } from '../../books/cooperation/fill-record.ts'
import type { Protocol, ProtocolPoint, RecordKind, PartnershipStage } from '../../books/cooperation/records.ts'
import type { StatusEventKind } from '../../books/cooperation/status.ts'
import type { MultilingualText } from '../../books/text.ts'

/** A whole case as a file tells it: what was said, by whom, and what became of it. */
export interface CooperationCase {
  /** In the order in which they can be added: each names only those before it. */
  records: CaseRecord[]
}

export interface CaseRecord {
  kind: RecordKind
  /** Within the file and the kind. */
  id: string
  /** Its fields, but for those that name other records. */
  form: RecordForm
  /** Records that it names, by field: ids of the file. */
  names: Readonly<Record<string, { kind: RecordKind; ids: readonly string[] }>>
  evidence: readonly CaseSpan[]
  status: readonly CaseStatus[]
  /** The first, and each to which it was moved. */
  deadlines: ReadonlyArray<{ due: string; reason: string }>
  protocol: CaseProtocol | null
  stages: ReadonlyArray<Pick<PartnershipStage, 'stage' | 'on'> & { source: string | null }>
  files: readonly CaseFile[]
  /** `publish: no`: it stays with the staff when the case is published. */
  isPublic: boolean
}

/** A place in a source of the file, which was found there. */
export interface CaseSpan {
  source: string
  words: string
  /** Which of several places that hold the words, from 0. */
  place: number
}

export interface CaseStatus {
  kind: StatusEventKind
  on: string
  note: MultilingualText
  evidence: CaseSpan | null
  /** Number of an event of the same record, from 1. */
  retracts: number | null
}

export interface CaseProtocol {
  state: Protocol['state']
  points: ReadonlyArray<Omit<ProtocolPoint, 'speaker' | 'assignment'> & { speaker: string | null; assignment: string | null }>
}

export interface CaseFile {
  name: string
  mediaType: string
  content: Uint8Array
}
