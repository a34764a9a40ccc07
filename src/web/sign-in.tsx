import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { findPendingSignIn, passFirstFactor, passSecondFactor } from '../actions/accounts/begin-session.ts'
import { proveSecondFactor } from '../actions/accounts/prove-second-factor.ts'
import { requestCode } from '../actions/accounts/request-code.ts'
import { checkCode, signInByMail } from '../actions/accounts/sign-in-by-mail.ts'
import { checkAddressAndPassword } from '../actions/accounts/sign-in-by-password.ts'
import { isDemonstrationPerson } from '../books/accounts/demonstration.ts'
import { safePath } from '../books/accounts/sign-in.ts'
import type { Refusal } from '../books/outcome.ts'
import { isLanguage, type Language } from '../books/text.ts'
import type { Frame } from '../pages/frame.ts'
import { DemonstrationStaff } from '../pages/account/demonstration-staff.tsx'
import { OtherWays, ProviderSignIn } from '../pages/account/other-ways.tsx'
import {
  LinkOverPage,
  SignInAgainPage,
  SignInCodePage,
  SignInLinkPage,
  SignInOffPage,
  SignInPage,
  SignInPasswordPage,
  SignInSecondFactorPage,
} from '../pages/account/sign-in-pages.tsx'
import { render } from '../pages/render.ts'
import { privatePageOf } from './account-route.tsx'
import { fieldOf } from './desk-route.tsx'
import { publicUrlOf } from './frame-of.ts'
import { browserOf, goOn, keepStep, needsOf, originOf, stepOf, type SignIn } from './sign-in-session.ts'
import type { Site } from './site.ts'
import { forgetSession, sessionTokenOf, viewerOf } from './viewer.ts'

/** A request on the way in: nobody is known yet. */
export interface SignInRequest {
  c: Context
  frame: Frame
  language: Language
  /** Where to go on to: a path of this site. */
  to: string
  signIn: SignIn
  form: FormData
  field(name: string): string
}

type Handler = (request: SignInRequest) => Promise<Response | JSX.Element>

/** A page or a post of signing in, in every language; never kept by browsers or proxies. */
export function signInRoute(app: Hono, site: Site, method: 'get' | 'post', path: string, handle: Handler): void {
  app[method](`/:language${path}`, async (c, next) => {
    const language = c.req.param('language') ?? ''
    if (!isLanguage(language)) return await next()
    c.header('cache-control', 'no-store')
    const page = privatePageOf(c, site, language)
    if (page instanceof Response) return page
    const { frame, query } = page
    if (site.signIn === null) return c.html(render(<SignInOffPage frame={frame} />), 403)
    const form = method === 'post' ? await c.req.formData() : new FormData()
    const to = safePath(method === 'post' ? fieldOf(form, 'to') : query.get('to'), language)
    const answer = await handle({ c, frame, language, to, signIn: site.signIn, form, field: (name) => fieldOf(form, name) })
    return answer instanceof Response ? answer : c.html(render(answer))
  })
}

/** The same page once more with what is wrong; too many tries also say when to come back. */
export function refused(c: Context, refusal: Refusal, page: JSX.Element): Response {
  if (refusal.code !== 'too_many_tries') return c.html(render(page), 422)
  c.header('retry-after', String(refusal.details?.['seconds']))
  return c.html(render(page), 429)
}

