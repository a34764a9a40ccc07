import { z } from '@hono/zod-openapi'
import { commitmentFlags, smartTests } from '../books/cooperation/commitment-tests.ts'
import {
  agreementKinds,
  attendanceStates,
  eventKinds,
  eventStates,
  partnerKinds,
  partnershipStages,
  projectStages,
  projectTypes,
  sourceKinds,
  statementForms,
} from '../books/cooperation/records.ts'
import { statusEventKinds } from '../books/cooperation/status.ts'
import { strengths } from '../books/cooperation/strength.ts'

/** The items of the lists of cooperation: what the API promises, and what its tests hold it to. */
export const lights = ['green', 'yellow', 'red', 'not_assessed', 'closed'] as const
export const statuses = ['silent', 'confirmed', 'started', 'overdue', 'done', 'lapsed', 'withdrawn', 'superseded'] as const

const says = <Schema extends z.ZodType>(schema: Schema, description: string): Schema => schema.openapi({ description })
const words = says(z.record(z.string(), z.string()), 'Words by language: kk, ru, en; a language may be missing')
const date = says(z.string().nullable(), 'ISO date as far as it is known: 2016-04-05, 2016-04 or 2016; null: not known')
const pages = says(z.record(z.string(), z.string()).nullable(), 'Address of its page in each language; null: it has none')
const named = z.strictObject({ number: z.number(), name: words, pages })
const place = z.strictObject({
  number: z.number(),
  source: named,
  start: says(z.number(), 'First UTF-16 unit of the place in the text of the source'),
  end: says(z.number(), 'The unit after its last'),
  exact: says(z.string(), 'The words themselves'),
  marker: says(z.strictObject({ start: z.number(), end: z.number() }).nullable(), 'Place of the verb of a promise'),
})
const evidence = says(z.array(place), 'Places in sources that bear it out: source, start, end, exact, marker')
const head = {
  number: says(z.number(), 'Its number in the city, the same for ever'),
  revision: says(z.number(), 'Grows with each change'),
  publishedAt: says(z.string(), 'ISO moment'),
  pages,
}
const about = (thing: string) => says(named.nullable(), `${thing}: number, name, pages; null: there is none, or it is not public`)
const several = (thing: string) => says(z.array(named), `${thing}: number, name, pages`)

export const partner = z.strictObject({
  ...head,
  kind: z.enum(partnerKinds),
  name: words,
  country: says(z.string().nullable(), 'ISO 3166-1, two letters'),
  lon: says(z.number().nullable(), 'Degrees; null: not on the map'),
  lat: z.number().nullable(),
  note: words,
  evidence,
})

export const event = z.strictObject({
  ...head,
  kind: z.enum(eventKinds),
  state: z.enum(eventStates),
  title: words,
  parent: about('The visit or forum that it is part of'),
  place: words,
  country: z.string().nullable(),
  timeZone: says(z.string(), 'IANA name of the zone of the place'),
  startsAt: says(z.string().nullable(), 'Time on the clock of the place: 2016-04-04T10:00; null: not known'),
  endsAt: says(z.string().nullable(), 'The same for its end'),
  begins: says(z.string().nullable(), 'The moment of startsAt, UTC'),
  ends: says(z.string().nullable(), 'The moment of endsAt, UTC'),
  dated: date,
  isDateInferred: says(z.boolean(), 'The date was concluded, not read in a source'),
  topics: says(
    z.array(z.strictObject({ title: words, goals: z.array(z.string()), sdgTargets: z.array(z.string()) })),
    'What was talked about: title, goals of the programme, SDG targets',
  ),
  attendance: says(
    z.array(
      z.strictObject({
        partner: named.nullable(),
        person: named.nullable(),
        onBehalfOf: named.nullable(),
        state: z.enum(attendanceStates),
        role: words,
        isDelegate: z.boolean(),
      }),
    ),
    'Who was invited and who came: partner, person, onBehalfOf, state, role, isDelegate',
  ),
  evidence,
})

