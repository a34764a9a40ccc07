import type { Hono } from 'hono'
import { spanOf } from '../actions/cooperation/desk-add-record.ts'
import { choicesOf, namedRecords } from '../actions/cooperation/desk-named.ts'
import { locate, markSpan } from '../actions/cooperation/mark-span.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { proposeSpans } from '../books/cooperation/propose-spans.ts'
import { isRecordKind, type CooperationRecord } from '../books/cooperation/records.ts'
import { strengths } from '../books/cooperation/strength.ts'
import type { Refusal } from '../books/outcome.ts'
import { problemsOf, readingPath } from '../pages/desk/cooperation/record-words.ts'
import { markableKinds, SourcePage } from '../pages/desk/cooperation/source-page.tsx'
import { noSpan, spanProblems, type SpanInput, type SpanPlaces } from '../pages/desk/cooperation/span-fields.tsx'
import { SpanPage, type FoundPlace } from '../pages/desk/cooperation/span-page.tsx'
import { link } from '../pages/frame.ts'
import { doingOf, spanFormOf, spanInputOf } from './desk-cooperation-form.ts'
import { numberOf } from './desk-consultation.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/cooperation/sources/:source'

/** What is marked leaves the list, and the next come after it. */
const mostProposals = 50

/** Source documents are read and marked here. */
export function deskCooperationSources(app: Hono, site: Site): void {
  reading(app, site)
  foundPlace(app, site)
}

const sourceOf = async ({ city, parameter }: DeskRequest, record: WebRecord): Promise<CooperationRecord<'source'> | null> =>
  await record.findCooperation(city, 'source', numberOf(parameter('source')))

function reading(app: Hono, site: Site): void {
  const page = async (
    request: DeskRequest,
    record: WebRecord,
    shown: { span: SpanInput; kind: string; places: SpanPlaces; refusals: readonly Refusal[] },
  ) => {
    const { frame, city, viewer } = request
    const source = await sourceOf(request, record)
    if (source === null) return null
    const evidence = await record.listEvidenceIn(city, source.number)
    const subjects = evidence.flatMap(({ subject: { kind, number } }) => (isRecordKind(kind) ? [{ to: kind, number }] : []))
    const { text, language } = source.content
    const isMarked = ({ start, end }: { start: number; end: number }): boolean =>
      evidence.some((one) => one.subject.kind === 'commitment' && one.start < end && one.end > start)
    const { span, kind, places, refusals } = shown
    return (
      <SourcePage
        {...{ frame, source, evidence, span, kind, places }}
        page={numberOf(request.query.get('page') ?? '')}
        named={await namedRecords(city, [], subjects, record)}
        proposals={proposeSpans(text, language)
          .filter((one) => !isMarked(one))
          .slice(0, mostProposals)}
        problems={spanProblems(problemsOf(refusals, frame.words))}
        mayWrite={mayDo(viewer, city, 'cooperation.write')}
        formKey={site.record.newId()}
      />
    )
  }
  deskRoute(app, site, path, 'cooperation.read', (request) =>
    page(request, site.record, { span: noSpan, kind: 'commitment', places: [], refusals: [] }),
  )
  // It only finds the place: what is made of it comes next.
  deskPost(app, site, path, 'cooperation.write', async (post) => {
    const source = await sourceOf(post, post.record)
    if (source === null) return null
    const kind = post.field('kind')
    const span = { ...spanInputOf(post), source: String(source.number) }
    const located = locate(source.content.text, await spanFormOf(post, span))
    const refusals = [...(isMarkable(kind) ? [] : [{ code: 'choice_unknown', field: 'kind' }]), ...(located.ok ? [] : [located.problem])]
    if (located.ok && refusals.length === 0) {
      const { start, end, marker } = located.span
      const verb = marker === null ? '' : source.content.text.slice(marker.start, marker.end)
      return {
        location: link(post.frame, readingPath(source.number, '/span'), { start: String(start), end: String(end), kind, marker: verb }),
      }
    }
    const again = await page(post, post.record, { span, kind, places: located.ok ? [] : located.places, refusals })
    return again && { page: again, status: 422 }
  })
}

const isMarkable = (kind: string): kind is FoundPlace['kind'] => (markableKinds as readonly string[]).includes(kind)

function foundPlace(app: Hono, site: Site): void {
  const page = async (request: DeskRequest, record: WebRecord, place: FoundPlace | null, chosen: string, refusals: readonly Refusal[]) => {
    const { frame, city } = request
    const source = await sourceOf(request, record)
    if (source === null || place === null || source.content.text.slice(place.start, place.end).trim() === '') return null
    const choices = (await choicesOf(city, [place.kind], record)).get(place.kind) ?? { isLong: false, records: [] }
    return (
      <SpanPage
        {...{ frame, source, place, choices, chosen }}
        named={await namedRecords(city, choices.records, [{ to: place.kind, number: numberOf(chosen) }], record)}
        problems={problemsOf(refusals, frame.words)}
        formKey={site.record.newId()}
      />
    )
  }
  deskRoute(app, site, `${path}/span`, 'cooperation.write', (request) =>
    page(
      request,
      site.record,
      placeOf((name) => request.query.get(name) ?? ''),
      '',
      [],
    ),
  )
  deskPost(app, site, `${path}/span`, 'cooperation.write', async (post) => {
    const source = await sourceOf(post, post.record)
    const place = placeOf(post.field)
    if (source === null || place === null) return null
    const marked = await tie(post, site, source, place)
    if (marked?.ok) return { location: link(post.frame, readingPath(source.number, `#place-${marked.evidence}`)) }
    const refusal =
      marked === null
        ? post.field('record') === ''
          ? { code: 'choice_unknown' }
          : { code: 'reference_missing', details: { number: numberOf(post.field('record')), kind: place.kind } }
        : marked.problem
    const again = await page(post, post.record, place, post.field('record'), [{ ...refusal, field: 'record' }])
    return again && { page: again, status: 422 }
  })
}

async function tie(post: DeskPost, site: Site, source: CooperationRecord<'source'>, place: FoundPlace) {
  const form = { source: source.number, ...spanOf(source.content.text, place), marker: place.marker }
  return await markSpan(
    { ...doingOf(post, site), subject: { kind: place.kind, number: numberOf(post.field('record')) }, form },
    post.record,
  )
}

/** null: the address names no place. */
function placeOf(get: (name: string) => string): FoundPlace | null {
  const [start, end, kind, strength] = [get('start'), get('end'), get('kind'), get('strength')]
  if (!/^\d{1,9}$/.test(start) || !/^\d{1,9}$/.test(end) || !isMarkable(kind)) return null
  return { start: Number(start), end: Number(end), kind, marker: get('marker'), strength: strengths.find((one) => one === strength) ?? '' }
}
