import type { Hono } from 'hono'
import { decideAppeal } from '../actions/discussion/desk/appeal.ts'
import { countWaiting } from '../actions/discussion/desk/count-waiting.ts'
import { findModerated, listHeld } from '../actions/discussion/desk/find-moderated.ts'
import { moderate } from '../actions/discussion/desk/moderate.ts'
import { proposeTranslation } from '../actions/discussion/desk/propose-translation.ts'
import { translateContribution } from '../actions/discussion/desk/translate-contribution.ts'
import type { Consultation } from '../books/discussion/consultation.ts'
import type { Refusal } from '../books/outcome.ts'
import type { MultilingualText } from '../books/text.ts'
import { AnswerAppealPage, AppealsPage } from '../pages/desk/discussion/appeals-page.tsx'
import { deskConsultationPath } from '../pages/desk/discussion/consult-words.ts'
import { ModeratePage, ModerationQueuePage } from '../pages/desk/discussion/moderation-page.tsx'
import { link } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { askedOf, numberOf, publishedOf, textOf } from './desk-consultation.ts'
import { deskPost, deskRequestOf, deskRoute, fieldOf, type DeskPost, type DeskRequest } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/consultations/:consultation'
/** Moderators go through the queue from its beginning: what is shown is enough for an hour. */
const mostShown = 50

/** What was written is looked at, and appeals are answered. */
export function deskDiscussionModeration(app: Hono, site: Site): void {
  queue(app, site)
  appeals(app, site)
}

function queue(app: Hono, site: Site): void {
  type Shown = Pick<Parameters<typeof ModeratePage>[0], 'form' | 'translation' | 'refusals'>
  const empty: Shown = { form: { action: '', rule: '', reason: {} }, translation: noTranslation, refusals: [] }
  const subjectOf = ({ parameter }: DeskRequest) => ({ kind: parameter('kind'), number: numberOf(parameter('number')) })

  const page = async (request: DeskRequest, record: WebRecord, shown: Partial<Shown>, kind = request.parameter('kind')) => {
    const { frame, city } = request
    const consultation = await publishedOf(request, record)
    const one = consultation && (await findModerated(city, consultation, { ...subjectOf(request), kind }, record))
    if (consultation === null || one === null) return null
    const decisions = await record.listModerationDecisions(city, consultation, { subject: one.subject })
    const hasTranslationService = site.translationService !== null
    return (
      <ModeratePage
        {...{ frame, consultation, one, decisions, hasTranslationService, ...empty, ...shown }}
        newKey={() => site.record.newId()}
      />
    )
  }

  deskRoute(app, site, `${path}/moderation`, 'contributions.moderate', async (request) => {
    const { frame, city } = request
    const consultation = await publishedOf(request, site.record)
    if (consultation === null) return null
    const held = await listHeld(city, consultation, mostShown, site.record)
    const { moderation: count } = await countWaiting(city, consultation, site.record)
    return <ModerationQueuePage {...{ frame, consultation, held, count }} newKey={() => site.record.newId()} />
  })

  deskRoute(app, site, `${path}/moderation/:kind/:number`, 'contributions.moderate', (request) => page(request, site.record, {}))
  deskPost(app, site, `${path}/moderation/:kind/:number`, 'contributions.moderate', async (post) => {
    const form = { action: post.field('action'), rule: post.field('rule'), reason: textOf(post, 'reason') }
    const asked = { ...askedOf(post, site), subject: subjectOf(post), publicUrl: post.frame.publicUrl, form }
    const outcome = await moderate(asked, post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath(asked, '/moderation')) }
    const again = await page(post, post.record, { form, refusals: outcome.problems })
    return again && { page: again, status: 422 }
  })

  deskPost(app, site, `${path}/moderation/:kind/:number/translation`, 'contributions.moderate', async (post) => {
    const subject = subjectOf(post)
    if (subject.kind !== 'contribution') return null
    const translation = {
      ...{ language: post.field('language'), text: post.field('text'), wording: post.field('wording') },
      isProposed: post.field('proposed') === '1',
    }
    const asked = { ...askedOf(post, site), contribution: subject.number, ...translation }
    const outcome = await translateContribution(asked, post.record)
    if (outcome === null) return null
    if (outcome.ok)
      return { location: link(post.frame, deskConsultationPath(asked, `/moderation/contribution/${subject.number}#translate`)) }
    const again = await page(post, post.record, { translation, refusals: outcome.problems })
    return again && { page: again, status: 422 }
  })

  // Nothing is stored: the page comes again with what the service proposed.
  app.post(`/:language/:city/desk${path}/moderation/contribution/:number/proposal`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'contributions.moderate')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { city, frame, parameter } = request
    const language = fieldOf(await c.req.formData(), 'language')
    const consultation = await publishedOf(request, site.record)
    const service = site.translationService
    const asked = { city, contribution: numberOf(parameter('number')), language }
    const proposed =
      consultation === null || service === null
        ? null
        : await proposeTranslation({ ...asked, consultation }, { record: site.record, service })
    const shown: Partial<Shown> =
      proposed?.ok === true
        ? { translation: { language, ...proposed.value, isProposed: true } }
        : { translation: { ...noTranslation, language }, refusals: proposed?.problems ?? [] }
    const again = proposed === null ? null : await page(request, site.record, shown, 'contribution')
    if (again === null) return errorResponse(c, site, frame.words.language, city, 404)
    return c.html(render(again), proposed?.ok === true ? 200 : 422)
  })
}

const noTranslation = { language: '', text: '', wording: '', isProposed: false }

function appeals(app: Hono, site: Site): void {
  const page = async (
    request: DeskRequest,
    record: WebRecord,
    shown: { given: { outcome: string; answer: MultilingualText }; refusals: readonly Refusal[] },
  ) => {
    const { frame, city, parameter } = request
    const consultation = await publishedOf(request, record)
    const decision = consultation && (await record.findModerationDecision(city, consultation, numberOf(parameter('decision'))))
    if (consultation === null || decision === null) return null
    const appeal = (await record.listAppeals(city, consultation)).find((one) => one.decision === decision.number)
    if (appeal === undefined) return null
    const about = await findModerated(city, consultation, decision.subject, record)
    return <AnswerAppealPage {...{ frame, consultation, appeal, decision, about }} {...shown} formKey={site.record.newId()} />
  }

  deskRoute(app, site, `${path}/appeals`, 'contributions.moderate', async (request) => {
    const consultation: Consultation | null = await publishedOf(request, site.record)
    if (consultation === null) return null
    const appeals = await site.record.listAppeals(request.city, consultation)
    return <AppealsPage frame={request.frame} consultation={consultation} appeals={appeals} />
  })
  deskRoute(app, site, `${path}/appeals/:decision`, 'contributions.moderate', (request) =>
    page(request, site.record, { given: { outcome: '', answer: {} }, refusals: [] }),
  )
  const decide = async (post: DeskPost) => {
    const given = { outcome: post.field('outcome'), answer: textOf(post, 'answer') }
    const asked = { ...askedOf(post, site), decision: numberOf(post.parameter('decision')), publicUrl: post.frame.publicUrl }
    const outcome = await decideAppeal({ ...asked, form: given }, post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath(asked, '/appeals')) }
    const again = await page(post, post.record, { given, refusals: outcome.problems })
    return again && { page: again, status: 422 as const }
  }
  deskPost(app, site, `${path}/appeals/:decision`, 'contributions.moderate', decide)
}
