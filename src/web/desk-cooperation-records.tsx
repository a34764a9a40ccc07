import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { addRecordReadFrom } from '../actions/cooperation/desk-add-record.ts'
import { showCooperationDesk } from '../actions/cooperation/desk-front.ts'
import { listRecords } from '../actions/cooperation/desk-list.ts'
import { choicesOf, kindsNamedIn, namedByForm } from '../actions/cooperation/desk-named.ts'
import { openRecord } from '../actions/cooperation/desk-record.ts'
import { markSpan } from '../actions/cooperation/mark-span.ts'
import { publishRecord, withdrawRecord } from '../actions/cooperation/publish-record.ts'
import { untieSpan } from '../actions/cooperation/untie-span.ts'
import { editRecord } from '../actions/cooperation/write-record.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import type { ReadFrom } from '../books/cooperation/desk-view.ts'
import { formOfRecord, type RecordForm } from '../books/cooperation/fill-record.ts'
import { recordFields } from '../books/cooperation/record-fields.ts'
import type { Refusal } from '../books/outcome.ts'
import { CooperationFrontPage } from '../pages/desk/cooperation/front-page.tsx'
import { ListPage } from '../pages/desk/cooperation/list-page.tsx'
import { NewRecordPage } from '../pages/desk/cooperation/new-record-page.tsx'
import { problemsOf, recordPath, recordTitle } from '../pages/desk/cooperation/record-words.ts'
import { link } from '../pages/frame.ts'
import { numberOf } from './desk-consultation.ts'
import {
  bringsRecord,
  doingOf,
  inLanguagesOf,
  kindOf,
  kindPath,
  mostBytesOfARecord,
  prefilledBy,
  readFromOf,
  recordFormOf,
  spanFormOf,
  spanInputOf,
  textOfFile,
} from './desk-cooperation-form.ts'
import { deskCooperationPapers } from './desk-cooperation-papers.tsx'
import { deskCooperationPursue } from './desk-cooperation-pursue.tsx'
import { recordPage, type ShownForms } from './desk-cooperation-record-page.tsx'
import { deskCooperationSources } from './desk-cooperation-sources.tsx'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

/** The desk of the international office: everything that it keeps is written, tied to its source and published here. */
export function deskCooperationRecords(app: Hono, site: Site): void {
  const limit = bodyLimit({ maxSize: mostBytesOfARecord })
  app.use('/:language/:city/desk/cooperation/*', async (c, next) => (bringsRecord(c) ? await limit(c, next) : await next()))
  lists(app, site)
  adding(app, site)
  editing(app, site)
  deskCooperationSources(app, site)
  deskCooperationPapers(app, site)
  deskCooperationPursue(app, site)
}

const mayWrite = ({ viewer, city }: DeskRequest): boolean => mayDo(viewer, city, 'cooperation.write')

function lists(app: Hono, site: Site): void {
  deskRoute(app, site, '/cooperation', 'cooperation.read', async (request) => {
    const { frame, city } = request
    const desk = await showCooperationDesk({ city, today: frame.today }, site.record)
    return <CooperationFrontPage frame={frame} desk={desk} mayWrite={mayWrite(request)} />
  })
  deskRoute(app, site, kindPath, 'cooperation.read', async (request) => {
    const { frame, city, query } = request
    const kind = kindOf(request)
    const [text, only] = [query.get('q') ?? '', query.get('only') ?? '']
    const naming = namingOf(request)
    const list = await listRecords(
      { city, kind, text, only, naming, page: numberOf(query.get('page') ?? ''), today: frame.today },
      site.record,
    )
    const named: Record<string, string> = naming === null ? {} : { [naming.field]: String(naming.number) }
    return <ListPage {...{ frame, kind, list, text, only }} naming={named} mayWrite={mayWrite(request)} />
  })
}

/** The record that all of a list name: `?event=3`. */
function namingOf(request: DeskRequest): { field: string; number: number; many: boolean } | null {
  for (const [field, { type }] of Object.entries(recordFields[kindOf(request)])) {
    const number = numberOf(request.query.get(field) ?? '')
    if (number > 0 && (type === 'reference' || type === 'references')) return { field, number, many: type === 'references' }
  }
  return null
}

