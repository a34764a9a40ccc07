import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/test-databases.ts'
import type { City } from '../books/indicators/figure.ts'
import type { Draft } from '../books/programme/draft/draft.ts'
import { takeApart } from '../books/programme/draft/put-together.ts'
import { sentence, testMeasure, versionWithGoal } from '../books/programme/programme.examples.ts'
import type { Database } from './database.ts'
import { programmeDrafts } from './programme-drafts.ts'
import type { Schema } from './schema.ts'
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
const draft: Draft = {
  id: '22222222-2222-4222-8222-222222222222',
  programme: 'ulgi-2030',
  number: 2,
  basedOn: 1,
  begunAt: '2026-11-22T12:00:00.000Z',
}
const elements = takeApart(versionWithGoal({ text: [sentence('s-1', 'Бір.')], measures: [testMeasure()] }))

describe.each(testDatabases())('drafts on $name', ({ open }) => {
  let database: Database<Schema>
  let drafts: ReturnType<typeof programmeDrafts>
  beforeAll(async () => {
    database = await open()
    drafts = programmeDrafts(database.db)
    await writeRecord(database.db).addCity(city)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await drafts.endDraft(city, draft.id)
    await drafts.addDraft(city, draft, elements)
  })

  const sentenceNow = async () => (await drafts.listDraftElements(city, draft.id)).find(({ id }) => id === 's-1')

  test('what is written is read as it was', async () => {
    const read = await drafts.listDraftElements(city, draft.id)
    const sorted = (list: typeof read) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(read)).toEqual(sorted(elements))
    expect(await drafts.findDraft(city, draft.programme)).toEqual(draft)
  })

  test('of a programme there is one draft at a time', async () => {
    expect(await drafts.addDraft(city, { ...draft, id: '33333333-3333-4333-8333-333333333333' }, elements)).toBe(false)
    expect(await drafts.listDrafts(city)).toEqual([draft])
  })

  test('of many who begin from one revision one writes', async () => {
    const element = await sentenceNow()
    if (element?.kind !== 'sentence') throw new Error('no sentence')
    const written = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        drafts.changeDraftElement(city, draft.id, { ...element, content: { text: { kk: `Мәтін ${at}.` }, sources: [] } }, 1),
      ),
    )
    expect(written.filter(Boolean)).toHaveLength(1)
    expect(await sentenceNow()).toMatchObject({ revision: 2, content: { text: { kk: `Мәтін ${written.indexOf(true)}.` } } })
  })

  test('a new place is no new revision', async () => {
    const element = await sentenceNow()
    if (element === undefined) throw new Error('no sentence')
    await drafts.placeDraftElement(city, draft.id, { ...element, position: 7 })
    expect(await sentenceNow()).toMatchObject({ position: 7, revision: 1 })
  })

  test('it ends with everything in it', async () => {
    await drafts.endDraft(city, draft.id)
    expect([await drafts.listDrafts(city), await drafts.listDraftElements(city, draft.id)]).toEqual([[], []])
  })
})
