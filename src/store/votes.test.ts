import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/test-databases.ts'
import type { City } from '../books/indicators/figure.ts'
import { consultations } from './consultations.ts'
import type { Database } from './database.ts'
import { groupCommit } from './group-commit.ts'
import { opinionBatches } from './opinion-batches.ts'
import { people } from './people.ts'
import type { Schema } from './schema.ts'
import type { NewVote } from '../books/discussion/vote.ts'
import { votes } from './votes.ts'
import { writeRecord } from './write-record.ts'

const city: City = {
  id: '11111111-1111-4111-8111-111111111111',
  slug: 'ulgi',
  name: { kk: 'Үлгі' },
  refArea: 'X',
  timeZone: 'Asia/Almaty',
  invented: true,
  comparison: false,
}
const consultation = { id: '22222222-2222-4222-8222-222222222222' }
const text = { kk: 'Мәтін.', ru: 'Текст.', en: 'Text.' }
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute))
const vote = (participant: number, statement: number, choice: -1 | 0 | 1, minute = 0): NewVote => ({
  cityId: city.id,
  consultationId: consultation.id,
  participant,
  statement,
  choice,
  at: at(minute),
  channel: 'web',
})

describe.each(testDatabases())('statements and votes on $name', ({ open }) => {
  let database: Database<Schema>
  let store: ReturnType<typeof votes>
  let door: ReturnType<typeof people>
  let batches: ReturnType<typeof opinionBatches>
  beforeAll(async () => {
    database = await open()
    store = votes(database.db)
    door = people(database.db)
    batches = opinionBatches(database.db)
    await writeRecord(database.db).addCity(city)
    await consultations(database.db).addConsultation(city, {
      ...consultation,
      programme: 'p',
      version: 1,
      content: { title: text, question: text, asked: text, rules: text, promise: text },
      level: 'mail',
      opensOn: '2026-11-01',
      closesOn: '2026-12-01',
    })
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    for (const table of ['vote', 'statement_shown', 'statement', 'opinion_batch']) await database.pool.query(`delete from ${table}`)
    await database.pool.query('update consultation set last_statement = 0, last_participant = 9, revision = 0')
  })
  const revision = async () => (await consultations(database.db).findConsultation(city, 1))?.revision
  const seed = (state: 'shown' | 'held' = 'shown') =>
    door.addStatement(city, consultation, { by: { kind: 'city', text }, subject: { kind: 'measure', id: 'm-1' }, state, at: at(0) })

  test('a statement is read as it was written, and says so to the pages that are kept', async () => {
    expect([await seed(), await seed('held')]).toEqual([1, 2])
    expect(await revision()).toBe(1) // what is held changes no page
    expect(await door.findStatement(city, consultation, 1)).toEqual({
      number: 1,
      text,
      language: null,
      participant: null,
      subject: { kind: 'measure', id: 'm-1' },
      state: 'shown',
      writtenAt: at(0).toISOString(),
    })
    await door.keepStatementState(city, consultation, 2, 'rejected')
    expect((await door.listStatements(city, consultation, { state: 'shown' })).map(({ number }) => number)).toEqual([1])
    expect(await revision()).toBe(2)
  })

  test('the words of a resident come with their translations, and go with her', async () => {
    const personId = '33333333-3333-4333-8333-333333333333'
    const textId = '44444444-4444-4444-8444-444444444444'
    await door.addPerson({ id: personId, email: 'a@example.kz', name: 'A', language: 'ru', createdAt: at(0) })
    await door.addResidentText(city, { id: textId, personId, text: 'Больше деревьев.', writtenAt: at(0) })
    await database.pool.query(
      `insert into resident_text_translation select $1, $2, 'kk', v, 'Ағаш ' || v, 'moderator', null, now() from generate_series(1, 2) v`,
      [city.id, textId],
    )
    const by = { kind: 'resident' as const, participant: 3, textId, language: 'ru' as const }
    const number = await door.addStatement(city, consultation, { by, subject: null, state: 'held', at: at(0) })
    expect(await door.findStatement(city, consultation, number)).toMatchObject({
      text: { ru: 'Больше деревьев.', kk: 'Ағаш 2' },
      language: 'ru',
      participant: 3,
    })
    await door.erasePerson(personId, at(1))
    expect(await door.findStatement(city, consultation, number)).toMatchObject({ text: null, participant: 3 })
  })

  test('words of a statement change while nobody has voted', async () => {
    const number = await seed()
    const other = { text: { kk: 'Басқа.' }, subject: null }
    expect(await door.rewordStatement(city, consultation, number, other)).toBe(true)
    expect(await door.findStatement(city, consultation, number)).toMatchObject({ ...other })
    await store.castVotes([vote(1, number, 0)])
    expect(await door.rewordStatement(city, consultation, number, { text, subject: null })).toBe(false)
    expect(await door.findStatement(city, consultation, number)).toMatchObject({ ...other })
  })

  test('one vote per participant and statement; another choice takes its place and is counted', async () => {
    expect(await store.castVotes([vote(1, 1, 1), vote(2, 1, -1)])).toEqual(['cast', 'cast'])
    expect(await store.castVotes([vote(1, 1, 1, 1), vote(2, 1, 0, 1), vote(3, 1, 0, 1)])).toEqual(['same', 'changed', 'cast'])
    expect(await store.tallies(city, consultation)).toEqual([{ statement: 1, agree: 1, disagree: 0, pass: 2, changed: 1 }])
    expect(await store.listVotesOf(city, consultation, 2)).toEqual([{ statement: 1, choice: 0, castAt: at(1).toISOString() }])
    expect(await store.countVotes(city, consultation, at(0))).toEqual({ votes: 3, participants: 3, newVotes: 2 })
    expect(await revision()).toBe(0)
  })

  test('of votes of one participant that come in one group the last counts', async () => {
    expect(await store.castVotes([vote(1, 1, 1), vote(1, 1, -1), vote(1, 1, 0)])).toEqual(['cast', 'cast', 'cast'])
    expect(await store.listVotesOf(city, consultation, 1)).toMatchObject([{ choice: 0 }])
  })

  test('two hundred votes at once are one vote', async () => {
    const cast = groupCommit(store.castVotes, { most: 7 })
    await Promise.all(Array.from({ length: 200 }, () => cast(vote(1, 1, 1))))
    expect(await store.tallies(city, consultation)).toEqual([{ statement: 1, agree: 1, disagree: 0, pass: 0, changed: 0 }])
  })

  test('a vote keeps the probability with which the statement was shown last', async () => {
    const shown = { cityId: city.id, consultationId: consultation.id, participant: 1, statement: 4 }
    await store.addShown([
      { ...shown, at: at(0), probability: 0.25 },
      { ...shown, at: at(1), probability: 0.5 },
    ])
    await store.castVotes([vote(1, 4, 1, 2), vote(2, 4, 1, 2)])
    const { rows } = await database.pool.query<{ probability: number | null }>('select probability from vote order by participant')
    expect(rows.map(({ probability }) => probability)).toEqual([0.5, null])
  })

  test('votes are read as the mathematics wants them', async () => {
    for (const state of ['shown', 'held', 'shown'] as const) await seed(state as 'shown')
    await store.castVotes([vote(9, 1, -1), vote(1, 3, 1), vote(1, 1, 0), vote(2, 2, 1)])
    const read = await store.readVotes(city, consultation)
    expect(read).toMatchObject({ participants: 9, statements: 3, removed: new Set([1]) })
    expect([...read.columns.participantOf]).toEqual([0, 0, 1, 8])
    expect([...read.columns.statementOf]).toEqual([0, 2, 1, 0])
    expect([...read.columns.choice]).toEqual([0, 1, 1, -1])
  })

  test('a batch is published once, and the votes behind it are kept until the next', async () => {
    await seed('held')
    await store.castVotes([vote(9, 1, -1), vote(1, 3, 1)])
    const input = await store.readVotes(city, consultation)
    const batch = { number: 1, madeAt: at(5).toISOString(), votes: 2, participants: 2, hash: 'ab', result: { k: 0 } as never }
    const proof = { salt: Buffer.from('salt'), input }
    expect(await Promise.all([1, 2].map(() => batches.addOpinionBatch(city, consultation, batch, proof)))).toEqual([true, false])
    expect(await batches.findNewestBatch(city, consultation)).toEqual(batch)
    expect((await batches.findBatchProof(city, consultation, 1))?.input).toEqual(input)
    await batches.addOpinionBatch(city, consultation, { ...batch, number: 2 }, proof)
    expect(await batches.findBatchProof(city, consultation, 1)).toBeNull()
    expect((await batches.listOpinionBatches(city, consultation)).map(({ number }) => number)).toEqual([1, 2])
    expect(await revision()).toBe(2)
  })
})
