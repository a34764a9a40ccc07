import {
  agreementKinds,
  attendanceStates,
  eventKinds,
  eventStates,
  partnerKinds,
  projectStages,
  projectTypes,
  sourceKinds,
  statementForms,
  type Contents,
  type RecordKind,
} from './records.ts'
import { strengths } from './strength.ts'

/** How a field of a record is filled in: the forms of the desk, the import from CSV and the rules read the same list. */
export type Field =
  /** The same in three languages; `required`: in one of them at least. `long`: several lines. */
  | { type: 'words'; required?: true; long?: true }
  | { type: 'text'; required?: true; long?: true; most: number }
  | { type: 'partial_date' }
  /** Time on the clock of the place: `2016-04-04T10:00`. */
  | { type: 'local_time' }
  | { type: 'country' }
  /** ISO 639 code: `kk`, `th`. */
  | { type: 'language'; required: true }
  | { type: 'time_zone' }
  /** `isJudged`: a person decides it, and the form proposes nothing. */
  | { type: 'choice'; of: readonly string[]; isJudged?: true }
  | { type: 'yes_no' }
  | { type: 'number'; least: number; most: number }
  | { type: 'reference'; to: RecordKind; required?: true }
  | { type: 'references'; to: RecordKind; required?: true }
  /** Codes, separated by commas. */
  | { type: 'codes'; pattern: RegExp }
  /** Has a page of its own. */
  | { type: 'elsewhere' }

const title = { type: 'words', required: true } as const
const words = { type: 'words' } as const
const longWords = { type: 'words', long: true } as const
const date = { type: 'partial_date' } as const
const short = { type: 'text', most: 200 } as const
const goals = { type: 'codes', pattern: /^[\w.-]{1,40}$/ } as const
const event = { type: 'reference', to: 'event' } as const

/** The fields of each kind, in the order in which a form asks for them. */
export const recordFields: { readonly [Kind in RecordKind]: { readonly [Name in keyof Contents[Kind]]: Field } } = {
  source: {
    title,
    kind: { type: 'choice', of: sourceKinds },
    language: { type: 'language', required: true },
    publisher: short,
    dated: date,
    isDateInferred: { type: 'yes_no' },
    url: { type: 'text', most: 2000 },
    text: { type: 'text', required: true, long: true, most: 500_000 },
    notes: longWords,
  },
  partner: {
    name: title,
    kind: { type: 'choice', of: partnerKinds },
    country: { type: 'country' },
    lon: { type: 'number', least: -180, most: 180 },
    lat: { type: 'number', least: -90, most: 90 },
    note: longWords,
  },
  person: { nameAsWritten: { ...short, required: true }, names: words },
  membership: {
    person: { type: 'reference', to: 'person', required: true },
    partner: { type: 'reference', to: 'partner', required: true },
    role: title,
    from: date,
    until: date,
  },
  event: {
    title,
    kind: { type: 'choice', of: eventKinds },
    parent: event,
    place: words,
    country: { type: 'country' },
    timeZone: { type: 'time_zone' },
    dated: date,
    isDateInferred: { type: 'yes_no' },
    startsAt: { type: 'local_time' },
    endsAt: { type: 'local_time' },
    state: { type: 'choice', of: eventStates },
    brief: longWords,
    protocol: { type: 'elsewhere' },
  },
  attendance: {
    event: { ...event, required: true },
    person: { type: 'reference', to: 'person' },
    partner: { type: 'reference', to: 'partner' },
    state: { type: 'choice', of: attendanceStates },
    onBehalfOf: { type: 'reference', to: 'partner' },
    role: words,
    isDelegate: { type: 'yes_no' },
  },
  topic: {
    event: { ...event, required: true },
    title,
    goals,
    sdgTargets: { type: 'codes', pattern: /^\d{1,2}(\.[0-9a-z])?$/ },
  },
  statement: {
    event,
    form: { type: 'choice', of: statementForms },
    speakers: { type: 'references', to: 'person', required: true },
    text: { type: 'text', required: true, long: true, most: 10_000 },
    language: { type: 'language', required: true },
    translations: longWords,
    translatedBy: short,
  },
  commitment: {
    title,
    by: { type: 'references', to: 'partner', required: true },
    to: { type: 'references', to: 'partner' },
    strength: { type: 'choice', of: strengths, isJudged: true },
    marker: { ...short, required: true },
    event,
    statement: { type: 'reference', to: 'statement' },
    announcedBy: { type: 'reference', to: 'person' },
    isForAbsentParty: { type: 'yes_no' },
    jurisdiction: words,
    dependsOn: { type: 'references', to: 'commitment' },
    madeOn: date,
    owner: short,
    formOfCompletion: words,
    resources: words,
    goals,
    indicators: goals,
  },
  assignment: {
    title,
    commitment: { type: 'reference', to: 'commitment' },
    event,
    formOfCompletion: words,
    owner: short,
    coOwners: short,
    expectedCostKzt: { type: 'number', least: 0, most: 1e15 },
    fundingSource: words,
  },
  agreement: {
    title,
    kind: { type: 'choice', of: agreementKinds },
    parties: { type: 'references', to: 'partner', required: true },
    languages: { type: 'codes', pattern: /^[a-z]{2,3}$/ },
    signedOn: date,
    inForceFrom: date,
    until: date,
    renewsByYears: { type: 'number', least: 1, most: 99 },
    noticeDays: { type: 'number', least: 0, most: 3660 },
    event,
    note: longWords,
  },
  partnership: {
    partner: { type: 'reference', to: 'partner', required: true },
    title,
    agreement: { type: 'reference', to: 'agreement' },
    stages: { type: 'elsewhere' },
    note: longWords,
  },
  project: {
    title,
    description: longWords,
    stage: { type: 'choice', of: projectStages },
    type: { type: 'choice', of: projectTypes },
    sector: { type: 'codes', pattern: /^[a-zA-Z.]{2,60}$/ },
    parties: { type: 'references', to: 'partner' },
    amount: { type: 'number', least: 0, most: 1e15 },
    currency: { type: 'text', most: 3 },
    amountOn: date,
    from: date,
    until: date,
    event,
  },
}
