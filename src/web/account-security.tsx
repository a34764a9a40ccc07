import type { Context, Hono } from 'hono'
import { beginSession } from '../actions/accounts/begin-session.ts'
import { changePassword, checkPasswordChange } from '../actions/accounts/change-password.ts'
import { deviceMarkOf } from '../actions/accounts/count-try.ts'
import { offerTotp, renewRecoveryCodes, setUpTotp } from '../actions/accounts/set-up-totp.ts'
import { hasSecondFactor, type Person } from '../books/accounts/person.ts'
import { hasRunOut } from '../books/accounts/session-rules.ts'
import { safePath } from '../books/accounts/sign-in.ts'
import { isFresh, type Viewer } from '../books/accounts/viewer.ts'
import type { Refusal } from '../books/outcome.ts'
import { PasswordPage } from '../pages/account/password-pages.tsx'
import { RecoveryCodesPage, SecondFactorPage } from '../pages/account/second-factor-pages.tsx'
import { SessionsPage } from '../pages/account/sessions-page.tsx'
import { accountPost, accountRoute } from './account-route.tsx'
import { browserOf, keepStep, needsOf, originOf } from './sign-in-session.ts'
import { exactly, refused, signInRoute, type SignInRequest } from './sign-in.tsx'
import type { Site } from './site.ts'
import { keepSession, viewerOf } from './viewer.ts'

/** How one proves who one is, and where one is signed in: password, second factor, sessions. */
export function accountSecurity(app: Hono, site: Site): void {
  secondFactor(app, site)
  password(app, site)
  sessions(app, site)
}

interface OwnRequest extends SignInRequest {
  viewer: Viewer
  person: Person
}

/**
 * A page or post that changes how one signs in. It asks for a proof of who one is that is fresh and as strong as the account has: a
 * session from before the second factor does not change it.
 */
function ownRoute(
  app: Hono,
  site: Site,
  method: 'get' | 'post',
  path: string,
  handle: (request: OwnRequest) => ReturnType<Parameters<typeof signInRoute>[4]>,
): void {
  const mayChange = async (viewer: Viewer): Promise<boolean> =>
    isFresh(viewer, site.now()) &&
    (viewer.secondFactor || !hasSecondFactor(await site.record.factorsOf(viewer.personId))) &&
    (await site.record.reachesWholeAccount(viewer.sessionId))
  signInRoute(app, site, method, `/account${path}`, async (request) => {
    const { c, language, frame } = request
    const viewer = await viewerOf(c, site)
    // A post cannot be repeated after signing in: she comes back to the page that it was sent from.
    const page = method === 'get' ? c.req.path + new URL(c.req.url).search : `/${language}/account/${path.split('/')[1]}`
    const back = encodeURIComponent(page)
    if (viewer === null) return c.redirect(`/${language}/sign-in?to=${back}`, 303)
    const person = await site.record.findPerson(viewer.personId)
    if (person === null || !(await mayChange(viewer))) return c.redirect(`/${language}/sign-in/again?to=${back}`, 303)
    return await handle({ ...request, frame: { ...frame, viewer: { name: viewer.name } }, viewer, person })
  })
}

/** The browser goes on under a new token. */
function keepNewSession(c: Context, site: Site, { person, signIn }: OwnRequest, token: string): void {
  keepSession(c, site, token)
  if (person.email !== null) keepStep(c, site, 'device', deviceMarkOf(person.email, signIn.services))
}

function secondFactor(app: Hono, site: Site): void {
  const pageOf = async ({ frame, person, signIn, to }: OwnRequest, sealed: string | null, refusal: Refusal | null) => (
    <SecondFactorPage
      frame={frame}
      factors={await site.record.factorsOf(person.id)}
      offer={offerTotp(person, sealed, signIn)}
      to={to}
      refusal={refusal}
    />
  )

  ownRoute(app, site, 'get', '/second-factor', async (request) => await pageOf(request, null, null))

  ownRoute(app, site, 'post', '/second-factor', async (request) => {
    const { c, frame, person, viewer, signIn, field, to } = request
    const [sealed, code] = [field('sealed'), field('code')]
    const outcome = await site.inOneTransaction(async (record) => {
      const needs = needsOf(site, signIn, record)
      const codes = await setUpTotp({ personId: person.id, sealed, code }, needs)
      if (!codes.ok) return codes
      // Sessions from before knew one factor only.
      await record.endSessions(person.id, needs.now, viewer.sessionId)
      const token = await beginSession({ person, method: 'second_factor', secondFactor: true }, browserOf(c, site), needs)
      return { ok: true as const, value: { codes: codes.value, token } }
    })
    if (!outcome.ok) return refused(c, outcome.refusal, await pageOf(request, sealed, outcome.refusal))
    keepNewSession(c, site, request, outcome.value.token)
    return <RecoveryCodesPage frame={frame} codes={outcome.value.codes} to={to} />
  })

  ownRoute(app, site, 'post', '/second-factor/recovery-codes', async ({ frame, person, signIn, to }) => {
    const codes = await site.inOneTransaction((record) => renewRecoveryCodes(person.id, needsOf(site, signIn, record)))
    return <RecoveryCodesPage frame={frame} codes={codes} to={to} />
  })
}

function password(app: Hono, site: Site): void {
  const has = async (person: Person): Promise<boolean> => (await site.record.factorsOf(person.id)).password

  ownRoute(app, site, 'get', '/password', async ({ c, frame, person }) => (
    <PasswordPage frame={frame} has={await has(person)} saved={c.req.query('done') === '1'} />
  ))

  ownRoute(app, site, 'post', '/password', async (request) => {
    const { c, frame, language, person, viewer, signIn, form } = request
    const given = { current: exactly(form, 'current'), password: exactly(form, 'password') }
    const checked = await checkPasswordChange({ person, ...given, origin: originOf(c, site) }, needsOf(site, signIn))
    if (!checked.ok) return refused(c, checked.refusal, <PasswordPage frame={frame} has={await has(person)} refusal={checked.refusal} />)
    const change = { person, hash: checked.value, secondFactor: viewer.secondFactor }
    const token = await site.inOneTransaction((record) => changePassword(change, browserOf(c, site), needsOf(site, signIn, record)))
    keepNewSession(c, site, request, token)
    return c.redirect(`/${language}/account/password?done=1`, 303)
  })
}

function sessions(app: Hono, site: Site): void {
  const path = (language: string): string => safePath(`/${language}/account/sessions?ended=1`, language)

  accountRoute(app, site, '/sessions', async ({ frame, viewer, query }) => {
    const all = await site.record.listSessions(viewer.personId)
    const open = all.filter((session) => !hasRunOut(session, viewer, site.now()))
    const ended = query.get('ended') === '1'
    return <SessionsPage frame={frame} sessions={open} own={viewer.sessionId} formKey={site.record.newId()} ended={ended} />
  })

  accountPost(
    app,
    site,
    '/sessions',
    async ({ frame, viewer, record }) => {
      await record.endSessions(viewer.personId, site.now(), viewer.sessionId)
      return { location: path(frame.words.language) }
    },
    { fresh: true },
  )

  accountPost(
    app,
    site,
    '/sessions/:session',
    async ({ frame, viewer, record, parameter }) => {
      const id = parameter('session')
      if (!/^[0-9a-f-]{36}$/.test(id) || !(await record.endSession(viewer.personId, id, site.now()))) return null
      return { location: path(frame.words.language) }
    },
    { fresh: true },
  )
}
