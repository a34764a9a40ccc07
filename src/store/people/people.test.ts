import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/test-databases.ts'
import type { City } from '../../books/indicators/figure.ts'
import { identifySeries } from '../../books/indicators/series-key.ts'
import { changes } from '../changes.ts'
import { consultations } from '../consultations.ts'
import type { Database } from '../database.ts'
import { people } from '../people.ts'
import type { Schema } from '../schema.ts'
import { writeRecord } from '../write-record.ts'

const at = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-11-23T10:00:00Z')
const city = (slug: string): City => ({
  id: randomUUID(),
  slug,
  name: { en: slug },
  refArea: 'X',
  timeZone: 'Asia/Almaty',
  invented: true,
  comparison: false,
})
const [own, other] = [city('own'), city('other')]
const series = identifySeries({ indicator: '11.6.2', refArea: 'X', source: 's', method: '', boundary: '', unit: 'u', dimensions: {} })

describe.each(testDatabases())('people on $name', ({ open }) => {
  let database: Database<Schema>
  let store: ReturnType<typeof people> & ReturnType<typeof consultations> & ReturnType<typeof writeRecord> & ReturnType<typeof changes>
  beforeAll(async () => {
    database = await open()
    store = { ...consultations(database.db), ...writeRecord(database.db), ...changes(database.db), ...people(database.db) }
    for (const one of [own, other]) {
      await store.addCity(one)
      await store.addSeries(one, [series])
    }
  })
  afterAll(() => database.close())

  const person = async (name = 'Асан'): Promise<string> => {
    const id = randomUUID()
    await store.addPerson({ id, email: `${id}@example.kz`, name, language: 'kk', createdAt: at })
    return id
  }
  const session = async (personId: string, cityId?: string): Promise<string> => {
    const id = randomUUID()
    const reach = cityId === undefined ? {} : { cityId }
    await store.addSession({ id, token: id, personId, at, secondFactor: true, method: 'code', device: '', ...reach })
    return id
  }
  const report = async (personId: string, text: string): Promise<{ number: number; textId: string }> => {
    const textId = randomUUID()
    await store.addResidentText(own, { id: textId, personId, text, writtenAt: at })
    const signed = { personId, textId }
    const number = await store.addMistakeReport(own, { seriesId: series.id, timePeriod: '2023', text: '', reportedAt: at, signed })
    return { number, textId }
  }

  const consultation = { id: randomUUID() }
  /** Says something in a discussion, for herself and as a member, translates it, and asks for news of it. */
  const takePart = async (personId: string): Promise<number> => {
    const words = { kk: '-', ru: '-', en: '-' }
    const content = { title: words, question: words, asked: words, rules: words, promise: words }
    const period = { level: 'mail', opensOn: '2026-11-01', closesOn: '2026-12-01' } as const
    await store.addConsultation(own, { ...consultation, programme: 'p', version: 1, content, ...period })
    const participant = (await store.joinConsultation(own, consultation, { personId, keys: [], level: 'mail', channel: 'web', at }))!
    const organisation = { id: randomUUID(), kind: 'association', name: { kk: 'Ұйым' }, evidence: '1', by: randomUUID(), at } as const
    await store.addOrganisation(own, organisation)
    await store.addMember(own, organisation.id, personId, at)
    await store.addSubscription(own, consultation, personId, at)
    const number = await store.addContribution(own, consultation, {
      kind: 'suggestion',
      parent: null,
      participant,
      organisationId: organisation.id,
      language: 'kk',
      section: null,
      sentence: null,
      anchor: null,
      text: { id: randomUUID(), text: 'пікірім осы' },
      wording: { id: randomUUID(), text: 'былай болсын' },
      personId,
      channel: 'web',
      receipt: null,
      writtenAt: at,
      state: 'shown',
      findings: [],
    })
    const translation = { of: 'text', language: 'ru', text: 'мой перевод', madeBy: 'author', personId, madeAt: at } as const
    await store.addContributionTranslation(own, consultation, number, translation)
    return number
  }

  test('erasure leaves no trace of a person in any column of any table', async () => {
    const id = await person('Ұмытылатын адам')
    const email = `${id}@example.kz`
    const token = await session(id)
    await store.addMembership(own, id, 'editor', null, at)
    await store.addPasskey({
      id: `key-${id}`,
      personId: id,
      publicKey: new Uint8Array([1]),
      counter: 0,
      transports: [],
      name: 'k',
      createdAt: at,
    })
    await store.addIdentity(id, { issuer: 'https://sso.example', subject: `subject-${id}` }, at)
    await store.setPasswordHash(id, 'hash', at)
    await store.setTotpSecret(id, randomBytes(8), 1, at)
    await store.setRecoveryCodes(id, ['code'])
    const expiresAt = later
    await store.addToken({ id: randomUUID(), purpose: 'reset', personId: id, secret: 'a', content: {}, createdAt: at, expiresAt })
    await store.addToken({
      id: randomUUID(),
      purpose: 'sign_in',
      personId: null,
      secret: 'b',
      content: { email },
      createdAt: at,
      expiresAt,
    })
    await store.addMail({ id: randomUUID(), recipient: email, subject: 's', body: 'b', createdAt: at })
    const { number, textId } = await report(id, 'сөзім бар')
    await store.addChange(own, { at: at.toISOString(), by: id, action: 'x', subject: `person/${id}`, before: null, after: null })
    const contribution = await takePart(id)
    const proof = await store.proveResidentText(own, textId)

    await database.db.transaction().execute((whole) => people(whole).erasePerson(id, later))

    const kept = await everythingIn(database)
    expect(kept).not.toContain(email)
    expect(kept).not.toContain('Ұмытылатын адам')
    for (const words of ['сөзім бар', 'пікірім осы', 'былай болсын', 'мой перевод']) expect(kept).not.toContain(words)
    // The pseudonym stays in the empty row, in the note and in the history, and nowhere else.
    expect(tablesWith(kept, id)).toEqual(['change', 'erasure', 'person'])
    expect(await store.findSession(token)).toBeNull()
    expect(proof).toMatch(/^[0-9a-f]{64}$/)
    expect(await store.proveResidentText(own, textId)).toBeNull()
    expect((await store.findMistakeReport(own, number))?.report).toMatchObject({ number, text: null, signed: false })
    expect(await store.readOwnData(id)).toBeNull()
    expect(await store.findContribution(own, consultation, contribution, { everyWord: true })).toMatchObject({ text: null, wording: null })
  })

  test('an erasure may be repeated, and may come before its person does', async () => {
    const stranger = randomUUID()
    await store.erasePerson(stranger, at)
    await store.erasePerson(stranger, later)
    const notes = await database.db.selectFrom('erasure').selectAll().where('person_id', '=', stranger).execute()
    expect(notes).toEqual([{ person_id: stranger, at }])
  })

  test('the keyed hash of a text says nothing without its nonce: the same words, another hash', async () => {
    const id = await person()
    const [one, two] = [await report(id, 'бірдей'), await report(id, 'бірдей')]
    const proofs = [await store.proveResidentText(own, one.textId), await store.proveResidentText(own, two.textId)]
    expect(proofs[0]).not.toBe(proofs[1])
    expect(await store.proveResidentText(other, one.textId)).toBeNull()
  })

  test('V6.8.1 a subject belongs to its issuer: two providers that use the same one know two people', async () => {
    const [a, b] = [await person(), await person()]
    expect(await store.addIdentity(a, { issuer: 'https://a.example', subject: '1' }, at)).toBe(true)
    expect(await store.addIdentity(b, { issuer: 'https://b.example', subject: '1' }, at)).toBe(true)
    expect(await store.addIdentity(b, { issuer: 'https://a.example', subject: '1' }, at)).toBe(false)
    expect(await store.findPersonByIdentity({ issuer: 'https://a.example', subject: '1' })).toBe(a)
    expect(await store.findPersonByIdentity({ issuer: 'https://b.example', subject: '1' })).toBe(b)
    expect(await store.findPersonByIdentity({ issuer: 'https://c.example', subject: '1' })).toBeNull()
  })

  test('V8.4.1 a session that one city vouched for has no role in another', async () => {
    const id = await person()
    await store.addMembership(own, id, 'editor', null, at)
    await store.addMembership(other, id, 'administrator', null, at)
    const [vouched, proven] = [await session(id, own.id), await session(id)]
    expect((await store.findSession(vouched))?.memberships).toEqual([{ cityId: own.id, role: 'editor', department: null }])
    expect((await store.findSession(proven))?.memberships).toHaveLength(2)
    expect(await store.reachesWholeAccount(vouched)).toBe(false)
    expect(await store.reachesWholeAccount(proven)).toBe(true)
    await store.removeMembership(other, id, 'administrator', null)
    expect(await store.reachesWholeAccount(vouched)).toBe(true)
  })

  test('the counter of a passkey goes forward, or the passkey keeps none', async () => {
    const id = await person()
    const key = { personId: id, publicKey: new Uint8Array([1, 2, 3]), transports: ['usb'], name: 'USB', createdAt: at }
    expect(await store.addPasskey({ ...key, id: 'counting', counter: 5 })).toBe(true)
    expect(await store.addPasskey({ ...key, id: 'counting', counter: 5 })).toBe(false)
    expect(await store.usePasskey('counting', 5, later)).toBe(false)
    expect(await store.usePasskey('counting', 4, later)).toBe(false)
    expect(await store.usePasskey('counting', 6, later)).toBe(true)
    await store.addPasskey({ ...key, id: 'without', counter: 0 })
    expect(await store.usePasskey('without', 0, later)).toBe(true)
    expect(await store.findPasskey('counting')).toMatchObject({ personId: id, counter: 6, transports: ['usb'], publicKey: key.publicKey })
    expect(await store.renamePasskey(randomUUID(), 'counting', 'mine')).toBe(false)
    expect(await store.removePasskey(randomUUID(), 'counting')).toBe(false)
    expect((await store.listPasskeys(id)).map(({ id: one, lastUsedAt }) => [one, lastUsedAt])).toEqual([
      ['counting', later.toISOString()],
      ['without', later.toISOString()],
    ])
  })

  test('a city without its only administrator is named; one with two, or with a disabled second, is not or is', async () => {
    const [alone, second] = [await person(), await person()]
    await store.addMembership(other, alone, 'administrator', null, at)
    const named = async () => (await store.listCitiesOnlyAdministeredBy(alone)).map(({ slug }) => slug)
    expect(await named()).toEqual(['other'])
    await store.addMembership(other, second, 'administrator', null, at)
    expect(await named()).toEqual([])
    await store.setDisabled(second, at)
    expect(await named()).toEqual(['other'])
    expect((await store.listStaff(other)).find(({ personId }) => personId === second)).toMatchObject({ disabledAt: at.toISOString() })
  })

  test('one’s own data has everything that carries one’s id, and no hash or key', async () => {
    const id = await person('Данияр')
    await session(id)
    await store.addMembership(own, id, 'moderator', null, at)
    await store.setPasswordHash(id, 'secret-hash', at)
    const { number } = await report(id, 'өз сөзім')
    await store.answerMistakeReport(own, number, { outcome: 'corrected', answer: { kk: 'Рақмет' } }, id, later)
    const data = await store.readOwnData(id)
    expect(data).toMatchObject({
      person: { id, name: 'Данияр', email: `${id}@example.kz` },
      roles: [{ city: 'own', role: 'moderator', department: null }],
      texts: [{ city: 'own', text: 'өз сөзім' }],
      reports: [{ city: 'own', number, outcome: 'corrected', answer: { kk: 'Рақмет' } }],
    })
    expect(data?.sessions).toHaveLength(1)
    expect(JSON.stringify(data)).not.toContain('secret-hash')
  })

  test('an address that somebody has is not given to another', async () => {
    const [a, b] = [await person(), await person()]
    expect(await store.keepEmail(a, `${b}@example.kz`)).toBe(false)
    expect(await store.keepEmail(a, 'new@example.kz')).toBe(true)
    expect((await store.findPerson(a))?.email).toBe('new@example.kz')
  })

  test('what is old goes, what is young stays', async () => {
    const id = await person()
    await session(id)
    expect(await store.forgetSessions(at)).toBe(0)
    expect(await store.forgetSessions(later)).toBeGreaterThan(0)
    expect(await store.listSessions(id)).toEqual([])
  })
})

/** Every row of every table as text, one line each, with the table's name before it. */
async function everythingIn({ db }: Database<Schema>): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const lines: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.table(name)} t`.execute(db)
    lines.push(...rows.map(({ line }) => `${name}\t${line}`))
  }
  return lines.join('\n')
}

const tablesWith = (everything: string, text: string): string[] =>
  [
    ...new Set(
      everything
        .split('\n')
        .filter((line) => line.includes(text))
        .map((line) => line.split('\t')[0] ?? ''),
    ),
  ].sort()