/** A field exactly as it was received, for passwords. */
export const exactly = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Signing in: by mail, with a password, with a second factor, once more; and signing out. */
export function signInPages(app: Hono, site: Site): void {
  const whole = { inOneTransaction: site.inOneTransaction }
  const mailbox = site.signIn?.mailbox ?? false
  const others = (frame: Frame, to: string) => (
    <>
      <OtherWays frame={frame} providers={site.signIn?.providers ?? []} to={to} />
      {mailbox && <DemonstrationStaff frame={frame} to={to} />}
    </>
  )

  signInRoute(app, site, 'get', '/sign-in', async ({ frame, to }) => <SignInPage frame={frame} to={to} others={others(frame, to)} />)

  const sendCode = async ({ c, language, to, signIn }: SignInRequest, email: string) =>
    await requestCode(
      { email, language, to, origin: originOf(c, site), publicUrl: publicUrlOf(c, site) },
      { ...needsOf(site, signIn), ...whole },
    )
  const askForCode = (c: Context, language: Language, request: { id: string; address: string }, to: string): Response => {
    keepStep(c, site, 'sign-in', JSON.stringify([request.id, request.address, to]))
    return c.redirect(`/${language}/sign-in/code`, 303)
  }

  signInRoute(app, site, 'post', '/sign-in', async (request) => {
    const { c, frame, language, to, field } = request
    const email = field('email')
    const outcome = await sendCode(request, email)
    if (outcome.ok) return askForCode(c, language, outcome.value, to)
    const page = <SignInPage frame={frame} to={to} email={email} refusal={outcome.refusal} others={others(frame, to)} />
    return refused(c, outcome.refusal, page)
  })

  signInRoute(app, site, 'get', '/sign-in/code', async ({ c, frame, language }) => {
    const asked = askedOf(stepOf(c, site, 'sign-in'))
    if (asked === null) return c.redirect(`/${language}/sign-in`, 303)
    return <SignInCodePage frame={frame} address={asked.address} to={asked.to} mailbox={mailbox} />
  })

  signInRoute(app, site, 'post', '/sign-in/code', async ({ c, frame, language, signIn, field }) => {
    const asked = askedOf(stepOf(c, site, 'sign-in'))
    if (asked === null) return c.redirect(`/${language}/sign-in`, 303)
    const again = (refusal: Refusal): Response =>
      refused(c, refusal, <SignInCodePage frame={frame} address={asked.address} to={asked.to} mailbox={mailbox} refusal={refusal} />)
    const checked = await checkCode({ id: asked.id, code: field('code'), origin: originOf(c, site) }, needsOf(site, signIn))
    if (!checked.ok) return again(checked.refusal)
    const outcome = await site.inOneTransaction((record) =>
      signInByMail(checked.value, 'code', browserOf(c, site), needsOf(site, signIn, record)),
    )
    return outcome.ok ? goOn(c, site, signIn, language, outcome.value, outcome.value.to) : again(outcome.refusal)
  })

  signInRoute(app, site, 'get', '/sign-in/link', async ({ c, frame }) => {
    const secret = c.req.query('token') ?? ''
    const token = await site.record.findToken('sign_in', secret, site.now())
    if (token === null) return c.html(render(<LinkOverPage frame={frame} />), 404)
    return <SignInLinkPage frame={frame} token={secret} address={String(token.content['email'])} />
  })

  signInRoute(app, site, 'post', '/sign-in/link', async ({ c, frame, language, signIn, field }) => {
    const token = await site.record.findToken('sign_in', field('token'), site.now())
    const outcome =
      token === null
        ? null
        : await site.inOneTransaction((record) => signInByMail(token, 'link', browserOf(c, site), needsOf(site, signIn, record)))
    if (outcome?.ok) return goOn(c, site, signIn, language, outcome.value, outcome.value.to)
    if (outcome?.refusal.code === 'account_disabled')
      return refused(c, outcome.refusal, <SignInPage frame={frame} to="" refusal={outcome.refusal} />)
    return c.html(render(<LinkOverPage frame={frame} />), 404)
  })

  signInRoute(app, site, 'get', '/sign-in/password', async ({ c, frame, to }) => (
    <SignInPasswordPage frame={frame} to={to} wasReset={c.req.query('reset') === '1'} />
  ))

  const passPassword = async ({ c, signIn, form, to }: SignInRequest, email: string) => {
    const input = { email, password: exactly(form, 'password'), origin: originOf(c, site) }
    const checked = await checkAddressAndPassword(input, needsOf(site, signIn))
    if (!checked.ok) return checked
    return await site.inOneTransaction((record) =>
      passFirstFactor({ person: checked.value, method: 'password', to }, browserOf(c, site), needsOf(site, signIn, record)),
    )
  }

  signInRoute(app, site, 'post', '/sign-in/password', async (request) => {
    const { c, frame, language, to, signIn, field } = request
    const email = field('email')
    const outcome = await passPassword(request, email)
    if (outcome.ok) return goOn(c, site, signIn, language, outcome.value, to)
    return refused(c, outcome.refusal, <SignInPasswordPage frame={frame} to={to} email={email} refusal={outcome.refusal} />)
  })

  const pendingOf = async (c: Context) =>
    await findPendingSignIn(stepOf(c, site, 'second-factor') ?? '', { record: site.record, now: site.now() })

  const factorPage = async (frame: Frame, personId: string, to: string, refusal: Refusal | null): Promise<JSX.Element> => {
    const { totp, passkeys } = await site.record.factorsOf(personId)
    const more = passkeys > 0 ? others(frame, to) : null
    return <SignInSecondFactorPage frame={frame} to={to} app={totp} refusal={refusal} others={more} />
  }

  signInRoute(app, site, 'get', '/sign-in/second-factor', async ({ c, frame, language }) => {
    const pending = await pendingOf(c)
    if (pending === null) return c.redirect(`/${language}/sign-in`, 303)
    return await factorPage(frame, pending.person.id, pending.to, null)
  })

  signInRoute(app, site, 'post', '/sign-in/second-factor', async ({ c, frame, language, signIn, field }) => {
    const pending = await pendingOf(c)
    if (pending === null) return c.redirect(`/${language}/sign-in`, 303)
    const { person, to } = pending
    const proven = await proveSecondFactor({ person, code: field('code'), origin: originOf(c, site) }, needsOf(site, signIn))
    if (!proven.ok) return refused(c, proven.refusal, await factorPage(frame, person.id, to, proven.refusal))
    const outcome = await site.inOneTransaction((record) => passSecondFactor(pending, browserOf(c, site), needsOf(site, signIn, record)))
    if (outcome.ok) return goOn(c, site, signIn, language, outcome.value, to)
    return refused(c, outcome.refusal, <SignInPage frame={frame} to={to} refusal={outcome.refusal} />)
  })

  /** Who is signed in, and how she can prove it once more; null: nobody is. */
  const againOf = async (c: Context) => {
    const viewer = await viewerOf(c, site)
    const person = viewer === null ? null : await site.record.findPerson(viewer.personId)
    if (viewer === null || person === null || person.email === null) return null
    const [factors, identities] = await Promise.all([site.record.factorsOf(person.id), site.record.listIdentities(person.id)])
    const providers = (site.signIn?.providers ?? []).filter(({ issuer }) => identities.some((linked) => linked.issuer === issuer))
    return { name: viewer.name, address: person.email, password: factors.password, passkeys: factors.passkeys, providers }
  }
  const otherThanAgain = (frame: Frame, to: string, who: NonNullable<Awaited<ReturnType<typeof againOf>>>) =>
    who.passkeys > 0 || isDemonstrationPerson(who.address) ? (
      others(frame, to)
    ) : (
      <ProviderSignIn frame={frame} providers={who.providers} to={to} />
    )

  signInRoute(app, site, 'get', '/sign-in/again', async ({ c, frame, language, to }) => {
    const who = await againOf(c)
    if (who === null) return c.redirect(`/${language}/sign-in?to=${encodeURIComponent(to)}`, 303)
    const more = otherThanAgain(frame, to, who)
    return <SignInAgainPage frame={{ ...frame, viewer: who }} to={to} address={who.address} password={who.password} others={more} />
  })

  signInRoute(app, site, 'post', '/sign-in/again', async (request) => {
    const { c, frame, language, to, signIn } = request
    const who = await againOf(c)
    if (who === null) return c.redirect(`/${language}/sign-in?to=${encodeURIComponent(to)}`, 303)
    const again = (refusal: Refusal): Response =>
      refused(
        c,
        refusal,
        <SignInAgainPage
          frame={{ ...frame, viewer: who }}
          to={to}
          address={who.address}
          password={who.password}
          refusal={refusal}
          others={otherThanAgain(frame, to, who)}
        />,
      )
    if (who.password) {
      const outcome = await passPassword(request, who.address)
      return outcome.ok ? goOn(c, site, signIn, language, outcome.value, to) : again(outcome.refusal)
    }
    const outcome = await sendCode(request, who.address)
    return outcome.ok ? askForCode(c, language, outcome.value, to) : again(outcome.refusal)
  })

  signInRoute(app, site, 'post', '/sign-out', async ({ c, language }) => {
    const token = sessionTokenOf(c, site)
    if (token !== null) await site.record.endSessionOfToken(token, site.now())
    forgetSession(c, site)
    return c.redirect(`/${language}`, 303)
  })
}

/** What the cookie of a request for a code says; it was written here, but anybody can write a cookie. */
function askedOf(cookie: string | null): { id: string; address: string; to: string } | null {
  try {
    const [id, address, to] = JSON.parse(cookie ?? '') as unknown[]
    if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id) || typeof address !== 'string' || typeof to !== 'string') return null
    return { id, address, to: safePath(to, 'kk') }
  } catch {
    return null
  }
}
