import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/books/accounts/role.ts'
import { daysLater } from '../src/books/discussion/rules/consultation-fields.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { deskClient, officer } from './support/desk-client.ts'
import { openConsultation } from './support/open-consultation.ts'
import { hiddenOf } from './support/web-reader.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { signInAs } from './support/sign-in-as.ts'

let site: TestSite
let city: City
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
})
afterAll(() => site.close())

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: city.timeZone }).format(new Date())
const as = (role: Role) => deskClient(site, city, officer(city, role))

/** The fields of a form as the browser would send them. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const unescaped = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  const main = html.slice(html.indexOf('<main'))
  for (const [, attributes = ''] of main.matchAll(/<input ([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]
    if (of('type') === 'radio' && !/ checked/.test(attributes)) continue
    const name = of('name')
    if (name !== undefined) fields[name] = unescaped(of('value') ?? '')
  }
  for (const [, attributes = '', value = ''] of main.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g))
    fields[/name="([^"]*)"/.exec(attributes)?.[1] ?? ''] = unescaped(value)
  for (const [, name = '', options = ''] of main.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? ''
  return fields
}

/** A published consultation that is open today, with these changes. */
async function open(changes: Record<string, string> = {}): Promise<number> {
  const administrator = as('administrator')
  const fields = fieldsOf(await (await administrator.get('/desk/consultations/new')).text())
  const added = await administrator.post('/desk/consultations/new', { ...fields, ...changes })
  expect(added.status).toBe(303)
  const number = Number(/consultations\/(\d+)$/.exec(added.headers.get('location') ?? '')?.[1])
  const published = await administrator.post(`/desk/consultations/${number}/publish`, {})
  expect(published.status).toBe(303)
  return number
}

describe('a new administrator', () => {
  test('opens a consultation without writing a word', async () => {
    const number = await open()
    const consultation = await site.record.findConsultation(city, number)
    expect(consultation).toMatchObject({ programme: 'ulgiqala-2030', level: 'mail', opensOn: today(), closesOn: daysLater(today(), 30) })
    expect(Object.keys(consultation?.content.rules ?? {})).toEqual(['en', 'kk', 'ru'])
    expect(consultation?.publishedAt).not.toBeNull()
    expect(consultation?.events.map(({ kind }) => kind)).toEqual(['opened'])
    const lines = await site.record.listChanges(city, { subject: `consultation/${number}`, offset: 0, limit: 10 })
    expect(lines.map(({ action }) => action)).toEqual(['consultation.opened', 'consultation.add'])
  })

  test('sees everything that is wrong beside its field, and what she wrote stays', async () => {
    const client = as('administrator')
    const fields = fieldsOf(await (await client.get('/desk/consultations/new')).text())
    const changes = { 'title-kk': '<b>Ақ</b>', 'question-kk': '', 'question-ru': '', 'question-en': '', closesOn: '2001-01-01' }
    const answer = await client.post('/desk/consultations/new', { ...fields, ...changes })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('<title>Error: ')
    expect(html).toContain('href="#question-kk"')
    expect(html).toContain('href="#closesOn"')
    expect(html).toContain('&lt;b&gt;Ақ&lt;/b&gt;')
    expect(html).not.toContain('<b>Ақ</b>')
  })

  test('is told what a draft lacks before she publishes it, in Kazakh or Russian; English may wait', async () => {
    const client = as('administrator')
    const fields = fieldsOf(await (await client.get('/desk/consultations/new')).text())
    const added = await client.post('/desk/consultations/new', { ...fields, 'title-kk': '', 'promise-en': '' })
    const number = /consultations\/(\d+)$/.exec(added.headers.get('location') ?? '')?.[1]
    const preview = await (await client.get(`/desk/consultations/${number}/preview`)).text()
    expect(preview).toContain('#title-kk')
    expect(preview).toContain('Not in English: What the city promises')
    expect((await client.post(`/desk/consultations/${number}/publish`, {})).status).toBe(422)
    expect((await site.record.findConsultation(city, Number(number)))?.publishedAt).toBeNull()
  })
})

