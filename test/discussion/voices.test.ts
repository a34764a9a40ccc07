import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeVoiceBatchOf } from '../../src/actions/discussion/voices/make-voice-batches.ts'
import { nameOfChoice } from '../../src/books/discussion/voices/census.ts'
import { listCensusTables } from '../../src/actions/discussion/voices/list-census-tables.ts'
import type { Consultation } from '../../src/books/discussion/consultation.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import { deskClient, officer } from '../support/desk-client.ts'
import { openTestSite, type TestSite } from '../support/server.ts'
import { signInAs, type SignedIn } from '../support/sign-in-as.ts'

let site: TestSite
let city: City
let consultation: Consultation
let resident: SignedIn

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  const { record } = site
  city = (await record.findCity('ulgiqala'))!
  const words = { kk: 'Сөз', ru: 'Слово', en: 'Word' }
  const content = { title: words, question: words, asked: words, rules: words, promise: words }
  const period = { level: 'mail', opensOn: day(-5), closesOn: day(5) } as const
  const id = randomUUID()
  const number = await record.addConsultation(city, { id, programme: 'ulgiqala-2030', version: 3, content, ...period })
  await record.keepConsultation(city, id, { content, ...period, publishedAt: new Date().toISOString() })
  consultation = (await record.findConsultation(city, number))!
  resident = await signInAs(site, { language: 'en' })
})
afterAll(() => site.close())

const path = (below: string): string => `/en/ulgiqala/discussion/${consultation.number}${below}`
const send = async (fields: Readonly<Record<string, string>>) =>
  await resident.reader.post(path('/about-me'), { formKey: randomUUID(), ...fields })
const participant = async (): Promise<number | null> =>
  (await site.record.findParticipant(city, consultation, resident.personId))?.number ?? null

