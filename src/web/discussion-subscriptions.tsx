import type { Context, Hono } from 'hono'
import { phaseOf, type Consultation } from '../books/discussion/consultation.ts'
import { discussionPath } from '../pages/discussion/discussion-words.ts'
import { SubscribePage, UnsubscribePage } from '../pages/discussion/subscribe-page.tsx'
import { link } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { cityRequestOf, type CityRequest } from './city-route.ts'
import { fieldOf } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import { isOneClickUnsubscribe } from './guard.ts'
import { participantPost, participantRoute } from './participant-route.tsx'
import type { Site } from './site.ts'

/** News of a consultation by mail: who is signed in begins it, who has the link of a message ends it. */
export function discussionSubscriptions(app: Hono, site: Site): void {
  const { record } = site
  participantRoute(app, site, '/subscribe', async ({ frame, city, consultation, viewer }) => {
    const token = await record.findSubscription(city, consultation, viewer.personId)
    return <SubscribePage frame={frame} consultation={consultation} formKey={record.newId()} token={token} />
  })
  participantPost(app, site, '/subscribe', async (post) => {
    await post.record.addSubscription(post.city, post.consultation, post.viewer.personId, site.now())
    return { location: link(post.frame, discussionPath(post.consultation, '/subscribe')) }
  })

  const path = '/:language/:city/discussion/:consultation/unsubscribe'
  const page = (request: UnsubscribeRequest, token: string, ended: boolean) =>
    render(<UnsubscribePage frame={{ ...request.frame, forms: true }} consultation={request.consultation} token={token} ended={ended} />)
  app.get(path, async (c, next) => {
    const request = await unsubscribeRequestOf(c, site)
    if (request === null) return await next()
    return request instanceof Response ? request : c.html(page(request, request.query.get('token') ?? '', false))
  })
  // Done twice it changes nothing, and whether there was such a subscription is nobody's business.
  app.post(path, async (c, next) => {
    const request = await unsubscribeRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const token = isOneClickUnsubscribe(c) ? (request.query.get('token') ?? '') : fieldOf(await c.req.formData(), 'token')
    await record.endSubscription(request.city, request.consultation, token.slice(0, 100))
    return c.html(page(request, '', true))
  })
}

interface UnsubscribeRequest extends CityRequest {
  consultation: Consultation
}

async function unsubscribeRequestOf(c: Context, site: Site): Promise<UnsubscribeRequest | Response | null> {
  const request = await cityRequestOf(c, site)
  if (request === null || request instanceof Response) return request
  c.header('cache-control', 'no-store')
  const { city, frame } = request
  const consultation = await site.record.findConsultation(city, Number(c.req.param('consultation')))
  if (consultation === null || phaseOf(consultation, frame.today) === 'draft')
    return errorResponse(c, site, frame.words.language, city, 404)
  return { ...request, consultation }
}