describe('a draft', () => {
  test('two who edit it: the second is told, and nothing is lost', async () => {
    const client = as('editor')
    const fields = fieldsOf(await (await client.get('/desk/consultations/new')).text())
    const added = await client.post('/desk/consultations/new', fields)
    const path = `${(added.headers.get('location') ?? '').replace('/en/ulgiqala', '')}/edit`
    const [mine, hers] = [fieldsOf(await (await client.get(path)).text()), fieldsOf(await (await client.get(path)).text())]
    const key = { formKey: 'mine' }
    expect((await client.post(path, { ...mine, ...key, 'title-ru': 'Первое название' })).status).toBe(303)
    const late = await client.post(path, { ...hers, formKey: 'hers', 'title-ru': 'Второе название' })
    expect(late.status).toBe(422)
    const again = await late.text()
    expect(again).toContain('A colleague changed the draft meanwhile')
    expect((await client.post(path, { ...fieldsOf(again), formKey: 'again' })).status).toBe(303)
    const number = Number(/\d+/.exec(path)?.[0])
    expect((await site.record.findConsultation(city, number))?.content.title.ru).toBe('Второе название')
    const lines = await site.record.listChanges(city, { subject: `consultation/${number}`, offset: 0, limit: 10 })
    expect(JSON.stringify(lines[0]?.before)).toContain('Первое название')
  })

  test('once published, its texts are what they are', async () => {
    const number = await open()
    const client = as('administrator')
    expect((await client.get(`/desk/consultations/${number}/edit`)).status).toBe(404)
    expect((await client.post(`/desk/consultations/${number}/edit`, {})).status).toBe(404)
    expect((await client.post(`/desk/consultations/${number}/publish`, {})).status).toBe(404)
  })

  test('is published by somebody who has just proved who she is', async () => {
    const client = deskClient(site, city, { ...officer(city, 'administrator'), authenticatedAt: new Date(Date.now() - 3_600_000) })
    const answer = await client.post('/desk/consultations/1/publish', {})
    expect(answer.headers.get('location')).toMatch(/^\/en\/sign-in\/again/)
  })
})

describe('the last day', () => {
  test('later with a reason: the old day stays', async () => {
    const number = await open()
    const client = as('administrator')
    const path = `/desk/consultations/${number}/extend`
    expect((await client.post(path, { closesOn: daysLater(today(), 40) })).status).toBe(422)
    const given = { closesOn: daysLater(today(), 40), 'reason-kk': 'Сұрақ көп', 'reason-ru': 'Много вопросов' }
    expect((await client.post(path, given)).status).toBe(303)
    const consultation = await site.record.findConsultation(city, number)
    expect(consultation?.closesOn).toBe(daysLater(today(), 40))
    expect(consultation?.events.at(-1)).toMatchObject({
      kind: 'extended',
      closesOn: { before: daysLater(today(), 30), after: daysLater(today(), 40) },
      reason: { ru: 'Много вопросов' },
    })
    expect(await (await client.get(`/desk/consultations/${number}`)).text()).toContain('Много вопросов')
  })

  test('earlier, today at the earliest', async () => {
    const number = await open()
    const client = as('administrator')
    const reason = { 'reason-kk': 'Бағдарлама өзгерді', 'reason-ru': 'Программа изменилась' }
    expect((await client.post(`/desk/consultations/${number}/close`, { closesOn: daysLater(today(), -1), ...reason })).status).toBe(422)
    expect((await client.post(`/desk/consultations/${number}/close`, { closesOn: today(), ...reason })).status).toBe(303)
    expect((await site.record.findConsultation(city, number))?.events.at(-1)?.kind).toBe('closed')
  })

  test('"answered" waits until it is over', async () => {
    const number = await open()
    expect((await as('administrator').get(`/desk/consultations/${number}/answered`)).status).toBe(404)
    expect((await as('administrator').post(`/desk/consultations/${number}/answered`, {})).status).toBe(422)
    const events = (await site.record.findConsultation(city, number))?.events ?? []
    expect(events.map(({ kind }) => kind)).toEqual(['opened'])
  })
})

