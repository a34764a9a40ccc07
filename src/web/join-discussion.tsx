import type { Hono } from 'hono'
import { countTry } from '../actions/accounts/count-try.ts'
import { joinByCode } from '../actions/discussion/desk/join-by-code.ts'
import { safePath } from '../books/accounts/sign-in.ts'
import type { Refusal } from '../books/outcome.ts'
import { JoinPage } from '../pages/discussion/join-page.tsx'
import { link } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { answerOnce, fieldOf } from './desk-route.tsx'
import { participantRequestOf, participantRoute, type ParticipantRequest } from './participant-route.tsx'
import { needsOf, originOf } from './sign-in-session.ts'
import type { Site } from './site.ts'

/** The door of a consultation that asks for more than an account: a code of the city, or its identity provider. */
export function joinDiscussion(app: Hono, site: Site): void {
  const page = ({ frame, city, consultation }: ParticipantRequest, to: string, refusal: Refusal | null) => (
    <JoinPage
      frame={frame}
      consultation={consultation}
      to={to}
      formKey={site.record.newId()}
      refusal={refusal}
      providers={(site.signIn?.providers ?? []).filter((provider) => provider.city === city.slug)}
    />
  )

  participantRoute(app, site, '/join', async (request) => page(request, wayOn(request, request.query.get('to')), null))

  // Tries are counted before anything is compared and outside the transaction: a refusal does not take the count back.
  app.post('/:language/:city/discussion/:consultation/join', async (c, next) => {
    const request = await participantRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { city, consultation, viewer, participant } = request
    const form = await c.req.formData()
    const to = wayOn(request, fieldOf(form, 'to'))
    const { signIn } = site
    if (signIn === null || consultation.level !== 'code' || participant !== null) return c.redirect(to, 303)
    const tooMany = await countTry('participation_code', viewer.personId, originOf(c, site), needsOf(site, signIn))
    if (tooMany !== null) return c.html(render(page(request, to, tooMany)), 429)
    return await answerOnce(c, site, viewer.personId, form, async (record) => {
      const outcome = await joinByCode(
        { city, consultation, personId: viewer.personId, typed: fieldOf(form, 'code'), at: site.now() },
        { record, services: signIn.services },
      )
      return outcome.ok ? c.redirect(to, 303) : c.html(render(page(request, to, outcome.refusal)), 422)
    })
  })
}

/** Back to where she wanted to write; the page of the consultation where nothing says that. */
function wayOn({ frame, consultation }: ParticipantRequest, to: string | null): string {
  const home = link(frame, `/discussion/${consultation.number}`)
  const safe = safePath(to, frame.words.language)
  return safe.startsWith(home) ? safe : home
}
