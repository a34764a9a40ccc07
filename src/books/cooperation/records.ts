import type { MultilingualText } from '../text.ts'
import type { PartialDate } from './partial-date.ts'
import type { Strength } from './strength.ts'

/** What the international office keeps. Each record has a number within its city and kind; records name each other by it. */
export const recordKinds = [
  'source',
  'partner',
  'person',
  'membership',
  'event',
  'attendance',
  'topic',
  'statement',
  'commitment',
  'assignment',
  'agreement',
  'partnership',
  'project',
] as const
export type RecordKind = (typeof recordKinds)[number]

export const isRecordKind = (text: string): text is RecordKind => (recordKinds as readonly string[]).includes(text)

/** Number of a record of another kind. */
type Ref = number

/** A document that facts are taken from. Its text is never changed: places in it are counted. */
export interface Source {
  title: MultilingualText
  kind: (typeof sourceKinds)[number]
  /** ISO 639 code of the text: `kk`, `th`. */
  language: string
  publisher: string
  dated: PartialDate
  /** The date was concluded, not read: somebody has to confirm it. */
  isDateInferred: boolean
  url: string
  /** NFC; the store keeps its SHA-256 beside it. */
  text: string
  /** What a reader has to know about it: slips, contradictions, what is missing. */
  notes: MultilingualText
}
export const sourceKinds = ['press_release', 'article', 'protocol', 'letter', 'report', 'agreement', 'speech', 'other'] as const

/** Whom the city works with. */
export interface Partner {
  kind: (typeof partnerKinds)[number]
  name: MultilingualText
  /** ISO 3166-1, two letters; '' for one without a country. */
  country: string
  /** Degrees; null: not on the map. */
  lon: number | null
  lat: number | null
  note: MultilingualText
}
export const partnerKinds = ['city', 'ministry', 'international', 'company', 'group'] as const

/** Somebody in a public office, as far as the office goes. */
export interface Person {
  /** As the source writes it. */
  nameAsWritten: string
  /** The name in other scripts, where somebody has confirmed it. */
  names: MultilingualText & { readonly th?: string }
}

/** Which office somebody held, from when until when. */
export interface Membership {
  person: Ref
  partner: Ref
  role: MultilingualText
  from: PartialDate
  until: PartialDate
}

/** A visit with its meetings, a forum with its sessions: a tree. */
export interface CooperationEvent {
  kind: (typeof eventKinds)[number]
  parent: Ref | null
  title: MultilingualText
  place: MultilingualText
  country: string
  /** IANA name, of the place: `Asia/Bangkok`. */
  timeZone: string
  /** As far as it is known; empty where `startsAt` says it. */
  dated: PartialDate
  isDateInferred: boolean
  /** Time on the clock of the place: `2016-04-04T10:00`; '' where only the day is known. */
  startsAt: string
  endsAt: string
  state: (typeof eventStates)[number]
  /** What the city wants from it, and what it does not give: seen at the desk alone. */
  brief: MultilingualText
  protocol: Protocol
}
export const eventKinds = ['visit', 'meeting', 'forum', 'conference', 'session', 'speech', 'signing'] as const
export const eventStates = ['planned', 'held', 'cancelled'] as const

/** The protocol of a meeting: sent to the other side, agreed by it, then closed for ever. */
export interface Protocol {
  state: (typeof protocolStates)[number]
  points: readonly ProtocolPoint[]
  /** What was put right once it was agreed; left out where nothing was. */
  notes?: readonly ProtocolNote[]
}

/** A correction of a protocol that can no longer be changed. */
export interface ProtocolNote {
  /** ISO moment. */
  at: string
  text: MultilingualText
  reason: MultilingualText
}
export const protocolStates = ['none', 'draft', 'sent', 'agreed', 'closed'] as const

export interface ProtocolPoint {
  kind: (typeof protocolPointKinds)[number]
  text: MultilingualText
  /** Person who spoke; null where it is the meeting that heard or decided. */
  speaker: Ref | null
  /** Assignment that was made of it. */
  assignment: Ref | null
}
/** Heard, spoke, decided. */
export const protocolPointKinds = ['heard', 'spoke', 'decided'] as const

/** Who was asked and who came. A meeting has any number of parties. */
export interface Attendance {
  event: Ref
  partner: Ref | null
  person: Ref | null
  state: (typeof attendanceStates)[number]
  /** For whom, where not for herself. */
  onBehalfOf: Ref | null
  role: MultilingualText
  /** Member of the city's own delegation. */
  isDelegate: boolean
}
export const attendanceStates = ['invited', 'expected', 'present', 'absent', 'excused'] as const

/** What was talked about. */
export interface Topic {
  event: Ref
  title: MultilingualText
  /** Ids of goals of the programme. */
  goals: readonly string[]
  sdgTargets: readonly string[]
}