describe('codes of the city', () => {
  test('a batch that was lost is made void: what was used stays, the others open nothing, and the history keeps why', async () => {
    const { number, ...consultation } = await openConsultation(site, city, { level: 'code' })
    const client = as('administrator')
    const path = `/desk/consultations/${number}/codes`
    const [used = '', lost = ''] = codesIn(await (await client.post(path, { count: '2', batch: 'Tau', as: 'page' })).text())
    const [other = ''] = codesIn(await (await client.post(path, { count: '1', batch: 'Jylga', as: 'page' })).text())
    const join = async (code: string) =>
      await (await signInAs(site)).reader.post(`/en/ulgiqala/discussion/${number}/join`, { code, formKey: randomUUID() })
    expect((await join(used)).status).toBe(303)
    const [batch] = (await site.record.listCodeBatches(city, consultation)).filter((one) => one.batch === 'Tau')
    const which = `${batch!.madeAt} Tau`
    for (const [fields, field] of [
      [{ 'void-batch': '', 'void-reason': 'x' }, '#void-batch'],
      [{ 'void-batch': which, 'void-reason': ' ' }, '#void-reason'],
    ] as const) {
      const refused = await client.post(`${path}/void`, fields)
      expect([refused.status, (await refused.text()).includes(`href="${field}"`)]).toEqual([422, true])
    }
    expect((await client.post(`${path}/void`, { 'void-batch': which, 'void-reason': 'Lost in the post' })).status).toBe(303)
    expect((await site.record.listCodeBatches(city, consultation)).find((one) => one.batch === 'Tau')).toMatchObject({
      made: 2,
      used: 1,
      void: 1,
    })
    const refused = await join(lost)
    expect([refused.status, (await refused.text()).includes('This code is void')]).toEqual([422, true])
    expect((await join(other)).status).toBe(303)
    const [line] = await site.record.listChanges(city, { subject: `consultation/${number}`, offset: 0, limit: 1 })
    expect(line).toMatchObject({
      action: 'consultation.void_codes',
      before: { batch: 'Tau' },
      after: { count: 1, reason: 'Lost in the post' },
    })
    expect((await client.post(`${path}/void`, { 'void-batch': which, 'void-reason': 'Again' })).status).toBe(422)
    expect((await as('moderator').post(`${path}/void`, { 'void-batch': which, 'void-reason': 'x' })).status).toBe(403)
  })

  const codesIn = (html: string): string[] => [...html.matchAll(/<code>([2-9A-Z]{5}-[2-9A-Z]{5})<\/code>/g)].map((match) => match[1] ?? '')

  test('are shown once, and stored as hashes alone', async () => {
    const number = await open({ level: 'code' })
    const client = as('administrator')
    const fields = { count: '5', batch: 'Schools of Tau', as: 'page', formKey: 'codes-once' }
    const first = await client.post(`/desk/consultations/${number}/codes`, fields)
    expect(first.status).toBe(200)
    expect(first.headers.get('cache-control')).toBe('no-store')
    const codes = codesIn(await first.text())
    expect(new Set(codes).size).toBe(5)
    const second = await client.post(`/desk/consultations/${number}/codes`, fields)
    expect(second.status).toBe(303)
    const list = await (await client.get(`/desk/consultations/${number}/codes`)).text()
    expect(list).toContain('Schools of Tau')
    const [batch] = await site.record.listCodeBatches(city, { id: (await site.record.findConsultation(city, number))!.id })
    expect(batch).toMatchObject({ made: 5, used: 0 })
    for (const code of codes) {
      expect(list).not.toContain(code)
      expect(await tablesHold(code.replace('-', ''))).toBe(false)
    }
  })

  test('come as a table for a spreadsheet', async () => {
    const number = await open({ level: 'code' })
    const answer = await as('administrator').post(`/desk/consultations/${number}/codes`, { count: '3', batch: '=cmd', as: 'csv' })
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/)
    expect((await answer.text()).split('\r\n')[1]).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5},'=cmd$/)
  })

  test.each([
    ['none', { count: '0', batch: 'x' }],
    ['too many', { count: '2001', batch: 'x' }],
    ['for nobody', { count: '1', batch: ' ' }],
  ])('%s are refused', async (_, fields) => {
    const number = await open({ level: 'code' })
    expect((await as('administrator').post(`/desk/consultations/${number}/codes`, fields)).status).toBe(422)
  })

  test('CONSUL PR 2007: a code is one participant, once, whoever brings it and however she types it', async () => {
    const number = await open({ level: 'code' })
    const consultation = (await site.record.findConsultation(city, number))!
    const made = await as('administrator').post(`/desk/consultations/${number}/codes`, { count: '2', batch: 'x', as: 'page' })
    const [code = '', other = ''] = codesIn(await made.text())
    const [first, second] = [await signInAs(site), await signInAs(site)]
    const join = `/en/ulgiqala/discussion/${number}/join`
    const formKey = async (reader: typeof first.reader) => hiddenOf(await (await reader.get(join)).text(), 'formKey')

    const wrong = await first.reader.post(join, { code: 'ABCDE-22222', formKey: await formKey(first.reader) })
    expect(wrong.status).toBe(422)
    const to = `/en/ulgiqala/discussion/${number}/votes`
    const right = await first.reader.post(join, { code: code.toLowerCase(), to, formKey: await formKey(first.reader) })
    expect([right.status, right.headers.get('location')]).toEqual([303, to])
    expect(await site.record.findParticipant(city, consultation, first.personId)).toMatchObject({
      number: 1,
      level: 'code',
      channel: 'web',
    })

    const taken = await second.reader.post(join, { code, formKey: await formKey(second.reader) })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('Somebody else takes part by this code')
    expect(await site.record.findParticipant(city, consultation, second.personId)).toBeNull()
    const elsewhere = await second.reader.post(join, { code: other, to: '//evil.example', formKey: await formKey(second.reader) })
    expect(elsewhere.headers.get('location')).toBe(`/en/ulgiqala/discussion/${number}`)
    const [batch] = await site.record.listCodeBatches(city, consultation)
    expect(batch?.used).toBe(2)
  })

  test('cannot be guessed: after ten tries somebody waits', async () => {
    const number = await open({ level: 'code' })
    const { reader } = await signInAs(site)
    const join = `/en/ulgiqala/discussion/${number}/join`
    const statuses: number[] = []
    for (let index = 0; index < 11; index++) statuses.push((await reader.post(join, { code: 'ABCDE22222' })).status)
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429])
  })
})

/** Whether a text stands anywhere in the database. */
async function tablesHold(text: string): Promise<boolean> {
  const { openDatabase } = await import('../src/store/database.ts')
  const database = await openDatabase({ directory: site.directory })
  try {
    const { rows } = await database.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { name } of rows) {
      const found = await database.pool.query<{ n: number }>(
        `select count(*)::int as n from "${name}" t where position($1 in t::text) > 0`,
        [text],
      )
      if ((found.rows[0]?.n ?? 0) > 0) return true
    }
    return false
  } finally {
    await database.close()
  }
}
