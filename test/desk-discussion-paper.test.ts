import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Consultation } from '../src/books/discussion/consultation.ts'
import { peopleIn } from '../src/books/discussion/participation.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { deskClient, officer, type DeskClient } from './support/desk-client.ts'
import { openConsultation } from './support/open-consultation.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { signInAs } from './support/sign-in-as.ts'

let site: TestSite
let city: City
let desk: DeskClient
let consultation: Consultation
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
  desk = deskClient(site, city, officer(city, 'moderator'))
  consultation = await openConsultation(site, city)
})
afterAll(() => site.close())

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: city.timeZone }).format(new Date())
const path = () => `/desk/consultations/${consultation.number}/paper`
const form = (changes: Record<string, string> = {}) => ({
  receipt: 'A-1',
  day: today(),
  channel: 'paper',
  place: 'Library',
  language: 'kk',
  sentence: '',
  text: 'Саябаққа жарық керек.',
  wording: '',
  votes: '',
  code: '',
  ...changes,
})

describe('a paper form', () => {
  test('counts as one participant and one contribution, and the next begins where this one ended', async () => {
    const answer = await desk.post(path(), form())
    expect(answer.status).toBe(303)
    const next = answer.headers.get('location') ?? ''
    expect(next).not.toContain(encodeURIComponent('Саябаққа'))
    const html = await (await desk.get(next.replace('/en/ulgiqala', ''))).text()
    expect(html).toMatch(/Contribution\s1\sis\sentered\./u)
    expect(html).toContain('value="Library"')
    expect(await site.record.findContribution(city, consultation, 1)).toMatchObject({
      channel: 'paper',
      receipt: 'A-1',
      participant: 1,
      state: 'shown',
      text: 'Саябаққа жарық керек.',
    })
    expect(peopleIn((await site.record.countParticipation(city, consultation)).people)).toBe(1)
  })

  test('is entered once; another comment of the same form is the same participant', async () => {
    expect((await desk.post(path(), form())).status).toBe(422)
    const version = (await site.record.listProgrammeVersions(city, new Date())).at(-1)!
    const sentence = version.directions.flatMap((one) => [...one.text, ...one.goals.flatMap(({ text }) => text)])[0]!
    const wording = `${sentence.text.kk ?? ''} Жыл сайын.`
    expect((await desk.post(path(), form({ sentence: sentence.id, text: '', wording }))).status).toBe(303)
    const found = await site.record.findContribution(city, consultation, 2)
    expect(found).toMatchObject({ kind: 'suggestion', participant: 1, sentence: sentence.id, anchor: { exact: sentence.text.kk } })
  })

  test('with somebody’s telephone number goes to a moderator first', async () => {
    expect((await desk.post(path(), form({ receipt: 'A-2', text: 'Хабарласыңыз: +7 701 123 45 67' }))).status).toBe(303)
    expect(await site.record.findContribution(city, consultation, 3, { everyWord: true })).toMatchObject({
      state: 'held',
      findings: ['phone_number'],
    })
  })

  test.each([
    ['no number', { receipt: ' ' }, '#receipt'],
    ['a day before the discussion', { day: '2020-01-01' }, '#day'],
    ['a day that has not come', { day: '2099-01-01' }, '#day'],
    ['a sentence that is not there', { sentence: 'nothing' }, '#sentence'],
    ['no words', { text: ' ' }, '#text'],
    ['no way in which it came', { channel: 'web' }, '#channel'],
    ['a code that is none', { code: 'abc' }, '#code'],
    ['a code that nobody made', { code: 'ABCDE-23456' }, '#code'],
    ['votes that are none', { votes: '1=yes' }, '#votes'],
    ['a vote on a statement that is not there', { votes: '9999=+' }, '#votes'],
  ])('is refused with %s', async (_, changes, field) => {
    const answer = await desk.post(path(), form({ receipt: 'B-1', ...changes }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`href="${field}"`)
    expect(await site.record.listReceipts(city, consultation, ['B-1'])).toEqual([])
  })

  test('may have votes, with words or without: they count once, and the history does not tell how it voted', async () => {
    const statement = await site.record.addStatement(city, consultation, {
      by: { kind: 'city', text: { kk: 'Көше жарық', ru: 'Улица светлая', en: 'The street is lit' } },
      ...{ subject: null, state: 'shown', at: new Date() },
    })
    const before = peopleIn((await site.record.countParticipation(city, consultation)).people)
    const first = await desk.post(path(), form({ receipt: 'V-1', votes: `${statement}=+`, text: 'Жарық керек.' }))
    expect(first.status).toBe(303)
    const alone = await desk.post(path(), form({ receipt: 'V-2', votes: `${statement}=-`, text: '' }))
    expect(alone.headers.get('location')).toContain('entered=votes')
    expect(await (await desk.get((alone.headers.get('location') ?? '').replace('/en/ulgiqala', ''))).text()).toContain(
      'The votes of the form are entered.',
    )
    // The same form once more is the same participant, and her last answer counts.
    expect((await desk.post(path(), form({ receipt: 'V-2', votes: `${statement}=0`, text: '' }))).status).toBe(303)
    const tally = (await site.record.tallies(city, consultation)).find((one) => one.statement === statement)
    expect(tally).toMatchObject({ agree: 1, disagree: 0, pass: 1 })
    expect(peopleIn((await site.record.countParticipation(city, consultation)).people)).toBe(before + 2)
    const [line] = await site.record.listChanges(city, { subject: `consultation/${consultation.number}`, offset: 0, limit: 1 })
    expect(line).toMatchObject({ action: 'paper.enter', after: { receipt: 'V-2', votes: 1 } })
    expect(JSON.stringify(line)).not.toMatch(/pass|choice/)
  })

  test('is not entered into a consultation that is a draft', async () => {
    const { content, programme, version, level, opensOn, closesOn } = consultation
    const id = site.record.newId()
    const number = await site.record.addConsultation(city, { id, content, programme, version, level, opensOn, closesOn })
    expect((await desk.post(`/desk/consultations/${number}/paper`, form())).status).toBe(404)
  })
})

test('CONSUL PR 2007: who took part on paper with a code is the same participant on the web', async () => {
  const opened = await openConsultation(site, city, { level: 'code' })
  const administrator = deskClient(site, city, officer(city, 'administrator'))
  const made = await administrator.post(`/desk/consultations/${opened.number}/codes`, { count: '1', batch: 'x', as: 'page' })
  const code = /<code>([2-9A-Z-]{11})<\/code>/.exec(await made.text())?.[1] ?? ''
  expect((await desk.post(`/desk/consultations/${opened.number}/paper`, form({ code }))).status).toBe(303)
  const { personId, reader } = await signInAs(site)
  expect((await reader.post(`/en/ulgiqala/discussion/${opened.number}/join`, { code, formKey: 'join' })).status).toBe(303)
  expect(await site.record.findParticipant(city, opened, personId)).toMatchObject({ number: 1 })
  expect(peopleIn((await site.record.countParticipation(city, opened)).people)).toBe(1)
})

test('CONSUL PR 2007: votes on paper with a code count once with those on the web, from a form and from a table', async () => {
  const opened = await openConsultation(site, city, { level: 'code', statements: 1 })
  const administrator = deskClient(site, city, officer(city, 'administrator'))
  const made = await administrator.post(`/desk/consultations/${opened.number}/codes`, { count: '2', batch: 'x', as: 'page' })
  const [first = '', second = ''] = [...(await made.text()).matchAll(/<code>([2-9A-Z-]{11})<\/code>/g)].map((match) => match[1])
  const own = `/desk/consultations/${opened.number}/paper`
  expect((await desk.post(own, form({ receipt: 'C-1', code: first, text: '', votes: '1=-' }))).status).toBe(303)
  const table = async (...rows: string[]) => {
    const body = new FormData()
    body.append('file', new File([['receipt,written_on,language,text,votes,participation_code', ...rows].join('\n')], 'forms.csv'))
    const checked = await (await desk.send(`${own}/check`, body)).text()
    const found = /name="rows" value="([^"]*)"/.exec(checked)?.[1]?.replaceAll('&quot;', '"')
    if (found === undefined) return checked
    const entering = new FormData()
    for (const [name, value] of Object.entries({ rows: found, channel: 'paper', formKey: `table ${rows.join()}` }))
      entering.append(name, value)
    return await (await desk.send(`${own}/import`, entering)).text()
  }
  // Another receipt with the code of the first form is the same participant.
  await table(`C-2,${today()},kk,,1=+,${first}`, `C-3,${today()},kk,,1=+,${second}`)
  expect(peopleIn((await site.record.countParticipation(city, opened)).people)).toBe(2)
  expect((await site.record.tallies(city, opened))[0]).toMatchObject({ agree: 2, disagree: 0 })
  const { personId, reader } = await signInAs(site)
  expect((await reader.post(`/en/ulgiqala/discussion/${opened.number}/join`, { code: first, formKey: 'join-1' })).status).toBe(303)
  const participant = await site.record.findParticipant(city, opened, personId)
  expect(await site.record.listVotesOf(city, opened, participant!.number)).toMatchObject([{ statement: 1, choice: 1 }])
  // What nobody handed out is said by row, and nothing of the table is kept; so is a receipt and a code of two people.
  const unknown = await table(`C-4,${today()},kk,,1=+,ABCDE-23456`, `C-5,${today()},kk,,1=+,abc`)
  expect(unknown).toContain('<th scope="row">2</th><td>code</td>')
  expect(unknown).toContain('<th scope="row">3</th><td>participation_code</td>')
  expect(await table(`C-3,${today()},kk,,1=-,${first}`)).toContain('Somebody else takes part by this code already')
  expect((await site.record.tallies(city, opened))[0]).toMatchObject({ agree: 2, disagree: 0 })
})

