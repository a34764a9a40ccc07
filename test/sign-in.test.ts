import { beforeAll, afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Hono } from 'hono'
import type { City } from '../src/books/indicators/figure.ts'
import { languages } from '../src/books/text.ts'
import { wordsOf } from '../src/pages/words.ts'
import type { Site } from '../src/web/site.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { goodPassword, inviteLink, join, setUpTotp } from './support/staff.ts'
import { headingOf, hiddenOf, WebReader, type ReaderOptions } from './support/web-reader.ts'

let site: TestSite
let city: City
let app: Hono
let clock: Date
const { t } = wordsOf('en')
// It ticks, so that of two messages one is the later.
const now = (): Date => (clock = new Date(clock.getTime() + 1))
const later = (minutes: number): void => void (clock = new Date(clock.getTime() + minutes * 60_000))

beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala'))!
  app = site.app({ now })
})
afterAll(() => site.close())
// Every test has days of its own, so that none meets the limits of another.
let day = 0
beforeEach(() => void (clock = new Date(Date.UTC(2026, 10, 23 + 3 * day++, 9))))

const newReader = (options: ReaderOptions = {}, changes?: Partial<Site>) =>
  new WebReader(changes === undefined ? app : site.app({ now, ...changes }), options)
const staff = async (email: string, reader = newReader()) => ({ reader, ...(await join(site, reader, { city, email, now })) })
const lastMail = async (email: string) => (await site.record.listMail(200)).find((one) => one.recipient === email)
const codeIn = (body = ''): string => /\b\d{6}\b/.exec(body)?.[0] ?? ''
const linkIn = (body = ''): string => (/https?:\/\/\S+/.exec(body)?.[0] ?? '').replace('http://localhost', '')

/** Asks for a code and returns what came by mail. */
async function askForCode(reader: WebReader, email: string, to = ''): Promise<{ code: string; link: string }> {
  expect((await reader.post('/en/sign-in', { email, to })).headers.get('location')).toBe('/en/sign-in/code')
  const { body } = (await lastMail(email.trim().toLowerCase()))!
  return { code: codeIn(body), link: linkIn(body) }
}

/** Without the spaces that keep lines from breaking in the wrong place. */
const textOf = async (answer: Response): Promise<string> => (await answer.text()).replaceAll('\u00a0', ' ')

const isSignedIn = async (reader: WebReader): Promise<boolean> => (await reader.get('/en/account/sessions')).status === 200

