import type { Person } from '../../../books/accounts/person.ts'
import type { Change } from '../../../books/accounts/change.ts'
import type { WaitingMail } from '../../../books/accounts/mail.ts'
import type { StaffMember } from '../../../books/accounts/staff.ts'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { ModerationAction, ModerationDecision } from '../../../books/discussion/moderation.ts'
import type { ContributionChange, Decision, OfficialAnswer } from '../../../books/discussion/official-answer.ts'
import type { Organisation, OrganisationKind } from '../../../books/discussion/organisation.ts'
import type { AnswerTime } from '../../../books/discussion/rules/answer-clock.ts'
import type { OpenAppeal } from '../../../books/discussion/rules/decide-moderation.ts'
import type { CodeBatch, UsedCode } from '../../../books/discussion/rules/participation-code.ts'
import type { Language, MultilingualText } from '../../../books/text.ts'
import type { ConsultationRecord } from '../consultation-record.ts'
import type { ContributionRecord } from '../contribution-record.ts'

type CityId = { id: string }
type ConsultationId = { id: string }
type Subject = ModerationDecision['subject']

/** What every action at the desk of the discussion needs: the thing itself, and the history of who did what. */
export interface DeskBasics extends ConsultationRecord {
  newId(): string
  addChange(city: CityId | null, change: Change): Promise<void>
  addMail(message: WaitingMail): Promise<void>
  lockConsultation(city: CityId, number: number): Promise<Consultation | null>
  /** Whom to tell about what a participant wrote; null: paper, or somebody who was forgotten. */
  findReaderOf(city: CityId, consultation: ConsultationId, participant: number): Promise<{ email: string; language: Language } | null>
}

/** `store/participation-codes.ts` */
export interface CodesRecord {
  addCodes(city: CityId, consultation: ConsultationId, codes: { batch: string; hashes: readonly string[]; at: Date }): Promise<void>
  listCodeBatches(city: CityId, consultation: ConsultationId): Promise<CodeBatch[]>
  voidCodes(city: CityId, consultation: ConsultationId, batch: Pick<CodeBatch, 'batch' | 'madeAt'> & { at: Date }): Promise<number>
  listValidCodes(city: CityId, consultation: ConsultationId, hashes: readonly string[]): Promise<string[]>
  useCode(city: CityId, consultation: ConsultationId, hash: string, at: Date): Promise<UsedCode>
}

/** `store/moderation.ts` and `store/people/appeals.ts` */
export interface ModerationRecord {
  addModerationDecision(
    city: CityId,
    consultation: ConsultationId,
    decision: {
      subject: Subject
      action: ModerationAction
      rule: string | null
      reason: MultilingualText
      proof: string | null
      at: Date
      by: string
    },
  ): Promise<number>
  listModerationDecisions(
    city: CityId,
    consultation: ConsultationId,
    filter?: { subject?: Subject; offset?: number; limit?: number },
  ): Promise<ModerationDecision[]>
  countModerationDecisions(city: CityId, consultation: ConsultationId): Promise<number>
  findModerationDecision(city: CityId, consultation: ConsultationId, number: number): Promise<ModerationDecision | null>
  findWhoDecided(city: CityId, consultation: ConsultationId, number: number): Promise<string | null>
  addAppeal(
    city: CityId,
    consultation: ConsultationId,
    appeal: { decision: number; participant: number; textId: string; at: Date },
  ): Promise<boolean>
  listAppeals(city: CityId, consultation: ConsultationId): Promise<OpenAppeal[]>
  countOpenAppeals(city: CityId, consultation: ConsultationId): Promise<number>
  answerAppeal(
    city: CityId,
    consultation: ConsultationId,
    decision: number,
    answer: { outcome: 'upheld' | 'rejected'; answer: MultilingualText; at: Date; by: string },
  ): Promise<boolean>
  proveContribution(city: CityId, consultation: ConsultationId, number: number): Promise<string | null>
  proveStatement(city: CityId, consultation: ConsultationId, number: number): Promise<string | null>
  addContributionTranslation(
    city: CityId,
    consultation: ConsultationId,
    number: number,
    translation: {
      of: 'text' | 'wording'
      language: Language
      text: string
      madeBy: 'author' | 'moderator' | 'service'
      personId: string | null
      madeAt: Date
    },
  ): Promise<void>
  listStaff(city: CityId): Promise<StaffMember[]>
}

/** `store/official-answers.ts` */
export interface OfficialAnswersRecord {
  findAnswer(city: CityId, consultation: ConsultationId, number: number): Promise<OfficialAnswer | null>
  addAnswer(
    city: CityId,
    consultation: ConsultationId,
    answer: { decision: Decision; reason: MultilingualText; by: string; at: Date; corrects: number | null },
  ): Promise<number>
  listAnswerTimes(city: CityId, consultation: ConsultationId): Promise<AnswerTime[]>
  linkContribution(city: CityId, consultation: ConsultationId, change: ContributionChange, who: { by: string; at: Date }): Promise<boolean>
  unlinkContribution(city: CityId, consultation: ConsultationId, change: ContributionChange): Promise<boolean>
}

/** `store/people/organisations.ts` */
export interface OrganisationsRecord {
  listOrganisations(city: CityId): Promise<Organisation[]>
  findOrganisation(city: CityId, id: string): Promise<Organisation | null>
  addOrganisation(
    city: CityId,
    organisation: { id: string; kind: OrganisationKind; name: MultilingualText; evidence: string; by: string; at: Date },
  ): Promise<void>
  keepOrganisation(city: CityId, id: string, fields: Pick<Organisation, 'kind' | 'name' | 'evidence' | 'endedAt'>): Promise<void>
  listMembers(city: CityId, organisationId: string): Promise<Array<{ personId: string; name: string; email: string }>>
  addMember(city: CityId, organisationId: string, personId: string, since: Date): Promise<boolean>
  removeMember(city: CityId, organisationId: string, personId: string): Promise<boolean>
  findPersonByEmail(email: string): Promise<Person | null>
}

/** `store/paper-forms.ts` */
export interface PaperRecord {
  listReceipts(
    city: CityId,
    consultation: ConsultationId,
    receipts: readonly string[],
  ): Promise<Array<{ receipt: string; sentence: string }>>
  countByChannel(city: CityId, consultation: ConsultationId): Promise<Array<{ channel: string; count: number }>>
}

/** Everything that the desk of the discussion reads and writes. */
export interface DeskDiscussionRecord
  extends DeskBasics, ContributionRecord, CodesRecord, ModerationRecord, OfficialAnswersRecord, OrganisationsRecord, PaperRecord {}
