import type { SubjectName } from '../../books/cooperation/public-views.ts'
import { isRecordKind, type Contents, type CooperationRecord, type RecordKind } from '../../books/cooperation/records.ts'
import type { Subject } from '../../books/cooperation/evidence.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { PublicReads } from './public-record.ts'

/** Records of any kind by `kind number`, only those that are public. */
export async function nameSubjects(
  city: City,
  subjects: readonly Subject[],
  needs: Pick<PublicReads, 'listCooperation'>,
): Promise<Map<string, SubjectName>> {
  const names = new Map<string, SubjectName>()
  for (const kind of new Set(subjects.map((subject) => subject.kind))) {
    if (!isRecordKind(kind)) continue
    const numbers = [...new Set(subjects.flatMap((subject) => (subject.kind === kind ? subject.number : [])))]
    const records = await needs.listCooperation(city, kind, { numbers })
    const participants = kind === 'attendance' ? await nameParticipants(city, records as Attendances, needs) : null
    for (const { number, content } of records) {
      const title = participants?.get(number) ?? titleOf(kind, content)
      names.set(`${kind} ${number}`, { kind, number, title, path: pathOf(kind, number, content) })
    }
  }
  return names
}

type Attendances = ReadonlyArray<CooperationRecord<'attendance'>>

/** Who took part, by the number of the attendance. */
async function nameParticipants(
  city: City,
  all: Attendances,
  needs: Pick<PublicReads, 'listCooperation'>,
): Promise<Map<number, MultilingualText>> {
  const people = await needs.listCooperation(city, 'person', { numbers: all.flatMap(({ content }) => content.person ?? []) })
  const partners = await needs.listCooperation(city, 'partner', { numbers: all.flatMap(({ content }) => content.partner ?? []) })
  return new Map(
    all.flatMap(({ number, content }) => {
      const person = people.find((one) => one.number === content.person)
      const partner = partners.find((one) => one.number === content.partner)
      return person ? [[number, titleOf('person', person.content)]] : partner ? [[number, partner.content.name]] : []
    }),
  )
}

/** What a record is called; what has no title of its own is called by its text or office. */
export function titleOf<Kind extends RecordKind>(kind: Kind, content: Contents[Kind]): MultilingualText {
  const of = content as unknown as Record<string, unknown>
  if (kind === 'statement') {
    const { text } = content as Contents['statement']
    return { kk: text, ru: text, en: text }
  }
  if (kind === 'person') {
    const { nameAsWritten } = content as Contents['person']
    return { kk: nameAsWritten, ru: nameAsWritten, en: nameAsWritten, ...(content as Contents['person']).names }
  }
  return (of['title'] ?? of['name'] ?? of['role'] ?? {}) as MultilingualText
}

/** Where a record is shown: on its own page, or on that of the event, partner or commitment that it belongs to. */
export function pathOf<Kind extends RecordKind>(kind: Kind, number: number, content: Contents[Kind]): string | null {
  const of = content as { event?: number | null; partner?: number | null; commitment?: number | null }
  const at = (folder: string, of: number | null | undefined, anchor = ''): string | null =>
    of === null || of === undefined ? null : `/cooperation/${folder}/${of}${anchor}`
  switch (kind) {
    case 'statement':
      return at('events', of.event, `#statement-${number}`)
    case 'topic':
      return at('events', of.event, '#topics')
    case 'attendance':
      return at('events', of.event, '#participants')
    case 'membership':
    case 'partnership':
      return at('partners', of.partner)
    case 'assignment':
      return at('commitments', of.commitment)
    case 'person':
      return null
    case 'agreement':
    case 'commitment':
    case 'event':
    case 'partner':
    case 'project':
    case 'source':
      return `/cooperation/${kind}s/${number}`
    default:
      return kind satisfies never
  }
}