describe('a resident', () => {
  test('signs in with the code of a mail, and is a person from then on', async () => {
    const reader = newReader()
    expect(await site.record.findPersonByEmail('dana@example.kz')).toBeNull()
    const { code } = await askForCode(reader, ' Dana@Example.KZ ', '/en/ulgiqala')
    const answer = await reader.post('/en/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/ulgiqala'])
    expect(await isSignedIn(reader)).toBe(true)
    expect(await site.record.findPersonByEmail('dana@example.kz')).toMatchObject({ name: 'dana', language: 'en' })
  })

  test('V6.6.2 a code is good only in the browser that asked for it', async () => {
    const [reader, other] = [newReader(), newReader()]
    const { code } = await askForCode(reader, 'bound@example.kz')
    await askForCode(other, 'elsewhere@example.kz')
    expect((await other.post('/en/sign-in/code', { code })).status).toBe(422)
    expect((await newReader().post('/en/sign-in/code', { code })).headers.get('location')).toBe('/en/sign-in')
    expect((await reader.post('/en/sign-in/code', { code })).status).toBe(303)
  })

  test('V6.5.1 a code is good once', async () => {
    const reader = newReader()
    const { code } = await askForCode(reader, 'once@example.kz')
    const step = reader.cookies.get('sign-in') ?? ''
    expect((await reader.post('/en/sign-in/code', { code })).status).toBe(303)
    const again = newReader()
    again.cookies.set('sign-in', step)
    expect((await again.post('/en/sign-in/code', { code })).status).toBe(422)
    expect(await isSignedIn(again)).toBe(false)
  })

  test('V6.5.5 a code is good for ten minutes', async () => {
    const reader = newReader()
    const { code } = await askForCode(reader, 'late@example.kz')
    later(10)
    const answer = await reader.post('/en/sign-in/code', { code })
    expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining(t('account.signin_problem_code_over'))])
  })

  test('V6.6.3 after five wrong codes the right one is worth nothing, however many come at once', async () => {
    const reader = newReader()
    const { code } = await askForCode(reader, 'guess@example.kz')
    const wrong = code === '000000' ? '000001' : '000000'
    const answers = await Promise.all(Array.from({ length: 20 }, () => reader.post('/en/sign-in/code', { code: wrong })))
    const texts = await Promise.all(answers.map(textOf))
    expect(texts.filter((html) => html.includes(t('account.signin_problem_code_over'))).length).toBe(15)
    expect((await reader.post('/en/sign-in/code', { code })).status).toBe(422)
    expect(await isSignedIn(reader)).toBe(false)
  })

  test('V6.5.2 V6.5.3 V6.5.4 the table holds neither code nor token, and codes differ', async () => {
    const seen = new Set<string>()
    for (let index = 0; index < 4; index++) seen.add((await askForCode(newReader(), `spread${index}@example.kz`)).code)
    expect(seen.size).toBeGreaterThan(1)
    expect([...seen].every((code) => /^\d{6}$/.test(code))).toBe(true)
    const { code, link } = await askForCode(newReader(), 'table@example.kz')
    const secret = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const token = (await site.record.findToken('sign_in', secret, clock))!
    expect(JSON.stringify(token)).not.toContain(secret)
    expect(JSON.stringify(token)).not.toContain(`"${code}"`)
    expect(token.codeHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('the link opens a page with a button; opening it changes nothing', async () => {
    const { link } = await askForCode(newReader(), 'link@example.kz', '/ru/ulgiqala')
    const phone = newReader()
    for (let scans = 0; scans < 3; scans++) {
      const page = await phone.get(link)
      expect([page.status, page.headers.get('cache-control'), page.headers.getSetCookie()]).toEqual([200, 'no-store', []])
    }
    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
    const answer = await phone.post('/en/sign-in/link', { token })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ru/ulgiqala'])
    expect(await isSignedIn(phone)).toBe(true)
    expect((await newReader().get(link)).status).toBe(404)
    expect((await newReader().post('/en/sign-in/link', { token })).status).toBe(404)
  })

  test('V6.3.8 the answer is the same for an address that is known and one that is not', async () => {
    const known = newReader()
    const { code } = await askForCode(known, 'known@example.kz')
    await known.post('/en/sign-in/code', { code })
    const answers = await Promise.all(
      ['known@example.kz', 'unknown@example.kz'].map(async (email) => {
        const reader = newReader()
        const sent = await reader.post('/en/sign-in', { email, to: '' })
        const page = await (await reader.get('/en/sign-in/code')).text()
        const body = (await lastMail(email))!.body.replace(/\d{6}/, '').replace(/token=\S+/, '')
        return [sent.status, sent.headers.get('location'), page.replaceAll(email, ''), body]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })

  test.each([
    { case: 'another host', to: '//evil.example' },
    { case: 'backslashes', to: '/\\evil.example' },
    { case: 'a whole address', to: 'https://evil.example/ru' },
    { case: 'a script', to: 'javascript:alert(1)' },
    { case: 'a tab that browsers drop', to: '/\t/evil.example' },
    { case: 'a path that is none of ours', to: '/api/v1' },
    { case: 'the way out', to: '/en/sign-out' },
    { case: 'nothing', to: '' },
  ])('V1.2.2 is not sent elsewhere: $case', async ({ to }) => {
    const reader = newReader()
    const email = `open${day}@example.kz`
    const { code } = await askForCode(reader, email, to)
    expect((await reader.post('/en/sign-in/code', { code })).headers.get('location')).toMatch(/^\/(en|kk)\/account$/)
    const form = await (await newReader().get(`/en/sign-in?to=${encodeURIComponent(to)}`)).text()
    expect(hiddenOf(form, 'to')).toBe('/en/account')
  })

  test.each(['', 'no address', 'a@b', 'a@b.example\r\nBcc: c@d.example', 'two@b.example, three@b.example', '<a@b.example>'])(
    'is told how to write an address: %j',
    async (email) => {
      const before = (await site.record.listMail(200)).length
      const answer = await newReader().post('/en/sign-in', { email, to: '' })
      expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining(t('account.signin_problem_address_unreadable'))])
      expect((await site.record.listMail(200)).length).toBe(before)
    },
  )

  test('who is disabled may not come in, and learns it only after the code', async () => {
    const reader = newReader()
    await reader.post('/en/sign-in/code', await askForCode(reader, 'left@example.kz'))
    const person = (await site.record.findPersonByEmail('left@example.kz'))!
    await site.record.setDisabled(person.id, clock)
    expect(await isSignedIn(reader)).toBe(false)
    const again = newReader()
    const answer = await again.post('/en/sign-in/code', await askForCode(again, 'left@example.kz'))
    expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining(t('account.signin_problem_account_disabled'))])
  })
})

