import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { dayIn } from './books/as-of.ts'
import { demonstrationCity } from './books/accounts/demonstration.ts'
import type { Channel, ContributionState } from './books/discussion/contribution.ts'
import type { Decision } from './books/discussion/official-answer.ts'
import type { OrganisationKind } from './books/discussion/organisation.ts'
import { anchorOf, plainSentence } from './books/discussion/text/anchor.ts'
import type { City } from './books/indicators/figure.ts'
import type { ProgrammeVersion } from './books/programme/programme.ts'
import { sectionsOf } from './books/programme/sections.ts'
import type { Language, MultilingualText } from './books/text.ts'
import { programFile, type Record } from './open-rooms.ts'

/** A day of its own, or so many days from the one on which the demonstration is filled. */
type Day = { date: string } | { days: number }

/** A discussion of the invented city as `demo/ulgiqala/discussion/` has it. */
interface DiscussionFile {
  programme: string
  version: number
  opens: Day
  closes: Day
  answered?: Day
  title: MultilingualText
  question: MultilingualText
  asked: MultilingualText
  rules: MultilingualText
  promise: MultilingualText
  organisations: Array<{ id: string; kind: OrganisationKind; name: MultilingualText; evidence: string }>
  contributions: FileContribution[]
  answers: Array<{
    decision: Decision
    day: number
    contributions: number[]
    reason: MultilingualText
    changes?: Array<{ version: number; at: string; contribution?: number }>
  }>
  moderation?: Array<{ day: number; contribution: number; rule: string; reason: MultilingualText }>
}

interface FileContribution {
  by: number
  day: number
  /** Section, and after a slash the number of the sentence. */
  at?: string
  reply?: number
  language: Language
  text: string
  wording?: string
  quote?: string
  organisation?: string
  channel?: Channel
  receipt?: string
  state?: ContributionState
  translations?: Partial<{ [language in Language]: string }>
}

/** What all steps of one discussion need. */
interface Seeding {
  record: Record
  city: City
  file: DiscussionFile
  consultation: { id: string }
  /** Versions of the programme that is discussed. */
  versions: readonly ProgrammeVersion[]
  /** Somebody at the desk of the invented city. */
  staff: string
  /** A moment of a day since the opening. */
  at(day: number, minute: number): Date
}

const folder = `demo/${demonstrationCity}/discussion`

/** The discussions of the invented city: one with answers, and one that is open on the day on which the demonstration is filled. */
export async function seedDiscussion(record: Record): Promise<void> {
  const city = await record.findCity(demonstrationCity)
  const person = await record.findPersonByEmail('dina@ulgiqala.example')
  const path = fileURLToPath(programFile(folder))
  if (city === null || person === null || !fs.existsSync(path)) return
  const organisations = new Map<string, string>()
  for (const name of fs.readdirSync(path).sort()) {
    if (!/^\d+-/.test(name)) continue
    const file = parse(fs.readFileSync(`${path}/${name}`, 'utf8')) as DiscussionFile
    await seedOne(file, { record, city, staff: person.id }, organisations)
  }
}

async function seedOne(
  file: DiscussionFile,
  { record, city, staff }: Pick<Seeding, 'record' | 'city' | 'staff'>,
  organisations: Map<string, string>,
): Promise<void> {
  const now = record.now()
  const today = dayIn(city.timeZone, now)
  const dayOf = (day: Day): string => ('date' in day ? day.date : plusDays(today, day.days))
  const [opensOn, closesOn] = [dayOf(file.opens), dayOf(file.closes)]
  const at = (day: number, minute: number): Date => new Date(Date.parse(`${plusDays(opensOn, day)}T06:00:00Z`) + minute * 60_000)
  const published = await record.listProgrammeVersions(city, now)
  const versions = published.filter(({ programme }) => programme === file.programme)
  if (!versions.some(({ number }) => number === file.version)) return

  const consultation = { id: record.newId() }
  const { title, question, asked, rules, promise, programme, version } = file
  const content = { title, question, asked, rules, promise }
  const opened = at(0, 0)
  await record.addConsultation(city, { ...consultation, programme, version, content, level: 'mail', opensOn, closesOn })
  await record.keepConsultation(city, consultation.id, { content, level: 'mail', opensOn, closesOn, publishedAt: opened.toISOString() })
  await record.addConsultationEvent(city, consultation.id, { kind: 'opened', at: opened.toISOString() }, staff)

  for (const { id, kind, name, evidence } of file.organisations) {
    if (organisations.has(id)) continue
    organisations.set(id, record.newId())
    await record.addOrganisation(city, { id: organisations.get(id)!, kind, name, evidence, by: staff, at: opened })
  }
  const seeding: Seeding = { record, city, file, consultation, versions, staff, at }
  await addParticipants(seeding)
  for (const [index, one] of file.contributions.entries()) await addOne(seeding, one, index, organisations)
  await addAnswers(seeding)
  await addModeration(seeding)
  if (file.answered === undefined) return
  for (const [kind, day] of [
    ['closed', plusDays(closesOn, 1)],
    ['answered', dayOf(file.answered)],
  ] as const)
    await record.addConsultationEvent(city, consultation.id, { kind, at: `${day}T06:00:00.000Z` }, staff)
}

const plusDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** In the order of their numbers, so that `by: 7` is "Resident 7". */
async function addParticipants({ record, city, file, consultation, at }: Seeding): Promise<void> {
  const first = new Map<number, FileContribution>()
  for (const one of file.contributions) if (!first.has(one.by)) first.set(one.by, one)
  for (const [by, { day, channel = 'web', receipt }] of [...first].sort(([a], [b]) => a - b)) {
    const key = receipt === undefined ? `demonstration:${by}` : `receipt:${receipt}`
    const level = channel === 'web' ? 'mail' : 'paper'
    await record.joinConsultation(city, consultation, { personId: null, keys: [key], level, channel, at: at(day, 0) })
  }
}

async function addOne(
  { record, city, file, consultation, versions, at }: Seeding,
  one: FileContribution,
  index: number,
  organisations: ReadonlyMap<string, string>,
): Promise<void> {
  const version = versions.find(({ number }) => number === file.version)!
  const above = one.reply === undefined ? null : file.contributions[one.reply - 1]!
  const place = placeOf(version, (above ?? one).at)
  const quoted = plainSentence(place.sentence ?? undefined, one.language).indexOf(one.quote ?? '')
  const range = one.quote === undefined || quoted < 0 ? undefined : { start: quoted, end: quoted + one.quote.length }
  const writtenAt = at(one.day, 1 + index * 17)
  const number = await record.addContribution(city, consultation, {
    kind: above !== null ? 'reply' : one.wording === undefined ? 'comment' : 'suggestion',
    parent: one.reply ?? null,
    participant: one.by,
    organisationId: one.organisation === undefined ? null : (organisations.get(one.organisation) ?? null),
    language: one.language,
    section: place.section,
    sentence: place.sentence?.id ?? null,
    anchor: place.sentence === null || above !== null ? null : anchorOf(version, place.sentence.id, one.language, range),
    text: { id: record.newId(), text: one.text },
    wording: one.wording === undefined ? null : { id: record.newId(), text: one.wording },
    personId: null,
    channel: one.channel ?? 'web',
    receipt: one.receipt ?? null,
    writtenAt,
    state: one.state ?? 'shown',
    findings: [],
  })
  for (const [language, text] of Object.entries(one.translations ?? {}))
    await record.addContributionTranslation(city, consultation, number, {
      of: 'text',
      language: language as Language,
      text,
      madeBy: 'moderator',
      personId: null,
      madeAt: writtenAt,
    })
}

function placeOf(version: ProgrammeVersion, at: string | undefined) {
  if (at === undefined) return { section: null, sentence: null }
  const [id = '', number] = at.split('/')
  const section = sectionsOf(version).find((one) => one.id === id)
  const sentence = section?.sentences[Number(number) - 1]
  if (sentence === undefined) throw new Error(`${folder} names ${at}, which ${version.programme} version ${version.number} does not have.`)
  return { section: id, sentence }
}

async function addAnswers({ record, city, file, consultation, versions, staff, at }: Seeding): Promise<void> {
  for (const [index, { decision, day, contributions, reason, changes = [] }] of file.answers.entries()) {
    const answeredAt = at(day, 300 + index)
    const number = await record.addAnswer(city, consultation, { decision, reason, by: staff, at: answeredAt, corrects: null })
    await record.keepContributionAnswer(city, consultation, contributions, number)
    for (const change of changes) {
      const version = versions.find((one) => one.number === change.version)
      const { sentence } = version === undefined ? { sentence: null } : placeOf(version, change.at)
      if (sentence === null) continue
      for (const contribution of change.contribution === undefined ? contributions : [change.contribution]) {
        const link = { contribution, version: change.version, sentence: sentence.id }
        await record.linkContribution(city, consultation, link, { by: staff, at: answeredAt })
      }
    }
  }
}

async function addModeration({ record, city, file, consultation, staff, at }: Seeding): Promise<void> {
  for (const { day, contribution, rule, reason } of file.moderation ?? []) {
    const proof = await record.proveContribution(city, consultation, contribution)
    await record.addModerationDecision(city, consultation, {
      subject: { kind: 'contribution', number: contribution },
      action: 'hidden',
      rule,
      reason,
      proof,
      at: at(day, 500),
      by: staff,
    })
  }
}
