import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/test-databases.ts'
import { findViewer } from '../actions/accounts/find-viewer.ts'
import type { Database } from './database.ts'
import { people } from './people.ts'
import type { Schema } from './schema.ts'

const at = new Date('2026-11-23T09:00:00Z')
const after = (seconds: number): Date => new Date(at.getTime() + seconds * 1000)
const twenty = <T>(run: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 20 }, (_, index) => run(index)))

describe.each(testDatabases())('signing in on $name', ({ open }) => {
  let database: Database<Schema>
  let store: ReturnType<typeof people>
  let personId: string
  beforeAll(async () => {
    database = await open()
    store = people(database.db)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    const email = `${randomUUID()}@example.kz`
    personId = (await store.addPerson({ id: randomUUID(), email, name: 'Dana', language: 'kk', createdAt: at })).id
  })

  const addToken = async (changes: { codeHash?: string; expiresAt?: Date } = {}) => {
    const [id, secret] = [randomUUID(), randomUUID()]
    const fixed = { purpose: 'sign_in' as const, personId, content: { to: '/kk' }, createdAt: at, expiresAt: after(600) }
    await store.addToken({ id, secret, ...fixed, ...changes })
    return { id, secret }
  }

  test('twenty browsers that sign in for the first time at once are one person', async () => {
    const email = `${randomUUID()}@example.kz`
    const found = await twenty(() => store.addPerson({ id: randomUUID(), email, name: 'Dana', language: 'kk', createdAt: at }))
    expect(new Set(found.map(({ id }) => id)).size).toBe(1)
  })

  test('V6.5.1 of twenty that use a token at once, one succeeds', async () => {
    const { id, secret } = await addToken()
    expect((await twenty(() => store.useToken(id, at))).filter(Boolean)).toHaveLength(1)
    expect(await store.findToken('sign_in', secret, at)).toBeNull()
  })

  test('a token is found for its own purpose, and until its time is over', async () => {
    const { secret } = await addToken()
    expect(await store.findToken('sign_in', secret, after(599))).toMatchObject({ personId, content: { to: '/kk' } })
    expect(await store.findToken('reset', secret, at)).toBeNull()
    expect(await store.findToken('sign_in', secret, after(600))).toBeNull()
    expect(await store.findToken('sign_in', 'another', at)).toBeNull()
  })

  test('V6.6.3 of twenty tries at a code, five are let through', async () => {
    const { id } = await addToken({ codeHash: 'hash' })
    const tries = await twenty(() => store.countTokenTry('sign_in', id, 5, at))
    expect(tries.filter((one) => one !== null)).toHaveLength(5)
  })

  test('V6.5.1 a step of the app counts once, and no earlier one after it', async () => {
    await store.setTotpSecret(personId, Buffer.from('sealed'), 100, at)
    expect((await twenty(() => store.useTotpStep(personId, 101))).filter(Boolean)).toHaveLength(1)
    expect([await store.useTotpStep(personId, 100), await store.useTotpStep(personId, 102)]).toEqual([false, true])
  })

  test('V6.5.1 a recovery code counts once, and only for its person', async () => {
    await store.setRecoveryCodes(personId, ['one', 'two'])
    expect((await twenty(() => store.useRecoveryCode(personId, 'one', at))).filter(Boolean)).toHaveLength(1)
    expect(await store.useRecoveryCode(randomUUID(), 'two', at)).toBe(false)
    expect((await store.factorsOf(personId)).recoveryCodes).toBe(1)
  })

  test('tries are counted together, whoever counts and in whatever order', async () => {
    const key = randomUUID()
    const both = [
      { key: `${key} a`, windowStart: at },
      { key: `${key} b`, windowStart: at },
    ]
    await twenty((index) => store.countAttempts(index % 2 === 0 ? both : both.toReversed()))
    expect(await store.countAttempts(both)).toEqual([21, 21])
    expect(await store.countAttempts([{ key: `${key} a`, windowStart: after(60) }])).toEqual([1])
    expect(await store.countAttempts([])).toEqual([])
  })

  test('V7.2.3 a session is found by its token, which the table does not hold', async () => {
    const token = randomUUID()
    const session = { id: randomUUID(), token, personId, at, secondFactor: true, method: 'password' as const, device: 'Firefox, Linux' }
    await store.addSession(session)
    expect(await store.findSession(token)).toMatchObject({ id: session.id, personId, secondFactor: true, memberships: [] })
    const rows = await database.db.selectFrom('session').selectAll().where('id', '=', session.id).execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    await store.endSessionOfToken(token, at)
    expect(await store.findSession(token)).toBeNull()
  })

  test('a session is touched at most once a minute', async () => {
    const [id, token] = [randomUUID(), randomUUID()]
    await store.addSession({ id, token, personId, at, secondFactor: false, method: 'code', device: '' })
    await store.touchSession(id, after(59))
    expect((await store.findSession(token))?.lastSeenAt).toEqual(at)
    await store.touchSession(id, after(61))
    expect((await store.findSession(token))?.lastSeenAt).toEqual(after(61))
  })

  test('a database that takes no writes still knows who is signed in', async () => {
    const [id, token] = [randomUUID(), randomUUID()]
    await store.addSession({ id, token, personId, at, secondFactor: false, method: 'code', device: '' })
    await database.db.connection().execute(async (connection) => {
      await sql`set default_transaction_read_only = on`.execute(connection)
      const record = people(connection)
      await expect(record.touchSession(id, after(61))).rejects.toThrow(/read-only/)
      expect(await findViewer(token, { record, now: after(61) })).toMatchObject({ personId, sessionId: id })
      await sql`set default_transaction_read_only = off`.execute(connection)
    })
  })

  test('V7.4.2 whoever is disabled has no session', async () => {
    const token = randomUUID()
    await store.addSession({ id: randomUUID(), token, personId, at, secondFactor: false, method: 'code', device: '' })
    await store.setDisabled(personId, at)
    expect(await store.findSession(token)).toBeNull()
  })

  test('mail: a message is taken by one sender, again after growing pauses, and ten times at most', async () => {
    const id = randomUUID()
    await store.addMail({ id, recipient: 'dana@example.kz', subject: 'S', body: 'B', createdAt: at })
    const taken = async (now: Date) => (await store.takeWaitingMail(now)).filter((one) => one.id === id).length
    expect((await twenty(() => taken(at))).reduce((sum, count) => sum + count, 0)).toBe(1)
    expect([await taken(after(29)), await taken(after(30)), await taken(after(60)), await taken(after(90))]).toEqual([0, 1, 0, 1])
    let now = after(90)
    let tries = 3
    for (let hours = 0; hours < 48; hours++) tries += await taken((now = new Date(now.getTime() + 3_600_000)))
    expect(tries).toBe(10)
    await store.forgetMail(id)
    expect((await store.listMail(100)).filter((one) => one.id === id)).toEqual([])
  })
})