describe('sessions', () => {
  test('V7.2.2 V7.2.3 a token is 256 random bits, new for every session, and stored as a hash', async () => {
    const tokens = []
    for (const email of ['one@example.kz', 'two@example.kz']) {
      const reader = newReader()
      await reader.post('/en/sign-in/code', await askForCode(reader, email))
      tokens.push(reader.cookies.get('session') ?? '')
    }
    expect(tokens.map((token) => Buffer.from(token, 'base64url').length)).toEqual([32, 32])
    expect(new Set(tokens).size).toBe(2)
    const found = await site.record.findSession(tokens[0] ?? '')
    expect(JSON.stringify(found)).not.toContain(tokens[0])
  })

  test('V7.2.4 signing in again gives a new token and ends the old one', async () => {
    const reader = newReader()
    await reader.post('/en/sign-in/code', await askForCode(reader, 'again@example.kz'))
    const first = newReader()
    first.cookies.set('session', reader.cookies.get('session') ?? '')
    const { code } = await askForCode(reader, 'again@example.kz')
    await reader.post('/en/sign-in/code', { code })
    expect([await isSignedIn(first), await isSignedIn(reader)]).toEqual([false, true])
  })

  test('V7.3.1 V7.3.2 a resident is signed out after 30 days without use, and after 90 in any case', async () => {
    const reader = newReader()
    await reader.post('/en/sign-in/code', await askForCode(reader, 'idle@example.kz'))
    for (let days = 0; days < 87; days += 29) {
      later(29 * 24 * 60)
      expect(await isSignedIn(reader)).toBe(true)
    }
    later(3 * 24 * 60)
    expect(await isSignedIn(reader)).toBe(false)
    const other = newReader()
    await other.post('/en/sign-in/code', await askForCode(other, 'idle2@example.kz'))
    later(30 * 24 * 60)
    expect(await isSignedIn(other)).toBe(false)
  })

  test('V7.3.1 V7.3.2 staff are signed out after 30 minutes without use, and after 12 hours in any case', async () => {
    const { reader } = await staff('idle-staff@ulgiqala.example')
    for (let minutes = 0; minutes < 696; minutes += 29) {
      later(29)
      expect(await isSignedIn(reader)).toBe(true)
    }
    later(25)
    expect(await isSignedIn(reader)).toBe(false)
    const { reader: other } = await staff('idle-staff2@ulgiqala.example')
    later(30)
    expect(await isSignedIn(other)).toBe(false)
  })

  test('V7.4.1 V14.3.1 signing out ends the session on the server and clears what pages left', async () => {
    const reader = newReader()
    await reader.post('/en/sign-in/code', await askForCode(reader, 'out@example.kz'))
    const copy = newReader()
    copy.cookies.set('session', reader.cookies.get('session') ?? '')
    const answer = await reader.post('/en/sign-out', {})
    expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([303, '"cache", "cookies", "storage"'])
    expect([reader.cookies.has('session'), await isSignedIn(copy)]).toEqual([false, false])
    expect((await reader.get('/en/sign-out')).status).toBe(404)
  })

  test('V7.5.2 own sessions are listed with their devices, and each can be ended', async () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
    const [reader, other] = [newReader(), newReader({ headers: { 'user-agent': firefox } })]
    for (const one of [reader, other]) await one.post('/en/sign-in/code', await askForCode(one, 'list@example.kz'))
    const html = await textOf(await reader.get('/en/account/sessions'))
    expect(html).toContain('Firefox, Linux')
    const path = /action="(\/en\/account\/sessions\/[0-9a-f-]+)"/.exec(html)?.[1] ?? ''
    later(16)
    expect((await reader.post(path, { formKey: 'end-1' })).headers.get('location')).toContain('/en/sign-in/again?to=')
    expect(await isSignedIn(other)).toBe(true)
    await reader.post('/en/sign-in/again', { to: '/en/account/sessions' })
    await reader.post('/en/sign-in/code', { code: codeIn((await lastMail('list@example.kz'))!.body) })
    expect((await reader.post(path, { formKey: 'end-2' })).status).toBe(303)
    expect([await isSignedIn(reader), await isSignedIn(other)]).toEqual([true, false])
  })

  test('V7.4.3 all others are ended at once', async () => {
    const [reader, other] = [newReader(), newReader()]
    for (const one of [reader, other]) await one.post('/en/sign-in/code', await askForCode(one, 'everywhere@example.kz'))
    await reader.post('/en/account/sessions', { formKey: 'all' })
    expect([await isSignedIn(reader), await isSignedIn(other)]).toEqual([true, false])
  })

  test('nobody ends the session of somebody else', async () => {
    const [reader, other] = [newReader(), newReader()]
    await reader.post('/en/sign-in/code', await askForCode(reader, 'mine@example.kz'))
    await other.post('/en/sign-in/code', await askForCode(other, 'theirs@example.kz'))
    const theirs = (await site.record.findSession(other.cookies.get('session') ?? ''))!
    expect((await reader.post(`/en/account/sessions/${theirs.id}`, { formKey: 'x' })).status).toBe(404)
    expect(await isSignedIn(other)).toBe(true)
  })

  test('V3.3.1 V3.3.3 over https cookies are for this host alone', async () => {
    const reader = newReader({}, { publicUrl: 'http://localhost' })
    await reader.post('/en/sign-in', { email: 'plain@example.kz', to: '' })
    expect([...reader.cookies.keys()]).toEqual(['sign-in'])
    const app = site.app({ now, publicUrl: 'https://bagdar.example' })
    const answer = await app.request('/en/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: 'secure@example.kz' }),
      headers: { origin: 'https://bagdar.example', 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-sign-in=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })
})

describe('staff', () => {
  test('V6.3.2 there is no account from the start: no default password exists', async () => {
    for (const email of ['admin@ulgiqala.example', 'root@localhost.example', 'administrator@bagdar.example'])
      for (const password of ['', 'admin', 'password', 'bagdar'])
        expect((await newReader().post('/en/sign-in/password', { email, password, to: '' })).status).toBe(422)
  })

  test('V6.4.1 an invitation is good once, and for an hour', async () => {
    const email = 'first@ulgiqala.example'
    const link = await inviteLink(site, { city, email, now })
    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    for (let scans = 0; scans < 2; scans++) expect((await newReader().get(link)).status).toBe(200)
    const reader = newReader()
    const short = await reader.post('/en/invite', { token, name: 'A', password: 'short' })
    expect([short.status, (await short.text()).includes('12')]).toEqual([422, true])
    const answer = await reader.post('/en/invite', { token, name: 'Aigul', password: goodPassword })
    expect(answer.headers.get('location')).toBe('/en/account/second-factor?to=%2Fen%2Fulgiqala%2Fdesk')
    expect((await newReader().post('/en/invite', { token, name: 'Eve', password: goodPassword })).status).toBe(404)

    const late = await inviteLink(site, { city, email: 'late@ulgiqala.example', now })
    later(60)
    expect((await newReader().get(late)).status).toBe(404)
  })

  test('V6.4.1 a reset never revives an expired invitation', async () => {
    const email = 'revive@ulgiqala.example'
    const link = await inviteLink(site, { city, email, now })
    later(61)
    await newReader().post('/en/sign-in/password/forgotten', { email })
    const { body } = (await lastMail(email))!
    expect(body).toContain(t('account.mail_noreset', { link: 'http://localhost/en/sign-in' }))
    expect(body).not.toContain('/reset?')
    expect((await newReader().get(link)).status).toBe(404)
    // Signing in by mail makes a resident, not an administrator.
    const reader = newReader()
    await reader.post('/en/sign-in/code', await askForCode(reader, email))
    expect((await reader.get(link)).status).toBe(404)
    expect((await site.record.findSession(reader.cookies.get('session') ?? ''))?.memberships).toEqual([])
  })

  test('an invitation for somebody who has an account asks her to sign in first', async () => {
    const email = 'resident@ulgiqala.example'
    const resident = newReader()
    await resident.post('/en/sign-in/code', await askForCode(resident, email))
    const link = await inviteLink(site, { city, email, now })
    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
    const stranger = newReader()
    const refusal = await stranger.post('/en/invite', { token, name: 'Eve', password: goodPassword })
    expect([refusal.status, stranger.cookies.has('session')]).toEqual([422, false])
    expect((await resident.post('/en/invite', { token })).headers.get('location')).toBe('/en/ulgiqala/desk')
    expect((await site.record.findSession(resident.cookies.get('session') ?? ''))?.memberships).toMatchObject([{ role: 'administrator' }])
  })

  test('V6.3.3 the desk asks for a second factor, and the app opens it', async () => {
    const reader = newReader()
    const email = 'factor@ulgiqala.example'
    const token = (await inviteLink(site, { city, email, now })).split('token=')[1] ?? ''
    await reader.post('/en/invite', { token, name: 'Aigul', password: goodPassword })
    const before = reader.cookies.get('session')
    const sent = await reader.get('/en/ulgiqala/desk')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/en/account/second-factor?to=%2Fen%2Fulgiqala%2Fdesk'])
    const { recoveryCodes } = await setUpTotp(reader, clock)
    expect(recoveryCodes).toHaveLength(10)
    expect(reader.cookies.get('session')).not.toBe(before)
    expect((await reader.get('/en/ulgiqala/desk')).status).toBe(200)
  })

  test('password, then the code of the app: each code counts once', async () => {
    const email = 'twice@ulgiqala.example'
    const { totp } = await staff(email)
    later(1)
    const reader = newReader()
    const first = await reader.post('/en/sign-in/password', { email, password: goodPassword, to: '/en/ulgiqala/desk' })
    expect(first.headers.get('location')).toBe('/en/sign-in/second-factor')
    expect(await isSignedIn(reader)).toBe(false)
    const code = totp.generate({ timestamp: clock.getTime() })
    const second = await reader.post('/en/sign-in/second-factor', { code })
    expect([second.status, second.headers.get('location')]).toEqual([303, '/en/ulgiqala/desk'])
    expect((await reader.get('/en/ulgiqala/desk')).status).toBe(200)

    const thief = newReader()
    await thief.post('/en/sign-in/password', { email, password: goodPassword, to: '' })
    const replay = await thief.post('/en/sign-in/second-factor', { code })
    expect([replay.status, await textOf(replay)]).toEqual([422, expect.stringContaining(t('account.signin_problem_factor_wrong'))])
  })

  test.each([
    { case: 'half a minute early', seconds: -30, status: 303 },
    { case: 'half a minute late', seconds: 30, status: 303 },
    { case: 'a minute early', seconds: -60, status: 422 },
    { case: 'a minute late', seconds: 60, status: 422 },
  ])('V6.5.5 a code of the app: $case is answered with $status', async ({ seconds, status }) => {
    const email = `drift${day}@ulgiqala.example`
    const { totp } = await staff(email)
    later(10)
    const reader = newReader()
    await reader.post('/en/sign-in/password', { email, password: goodPassword, to: '' })
    const code = totp.generate({ timestamp: clock.getTime() + seconds * 1000 })
    expect((await reader.post('/en/sign-in/second-factor', { code })).status).toBe(status)
  })

  test('V6.5.1 a recovery code opens once, and a new set makes the old one worthless', async () => {
    const email = 'recover@ulgiqala.example'
    const { reader, recoveryCodes } = await staff(email)
    const tryCode = async (code = '') => {
      const other = newReader()
      await other.post('/en/sign-in/password', { email, password: goodPassword, to: '' })
      return (await other.post('/en/sign-in/second-factor', { code })).status
    }
    expect([await tryCode(recoveryCodes[0]), await tryCode(recoveryCodes[0]), await tryCode(recoveryCodes[1]?.toUpperCase())]).toEqual([
      303, 422, 303,
    ])
    const fresh = await (await reader.post('/en/account/second-factor/recovery-codes', {})).text()
    later(1)
    expect(await tryCode(recoveryCodes[2])).toBe(422)
    expect(await tryCode(/<li><code>([^<]+)/.exec(fresh)?.[1])).toBe(303)
  })

  test('V6.3.4 the way by mail asks for the second factor too', async () => {
    const email = 'mail-way@ulgiqala.example'
    const { totp } = await staff(email)
    later(1)
    const reader = newReader()
    const answer = await reader.post('/en/sign-in/code', await askForCode(reader, email))
    expect(answer.headers.get('location')).toBe('/en/sign-in/second-factor')
    expect(await isSignedIn(reader)).toBe(false)
    await reader.post('/en/sign-in/second-factor', { code: totp.generate({ timestamp: clock.getTime() }) })
    expect(await isSignedIn(reader)).toBe(true)
  })

  test('V6.3.8 a wrong password, an unknown address and a resident get the same answer', async () => {
    await staff('there@ulgiqala.example')
    const resident = newReader()
    await resident.post('/en/sign-in/code', await askForCode(resident, 'plain-resident@example.kz'))
    const answers = []
    for (const email of ['there@ulgiqala.example', 'nobody@ulgiqala.example', 'plain-resident@example.kz']) {
      const answer = await newReader().post('/en/sign-in/password', { email, password: 'wrong password here', to: '' })
      answers.push([answer.status, (await textOf(answer)).replaceAll(email, '')])
    }
    expect([answers[1], answers[2]]).toEqual([answers[0], answers[0]])
  })

  test('V6.2.2 V6.2.3 V7.4.3 a change of password asks for the present one and ends all other sessions', async () => {
    const email = 'change@ulgiqala.example'
    const { reader, totp } = await staff(email)
    later(1)
    const other = newReader()
    await other.post('/en/sign-in/password', { email, password: goodPassword, to: '' })
    await other.post('/en/sign-in/second-factor', { code: totp.generate({ timestamp: clock.getTime() }) })
    expect(await isSignedIn(other)).toBe(true)
    const wrong = await reader.post('/en/account/password', { current: 'not this one at all', password: 'another river house 8' })
    expect([wrong.status, await textOf(wrong)]).toEqual([422, expect.stringContaining(t('account.signin_problem_current_wrong'))])
    const before = reader.cookies.get('session')
    const answer = await reader.post('/en/account/password', { current: goodPassword, password: 'another river house 8' })
    expect(answer.headers.get('location')).toBe('/en/account/password?done=1')
    expect(reader.cookies.get('session')).not.toBe(before)
    expect([await isSignedIn(reader), await isSignedIn(other)]).toEqual([true, false])
    expect((await newReader().post('/en/sign-in/password', { email, password: goodPassword, to: '' })).status).toBe(422)
    expect((await lastMail(email))?.subject).toBe(t('account.mail_changed_subject'))
  })

  test.each([
    ['64 characters', 'a'.repeat(20) + 'river stone cloud 0123456789 forest lamp 42'.slice(0, 44)],
    ['128 characters', 'зимний сад у реки '.repeat(8).slice(0, 128)],
    ['spaces at both ends', '  wide open steppe wind  '],
    ['signs and emoji', 'қалам 🖊️ дәптер 📒 терезе'],
  ])('V6.2.1 V6.2.5 V6.2.8 V6.2.9 a password is taken exactly as typed: %s', async (_, password) => {
    const email = `exact${day}@ulgiqala.example`
    const token = (await inviteLink(site, { city, email, now })).split('token=')[1] ?? ''
    expect((await newReader().post('/en/invite', { token, name: 'A', password })).status).toBe(303)
    const signIn = async (typed: string) => (await newReader().post('/en/sign-in/password', { email, password: typed, to: '' })).status
    expect([await signIn(password), await signIn(password.slice(0, -1)), await signIn(password.toUpperCase() + 'x')]).toEqual([
      303, 422, 422,
    ])
  })

  test('V6.2.6 V6.2.7 password fields hide what is typed and let password managers and pasting be', async () => {
    const { reader } = await staff('fields@ulgiqala.example')
    const html = await (await reader.get('/en/account/password')).text()
    const fields = [...html.matchAll(/<input[^>]*id="(?:current|password)"[^>]*>/g)].map((match) => match[0])
    expect(fields).toHaveLength(2)
    expect(fields.every((field) => field.includes('type="password"') && !/onpaste|autocomplete="off"/.test(field))).toBe(true)
    expect(fields.map((field) => /autocomplete="([^"]+)"/.exec(field)?.[1])).toEqual(['current-password', 'new-password'])
  })

  test('V6.4.3 V6.4.4 a reset sets the password, ends sessions, and keeps the second factor', async () => {
    const email = 'forgot@ulgiqala.example'
    const { reader, totp } = await staff(email)
    later(1)
    const visitor = newReader()
    const asked = await (await visitor.post('/en/sign-in/password/forgotten', { email })).text()
    const unknown = await (await visitor.post('/en/sign-in/password/forgotten', { email: 'nobody-here@ulgiqala.example' })).text()
    expect(unknown.replaceAll('nobody-here@ulgiqala.example', '')).toBe(asked.replaceAll(email, ''))
    const link = linkIn((await lastMail(email))!.body)
    expect((await visitor.get(link)).status).toBe(200)
    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
    expect((await visitor.post('/en/reset', { token, password: 'password1234' })).status).toBe(422)
    const done = await visitor.post('/en/reset', { token, password: 'quiet lake morning 3' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/en/sign-in/password?reset=1'])
    expect([await isSignedIn(visitor), await isSignedIn(reader)]).toEqual([false, false])
    expect((await visitor.post('/en/reset', { token, password: 'quiet lake evening 4' })).status).toBe(404)
    const next = await visitor.post('/en/sign-in/password', { email, password: 'quiet lake morning 3', to: '' })
    expect(next.headers.get('location')).toBe('/en/sign-in/second-factor')
    await visitor.post('/en/sign-in/second-factor', { code: totp.generate({ timestamp: clock.getTime() }) })
    expect(await isSignedIn(visitor)).toBe(true)
  })

  test('V6.4.1 the link of a reset is good for an hour', async () => {
    const email = 'forgot-late@ulgiqala.example'
    await staff(email)
    await newReader().post('/en/sign-in/password/forgotten', { email })
    later(60)
    expect((await newReader().get(linkIn((await lastMail(email))!.body))).status).toBe(404)
  })

  test('V7.5.1 factors change only after a fresh proof, and not in a session from before the second factor', async () => {
    const email = 'fresh@ulgiqala.example'
    const { reader, totp } = await staff(email)
    later(16)
    for (const path of ['password', 'second-factor'])
      expect((await reader.get(`/en/account/${path}`)).headers.get('location')).toContain('/en/sign-in/again?to=')
    expect((await reader.post('/en/account/password', { current: goodPassword, password: 'quiet lake morning 3' })).status).toBe(303)
    const first = await reader.post('/en/sign-in/again', { password: goodPassword, to: '/en/account/password' })
    expect(first.headers.get('location')).toBe('/en/sign-in/second-factor')
    const before = reader.cookies.get('session')
    const second = await reader.post('/en/sign-in/second-factor', { code: totp.generate({ timestamp: clock.getTime() }) })
    expect(second.headers.get('location')).toBe('/en/account/password')
    expect(reader.cookies.get('session')).not.toBe(before)
    expect((await reader.get('/en/account/password')).status).toBe(200)
    expect((await newReader().post('/en/sign-in/password', { email, password: goodPassword, to: '' })).status).toBe(303)
  })

  test('a form for the app that was made for somebody else is not taken', async () => {
    const [{ reader }, other] = [await staff('sealed@ulgiqala.example'), newReader()]
    await other.post('/en/sign-in/code', await askForCode(other, 'sealed-other@example.kz'))
    const theirs = hiddenOf(await (await other.get('/en/account/second-factor')).text(), 'sealed')
    const answer = await reader.post('/en/account/second-factor', { sealed: theirs, code: '123456' })
    expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining(t('account.signin_problem_factor_offer_over'))])
  })

  test('V7.4.2 disabling a person ends what she has open and lets her in no more', async () => {
    const email = 'leaves@ulgiqala.example'
    const { reader } = await staff(email)
    await site.record.setDisabled((await site.record.findPersonByEmail(email))!.id, clock)
    expect(await isSignedIn(reader)).toBe(false)
    expect((await newReader().post('/en/sign-in/password', { email, password: goodPassword, to: '' })).status).toBe(422)
  })
})

describe('too many tries', () => {
  test('V6.3.1 V6.1.1 a hundred wrong passwords: the guesser waits longer and longer, the person comes in from elsewhere', async () => {
    const email = 'attacked@ulgiqala.example'
    const { reader, totp } = await staff(email)
    const guesser = newReader({ address: '203.0.113.7' })
    const guess = () => guesser.post('/en/sign-in/password', { email, password: 'not her password', to: '' })
    const statuses: number[] = []
    for (let tries = 0; tries < 100; tries++) statuses.push((await guess()).status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(95)
    const answer = await guess()
    const wait = Number(answer.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(15 * 60)
    expect(await textOf(answer)).toContain(t('account.signin_wait_hours', { count: Math.ceil(Math.ceil(wait / 60) / 60) }))

    expect(await isSignedIn(reader)).toBe(true)
    const elsewhere = newReader({ address: '198.51.100.20' })
    elsewhere.cookies.set('device', reader.cookies.get('device') ?? '')
    later(1)
    const came = await elsewhere.post('/en/sign-in/password', { email, password: goodPassword, to: '' })
    expect(came.status).toBe(303)
    expect((await elsewhere.post('/en/sign-in/second-factor', { code: totp.generate({ timestamp: clock.getTime() }) })).status).toBe(303)
  })

  test('V6.3.1 guesses from many networks at once are stopped, and a device where she signed in before still comes in', async () => {
    const email = 'spread@ulgiqala.example'
    const { reader } = await staff(email)
    const statuses: number[] = []
    for (let machine = 0; machine < 30; machine++) {
      const guesser = newReader({ address: `203.0.113.${machine}` })
      for (let tries = 0; tries < 4; tries++)
        statuses.push((await guesser.post('/en/sign-in/password', { email, password: 'not her password', to: '' })).status)
    }
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(100)
    expect(statuses.slice(-10)).toEqual(Array.from({ length: 10 }, () => 429))
    const known = newReader({ address: '198.51.100.21' })
    known.cookies.set('device', reader.cookies.get('device') ?? '')
    expect((await known.post('/en/sign-in/password', { email, password: goodPassword, to: '' })).status).toBe(303)
    const unknown = newReader({ address: '198.51.100.22' })
    expect((await unknown.post('/en/sign-in/password', { email, password: goodPassword, to: '' })).status).toBe(429)
  })

  test('V2.4.1 the sixth mail to one address within a quarter of an hour is refused, in words', async () => {
    const reader = newReader()
    for (let tries = 0; tries < 5; tries++) await askForCode(reader, 'often@example.kz')
    const answer = await reader.post('/en/sign-in', { email: 'often@example.kz', to: '' })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBe(15 * 60)
    expect(await textOf(answer)).toContain(t('account.signin_wait_minutes', { count: 15 }))
    later(15)
    await askForCode(reader, 'often@example.kz')
  })

  test('V6.6.3 wrong codes of the app are limited', async () => {
    const email = 'app-guess@ulgiqala.example'
    await staff(email)
    const reader = newReader()
    await reader.post('/en/sign-in/password', { email, password: goodPassword, to: '' })
    const statuses = []
    for (let tries = 0; tries < 7; tries++)
      statuses.push((await reader.post('/en/sign-in/second-factor', { code: `00000${tries}` })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
  })

  test('fifty at once are counted as fifty', async () => {
    const email = 'parallel@ulgiqala.example'
    const statuses = await Promise.all(
      Array.from({ length: 50 }, async () => (await newReader().post('/en/sign-in', { email, to: '' })).status),
    )
    expect(statuses.filter((status) => status === 303)).toHaveLength(5)
  })

  test('V4.1.3 X-Forwarded-For is believed from a trusted proxy only, and only as far as the proxy wrote it', async () => {
    const proxied = site.app({ now, trustedProxies: ['10.0.0.1'] })
    const ask = async (email: string, forwarded: string, address: string) => {
      const reader = new WebReader(proxied, { address, headers: { 'x-forwarded-for': forwarded } })
      return (await reader.post('/en/sign-in', { email, to: '' })).status
    }
    const fromProxy = []
    for (let tries = 0; tries < 6; tries++) fromProxy.push(await ask('proxy@example.kz', `198.51.100.${tries}`, '10.0.0.1'))
    expect(fromProxy).toEqual([303, 303, 303, 303, 303, 303])
    const madeUp = []
    for (let tries = 0; tries < 6; tries++) madeUp.push(await ask('madeup@example.kz', `1.2.3.${tries}, 198.51.100.9`, '10.0.0.1'))
    expect(madeUp.at(-1)).toBe(429)
    const direct = []
    for (let tries = 0; tries < 6; tries++) direct.push(await ask('direct@example.kz', `198.51.100.${tries}`, '192.0.2.5'))
    expect(direct.at(-1)).toBe(429)
  })
})

describe('where nobody signs in', () => {
  test.each(['/en/sign-in', '/ru/sign-in/password', '/kk/invite?token=x', '/en/account/password'])(
    'an open demonstration says so: %s',
    async (path) => {
      const answer = await newReader({}, { signIn: null }).get(path)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
    },
  )

  test('there is no mailbox where messages are sent, nor on an open demonstration', async () => {
    expect((await newReader().get('/en/mailbox')).status).toBe(200)
    expect((await newReader({}, { signIn: { ...site.signIn, mailbox: false } }).get('/en/mailbox')).status).toBe(404)
    expect((await newReader({}, { signIn: null }).get('/en/mailbox')).status).toBe(404)
  })
})

describe.each(languages)('in %s', (language) => {
  const words = wordsOf(language)
  test('messages and pages speak it', async () => {
    const reader = newReader()
    const email = `speaks-${language}@example.kz`
    await reader.post(`/${language}/sign-in`, { email, to: '' })
    const mail = (await lastMail(email))!
    expect(mail.subject).toBe(words.t('account.mail_signin_subject'))
    const html = await (await reader.get(`/${language}/sign-in/code`)).text()
    expect(headingOf(html)).toBe(words.t('account.signin_code_title'))
    const wrong = await textOf(await reader.post(`/${language}/sign-in/code`, { code: 'abc' }))
    expect(wrong).toContain(`<title>${words.t('form.problem_title', { title: words.t('account.signin_code_title') })}`)
  })
})