describe('a table of forms', () => {
  const header = 'receipt,written_on,place,language,sentence,text,suggested_wording,votes'
  const check = async (client: DeskClient, csv: string | Uint8Array, name = 'forms.csv') => {
    const body = new FormData()
    body.append('file', new File([csv as BlobPart], name))
    body.append('channel', 'meeting')
    return await client.send(`${path()}/check`, body)
  }
  const rowsIn = (html: string) =>
    (/name="rows" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  const enter = async (rows: string, formKey: string) => {
    const body = new FormData()
    for (const [name, value] of [
      ['rows', rows],
      ['channel', 'meeting'],
      ['formKey', formKey],
    ] as const)
      body.append(name, value)
    return await desk.send(`${path()}/import`, body)
  }
  const receipts = async () =>
    (await site.record.listReceipts(city, consultation, ['T-1', 'T-2', 'T-3', 'T-4'])).map(({ receipt }) => receipt).sort()

  test('is shown first, with what is wrong by row and column; only then is it entered, once', async () => {
    const statement = await site.record.addStatement(city, consultation, {
      by: { kind: 'city', text: { kk: 'Автобус кешікпейді', ru: 'Автобус не опаздывает', en: 'Buses are on time' } },
      subject: null,
      state: 'shown',
      at: new Date(),
    })
    const csv = [
      header,
      `T-1,${today()},School 5,ru,,Нужен свет,,${statement}=+`,
      `T-2,${today()},School 5,kk,,,,${statement}=-`,
      `T-3,${today()},School 5,xx,,Language that is none,,`,
      `A-1,${today()},School 5,ru,,Entered before,,`,
      `T-4,1999-01-01,School 5,ru,,Before the discussion,,`,
    ].join('\n')
    const checked = await check(desk, csv)
    const html = await checked.text()
    expect(checked.status).toBe(200)
    expect(html).toMatch(/2\sforms can be entered/u)
    for (const [row, column] of [
      [4, 'language'],
      [5, 'receipt'],
      [6, 'day'],
    ] as const)
      expect(html).toContain(`<th scope="row">${row}</th><td>${column}</td>`)
    expect(html).toContain('There is no language “xx”. Write kk, ru or en.')
    expect(await receipts(), 'nothing is stored yet').toEqual([])

    const rows = rowsIn(html)
    expect((await enter(rows, 'table')).status).toBe(303)
    expect((await enter(rows, 'table')).status, 'sent twice').toBe(303)
    expect(await receipts()).toEqual(['T-1'])
    const tally = (await site.record.tallies(city, consultation)).find((one) => one.statement === statement)
    expect(tally).toMatchObject({ agree: 1, disagree: 1 })
    const again = await enter(rows, 'another form')
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('nothing was stored')
    const [line] = await site.record.listChanges(city, { subject: `consultation/${consultation.number}`, offset: 0, limit: 1 })
    expect(line).toMatchObject({ action: 'paper.import', after: { channel: 'meeting', forms: 2 } })
  })

  test.each([
    ['no file', '', 'forms.csv'],
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4]), 'forms.xlsx'],
    ['another table', 'name,phone\nA,1', 'forms.csv'],
  ])('%s is refused', async (_, csv, name) => {
    const answer = await check(desk, csv, name)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#file"')
  })

  test.each(['', 'null', '{}', '[{"line":1}]', '[{"line":"1","receipt":"X"}]'])(
    'rows that were never shown are not taken: %s',
    async (rows) => {
      expect((await enter(rows, `made up ${rows}`)).status).toBe(422)
    },
  )

  test('has a template that is read again', async () => {
    const template = await (await desk.get(`${path()}/template.csv`)).text()
    const answer = await check(desk, template)
    expect(answer.status).toBe(200)
  })
})

