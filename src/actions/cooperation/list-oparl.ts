import { publicTimes, type PublicTimes } from '../../books/cooperation/record-history.ts'
import type { CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import { writeAgendaItem, writeMeeting, writeMeetingLocation, hasPlace } from '../../formats/cooperation/oparl/meetings.ts'
import { tombstone, type OparlList, type OparlObject, type OparlPlace } from '../../formats/cooperation/oparl/object.ts'
import { writeMembership, writeOrganization, writePartnerLocation, writePerson } from '../../formats/cooperation/oparl/partners.ts'
import { writeAgreementFile, writeAgreementPaper, writeSourceFile, writeSourcePaper } from '../../formats/cooperation/oparl/papers.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'

export type OparlNeeds = PublicReads & Pick<CooperationReads, 'listCooperationHistory' | 'listAgreementFiles'>
type Input = PublicInput & { place: OparlPlace }

/**
 * Every object of one list of OParl, in an order that stays. What was taken back is there too, with its tombstone: a program that keeps a
 * copy has to hear of it.
 */
export async function listOparl(input: Input, list: OparlList, needs: OparlNeeds): Promise<OparlObject[]> {
  const { place } = input
  switch (list) {
    case 'organization': {
      const [partners, memberships] = [await known('partner', input, needs), await namedMemberships(input, needs)]
      return partners.write('organization', (partner, times) => {
        const own = memberships.public.filter(({ content }) => content.partner === partner.number)
        return writeOrganization(
          partner,
          own.map(({ number }) => number),
          times,
          place,
        )
      })
    }
    case 'person': {
      const [people, memberships] = [await known('person', input, needs), await namedMemberships(input, needs)]
      return people.write('person', (person, times) => {
        const own = memberships.public.filter(({ content }) => content.person === person.number)
        const written = own.map((one) => writeMembership(one, memberships.timesOf(one.number), place))
        return writePerson(person, written, memberships.latest(times, person.number), place)
      })
    }
    case 'membership': {
      const memberships = await namedMemberships(input, needs)
      return memberships.write('membership', (membership, times) => writeMembership(membership, times, place))
    }
    case 'meeting':
      return await listMeetings(input, needs)
    case 'agendaItem': {
      const [topics, events] = [await known('topic', input, needs), await known('event', input, needs)]
      return topics.write('agendaItem', (topic, times) =>
        events.has(topic.content.event)
          ? writeAgendaItem(topic, positionOf(topic, topics.public), times, place)
          : tombstone(place, 'agendaItem', topic.number, times),
      )
    }
    case 'paper': {
      const [sources, agreements] = [await known('source', input, needs), await known('agreement', input, needs)]
      const [files, partners] = [await filesOf(agreements, input, needs), await known('partner', input, needs)]
      return [
        ...sources.write('paper', (source, times) => writeSourcePaper(source, times, place), 'source-'),
        ...agreements.write(
          'paper',
          (agreement, times) => {
            const parties = agreement.content.parties.filter((one) => partners.has(one))
            return writeAgreementPaper(agreement, { parties, files: files.get(agreement.number) ?? [] }, times, place)
          },
          'agreement-',
        ),
      ]
    }
    case 'file': {
      const [sources, agreements] = [await known('source', input, needs), await known('agreement', input, needs)]
      const files = await filesOf(agreements, input, needs)
      return [
        ...sources.write('file', (source, times) => writeSourceFile(source, times, place), 'source-'),
        ...agreements.times.flatMap(({ number }) => files.get(number) ?? []),
      ]
    }
    case 'location': {
      const [partners, events] = [await known('partner', input, needs), await known('event', input, needs)]
      return [
        ...partners.write(
          'location',
          (partner, times) => (partner.content.lon === null ? null : writePartnerLocation(partner, times, place)),
          'partner-',
        ),
        ...events.write(
          'location',
          (event, times) => (hasPlace(event.content) ? writeMeetingLocation(event, times, place) : null),
          'meeting-',
        ),
      ]
    }
    case 'legislativeTerm':
    case 'consultation':
      return []
  }
}

async function listMeetings(input: Input, needs: OparlNeeds): Promise<OparlObject[]> {
  const { place } = input
  const events = await known('event', input, needs)
  const [topics, attendances] = [await withParents('topic', 'event', input, needs), await withParents('attendance', 'event', input, needs)]
  const [partners, people] = [await known('partner', input, needs), await known('person', input, needs)]
  const isPublic = ({ content }: CooperationRecord<'attendance'>): boolean =>
    [content.partner, content.onBehalfOf].every((one) => one === null || partners.has(one)) &&
    (content.person === null || people.has(content.person))
  const shown = { ...events, public: events.public.map((event) => withoutHidden(event, events)) }
  return writeAll(shown, 'meeting', place, (event, times) => {
    const items = topics.public.filter(({ content }) => content.event === event.number)
    return writeMeeting(
      event,
      {
        agendaItems: items.map((topic) => writeAgendaItem(topic, positionOf(topic, topics.public), topics.timesOf(topic.number), place)),
        attendances: attendances.public.filter((one) => one.content.event === event.number && isPublic(one)),
      },
      attendances.latest(topics.latest(times, event.number), event.number),
      place,
    )
  })
}

/** The parent of an event is named only where it is public. */
const withoutHidden = (event: CooperationRecord<'event'>, events: { has(number: number): boolean }): CooperationRecord<'event'> =>
  event.content.parent === null || events.has(event.content.parent) ? event : { ...event, content: { ...event.content, parent: null } }

/** Its place among the topics of its event, from 1. */
const positionOf = (topic: CooperationRecord<'topic'>, all: ReadonlyArray<CooperationRecord<'topic'>>): number =>
  all.filter(({ content }) => content.event === topic.content.event).findIndex(({ number }) => number === topic.number) + 1

/** Files of agreements, by agreement; those of an agreement that was taken back are tombstones. */
async function filesOf(agreements: Known<'agreement'>, { city, place }: Input, needs: OparlNeeds): Promise<Map<number, OparlObject[]>> {
  const files = new Map<number, OparlObject[]>()
  for (const times of agreements.times) {
    const found = await needs.listAgreementFiles(city, times.number)
    files.set(
      times.number,
      found.map((file) => {
        // A paper that was added to a public agreement is there from that moment on.
        const created = file.addedAt > times.created ? file.addedAt : times.created
        const own = { created, modified: times.modified > created ? times.modified : created }
        return times.isWithdrawn
          ? tombstone(place, 'file', `agreement-${times.number}-${file.number}`, own)
          : writeAgreementFile(times.number, file, own, place)
      }),
    )
  }
  return files
}

/** Offices of people and partners that are public themselves. */
async function namedMemberships(input: Input, needs: OparlNeeds) {
  const [memberships, people, partners] = [
    await withParents('membership', 'person', input, needs),
    await known('person', input, needs),
    await known('partner', input, needs),
  ]
  const shown = memberships.public.filter(({ content }) => people.has(content.person) && partners.has(content.partner))
  const numbers = new Set(shown.map(({ number }) => number))
  const times = memberships.times.filter(({ number, isWithdrawn }) => isWithdrawn || numbers.has(number))
  return { ...memberships, ...knownOf(shown, times, input.place) }
}

/** The records of a kind as everybody may know them. */
interface Known<Kind extends RecordKind> {
  public: ReadonlyArray<CooperationRecord<Kind>>
  times: readonly PublicTimes[]
  has(number: number): boolean
  timesOf(number: number): PublicTimes
  /** An object for each, null where there is none, and a tombstone for what was taken back. */
  write(list: OparlList, make: (record: CooperationRecord<Kind>, times: PublicTimes) => OparlObject | null, prefix?: string): OparlObject[]
}

async function known<Kind extends RecordKind>(kind: Kind, { city, asOf, place }: Input, needs: OparlNeeds): Promise<Known<Kind>> {
  const records = await publicRecord(asOf, needs).listCooperation(city, kind)
  return knownOf(records, publicTimes(records, await needs.listCooperationHistory(city, kind)), place)
}

function knownOf<Kind extends RecordKind>(
  records: ReadonlyArray<CooperationRecord<Kind>>,
  times: readonly PublicTimes[],
  place: OparlPlace,
): Known<Kind> {
  const numbers = new Set(records.map(({ number }) => number))
  const byNumber = new Map(times.map((one) => [one.number, one]))
  const all: Known<Kind> = {
    public: records,
    times,
    has: (number) => numbers.has(number),
    timesOf: (number) => byNumber.get(number)!,
    write: (list, make, prefix) => writeAll(all, list, place, make, prefix),
  }
  return all
}

function writeAll<Kind extends RecordKind>(
  { public: records, times }: Pick<Known<Kind>, 'public' | 'times'>,
  list: OparlList,
  place: OparlPlace,
  make: (record: CooperationRecord<Kind>, times: PublicTimes) => OparlObject | null,
  prefix = '',
): OparlObject[] {
  const byNumber = new Map(records.map((one) => [one.number, one]))
  return times.flatMap((one) => {
    const record = byNumber.get(one.number)
    return record === undefined ? tombstone(place, list, `${prefix}${one.number}`, one) : (make(record, one) ?? [])
  })
}

/**
 * Records that stand inside others. With them an outer object changes too, also when one of them is taken back (chapter 2.8): of those
 * nothing but the number of the outer one is read.
 */
async function withParents<Kind extends 'membership' | 'topic' | 'attendance'>(
  kind: Kind,
  field: 'person' | 'event',
  input: Input,
  needs: OparlNeeds,
) {
  const all = await known(kind, input, needs)
  const withdrawn = all.times.flatMap(({ number, isWithdrawn }) => (isWithdrawn ? [number] : []))
  const hidden = withdrawn.length === 0 ? [] : await needs.listCooperation(input.city, kind, { numbers: withdrawn })
  const parentOf = new Map([...all.public, ...hidden].map(({ number, content }) => [number, (content as never)[field] as number]))
  return {
    ...all,
    latest: (times: PublicTimes, parent: number): PublicTimes => ({
      ...times,
      modified: all.times.reduce(
        (latest, one) => (parentOf.get(one.number) === parent && one.modified > latest ? one.modified : latest),
        times.modified,
      ),
    }),
  }
}
