import type { Contents, CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import { joinTexts, type Findable } from '../../books/indicators/search-view.ts'
import { isLanguage, languages, type MultilingualText } from '../../books/text.ts'
import { pathOf, titleOf } from './name-subjects.ts'
import { publicRecord, type PublicReads } from './public-record.ts'

/** Records that search finds, each kind with what is said about it besides its title. */
const searched = {
  event: ({ place }: Contents['event']) => [place],
  commitment: ({ marker, jurisdiction, formOfCompletion }: Contents['commitment']) => [everywhere(marker), jurisdiction, formOfCompletion],
  statement: ({ translations }: Contents['statement']) => [translations],
  partner: ({ note }: Contents['partner']) => [note],
  agreement: ({ note }: Contents['agreement']) => [note],
  project: ({ description }: Contents['project']) => [description],
  source: ({ publisher, notes, text, language }: Contents['source']) => [
    everywhere(publisher),
    notes,
    { [isLanguage(language) ? language : 'en']: text },
  ],
} as const

/** What is public of cooperation, as search looks through it: people are found by the events in which they took part. */
export async function listFindables(city: City, asOf: Date, needs: PublicReads): Promise<Findable[]> {
  const record = publicRecord(asOf, needs)
  const kinds = Object.keys(searched) as Array<keyof typeof searched>
  const lists = await Promise.all(kinds.map((kind) => record.listCooperation(city, kind)))
  const beside = await textBesideEvents(city, record)
  return kinds.flatMap((kind, at) =>
    (lists[at] as CooperationRecord[]).flatMap(({ number, content }) => {
      const path = pathOf(kind, number, content)
      const say = searched[kind] as (content: Contents[RecordKind]) => readonly MultilingualText[]
      const more = kind === 'event' ? (beside.get(number) ?? []) : []
      return path === null
        ? []
        : [{ kind, id: `${kind} ${number}`, path, title: titleOf(kind, content), text: joinTexts(...say(content), ...more) }]
    }),
  )
}

/** Topics of each event, and who took part. */
async function textBesideEvents(city: City, record: PublicReads): Promise<Map<number, MultilingualText[]>> {
  const [topics, attendances, people] = await Promise.all([
    record.listCooperation(city, 'topic'),
    record.listCooperation(city, 'attendance'),
    record.listCooperation(city, 'person'),
  ])
  const names = new Map(people.map(({ number, content }) => [number, titleOf('person', content)]))
  const texts = new Map<number, MultilingualText[]>()
  const add = (event: number, text: MultilingualText): void => void texts.set(event, [...(texts.get(event) ?? []), text])
  for (const { content } of topics) add(content.event, content.title)
  for (const { content } of attendances) add(content.event, names.get(content.person ?? 0) ?? content.role)
  return texts
}

const everywhere = (text: string): MultilingualText => Object.fromEntries(languages.map((language) => [language, text]))
