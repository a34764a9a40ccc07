import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Viewer } from '../books/accounts/viewer.ts'
import { phaseOf, type Consultation, type Phase } from '../books/discussion/consultation.ts'
import type { Participant } from '../books/discussion/participant.ts'
import { render } from '../pages/render.ts'
import { cityRequestOf, type CityRequest } from './city-route.ts'
import { answerOnce, fieldOf, type PostAnswer } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site, WebRecord } from './site.ts'
import { viewerOf } from './viewer.ts'

/** A page of a consultation for one person: she is signed in. */
export interface ParticipantRequest extends CityRequest {
  viewer: Viewer
  consultation: Consultation
  phase: Phase
  /** null: she has not taken part yet. */
  participant: Participant | null
}

export interface ParticipantPost extends ParticipantRequest {
  record: WebRecord
  form: FormData
  field(name: string): string
  /** Her number in this consultation; makes her a participant where she is none yet. */
  join(): Promise<number>
}

/**
 * A page for who takes part: `/{language}/{city}/discussion/{number}{path}`. Who is not signed in does so first and comes back; who has not
 * proved what the consultation asks for (a code of the city, its identity provider) is led to `join` first.
 */
export function participantRoute(
  app: Hono,
  site: Site,
  path: string,
  page: (request: ParticipantRequest) => Promise<JSX.Element | null>,
): void {
  app.get(`/:language/:city/discussion/:consultation${path}`, async (c, next) => {
    const request = await participantRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const answer = await page(request)
    return answer === null ? errorResponse(c, site, request.frame.words.language, request.city, 404) : c.html(render(answer))
  })
}

/** A post of who takes part: done whole or not at all, and once (`answerOnce`). */
export function participantPost(
  app: Hono,
  site: Site,
  path: string,
  handle: (request: ParticipantPost) => Promise<PostAnswer | null>,
): void {
  app.post(`/:language/:city/discussion/:consultation${path}`, async (c, next) => {
    const request = await participantRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, consultation, viewer } = request
    const form = await c.req.formData()
    return await answerOnce(c, site, viewer.personId, form, async (record) => {
      const join = async () => await takePart(request, record, site.now())
      const answer = await handle({ ...request, record, form, field: (name) => fieldOf(form, name), join })
      if (answer === null) return errorResponse(c, site, frame.words.language, city, 404)
      return 'location' in answer ? c.redirect(answer.location, 303) : c.html(render(answer.page), answer.status)
    })

    async function takePart({ participant }: ParticipantRequest, record: WebRecord, at: Date): Promise<number> {
      if (participant !== null) return participant.number
      const { level } = consultation
      const number = await record.joinConsultation(city, consultation, { personId: viewer.personId, keys: [], level, channel: 'web', at })
      if (number === null) throw new Error('A person is two participants.')
      return number
    }
  })
}

/** null: no page of a consultation; a Response: sign in or prove something first, or there is no such consultation. */
export async function participantRequestOf(c: Context, site: Site): Promise<ParticipantRequest | Response | null> {
  const request = await cityRequestOf(c, site)
  if (request === null || request instanceof Response) return request
  c.header('cache-control', 'no-store')
  const { city, frame } = request
  const { language } = frame.words
  const consultation = await site.record.findConsultation(city, Number(c.req.param('consultation')))
  const phase = consultation === null ? 'draft' : phaseOf(consultation, frame.today)
  if (consultation === null || phase === 'draft') return errorResponse(c, site, language, city, 404)
  const { pathname, search } = new URL(c.req.url)
  const home = `/${language}/${city.slug}/discussion/${consultation.number}`
  // A post cannot be repeated after signing in: she comes back to the page with the form.
  const to = c.req.method === 'GET' ? pathname + search : home
  const viewer = await viewerOf(c, site)
  if (viewer === null) return c.redirect(`/${language}/sign-in?to=${encodeURIComponent(to)}`, 303)
  const participant = await site.record.findParticipant(city, consultation, viewer.personId)
  if (!pathname.endsWith('/join') && !(await hasProved(site, city, consultation, viewer, participant)))
    return c.redirect(`${home}/join?to=${encodeURIComponent(to)}`, 303)
  return { ...request, frame: { ...frame, viewer: { name: viewer.name }, forms: true }, viewer, consultation, phase, participant }
}

/** A code makes somebody a participant when she enters it; a provider vouches for the session. */
async function hasProved(
  site: Site,
  city: { id: string },
  { level }: Consultation,
  viewer: Viewer,
  participant: Participant | null,
): Promise<boolean> {
  if (level === 'code') return participant !== null
  if (level === 'identity_provider') return (await site.record.cityThatVouched(viewer.sessionId)) === city.id
  return true
}
