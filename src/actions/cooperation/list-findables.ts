import type { Contents } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import { joinTexts, type Findable } from '../../books/indicators/search-view.ts'
import { isLanguage, languages, type MultilingualText } from '../../books/text.ts'
import { pathOf, titleOf } from './name-subjects.ts'
import { publicRecord, type PublicReads } from './public-record.ts'

const searched = ['event', 'commitment', 'statement', 'partner', 'agreement', 'project', 'source'] as const
type Searched = (typeof searched)[number]

/** What is public of cooperation, as search looks through it: people are found by the events in which they took part. */
export async function listFindables(city: City, asOf: Date, needs: PublicReads): Promise<Findable[]> {
  const record = publicRecord(asOf, needs)
  const beside = await textBesideEvents(city, record)
  const list = async <Kind extends Searched>(kind: Kind): Promise<Findable[]> =>
    (await record.listCooperation(city, kind)).flatMap(({ number, content }) => {
      const path = pathOf(kind, number, content)
      if (path === null) return []
      const text = joinTexts(...textsOf[kind](content), ...(kind === 'event' ? (beside.get(number) ?? []) : []))
      return [{ kind, id: `${kind} ${number}`, path, title: titleOf(kind, content), text }]
    })
  return (await Promise.all(searched.map((kind) => list(kind)))).flat()
}

/** What is said of a record besides its title. */
const textsOf: { readonly [Kind in Searched]: (content: Contents[Kind]) => readonly MultilingualText[] } = {
  event: ({ place }) => [place],
  commitment: ({ marker, jurisdiction, formOfCompletion }) => [everywhere(marker), jurisdiction, formOfCompletion],
  statement: ({ translations }) => [translations],
  partner: ({ note }) => [note],
  agreement: ({ note }) => [note],
  project: ({ description }) => [description],
  source: ({ publisher, notes, text, language }) => [everywhere(publisher), notes, { [isLanguage(language) ? language : 'en']: text }],
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
