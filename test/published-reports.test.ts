import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/books/accounts/role.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { manifestOf, publishedFormats } from '../src/books/reports/published-report.ts'
import { languages } from '../src/books/text.ts'
import type { Site } from '../src/web/site.ts'
import { deskClient, officer } from './support/desk-client.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let city: City
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
}, 240_000)
afterAll(() => site.close())

const as = (role: Role, changes: Partial<Site> = {}) =>
  deskClient({ ...site, app: (more) => site.app({ ...changes, ...more }) }, city, officer(city, role))
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u{a0}\u{2060}]+/gu, ' ')
    .replaceAll('&quot;', '"')
const read = async (answer: Response): Promise<string> => textOf(await answer.text())
const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
const opening = '/desk/reports/press/texts/opening'

/** The address of a series of the city with a figure, and that figure. */
async function someFigure(): Promise<{ address: string; period: string; value: string }> {
  const now = new Date()
  const [series] = await site.record.listSeries(city, now, { refArea: city.refArea })
  const figures = (await site.record.listFigures(city, now, [series!.id])).get(series!.id)!
  const found = figures.find(({ value }) => value !== null && !value.includes('.'))! ?? figures.find(({ value }) => value !== null)!
  return { address: series!.address, period: found.timePeriod, value: found.value! }
}

