import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { IdentityProvider } from '../src/books/accounts/identity-provider.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { openProofs } from '../src/open-proofs.ts'
import { openDatabase } from '../src/store/database.ts'
import { accountServices } from '../src/services/accounts.ts'
import { wordsOf } from '../src/pages/words.ts'
import { goThrough, openRealProvider, type RealProvider } from './support/real-provider.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { signInAs, type SignInChanges } from './support/sign-in-as.ts'
import { inviteLink } from './support/staff.ts'
import { openStubProvider, type StubProvider, type Wrong } from './support/stub-provider.ts'
import { headingOf, WebReader } from './support/web-reader.ts'

const client = { clientId: 'bagdar', clientSecret: 'a secret of the client, long enough' }
const { t } = wordsOf('en')
let site: TestSite
let city: City
let other: City
let real: RealProvider
let stub: StubProvider
let second: StubProvider
let app: ReturnType<TestSite['app']>

beforeAll(async () => {
  site = await openTestSite('ulgiqala', 'almaty')
  city = (await site.record.findCity('ulgiqala'))!
  other = (await site.record.findCity('almaty'))!
  real = await openRealProvider({ ...client, redirectUri: 'http://localhost/sign-in/provider/real' })
})
afterAll(async () => {
  await real.close()
  await site.close()
})

// Each test with stubs of its own: what one of them has discovered is kept for an hour.
beforeEach(async () => {
  second = await openStubProvider(client)
  stub = await openStubProvider(client, `${second.issuer}/.well-known/openid-configuration`)
  const provider = (id: string, issuer: string, slug: string): IdentityProvider => ({
    ...{ id, issuer, city: slug, ...client, name: { en: id }, acr: [], amr: ['otp'] },
  })
  const providers = [
    provider('real', real.issuer, 'ulgiqala'),
    provider('stub', stub.issuer, 'ulgiqala'),
    provider('second', second.issuer, 'almaty'),
  ]
  app = site.app({ signIn: { ...(await signInOf()), providers } })
})
afterEach(async () => {
  await stub.close()
  await second.close()
})

/** The test site's own way to sign in, with services and mailbox. */
async function signInOf() {
  const proofs = await openProofs({ dataDirectory: site.directory, identityProvidersFile: null })
  return { services: accountServices({ secretKey: null, dataDirectory: site.directory }), mailbox: true, ...proofs }
}

const newReader = () => new WebReader(app)
const staff = (changes: SignInChanges = {}) => signInAs(site, { app, ...changes })

/** The address of the provider that a page leads to. */
const wayOf = (html: string): URL => new URL((/<a class="btn main" href="(http[^"]+)"/.exec(html)?.[1] ?? 'none:').replaceAll('&amp;', '&'))

const begin = async (reader: WebReader, id: string, fields: Record<string, string> = {}): Promise<URL> =>
  wayOf(await (await reader.post(`/en/sign-in/provider/${id}`, { to: '/en/account', ...fields })).text())

const comeBack = (reader: WebReader, address: URL) => reader.get(address.pathname + address.search)

/** Signs in at a stub: it answers with a token that may be wrong. */
async function atStub(reader: WebReader, id: string, provider: StubProvider, changes: { state?: string; wrong?: Wrong; to?: string } = {}) {
  const way = await begin(reader, id, changes.to === undefined ? {} : { to: changes.to })
  provider.nonce = way.searchParams.get('nonce') ?? ''
  provider.wrong = changes.wrong ?? {}
  const state = changes.state ?? way.searchParams.get('state') ?? ''
  return await reader.get(`/sign-in/provider/${id}?code=${provider.code}&state=${encodeURIComponent(state)}`)
}

const isSignedIn = async (reader: WebReader): Promise<boolean> => (await reader.get('/en/account')).status === 200
const locationOf = (response: Response): string | null => response.headers.get('location')
const link = async (personId: string, issuer: string, subject: string) =>
  expect(await site.record.addIdentity(personId, { issuer, subject }, new Date())).toBe(true)

