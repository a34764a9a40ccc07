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
  ])('is refused with %s', async (_, changes, field) => {
    const answer = await desk.post(path(), form({ receipt: 'B-1', ...changes }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`href="${field}"`)
    expect(await site.record.listReceipts(city, consultation, ['B-1'])).toEqual([])
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
