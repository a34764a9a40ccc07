import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/test-databases.ts'
import type { City } from '../books/indicators/figure.ts'
import { consultations } from './consultations.ts'
import type { Database } from './database.ts'
import { moderation } from './moderation.ts'
import { officialAnswers } from './official-answers.ts'
import { paperForms } from './paper-forms.ts'
import { participationCodes } from './participation-codes.ts'
import { people } from './people.ts'
import type { Schema } from './schema.ts'
import { writeRecord } from './write-record.ts'

const at = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-11-25T09:00:00Z')
const [own, other]: City[] = ['own', 'other'].map((slug) => ({
  id: randomUUID(),
  slug,
  name: { en: slug },
  refArea: 'X',
  timeZone: 'Asia/Almaty',
  invented: true,
  comparison: false,
})) as [City, City]
const city = own!
const words = { kk: '-', ru: '-', en: '-' }
const by = randomUUID()

const storeOf = ({ db }: Pick<Database<Schema>, 'db'>) => ({
  ...consultations(db),
  ...moderation(db),
  ...officialAnswers(db),
  ...participationCodes(db),
  ...paperForms(db),
  ...people(db),
})

describe.each(testDatabases())('the desk of the discussion on $name', ({ open }) => {
  let database: Database<Schema>
  let store: ReturnType<typeof storeOf>
  const consultation = { id: randomUUID() }
  let participant = 0
  let personId = ''
  beforeAll(async () => {
    database = await open()
    store = storeOf(database)
    for (const one of [city, other!]) await writeRecord(database.db).addCity(one)
    const content = { title: words, question: words, asked: words, rules: words, promise: words }
    const fields = { programme: 'p', version: 1, content, level: 'mail', opensOn: '2026-11-01', closesOn: '2026-12-01' } as const
    await store.addConsultation(city, { ...consultation, ...fields })
    personId = randomUUID()
    await store.addPerson({ id: personId, email: `${personId}@example.kz`, name: 'Асан', language: 'kk', createdAt: at })
    participant = (await store.joinConsultation(city, consultation, { personId, keys: [], level: 'mail', channel: 'web', at }))!
  })
  afterAll(() => database.close())

  const write = async (receipt: string | null = null): Promise<number> =>
    await store.addContribution(city, consultation, {
      kind: 'comment',
      parent: null,
      participant,
      organisationId: null,
      language: 'kk',
      section: null,
      sentence: null,
      anchor: null,
      text: { id: randomUUID(), text: 'пікірім' },
      wording: null,
      personId,
      channel: receipt === null ? 'web' : 'paper',
      receipt,
      writtenAt: at,
      state: 'shown',
      findings: [],
    })
  const revision = async () => (await store.findConsultation(city, 1))!.revision

  test('answers: a corrected one gives its place up, and the clock counts from the first', async () => {
    const numbers = [await write(), await write(), await write()]
    const before = await revision()
    const first = await store.addAnswer(city, consultation, { decision: 'accepted', reason: words, by, at, corrects: null })
    await store.keepContributionAnswer(city, consultation, numbers.slice(0, 2), first)
    expect(await store.listAnswers(city, consultation)).toEqual([
      { number: first, decision: 'accepted', reason: words, answeredAt: at.toISOString(), contributions: numbers.slice(0, 2) },
    ])
    const second = await store.addAnswer(city, consultation, { decision: 'partly', reason: words, by, at: later, corrects: first })
    await store.keepContributionAnswer(city, consultation, numbers.slice(0, 2), second)
    const third = await store.addAnswer(city, consultation, { decision: 'partly', reason: words, by, at: later, corrects: second })
    await store.keepContributionAnswer(city, consultation, numbers.slice(0, 2), third)
    expect((await store.listAnswers(city, consultation)).map(({ number }) => number)).toEqual([third])
    expect(await store.findAnswer(city, consultation, second)).toBeNull()
    expect(await store.listAnswers(other!, consultation)).toEqual([])
    const times = await store.listAnswerTimes(city, consultation)
    expect(times.map(({ answeredAt }) => answeredAt).sort()).toEqual([at.toISOString(), at.toISOString(), null])
    expect(await revision()).toBeGreaterThan(before)
  })

  test('changes: linked once, and taken away', async () => {
    const change = { contribution: await write(), version: 2, sentence: 's-1' }
    expect(await store.linkContribution(city, consultation, change, { by, at })).toBe(true)
    expect(await store.linkContribution(city, consultation, change, { by, at })).toBe(false)
    expect(await store.listChangesOfContributions(city, consultation)).toEqual([change])
    expect(await store.unlinkContribution(city, consultation, change)).toBe(true)
    expect(await store.unlinkContribution(city, consultation, change)).toBe(false)
  })

  test('codes: counted by batch, used once, unknown elsewhere', async () => {
    await store.addCodes(city, consultation, { batch: 'schools', hashes: ['h1', 'h2', 'h3'], at })
    expect(await store.useCode(city, consultation, 'h1', at)).toBe('used')
    expect(await store.useCode(city, consultation, 'h1', later)).toBe('used_before')
    expect(await store.useCode(city, consultation, 'h9', at)).toBe('unknown')
    expect(await store.useCode(other!, consultation, 'h2', at)).toBe('unknown')
    expect(await store.listCodeBatches(city, consultation)).toEqual([
      { batch: 'schools', madeAt: at.toISOString(), made: 3, used: 1, void: 0 },
    ])
  })

  test('decisions and appeals: one appeal for each, answered once; its words go with who wrote them', async () => {
    const subject = { kind: 'contribution', number: await write() } as const
    const decision = { subject, action: 'hidden', rule: '1', reason: words, proof: 'f'.repeat(64), at, by } as const
    const [first, second] = [
      await store.addModerationDecision(city, consultation, decision),
      await store.addModerationDecision(city, consultation, { ...decision, action: 'restored', rule: null, proof: null }),
    ]
    expect((await store.listModerationDecisions(city, consultation)).map(({ number }) => number)).toEqual([second, first])
    expect(await store.findWhoDecided(city, consultation, first)).toBe(by)
    const textId = randomUUID()
    await store.addResidentText(city, { id: textId, personId, text: 'неге?', writtenAt: at })
    expect(await store.addAppeal(city, consultation, { decision: first, participant, textId, at })).toBe(true)
    expect(await store.addAppeal(city, consultation, { decision: first, participant, textId, at })).toBe(false)
    expect(await store.countOpenAppeals(city, consultation)).toBe(1)
    expect(await store.listAppeals(city, consultation)).toMatchObject([{ decision: first, text: 'неге?', outcome: null }])
    const answer = { outcome: 'upheld', answer: words, at: later, by } as const
    expect(await store.answerAppeal(city, consultation, first, answer)).toBe(true)
    expect(await store.answerAppeal(city, consultation, first, answer)).toBe(false)
    expect((await store.findModerationDecision(city, consultation, first))?.appeal).toMatchObject({ outcome: 'upheld', answer: words })
  })

  test('receipts: what was entered is found, with its sentence', async () => {
    await write('R-1')
    expect(await store.listReceipts(city, consultation, ['R-1', 'R-2'])).toEqual([{ receipt: 'R-1', sentence: '' }])
    expect(await store.listReceipts(city, consultation, [])).toEqual([])
  })

  test('organisations: who may write for which; one that has ended has no writers', async () => {
    const id = randomUUID()
    await store.addOrganisation(city, { id, kind: 'party', name: { kk: 'Партия' }, evidence: '1', by, at })
    expect(await store.addMember(city, id, personId, at)).toBe(true)
    expect(await store.addMember(city, id, personId, at)).toBe(false)
    expect((await store.listOrganisationsOf(city, personId)).map((one) => one.id)).toEqual([id])
    expect(await store.findOrganisation(other!, id)).toBeNull()
    expect(await store.listMembers(city, id)).toEqual([{ personId, name: 'Асан', email: `${personId}@example.kz` }])
    await store.keepOrganisation(city, id, { kind: 'party', name: { kk: 'Партия' }, evidence: '1', endedAt: later.toISOString() })
    expect(await store.listOrganisationsOf(city, personId)).toEqual([])
  })

  test('her address is found while she is there, and never again', async () => {
    expect(await store.findReaderOf(city, consultation, participant)).toEqual({ email: `${personId}@example.kz`, language: 'kk' })
    await database.db.transaction().execute(async (whole) => await people(whole).erasePerson(personId, later))
    expect(await store.findReaderOf(city, consultation, participant)).toBeNull()
    expect((await store.listAppeals(city, consultation)).map(({ text }) => text)).toEqual([null])
  })
})
