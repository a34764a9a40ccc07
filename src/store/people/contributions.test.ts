import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/test-databases.ts'
import type { City } from '../../books/indicators/figure.ts'
import { consultations } from '../consultations.ts'
import type { Database } from '../database.ts'
import { people } from '../people.ts'
import type { Schema } from '../schema.ts'
import { writeRecord } from '../write-record.ts'
import type { NewContribution } from '../../books/discussion/contribution-filter.ts'

const at = new Date('2026-11-23T09:00:00Z')
const city: City = {
  id: randomUUID(),
  slug: 'own',
  name: { en: 'own' },
  refArea: 'X',
  timeZone: 'Asia/Almaty',
  invented: true,
  comparison: false,
}
const words = { kk: '-', ru: '-', en: '-' }

describe.each(testDatabases())('contributions on $name', ({ open }) => {
  let database: Database<Schema>
  let store: ReturnType<typeof people> & ReturnType<typeof consultations>
  const consultation = { id: randomUUID() }
  beforeAll(async () => {
    database = await open()
    store = { ...consultations(database.db), ...people(database.db) }
    await writeRecord(database.db).addCity(city)
    await store.addConsultation(city, {
      ...consultation,
      programme: 'p',
      version: 1,
      content: { title: words, question: words, asked: words, rules: words, promise: words },
      level: 'mail',
      opensOn: '2026-11-01',
      closesOn: '2026-12-01',
    })
  })
  afterAll(() => database.close())

  const person = async (): Promise<string> => {
    const id = randomUUID()
    await store.addPerson({ id, email: `${id}@example.kz`, name: 'Асан', language: 'kk', createdAt: at })
    return id
  }
  const join = async (personId: string): Promise<number> =>
    (await store.joinConsultation(city, consultation, { personId, keys: [], level: 'mail', channel: 'web', at }))!
  const write = async (
    personId: string | null,
    participant: number,
    given: Partial<NewContribution> & { words?: string } = {},
  ): Promise<number> => {
    const { words: text = 'пікірім', ...rest } = given
    return await store.addContribution(city, consultation, {
      kind: 'comment',
      parent: null,
      participant,
      organisationId: null,
      language: 'kk',
      section: 'g-1',
      sentence: 's-1',
      anchor: null,
      text: { id: randomUUID(), text },
      wording: null,
      personId,
      channel: 'web',
      receipt: null,
      writtenAt: at,
      state: 'shown',
      findings: [],
      ...rest,
    })
  }
  const revision = async (): Promise<number> => (await store.findConsultation(city, 1))!.revision

  test('numbers follow each other, also when twenty come at once; every write makes kept pages anew', async () => {
    const id = await person()
    const participant = await join(id)
    const before = await revision()
    const numbers = await Promise.all(Array.from({ length: 20 }, async () => await write(id, participant, { sentence: 's-many' })))
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => Math.min(...numbers) + n))
    expect(await revision()).toBe(before + 20)
    expect(await store.countContributions(city, consultation, { sentence: 's-many' })).toBe(20)
    const [last] = await store.listContributions(city, consultation, { sentence: 's-many', offset: 0, limit: 1, newestFirst: true })
    expect(last?.number).toBe(Math.max(...numbers))
  })

  test('words that are held or hidden are given to nobody but who asks for every word', async () => {
    const id = await person()
    const participant = await join(id)
    const wording = { id: randomUUID(), text: 'жаңа сөз' }
    const number = await write(id, participant, { kind: 'suggestion', words: 'жасырын', wording, state: 'held' })
    expect(await store.findContribution(city, consultation, number)).toMatchObject({ text: null, wording: null, state: 'held' })
    const whole = { text: 'жасырын', wording: 'жаңа сөз' }
    expect(await store.findContribution(city, consultation, number, { everyWord: true })).toMatchObject(whole)
    await store.keepContributionState(city, consultation, number, 'shown')
    expect(await store.findContribution(city, consultation, number)).toMatchObject(whole)
    await store.keepContributionState(city, consultation, number, 'hidden')
    expect(await store.findContribution(city, consultation, number)).toMatchObject({ text: null, translations: {} })
    expect(await store.proveContribution(city, consultation, number)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('a translation stands beside the original, the newest one counts, and it goes with the words', async () => {
    const id = await person()
    const participant = await join(id)
    const number = await write(id, participant, { words: 'аударылатын' })
    const translation = { of: 'text', language: 'ru', madeBy: 'moderator', personId: null, madeAt: at } as const
    await store.addContributionTranslation(city, consultation, number, { ...translation, text: 'первый' })
    await store.addContributionTranslation(city, consultation, number, { ...translation, text: 'второй' })
    expect(await store.findContribution(city, consultation, number)).toMatchObject({
      text: 'аударылатын',
      translations: { ru: { text: 'второй', madeBy: 'moderator' } },
    })
    expect(await store.withdrawContribution(city, consultation, number, participant + 1)).toBe(false)
    expect(await store.withdrawContribution(city, consultation, number, participant)).toBe(true)
    expect(await store.findContribution(city, consultation, number, { everyWord: true })).toMatchObject({
      state: 'withdrawn',
      text: null,
      translations: {},
    })
    expect(await database.db.selectFrom('resident_text_translation').selectAll().execute()).toEqual([])
    expect(await store.proveContribution(city, consultation, number)).toBeNull()
  })

  test('counts by sentence hold what is shown and nothing else', async () => {
    const id = await person()
    const participant = await join(id)
    await write(id, participant, { section: 'g-2', sentence: 's-2' })
    await write(id, participant, { section: 'g-2', sentence: 's-2', kind: 'suggestion' })
    await write(id, participant, { section: 'g-2', sentence: 's-2', state: 'held' })
    const counts = await store.countBySentence(city, consultation)
    expect(counts.filter(({ section }) => section === 'g-2')).toEqual([{ section: 'g-2', sentence: 's-2', count: 2, suggestions: 1 }])
  })

  test('words that came on paper go with the person who took them over', async () => {
    const keys = ['receipt:T-77']
    const onPaper = (await store.joinConsultation(city, consultation, { personId: null, keys, level: 'paper', channel: 'paper', at }))!
    const number = await write(null, onPaper, { channel: 'paper', words: 'қағаздағы пікір', wording: { id: randomUUID(), text: 'жаңаша' } })
    const id = await person()
    expect(await store.joinConsultation(city, consultation, { personId: id, keys, level: 'mail', channel: 'web', at })).toBe(onPaper)
    expect(await store.findContribution(city, consultation, number)).toMatchObject({ text: 'қағаздағы пікір', wording: 'жаңаша' })
    await database.db.transaction().execute((whole) => people(whole).erasePerson(id, at))
    expect(await store.findContribution(city, consultation, number)).toMatchObject({ participant: onPaper, text: null, wording: null })
  })

  test('whoever is forgotten leaves numbers without words, and the pages that showed them are made anew', async () => {
    const id = await person()
    const participant = await join(id)
    const number = await write(id, participant, { words: 'ұмытылатын сөз' })
    const before = await revision()
    expect((await store.readOwnData(id))?.participations).toMatchObject([
      { consultation: 1, participant, contributions: [{ number, text: 'ұмытылатын сөз', state: 'shown' }] },
    ])
    await database.db.transaction().execute((whole) => people(whole).erasePerson(id, at))
    expect(await store.findContribution(city, consultation, number, { everyWord: true })).toMatchObject({ text: null, state: 'shown' })
    expect(await revision()).toBe(before + 1)
  })
})
