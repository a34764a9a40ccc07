import type { KeptStatusEvent } from '../../books/cooperation/kept.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import { writeAtom, type FeedEntry } from '../../formats/atom.ts'
import { cooperationPath, dayWords, eventDayWords, whereWords } from '../../pages/cooperation/cooperation-words.ts'
import { link, type Frame } from '../../pages/frame.ts'
import { namePartners } from './name-parties.ts'
import { publicRecord, type PublicReads } from './public-record.ts'

/** As many as a feed reader needs to catch up. */
const newest = 50

/** Somebody follows the city's cooperation: new visits, meetings and agreements, and what becomes of commitments. */
export async function writeCooperationFeed(
  { frame, city, asOf }: { frame: Frame; city: City; asOf: Date },
  needs: PublicReads,
): Promise<string> {
  const { words, publicUrl } = frame
  const record = publicRecord(asOf, needs)
  const [events, agreements] = [
    latest(await record.listCooperation(city, 'event')),
    latest(await record.listCooperation(city, 'agreement')),
  ]
  const [parties, happened] = [
    await namePartners(
      city,
      agreements.flatMap(({ content }) => content.parties),
      record,
    ),
    await latestOf(city, record),
  ]
  const entries = [
    ...events.map(({ number, content, publishedAt }) =>
      entryOf(frame, cooperationPath('events', number), publishedAt!, {
        title: `${words.t(`cooperation.event_kind_${content.kind}`)}: ${words.pick(content.title)}`,
        summary: [eventDayWords(content, words), whereWords(content, words), words.t(`cooperation.event_state_${content.state}`)],
      }),
    ),
    ...agreements.map(({ number, content, publishedAt }) =>
      entryOf(frame, cooperationPath('agreements', number), publishedAt!, {
        title: `${words.t(`cooperation.agreement_kind_${content.kind}`)}: ${words.pick(content.title)}`,
        summary: [dayWords(content.signedOn, words), ...content.parties.map((one) => words.pick(parties.get(one)?.name ?? {}))],
      }),
    ),
    ...happened.map(({ commitment, event }) =>
      entryOf(frame, cooperationPath('commitments', commitment.number, 'history'), event.enteredAt, {
        id: `event-${event.number}`,
        title: `${words.pick(commitment.content.title)}: ${words.t(`cooperation.status_event_${event.kind}`)}`,
        summary: [dayWords(event.on, words), words.pick(event.note)],
      }),
    ),
  ].sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : a.id < b.id ? -1 : 1))
  const self = publicUrl + link(frame, '/cooperation/feed.atom')
  return writeAtom({
    id: self,
    title: words.t('cooperationApi.feedTitle', { city: words.pick(city.name) }),
    language: words.language,
    self,
    page: publicUrl + link(frame, cooperationPath()),
    author: words.t('common.brand'),
    entries: entries.slice(0, newest),
  })
}

const latest = <Kind extends 'event' | 'agreement'>(records: Array<CooperationRecord<Kind>>): Array<CooperationRecord<Kind>> =>
  records.sort((a, b) => (a.publishedAt! < b.publishedAt! ? 1 : -1)).slice(0, newest)

/** The latest events of commitments that are public. */
async function latestOf(
  city: City,
  record: PublicReads,
): Promise<Array<{ commitment: CooperationRecord<'commitment'>; event: KeptStatusEvent }>> {
  const events = await record.listStatusEvents(city, 'commitment', null)
  const numbers = [...new Set(events.map(({ subject }) => subject.number))]
  const commitments = new Map((await record.listCooperation(city, 'commitment', { numbers })).map((one) => [one.number, one]))
  return events
    .flatMap((event) => {
      const commitment = commitments.get(event.subject.number)
      return commitment === undefined ? [] : [{ commitment, event }]
    })
    .sort((a, b) => (a.event.enteredAt < b.event.enteredAt ? 1 : -1))
    .slice(0, newest)
}

function entryOf(
  frame: Frame,
  path: string,
  at: string,
  { id, title, summary }: { id?: string; title: string; summary: readonly string[] },
): FeedEntry {
  const page = frame.publicUrl + link({ ...frame, asOf: null }, path)
  return {
    id: id === undefined ? page : `${page.split('#')[0]}#${id}`,
    page,
    title,
    published: at,
    updated: at,
    summary: summary.filter((part) => part !== '').join('; '),
  }
}
