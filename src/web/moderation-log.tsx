import type { Hono } from 'hono'
import { appeal, findOwnDecision } from '../actions/discussion/desk/appeal.ts'
import { phaseOf } from '../books/discussion/consultation.ts'
import type { Refusal } from '../books/outcome.ts'
import { AppealPage } from '../pages/discussion/appeal-page.tsx'
import { ModerationLogPage } from '../pages/discussion/moderation-log-page.tsx'
import { link } from '../pages/frame.ts'
import { cityRoute } from './city-route.ts'
import { numberOf } from './desk-consultation.ts'
import { participantPost, participantRoute, type ParticipantRequest } from './participant-route.tsx'
import type { Site, WebRecord } from './site.ts'

const decisionsPerPage = 50

/** What moderators decided, for everybody to read, and the way to appeal for who wrote it. */
export function moderationLog(app: Hono, site: Site): void {
  cityRoute(app, site, '/discussion/:consultation/moderation', async ({ frame, city, query, parameter }) => {
    const consultation = await site.record.findConsultation(city, numberOf(parameter('consultation')))
    if (consultation === null || phaseOf(consultation, frame.today) === 'draft') return null
    const count = await site.record.countModerationDecisions(city, consultation)
    const pages = Math.max(1, Math.ceil(count / decisionsPerPage))
    const page = Math.min(Math.max(numberOf(query.get('page') ?? '1'), 1), pages)
    const narrow = { offset: (page - 1) * decisionsPerPage, limit: decisionsPerPage }
    const decisions = await site.record.listModerationDecisions(city, consultation, narrow)
    return <ModerationLogPage {...{ frame, consultation, decisions, count, page, pages }} />
  })

  const page = async (request: ParticipantRequest, record: WebRecord, { text, refusal }: { text: string; refusal: Refusal | null }) => {
    const { frame, consultation, participant } = request
    if (participant === null) return null
    const asked = { ...request, participant: participant.number, decision: numberOf(request.parameter('decision')) }
    const own = await findOwnDecision(asked, record)
    return own && <AppealPage {...{ frame, consultation, text, refusal }} {...own} formKey={site.record.newId()} />
  }
  participantRoute(app, site, '/appeals/:decision', (request) => page(request, site.record, { text: '', refusal: null }))
  participantPost(app, site, '/appeals/:decision', async (post) => {
    const { frame, city, consultation, participant, viewer, record, field, parameter } = post
    if (participant === null) return null
    const { personId } = viewer
    const asked = { city, consultation, participant: participant.number, personId, decision: numberOf(parameter('decision')) }
    const outcome = await appeal({ ...asked, text: field('text'), at: site.now() }, record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(frame, `/discussion/${consultation.number}/moderation#decision-${asked.decision}`) }
    const again = await page(post, record, { text: field('text'), refusal: outcome.refusal })
    return again && { page: again, status: 422 }
  })
}
