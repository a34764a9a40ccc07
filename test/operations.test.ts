import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roles, type Role } from '../src/books/accounts/role.ts'
import type { Viewer } from '../src/books/accounts/viewer.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { operationEvents, securityEvents } from '../src/books/operations/log.ts'
import { languages } from '../src/books/text.ts'
import { wordsOf } from '../src/pages/words.ts'
import { openLog } from '../src/services/log.ts'
import { takesGzip } from '../src/web/kept-answers.ts'
import type { Operations } from '../src/web/operations.ts'
import type { Site } from '../src/web/site.ts'
import { viewerOf } from '../src/web/viewer.ts'
import { watchRecord } from '../src/watch-record.ts'
import { WebReader } from './support/web-reader.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let city: City
let mistakes: string
let said: string[] = []
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala'))!
  const [series] = await site.record.listSeries(city, new Date(), { indicator: 'U-4' })
  mistakes = `/ru/ulgiqala/figures/${series?.address}/2023/mistakes`
})
afterAll(() => site.close())
beforeEach(() => (said = []))

/** The web with a log that is read here; `form` as in production or as at a terminal. */
function appWith(changes: Partial<Operations> = {}, form: 'lines' | 'words' = 'lines', more: Partial<Site> = {}) {
  const log = openLog({ form, now: () => new Date('2026-11-23T04:05:06Z'), write: (text) => said.push(text) })
  return site.app({ operations: { ...site.operations, log, ...changes }, ...more })
}
const lines = () => said.map((line) => JSON.parse(line) as { event: string; [field: string]: unknown })

const origin = 'http://localhost'
const post = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
})

describe('the log', () => {
  test('has one line for each request, with the pattern of its address', async () => {
    const app = appWith()
    await app.request('/ru/ulgiqala/indicators/U-4?x=of-somebody')
    await app.request('/ru/ulgiqala/indicators/U-4?x=of-somebody') // now a kept answer
    expect(lines()).toEqual(
      [1, 2].map(() => ({
        time: '2026-11-23T04:05:06.000Z',
        level: 'info',
        event: 'request',
        requestId: expect.stringMatching(/^[0-9a-f]+-\d+$/),
        city: 'ulgiqala',
        method: 'GET',
        route: '/:language/:city/indicators/:code',
        status: 200,
        milliseconds: expect.any(Number),
      })),
    )
    expect(new Set(lines().map(({ requestId }) => requestId)).size).toBe(2)
  })

  test('names what was refused, and the person by her id alone', async () => {
    const viewer = viewerWith([])
    const known = { publicUrl: null, findViewer: async () => viewer } as unknown as Site
    const app = appWith()
    app.get('/:language/for-others', async (c) => {
      await viewerOf(c, known)
      return c.text('', 403)
    })
    await app.request('/ru/for-others', { headers: { cookie: 'session=x' } })
    await app.request(mistakes, post({ text: 'x' }, { origin: 'https://elsewhere.example' }))
    expect(lines().filter(({ event }) => event !== 'request')).toMatchObject([
      { event: 'forbidden', level: 'warning', person: viewer.personId, route: '/:language/for-others', status: 403 },
      { event: 'form_refused', level: 'warning', method: 'POST', status: 403 },
    ])
    expect(said.join('')).not.toContain(viewer.name)
  })

  test('V16.3.1 tells of every sign-in, done and failed, and who it was by her id alone', async () => {
    const log = openLog({ form: 'lines', now: () => new Date(), write: (text) => said.push(text) })
    const record = watchRecord(site.record, (event, person) => log('info', event, { person }))
    const app = appWith({}, 'lines', { record, inOneTransaction: async (use) => await use(record) })
    const reader = new WebReader(app)
    await reader.post('/en/sign-in', { email: 'told@canary.example', to: '' })
    const { body } = (await site.record.listMail(50)).find(({ recipient }) => recipient === 'told@canary.example')!
    const code = /\b\d{6}\b/.exec(body)![0]
    expect((await reader.post('/en/sign-in/code', { code: code === '000000' ? '111111' : '000000' })).status).toBe(422)
    expect((await reader.post('/en/sign-in/code', { code })).status).toBe(303)
    const person = (await site.record.findPersonByEmail('told@canary.example'))!.id
    expect(lines().filter(({ event }) => event.startsWith('sign_in'))).toMatchObject([
      { event: 'sign_in_failed', level: 'warning' },
      { event: 'sign_in_succeeded', person },
    ])
    expect(said.join('')).not.toContain('canary')
    expect(said.join('')).not.toContain(code)
  })

  test('names a sign-in that failed', async () => {
    const app = appWith()
    const response = await app.request('/ru/sign-in/password', post({ email: 'aigul.canary@example.kz', password: 'not the right one' }))
    expect(response.status).toBe(422)
    expect(lines().map(({ event }) => event)).toEqual(['sign_in_failed', 'request'])
    expect(said.join('')).not.toContain('canary')
  })

  test('names no address, not even one that nothing answers', async () => {
    const app = appWith()
    for (const address of ['/wp-login.php', '/ru/ulgiqala/no/such/page', '/a/b/c/d/e']) await app.request(address)
    expect(lines().map(({ route }) => route)).toEqual(['/:language', 'unknown', 'unknown'])
  })

  test('tells a fault by kind and place', async () => {
    const broken = { ...site.record, listCities: () => Promise.reject(new TypeError('aigul@canary.example')) }
    const response = await appWith({}, 'lines', { record: broken }).request('/ru')
    expect(response.status).toBe(500)
    expect(lines().map(({ event }) => event)).toEqual(['fault', 'request'])
    expect(lines()[0]).toMatchObject({
      error: { kind: 'TypeError', at: expect.arrayContaining([expect.stringMatching(/operations\.test\.ts/)]) },
    })
    expect(said.join('')).not.toContain('canary')
  })

  test('has a name for every event, and docs/deploy.md explains each', () => {
    const guide = fs.readFileSync(path.resolve(import.meta.dirname, '../docs/deploy.md'), 'utf8')
    const names = [...securityEvents, ...operationEvents]
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  })
})