test('Decidim CVE-2026-45377: the draft with its comments opens for staff alone, without what is held', async () => {
  const docx = `/desk/consultations/${consultation.number}/draft.docx`
  const answer = await desk.get(docx)
  expect(answer.headers.get('content-type')).toMatch(/wordprocessingml/)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b])
  const outside = await site.app().request(new Request(`http://localhost/en/ulgiqala${docx}`))
  expect(outside.headers.get('location')).toMatch(/^\/en\/sign-in/)
  const { reader } = await signInAs(site)
  expect((await reader.get(`/en/ulgiqala${docx}`)).status).toBe(403)
})

describe('organisations', () => {
  const given = { kind: 'assembly', 'name-kk': 'Көрші бірлестігі', 'name-ru': 'Объединение соседей', evidence: 'Register 12' }

  test('are verified with evidence, get members by address, and end', async () => {
    expect((await desk.post('/desk/organisations', { ...given, evidence: '' })).status).toBe(422)
    const added = await desk.post('/desk/organisations', given)
    const own = (added.headers.get('location') ?? '').replace('/en/ulgiqala', '')
    const id = own.split('/').at(-1) ?? ''
    const person = await signInAs(site)
    expect((await desk.post(`${own}/members`, { do: 'add', email: 'nobody@example.kz' })).status).toBe(422)
    expect((await desk.post(`${own}/members`, { do: 'add', email: person.email.toUpperCase() })).status).toBe(303)
    expect((await desk.post(`${own}/members`, { do: 'add', email: person.email })).status, 'twice').toBe(422)
    expect((await site.record.listOrganisationsOf(city, person.personId)).map((one) => one.name.ru)).toEqual(['Объединение соседей'])
    expect(await (await desk.get(own)).text()).toContain(person.email)

    expect((await desk.post(own, { ...given, 'name-ru': 'Союз соседей', do: 'save' })).status).toBe(303)
    expect((await desk.post(`${own}/members`, { do: 'remove', person: person.personId })).status).toBe(303)
    expect(await site.record.listOrganisationsOf(city, person.personId)).toEqual([])
    expect((await desk.post(own, { do: 'end' })).status).toBe(303)
    expect((await desk.post(own, { ...given, do: 'save' })).status, 'over').toBe(404)
    const lines = await site.record.listChanges(city, { subject: `organisation/${id}`, offset: 0, limit: 10 })
    expect(lines.map(({ action }) => action)).toEqual([
      'organisation.end',
      'organisation.remove_member',
      'organisation.write',
      'organisation.add_member',
      'organisation.add',
    ])
    expect(JSON.stringify(lines), 'the history knows no addresses').not.toContain(person.email)
  })
})