describe('texts of staff', () => {
  test('a part is written in three languages; the preview prints its figures as links, and says which language is missing', async () => {
    const { address, period } = await someFigure()
    const text = `First.\n\nSecond: {{figure ${address} ${period}}}.\n- one\n- two`
    const answer = await as('editor').post(opening, { revision: '0', 'text-kk': '', 'text-ru': 'Первое.', 'text-en': text })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/en/ulgiqala${opening}?saved=1`])
    const html = await (await as('auditor').get('/desk/reports/press')).text()
    expect(html).toContain('<p>First.</p>')
    expect(html).toMatch(new RegExp(`<p>Second: <a href="/en/ulgiqala/figures/${address}/${period}\\?asOf=[^"]+">`))
    expect(html).toContain('<li>one</li><li>two</li>')
    expect(await read(await as('editor').get('/desk/reports'))).toMatch(/Opening statement missing: Kazakh/)
    // Nobody has translated it into Kazakh: the nearest language takes its place, and the reader is told.
    const kazakh = await site
      .app({ findViewer: async () => officer(city, 'editor') })
      .request('http://localhost/kk/ulgiqala/desk/reports/press', { headers: { cookie: 'session=x' } })
    expect(await read(kazakh)).toMatch(/Бұл бөлім тек орыс тілінде жазылған\. Первое\./)
  })

  test('what two people write at once is put together, and nothing is lost', async () => {
    const path = '/desk/reports/brief/texts/opening'
    const [one, other] = [as('editor'), as('international_office')]
    expect((await one.post(path, { revision: '0', 'text-kk': 'бір', 'text-ru': 'один', 'text-en': 'one' })).status).toBe(303)
    expect((await one.post(path, { revision: '1', 'text-kk': 'бір', 'text-ru': 'один!', 'text-en': 'one' })).status).toBe(303)
    const answer = await other.post(path, { revision: '1', 'text-kk': 'бір', 'text-ru': 'один?', 'text-en': 'one more' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Somebody else changed this too')
    expect(html).toMatch(/name="revision" value="2"/)
    expect(html).toMatch(/<textarea[^>]*name="text-en"[^>]*>one more</)
    expect((await other.post(path, { revision: '2', 'text-kk': 'бір', 'text-ru': 'один!', 'text-en': 'one more' })).status).toBe(303)
    const history = await one.get(`${path}/history`)
    const page = await history.text()
    expect(page.match(/id="change-\d+"/g)).toHaveLength(3)
    const first = /name="change" value="(\d+)"[\s\S]*?name="change" value="(\d+)"/.exec(page)?.[2] ?? ''
    expect((await one.post(`${path}/restore`, { change: first })).status).toBe(303)
    expect((await site.record.listReportTexts(city, 'brief'))[0]).toMatchObject({ revision: 4, text: { ru: 'один', en: 'one' } })
  })

  test.each([
    ['{{figure no-such-series 2023}}', 'there is no such series'],
    ['{{figures everywhere}}', 'this placeholder cannot be read'],
    ['{{figure', 'this placeholder cannot be read'],
  ])('%s is named at the preview and stops publishing', async (written, why) => {
    const path = '/desk/reports/brief/texts/opening'
    const { revision, text } = (await site.record.listReportTexts(city, 'brief'))[0]!
    const broken = { revision: String(revision), 'text-kk': text.kk ?? '', 'text-ru': text.ru ?? '', 'text-en': `Here: ${written}` }
    expect((await as('editor').post(path, broken)).status).toBe(303)
    for (const answer of [
      await as('editor').get('/desk/reports/brief'),
      await as('editor').post('/desk/reports/brief/publish', { year: '' }),
    ]) {
      const said = await read(answer)
      expect(said).toContain(`“Opening statement” (English): ${written}`)
      expect(said).toContain(why)
    }
    expect(await site.record.listPublishedReports(city, new Date())).toHaveLength(0)
    expect((await as('editor').get('/desk/reports/brief/preview.pdf')).status).toBe(404)
    await as('editor').post(path, { ...broken, revision: String(revision + 1), 'text-en': 'Whole again.' })
  })

  test('a period without a figure is named too', async () => {
    const { address } = await someFigure()
    await site.record.keepReportText(city, 'press', { part: 'contact', text: { en: `{{figure ${address} 1066}}` }, revision: 0 })
    expect(await read(await as('editor').get('/desk/reports/press'))).toContain('there is no figure for this period')
    await site.record.keepReportText(city, 'press', { part: 'contact', text: { en: 'Press office' }, revision: 1 })
  })

  test('too long a text is refused beside its field', async () => {
    const answer = await as('editor').post(opening, { revision: '1', 'text-kk': 'ә'.repeat(12_001), 'text-ru': '', 'text-en': '' })
    expect([answer.status, await read(answer)]).toEqual([422, expect.stringContaining('Shorten it to 12000')])
  })
})

describe('published reports', () => {
  test('a report is published in all languages and formats, stays as it is, is compared, and is withdrawn with a reason', async () => {
    const editor = as('editor')
    const first = await editor.post('/desk/reports/press/publish', { year: '' })
    expect([first.status, first.headers.get('location')]).toEqual([303, '/en/ulgiqala/reports/published/1'])
    const [report] = await site.record.listPublishedReports(city, new Date())
    expect(report!.files.map(({ language, format }) => `${language}.${format}`)).toEqual(
      languages.flatMap((language) => publishedFormats.map((format) => `${language}.${format}`)),
    )
    expect(report!.sha256).toBe(sha256(manifestOf(report!.files)))

    const bytes = new Map<string, string>()
    const fetchAll = async () => {
      for (const { language, format, sha256: hash } of report!.files) {
        const answer = await site.app().request(`/${language}/ulgiqala/reports/published/1/${format}`)
        expect(answer.status).toBe(200)
        expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
        bytes.set(`${language}.${format}`, sha256(new Uint8Array(await answer.arrayBuffer())))
        expect(bytes.get(`${language}.${format}`)).toBe(hash)
      }
    }
    await fetchAll()
    // What is written afterwards is for the next report.
    const { revision } = (await site.record.listReportTexts(city, 'press')).find(({ part }) => part === 'opening')!
    const said = (await site.record.listReportTexts(city, 'press')).find(({ part }) => part === 'opening')!.text
    expect((await editor.post(opening, { revision: String(revision), 'text-kk': '', 'text-ru': '', 'text-en': 'Another.' })).status).toBe(
      303,
    )
    await fetchAll()
    const page = await read(await site.app().request('/en/ulgiqala/reports/published/1'))
    expect(page).toContain('First.')
    expect(page).not.toContain('Another.')
    expect(page).toContain(report!.sha256)
    expect(said.en).toContain('First.')

    expect((await editor.post('/desk/reports/press/publish', { year: '' })).headers.get('location')).toBe(
      '/en/ulgiqala/reports/published/2',
    )
    const list = await read(await site.app().request('/en/ulgiqala/reports'))
    expect(list).toContain(report!.sha256)
    expect(await read(await site.app().request('/en/ulgiqala/reports/published/2'))).toMatch(/What changed since: Press note/)
    const changes = await site.app().request('/en/ulgiqala/reports/published/2/changes/1')
    expect(await read(changes)).toContain('Both reports say the same of everything.')
    expect((await site.app().request('/en/ulgiqala/reports/published/1/changes/2')).status).toBe(404)

    expect((await editor.post('/desk/reports/published/1/withdraw', { reason: ' ' })).status).toBe(422)
    expect((await editor.post('/desk/reports/published/1/withdraw', { reason: 'A wrong table.' })).status).toBe(303)
    expect((await editor.post('/desk/reports/published/1/withdraw', { reason: 'Again.' })).status).toBe(409)
    expect(await read(await site.app().request('/en/ulgiqala/reports/published/1'))).toMatch(/Withdrawn on .{0,40}Reason: A wrong table\./)
    await fetchAll()
    const changed = await site.record.listChanges(city, { subject: 'report/1', offset: 0, limit: 9 })
    expect(changed.map(({ action }) => action)).toEqual(['report.withdraw', 'report.publish'])
    expect(changed[1]!.after).toMatchObject({ sha256: report!.sha256 })
    expect(await site.record.listDamagedReports(city)).toEqual([])
  }, 120_000)

  test('a form that is sent twice publishes once', async () => {
    const before = (await site.record.listPublishedReports(city, new Date())).length
    const formKey = 'one-and-the-same'
    const editor = as('editor')
    const answers = await Promise.all([1, 2].map(async () => await editor.post('/desk/reports/brief/publish', { year: '', formKey })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect((await site.record.listPublishedReports(city, new Date())).length).toBe(before + 1)
  }, 120_000)

  test.each(['/99', '/1/exe', '/one', '/1/changes/7'])('%s is not there', async (path) => {
    expect((await site.app().request(`/en/ulgiqala/reports/published${path}`)).status).toBe(404)
  })

  test('who writes texts may not publish; whose proof is old proves it again', async () => {
    expect((await as('international_office').post('/desk/reports/brief/publish', { year: '' })).status).toBe(403)
    const old = { ...officer(city, 'editor'), authenticatedAt: new Date(0) }
    const answer = await deskClient(site, city, old).post('/desk/reports/brief/publish', { year: '' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('/sign-in/again')])
  })

  test('nothing in the store changes or deletes a published report or its files, apart from a withdrawal', () => {
    const folder = path.join(import.meta.dirname, '../src/store')
    const text = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
      .join('\n')
    expect(text.match(/(update|delete from|updateTable\('|deleteFrom\(')\s*published_report\w*[^\n]*/g)).toEqual([
      'update published_report set withdrawn_at = ${at}::timestamptz, withdrawal_reason = ${reason}',
    ])
  })
})
