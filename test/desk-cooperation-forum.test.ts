import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/books/accounts/role.ts'
import { readCsvRows } from '../src/formats/csv.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { deskClient, officer, type DeskClient } from './support/desk-client.ts'
import { addEvent, forumTexts } from './support/make-forum.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let city: City
let desk: DeskClient
let forum: number
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
  desk = deskClient(site, city, officer(city, 'international_office'))
  forum = await addEvent(site, city, 'Investment forum')
})
afterAll(() => site.close())

const path = (below = '') => `/desk/cooperation/forum/${forum}${below}`
const as = (role: Role) => deskClient(site, city, officer(city, role))
const page = async (client: DeskClient, below = '') => await (await client.get(path(below))).text()
const kept = async () => await site.record.findForumMatching(city, forum)
const fields = (changes: Record<string, string> = {}) => ({ ...forumTexts, revision: '0', ...changes })
const plain = (html: string) => html.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')

describe('a forum', () => {
  test('has no schedule at first, and no programme', async () => {
    expect(await page(desk)).toContain('There is no schedule yet')
    expect((await desk.get(path('/programme'))).status).toBe(404)
    expect((await desk.get(path('/schedule.csv'))).status).toBe(404)
  })

  test('says what is wrong in which table and line, keeps what was typed, and stores nothing', async () => {
    const participants = `${forumTexts.participants}\nmeru,farmer,Меру,,,,,9,`
    const answer = await desk.post(path(), fields({ participants, wishes: 'from,to,wish\nsiam,nobody,7', tables: 'many' }))
    expect(answer.status).toBe(422)
    const html = plain(await answer.text())
    expect(html.match(/ id="[^"]+"/g)?.length).toBe(new Set(html.match(/ id="[^"]+"/g)).size)
    expect(html).toContain('<title>Error: ')
    expect(html).toContain('Line 6: there is no side “farmer”')
    expect(html).toContain('Line 6: there is no slot “9”')
    expect(html).toContain('Line 2: no participant and no project has the code “nobody”')
    expect(html).toContain('Line 2: there is no wish “7”')
    expect(html).toContain('Enter a number from 1 to 60')
    expect(html).toContain('meru,farmer,Меру')
    expect(await kept()).toBe(null)
  })

  test('gets a schedule with reasons, and says which wish stays open and why', async () => {
    expect((await desk.post(path(), fields())).status).toBe(303)
    const html = plain(await page(desk))
    expect(html).toContain('2 meetings')
    expect(html).toContain('wish of the investor 5; wish of the owner 4; both want it (+5); same sector: tourism (+3)')
    expect(html).toContain('a meeting that has to be')
    expect(html).toContain('no common language: an interpreter is needed')
    expect(html).toContain('the other side does not want this meeting')
    expect((await kept())?.schedule.meetings.map(({ investor, owner, project }) => [investor, owner, project].join(' ')).sort()).toEqual([
      'siam ile hotel',
      'siam su pump',
    ])
    const history = await site.record.listChanges(city, { subject: `cooperation/event/${forum}`, offset: 0, limit: 1 })
    expect(history[0]).toMatchObject({ action: 'cooperation.forum', after: { participants: 4, projects: 2, wishes: 5, meetings: 2 } })
  })

  test('whoever comes second is told, and nothing is overwritten', async () => {
    const answer = await desk.post(path(), fields({ slots: '12:00', revision: '0' }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Somebody changed these tables')
    expect((await kept())?.texts.slots).toBe(forumTexts.slots)
    expect((await desk.post(path(), fields({ revision: '1' }))).status).toBe(303)
    expect((await kept())?.revision).toBe(2)
  })

  test('takes tables as files, with semicolons as a spreadsheet writes them, in Kazakh', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields({ revision: '2', participants: 'not read', wishes: '' }))) form.set(name, value)
    const table = '\ufeffкод;тарап;ұйым\r\nsiam;инвестор;Siam\r\nile;жоба иесі;"Іле ""Тур"""\r\nsu;иесі;Су\r\n'
    form.set('participants-file', new File([table], 'participants.csv', { type: 'text/csv' }))
    expect((await desk.send(path(), form)).status).toBe(303)
    expect(plain(await page(desk))).toContain('Іле &quot;Тур&quot;')
    expect((await desk.post(path(), fields({ revision: '3' }))).status).toBe(303)
  })

  test('has a programme for each participant, for one alone, and a table', async () => {
    const all = plain(await page(desk, '/programme'))
    for (const name of ['Siam Hotels', 'Chao Energy', 'Іле Тур', 'Таза Су']) expect(all).toContain(name)
    expect(all).toContain('No meetings.')
    const one = plain(await page(desk, '/programme?participant=ile'))
    expect(one).toContain('Таудағы қонақүй')
    expect(one).not.toContain('Chao Energy')
    expect((await desk.get(path('/programme?participant=nobody'))).status).toBe(404)
    const rows = [...readCsvRows((await page(desk, '/schedule.csv')).replace('\ufeff', ''))].map(({ cells }) => cells)
    expect(rows).toHaveLength(3)
    expect(rows[1]?.slice(2, 5)).toContain('Siam Hotels')
  })

  test('is read by an auditor, written by the international office alone', async () => {
    expect(await page(as('auditor'))).toContain('Siam Hotels')
    expect(await page(as('auditor'))).not.toContain('<textarea')
    expect((await as('auditor').post(path(), fields({ revision: '4' }))).status).toBe(403)
    expect((await as('moderator').get(path())).status).toBe(403)
    expect((await as('moderator').get(path('/schedule.csv'))).status).toBe(403)
  })

  test('is only where the event is a forum', async () => {
    const meeting = await addEvent(site, city, 'Meeting', 'meeting')
    for (const number of [meeting, 999, 0, '1x']) expect((await desk.get(`/desk/cooperation/forum/${number}`)).status).toBe(404)
    expect((await desk.post(`/desk/cooperation/forum/${meeting}`, fields())).status).toBe(404)
  })

  test('speaks Kazakh and Russian', async () => {
    const app = site.app({ findViewer: async () => officer(city, 'international_office') })
    for (const [language, word] of [
      ['kk', 'Кездесулер кестесі'],
      ['ru', 'Расписание встреч'],
    ])
      expect(
        await (await app.request(`http://localhost/${language}/ulgiqala${path()}`, { headers: { cookie: 'session=x' } })).text(),
      ).toContain(word)
  })
})