describe('at a real provider', () => {
  const signInAt = async (reader: WebReader, fields: Record<string, string> = {}) =>
    await comeBack(reader, await goThrough(real.issuer, (await begin(reader, 'real', fields)).href))

  test('it is asked with code, PKCE, state and nonce', async () => {
    const { searchParams } = await begin(newReader(), 'real')
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost/sign-in/provider/real',
      scope: 'openid',
    })
    for (const name of ['code_challenge', 'state', 'nonce']) expect((searchParams.get(name) ?? '').length).toBeGreaterThanOrEqual(40)
  })

  test('an identity that nobody has linked opens nothing, and makes no account', async () => {
    real.who = { subject: 'stranger', amr: ['pwd'] }
    const reader = newReader()
    const answer = await signInAt(reader)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(t('account.provider_unknown_person'))
    expect(await isSignedIn(reader)).toBe(false)
  })

  test('whoever is linked to it may prove at it once more who she is; nobody else is offered it', async () => {
    const { reader, personId } = await staff({ roles: [{ city, role: 'editor' }] })
    const offer = 'action="/en/sign-in/provider/real"'
    expect(await (await reader.get('/en/sign-in/again')).text()).not.toContain(offer)
    await link(personId, real.issuer, 'once-more')
    expect(await (await reader.get('/en/sign-in/again?to=/en/account')).text()).toContain(offer)
  })

  test('V7.5.1 it is linked in the account after a fresh proof, opens the account, and is unlinked', async () => {
    real.who = { subject: 'linker', amr: ['pwd'] }
    const stale = await staff({ roles: [{ city, role: 'editor' }], at: new Date(Date.now() - 16 * 60_000) })
    expect(locationOf(await stale.reader.post('/en/account/providers/real', { do: 'link' }))).toContain('/en/sign-in/again')

    const { reader, personId } = await staff({ roles: [{ city, role: 'editor' }] })
    const way = wayOf(await (await reader.post('/en/account/providers/real', { do: 'link' })).text())
    expect(locationOf(await comeBack(reader, await goThrough(real.issuer, way.href)))).toBe('/en/account?done=linked')
    expect(await site.record.findPersonByIdentity({ issuer: real.issuer, subject: 'linker' })).toBe(personId)

    const browser = newReader()
    expect(locationOf(await signInAt(browser, { to: '/en/ulgiqala' }))).toBe('/en/ulgiqala')
    expect(await isSignedIn(browser)).toBe(true)

    expect(locationOf(await reader.post('/en/account/providers/real', { do: 'unlink' }))).toBe('/en/account?done=unlinked')
    const after = newReader()
    await signInAt(after)
    expect(await isSignedIn(after)).toBe(false)
  })

  test('V6.3.3 the desk opens only where the provider vouches for a second factor', async () => {
    const { personId } = await staff({ roles: [{ city, role: 'editor' }] })
    await link(personId, real.issuer, 'officer')
    real.who = { subject: 'officer', amr: ['pwd'] }
    const one = newReader()
    await signInAt(one)
    expect(locationOf(await one.get('/en/ulgiqala/desk/mistakes'))).toContain('/en/account/second-factor')
    real.who = { subject: 'officer', amr: ['pwd', 'otp'] }
    const two = newReader()
    await signInAt(two)
    expect((await two.get('/en/ulgiqala/desk/mistakes')).status).toBe(200)
  })

  test('from the page of an invitation it makes the account and gives the role, once', async () => {
    real.who = { subject: 'newcomer', amr: ['pwd', 'otp'] }
    const address = await inviteLink(site, { city, role: 'editor', email: 'newcomer@example.kz', now: () => new Date() })
    const invitation = new URL(address, 'http://x').searchParams.get('token') ?? ''
    const reader = newReader()
    expect(await (await reader.get(address)).text()).toContain('/en/sign-in/provider/real')
    expect(locationOf(await signInAt(reader, { invitation, to: '/en/ulgiqala/desk' }))).toBe('/en/ulgiqala/desk')
    expect((await reader.get('/en/ulgiqala/desk/mistakes')).status).toBe(200)
    const person = await site.record.findPersonByEmail('newcomer@example.kz')
    expect(await site.record.findPersonByIdentity({ issuer: real.issuer, subject: 'newcomer' })).toBe(person?.id)
    real.who = { subject: 'second-taker', amr: ['pwd'] }
    expect((await signInAt(newReader(), { invitation })).status).toBe(422)
  })

  test('an invitation for an address with an account is not taken up by a stranger’s identity', async () => {
    real.who = { subject: 'taker', amr: ['pwd'] }
    const { email, personId } = await staff()
    const address = await inviteLink(site, { city, role: 'editor', email, now: () => new Date() })
    const invitation = new URL(address, 'http://x').searchParams.get('token') ?? ''
    const answer = await signInAt(newReader(), { invitation })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(t('account.provider_account_exists'))
    expect((await site.record.listStaff(city)).some((one) => one.personId === personId)).toBe(false)
  })

  test('V7.6.2 an answer counts once, and only in the browser that asked', async () => {
    const { personId } = await staff()
    await link(personId, real.issuer, 'replayed')
    real.who = { subject: 'replayed', amr: ['pwd'] }
    const reader = newReader()
    const back = await goThrough(real.issuer, (await begin(reader, 'real')).href)
    const thief = newReader()
    expect((await comeBack(thief, back)).status).toBe(422)
    expect(await isSignedIn(thief)).toBe(false)
    const cookie = reader.cookies.get('provider') ?? ''
    expect((await comeBack(reader, back)).status).toBe(303)
    const again = newReader()
    again.cookies.set('provider', cookie)
    expect((await comeBack(again, back)).status).toBe(422)
    expect(await isSignedIn(again)).toBe(false)
  })
})

