import type { Context, Hono } from 'hono'
import { beginSession } from '../actions/accounts/begin-session.ts'
import { tellPerson } from '../actions/accounts/own-account.ts'
import { addNewPasskey, beginNewPasskey, beginPasskeySignIn, provePasskey, type Needs } from '../actions/accounts/use-passkeys.ts'
import { namePasskey, relyingPartyOf, type RelyingParty } from '../books/accounts/passkey.ts'
import { refuse, type Refusal } from '../books/outcome.ts'
import { passkeyMail } from '../pages/account/notices.ts'
import { PasskeysPage } from '../pages/account/passkeys.tsx'
import { SignInPage } from '../pages/account/sign-in-pages.tsx'
import { OtherWays } from '../pages/account/other-ways.tsx'
import { accountPost, accountRoute, isProven, type AccountRequest } from './account-route.tsx'
import { publicUrlOf } from './frame-of.ts'
import { browserOf, goOn, needsOf, type SignIn } from './sign-in-session.ts'
import { refused, signInRoute } from './sign-in.tsx'
import type { Site, WebRecord } from './site.ts'
import { keepSession, viewerOf } from './viewer.ts'

/** Passkeys: signing in with one, and the list of one's own. */
export function passkeys(app: Hono, site: Site): void {
  signInWithPasskey(app, site)
  ownPasskeys(app, site)
}

const passkeyNeeds = (site: Site, signIn: SignIn, record: WebRecord): Needs => ({
  record,
  checks: { ...signIn.passkeys, newSecret: signIn.services.newSecret },
  now: site.now(),
})

/** The site as passkeys know it, at the address that the reader sees; null where there can be none. */
const partyOf = (c: Context, site: Site): RelyingParty | null => relyingPartyOf(publicUrlOf(c, site))

/**
 * One way for signing in, for the second factor, and for proving oneself once more: a passkey is both factors, and each use begins a new
 * session. Whoever is signed in already must use a passkey of her own.
 */
function signInWithPasskey(app: Hono, site: Site): void {
  signInRoute(app, site, 'post', '/sign-in/passkey/start', async ({ c, signIn }) => {
    const party = partyOf(c, site)
    if (party === null) return c.json({ error: 'no_passkeys_here' }, 404)
    const viewer = await viewerOf(c, site)
    return c.json(await beginPasskeySignIn(viewer?.personId ?? null, party, passkeyNeeds(site, signIn, site.record)))
  })

  signInRoute(app, site, 'post', '/sign-in/passkey', async ({ c, frame, language, signIn, to, field }) => {
    const again = (refusal: Refusal): Response =>
      refused(
        c,
        refusal,
        <SignInPage frame={frame} to={to} refusal={refusal} others={<OtherWays frame={frame} providers={signIn.providers} to={to} />} />,
      )
    const party = partyOf(c, site)
    if (party === null) return again(refuse('passkey_not_proven').refusal)
    const viewer = await viewerOf(c, site)
    // Outside a transaction: a challenge stays used up when the answer to it is wrong.
    const input = { personId: viewer?.personId ?? null, party, step: field('step'), answer: field('answer') }
    const proven = await provePasskey(input, passkeyNeeds(site, signIn, site.record))
    if (!proven.ok) return again(proven.refusal)
    const person = await site.record.findPerson(proven.value.personId)
    if (person === null) return again(refuse('passkey_not_proven').refusal)
    const token = await site.inOneTransaction((record) =>
      beginSession({ person, method: 'passkey', secondFactor: true }, browserOf(c, site), needsOf(site, signIn, record)),
    )
    return goOn(c, site, signIn, language, { step: 'signed_in', token, person }, to)
  })
}

function ownPasskeys(app: Hono, site: Site): void {
  const pageOf = async ({ frame, viewer }: AccountRequest, record: WebRecord, refusal: Refusal | null = null, name = '') => (
    <PasskeysPage
      frame={frame}
      passkeys={await record.listPasskeys(viewer.personId)}
      formKey={record.newId()}
      refusal={refusal}
      name={name}
    />
  )
  const home = ({ frame }: AccountRequest): string => `/${frame.words.language}/account/passkeys`

  accountRoute(app, site, '/passkeys', async (request) => await pageOf(request, site.record), { fresh: true })

  signInRoute(app, site, 'post', '/account/passkeys/start', async ({ c, signIn }) => {
    const party = partyOf(c, site)
    const viewer = await viewerOf(c, site)
    if (party === null || viewer === null || !(await isProven(site, viewer))) return c.json({ error: 'no_passkeys_here' }, 404)
    const begun = await beginNewPasskey(viewer.personId, party, passkeyNeeds(site, signIn, site.record))
    return begun === null ? c.json({ error: 'no_passkeys_here' }, 404) : c.json(begun)
  })

  accountPost(
    app,
    site,
    '/passkeys',
    async (request) => {
      const { viewer, frame, record, field, context } = request
      const party = partyOf(context, site)
      if (site.signIn === null || party === null) return null
      const input = { personId: viewer.personId, party, step: field('step'), answer: field('answer'), name: field('name') }
      const outcome = await addNewPasskey(input, passkeyNeeds(site, site.signIn, record))
      if (!outcome.ok) return { page: await pageOf(request, record, outcome.refusal, field('name')), status: 422 }
      const mail = passkeyMail('added', outcome.value.name, frame)
      await tellPerson(viewer.personId, mail, { record, now: site.now() })
      // Making a passkey is a proof of both factors, and from now on her account asks for both.
      const session = { person: { id: viewer.personId }, method: 'passkey', secondFactor: true } as const
      keepSession(context, site, await beginSession(session, browserOf(context, site), needsOf(site, site.signIn, record)))
      return { location: home(request) }
    },
    { fresh: true },
  )

  accountPost(
    app,
    site,
    '/passkeys/change',
    async (request) => {
      const { viewer, frame, record, field } = request
      const own = (await record.listPasskeys(viewer.personId)).find(({ id }) => id === field('id'))
      if (own === undefined) return null
      if (field('do') === 'remove') {
        await record.removePasskey(viewer.personId, own.id)
        await tellPerson(viewer.personId, passkeyMail('removed', own.name, frame), { record, now: site.now() })
        return { location: home(request) }
      }
      const name = namePasskey(field('name'))
      if (!name.ok) return { page: await pageOf(request, record, { ...name.refusal, field: '' }), status: 422 }
      await record.renamePasskey(viewer.personId, own.id, name.value)
      return { location: home(request) }
    },
    { fresh: true },
  )
}