describe('nothing that somebody sends comes into the log or the metrics', () => {
  const canaries = { email: 'aigul.canary@example.kz', iin: '900101400123', name: 'Айгүл Канарейқызы', code: 'canary-code-7781' }
  const everything = Object.values(canaries)
  const names = ['text', 'password', 'token', 'query', 'q', 'to', 'note', 'value', 'reason', 'title', 'series', 'page', 'asOf', 'state']
  const fields = { ...Object.fromEntries(names.map((name) => [name, everything.join(' ')])), ...canaries }

  test('through any address, query, form, cookie or header, on lines and in words', { timeout: 300_000 }, async () => {
    const write = (text: string): void => void said.push(text)
    const logs = (['lines', 'words'] as const).map((form) => openLog({ form, now: () => new Date(), write }))
    const viewer = viewerWith([...roles])
    const operations = { ...site.operations, log: ((...line) => logs.forEach((log) => log(...line))) satisfies Operations['log'] }
    const app = site.app({ operations, findViewer: async () => viewer })
    const routes = app.routes.filter(({ path: route, method }) => !route.includes('*') && ['GET', 'POST'].includes(method))
    expect(routes.filter(({ method }) => method === 'POST').length).toBeGreaterThan(0)
    const headers = {
      cookie: `session=${encodeURIComponent(canaries.code)}`,
      referer: `${origin}/${encodeURIComponent(canaries.email)}`,
      'user-agent': encodeURIComponent(everything.join(' ')),
      'idempotency-key': canaries.iin,
      'x-request-id': canaries.code,
    }
    for (const [index, { method, path: route }] of routes.entries()) {
      const [canary = '', query] = [everything[index % everything.length], new URLSearchParams(fields).toString()]
      const filled = route.replace(':language', 'ru').replace(':city', 'ulgiqala')
      const address = filled.replaceAll(/:\w+(\{[^}]*\})?\??/g, encodeURIComponent(canary))
      await app.request(`${address}?${query}`, method === 'POST' ? post(fields, headers) : { headers })
      await app.request(address, method === 'POST' ? post({ ...fields, formKey: String(index) }) : {})
    }
    expect(said.length).toBeGreaterThan(routes.length)
    const written = [...said, (await site.operations.readMetrics()).text].join('\n')
    const forms = everything.flatMap((canary) => [canary, encodeURIComponent(canary), encodeURI(canary)])
    expect(forms.filter((canary) => written.includes(canary))).toEqual([])
  })
})