export const commitment = z.strictObject({
  ...head,
  title: words,
  strength: says(z.enum(strengths), `From the weakest: ${strengths.join(', ')}`),
  marker: says(z.string(), 'The verb of the source'),
  status: says(z.enum(statuses), 'Computed from what happened; silent: nothing was ever heard of it'),
  light: says(z.enum(lights), 'Whether anybody reports: green within a year, yellow later, red after two years; closed: done or given up'),
  lightSince: says(z.string().nullable(), 'Day of the last report, or of the promise as far as it is known: 2016-04'),
  flags: says(z.array(z.enum(commitmentFlags)), 'What a reader should know before she counts on it'),
  smart: says(
    z.strictObject(Object.fromEntries(smartTests.map((test) => [test, z.boolean()]))),
    'The five tests of the UN: specific, measurable, achievable, resource_based, time_based',
  ),
  by: several('Who promised'),
  to: several('To whom'),
  event: about('Where it was said'),
  statement: about('The statement it lies in'),
  announcedBy: about('The person who said it'),
  dependsOn: several('Commitments that come first'),
  isForAbsentParty: z.boolean(),
  jurisdiction: says(words, 'Why it is unclear who may decide; empty: it is clear'),
  owner: says(z.string(), 'Who carries it out; empty: nobody is named'),
  formOfCompletion: says(words, 'By what one will see that it is done'),
  resources: says(words, 'What it costs or who pays'),
  goals: says(z.array(z.string()), 'Goals of the programme'),
  indicators: says(z.array(z.string()), 'Codes of indicators'),
  madeOn: date,
  isMadeOnInferred: z.boolean(),
  due: date,
  deadlines: says(
    z.array(z.strictObject({ due: date, reason: z.string(), setAt: z.string() })),
    'Oldest first, each with the reason why it replaced the one before: due, reason, setAt',
  ),
  events: says(
    z.array(
      z.strictObject({
        number: z.number(),
        kind: z.enum(statusEventKinds),
        on: z.string(),
        note: words,
        retracts: z.number().nullable(),
        enteredAt: z.string(),
        evidence: place.nullable(),
      }),
    ),
    'What happened, oldest first: number, kind, on, note, retracts, enteredAt, evidence',
  ),
  evidence,
})

export const statement = z.strictObject({
  ...head,
  form: z.enum(statementForms),
  text: says(z.string(), 'Verbatim, with its slips'),
  language: says(z.string(), 'ISO 639 code of the text'),
  translations: words,
  translatedBy: z.string(),
  event: about('Where it was said'),
  speakers: several('Who said it'),
  evidence,
})

export const agreement = z.strictObject({
  ...head,
  kind: z.enum(agreementKinds),
  title: words,
  languages: says(z.array(z.string()), 'ISO 639 codes of the languages in which it was signed'),
  note: words,
  signedOn: date,
  inForceFrom: date,
  until: date,
  renewsByYears: says(z.number().nullable(), 'Years by which it renews itself; null: it does not'),
  noticeDays: says(z.number().nullable(), 'Days before its end by which one has to say that it ends'),
  parties: several('Who signed'),
  event: about('Where it was signed'),
  files: says(
    z.array(
      z.strictObject({
        number: z.number(),
        name: z.string(),
        mediaType: z.string(),
        sha256: z.string(),
        size: z.number(),
        address: z.string(),
      }),
    ),
    'The signed papers: number, name, mediaType, sha256, size, address',
  ),
  evidence,
})

export const partnership = z.strictObject({
  ...head,
  title: words,
  note: words,
  partner: about('The other city'),
  agreement: about('The agreement it rests on'),
  stages: says(
    z.array(z.strictObject({ stage: z.enum(partnershipStages), on: date, source: named.nullable() })),
    'What was reached and when: stage, on, source',
  ),
  evidence,
})

export const project = z.strictObject({
  ...head,
  title: words,
  description: words,
  stage: z.enum(projectStages),
  type: z.enum(projectTypes),
  sector: says(z.array(z.string()), 'Codes of OC4IDS'),
  amount: z.number().nullable(),
  currency: says(z.string().nullable(), 'ISO 4217'),
  amountOn: date,
  from: date,
  until: date,
  parties: several('Who takes part'),
  event: about('Where it was shown'),
  evidence,
})

export const source = z.strictObject({
  ...head,
  kind: z.enum(sourceKinds),
  title: words,
  language: says(z.string(), 'ISO 639 code of the text'),
  publisher: z.string(),
  dated: date,
  isDateInferred: z.boolean(),
  url: says(z.string().nullable(), 'Where it was published'),
  notes: says(words, 'What a reader has to know about it'),
  text: says(z.string(), 'In NFC, never changed: places are counted in it'),
  sha256: says(z.string(), 'Of the text in UTF-8'),
})
