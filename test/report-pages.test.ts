import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { languages } from '../src/books/text.ts'
import type { Site } from '../src/web/site.ts'
import { openTestSite, type TestSite } from './support/server.ts'

// The invented city on the day before its programme's next version: the figures of 2025 have come out, and its spending too.
const day = 'asOf=2026-09-01'
let site: TestSite
beforeAll(async () => void (site = await openTestSite('ulgiqala')), 240_000)
afterAll(() => site.close())

const get = (path: string, changes: Partial<Site> = {}) => site.app(changes).request(path)
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u{a0}\u{2060}]+/gu, ' ')
    .replaceAll('&quot;', '"')

describe.each(languages)('reports in %s', (language) => {
  test.each(['', '/yearly', '/yearly?year=2024', '/brief', '/press', '/vlr?chapter=6', '/city', '/example'])(
    '%s is a page, and every figure in it opens',
    async (path) => {
      const address = `/${language}/ulgiqala/reports${path}${path.includes('?') ? '&' : '?'}${day}`
      const answer = await get(address)
      expect(answer.status, address).toBe(200)
      const links = [...(await answer.text()).matchAll(/href="(\/[^"#]*\/figures\/[^"#]+)"/g)].map(([, href = '']) =>
        href.replaceAll('&amp;', '&'),
      )
      for (const href of new Set(links)) expect((await get(href)).status, href).toBe(200)
      if (path !== '') expect(links.length).toBeGreaterThan(2)
    },
  )
})

test('the yearly report says what was planned, measured and spent, and why not', async () => {
  const text = textOf(await (await get(`/en/ulgiqala/reports/yearly?year=2025&${day}`)).text())
  expect(text).toMatch(/Reached 9 Not reached 5/)
  expect(text).toMatch(/Average speed of city buses : deviation −1\.1 \(km\/h\)\. Noted with the figure: Only 9 of the 24 km/)
  // 910 and 450 million planned, 742.5 million spent.
  expect(text).toMatch(/1\.1\.1\. Set aside 24 km of bus lanes.{0,80}1,360,000,000.{0,40}742,500,000 \(30 Mar 2026\) −617,500,000/)
})

test.each([
  ['pdf', 'application/pdf', '%PDF'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
])('as %s to take along', async (format, type, begin) => {
  const answer = await get(`/kk/ulgiqala/reports/press/${format}?${day}`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  expect(answer.headers.get('content-disposition')).toContain(`press-ulgiqala-2026-09-01-kk.${format}`)
  expect(new TextDecoder('latin1').decode(await answer.arrayBuffer())).toMatch(new RegExp(`^${begin}`))
})

test.each(['/yearl', '/brief/exe', '/brief/html', '/yearly/pdf?year=1999', '/yearly?year=all'])('%s is not there', async (path) => {
  expect((await get(`/ru/ulgiqala/reports${path}`)).status).toBe(404)
})

test('a year outside the programme says which years there are', async () => {
  expect(textOf(await (await get('/en/ulgiqala/reports/yearly?year=1999')).text())).toContain(
    'outside the period of the programme, 2024–2030',
  )
})

test('while four files are being made a fifth waits outside, and afterwards comes in', async () => {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => (finish = resolve))
  const pdf = new TextEncoder().encode('%PDF')
  let begun = 0
  const app = site.app({
    typeset: async () => {
      begun++
      await finished
      return pdf
    },
  })
  const ask = async () => await app.request(`/en/ulgiqala/reports/press/pdf?${day}`)
  const four = Array.from({ length: 4 }, ask)
  await vi.waitUntil(() => begun === 4, { timeout: 60_000 })
  expect((await ask()).status).toBe(503)
  finish()
  // The stub is no PDF that could be claimed to be accessible: the request fails, and its place is free again.
  expect((await Promise.all(four)).map(({ status }) => status)).toEqual([500, 500, 500, 500])
  expect((await ask()).status).toBe(500)
}, 120_000)
