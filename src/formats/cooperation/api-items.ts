import { createHash } from 'node:crypto'
import type { AgreementFile } from '../../books/cooperation/agreement-file.ts'
import type { CommitmentView } from '../../books/cooperation/commitment-view.ts'
import type { Evidence } from '../../books/cooperation/evidence.ts'
import { namedBy } from '../../books/cooperation/named-by.ts'
import { standingStages } from '../../books/cooperation/partnership-stage.ts'
import type { CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import { momentAt } from '../../books/cooperation/two-clocks.ts'
import { languages, type MultilingualText } from '../../books/text.ts'

/** A record as others name it. */
export interface Named {
  number: number
  title: MultilingualText
  /** Its page inside the city; null: it has none. */
  path: string | null
}

/** What an item tells besides its own record; all of it is public. */
export interface Beside {
  city: { slug: string; timeZone: string }
  /** By `kind number`. */
  names: ReadonlyMap<string, Named>
  /** Places in sources, of records of this kind. */
  evidence: readonly Evidence[]
  topics: ReadonlyArray<CooperationRecord<'topic'>>
  attendances: ReadonlyArray<CooperationRecord<'attendance'>>
  files: ReadonlyMap<number, readonly AgreementFile[]>
}

export const partnerItem = (record: CooperationRecord<'partner'>, beside: Beside) => {
  const { kind, name, country, lon, lat, note } = record.content
  return { ...headOf(record, beside), kind, name, country: country || null, lon, lat, note, evidence: placesOf(record.number, beside) }
}

export const eventItem = (record: CooperationRecord<'event'>, beside: Beside) => {
  const { kind, parent, title, place, country, timeZone, dated, isDateInferred, startsAt, endsAt, state } = record.content
  const zone = timeZone || beside.city.timeZone
  return {
    ...headOf(record, beside),
    ...{ kind, state, title, parent: nameOf('event', parent, beside) },
    ...{ place, country: country || null, timeZone: zone, startsAt: startsAt || null, endsAt: endsAt || null },
    begins: momentAt(startsAt, zone)?.toISOString() ?? null,
    ends: momentAt(endsAt, zone)?.toISOString() ?? null,
    dated: startsAt.slice(0, 10) || dated || null,
    isDateInferred,
    topics: beside.topics
      .filter(({ content }) => content.event === record.number)
      .map(({ content: { title: topic, goals, sdgTargets } }) => ({ title: topic, goals, sdgTargets })),
    attendance: beside.attendances
      .filter(({ content }) => content.event === record.number)
      .map(({ content: { partner, person, onBehalfOf, state: came, role, isDelegate } }) => ({
        partner: nameOf('partner', partner, beside),
        person: nameOf('person', person, beside),
        onBehalfOf: nameOf('partner', onBehalfOf, beside),
        ...{ state: came, role, isDelegate },
      })),
    evidence: placesOf(record.number, beside),
  }
}

export const commitmentItem = (view: CommitmentView, beside: Beside) => {
  const { number, content, status, light, flags, smart, due, madeOn, isMadeOnInferred } = view
  const { title, strength, marker, isForAbsentParty, jurisdiction, owner, formOfCompletion, resources, goals, indicators } = content
  const promise = new Set(view.evidence.map((one) => one.number))
  return {
    ...headOf({ ...view, kind: 'commitment' }, beside),
    ...{ title, strength, marker, status, light: light.light, lightSince: light.since, flags, smart },
    by: namesOf('partner', content.by, beside),
    to: namesOf('partner', content.to, beside),
    event: nameOf('event', content.event, beside),
    statement: nameOf('statement', content.statement, beside),
    announcedBy: nameOf('person', content.announcedBy, beside),
    dependsOn: namesOf('commitment', content.dependsOn, beside),
    ...{ isForAbsentParty, jurisdiction, owner, formOfCompletion, resources, goals, indicators },
    ...{ madeOn: madeOn || null, isMadeOnInferred, due: due || null },
    deadlines: view.deadlines.map((deadline) => ({ due: deadline.due || null, reason: deadline.reason, setAt: deadline.setAt })),
    events: view.events.map(({ number: event, kind, on, note, evidence, retracts, enteredAt }) => ({
      ...{ number: event, kind, on, note, retracts, enteredAt },
      evidence: placesOf(number, beside).find((place) => place.number === evidence?.number) ?? null,
    })),
    evidence: placesOf(number, beside).filter((place) => promise.has(place.number)),
  }
}

export const statementItem = (record: CooperationRecord<'statement'>, beside: Beside) => {
  const { event, form, speakers, text, language, translations, translatedBy } = record.content
  return {
    ...headOf(record, beside),
    ...{ form, text, language, translations, translatedBy },
    event: nameOf('event', event, beside),
    speakers: namesOf('person', speakers, beside),
    evidence: placesOf(record.number, beside),
  }
}

export const agreementItem = (record: CooperationRecord<'agreement'>, beside: Beside) => {
  const { kind, title, parties, languages: written, signedOn, inForceFrom, until, renewsByYears, noticeDays, event, note } = record.content
  return {
    ...headOf(record, beside),
    ...{ kind, title, languages: written, note, renewsByYears, noticeDays },
    ...{ signedOn: signedOn || null, inForceFrom: inForceFrom || null, until: until || null },
    parties: namesOf('partner', parties, beside),
    event: nameOf('event', event, beside),
    files: (beside.files.get(record.number) ?? []).map(({ number, name, mediaType, sha256, size }) => ({
      ...{ number, name, mediaType, sha256, size },
      address: `/kk/${beside.city.slug}/cooperation/agreements/${record.number}/files/${number}`,
    })),
    evidence: placesOf(record.number, beside),
  }
}

export const partnershipItem = (record: CooperationRecord<'partnership'>, beside: Beside) => {
  const { partner, title, agreement, stages, note } = record.content
  return {
    ...headOf(record, beside),
    ...{ title, note },
    partner: nameOf('partner', partner, beside),
    agreement: nameOf('agreement', agreement, beside),
    stages: standingStages(stages).map(({ stage, on, source }) => ({ stage, on: on || null, source: nameOf('source', source, beside) })),
    evidence: placesOf(record.number, beside),
  }
}

export const projectItem = (record: CooperationRecord<'project'>, beside: Beside) => {
  const { title, description, stage, type, sector, parties, amount, currency, amountOn, from, until, event } = record.content
  return {
    ...headOf(record, beside),
    ...{ title, description, stage, type, sector, amount },
    ...{ currency: currency || null, amountOn: amountOn || null, from: from || null, until: until || null },
    parties: namesOf('partner', parties, beside),
    event: nameOf('event', event, beside),
    evidence: placesOf(record.number, beside),
  }
}

export const sourceItem = (record: CooperationRecord<'source'>, beside: Beside) => {
  const { title, kind, language, publisher, dated, isDateInferred, url, text, notes } = record.content
  return {
    ...headOf(record, beside),
    ...{ kind, title, language, publisher, dated: dated || null, isDateInferred, url: url || null, notes },
    ...{ text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') },
  }
}

/** Everything that a record names, and what its places lie in: what an item needs the names of. */
export const subjectsOf = (
  records: readonly CooperationRecord[],
  evidence: readonly Evidence[],
): Array<{ kind: RecordKind; number: number }> => [
  ...records.map(({ kind, number }) => ({ kind, number })),
  ...records.flatMap(({ kind, content }) => namedBy(kind, content).map(({ to, number }) => ({ kind: to, number }))),
  ...evidence.map(({ source }) => ({ kind: 'source' as const, number: source })),
]

const headOf = (
  { kind, number, revision, publishedAt }: Pick<CooperationRecord, 'kind' | 'number' | 'revision' | 'publishedAt'>,
  beside: Beside,
) => ({ number, revision, publishedAt, pages: pagesOf(beside.names.get(`${kind} ${number}`)?.path ?? null, beside) })

/** The address of a page in each language. */
const pagesOf = (path: string | null, { city }: Beside): Record<string, string> | null =>
  path === null ? null : Object.fromEntries(languages.map((language) => [language, `/${language}/${city.slug}${path}`]))

/** null: there is none, or it is not public. */
function nameOf(kind: RecordKind, number: number | null, beside: Beside) {
  const named = number === null ? undefined : beside.names.get(`${kind} ${number}`)
  return named === undefined ? null : { number: named.number, name: named.title, pages: pagesOf(named.path, beside) }
}

const namesOf = (kind: RecordKind, numbers: readonly number[], beside: Beside) =>
  numbers.flatMap((number) => nameOf(kind, number, beside) ?? [])

/** Places of a record, but for those in sources that are not public. */
const placesOf = (number: number, beside: Beside) =>
  beside.evidence
    .filter((place) => place.subject.number === number)
    .flatMap(({ number: place, source, start, end, exact, marker }) => {
      const named = nameOf('source', source, beside)
      return named === null ? [] : [{ number: place, source: named, start, end, exact, marker }]
    })