function adding(app: Hono, site: Site): void {
  const page = async (
    request: DeskRequest,
    record: WebRecord,
    form: RecordForm,
    refusals: readonly Refusal[],
    readFrom: ReadFrom | null,
  ) => {
    const { frame, city } = request
    const kind = kindOf(request)
    const source = readFrom && (await record.findCooperation(city, 'source', readFrom.source))
    const choices = await choicesOf(city, kindsNamedIn(kind), record)
    return (
      <NewRecordPage
        {...{ frame, kind, form, readFrom, choices }}
        problems={problemsOf(refusals, frame.words, inLanguagesOf(kind))}
        named={await namedByForm(city, kind, form, record)}
        quote={
          source && {
            words: source.content.text.slice(readFrom.start, readFrom.end),
            source: recordTitle(source, frame.words, new Map()),
            language: source.content.language,
          }
        }
        formKey={site.record.newId()}
      />
    )
  }
  deskRoute(app, site, `${kindPath}/new`, 'cooperation.write', async (request) => {
    const kind = kindOf(request)
    const form = prefilledBy(request.query, kind)
    const readFrom = readFromOf((name) => request.query.get(name) ?? '')
    const source = readFrom && (await site.record.findCooperation(request.city, 'source', readFrom.source))
    // The words of a statement are those of the source, to the letter.
    if (source && kind === 'statement')
      Object.assign(form, { text: source.content.text.slice(readFrom.start, readFrom.end), language: source.content.language })
    return await page(request, site.record, form, [], readFrom)
  })
  deskPost(app, site, `${kindPath}/new`, 'cooperation.write', async (post) => {
    const kind = kindOf(post)
    const { form, refusal } = await formWithFile(post, {}, [])
    const readFrom = readFromOf((name) => post.field(`from-${name}`))
    const written = refusal ?? (await addRecordReadFrom({ ...doingOf(post, site), kind, form, readFrom }, post.record))
    if (written.ok) return { location: link(post.frame, recordPath(kind, written.number)) }
    return { page: await page(post, post.record, form, written.problems, readFrom), status: 422 }
  })
}

/** What the form says, with the text of a file where one was brought. */
async function formWithFile(post: DeskPost, before: RecordForm, fixed: readonly string[]) {
  const form = recordFormOf(post, kindOf(post), before, fixed)
  const file = kindOf(post) === 'source' ? await textOfFile(post.form.get('file')) : null
  if (file === null) return { form, refusal: null }
  return 'text' in file
    ? { form: { ...form, text: file.text }, refusal: null }
    : { form, refusal: { ok: false as const, problems: [file] } }
}

function editing(app: Hono, site: Site): void {
  const path = `${kindPath}/:number`
  const page = (request: DeskRequest, record: WebRecord, shown: ShownForms) =>
    recordPage(request, site, record, { kind: kindOf(request), number: numberOf(request.parameter('number')) }, shown)
  const asked = (post: DeskPost) => ({ ...doingOf(post, site), kind: kindOf(post), number: numberOf(post.parameter('number')) })

  deskRoute(app, site, path, 'cooperation.read', (request) => page(request, site.record, {}))
  deskPost(app, site, path, 'cooperation.write', async (post) => {
    const open = await openRecord(asked(post), post.record)
    if (open === null) return null
    const { kind, content } = open.record
    const { form, refusal } = await formWithFile(post, formOfRecord(kind, content), open.fixed)
    const written = refusal ?? (await editRecord({ ...asked(post), revision: numberOf(post.field('revision')), form }, post.record))
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, recordPath(kind, written.number)) }
    const again = await page(post, post.record, { form, refusals: written.problems })
    return again && { page: again, status: written.problems.some(({ code }) => code === 'changed_meanwhile') ? 409 : 422 }
  })

  deskPost(app, site, `${path}/publish`, 'cooperation.write', async (post) => {
    const isStrengthConfirmed = post.field('strengthConfirmed') === 'yes'
    const written = await publishRecord({ ...asked(post), isStrengthConfirmed }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, recordPath(kindOf(post), written.number)) }
    // What lacks a place in a source leads to where it is marked.
    const refusals = written.problems.map((one) => (one.field === undefined ? { ...one, field: 'evidence' } : one))
    const again = await page(post, post.record, { refusals })
    return again && { page: again, status: 422 }
  })
  deskPost(app, site, `${path}/withdraw`, 'cooperation.write', async (post) => {
    const reason = post.field('reason')
    const written = await withdrawRecord({ ...asked(post), reason }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, recordPath(kindOf(post), written.number)) }
    const again = await page(post, post.record, { refusals: written.problems, reason })
    return again && { page: again, status: 422 }
  })
  deskPost(app, site, `${path}/evidence`, 'cooperation.write', async (post) => {
    const span = spanInputOf(post)
    const { kind, number, ...doing } = asked(post)
    const marked = await markSpan({ ...doing, subject: { kind, number }, form: await spanFormOf(post, span) }, post.record)
    if (marked === null) return null
    if (marked.ok) return { location: link(post.frame, recordPath(kind, number, '#evidence')) }
    const again = await page(post, post.record, { refusals: [marked.problem], span, places: marked.places })
    return again && { page: again, status: 422 }
  })
  deskPost(app, site, `${path}/untie`, 'cooperation.write', async (post) => {
    const written = await untieSpan({ ...asked(post), evidence: numberOf(post.field('evidence')) }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, recordPath(kindOf(post), written.number, '#evidence')) }
    const again = await page(post, post.record, { refusals: written.problems })
    return again && { page: again, status: 422 }
  })
}
