import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { City } from '../../src/books/indicators/figure.ts'
import type { Consultation } from '../../src/books/discussion/consultation.ts'
import { sectionsOf } from '../../src/books/programme/sections.ts'
import { addDemonstrationStaff } from '../../src/demonstration-staff.ts'
import { seedDiscussion } from '../../src/seed-discussion.ts'
import { openTestSite, type TestSite } from '../support/server.ts'
import { signInAs, type SignedIn } from '../support/sign-in-as.ts'

let site: TestSite
let city: City
let consultation: Consultation
let sentence: string
let shown: string
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  await addDemonstrationStaff(site.record)
  await seedDiscussion(site.record)
  city = (await site.record.findCity('ulgiqala'))!
  consultation = (await site.record.findConsultation(city, 2))!
  const version = (await site.record.listProgrammeVersions(city, new Date())).find(({ programme }) => programme === 'ulgiqala-2035')!
  const found = sectionsOf(version).find(({ id }) => id === 'g-1-2')!.sentences[0]!
  sentence = found.id
  shown = found.text.ru!
})
afterAll(() => site.close())

const base = '/ru/ulgiqala/discussion/2'
let resident: SignedIn
beforeEach(async () => {
  resident = await signInAs(site, { name: 'Сәуле' })
})
const send = async (who: SignedIn, path: string, fields: Record<string, string>) =>
  await who.reader.post(`${base}${path}`, { formKey: randomUUID(), language: 'ru', shownIn: 'ru', ...fields })
const last = async () =>
  (await site.record.listContributions(city, consultation, { offset: 0, limit: 1, newestFirst: true, everyWord: true }))[0]!

test('nobody signed in is led to sign-in and comes back to the form', async () => {
  const response = await site.app().request(new Request(`http://bagdar.example${base}/write?sentence=${sentence}`))
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`/ru/sign-in?to=${encodeURIComponent(`${base}/write?sentence=${sentence}`)}`)
})

test('a comment on a sentence is kept with its anchor, and the reader is back at the sentence with a message', async () => {
  const form = await (await resident.reader.get(`${base}/write?sentence=${sentence}`)).text()
  expect(form).toContain(shown.slice(-20))
  const response = await send(resident, '/write', { sentence, text: 'Осветите и дорогу через парк.', wording: shown })
  const one = await last()
  expect(response.headers.get('location')).toBe(`${base}/text/g-1-2?sentence=${sentence}&sent=${one.number}#said`)
  expect(one).toMatchObject({
    kind: 'comment',
    sentence,
    section: 'g-1-2',
    wording: null,
    language: 'ru',
    state: 'shown',
    organisation: null,
  })
  expect(one.anchor).toMatchObject({ exact: shown, language: 'ru', version: 1 })
  const page = await (await resident.reader.get(response.headers.get('location')!)).text()
  expect(page).toContain('Осветите и дорогу через парк.')
})

test('another wording makes it a suggestion, and may speak for itself; a quote is a part of the sentence', async () => {
  await send(resident, '/write', { sentence, text: '', wording: shown.replace('2031', '2029'), quote: 'до 2031 года' })
  expect(await last()).toMatchObject({
    kind: 'suggestion',
    text: '',
    wording: shown.replace('2031', '2029'),
    anchor: { exact: 'до 2031 года' },
  })
})

test('what is refused is shown again with everything that was typed', async () => {
  const before = (await last()).number
  const response = await send(resident, '/write', { sentence, text: '  ', wording: shown, quote: 'нет таких слов' })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('нет таких слов')
  expect(page).toContain('href="#text"')
  expect(page).toContain('href="#quote"')
  expect((await last()).number).toBe(before)
})

test('a reply stands under what it replies to, in the same place', async () => {
  const response = await send(resident, '/write', { reply: '2', text: 'И наша смена тоже.' })
  expect(response.status).toBe(303)
  const parent = (await site.record.findContribution(city, consultation, 2))!
  expect(await last()).toMatchObject({ kind: 'reply', parent: 2, sentence: parent.sentence, section: parent.section, anchor: null })
})

