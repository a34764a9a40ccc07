import type { RecordKind } from '../books/cooperation/records.ts'
import type { StatusEventKind } from '../books/cooperation/status.ts'
import type { MultilingualText } from '../books/text.ts'

/** The tables of cooperation as Kysely sees them; `migrations/0009_cooperation.sql` has their meaning. */
export interface CooperationSchema {
  cooperation_record: CooperationRecordTable
  evidence: EvidenceTable
  status_event: StatusEventTable
  deadline: DeadlineTable
  agreement_file: AgreementFileTable
  signature: SignatureTable
  signature_check: SignatureCheckTable
  cooperation_withdrawal: CooperationWithdrawalTable
  reminder: ReminderTable
  cooperation_revision: CooperationRevisionTable
  forum_matching: ForumMatchingTable
}

interface CooperationRecordTable {
  city_id: string
  kind: RecordKind
  number: number
  content: unknown
  published_at: Date | null
  revision: number
}

interface EvidenceTable {
  city_id: string
  number: number
  subject_kind: string
  subject_number: number
  source: number
  start_unit: number
  end_unit: number
  exact: string
  marker_start: number | null
  marker_end: number | null
}

interface StatusEventTable {
  city_id: string
  subject_kind: 'commitment' | 'assignment'
  subject_number: number
  number: number
  kind: StatusEventKind
  happened_on: string
  evidence: number | null
  note: MultilingualText
  retracts: number | null
  entered_at: Date
  entered_by: string | null
}

interface DeadlineTable {
  city_id: string
  subject_kind: 'commitment' | 'assignment'
  subject_number: number
  number: number
  due: string
  reason: string
  set_at: Date
  set_by: string | null
}

interface AgreementFileTable {
  city_id: string
  agreement: number
  number: number
  name: string
  media_type: string
  sha256: string
  content: Uint8Array
  added_at: Date
  added_by: string | null
  withdrawn_at: Date | null
  withdrawal_reason: string | null
}

interface SignatureTable {
  city_id: string
  agreement: number
  file: number
  number: number
  signer: string
  file_sha256: string
  signature: Uint8Array
  time_stamp: Uint8Array | null
  verifier: string | null
  answer: unknown
  checked_at: Date | null
}

interface SignatureCheckTable {
  city_id: string
  agreement: number
  file: number
  signature: number
  number: number
  verifier: string
  answer: unknown
  checked_at: Date
}

interface CooperationWithdrawalTable {
  city_id: string
  kind: RecordKind
  record: number
  number: number
  published_at: Date
  withdrawn_at: Date
  reason: string
}

interface ReminderTable {
  city_id: string
  key: string
  sent_at: Date
}

interface ForumMatchingTable {
  city_id: string
  event: number
  input: unknown
  schedule: unknown
  computed_at: Date | null
  revision: number
}

interface CooperationRevisionTable {
  city_id: string
  revision: number
}
