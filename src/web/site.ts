import type { TranslationService } from '../books/discussion/translation-service.ts'
import type { AccountRecord } from '../actions/accounts/account-needs.ts'
import type { MistakeRecord } from '../actions/accounts/answer-mistake.ts'
import type { DepartmentRecord } from '../actions/accounts/manage-departments.ts'
import type { OwnAccountRecord } from '../actions/accounts/own-account.ts'
import type { ResetRecord } from '../actions/accounts/reset-second-factor.ts'
import type { ProviderRecord } from '../actions/accounts/sign-in-at-provider.ts'
import type { PasskeyRecord } from '../actions/accounts/use-passkeys.ts'
import type {
  CooperationImportWrites,
  CooperationReads,
  CooperationWrites,
  PaperWrites,
} from '../actions/cooperation/cooperation-record.ts'
import type { EconomyReads } from '../actions/economy/economy-record.ts'
import type { ForumReads } from '../actions/cooperation/forum-show.ts'
import type { ForumWrites } from '../actions/cooperation/forum-write.ts'
import type { DeskDataRecord } from '../actions/desk-data/record.ts'
import type { DraftRecord } from '../actions/desk/draft-record.ts'
import type { CityRecord } from '../actions/record.ts'
import type { ReportWriter } from '../actions/reports/report-needs.ts'
import type { ReportRecord } from '../actions/reports/report-record.ts'
import type { SdmxRecord } from '../actions/sdmx/sdmx-record.ts'
import type { Needs as ReportNeeds } from '../actions/report-mistake.ts'
import type { TrustNeeds } from '../actions/show-trust.ts'
import type { AnswersRecord, ContributionRecord, SubscriptionRecord } from '../actions/discussion/contribution-record.ts'
import type { DeskDiscussionRecord } from '../actions/discussion/desk/desk-discussion-record.ts'
import type { ConsultationRecord } from '../actions/discussion/consultation-record.ts'
import type { OpinionRecord } from '../actions/discussion/opinions/opinion-record.ts'
import type { StatementRecord } from '../actions/discussion/statements/statement-record.ts'
import type { VoiceRecord } from '../actions/discussion/voices/voice-record.ts'
import type { VoteRecord } from '../actions/discussion/votes/vote-record.ts'
import type { Needs as StoreVersionNeeds } from '../actions/store-programme-version.ts'
import type { SignatureVerifier } from '../books/cooperation/agreement-file.ts'
import type { Change, KeptChange } from '../books/accounts/change.ts'
import type { Viewer } from '../books/accounts/viewer.ts'
import type { Typesetting } from '../formats/typesetting.ts'
import type { Operations } from './operations.ts'
import type { PageCache } from './page-cache.ts'
import type { UploadService } from './upload-service.ts'
import type { VotingService } from './voting-service.ts'
import type { SignIn } from './sign-in-session.ts'

/** What `main.ts` hands to the web: the record, the clock, and what the configuration says about addresses. */
export interface Site {
  record: WebRecord
  now(): Date
  mode: 'demo' | 'production'
  /** null: the address that the request names. */
  publicUrl: string | null
  trustedProxies: readonly string[]
  /** Hashed names of stylesheet, script and fonts. */
  assets: Readonly<Record<string, string>>
  /** Folder whose `assets/` is served. */
  publicDirectory: string
  pages: PageCache
  /** Log, metrics, and how the process is. */
  operations: Operations
  /** null: an open demonstration, where nobody signs in. */
  signIn: SignIn | null
  /** Where public pages are read from instead, if anywhere: what is read inside `reading` may be so many seconds old. */
  replica: { longestLagSeconds: number; reading<T>(work: () => Promise<T>): Promise<T> } | null
  /** Files that are brought to the desk, and who reads them. */
  uploads: UploadService
  voting: VotingService
  /** The city's own program that verifies signatures of agreements; null: none is set. */
  signatureVerifier: SignatureVerifier | null
  /** null: moderators translate themselves. */
  translationService: TranslationService | null
  /** Sets a document as PDF, apart from requests. */
  typeset(document: Typesetting): Promise<Uint8Array>
  /** Writes a report as a Word document, apart from requests too. */
  writeDocx: ReportWriter['writeDocx']
  /** Who holds this session token; null: nobody, or the session has ended. */
  findViewer(token: string): Promise<Viewer | null>
  /** All or nothing: what is written through the record that `use` is given. */
  inOneTransaction<T>(use: (record: WebRecord) => Promise<T>): Promise<T>
}

export interface PeopleRecord extends OwnAccountRecord, PasskeyRecord, ProviderRecord, ResetRecord, DepartmentRecord, MistakeRecord {}

export interface WebRecord
  extends
    CityRecord,
    SdmxRecord,
    ReportRecord,
    AccountRecord,
    PeopleRecord,
    TrustNeeds,
    DeskDataRecord,
    DraftRecord,
    StoreVersionNeeds,
    ConsultationRecord,
    StatementRecord,
    VoteRecord,
    VoiceRecord,
    OpinionRecord,
    ContributionRecord,
    AnswersRecord,
    SubscriptionRecord,
    DeskDiscussionRecord,
    CooperationReads,
    EconomyReads,
    CooperationWrites,
    PaperWrites,
    ForumReads,
    ForumWrites,
    CooperationImportWrites {
  /** A form is done once (`answerOnce`). */
  claimFormKey(key: string, requestHash: string, at: Date): Promise<'mine' | 'other' | { status: number; location: string | null }>
  keepFormAnswer(key: string, answer: { status: number; location: string | null }): Promise<void>
  /** The history of the desk. */
  addChange(city: { id: string } | null, change: Change): Promise<void>
  listChanges(city: { id: string } | null, filter: { subject?: string; offset: number; limit: number }): Promise<KeptChange[]>
  countChanges(city: { id: string } | null, filter: { subject?: string }): Promise<number>
  /** Names for pages that only staff sees. */
  listNames(personIds: readonly string[]): Promise<Map<string, string>>
  countMistakesWithoutAnswer(city: { id: string }): Promise<number>
  /** Ids for new things. */
  newId(): string
  /** Changes when the record does. */
  stamp(): Promise<string>
  addMistakeReport: ReportNeeds['addMistakeReport']
  addResidentText: ReportNeeds['addResidentText']
}
