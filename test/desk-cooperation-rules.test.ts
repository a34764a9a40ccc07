import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordKind } from '../src/books/cooperation/records.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { deskClient, officer, type DeskClient } from './support/desk-client.ts'
import { fieldsOf } from './support/form-fields.ts'
import { openTestSite, type TestSite } from './support/server.ts'

// What the desk of cooperation refuses, so that the public record holds together.

let site: TestSite
let city: City
let office: DeskClient
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
  office = deskClient(site, city, officer(city, 'international_office'))
})
afterAll(() => site.close())

const desk = '/desk/cooperation'
const promise = 'Тараптар бұл мәселені қарастыруға келісті.'
let sources = 0

const send = (path: string, fields: Readonly<Record<string, string>> = {}) => office.post(`${desk}/${path}`, fields)
const read = async (path: string) => await (await office.get(`${desk}/${path}`)).text()
/** A form as it comes, with these fields. */
const fill = async (path: string, fields: Readonly<Record<string, string>>) =>
  await send(path, { ...fieldsOf(await read(path)), ...fields })

async function add(kind: RecordKind, fields: Readonly<Record<string, string>>): Promise<number> {
  const answer = await fill(`${kind}/new`, fields)
  if (answer.status !== 303) throw new Error(`${kind}: ${answer.status} ${(await said(answer)).join('; ')}`)
  return Number(/\/(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1])
}