describe('what a provider says is checked', () => {
  const linked = async (subject: string): Promise<void> => {
    stub.subject = subject
    await link((await staff({ roles: [{ city, role: 'editor' }] })).personId, stub.issuer, subject)
  }

  test('the stub opens the account when everything is right', async () => {
    await linked('all-right')
    const reader = newReader()
    expect((await atStub(reader, 'stub', stub)).status).toBe(303)
    expect(await isSignedIn(reader)).toBe(true)
  })

  test('V10.1.1 its tokens stay where they are checked: neither the browser, the record nor the log has one', async () => {
    await linked('tokens')
    const reader = newReader()
    const answer = await atStub(reader, 'stub', stub)
    const { code, tokens } = stub.given.at(-1)!
    expect(tokens).toHaveLength(2)
    const page = await (await reader.get('/en/account')).text()
    const seen = [...reader.cookies.values(), ...[...answer.headers].flat(), await answer.text(), page].join(' ')
    const { pool, close } = await openDatabase({ directory: site.directory })
    const { rows: tables } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    const kept: string[] = []
    for (const { name } of tables) kept.push(JSON.stringify((await pool.query(`select * from "${name}"`)).rows))
    await close()
    for (const one of [code, ...tokens]) {
      expect(seen).not.toContain(one)
      expect(kept.filter((text) => text.includes(one))).toEqual([])
    }
  })

  test('V10.2.1 the code is paid with the secret half of what the browser was sent away with (PKCE)', async () => {
    await linked('pkce')
    const reader = newReader()
    const way = await begin(reader, 'stub')
    stub.nonce = way.searchParams.get('nonce') ?? ''
    await reader.get(`/sign-in/provider/stub?code=${stub.code}&state=${encodeURIComponent(way.searchParams.get('state') ?? '')}`)
    const { verifier } = stub.given.at(-1)!
    expect(verifier.length).toBeGreaterThanOrEqual(43)
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(way.searchParams.get('code_challenge'))
    expect(way.href).not.toContain(verifier)
  })

  test.each<{ case: string; state?: string; wrong?: Wrong }>([
    { case: 'another state', state: 'x'.repeat(43) },
    { case: 'another nonce', wrong: { claims: { nonce: 'y'.repeat(43) } } },
    { case: 'no nonce', wrong: { claims: { nonce: undefined } } },
    { case: 'another issuer', wrong: { claims: { iss: 'https://elsewhere.example' } } },
    { case: 'another audience', wrong: { claims: { aud: 'somebody-else' } } },
    { case: 'several audiences without saying which', wrong: { claims: { aud: ['bagdar', 'somebody-else'] } } },
    { case: 'expired', wrong: { claims: { exp: Math.floor(Date.now() / 1000) - 600 } } },
    { case: 'from the future', wrong: { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } } },
    { case: 'no subject', wrong: { claims: { sub: undefined } } },
    { case: 'unsigned (alg none)', wrong: { signed: 'none' } },
    { case: 'signed with a key that the provider does not publish', wrong: { signed: 'other-key' } },
    { case: 'signed with the secret of the client (HS256)', wrong: { signed: 'HS256' } },
  ])('V6.8.2 $case is refused', async ({ case: name, state, wrong }) => {
    await linked(`wrong ${name}`)
    const reader = newReader()
    const answer = await atStub(reader, 'stub', stub, {
      ...(state === undefined ? {} : { state }),
      ...(wrong === undefined ? {} : { wrong }),
    })
    expect(answer.status).toBe(422)
    expect(headingOf(await answer.text())).toBe(t('account.provider_problem_title'))
    expect(await isSignedIn(reader)).toBe(false)
  })

  test('V6.8.1 a second provider that claims the same subject opens nothing', async () => {
    await linked('same')
    second.subject = 'same'
    const reader = newReader()
    expect((await atStub(reader, 'second', second)).status).toBe(422)
    expect(await isSignedIn(reader)).toBe(false)
  })

  test('an identity that another person has is not linked to a second one', async () => {
    await linked('taken')
    const { reader, personId } = await staff({ roles: [{ city, role: 'editor' }] })
    const way = wayOf(await (await reader.post('/en/account/providers/stub', { do: 'link' })).text())
    stub.nonce = way.searchParams.get('nonce') ?? ''
    const answer = await reader.get(`/sign-in/provider/stub?code=c&state=${way.searchParams.get('state')}`)
    expect(answer.status).toBe(422)
    expect(await site.record.listIdentities(personId)).toEqual([])
  })
})

