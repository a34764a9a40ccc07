import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WaitingMail } from '../../src/books/accounts/mail.ts'
import { writeDigests } from '../../src/actions/discussion/write-digests.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { Consultation } from '../../src/books/discussion/consultation.ts'
import { addDemonstrationStaff } from '../../src/demonstration-staff.ts'
import { readCsvRows } from '../../src/formats/csv.ts'
import { seedDiscussion } from '../../src/seed-discussion.ts'
import { openTestSite, type TestSite } from '../support/server.ts'
import { signInAs } from '../support/sign-in-as.ts'

let site: TestSite
let city: City
let consultation: Consultation
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  await addDemonstrationStaff(site.record)
  await seedDiscussion(site.record)
  city = (await site.record.findCity('ulgiqala'))!
  consultation = (await site.record.findConsultation(city, 2))!
})
afterAll(() => site.close())

const base = '/ru/ulgiqala/discussion'
const get = async (path: string): Promise<Response> => await site.app().request(new Request(`http://bagdar.example${base}${path}`))
const rowsOf = async (path: string): Promise<string[][]> =>
  [...readCsvRows((await (await get(path)).text()).replace('\ufeff', ''))].map(({ cells }) => [...cells])

test('the open data say the same as the pages: every contribution once, hidden words left out', async () => {
  const [header, ...rows] = await rowsOf('/2/contributions.csv')
  const column = (name: string) => header!.indexOf(name)
  expect(rows.map((row) => row[column('number')])).toEqual(Array.from({ length: 31 }, (_, at) => String(at + 1)))
  expect(rows[25]![column('withheld')]).toBe('yes')
  expect(rows[25]![column('text')]).toBe('')
  expect(rows[1]![column('decision')]).toBe('accepted')
  const answers = await rowsOf('/1/answers.csv')
  expect(answers).toHaveLength(11)
  expect(answers[1]!.at(-2)).toBe('1 2')
  const summary = Object.fromEntries(await rowsOf('/2/summary.csv'))
  expect(summary).toMatchObject({
    people_mail: '23',
    people_paper: '3',
    organisations: '3',
    contributions: '30',
    contributions_accepted: '5',
  })
})

test('the feed has events, answers and what was said, newest first, without hidden words', async () => {
  const feed = await (await get('/2/feed.atom')).text()
  expect(feed).toContain('Обсуждение открыто.')
  expect(feed).toContain('contributions/31</id>')
  expect(feed).not.toContain('Выдуманная')
  const days = [...feed.matchAll(/<published>([^<]+)</g)].map(([, day]) => day!)
  expect(days).toEqual(days.toSorted().toReversed())
})

test('a digest goes out once a day, where something happened, and its link ends it without signing in', async () => {
  const { personId, email, reader } = await signInAs(site, { language: 'ru' })
  expect((await reader.post(`${base}/2/subscribe`, { formKey: randomUUID() })).status).toBe(303)
  const token = (await site.record.findSubscription(city, consultation, personId))!
  const written: WaitingMail[] = []
  const digests = async (hours: number): Promise<number> => {
    const now = new Date(Date.now() + hours * 3_600_000)
    return await writeDigests('https://bagdar.example', {
      ...site.record,
      now: () => now,
      inOneTransaction: async (use) =>
        await use({
          ...site.record,
          addMail: async (message) => {
            written.push(message)
            await site.record.addMail(message)
          },
        }),
    })
  }
  expect(await digests(1), 'too early').toBe(0)
  expect(await digests(24), 'nothing happened').toBe(0)
  await site.record.addContribution(city, consultation, {
    kind: 'comment',
    parent: null,
    participant: 1,
    organisationId: null,
    language: 'ru',
    section: null,
    sentence: null,
    anchor: null,
    text: { id: randomUUID(), text: 'Новое' },
    wording: null,
    personId: null,
    channel: 'web',
    receipt: null,
    writtenAt: new Date(Date.now() + 60_000),
    state: 'shown',
    findings: [],
  })
  expect(await digests(24)).toBe(1)
  expect(await digests(25), 'told already').toBe(0)
  const [message] = written
  expect(message).toMatchObject({ recipient: email, unsubscribe: `https://bagdar.example${base}/2/unsubscribe?token=${token}` })
  expect(message!.body).toContain('1 новый комментарий')
  expect(message!.body).not.toContain('Новое')
  expect((await site.record.listMail(50)).find(({ recipient }) => recipient === email)?.unsubscribe).toBe(message!.unsubscribe)

  const stranger = site.app()
  const page = await (await get(`/2/unsubscribe?token=${token}`)).text()
  expect(page).toContain(`value="${token}"`)
  expect(await site.record.findSubscription(city, consultation, personId), 'looking changes nothing').toBe(token)
  const ended = await stranger.request(
    new Request(`http://bagdar.example${base}/2/unsubscribe`, {
      method: 'POST',
      headers: { origin: 'http://bagdar.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${token}`,
    }),
  )
  expect(ended.status).toBe(200)
  expect(await site.record.findSubscription(city, consultation, personId)).toBeNull()
})

test('a mail program ends the news at one press, and nobody else does without the token or from another site (RFC 8058)', async () => {
  const { personId } = await signInAs(site, { language: 'ru' })
  await site.record.addSubscription(city, consultation, personId, new Date())
  const token = await site.record.findSubscription(city, consultation, personId)
  const press = (query: string, headers: Record<string, string> = {}) =>
    site.app().request(`http://bagdar.example${base}/2/unsubscribe${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'List-Unsubscribe=One-Click',
    })
  for (const refused of [press(''), press('?token='), press(`?token=${token}`, { origin: 'https://elsewhere.example' })])
    expect((await refused).status).toBe(403)
  expect((await press('?token=guessed')).status).toBe(200)
  expect(await site.record.findSubscription(city, consultation, personId)).toBe(token)
  expect((await press(`?token=${token}`)).status).toBe(200)
  expect(await site.record.findSubscription(city, consultation, personId)).toBeNull()
})