/** What somebody said, in the words of the source. */
export interface PartnerStatement {
  event: Ref | null
  form: (typeof statementForms)[number]
  speakers: readonly Ref[]
  /** Verbatim, with its slips; the place in the source is its evidence. */
  text: string
  language: string
  /** By language; each is somebody's translation, and shown as one. */
  translations: MultilingualText
  translatedBy: string
}
export const statementForms = ['direct_quote', 'reported', 'joint_position'] as const

/** What somebody promised, or said she intends. */
export interface Commitment {
  title: MultilingualText
  event: Ref | null
  statement: Ref | null
  by: readonly Ref[]
  to: readonly Ref[]
  strength: Strength
  /** The verb of the source that reaches this step: «қарастырамыз». */
  marker: string
  /** Person who said it; null: the parties themselves. */
  announcedBy: Ref | null
  isForAbsentParty: boolean
  /** Why it is unclear who may decide; empty: it is clear. */
  jurisdiction: MultilingualText
  dependsOn: readonly Ref[]
  /** Day it was made, where its event has none. */
  madeOn: PartialDate
  owner: string
  formOfCompletion: MultilingualText
  resources: MultilingualText
  /** Ids of goals of the programme; codes of indicators. */
  goals: readonly string[]
  indicators: readonly string[]
}

/** The task at home that carries a commitment out. */
export interface Assignment {
  title: MultilingualText
  commitment: Ref | null
  event: Ref | null
  formOfCompletion: MultilingualText
  owner: string
  coOwners: string
  expectedCostKzt: number | null
  fundingSource: MultilingualText
}

export interface Agreement {
  kind: (typeof agreementKinds)[number]
  title: MultilingualText
  parties: readonly Ref[]
  /** ISO 639 codes: `kk, ru, en`. */
  languages: readonly string[]
  signedOn: PartialDate
  inForceFrom: PartialDate
  /** Last day of the term; '' for one without an end. */
  until: PartialDate
  /** Years by which it renews itself; null: it does not. */
  renewsByYears: number | null
  /** Days before its end by which one has to say that it ends. */
  noticeDays: number | null
  event: Ref | null
  note: MultilingualText
}
export const agreementKinds = ['memorandum', 'sister_city', 'letter_of_intent', 'contract', 'protocol', 'other'] as const

/** Sister cities. Its stages are its events. */
export interface Partnership {
  partner: Ref
  title: MultilingualText
  agreement: Ref | null
  /** What was reached and when, oldest first; the stage of today is computed. */
  stages: readonly PartnershipStage[]
  note: MultilingualText
}
export interface PartnershipStage {
  stage: (typeof partnershipStages)[number]
  on: PartialDate
  source: Ref | null
  /** It was entered by mistake: from then on it does not count, and staff alone see it. Left out where it stands. */
  withdrawn?: { at: string; reason: string }
}
export const partnershipStages = ['idea', 'letter', 'council_decision', 'signed', 'active', 'ended'] as const

/** An investment project, in the words of the Open Contracting for Infrastructure Data Standard 0.9. */
export interface InvestmentProject {
  title: MultilingualText
  description: MultilingualText
  stage: (typeof projectStages)[number]
  type: (typeof projectTypes)[number]
  /** Codes of the standard's list of sectors: `transport.urban`. */
  sector: readonly string[]
  parties: ReadonlyArray<Ref>
  amount: number | null
  /** ISO 4217, and the day of the rate. */
  currency: string
  amountOn: PartialDate
  from: PartialDate
  until: PartialDate
  event: Ref | null
}
export const projectStages = [
  'identification',
  'preparation',
  'implementation',
  'completion',
  'maintenance',
  'decommissioning',
  'completed',
  'cancelled',
] as const
export const projectTypes = ['construction', 'rehabilitation', 'expansion', 'replacement', 'naturalResource'] as const

export interface Contents {
  source: Source
  partner: Partner
  person: Person
  membership: Membership
  event: CooperationEvent
  attendance: Attendance
  topic: Topic
  statement: PartnerStatement
  commitment: Commitment
  assignment: Assignment
  agreement: Agreement
  partnership: Partnership
  project: InvestmentProject
}

/** A record as it is kept. */
export interface CooperationRecord<Kind extends RecordKind = RecordKind> {
  kind: Kind
  number: number
  content: Contents[Kind]
  /** ISO moment; null: staff alone see it. */
  publishedAt: string | null
  /** Grows with each change: whoever changes an older one is shown the newer. */
  revision: number
}

/** A deadline and the ones before it: each stays, with the reason why it was moved. */
export interface Deadline {
  due: PartialDate
  /** '' for the first. */
  reason: string
  /** ISO moment of the entry. */
  setAt: string
}
