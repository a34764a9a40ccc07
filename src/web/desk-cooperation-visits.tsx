import type { Hono } from 'hono'
import { choicesOf, kindsNamedIn } from '../actions/cooperation/desk-named.ts'
import { exportProtocol } from '../actions/cooperation/protocol-export.ts'
import { showProtocol } from '../actions/cooperation/protocol-show.ts'
import { assignPoint, changeProtocol, type ProtocolStep } from '../actions/cooperation/protocol-write.ts'
import { addDelegate, changeDelegate } from '../actions/cooperation/visit-delegate.ts'
import { listVisits, showVisit } from '../actions/cooperation/visit-show.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { assignmentProblem } from '../books/cooperation/protocol.ts'
import type { RecordForm } from '../books/cooperation/fill-record.ts'
import type { Refusal } from '../books/outcome.ts'
import { languages } from '../books/text.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { AssignPointPage } from '../pages/desk/cooperation/assign-point-page.tsx'
import { officePath } from '../pages/desk/cooperation/office-words.ts'
import type { NoteInput } from '../pages/desk/cooperation/protocol-notes.tsx'
import { ProtocolPage } from '../pages/desk/cooperation/protocol-page.tsx'
import { emptyPoint, type PointInput } from '../pages/desk/cooperation/protocol-points.tsx'
import { problemsOf } from '../pages/desk/cooperation/record-words.ts'
import type { DelegateInput } from '../pages/desk/cooperation/visit-delegation.tsx'
import { VisitPage } from '../pages/desk/cooperation/visit-page.tsx'
import { VisitsPage } from '../pages/desk/cooperation/visits-page.tsx'
import { link } from '../pages/frame.ts'
import { numberOf, textOf } from './desk-consultation.ts'
import { doingOf, inLanguagesOf, recordFormOf, writtenIn } from './desk-cooperation-form.ts'
import { deskPost, deskRequestOf, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site, WebRecord } from './site.ts'

const mayWrite = ({ viewer, city }: DeskRequest): boolean => mayDo(viewer, city, 'cooperation.write')
const eventOf = ({ parameter }: DeskRequest): number => numberOf(parameter('event'))
const statusOf = (refusals: readonly Refusal[]): 409 | 422 => (refusals.some(({ code }) => code === 'changed_meanwhile') ? 409 : 422)

/** Visits are prepared here, and the protocols of their meetings written. */
export function deskCooperationVisits(app: Hono, site: Site): void {
  deskRoute(app, site, '/cooperation/visits', 'cooperation.read', async (request) => {
    const { coming, past } = await listVisits({ city: request.city, today: request.frame.today }, site.record)
    return <VisitsPage frame={request.frame} coming={coming} past={past} mayWrite={mayWrite(request)} />
  })
  visit(app, site)
  protocol(app, site)
  assignment(app, site)
}

function visit(app: Hono, site: Site): void {
  const path = '/cooperation/visits/:event'
  const page = async (request: DeskRequest, record: WebRecord, input: DelegateInput, refusals: readonly Refusal[]) => {
    const { frame, city } = request
    const view = await showVisit({ city, number: eventOf(request), today: frame.today }, record)
    if (view === null) return null
    const problems = problemsOf(refusals, frame.words, ['role'])
    return <VisitPage {...view} {...{ frame, input, problems }} mayWrite={mayWrite(request)} newKey={() => site.record.newId()} />
  }
  deskRoute(app, site, path, 'cooperation.read', (request) => page(request, site.record, { person: '', role: {}, state: 'expected' }, []))
  deskPost(app, site, `${path}/delegation`, 'cooperation.write', async (post) => {
    if ((await post.record.findCooperation(post.city, 'event', eventOf(post))) === null) return null
    const input = { person: post.field('person'), role: writtenIn(post, 'role'), state: post.field('state') }
    const written =
      post.field('do') === 'state'
        ? await changeDelegate(
            {
              ...doingOf(post, site),
              ...{ attendance: numberOf(post.field('attendance')), revision: numberOf(post.field('revision')), state: input.state },
            },
            post.record,
          )
        : await addDelegate({ ...doingOf(post, site), visit: eventOf(post), form: input }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, officePath('visits', eventOf(post), '#delegation')) }
    const again = await page(post, post.record, input, written.problems)
    return again && { page: again, status: statusOf(written.problems) }
  })
}

interface ProtocolInput {
  point: PointInput
  note: NoteInput
}

const nothing: ProtocolInput = { point: emptyPoint, note: { text: {}, reason: {} } }