test('nobody replies to what was taken down', async () => {
  const response = await send(resident, '/write', { reply: '26', text: 'Ответ.' })
  expect(response.status).toBe(422)
})

test('a form that is sent twice is kept once', async () => {
  const before = (await last()).number
  const fields = { formKey: randomUUID(), language: 'ru', shownIn: 'ru', text: 'Один раз.' }
  const answers = await Promise.all([1, 2, 3].map(async () => await resident.reader.post(`${base}/write`, fields)))
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
  expect((await last()).number).toBe(before + 1)
})

test('only a member speaks for an organisation', async () => {
  const organisation = (await site.record.listOrganisations(city))[0]!
  const refused = await send(resident, '/write', { text: 'От имени.', organisation: organisation.id })
  expect(refused.status).toBe(404)
  await site.record.addMember(city, organisation.id, resident.personId, new Date())
  expect(await (await resident.reader.get(`${base}/write`)).text()).toContain(organisation.id)
  expect((await send(resident, '/write', { text: 'От имени.', organisation: organisation.id })).status).toBe(303)
  expect((await last()).organisation).toMatchObject({ id: organisation.id })
})

test('whoever writes too much waits, and loses nothing', async () => {
  // The clock stands still: no window ends between two posts.
  const now = new Date()
  resident = await signInAs(site, { app: site.app({ now: () => now }) })
  const statuses: number[] = []
  let page = ''
  for (let count = 0; count < 6; count++) {
    const response = await send(resident, '/write', { text: `Мысль номер ${count} из многих.` })
    statuses.push(response.status)
    if (response.status === 429) page = await response.text()
  }
  expect(statuses.filter((status) => status === 303).length).toBeLessThan(6)
  expect(statuses.at(-1)).toBe(429)
  expect(page).toContain('из многих.')
})

test('her own contributions: she takes one back, and nobody else can', async () => {
  await send(resident, '/write', { text: 'Возьму назад.' })
  const { number } = await last()
  const other = await signInAs(site)
  expect((await send(other, `/mine/${number}`, {})).status).toBe(404)
  await send(other, '/write', { text: 'Я тоже участвую.' })
  expect((await send(other, `/mine/${number}`, {})).status).toBe(404)
  expect(await (await resident.reader.get(`${base}/mine`)).text()).toContain('Возьму назад.')
  expect((await send(resident, `/mine/${number}`, {})).status).toBe(303)
  const found = await site.record.findContribution(city, consultation, number, { everyWord: true })
  expect(found).toMatchObject({ state: 'withdrawn', text: null })
})

test('a statement that she proposed is taken back while it waits for a moderator, by nobody else, and its words are gone', async () => {
  const text = 'Автобусы ходят каждые десять минут'
  const propose = async () => {
    const answer = await send(resident, '/statements/new', { text, about: '', anyway: '1' })
    return Number(new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('sent'))
  }
  const number = await propose()
  const other = await signInAs(site)
  expect((await send(other, `/mine/statements/${number}`, {})).status).toBe(404)
  const page = async () => await (await resident.reader.get(`${base}/mine`)).text()
  expect(await page()).toContain(text)
  expect((await send(resident, `/mine/statements/${number}`, {})).status).toBe(303)
  expect(await site.record.findStatement(city, consultation, number)).toMatchObject({ state: 'withdrawn', text: null })
  expect(await page()).not.toContain(text)
  expect((await send(resident, `/mine/statements/${number}`, {})).status).toBe(404)
  expect((await site.record.listStatements(city, consultation, { state: 'held' })).map((one) => one.number)).not.toContain(number)
  // The same words may be proposed once more; what is shown is for others to vote on, and stays.
  const again = await propose()
  await site.record.keepStatementState(city, consultation, again, 'shown')
  expect((await send(resident, `/mine/statements/${again}`, {})).status).toBe(404)
  expect((await send(resident, '/mine/statements/1', {})).status).toBe(404)
})

test('nothing is written in a discussion that is over', async () => {
  const response = await resident.reader.post('/ru/ulgiqala/discussion/1/write', { formKey: randomUUID(), language: 'ru', text: 'Поздно.' })
  expect(response.status).toBe(422)
})