/** What the summary says is wrong: where each leads, and its words. */
async function said(answer: Response): Promise<string[]> {
  const list = /<div role="alert">.*?<ul>(.*?)<\/ul>/s.exec((await answer.text()).replaceAll(/[\u00a0\u2060]/g, ' '))?.[1] ?? ''
  return [...list.matchAll(/<li>(?:<a href="([^"]*)">)?(.*?)(?:<\/a>)?<\/li>/g)].map(([, to, words]) => `${to ?? ''} ${words}`)
}

const source = () => add('source', { 'title-kk': 'Хабар', language: 'kk', text: `${promise}\n${++sources}` })
const publish = async (...paths: string[]) => {
  for (const path of paths) expect((await send(`${path}/publish`)).status, path).toBe(303)
}
const place = (from: number, marker = '') => ({ 'span-source': String(from), 'span-words': promise, 'span-marker': marker })

/** A promise to consider, tied to its source. */
async function promised(fields: Readonly<Record<string, string>> = {}) {
  const [from, by] = [await source(), await add('partner', { 'name-kk': 'Губернаторлық' })]
  const number = await add('commitment', {
    ...{ 'title-kk': 'Мәселе', by: String(by), strength: 'agreed_to_consider', marker: 'қарастыруға келісті' },
    ...fields,
  })
  const marker = fields['marker'] ?? 'қарастыруға келісті'
  expect((await send(`commitment/${number}/evidence`, place(from, marker))).status).toBe(303)
  return { from, by, number }
}

describe('what public records rest on is not withdrawn', () => {
  test('neither the source of a promise nor its partner; the page leads to what has to go first', async () => {
    const { from, by, number } = await promised()
    await publish(`partner/${by}`, `source/${from}`, `commitment/${number}`)
    for (const path of [`source/${from}`, `partner/${by}`]) {
      const answer = await send(`${path}/withdraw`, { reason: 'Қате' })
      expect(answer.status).toBe(422)
      expect(await said(answer)).toEqual([expect.stringContaining('#publish Public records rest on this one')])
      const page = await read(path)
      expect(page.slice(page.indexOf('id="publish"'))).toContain(`href="/en/ulgiqala/desk/cooperation/commitment/${number}"`)
      expect(
        (await site.record.findCooperation(city, path.split('/')[0] as RecordKind, Number(path.split('/')[1])))?.publishedAt,
      ).not.toBeNull()
    }
    expect((await send(`commitment/${number}/withdraw`, { reason: 'Қате' })).status).toBe(303)
    for (const path of [`source/${from}`, `partner/${by}`])
      expect((await send(`${path}/withdraw`, { reason: 'Қате' })).status, path).toBe(303)
  })

  test('five of many are named; a draft that names it holds nothing', async () => {
    const event = await add('event', { 'title-kk': 'Сапар', kind: 'visit', state: 'planned' })
    const topics = []
    for (const title of ['1', '2', '3', '4', '5', '6'])
      topics.push(await add('topic', { event: String(event), 'title-kk': `Тақырып ${title}` }))
    await publish(`event/${event}`)
    expect(await read(`event/${event}`)).not.toContain('Withdraw these first')
    await publish(...topics.map((number) => `topic/${number}`))
    const page = await read(`event/${event}`)
    const section = page.slice(page.indexOf('id="publish"'), page.indexOf('</section>', page.indexOf('id="publish"')))
    expect(section.match(/desk\/cooperation\/topic\/\d+"/g)).toHaveLength(5)
    expect((await send(`event/${event}/withdraw`, { reason: 'Қате' })).status).toBe(422)
  })
})

describe('a source', () => {
  test('whose text is there already is refused, whichever way its letters are written, and the other one is named', async () => {
    const text = 'Келесі йыл кездесеміз.'
    const fields = { 'title-kk': 'Хат', language: 'kk' }
    const number = await add('source', { ...fields, text })
    const again = await fill('source/new', { ...fields, text: ` ${text.normalize('NFD')}\r\n` })
    expect(again.status).toBe(422)
    expect(await said(again)).toEqual([expect.stringContaining(`#text The text of this document is there already: source no. ${number}.`)])
    const other = await source()
    expect(await said(await fill(`source/${other}`, { text }))).toEqual([expect.stringContaining(`source no. ${number}.`)])
    expect((await fill(`source/${number}`, { 'title-ru': 'Письмо' })).status).toBe(303)
  })
})

describe('the step of a promise', () => {
  test('other than its verb says is published only once a person has confirmed it, and the history keeps that', async () => {
    const { from, by, number } = await promised({ strength: 'signed' })
    await publish(`partner/${by}`, `source/${from}`)
    const warned = await send(`commitment/${number}/publish`)
    const html = await warned.clone().text()
    expect(warned.status).toBe(422)
    expect(await said(warned)).toEqual([expect.stringContaining('stands on the step “agreed to consider”, and “signed” is chosen')])
    expect(html).toContain('id="strengthConfirmed"')
    expect((await send(`commitment/${number}/publish`)).status).toBe(422)
    expect((await send(`commitment/${number}/publish`, { strengthConfirmed: 'yes' })).status).toBe(303)
    const [last] = await site.record.listChanges(city, { subject: `cooperation/commitment/${number}`, offset: 0, limit: 1 })
    expect(last).toMatchObject({
      action: 'cooperation.publish',
      after: { strengthConfirmed: { marker: 'қарастыруға келісті', by_verb: 'agreed_to_consider', chosen: 'signed' } },
    })
  })

  test('of a verb that the rules do not know is nobody’s but the person’s', async () => {
    const { from, by, number } = await promised({ strength: 'signed', marker: 'мәселені' })
    await publish(`partner/${by}`, `source/${from}`, `commitment/${number}`)
  })
})

describe('days that cannot be', () => {
  test.each<[RecordKind, Record<string, string>, string]>([
    [
      'event',
      { 'title-kk': 'Сапар', startsAt: '2026-04-04T10:00', endsAt: '2026-04-03T10:00' },
      '#endsAt The end (2026-04-03 10:00) is before',
    ],
    ['event', { 'title-kk': 'Сапар', dated: '2998', state: 'held' }, '#dated The day (2998) is still to come'],
    [
      'agreement',
      { 'title-kk': 'Келісім', signedOn: '2019-05', until: '2018' },
      '#until The term ends (2018) before the agreement was signed',
    ],
    ['agreement', { 'title-kk': 'Келісім', signedOn: '2998-05' }, '#signedOn The day of signing (2998-05) is still to come'],
    [
      'commitment',
      { 'title-kk': 'Уәде', strength: 'will_do', marker: 'келісті', madeOn: '2998' },
      '#madeOn The day of the promise (2998) is still to come',
    ],
  ])('%s %j', async (kind, fields, message) => {
    const partner = String(await add('partner', { 'name-kk': 'Губернаторлық' }))
    const answer = await fill(`${kind}/new`, { by: partner, parties: partner, ...fields })
    expect(answer.status).toBe(422)
    expect(await said(answer)).toEqual([expect.stringContaining(message)])
  })

  test('nothing happened to a promise, and nothing is due, before it was made', async () => {
    const event = await add('event', { 'title-kk': 'Сапар', state: 'held', dated: '2016-04' })
    const { number } = await promised({ event: String(event) })
    const pursue = (fields: Readonly<Record<string, string>>) => send(`commitment/${number}/pursue`, fields)
    expect(await said(await pursue({ do: 'event', kind: 'started', on: '2016-03-31' }))).toEqual([
      expect.stringContaining('#on This day (2016-03-31) is before the promise was made (2016-04).'),
    ])
    expect(await said(await pursue({ do: 'deadline', due: '2016-03' }))).toEqual([
      expect.stringContaining('#due The deadline (2016-03) is before the day of the promise (2016-04).'),
    ])
    expect((await pursue({ do: 'event', kind: 'started', on: '2016-04-01' })).status).toBe(303)
    expect((await pursue({ do: 'deadline', due: '2016' })).status).toBe(303)
  })

  test('a commitment does not wait for itself, nor two for each other', async () => {
    const { number: one } = await promised()
    const { number: two } = await promised({ dependsOn: String(one) })
    const { number: three } = await promised({ dependsOn: String(two) })
    for (const [waitsFor, words] of [
      [one, '#dependsOn A commitment does not depend on itself.'],
      [two, '#dependsOn A commitment named here depends on this one in turn.'],
      [three, '#dependsOn A commitment named here depends on this one in turn.'],
    ] as const)
      expect(await said(await fill(`commitment/${one}`, { dependsOn: String(waitsFor) }))).toEqual([expect.stringContaining(words)])
    expect((await fill(`commitment/${three}`, { dependsOn: String(one) })).status).toBe(303)
  })
})

describe('a record that is public', () => {
  test('does not come to name a draft: the field and the draft are said', async () => {
    const { from, by, number } = await promised()
    await publish(`partner/${by}`, `source/${from}`, `commitment/${number}`)
    const event = await add('event', { 'title-kk': 'Кездесу', dated: '2020' })
    const answer = await fill(`commitment/${number}`, { event: String(event) })
    expect(answer.status).toBe(422)
    expect(await said(answer)).toEqual([expect.stringContaining(`#event First publish event no. ${event}`)])
    expect((await site.record.findCooperation(city, 'commitment', number))!.content.event).toBeNull()
    await publish(`event/${event}`)
    expect((await fill(`commitment/${number}`, { event: String(event) })).status).toBe(303)
  })

  test('a stage of a public sister city does not rest on a draft of a source', async () => {
    const partner = await add('partner', { 'name-kk': 'Қала' })
    const number = await add('partnership', { 'title-kk': 'Бауырлас', partner: String(partner) })
    await publish(`partner/${partner}`, `partnership/${number}`)
    const draft = await source()
    const stage = { stage: 'idea', 'stage-on': '2020', 'stage-source': String(draft) }
    const answer = await send(`partnership/${number}/stages`, stage)
    expect(await said(answer)).toEqual([expect.stringContaining(`#stage-source First publish source no. ${draft}`)])
    await publish(`source/${draft}`)
    expect((await send(`partnership/${number}/stages`, stage)).status).toBe(303)
  })

  test('a sister city with a stage that rests on a draft is not made public before it', async () => {
    const partner = await add('partner', { 'name-kk': 'Қала' })
    const number = await add('partnership', { 'title-kk': 'Бауырлас', partner: String(partner) })
    await publish(`partner/${partner}`)
    const draft = await source()
    expect((await send(`partnership/${number}/stages`, { stage: 'idea', 'stage-on': '2020', 'stage-source': String(draft) })).status).toBe(
      303,
    )
    const answer = await send(`partnership/${number}/publish`, {})
    expect(await said(answer)).toEqual([expect.stringContaining(`#stage-source First publish source no. ${draft}`)])
    await publish(`source/${draft}`, `partnership/${number}`)
  })
})

describe('the day of a promise is not moved past what became of it', () => {
  const pursued = async (fields: Readonly<Record<string, string>>) => {
    const { number } = await promised(fields)
    expect((await send(`commitment/${number}/pursue`, { do: 'deadline', due: '2024-05', reason: '' })).status).toBe(303)
    expect((await send(`commitment/${number}/pursue`, { do: 'event', kind: 'started', on: '2024-03-01' })).status).toBe(303)
    return number
  }

  test('its own day', async () => {
    const number = await pursued({ madeOn: '2024-02' })
    const late = await fill(`commitment/${number}`, { madeOn: '2024-04' })
    expect(late.status).toBe(422)
    expect(await said(late)).toEqual([expect.stringMatching(new RegExp(`^#madeOn An entry .* commitment no. ${number} \\(2024-03-01\\)`))])
    const later = await said(await fill(`commitment/${number}`, { madeOn: '2024-06' }))
    expect(later).toEqual([expect.stringContaining('#madeOn The deadline of commitment'), expect.stringContaining('#madeOn An entry')])
    expect((await fill(`commitment/${number}`, { madeOn: '2024-03' })).status).toBe(303)
    // What was taken back did not happen, and of the deadlines the one in force counts.
    expect((await send(`commitment/${number}/pursue`, { do: 'retract', retracts: '1', 'why-kk': 'Қате' })).status).toBe(303)
    expect((await send(`commitment/${number}/pursue`, { do: 'deadline', due: '2025', reason: 'Кейін' })).status).toBe(303)
    expect((await fill(`commitment/${number}`, { madeOn: '2024-06' })).status).toBe(303)
  })

  test('the day of its event, and the event that it names', async () => {
    const event = await add('event', { 'title-kk': 'Кездесу', dated: '2024-02', state: 'held' })
    const number = await pursued({ event: String(event) })
    const late = await fill(`event/${event}`, { dated: '2024-04' })
    expect(late.status).toBe(422)
    expect(await said(late)).toEqual([expect.stringContaining(`#dated An entry of what became of commitment no. ${number}`)])
    expect((await fill(`event/${event}`, { 'title-ru': 'Встреча' })).status).toBe(303)
    const other = await add('event', { 'title-kk': 'Кейінгі', dated: '2024-07', state: 'held' })
    const moved = await said(await fill(`commitment/${number}`, { event: String(other) }))
    expect(moved.map((one) => one.split(' ')[0])).toEqual(['#event', '#event'])
    // A day of its own does not follow the event.
    expect((await fill(`commitment/${number}`, { madeOn: '2024-02' })).status).toBe(303)
    expect((await fill(`event/${event}`, { dated: '2024-04' })).status).toBe(303)
  })
})

test('the form of a commitment proposes no step: the person chooses', async () => {
  expect(fieldsOf(await read('commitment/new'))['strength']).toBe('')
  const answer = await fill('commitment/new', {
    'title-kk': 'Мәселе',
    by: String(await add('partner', { 'name-kk': 'Қала' })),
    marker: 'келісті',
  })
  expect([answer.status, await said(answer)]).toEqual([422, ['#strength Choose one from the list.']])
  const { number } = await promised({ strength: 'signed' })
  expect(fieldsOf(await read(`commitment/${number}`))['strength']).toBe('signed')
})

describe('a place in a source', () => {
  test('is tied once; what happened may rest on a place that is used', async () => {
    const { from, number } = await promised()
    const twice = await send(`commitment/${number}/evidence`, place(from, 'қарастыруға келісті'))
    expect(twice.status).toBe(422)
    expect(await said(twice)).toEqual([expect.stringContaining('#span-words The record is tied to this place already.')])
    for (const kind of ['started', 'reported'])
      expect((await send(`commitment/${number}/pursue`, { do: 'event', kind, on: '2025-01-01', ...place(from) })).status).toBe(303)
    expect(await site.record.listEvidence(city, 'commitment', [number])).toHaveLength(3)
  })

  test('of a draft is untied by a button, and the history keeps it; the source may change again', async () => {
    const { from, number } = await promised()
    const [evidence] = await site.record.listEvidence(city, 'commitment', [number])
    expect(await read(`commitment/${number}`)).toContain(`action="/en/ulgiqala/desk/cooperation/commitment/${number}/untie"`)
    expect(fieldsOf(await read(`source/${from}`))).not.toHaveProperty('text')
    expect((await send(`commitment/${number}/untie`, { evidence: String(evidence?.number) })).status).toBe(303)
    expect(await site.record.listEvidence(city, 'commitment', [number])).toEqual([])
    expect(fieldsOf(await read(`source/${from}`))).toHaveProperty('text')
    const [last] = await site.record.listChanges(city, { subject: `cooperation/commitment/${number}`, offset: 0, limit: 1 })
    expect(last).toMatchObject({ action: 'cooperation.untie', before: { source: from, exact: promise }, after: null })
    expect((await send(`commitment/${number}/untie`, { evidence: String(evidence?.number) })).status).toBe(404)
  })

  test('of a public record, of an event and of another record stays', async () => {
    const { from, by, number } = await promised()
    expect((await send(`commitment/${number}/pursue`, { do: 'event', kind: 'started', on: '2025-01-01', ...place(from) })).status).toBe(303)
    const [own, ofEvent] = await site.record.listEvidence(city, 'commitment', [number])
    const untie = (evidence: number | undefined, of = number) => send(`commitment/${of}/untie`, { evidence: String(evidence) })
    expect(await said(await untie(ofEvent?.number))).toEqual([
      expect.stringContaining('#evidence An entry of what happened rests on this place'),
    ])
    expect((await untie(own?.number, (await promised()).number)).status).toBe(404)
    expect((await deskClient(site, city, officer(city, 'auditor')).post(`${desk}/commitment/${number}/untie`, {})).status).toBe(403)
    await publish(`partner/${by}`, `source/${from}`, `commitment/${number}`)
    expect(await said(await untie(own?.number))).toEqual([expect.stringContaining('#evidence The record is public')])
    expect(await read(`commitment/${number}`)).not.toContain('/untie"')
    expect(await site.record.listEvidence(city, 'commitment', [number])).toHaveLength(2)
  })
})

describe('before a protocol is closed', () => {
  const at = (number: number, fields: Readonly<Record<string, string>>) => fill(`protocols/${number}`, fields)

  test('the page says of how many decided points nothing was made; it may be closed all the same, and then speaks of corrections', async () => {
    const number = await add('event', { 'title-kk': 'Кездесу', kind: 'meeting', state: 'held' })
    for (const text of ['Мектеп ашу', 'Рейс ашу'])
      expect(
        (await send(`protocols/${number}`, { do: 'add', kind: 'decided', 'text-kk': text, revision: await revision(number) })).status,
      ).toBe(303)
    for (const to of ['sent', 'agreed']) {
      expect(await read(`protocols/${number}`)).not.toContain('no assignment.')
      expect((await send(`protocols/${number}`, { do: 'move', to, revision: await revision(number) })).status).toBe(303)
    }
    const page = (await read(`protocols/${number}`)).replaceAll('\u00a0', ' ')
    expect(page).toContain('2 decided points have no assignment. Once the protocol is closed, none can be made of them.')
    const late = { do: 'add', kind: 'decided', 'text-kk': 'Тағы' }
    expect(await said(await at(number, late))).toEqual([expect.stringContaining('write a correction in the protocol')])
    expect((await send(`protocols/${number}`, { do: 'move', to: 'closed', revision: await revision(number) })).status).toBe(303)
    expect(await said(await at(number, late))).toEqual([
      expect.stringContaining('The protocol is closed, so this does not change. If there is a mistake, write a correction'),
    ])
  })

  const revision = async (number: number): Promise<string> => String((await site.record.findCooperation(city, 'event', number))?.revision)
})
