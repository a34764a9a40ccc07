import type { Role } from '../books/accounts/role.ts'
import type { Language, MultilingualText } from '../books/text.ts'
import type { CooperationSchema } from './cooperation-schema.ts'
import type { DiscussionSchema } from './discussion-schema.ts'
import type { EconomySchema } from './economy-schema.ts'
import type { ReportSchema } from './report-schema.ts'

/** The tables as Kysely sees them; `migrations/` has their meaning. Columns of type jsonb are read as plain values. */
export interface Schema extends DiscussionSchema, CooperationSchema, ReportSchema, EconomySchema {
  city: CityTable
  release: ReleaseTable
  notice: NoticeTable
  entry: EntryTable
  series: SeriesTable
  series_release: SeriesReleaseTable
  observation: ObservationTable
  programme_version: ProgrammeVersionTable
  programme_draft: ProgrammeDraftTable
  programme_draft_element: ProgrammeDraftElementTable
  mistake_report: MistakeReportTable
  computed_file: ComputedFileTable
  computed_file_part: ComputedFilePartTable
  person: PersonTable
  membership: MembershipTable
  department: DepartmentTable
  password: PasswordTable
  totp: TotpTable
  recovery_code: RecoveryCodeTable
  passkey: PasskeyTable
  identity: IdentityTable
  session: SessionTable
  one_time_token: OneTimeTokenTable
  attempt: AttemptTable
  mail: MailTable
  resident_text: ResidentTextTable
  erasure: ErasureTable
  change: ChangeTable
  form_key: FormKeyTable
  entered_value: EnteredValueTable
  upload: UploadTable
  backup_check: BackupCheckTable
}

interface CityTable {
  id: string
  slug: string
  position: number
  name: MultilingualText
  ref_area: string
  time_zone: string
  invented: boolean
  comparison: boolean
}

interface ReleaseTable {
  city_id: string
  id: string
  number: number
  kind: 'import' | 'computation' | 'entry'
  title: MultilingualText
  source: string | null
  made_by: string
  recorded_at: Date
  status: 'draft' | 'published' | 'withdrawn'
  published_at: Date | null
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  parameters: Record<string, unknown>
  code_version: string
  files: Array<{ path: string; sha256: string; bytes: number }>
  counts: Record<string, number>
  notice_counts: Record<string, number>
}

interface NoticeTable {
  city_id: string
  release_id: string
  position: number
  code: string
  severity: 'error' | 'warning' | 'info'
  file: string | null
  line: number | null
  column: string | null
  value: string | null
  details: Record<string, string | number>
}

interface EntryTable {
  city_id: string
  kind: 'indicator' | 'area' | 'code' | 'source' | 'rival_reason'
  key: string
  release_id: string
  content: unknown
}

interface SeriesTable {
  city_id: string
  id: string
  address: string
  indicator: string
  ref_area: string
  source: string
  method: string
  boundary: string
  unit: string
  dimensions: Record<string, string>
}

interface SeriesReleaseTable {
  city_id: string
  release_id: string
  series_id: string
}

interface ObservationTable {
  city_id: string
  series_id: string
  time_period: string
  release_id: string
  position: number
  value: string | null
  obs_value: number | null
  obs_status: string | null
  note: MultilingualText | null
  file: string | null
  line: number | null
  origin_row: string | null
  origin_cell: string | null
}

interface ProgrammeVersionTable {
  city_id: string
  programme: string
  number: number
  release_id: string
  content: unknown
}

interface ProgrammeDraftTable {
  city_id: string
  id: string
  programme: string
  number: number
  based_on: number | null
  begun_at: Date
}

interface ProgrammeDraftElementTable {
  city_id: string
  draft_id: string
  kind: string
  id: string
  parent: string
  position: number
  content: unknown
  revision: number
  removed: boolean
}

interface MistakeReportTable {
  city_id: string
  number: number
  series_id: string
  time_period: string
  text: string
  reported_at: Date
  person_id: string | null
  text_id: string | null
  outcome: string | null
  answer: MultilingualText | null
  answered_at: Date | null
  answered_by: string | null
}

interface ComputedFileTable {
  city_id: string
  release_id: string
  name: string
  sha256: string
  bytes: number
}

interface ComputedFilePartTable {
  city_id: string
  release_id: string
  name: string
  position: number
  content: Buffer
}

interface PersonTable {
  id: string
  email: string | null
  name: string
  language: Language
  created_at: Date
  disabled_at: Date | null
  erased_at: Date | null
}

interface MembershipTable {
  city_id: string
  person_id: string
  role: Role
  /** '' for roles that reach the whole city. */
  department: string
  since: Date
}

interface DepartmentTable {
  city_id: string
  id: string
  content: unknown
}

interface PasswordTable {
  person_id: string
  hash: string
  changed_at: Date
}

interface TotpTable {
  person_id: string
  secret: Buffer
  last_step: number
  confirmed_at: Date | null
}

interface RecoveryCodeTable {
  person_id: string
  hash: string
  used_at: Date | null
}

interface PasskeyTable {
  id: string
  person_id: string
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  created_at: Date
  last_used_at: Date | null
}

interface IdentityTable {
  issuer: string
  subject: string
  person_id: string
  linked_at: Date
}

interface SessionTable {
  id: string
  token_hash: string
  person_id: string
  created_at: Date
  last_seen_at: Date
  authenticated_at: Date
  second_factor: boolean
  method: string
  device: string
  city_id: string | null
  ended_at: Date | null
}

interface OneTimeTokenTable {
  id: string
  purpose: string
  person_id: string | null
  secret_hash: string
  code_hash: string | null
  content: Record<string, unknown>
  attempts: number
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

interface AttemptTable {
  key: string
  window_start: Date
  count: number
}

interface MailTable {
  id: string
  recipient: string
  subject: string
  body: string
  created_at: Date
  attempts: number
  sent_at: Date | null
  failed_at: Date | null
  unsubscribe: string | null
}

interface ResidentTextTable {
  city_id: string
  id: string
  /** null: on paper. */
  person_id: string | null
  text: string
  nonce: Buffer
  written_at: Date
}

interface ErasureTable {
  person_id: string
  at: Date
}

interface ChangeTable {
  id: string
  city_id: string | null
  number: number
  at: Date
  person_id: string | null
  action: string
  subject: string
  before: unknown
  after: unknown
  hash: string
}

interface FormKeyTable {
  key: string
  request_hash: string
  status: number | null
  location: string | null
  done_at: Date
}

interface EnteredValueTable {
  city_id: string
  id: string
  person_id: string
  series_id: string
  series: unknown
  source: unknown
  time_period: string
  value: string | null
  typed: string
  obs_status: string | null
  note: MultilingualText | null
  place: string
  reason: string
  base_release: string | null
  entered_at: Date
}

interface UploadTable {
  city_id: string
  id: string
  person_id: string
  sha256: string
  name: string
  bytes: number
  format: 'csv' | 'xlsx'
  uploaded_at: Date
  task: 'explain' | 'compare' | 'draft'
  state: 'waiting' | 'reading' | 'comparing' | 'storing' | 'done' | 'failed'
  lease_until: Date | null
  mapping: string | null
  explanation: unknown
  report: unknown
  refusal: unknown
  release_id: string | null
  release_number: number | null
}

interface BackupCheckTable {
  kind: 'backup' | 'drill'
  at: Date
  ok: boolean
  problem: string | null
  content_hash: string
  tables: number
  rows: number
  bytes: number
  seconds: number
  file: string
}
