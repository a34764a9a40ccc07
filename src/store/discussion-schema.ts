import type { Generated } from 'kysely'
import type { ConsultationContent, ConsultationEventKind, ParticipationLevel } from '../books/discussion/consultation.ts'
import type { Channel, ContributionKind, ContributionState } from '../books/discussion/contribution.ts'
import type { Decision } from '../books/discussion/official-answer.ts'
import type { ModerationAction } from '../books/discussion/moderation.ts'
import type { OrganisationKind } from '../books/discussion/organisation.ts'
import type { StatementState, StatementSubject } from '../books/discussion/statement.ts'
import type { Language, MultilingualText } from '../books/text.ts'

/** The tables of the discussion as Kysely sees them; `migrations/0008_discussion.sql` has their meaning. */
export interface DiscussionSchema {
  consultation: ConsultationTable
  consultation_event: ConsultationEventTable
  participant: ParticipantTable
  participant_key: ParticipantKeyTable
  participation_code: ParticipationCodeTable
  organisation: OrganisationTable
  organisation_member: OrganisationMemberTable
  resident_text_translation: TranslationTable
  contribution: ContributionTable
  official_answer: OfficialAnswerTable
  contribution_change: ContributionChangeTable
  statement: StatementTable
  vote: VoteTable
  statement_shown: StatementShownTable
  opinion_batch: OpinionBatchTable
  declaration: DeclarationTable
  voice_batch: VoiceBatchTable
  moderation_decision: ModerationDecisionTable
  appeal: AppealTable
  subscription: SubscriptionTable
}

/** What stands in every table of a consultation. */
interface OfConsultation {
  city_id: string
  consultation_id: string
}

interface ConsultationTable {
  city_id: string
  id: string
  number: number
  programme: string
  version: number
  content: ConsultationContent
  level: ParticipationLevel
  opens_on: string
  closes_on: string
  published_at: Date | null
  census: unknown
  last_participant: number
  last_contribution: number
  last_statement: number
  last_answer: number
  last_decision: number
  revision: number
}

interface ConsultationEventTable extends OfConsultation {
  number: number
  kind: ConsultationEventKind
  at: Date
  done_by: string | null
  details: unknown
}

interface ParticipantTable extends OfConsultation {
  number: number
  person_id: string | null
  level: ParticipationLevel | 'paper'
  channel: Channel
  joined_at: Date
  cell_key: Generated<number>
}

interface ParticipantKeyTable extends OfConsultation {
  key: string
  participant: number
}

interface ParticipationCodeTable extends OfConsultation {
  hash: string
  batch: string
  made_at: Date
  used_at: Date | null
  void_at: Date | null
}

interface OrganisationTable {
  city_id: string
  id: string
  kind: OrganisationKind
  name: MultilingualText
  evidence: string
  verified_at: Date
  verified_by: string
  ended_at: Date | null
}

interface OrganisationMemberTable {
  city_id: string
  organisation_id: string
  person_id: string
  since: Date
}

interface TranslationTable {
  city_id: string
  text_id: string
  language: Language
  version: number
  text: string
  made_by: 'author' | 'moderator' | 'service'
  person_id: string | null
  made_at: Date
}

interface ContributionTable extends OfConsultation {
  number: number
  kind: ContributionKind
  parent: number | null
  participant: number
  organisation_id: string | null
  language: Language
  section: string | null
  sentence: string | null
  anchor: unknown
  text_id: string
  wording_id: string | null
  channel: Channel
  receipt: string | null
  written_at: Date
  state: ContributionState
  findings: readonly string[]
  answer: number | null
}

interface OfficialAnswerTable extends OfConsultation {
  number: number
  decision: Decision
  reason: MultilingualText
  answered_at: Date
  answered_by: string
  corrects: number | null
  first_answered_at: Date
}

interface ContributionChangeTable extends OfConsultation {
  contribution: number
  version: number
  sentence: string
  linked_at: Date
  linked_by: string
}

interface StatementTable extends OfConsultation {
  number: number
  text: MultilingualText | null
  text_id: string | null
  participant: number | null
  language: Language | null
  subject_kind: StatementSubject['kind'] | null
  subject: string | null
  state: StatementState
  written_at: Date
}

interface VoteTable extends OfConsultation {
  participant: number
  statement: number
  choice: -1 | 0 | 1
  changes: number
  cast_at: Date
  channel: Channel
  probability: number | null
}

interface StatementShownTable extends OfConsultation {
  participant: number
  statement: number
  shown_at: Date
  probability: number
}

interface OpinionBatchTable extends OfConsultation {
  number: number
  made_at: Date
  votes: number
  participants: number
  result: unknown
  hash: string
  salt: Buffer
  input: Buffer | null
}

interface DeclarationTable extends OfConsultation {
  participant: number
  field: 'district' | 'age' | 'sex' | 'language' | 'ethnicity'
  value: string
  declared_at: Date
}

interface VoiceBatchTable extends OfConsultation {
  number: number
  made_at: Date
  result: unknown
  cells: unknown
}

interface ModerationDecisionTable extends OfConsultation {
  number: number
  subject_kind: 'contribution' | 'statement'
  subject: number
  action: ModerationAction
  rule: string | null
  reason: MultilingualText
  proof: string | null
  decided_at: Date
  decided_by: string
}

interface AppealTable extends OfConsultation {
  decision: number
  participant: number
  text_id: string
  appealed_at: Date
  outcome: 'upheld' | 'rejected' | null
  answer: MultilingualText | null
  answered_at: Date | null
  answered_by: string | null
}

interface SubscriptionTable extends OfConsultation {
  person_id: string
  token: string
  since: Date
  last_sent_at: Date | null
}