describe('Decidim CVE-2026-45414: the token of one city’s provider gives nothing in another city', () => {
  test('its answer, brought to the address of the other city’s provider, is refused', async () => {
    const { personId } = await staff({ roles: [{ city: other, role: 'editor' }] })
    await link(personId, second.issuer, 'crossed')
    stub.subject = 'crossed'
    const reader = newReader()
    const way = await begin(reader, 'stub')
    stub.nonce = way.searchParams.get('nonce') ?? ''
    const answer = await reader.get(`/sign-in/provider/second?code=c&state=${way.searchParams.get('state')}`)
    expect(answer.status).toBe(422)
    expect(await isSignedIn(reader)).toBe(false)
  })

  test('a session that it vouched for reaches its own city, not the other in which the person has a role', async () => {
    const roles = [
      { city, role: 'editor' as const },
      { city: other, role: 'administrator' as const },
    ]
    const { personId } = await staff({ roles })
    await link(personId, stub.issuer, 'both')
    stub.subject = 'both'
    const reader = newReader()
    await atStub(reader, 'stub', stub, { wrong: { claims: { amr: ['otp'] } } })
    expect((await reader.get('/en/ulgiqala/desk/mistakes')).status).toBe(200)
    expect((await reader.get('/en/almaty/desk/people')).status).toBe(403)
    // Nor does it change how she signs in, which would open the other city.
    for (const path of ['/en/account/passkeys', '/en/account/erase'])
      expect(locationOf(await reader.get(path))).toContain('/en/sign-in/again')
    expect(locationOf(await reader.post('/en/account/address', { email: 'x@example.kz' }))).toContain('/en/sign-in/again')
  })

  test('it introduces nobody to the other city, even with an invitation of that city', async () => {
    stub.subject = 'introduced'
    const address = await inviteLink(site, { city: other, role: 'editor', email: 'crossed@example.kz', now: () => new Date() })
    const invitation = new URL(address, 'http://x').searchParams.get('token') ?? ''
    const reader = newReader()
    expect(await (await reader.get(address)).text()).not.toContain('/sign-in/provider/stub')
    const way = await begin(reader, 'stub', { invitation })
    stub.nonce = way.searchParams.get('nonce') ?? ''
    const answer = await reader.get(`/sign-in/provider/stub?code=c&state=${way.searchParams.get('state')}`)
    expect(await answer.text()).toContain(t('account.provider_invitation_over'))
    expect(await site.record.findPersonByEmail('crossed@example.kz')).toBeNull()
  })
})

describe('V16.5.2 a provider that does not answer', () => {
  const sorry = async (discovery: StubProvider['discovery']): Promise<void> => {
    stub.discovery = discovery
    const answer = await newReader().post('/en/sign-in/provider/stub', { to: '/en/account' })
    const html = await answer.text()
    expect(answer.status).toBe(503)
    expect(html).toContain(t('account.provider_down'))
    expect(html).toContain('href="/en/sign-in?to=%2Fen%2Faccount"')
  }

  test('is said to be down, and the other ways stay; when it is back, it is asked again', async () => {
    await sorry('broken')
    stub.discovery = 'good'
    expect((await begin(newReader(), 'stub')).origin).toBe(stub.issuer)
  })

  test('is not waited for longer than five seconds', { timeout: 15_000 }, async () => await sorry('silent'))

  test('does not send us to another host: redirects are not followed', async () => {
    await sorry('elsewhere')
    expect(second.asked).toEqual([])
  })

  test('that goes down on the way is no fault of ours, and signs nobody in', async () => {
    const reader = newReader()
    const way = await begin(reader, 'stub')
    await stub.close()
    const answer = await reader.get(`/sign-in/provider/stub?code=c&state=${way.searchParams.get('state')}`)
    expect(answer.status).toBe(503)
    expect(await isSignedIn(reader)).toBe(false)
  })

  test('a provider that nobody has named is not found', async () => {
    expect((await newReader().post('/en/sign-in/provider/none', {})).status).toBe(404)
    expect((await newReader().get('/sign-in/provider/none?code=c&state=s')).status).toBe(404)
  })
})
