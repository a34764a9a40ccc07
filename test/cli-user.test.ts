import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerOf, bagdar } from './support/command-line.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { goodPassword, join } from './support/staff.ts'
import { WebReader } from './support/web-reader.ts'

let site: TestSite
beforeAll(async () => void (site = await openTestSite('ulgiqala')))
afterAll(() => site.close())

/** Comes in through the socket of the running site. */
const user = (...args: string[]) => bagdar(site.directory, ['user', ...args], { PORT: '8321' })

describe('bagdar user', () => {
  test('invite prints a link and nothing that opens a door by itself', async () => {
    const ended = await user('invite', '--city', 'ulgiqala', '--role', 'administrator', '--email', 'First@Ulgiqala.Example')
    expect([ended.code, ended.out]).toEqual([0, expect.stringMatching(/^http:\/\/127\.0\.0\.1:8321\/kk\/invite\?token=[\w-]{43}\n/)])
    expect(await site.record.findPersonByEmail('first@ulgiqala.example')).toBeNull()
    const token = /token=([\w-]+)/.exec(ended.out)?.[1] ?? ''
    const answer = await new WebReader(site.app()).post('/kk/invite', { token, name: 'Айгүл', password: goodPassword })
    expect(answer.status).toBe(303)
    const staff = answerOf<{ staff: unknown[] }>(await user('list', '--city', 'ulgiqala', '--json')).staff
    expect(staff).toMatchObject([{ name: 'Айгүл', email: 'first@ulgiqala.example', roles: [{ role: 'administrator' }], disabledAt: null }])
    expect(await site.record.listChanges((await site.record.findCity('ulgiqala'))!, { offset: 0, limit: 9 })).toMatchObject([
      { action: 'membership.add', by: null, after: { role: 'administrator' } },
    ])
  })

  test.each([
    { case: 'no address', args: ['--role', 'editor'], says: '--email' },
    { case: 'a role that is none', args: ['--role', 'king', '--email', 'a@b.kz'], says: 'administrator, editor' },
    { case: 'a data officer without a department', args: ['--role', 'data_officer', '--email', 'a@b.kz'], says: '--department' },
    { case: 'a department without use', args: ['--role', 'editor', '--email', 'a@b.kz', '--department', 'x'], says: 'data officers' },
    { case: 'a language that is none', args: ['--role', 'editor', '--email', 'a@b.kz', '--language', 'de'], says: 'kk, ru, en' },
  ])('invite refuses $case, and says what to write', async ({ args, says }) => {
    const ended = await user('invite', '--city', 'ulgiqala', ...args)
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining(says)])
  })

  test('V7.4.2 V7.4.5 disable ends what is open and lets nobody in; enable does', async () => {
    const now = () => new Date()
    const city = (await site.record.findCity('ulgiqala'))!
    const reader = new WebReader(site.app())
    const email = 'leaves@ulgiqala.example'
    await join(site, reader, { city, email, now })
    const isIn = async () => (await reader.get('/en/account/sessions')).status === 200
    expect(await isIn()).toBe(true)
    expect((await user('end-sessions', '--email', email)).out).toContain('1 sessions are ended.')
    expect(await isIn()).toBe(false)

    const tryPassword = async () => (await reader.post('/en/sign-in/password', { email, password: goodPassword, to: '' })).status
    expect((await user('disable', '--email', email)).code).toBe(0)
    expect(await tryPassword()).toBe(422)
    expect((await user('enable', '--email', email)).code).toBe(0)
    expect(await tryPassword()).toBe(303)

    const other = new WebReader(site.app())
    await join(site, other, { city, email: 'stays@ulgiqala.example', now })
    expect((await user('end-sessions', '--all')).code).toBe(0)
    expect((await other.get('/en/account/sessions')).status).toBe(303)
    expect((await user('disable', '--email', 'nobody@ulgiqala.example')).code).toBe(1)
    expect((await user('end-sessions')).code).toBe(2)
  })
})