function protocol(app: Hono, site: Site): void {
  const path = '/cooperation/protocols/:event'
  const page = async (request: DeskRequest, record: WebRecord, input: ProtocolInput, refusals: readonly Refusal[]) => {
    const { frame, city } = request
    const view = await showProtocol({ city, number: eventOf(request) }, record)
    if (view === null) return null
    // Fields of a point that is worded anew carry its number.
    const end = input.point.at === null ? '' : `-${input.point.at + 1}`
    const ofPoint = (field: string): boolean => ['kind', 'text', 'speaker'].includes(field)
    const named = refusals.map((one) => (one.field !== undefined && ofPoint(one.field) ? { ...one, field: one.field + end } : one))
    const problems = problemsOf(named, frame.words, [`text${end}`, 'note', 'reason'])
    const persons = await record.listCooperation(city, 'person')
    return (
      <ProtocolPage
        {...view}
        {...input}
        {...{ frame, problems, persons }}
        mayWrite={mayWrite(request)}
        newKey={() => site.record.newId()}
      />
    )
  }
  deskRoute(app, site, path, 'cooperation.read', (request) => page(request, site.record, nothing, []))
  deskPost(app, site, path, 'cooperation.write', async (post) => {
    const { step, input, anchor } = stepOf(post)
    const number = eventOf(post)
    const written = await changeProtocol({ ...doingOf(post, site), number, revision: numberOf(post.field('revision')), step }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, officePath('protocols', number, anchor)) }
    const again = await page(post, post.record, input, written.problems)
    return again && { page: again, status: statusOf(written.problems) }
  })
  app.get(`/:language/:city/desk${path}/protocol.docx`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'cooperation.read')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { city, frame } = request
    const { language } = frame.words
    const document = await exportProtocol({ city, number: eventOf(request), language }, site.record)
    if (document === null) return errorResponse(c, site, language, city, 404)
    return c.body(new Uint8Array(document), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': attachmentName(`protocol-${eventOf(request)}-${language}.docx`),
    })
  })
}

/** What the form asks for, what was typed into it, and where the page is to open when it is done. */
function stepOf(post: DeskPost): { step: ProtocolStep; input: ProtocolInput; anchor: string } {
  const at = /^\d{1,3}$/.test(post.field('at')) ? Number(post.field('at')) : -1
  const asked = post.field('do')
  if (asked === 'move') return { step: { do: 'move', to: post.field('to') }, input: nothing, anchor: '#state' }
  if (asked === 'remove' || asked === 'up') return { step: { do: asked, at }, input: nothing, anchor: '#points' }
  if (asked === 'note') {
    const note = { text: textOf(post, 'note'), reason: textOf(post, 'reason') }
    return { step: { do: 'note', ...note }, input: { ...nothing, note }, anchor: '#notes' }
  }
  const isNew = asked !== 'save'
  const speaker = post.field('speaker')
  const point: PointInput = {
    at: isNew ? null : at,
    kind: post.field('kind'),
    text: textOf(post, isNew ? 'text' : `text-${at + 1}`),
    speaker,
  }
  const form = { kind: point.kind, text: point.text, speaker: speaker === '' ? null : numberOf(speaker) }
  const step: ProtocolStep = isNew ? { do: 'add', form } : { do: 'save', at, form }
  return { step, input: { ...nothing, point }, anchor: isNew ? '#points' : `#point-${at + 1}` }
}

function assignment(app: Hono, site: Site): void {
  const path = '/cooperation/protocols/:event/points/:point/assignment'
  const atOf = ({ parameter }: DeskRequest): number => numberOf(parameter('point')) - 1
  const page = async (request: DeskRequest, record: WebRecord, shown: { form?: RecordForm; due: string; refusals: readonly Refusal[] }) => {
    const { frame, city } = request
    const meeting = await record.findCooperation(city, 'event', eventOf(request))
    const at = atOf(request)
    const point = meeting?.content.protocol.points[at]
    // The words of a point that has its assignment, or cannot have one, are read on the protocol.
    if (meeting === null || point === undefined || (shown.form === undefined && assignmentProblem(meeting.content.protocol, at) !== null))
      return null
    const prefilled = Object.fromEntries(languages.map((language) => [`title.${language}`, point.text[language] ?? '']))
    return (
      <AssignPointPage
        {...{ frame, meeting, at, point }}
        form={shown.form ?? prefilled}
        due={shown.due}
        problems={problemsOf(shown.refusals, frame.words, inLanguagesOf('assignment'))}
        choices={await choicesOf(city, kindsNamedIn('assignment'), record)}
        named={new Map()}
        formKey={site.record.newId()}
      />
    )
  }
  deskRoute(app, site, path, 'cooperation.write', (request) => page(request, site.record, { due: '', refusals: [] }))
  deskPost(app, site, path, 'cooperation.write', async (post) => {
    const [number, point, due] = [eventOf(post), atOf(post), post.field('due').trim()]
    const form = recordFormOf(post, 'assignment', {}, ['event'])
    const revision = numberOf(post.field('revision'))
    const written = await assignPoint({ ...doingOf(post, site), number, revision, point, form, due }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, officePath('protocols', number, `#point-${point + 1}`)) }
    const again = await page(post, post.record, { form, due, refusals: written.problems })
    return again && { page: again, status: statusOf(written.problems) }
  })
}