describe('/healthz and /readyz', () => {
  test('the process lives and is ready', async () => {
    expect((await site.app().request('/healthz')).status).toBe(200)
    const ready = await site.app().request('/readyz')
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, reasons: [] }])
  })

  test.each([['stopping'], ['database_read_only'], ['migrations_missing'], ['database_unreachable']])('not ready: %s', async (reason) => {
    const app = appWith({ findProblems: async () => [reason] })
    const response = await app.request('/readyz')
    expect([response.status, await response.json()]).toEqual([503, { ready: false, reasons: [reason] }])
    expect((await app.request('/healthz')).status).toBe(200)
  })
})

describe('/metrics', () => {
  const token = 'a-token-of-some-length'

  test('with a token: for who has it', async () => {
    const app = appWith({ metricsToken: token })
    for (const authorization of ['', 'Bearer wrong', `Basic ${token}`, token])
      expect((await app.request('/metrics', { headers: { authorization } })).status).toBe(404)
    const response = await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  })

  test('without a token: for this machine, and for nobody whom a proxy brings', async () => {
    const address = await site.listen()
    expect((await fetch(`${address}/metrics`)).status).toBe(200)
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect((await fetch(`${address}/metrics`, { headers: { [header]: '127.0.0.1' } })).status).toBe(404)
    expect((await site.app().request('/metrics')).status).toBe(404) // nobody knows where this one comes from
  })

  test('counts requests by pattern, and tells of process, database, mail and jobs', async () => {
    await site.app().request('/ru/ulgiqala/gaps')
    await site.app().request('/ru/ulgiqala/gaps', { method: 'BREW' })
    const { text } = await site.operations.readMetrics()
    expect(text).toMatch(/http_requests_total\{method="GET",route="\/:language\/:city\/gaps",status="200"\} \d/)
    expect(text).toMatch(/http_request_duration_seconds_bucket\{le="0.05",method="GET",route="\/:language\/:city\/gaps"\} \d/)
    expect(text).toMatch(/http_requests_total\{method="other",/)
    expect(text).not.toContain('BREW')
    for (const name of [
      'process_cpu_seconds_total',
      'nodejs_eventloop_lag_p99_seconds',
      '\nbagdar_mail_waiting ',
      'bagdar_job_duration_seconds',
    ])
      expect(text).toContain(name)
    expect(text).toMatch(/bagdar_database_connections\{state="waiting"\} 0/)
  })
})

describe.each(languages)('a database that takes no writes, in %s', (language) => {
  const { t } = wordsOf(language)
  const stopped = (code: string) => () => Promise.reject(Object.assign(new Error('could not extend file "base/5/1"'), { code }))
  const address = () => mistakes.replace('/ru/', `/${language}/`)

  test.each(['53100', '58030', '25006', 'ECONNREFUSED'])('a post is answered with 503 and what was written (%s)', async (code) => {
    const app = appWith({}, 'lines', { inOneTransaction: stopped(code) })
    const response = await app.request(address(), post({ formKey: 'key-1', text: 'Қате: <26.9> емес, 27.5' }))
    const html = await response.text()
    expect([response.status, response.headers.get('retry-after'), response.headers.get('cache-control')]).toEqual([503, '60', 'no-store'])
    expect(html).toContain(t('errors.writeStoppedTitle'))
    expect(html).toContain(t('errors.writeStoppedReading'))
    expect(html).toContain('Қате: &lt;26.9&gt; емес, 27.5')
    expect(html).toContain('name="formKey" value="key-1"')
    expect(html).toContain(`action="${address()}"`)
    expect(lines().map(({ event }) => event)).toEqual(['writes_stopped', 'request'])
    expect(said.join('')).not.toMatch(/Қате|емес/)
  })

  test('pages go on', async () => {
    const app = appWith({}, 'lines', { inOneTransaction: stopped('53100') })
    expect((await app.request(`/${language}/ulgiqala/indicators`)).status).toBe(200)
  })

  test('what proves who somebody is does not come back on the page', async () => {
    const app = appWith({}, 'lines', { inOneTransaction: stopped('25006') })
    const response = await app.request(address(), post({ text: 'two words', password: 'correct horse' }))
    expect(response.status).toBe(503)
    const html = await response.text()
    expect(html).not.toContain('correct horse')
    expect(html).toContain(t('errors.nextAgain'))
  })

  test('a database that is away: kept pages are read on, others say so', async () => {
    let away = false
    const ask = <T>(work: () => Promise<T>) => (away ? stopped('ECONNREFUSED')() : work())
    const record = {
      ...site.record,
      stamp: () => ask(site.record.stamp),
      findCity: (slug: string) => ask(() => site.record.findCity(slug)),
    }
    const app = appWith({}, 'lines', { record })
    const before = await (await app.request(`/${language}/ulgiqala/gaps`)).text()
    away = true
    const kept = await app.request(`/${language}/ulgiqala/gaps`)
    expect([kept.status, await kept.text()]).toEqual([200, before])
    const other = await app.request(`/${language}/ulgiqala/methods`)
    expect(other.status).toBe(503)
    expect(await other.text()).toContain(t('errors.unavailableTitle'))
    expect((await app.request('/api/v1/areas?city=ulgiqala')).status).toBe(503)
  })
})

describe('kept answers', () => {
  test('are the same as the first one, header by header, packed or not', async () => {
    const app = site.app()
    for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
      const [first, second] = [await app.request('/kk/ulgiqala/about', { headers }), await app.request('/kk/ulgiqala/about', { headers })]
      const relevant = ({ headers: all }: Response) =>
        [...all].filter(([name]) => !['vary', 'content-length', 'content-encoding', 'transfer-encoding'].includes(name)).sort()
      expect(relevant(second)).toEqual(relevant(first))
      expect(second.headers.get('vary')).toBe('accept-encoding')
      expect(second.headers.get('content-encoding')).toBe('accept-encoding' in headers ? 'gzip' : null)
      const unpacked = async (response: Response) =>
        response.headers.get('content-encoding') === 'gzip'
          ? await new Response(response.body!.pipeThrough(new DecompressionStream('gzip'))).text()
          : await response.text()
      expect(await unpacked(second)).toBe(await unpacked(first))
    }
  })

  test('are of today: at midnight in the city a page is made again', async () => {
    let now = new Date('2026-11-23T18:59:30Z')
    const app = site.app({ now: () => now })
    const asked = async () => await (await app.request('/en/ulgiqala/contact')).text()
    const [first] = [await asked(), await asked()]
    now = new Date('2026-11-23T19:00:10Z') // the 24th in Almaty
    expect(await asked()).not.toBe(first)
  })

  test.each([
    { header: 'gzip, deflate, br', takes: true },
    { header: 'br, gzip;q=0.5', takes: true },
    { header: 'gzip;q=0', takes: false },
    { header: 'gzip; q=0.0, br', takes: false },
    { header: 'x-gzip', takes: false },
    { header: undefined, takes: false },
  ])('$header: gzip is taken: $takes', ({ header, takes }) => expect(takesGzip(header)).toBe(takes))
})

/** Somebody who is signed in with these roles. */
function viewerWith(held: readonly Role[]): Viewer {
  return {
    personId: '01234567-89ab-4cde-8f01-23456789abcd',
    name: 'Сәуле',
    language: 'kk',
    memberships: held.map((role) => ({ cityId: city.id, role, department: null })),
    sessionId: '11234567-89ab-4cde-8f01-23456789abcd',
    authenticatedAt: new Date(),
    secondFactor: true,
  }
}
