import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/books/accounts/role.ts'
import { recordFields, type Field } from '../src/books/cooperation/record-fields.ts'
import { recordKinds, type RecordKind } from '../src/books/cooperation/records.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { deskClient, officer, type DeskClient } from './support/desk-client.ts'
import { fieldsOf } from './support/form-fields.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let city: City
let office: DeskClient
beforeAll(async () => {
  site = await openTestSite('ulgiqala', 'almaty')
  city = (await site.record.findCity('ulgiqala')) as City
  office = as('international_office')
})
afterAll(() => site.close())

const as = (role: Role): DeskClient => deskClient(site, city, officer(city, role))
const desk = '/desk/cooperation'
const text = `Үлгіқала әкімі мен губернатор кездесті. «Біз визаларды азайтуды қарастырамыз», – деді губернатор.
Тараптар келесі кездесуді Үлгіқалада өткізуге келісті. Қала қатынасты дамытуға ниетті. Тараптар бұған келісті.`
const later = 'Келесі кездесу 2025 жылғы мамырда Үлгіқалада өтті.'

/** The page that a form was sent to the next time; its number. */
const numberIn = (answer: Response): number => Number(/\/(\d+)(?:[#?/].*)?$/.exec(answer.headers.get('location') ?? '')?.[1])

/** A record with what every kind needs, and these fields. */
async function add(kind: RecordKind, fields: Readonly<Record<string, string>>, client = office): Promise<number> {
  const answer = await client.post(`${desk}/${kind}/new`, {
    ...fieldsOf(await (await client.get(`${desk}/${kind}/new`)).text()),
    ...fields,
  })
  if (answer.status !== 303) throw new Error(`${kind}: ${answer.status} ${errorsIn(await answer.text()).join('; ')}`)
  return numberIn(answer)
}

/** What the page says is wrong, with where it leads. */
const errorsIn = (html: string): string[] =>
  [...(/<div role="alert">.*?<ul>(.*?)<\/ul>/s.exec(html)?.[1]?.matchAll(/href="([^"]*)"/g) ?? [])].map(([, to]) => to ?? '')

/** The same text is not taken in twice: each ends with a number of its own. */
const source = async (words = text): Promise<number> =>
  await add('source', { 'title-kk': 'Баспасөз хабары', language: 'kk', text: `${words}\n${++sources}` })
let sources = 0
const partner = async (name = 'Губернаторлық'): Promise<number> => await add('partner', { 'name-kk': name })
const commitment = async (fields: Readonly<Record<string, string>> = {}): Promise<number> =>
  await add('commitment', {
    'title-kk': 'Келесі кездесу',
    by: String(await partner()),
    strength: 'agreed_to_do',
    marker: 'келісті',
    ...fields,
  })
const mark = (path: string, fields: Readonly<Record<string, string>>) => office.post(`${desk}/${path}/evidence`, fields)
const promise = 'Тараптар келесі кездесуді Үлгіқалада өткізуге келісті.'

/** A commitment tied to its source; both numbers. */
async function promised(): Promise<{ number: number; from: number }> {
  const [number, from] = [await commitment(), await source()]
  const marked = await mark(`commitment/${number}`, { 'span-source': String(from), 'span-words': promise, 'span-marker': 'келісті' })
  expect(marked.status).toBe(303)
  return { number, from }
}

describe('the forms are made from the description of the fields', () => {
  test.each(recordKinds)('%s has a list, an empty form, and a field for each of its own', async (kind) => {
    expect((await office.get(`${desk}/${kind}`)).status).toBe(200)
    const html = await (await office.get(`${desk}/${kind}/new`)).text()
    for (const [name, { type }] of Object.entries<Field>(recordFields[kind])) {
      const id = type === 'words' ? `${name}-kk` : name
      expect(html.includes(`id="${id}"`), id).toBe(type !== 'elsewhere')
    }
    expect(html, 'a name of a field without words').not.toMatch(/<label[^>]*>[a-z]+[A-Z]/)
  })

  test('everything that is wrong is said at once, and what was typed stays', async () => {
    const answer = await office.post(`${desk}/commitment/new`, {
      'title-ru': '<b>Встреча</b>',
      'formOfCompletion-en': 'x'.repeat(5001),
      strength: 'wants',
      marker: '',
      event: '99999',
      madeOn: '31.12.2015',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('<title>Error: ')
    expect(errorsIn(html).toSorted()).toEqual(['#by', '#event', '#formOfCompletion-en', '#madeOn', '#marker', '#strength'])
    expect(html).toContain('&lt;b&gt;Встреча&lt;/b&gt;')
    expect(html).toContain('value="31.12.2015"')
    const named = await (await office.post(`${desk}/event/new`, { kind: 'visit', state: 'held', startsAt: '2016-04-04 10:00' })).text()
    expect(errorsIn(named)).toEqual(['#title-en'])
  })

  test('a time with a space instead of a T is a time', async () => {
    const number = await add('event', { 'title-kk': 'Кездесу', startsAt: '2016-04-04 10:00', timeZone: 'Asia/Bangkok' })
    expect((await site.record.findCooperation(city, 'event', number))?.content.startsAt).toBe('2016-04-04T10:00')
  })

  test('opened from another record, the form names it already', async () => {
    const event = await add('event', { 'title-kk': 'Сапар' })
    const page = await (await office.get(`${desk}/event/${event}`)).text()
    for (const kind of ['attendance', 'topic', 'statement', 'commitment'])
      expect(page).toContain(`href="/en/ulgiqala/desk/cooperation/${kind}/new?event=${event}"`)
    const fields = fieldsOf(await (await office.get(`${desk}/topic/new?event=${event}&title-kk=Көлік`)).text())
    expect(fields).toMatchObject({ event: String(event), 'title-kk': 'Көлік' })
    await add('topic', { event: String(event), 'title-kk': 'Қала көлігі' })
    expect(await (await office.get(`${desk}/event/${event}`)).text()).toContain('Қала көлігі')
  })

  test('with more than fifty records a number is typed, with suggestions', async () => {
    for (let at = 0; at < 51; at++) await site.record.addCooperation(city, 'person', { nameAsWritten: `Адам ${at}`, names: {} })
    const html = await (await office.get(`${desk}/statement/new`)).text()
    expect(html).toMatch(/<input[^>]*id="speakers"[^>]*list="speakers-list"|<input[^>]*list="speakers-list"[^>]*id="speakers"/)
    expect(html).toContain('<datalist id="speakers-list">')
  })
})

describe('who may', () => {
  test('an auditor reads everything and writes nothing', async () => {
    const { number, from } = await promised()
    const auditor = as('auditor')
    for (const path of ['', '/commitment', `/commitment/${number}`, `/commitment/${number}/pursue`, `/sources/${from}`]) {
      const answer = await auditor.get(desk + path)
      const html = await answer.text()
      expect(answer.status, path).toBe(200)
      expect(html.slice(html.indexOf('<main')), path).not.toContain('method="post"')
    }
    expect(await (await auditor.get(`${desk}/commitment/${number}`)).text()).toContain(`subject=cooperation%2Fcommitment%2F${number}`)
    expect((await auditor.get(`${desk}/partner/new`)).status).toBe(403)
    const paths = ['partner/new', `commitment/${number}`, `sources/${from}`, `sources/${from}/span`]
    const below = ['publish', 'withdraw', 'evidence', 'pursue'].map((one) => `commitment/${number}/${one}`)
    for (const path of [...paths, ...below]) expect((await auditor.post(`${desk}/${path}`, {})).status, path).toBe(403)
  })

  test.each(['administrator', 'data_officer', 'moderator'] as const)('%s has no part in it', async (role) => {
    for (const path of ['', '/partner', '/partner/1', '/sources/1']) expect((await as(role).get(desk + path)).status, path).toBe(403)
  })

  test('the office of another city is refused here, and finds nothing of it at home', async () => {
    const other = (await site.record.findCity('almaty')) as City
    const { number, from } = await promised()
    const stranger = officer(other, 'international_office')
    const [here, home] = [deskClient(site, city, stranger), deskClient(site, other, stranger)]
    for (const path of [`commitment/${number}`, `commitment/${number}/pursue`, `sources/${from}`]) {
      expect((await here.get(`${desk}/${path}`)).status).toBe(403)
      expect((await here.post(`${desk}/${path}`, {})).status).toBe(403)
    }
    const far = 1_999_999
    for (const path of [
      `commitment/${far}`,
      `commitment/${far}/pursue`,
      `commitment/${far}/publish`,
      `commitment/${far}/evidence`,
      `sources/${far}`,
    ])
      expect((await home.post(`${desk}/${path}`, {})).status, path).toBe(404)
    expect((await home.get(`${desk}/commitment/${far}`)).status).toBe(404)
  })
})

describe('a record', () => {
  test('sent twice it is there once, and the history has every step', async () => {
    const fields = { formKey: 'twice', 'name-kk': 'Бір рет', kind: 'city', country: 'th' }
    const [first, second] = [await office.post(`${desk}/partner/new`, fields), await office.post(`${desk}/partner/new`, fields)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const number = numberIn(first)
    expect((await site.record.findCooperation(city, 'partner', number))?.content.country).toBe('TH')
    const form = fieldsOf(await (await office.get(`${desk}/partner/${number}`)).text())
    expect((await office.post(`${desk}/partner/${number}`, { ...form, formKey: 'other', 'name-ru': 'Один раз' })).status).toBe(303)
    const lines = await site.record.listChanges(city, { subject: `cooperation/partner/${number}`, offset: 0, limit: 10 })
    expect(lines.map(({ action }) => action)).toEqual(['cooperation.write', 'cooperation.add'])
  })

  test('two who change it: the second sees both versions, nothing is overwritten, and nothing she typed is lost', async () => {
    const path = `${desk}/partner/${await partner('Екеу')}`
    const [mine, hers] = [fieldsOf(await (await office.get(path)).text()), fieldsOf(await (await office.get(path)).text())]
    expect((await office.post(path, { ...mine, formKey: 'mine', 'name-ru': 'Первое имя' })).status).toBe(303)
    const late = await office.post(path, { ...hers, formKey: 'hers', 'name-ru': 'Второе имя', 'note-kk': 'Ескерту' })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('A colleague changed')
    const differences = html.slice(html.indexOf('id="differences"'), html.indexOf('id="record"'))
    expect(differences).toContain('Первое имя')
    expect(differences).toContain('Второе')
    expect(differences).toContain('Ескерту')
    const number = Number(path.split('/').at(-1))
    expect((await site.record.findCooperation(city, 'partner', number))?.content.name.ru).toBe('Первое имя')
    const again = fieldsOf(html)
    expect(again).toMatchObject({ 'name-ru': 'Второе имя', 'note-kk': 'Ескерту' })
    expect((await office.post(path, { ...again, formKey: 'again' })).status).toBe(303)
    expect((await site.record.findCooperation(city, 'partner', number))?.content.name.ru).toBe('Второе имя')
  })

  test('the text of a source comes as a file, too', async () => {
    const fields = { 'title-kk': 'Файл', language: 'kk', kind: 'article' }
    const bring = async (bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new File([bytes], 'text.txt', { type: 'text/plain' }))
      return await office.send(`${desk}/source/new`, form)
    }
    // й of two letters, as a Mac writes it.
    const brought = await bring(new TextEncoder().encode('\ufeffКелесі и\u0306ыл\r\nкездесеміз. '.repeat(4000)))
    expect(brought.status).toBe(303)
    const kept = (await site.record.findCooperation(city, 'source', numberIn(brought)))?.content.text ?? ''
    expect(kept.startsWith('Келесі йыл\nкездесеміз.')).toBe(true)
    const refused = await bring(new Uint8Array([0xca, 0xe5, 0xeb, 0xe5, 0xf1, 0xb3]))
    expect(refused.status).toBe(422)
    expect(errorsIn(await refused.text())).toEqual(['#file'])
  })
})

describe('a place in a source', () => {
  const find = (from: number, fields: Readonly<Record<string, string>>) =>
    office.post(`${desk}/sources/${from}`, { kind: 'statement', ...fields })

  test('words that are read become a record: found, prefilled to the letter, tied, published', async () => {
    const from = await source()
    // Pasted from a page: other quotes, other dash, another space.
    const found = await find(from, { 'span-words': '"Біз визаларды азайтуды қарастырамыз"' })
    expect(found.status).toBe(303)
    const place = new URL(found.headers.get('location') ?? '', 'http://localhost')
    const page = await (await office.get(place.pathname.replace('/en/ulgiqala', '') + place.search)).text()
    expect(page).toContain('<mark>«Біз визаларды азайтуды қарастырамыз»</mark>')
    const next = /href="\/en\/ulgiqala([^"]*statement\/new[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const fields = fieldsOf(await (await office.get(next)).text())
    expect(fields).toMatchObject({ text: '«Біз визаларды азайтуды қарастырамыз»', language: 'kk' })
    const speaker = await add('person', { nameAsWritten: 'Губернатор' })
    const number = numberIn(await office.post(`${desk}/statement/new`, { ...fields, speakers: String(speaker) }))
    const [evidence] = await site.record.listEvidence(city, 'statement', [number])
    expect(evidence).toMatchObject({ source: from, exact: '«Біз визаларды азайтуды қарастырамыз»', start: text.indexOf('«') })
    for (const path of [`source/${from}`, `person/${speaker}`, `statement/${number}`])
      expect((await office.post(`${desk}/${path}/publish`, {})).status, path).toBe(303)
    expect(await (await office.get(`${desk}/sources/${from}`)).text()).toContain(`id="evidence-${evidence?.number}"`)
  })

  test('a promise that is read is tied with its verb; a verb that is not in the words takes nothing in', async () => {
    const from = await source()
    const found = await find(from, { kind: 'commitment', 'span-words': promise, 'span-marker': 'келісті' })
    const query = new URL(found.headers.get('location') ?? '', 'http://localhost').searchParams
    const next = `${desk}/commitment/new?source=${from}&start=${query.get('start')}&end=${query.get('end')}&marker=${query.get('marker')}`
    const proposed = fieldsOf(await (await office.get(next)).text())
    expect(proposed).toMatchObject({ marker: 'келісті', 'from-source': String(from), strength: '' })
    const fields = { ...proposed, 'title-kk': 'Кездесу', by: String(await partner()), strength: 'agreed_to_do' }
    const before = await site.record.countCooperation(city, 'commitment')
    const wrong = await office.post(`${desk}/commitment/new`, { ...fields, formKey: 'wrong', marker: 'уәде етті' })
    expect(wrong.status).toBe(422)
    expect(errorsIn(await wrong.text())).toEqual(['#marker'])
    expect(await site.record.countCooperation(city, 'commitment')).toBe(before)
    const number = numberIn(await office.post(`${desk}/commitment/new`, fields))
    const [evidence] = await site.record.listEvidence(city, 'commitment', [number])
    expect(text.slice(evidence?.marker?.start, evidence?.marker?.end)).toBe('келісті')
  })

  test('words that stand twice: the server asks which, and what the cursor selected needs no question', async () => {
    const from = await source()
    const twice = await find(from, { 'span-words': 'Тараптар' })
    const html = await twice.text()
    expect(twice.status).toBe(422)
    expect(errorsIn(html)).toEqual(['#span-words'])
    const second = text.lastIndexOf('Тараптар')
    expect(html).toContain(`name="span-start" value="${second}"`)
    const chosen = await find(from, { 'span-words': 'Тараптар', 'span-start': String(second) })
    expect(chosen.headers.get('location')).toContain(`start=${second}&`)
    const number = await partner()
    const tied = await mark(`partner/${number}`, { 'span-source': String(from), 'span-words': 'Тараптар', 'span-start': String(second) })
    expect(tied.status).toBe(303)
    expect((await site.record.listEvidence(city, 'partner', [number]))[0]?.start).toBe(second)
  })

  test.each([
    { case: 'words that are not there', fields: { 'span-words': 'Ондай сөз жоқ' }, errors: ['#span-words'] },
    { case: 'no words', fields: { 'span-words': ' ' }, errors: ['#span-words'] },
    { case: 'a verb that is not among them', fields: { 'span-words': promise, 'span-marker': 'ниетті' }, errors: ['#span-marker'] },
    { case: 'a kind that is not marked', fields: { 'span-words': promise, kind: 'source' }, errors: ['#kind'] },
  ])('$case: said beside the field, and kept', async ({ fields, errors }) => {
    const answer = await find(await source(), fields)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(errorsIn(html)).toEqual(errors)
    expect(html).toContain(fields['span-words'])
  })

  test('a place is tied to a record that is there, and to none that is not', async () => {
    const [from, number] = [await source(), await commitment()]
    const start = text.indexOf(promise)
    const place = { start: String(start), end: String(start + promise.length), kind: 'commitment', marker: 'келісті' }
    const none = await office.post(`${desk}/sources/${from}/span`, { ...place, record: '99999' })
    expect(none.status).toBe(422)
    expect(errorsIn(await none.text())).toEqual(['#record'])
    expect((await office.post(`${desk}/sources/${from}/span`, { ...place, record: String(number) })).status).toBe(303)
    expect(await site.record.listEvidence(city, 'commitment', [number])).toHaveLength(1)
    for (const wrong of ['start=99999&end=99999', 'start=5&end=5', 'start=x&end=5', 'kind=source&start=0&end=5'])
      expect((await office.get(`${desk}/sources/${from}/span?${wrong}&kind=commitment`)).status, wrong).toBe(404)
  })

  test('a source that is used keeps its text; its title may still be corrected', async () => {
    const { from } = await promised()
    const form = fieldsOf(await (await office.get(`${desk}/source/${from}`)).text())
    expect(form).not.toHaveProperty('text')
    const changed = await office.post(`${desk}/source/${from}`, { ...form, formKey: 'text', text: 'Басқа мәтін' })
    expect(errorsIn(await changed.text())).toEqual(['#text'])
    expect((await office.post(`${desk}/source/${from}`, { ...form, formKey: 'title', 'title-en': 'Press release' })).status).toBe(303)
    expect((await site.record.findCooperation(city, 'source', from))?.content).toMatchObject({
      ...{ text: expect.stringContaining(text), title: { en: 'Press release' } },
    })
  })
})

describe('publication', () => {
  test('a promise is not published without its place, nor before what it names', async () => {
    const number = await commitment()
    const publish = async (path: string) => await office.post(`${desk}/${path}/publish`, {})
    const bare = await publish(`commitment/${number}`)
    expect(bare.status).toBe(422)
    expect(errorsIn(await bare.text())).toEqual(['#evidence', '#by'])
    const from = await source()
    await mark(`commitment/${number}`, { 'span-source': String(from), 'span-words': promise, 'span-marker': 'өткізуге' })
    expect(errorsIn(await (await publish(`commitment/${number}`)).text())).toEqual(['#marker', '#by', '#evidence'])
    await mark(`commitment/${number}`, { 'span-source': String(from), 'span-words': promise, 'span-marker': 'келісті' })
    const [by = 0] = (await site.record.findCooperation(city, 'commitment', number))?.content.by ?? []
    for (const path of [`partner/${by}`, `source/${from}`, `commitment/${number}`]) expect((await publish(path)).status, path).toBe(303)
    const published = await site.record.listCooperation(city, 'commitment', { published: true, numbers: [number] })
    expect(published).toHaveLength(1)
  })

  test('what is public keeps who promised, how strongly and in which words; it is withdrawn for a reason', async () => {
    const { number, from } = await promised()
    const [by = 0] = (await site.record.findCooperation(city, 'commitment', number))?.content.by ?? []
    for (const path of [`partner/${by}`, `source/${from}`, `commitment/${number}`]) await office.post(`${desk}/${path}/publish`, {})
    const path = `${desk}/commitment/${number}`
    const form = fieldsOf(await (await office.get(path)).text())
    for (const field of ['by', 'strength', 'marker']) expect(form).not.toHaveProperty(field)
    const stronger = await office.post(path, { ...form, formKey: 'stronger', strength: 'signed' })
    expect(errorsIn(await stronger.text())).toEqual(['#strength'])
    expect((await office.post(path, { ...form, formKey: 'owner', owner: 'Сыртқы байланыс бөлімі' })).status).toBe(303)
    const silent = await office.post(`${path}/withdraw`, {})
    expect(silent.status).toBe(422)
    expect(errorsIn(await silent.text())).toEqual(['#reason'])
    expect((await office.post(`${path}/withdraw`, { reason: 'Қате аударма' })).status).toBe(303)
    expect((await site.record.findCooperation(city, 'commitment', number))?.publishedAt).toBeNull()
    const [last] = await site.record.listChanges(city, { subject: `cooperation/commitment/${number}`, offset: 0, limit: 1 })
    expect(last).toMatchObject({ action: 'cooperation.withdraw', after: { reason: 'Қате аударма' } })
  })
})

describe('what became of it', () => {
  const pursue = (number: number, fields: Readonly<Record<string, string>>, kind = 'commitment') =>
    office.post(`${desk}/${kind}/${number}/pursue`, fields)
  const page = async (number: number, kind = 'commitment') => await (await office.get(`${desk}/${kind}/${number}/pursue`)).text()

  test('done needs a source, and another one than that of the promise', async () => {
    const { number, from } = await promised()
    const done = { do: 'event', kind: 'done', on: '2025-05-20' }
    expect(errorsIn(await (await pursue(number, done)).text())).toEqual(['#span-source'])
    const same = await pursue(number, { ...done, 'span-source': String(from), 'span-words': promise, 'note-kk': 'Кездесу өтті' })
    const html = await same.text()
    expect(same.status).toBe(422)
    expect(errorsIn(html)).toEqual(['#span-source'])
    expect(fieldsOf(html)).toMatchObject({ 'span-words': promise, 'note-kk': 'Кездесу өтті', on: '2025-05-20', kind: 'done' })
    const other = await source(later)
    expect((await pursue(number, { ...done, 'span-source': String(other), 'span-words': later })).status).toBe(303)
    const now = (await page(number)).replaceAll('\u00a0', ' ')
    expect(now).toContain('1. Done')
    expect(now).toContain(later)
    // The place of the event is no place of the promise.
    expect(await (await office.get(`${desk}/commitment/${number}`)).text()).toContain(`sources/${from}#place`)
  })

  test.each([
    { case: 'a day to come', fields: { kind: 'started', on: '2999-01-01' }, errors: ['#on'] },
    { case: 'no day', fields: { kind: 'started', on: '' }, errors: ['#on'] },
    { case: 'no such kind', fields: { kind: 'retracted', on: '2025-01-01' }, errors: ['#kind'] },
    { case: 'words without a source', fields: { kind: 'started', on: '2025-01-01', 'span-words': promise }, errors: ['#span-source'] },
  ])('$case is refused', async ({ fields, errors }) => {
    const answer = await pursue(await commitment(), { do: 'event', ...fields })
    expect(answer.status).toBe(422)
    expect(errorsIn(await answer.text())).toEqual(errors)
  })

  test('an entry is taken back for a reason, and stays to be seen', async () => {
    const number = await commitment()
    expect((await pursue(number, { do: 'event', kind: 'lapsed', on: '2025-01-01' })).status).toBe(303)
    expect(errorsIn(await (await pursue(number, { do: 'retract', retracts: '' })).text())).toEqual(['#retracts', '#why-en'])
    expect((await pursue(number, { do: 'retract', retracts: '1', 'why-kk': 'Қате жазылды' })).status).toBe(303)
    const html = await page(number)
    expect(html).toContain('<del>1. Lapsed</del>')
    expect(html).toContain('Қате жазылды')
    expect(html).toContain('Outcome unknown')
  })

  test('a deadline that moves says why, and the one before stays', async () => {
    const number = await add('assignment', { 'title-kk': 'Тапсырма' })
    expect(errorsIn(await (await pursue(number, { do: 'deadline', due: 'ертең' }, 'assignment')).text())).toEqual(['#due'])
    expect((await pursue(number, { do: 'deadline', due: '2024-03' }, 'assignment')).status).toBe(303)
    expect(await page(number, 'assignment')).toContain('Overdue')
    const silent = await pursue(number, { do: 'deadline', due: '2999-05' }, 'assignment')
    expect(errorsIn(await silent.text())).toEqual(['#reason'])
    expect((await pursue(number, { do: 'deadline', due: '2999-05', reason: 'Қаржы кешікті' }, 'assignment')).status).toBe(303)
    const html = await page(number, 'assignment')
    expect(html).toContain('<del>March 2024</del> May 2999')
    expect(html).toContain('Қаржы кешікті')
    expect(html).not.toContain('Overdue')
  })

  test('only commitments and assignments are pursued', async () => {
    expect((await office.get(`${desk}/partner/${await partner()}/pursue`)).status).toBe(404)
  })
})

describe('lists', () => {
  test('drafts are marked, words are found with folded letters, and a long list has pages', async () => {
    const number = await partner('Бағдаргер')
    await office.post(`${desk}/partner/${await partner('Бағдаргер мәлім')}/publish`, {})
    const found = await (await office.get(`${desk}/partner?q=БАГДАРГЕР`)).text()
    expect(found).toMatch(/2\srecords/)
    const drafts = await (await office.get(`${desk}/partner?q=багдаргер&only=drafts`)).text()
    expect(drafts).toContain(`partner/${number}"`)
    expect(drafts).not.toContain('мәлім')
    expect(drafts).toContain('(draft)')
    expect(await (await office.get(`${desk}/partner?q=${number}`)).text()).toContain('Бағдаргер')
    const people = await (await office.get(`${desk}/person?page=2`)).text()
    expect(people).toContain('Адам 0<')
    expect(people).not.toContain('Адам 50<')
  })

  test('the front page counts what waits, and each count leads to its list', async () => {
    const late = await commitment({ 'title-kk': 'Кешіккен уәде', owner: 'Бөлім' })
    await office.post(`${desk}/commitment/${late}/pursue`, { do: 'deadline', due: '2020' })
    const meeting = await add('event', { 'title-kk': 'Хаттамасыз', kind: 'meeting', state: 'held' })
    const html = await (await office.get(desk)).text()
    for (const [kind, only, number] of [
      ['commitment', 'overdue', late],
      ['commitment', 'no_evidence', late],
      ['event', 'no_protocol', meeting],
    ] as const) {
      expect(html).toContain(`href="/en/ulgiqala/desk/cooperation/${kind}?only=${only}"`)
      expect(await (await office.get(`${desk}/${kind}?only=${only}`)).text()).toContain(`${kind}/${number}"`)
    }
    expect(await (await office.get(`${desk}/commitment?only=no_owner`)).text()).not.toContain(`commitment/${late}"`)
    expect(await (await office.get('/desk')).text()).toContain('href="/en/ulgiqala/desk/cooperation"')
  })

  test('only the records that name one are listed when asked so', async () => {
    const [one, other] = [await partner('Уәде берген'), await partner('Басқа')]
    const number = await commitment({ by: `${one}`, 'title-kk': 'Оның уәдесі' })
    await commitment({ by: `${other}`, 'title-kk': 'Басқаның уәдесі' })
    const html = await (await office.get(`${desk}/commitment?by=${one}`)).text()
    expect(html).toContain(`commitment/${number}"`)
    expect(html).not.toContain('Басқаның уәдесі')
  })
})
