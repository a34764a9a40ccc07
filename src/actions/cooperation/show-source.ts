import type { MarkedPlace, SourceView } from '../../books/cooperation/public-views.ts'
import { cutAtSpans } from '../../books/cooperation/cut-at-spans.ts'
import type { Evidence } from '../../books/cooperation/evidence.ts'
import { pageStarts } from '../../books/cooperation/text-pages.ts'
import { isRecordKind } from '../../books/cooperation/records.ts'
import { nameSubjects } from './name-subjects.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'
import { nameSource } from './show-places.ts'

/** Somebody opens a source document; null: there is none. */
export async function showSource(
  { city, asOf, number, page: asked }: PublicInput & { number: number; page: number },
  needs: PublicReads,
): Promise<SourceView | null> {
  const record = publicRecord(asOf, needs)
  const found = await record.findCooperation(city, 'source', number)
  if (found === null) return null
  const { text } = found.content
  const starts = pageStarts(text)
  const page = Math.min(Math.max(1, asked), starts.length)
  const [from, until] = [starts[page - 1] ?? 0, starts[page] ?? text.length]
  const evidence = (await record.listEvidenceIn(city, number)).filter(({ start, end }) => start < until && end > from)
  const subjects = await nameSubjects(
    city,
    evidence.map(({ subject }) => subject),
    record,
  )
  const places = evidence.flatMap((one): MarkedPlace[] => {
    const subject = subjects.get(keyOf(one))
    return subject === undefined ? [] : [{ number: one.number, start: one.start, end: one.end, subject }]
  })
  const onPage = places.map((place) => ({ ...place, start: Math.max(place.start, from) - from, end: Math.min(place.end, until) - from }))
  return {
    source: nameSource(found),
    pieces: cutAtSpans(text.slice(from, until), onPage),
    places: places.filter(({ start }) => start >= from),
    page,
    pages: starts.length,
  }
}

const keyOf = ({ subject }: Evidence): string => (isRecordKind(subject.kind) ? `${subject.kind} ${subject.number}` : '')
