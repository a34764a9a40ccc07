import type { CatalogueEntry } from '../indicators/catalogue-view.ts'
import type { MultilingualText } from '../text.ts'
import type { AgreementFile } from './agreement-file.ts'
import type { AgreementTerm } from './agreement-term.ts'
import type { CommitmentCounts, CommitmentFilter } from './commitment-row.ts'
import type { CommitmentView, PartnerName } from './commitment-view.ts'
import type { Piece } from './cut-at-spans.ts'
import type { EventBranch } from './event-tree.ts'
import type { Evidence } from './evidence.ts'
import type { QuotePiece } from './marked-quote.ts'
import type { PartnerMap } from './partner-map.ts'
import type { PartnershipState } from './partnership-stage.ts'
import type { Withdrawal } from './record-history.ts'
import type { Attendance, CooperationRecord, Person, RecordKind, Source } from './records.ts'
import type { PromiseCount } from './strength.ts'

/** What the public pages of cooperation show. The actions make it; the pages turn it into words. */

/** Somebody as far as her office goes. */
export interface PersonName extends Pick<Person, 'nameAsWritten' | 'names'> {
  number: number
  role: MultilingualText
}

/** A source as pages name it: everything but its text. */
export interface SourceName extends Omit<Source, 'text'> {
  number: number
}

/** A place in a source that a reader can open. */
export interface Place {
  evidence: Evidence
  source: SourceName
  /** Of the source's own pages, from 1. */
  page: number
}

/** A goal of the programme as a page of cooperation names it. */
export interface GoalName {
  id: string
  number: string
  title: MultilingualText
}

/** A record as a page names it that links to it. */
export interface SubjectName {
  kind: RecordKind
  number: number
  title: MultilingualText
  /** Its page inside the city; null: it has none. */
  path: string | null
}

/** A partner with how much there is of it. */
export interface PartnerRow {
  partner: CooperationRecord<'partner'>
  /** Commitments that it made or was made. */
  commitments: number
}

/** A partner that is a sister city: which partnership that is, and how far it has come. */
export interface SisterCity {
  partnership: number
  state: PartnershipState
}

export interface CooperationView {
  /** Events that are part of no other, newest first, with how many lie right within each. */
  events: ReadonlyArray<{ event: CooperationRecord<'event'>; within: number }>
  counts: CommitmentCounts
  /** null: it is not written down where the city stands, or no partner does. */
  map: PartnerMap | null
  partners: readonly PartnerRow[]
  agreements: number
  projects: number
}

export interface CommitmentListView {
  filter: CommitmentFilter
  /** Partners that may be chosen. */
  partners: ReadonlyArray<CooperationRecord<'partner'>>
  /** Of all commitments, whatever the filter. */
  counts: CommitmentCounts
  /** How many match. */
  found: PromiseCount
  commitments: readonly CommitmentView[]
  page: number
  pages: number
}

export interface OneCommitmentView {
  commitment: CommitmentView
  announcedBy: PersonName | null
  /** Where the promise stands. */
  promise: readonly Place[]
  /** What bears an event out, by the number of the evidence. An event may rest on a source that is not public yet. */
  places: ReadonlyMap<number, Place>
  dependsOn: readonly CommitmentView[]
  assignments: ReadonlyArray<CooperationRecord<'assignment'>>
  goals: readonly GoalName[]
  /** By which one may see it, each with its last figure. */
  indicators: ReadonlyArray<Pick<CatalogueEntry, 'indicator' | 'headline'>>
}

export interface Participant extends Pick<Attendance, 'state' | 'isDelegate'> {
  event: number
  person: PersonName | null
  partner: PartnerName | null
  onBehalfOf: PartnerName | null
  role: Attendance['role']
}

export interface Quote {
  statement: CooperationRecord<'statement'>
  pieces: readonly QuotePiece[]
  speakers: readonly PersonName[]
  place: Place | null
  /** Economic notes that answer it: the other city of each. */
  notes: readonly { code: string; name: MultilingualText }[]
}

export interface EventView {
  branch: EventBranch
  /** The events that it is part of, the outermost first. */
  above: ReadonlyArray<CooperationRecord<'event'>>
  participants: readonly Participant[]
  quotes: readonly Quote[]
  topics: ReadonlyArray<{ topic: CooperationRecord<'topic'>; goals: readonly GoalName[] }>
  commitments: readonly CommitmentView[]
  agreements: ReadonlyArray<CooperationRecord<'agreement'>>
  projects: ReadonlyArray<CooperationRecord<'project'>>
  sources: readonly SourceName[]
}

export interface PartnerView {
  partner: CooperationRecord<'partner'>
  /** Who holds or held which office there. */
  people: ReadonlyArray<{ person: PersonName; membership: CooperationRecord<'membership'> }>
  partnerships: ReadonlyArray<{
    partnership: CooperationRecord<'partnership'>
    state: PartnershipState
    agreement: CooperationRecord<'agreement'> | null
    /** Sources that its stages rest on, by number. */
    sources: ReadonlySet<number>
  }>
  events: ReadonlyArray<CooperationRecord<'event'>>
  /** Newest first, as many as the page shows; `counts` is how many there are. */
  commitments: readonly CommitmentView[]
  counts: PromiseCount
  agreements: ReadonlyArray<CooperationRecord<'agreement'>>
  projects: ReadonlyArray<CooperationRecord<'project'>>
}

export interface AgreementRow {
  agreement: CooperationRecord<'agreement'>
  parties: readonly PartnerName[]
  term: AgreementTerm
}

export interface AgreementView extends AgreementRow {
  event: CooperationRecord<'event'> | null
  files: readonly AgreementFile[]
  /** Electronic signatures, without who signed: the file each is of, and which verifier has checked it when. */
  signatures: ReadonlyArray<{ file: number; verification: { verifier: string; checkedAt: string; isValid: boolean } | null }>
  /** Sister cities that rest on it. */
  partnerships: ReadonlyArray<CooperationRecord<'partnership'>>
}

export interface ProjectView {
  project: CooperationRecord<'project'>
  parties: readonly PartnerName[]
  event: CooperationRecord<'event'> | null
}

/** A record that was public and is so no more; nothing else is told of it. */
export interface WithdrawnView {
  kind: 'event' | 'commitment' | 'partner' | 'agreement' | 'project' | 'source'
  number: number
  /** Oldest first. */
  withdrawals: readonly Withdrawal[]
}

/** A place in the source and what rests on it. */
export interface MarkedPlace {
  number: number
  start: number
  end: number
  subject: SubjectName
}

export interface SourceView {
  source: SourceName
  /** The stretch that this page shows, cut where places begin and end. */
  pieces: ReadonlyArray<Piece<MarkedPlace>>
  /** Places that begin on this page, in the order of the text. */
  places: readonly MarkedPlace[]
  page: number
  pages: number
}
