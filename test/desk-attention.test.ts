import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { showAttention } from '../src/actions/desk/show-attention.ts'
import type { Role } from '../src/books/accounts/role.ts'
import type { Viewer } from '../src/books/accounts/viewer.ts'
import { daysAfter } from '../src/books/cooperation/partial-date.ts'
import type { Contents, RecordKind } from '../src/books/cooperation/records.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { contentOf } from './support/make-cooperation.ts'
import { openTestSite, type TestSite } from './support/server.ts'

// What waits at the desk of cooperation stands on the front page of the desk, and each line leads to the list that it counts.

let site: TestSite
let city: City
const now = new Date('2026-11-23T06:00:00Z')
const today = '2026-11-23'
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala'))!
})
afterAll(() => site.close())

const as = (role: Role): Viewer => ({
  ...{ personId: randomUUID(), name: 'Test', language: 'en', sessionId: randomUUID(), authenticatedAt: now, secondFactor: true },
  memberships: [{ cityId: city.id, role, department: null }],
})

async function add<Kind extends RecordKind>(kind: Kind, changes: Partial<Contents[Kind]>, due?: string): Promise<void> {
  const number = await site.record.addCooperation(city, kind, { ...contentOf('Жария')[kind], ...changes })
  if (due === undefined) return
  const subject = { kind: kind as 'commitment' | 'assignment', number }
  await site.record.addDeadline(city, { subject, due, reason: '', setAt: now.toISOString(), setBy: randomUUID() })
}

const protocol = (state: 'draft' | 'sent' | 'agreed') => ({ protocol: { state, points: [] } })

/** So many of each, and beside each one that does not wait. */
async function fill(times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await add('commitment', {}, '2026-10')
    await add('commitment', {}, '2027-10')
    await add('commitment', { owner: '' })
    await add('assignment', {}, '2026-11-22')
    await add('assignment', {}, '2026-11-23')
    await add('event', protocol('sent'))
    await add('event', protocol('agreed'))
    // The last day of notice is 60 days away, 61 days away, and yesterday.
    for (const days of [60, 61, -1]) await add('agreement', { until: daysAfter(today, days + 30), noticeDays: 30 })
  }
}

const frontPage = async (role: Role): Promise<string> => {
  const app = site.app({ findViewer: async () => as(role), now: () => now })
  const response = await app.request('http://bagdar.example/en/ulgiqala/desk', { headers: { cookie: 'session=x' } })
  expect(response.status).toBe(200)
  const html = await response.text()
  return html.slice(html.indexOf('id="attention"'), html.indexOf('id="work"'))
}

test('who writes there sees how many, and each line leads to exactly those', async () => {
  await fill(2)
  const html = await frontPage('international_office')
  const lines = [...html.matchAll(/<a href="([^"]*\/desk\/cooperation\/[^"]*)">(\d+)\s([^<]*)</g)].map(
    ([, href = '', count = '', text = '']) => ({
      ...{ href: href.replaceAll('&amp;', '&'), count: Number(count), text },
    }),
  )
  const found = Object.fromEntries(lines.map(({ href, count }) => [/(only|state)=(\w+)/.exec(href)?.[0], count]))
  for (const wait of ['only=overdue', 'state=overdue', 'only=no_date', 'only=no_owner', 'only=protocol_sent', 'only=notice_due'])
    expect(found[wait], wait).toBe(2)

  const app = site.app({ findViewer: async () => as('international_office'), now: () => now })
  for (const { href, count, text } of lines) {
    const page = await (await app.request(`http://bagdar.example${href}`, { headers: { cookie: 'session=x' } })).text()
    const kind = /cooperation\/([a-z]+?)s?\?/.exec(href)![1]
    const listed = page.slice(page.indexOf('<main')).matchAll(new RegExp(`/desk/cooperation/${kind}/(\\d+)`, 'g'))
    expect(new Set([...listed].map(([, number]) => number)).size, `${text}: ${href}`).toBe(count)
  }
})

test.each(['editor', 'moderator', 'auditor'] as const)('%s, who does not write there, sees none of it', async (role) => {
  expect(await frontPage(role)).not.toContain('/desk/cooperation/')
})

test('it asks the same number of questions however much waits', async () => {
  const questions = async (): Promise<number> => {
    let asked = 0
    const counting = new Proxy(site.record, {
      get: (record, name) => {
        const value = record[name as keyof typeof record] as unknown
        if (typeof value !== 'function') return value
        return (...input: unknown[]) => {
          asked += 1
          return (value as (...all: unknown[]) => unknown).apply(record, input)
        }
      },
    })
    await showAttention({ city, viewer: as('international_office'), at: now }, counting)
    return asked
  }
  const before = await questions()
  await fill(5)
  expect(await questions()).toBe(before)
})