describe('saying something about oneself', () => {
  test('the page says why, who sees it and how to take it back, before it asks', async () => {
    const html = await (await resident.reader.get(path('/about-me'))).text()
    const [why, who, back, first] = ['Why we ask.', 'Who sees it.', 'How to take it back.', '<select id="district"'].map((text) =>
      html.indexOf(text),
    )
    expect(why! > 0 && why! < who! && who! < back! && back! < first!).toBe(true)
    expect(html).toContain('href="/en/ulgiqala/privacy"')
    // Every question may be skipped, and that is what stands there at first.
    expect([...html.matchAll(/<option value="" selected[^>]*>/g)]).toHaveLength(5)
  })

  test('skipping everything makes nobody a participant', async () => {
    expect((await send({})).status).toBe(303)
    expect(await participant()).toBeNull()
  })

  test('an answer that is not in the list is refused, in words beside the field, and nothing is kept', async () => {
    const answer = await send({ sex: 'F', ethnicity: 'MARTIAN' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>Error:')
    expect(html).toContain('href="#ethnicity"')
    expect(await participant()).toBeNull()
  })

  test('what is said is kept, and what is left out the next time is taken back', async () => {
    expect((await send({ district: 'ULGIQALA-2', sex: 'F', ethnicity: 'UYGHUR' })).headers.get('location')).toBe(
      `${path('/about-me')}?saved=1`,
    )
    const number = (await participant())!
    expect(await site.record.findDeclaration(city, consultation, number)).toEqual({ district: 'ULGIQALA-2', sex: 'F', ethnicity: 'UYGHUR' })
    await send({ district: 'ULGIQALA-3', sex: 'F' })
    expect(await site.record.findDeclaration(city, consultation, number)).toEqual({ district: 'ULGIQALA-3', sex: 'F' })
    const html = await (await resident.reader.get(path('/about-me'))).text()
    expect(html).toMatch(/<option value="ULGIQALA-3" selected/)
  })

  test('saying the same again does not make it new', async () => {
    const before = await site.record.listDeclarations(city, consultation)
    await send({ district: 'ULGIQALA-3', sex: 'F' })
    expect(await site.record.listDeclarations(city, consultation)).toEqual(before)
  })

  test('it stands in what she is given of her own data', async () => {
    const own = (await site.record.readOwnData(resident.personId))!
    const said = own.participations.find((one) => one.consultation === consultation.number)!.declarations
    expect(said.map(({ field, value }) => [field, value])).toEqual([
      ['district', 'ULGIQALA-3'],
      ['sex', 'F'],
    ])
  })

  test('one button takes everything back', async () => {
    expect((await send({ delete: '1' })).headers.get('location')).toBe(`${path('/about-me')}?deleted=1`)
    expect(await site.record.listDeclarations(city, consultation)).toEqual([])
  })

  test('when the discussion is over she may change what she said, and nobody new comes in', async () => {
    const late = () => new Date(Date.now() + 20 * 86_400_000)
    const stranger = await signInAs(site, { language: 'en', app: site.app({ now: late }), at: late() })
    const answer = await stranger.reader.post(path('/about-me'), { formKey: randomUUID(), sex: 'M' })
    expect(answer.status).toBe(422)
    const own = await signInAs(site, { language: 'en', app: site.app({ now: late }), at: late() })
    await site.record.joinConsultation(city, consultation, {
      personId: own.personId,
      keys: [],
      level: 'mail',
      channel: 'web',
      at: new Date(),
    })
    expect((await own.reader.post(path('/about-me'), { formKey: randomUUID(), sex: 'M' })).status).toBe(303)
    await site.record.erasePerson(own.personId, new Date())
    expect(await site.record.listDeclarations(city, consultation)).toEqual([])
  })
})

describe('the census at the desk', () => {
  const editor = () => deskClient(site, city, officer(city, 'editor'))
  const census = () => `/desk/consultations/${consultation.number}/census`

  test('each field offers the tables of the record that count people by it, and no rates', async () => {
    const tables = await listCensusTables(city, new Date(), site.record)
    for (const list of Object.values(tables)) expect(list.map(({ choice }) => choice.indicator)).toEqual(['U-10'])
    // Children are not asked, and stand in no share.
    expect(tables.age[0]!.counts.map(({ category }) => category)).not.toContain('Y0T15')
    expect(tables.language[0]!.counts.map(({ category }) => category)).toEqual(['kk', 'ru', 'uz', 'ug', 'uk', 'OTHER'])
  })

  test('a choice is kept, with a line in the history; a table that is not there is refused', async () => {
    const tables = await listCensusTables(city, new Date(), site.record)
    const chosen = Object.fromEntries(Object.entries(tables).map(([field, [first]]) => [field, nameOfChoice(first!.choice)]))
    expect((await editor().post(census(), { ...chosen, sex: '["X","","","","","2025"]' })).status).toBe(422)
    expect((await editor().post(census(), {})).status).toBe(422)
    expect(await site.record.findCensusChoices(city, consultation)).toEqual({})
    expect((await editor().post(census(), chosen)).status).toBe(303)
    expect(Object.keys(await site.record.findCensusChoices(city, consultation))).toHaveLength(5)
    const [line] = await site.record.listChanges(city, { subject: `consultation/${consultation.number}`, offset: 0, limit: 1 })
    expect(line?.action).toBe('consultation.census')
  })
})

describe('the public page', () => {
  const voices = async (language = 'en') =>
    await (await site.app().request(`http://localhost${path('/voices').replace('/en/', `/${language}/`)}`)).text()
  const make = async (now: Date): Promise<boolean> => await makeVoiceBatchOf(city, consultation, { ...site.record, now: () => now })

  /** People on paper, who vote and say something about themselves. */
  async function people(count: number, said: Readonly<Record<string, string>>, choice: 1 | -1): Promise<void> {
    for (let index = 0; index < count; index++) {
      const number = (await site.record.joinConsultation(city, consultation, {
        ...{ personId: null, keys: [`receipt:${randomUUID()}`], level: 'paper', channel: 'paper', at: new Date() },
      }))!
      await site.record.keepDeclaration(city, consultation, number, said, new Date())
      const vote = {
        cityId: city.id,
        consultationId: consultation.id,
        participant: number,
        statement: 1,
        choice,
        at: new Date(),
        channel: 'paper',
      } as const
      await site.record.castVotes([vote])
    }
  }

  test('before anything is published it says so', async () => {
    expect(await voices()).toContain('Nothing is published yet')
    expect(await make(new Date())).toBe(false)
  })

  test('shares beside the census, weights, and the statement whose verdict they flip', async () => {
    await site.record.addStatement(city, consultation, {
      ...{
        by: { kind: 'city', text: { kk: 'Пайымдау', ru: 'Утверждение', en: 'More buses' } },
        subject: null,
        state: 'shown',
        at: new Date(),
      },
    })
    await people(60, { district: 'ULGIQALA-3', sex: 'F' }, 1)
    await people(20, { district: 'ULGIQALA-1', sex: 'M' }, -1)
    await people(20, { district: 'ULGIQALA-2', sex: 'M' }, -1)
    await people(2, { district: 'ULGIQALA-4', ethnicity: 'UYGHUR' }, -1)
    expect(await make(new Date())).toBe(true)
    expect(await make(new Date())).toBe(false)

    const batch = (await site.record.findVoiceBatch(city, consultation))!
    const ofField = (field: string) => batch.result.fields.find((one) => one.field === field)!
    expect(ofField('district').categories.find(({ category }) => category === 'ULGIQALA-4')!.people).toBeNull()
    expect(ofField('ethnicity').declared).toBeNull()
    expect(Math.abs(ofField('sex').categories.find(({ category }) => category === 'F')!.people! - 60)).toBeLessThanOrEqual(3)
    expect(batch.result.weights.used).toContain('sex')
    const [statement] = batch.result.statements
    expect([statement!.agree > 50, statement!.weighted > 50]).toEqual([true, false])

    const html = await voices()
    expect(html).toContain('Not a survey')
    expect(html).toContain('not shown')
    expect(html).toContain('Flips: with weights no majority agrees')
    expect(html).toMatch(/href="\/en\/ulgiqala\/figures\/u-10-[^"]+\/2025"/)
    expect(html.length).toBeLessThan(100_000)
    for (const language of ['kk', 'ru']) expect(await voices(language)).not.toMatch(/voices\.|undefined|NaN/)
  }, 60_000)

  test('what the next batch must know never leaves the database', async () => {
    expect(JSON.stringify(await site.record.findVoiceBatch(city, consultation))).not.toContain('"exact"')
    expect(Object.keys(await site.record.findPublishedCells(city, consultation)).length).toBeGreaterThan(10)
  })
})
