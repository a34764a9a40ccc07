import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import {
  beginAtProvider,
  linkIdentity,
  signInWithIdentity,
  takeErrand,
  type Errand,
  type ProviderNeeds,
} from '../actions/accounts/sign-in-at-provider.ts'
import type { IdentityProvider } from '../books/accounts/identity-provider.ts'
import { refuse, type Refusal } from '../books/outcome.ts'
import { isLanguage, languages, type Language } from '../books/text.ts'
import type { Frame } from '../pages/frame.ts'
import { GoToProviderPage, ProviderProblemPage } from '../pages/account/provider-page.tsx'
import { render } from '../pages/render.ts'
import { privatePageOf } from './account-route.tsx'
import { publicUrlOf } from './frame-of.ts'
import { browserOf, goOn, needsOf, type SignIn } from './sign-in-session.ts'
import { signInRoute } from './sign-in.tsx'
import type { Site, WebRecord } from './site.ts'
import { viewerOf } from './viewer.ts'

/** Signing in at the identity provider of a city, and coming back from there. */
export function identityProvider(app: Hono, site: Site): void {
  signInRoute(app, site, 'post', '/sign-in/provider/:provider', async ({ c, frame, language, signIn, to, field }) => {
    const provider = providerOf(c, signIn)
    if (provider === null) return c.notFound()
    const errand = { linkTo: null, invitation: field('invitation') || null, to, language }
    return await goToProvider({ c, site, signIn, frame, provider, errand })
  })

  // One address for every language: it is what the provider has written down for us.
  app.get('/sign-in/provider/:provider', async (c) => {
    c.header('cache-control', 'no-store')
    const { signIn } = site
    const provider = signIn === null ? null : providerOf(c, signIn)
    if (signIn === null || provider === null) return c.notFound()
    const [spoken = '', kept = ''] = (getCookie(c, cookieName(site)) ?? '').split('.')
    deleteCookie(c, cookieName(site), { path: '/', secure: isSecure(site) })
    const needs = providerNeeds(site, signIn, site.record)
    // Outside a transaction: what was kept is used up whatever the provider says.
    const taken = await takeErrand(provider, kept, needs)
    if (taken === null) return problem(c, site, isLanguage(spoken) ? spoken : languages[0], refuse('provider_too_late').refusal, '')
    const { errand, step } = taken
    const answer = await signIn.providerClient.finish(provider, addressAsSeen(c, site), step)
    if (answer.kind !== 'proven')
      return problem(c, site, errand.language, refuse(answer.kind === 'down' ? 'provider_down' : 'provider_refused').refusal, errand.to)
    if (errand.linkTo !== null) return await link(c, site, errand, answer.identity)
    const input = { provider, identity: answer.identity, errand }
    const outcome = await inTransaction(site, (record) =>
      signInWithIdentity(input, browserOf(c, site), providerNeeds(site, signIn, record)),
    )
    if (!outcome.ok) return problem(c, site, errand.language, outcome.refusal, errand.to)
    return goOn(c, site, signIn, errand.language, outcome.value, errand.to)
  })
}

interface Journey {
  c: Context
  site: Site
  signIn: SignIn
  frame: Frame
  provider: IdentityProvider
  errand: Errand
}

/** The page with the way to the provider. The cookie binds the answer to the browser that asked. */
export async function goToProvider({ c, site, signIn, frame, provider, errand }: Journey): Promise<Response> {
  const returnTo = `${publicUrlOf(c, site)}/sign-in/provider/${provider.id}`
  const begun = await beginAtProvider(provider, returnTo, errand, signIn.providerClient, providerNeeds(site, signIn, site.record))
  if (!begun.ok) return c.html(render(<ProviderProblemPage frame={frame} refusal={begun.refusal} to={errand.to} />), 503)
  setCookie(c, cookieName(site), `${errand.language}.${begun.value.secret}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(site),
    maxAge: 3600,
  })
  return c.html(render(<GoToProviderPage frame={frame} provider={provider} address={begun.value.address} />))
}

/** Links the identity to whoever is signed in here: somebody else who comes back with the answer links nothing. */
async function link(c: Context, site: Site, errand: Errand, identity: Parameters<typeof linkIdentity>[0]['identity']): Promise<Response> {
  const viewer = await viewerOf(c, site)
  if (viewer === null || viewer.personId !== errand.linkTo)
    return problem(c, site, errand.language, refuse('provider_too_late').refusal, errand.to)
  const outcome = await site.inOneTransaction((record) =>
    linkIdentity({ personId: viewer.personId, identity }, { record, now: site.now() }),
  )
  if (!outcome.ok) return problem(c, site, errand.language, outcome.refusal, errand.to)
  return c.redirect(`/${errand.language}/account?done=linked`, 303)
}

function problem(c: Context, site: Site, language: Language, refusal: Refusal, to: string): Response {
  const url = new URL(c.req.url)
  const page = privatePageOf(c, site, language, new URL(`/${language}/sign-in`, url))
  if (page instanceof Response) return page
  return c.html(render(<ProviderProblemPage frame={page.frame} refusal={refusal} to={to} />), refusal.code === 'provider_down' ? 503 : 422)
}

/** What was refused is not done by half: an invitation stays unused when the identity turns out to be somebody else's. */
async function inTransaction<T extends { ok: boolean }>(site: Site, work: (record: WebRecord) => Promise<T>): Promise<T> {
  class Refused extends Error {
    readonly outcome: T
    constructor(outcome: T) {
      super('The provider’s identity was not taken.')
      this.outcome = outcome
    }
  }
  try {
    return await site.inOneTransaction(async (record) => {
      const outcome = await work(record)
      if (!outcome.ok) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    throw error
  }
}

const providerNeeds = (site: Site, signIn: SignIn, record: WebRecord): ProviderNeeds => ({ ...needsOf(site, signIn), record })

const providerOf = (c: Context, signIn: SignIn): IdentityProvider | null =>
  signIn.providers.find(({ id }) => id === c.req.param('provider')) ?? null

/** The address that the provider sent the reader to: behind a proxy it is not the one of the request. */
const addressAsSeen = (c: Context, site: Site): URL => {
  const { pathname, search } = new URL(c.req.url)
  return new URL(pathname + search, publicUrlOf(c, site))
}

const isSecure = (site: Site): boolean => site.publicUrl?.startsWith('https:') ?? false
const cookieName = (site: Site): string => (isSecure(site) ? '__Host-provider' : 'provider')
