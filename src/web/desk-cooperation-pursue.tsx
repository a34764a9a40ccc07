import type { Hono } from 'hono'
import { showPursued } from '../actions/cooperation/desk-pursued.ts'
import { addStatusEvent, setDeadline, type Pursuit } from '../actions/cooperation/pursue.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import type { Pursued } from '../books/cooperation/kept.ts'
import type { Refusal } from '../books/outcome.ts'
import { PursuePage, type PursueForms } from '../pages/desk/cooperation/pursue-page.tsx'
import { problemsOf, recordPath } from '../pages/desk/cooperation/record-words.ts'
import { noSpan, spanProblems, type SpanPlaces } from '../pages/desk/cooperation/span-fields.tsx'
import { link } from '../pages/frame.ts'
import { numberOf } from './desk-consultation.ts'
import { doingOf, spanFormOf, spanInputOf, writtenIn } from './desk-cooperation-form.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/cooperation/:kind{(?:commitment|assignment)}/:number/pursue'

const subjectOf = ({ parameter }: DeskRequest): Pursued => ({
  kind: parameter('kind') as Pursued['kind'],
  number: numberOf(parameter('number')),
})

/** What became of a commitment or an assignment is written down here: what happened, and by when it is due. */
export function deskCooperationPursue(app: Hono, site: Site): void {
  const page = async (request: DeskRequest, record: WebRecord, forms: PursueForms, wrong: Wrong | null) => {
    const { frame, city, viewer } = request
    const pursued = await showPursued({ city, subject: subjectOf(request), today: frame.today }, record)
    if (pursued === null) return null
    return (
      <PursuePage
        {...{ frame, pursued, forms }}
        failed={wrong?.form ?? null}
        problems={wrong === null ? [] : spanProblems(problemsOf(wrong.refusals, frame.words, ['note', 'why']))}
        places={wrong?.places ?? []}
        mayWrite={mayDo(viewer, city, 'cooperation.write')}
        newKey={() => site.record.newId()}
      />
    )
  }
  deskRoute(app, site, path, 'cooperation.read', (request) => page(request, site.record, emptyForms(request.frame.today), null))
  deskPost(app, site, path, 'cooperation.write', async (post) => {
    const forms = formsOf(post)
    const form = (['event', 'deadline', 'retract'] as const).find((one) => one === post.field('do')) ?? 'event'
    const outcome = await pursue(post, site, form, forms)
    if (outcome === null) return null
    const { kind, number } = subjectOf(post)
    if (outcome.ok) return { location: link(post.frame, recordPath(kind, number, '/pursue#timeline')) }
    const places = 'places' in outcome ? outcome.places : []
    const again = await page(post, post.record, forms, { form, refusals: outcome.problems.map((one) => inForm(one, form)), places })
    return again && { page: again, status: 422 }
  })
}

interface Wrong {
  form: keyof PursueForms
  refusals: readonly Refusal[]
  places: SpanPlaces
}

/** The reason of a retraction is its note, under a name of its own on the page. */
const inForm = (refusal: Refusal, form: keyof PursueForms): Refusal =>
  form === 'retract' && refusal.field === 'note' ? { ...refusal, field: 'why' } : refusal

async function pursue(
  post: DeskPost,
  site: Site,
  form: keyof PursueForms,
  { event, deadline, retract }: PursueForms,
): Promise<Pursuit | Awaited<ReturnType<typeof setDeadline>>> {
  const doing = { ...doingOf(post, site), subject: subjectOf(post), today: post.frame.today }
  if (form === 'deadline') return await setDeadline({ ...doing, ...deadline }, post.record)
  if (form === 'retract') {
    const taken = { kind: 'retracted', on: post.frame.today, note: retract.note, evidence: null, retracts: numberOf(retract.event) }
    return await addStatusEvent({ ...doing, form: taken }, post.record)
  }
  const { kind, on, note, span } = event
  const isGiven = span.source.trim() !== '' || span.words.trim() !== ''
  const evidence = isGiven ? await spanFormOf(post, { ...span, marker: '' }) : null
  return await addStatusEvent(
    { ...doing, form: { kind: kind === 'retracted' ? '' : kind, on, note, evidence, retracts: null } },
    post.record,
  )
}

const emptyForms = (today: string): PursueForms => ({
  event: { kind: 'reported', on: today, note: {}, span: noSpan },
  deadline: { due: '', reason: '' },
  retract: { event: '', note: {} },
})

const formsOf = (post: DeskPost): PursueForms => ({
  event: { kind: post.field('kind'), on: post.field('on').trim(), note: writtenIn(post, 'note'), span: spanInputOf(post) },
  deadline: { due: post.field('due'), reason: post.field('reason') },
  retract: { event: post.field('retracts'), note: writtenIn(post, 'why') },
})
