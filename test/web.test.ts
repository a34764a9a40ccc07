import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { importReadings } from '../src/actions/import-readings.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { languages } from '../src/books/text.ts'
import { wordsOf } from '../src/pages/words.ts'
import type { Site } from '../src/web/site.ts'
import { openTestSite, type TestSite } from './support/server.ts'

// The invented city: water lost in the network (U-4) was corrected for 2023 from 27.5 to 26.9 on 20 June 2025; fine dust
// (11.6.2) for 2025 was published as 21.3 on 1 October 2025 and withdrawn a week later.
let site: TestSite
let city: City
let water: string
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala'))!
  water = await pathOfFigure('U-4', '2023')
})
afterAll(() => site.close())

async function pathOfFigure(indicator: string, timePeriod: string): Promise<string> {
  const [series] = await site.record.listSeries(city, new Date(), { indicator })
  return `/ulgiqala/figures/${series?.address}/${timePeriod}`
}

const get = (path: string, headers: Record<string, string> = {}, changes: Partial<Site> = {}) =>
  site.app(changes).request(path, { headers })
const htmlOf = async (path: string, changes: Partial<Site> = {}) => await (await get(path, {}, changes)).text()
const headingOf = (html: string): string | undefined => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '')

describe('the first address', () => {
  test.each([
    { case: 'a browser that wants Russian first', accept: 'ru-RU,ru;q=0.9,en;q=0.8', language: 'ru' },
    { case: 'weights count more than order', accept: 'en;q=0.5, ru;q=0.7', language: 'ru' },
    { case: 'a language we do not speak is passed over', accept: 'de-DE, en-GB;q=0.4', language: 'en' },
    { case: 'none of ours', accept: 'de', language: 'kk' },
    { case: 'nothing said', accept: '', language: 'kk' },
  ])('$case', async ({ accept, language }) => {
    const response = await get('/', accept === '' ? {} : { 'accept-language': accept })
    expect([response.status, response.headers.get('location')]).toEqual([302, `/${language}`])
  })

  test('where there is one city only, a language leads to it', async () => {
    const response = await get('/ru')
    expect([response.status, response.headers.get('location')]).toEqual([302, '/ru/ulgiqala'])
  })
})

describe.each(languages)('what cannot be answered, in %s', (language) => {
  const { t } = wordsOf(language)

  test.each([
    { case: 'no such city', path: `/${language}/atlantis` },
    { case: 'no such page', path: `/${language}/ulgiqala/no-such-page` },
    { case: 'no such indicator', path: `/${language}/ulgiqala/indicators/99.9.9` },
    { case: 'no such series', path: `/${language}/ulgiqala/figures/nothing/2023` },
    { case: 'no such release', path: `/${language}/ulgiqala/releases/999` },
    { case: 'a release that is no number', path: `/${language}/ulgiqala/releases/first` },
    { case: 'a release whose number no database holds', path: `/${language}/ulgiqala/releases/9007199254740991` },
    { case: 'half a release', path: `/${language}/ulgiqala/releases/1.5` },
    { case: 'no such notice', path: `/${language}/ulgiqala/releases/1?code=nothing` },
    { case: 'no such version', path: `/${language}/ulgiqala/programme/versions/99` },
    { case: 'no such goal', path: `/${language}/ulgiqala/programme/goals/99` },
    { case: 'versions that cannot be compared', path: `/${language}/ulgiqala/programme/difference/2/99` },
    { case: 'an address that is not UTF-8', path: `/${language}/ulgiqala/%E0%A4%A` },
  ])('$case is not found', async ({ path }) => {
    const response = await get(path)
    const html = await response.text()
    expect(response.status).toBe(404)
    expect(html).toContain(`<html lang="${language}"`)
    expect(headingOf(html)).toBe(t('errors.notFoundTitle'))
  })

  test.each([
    'indicators?asOf=yesterday',
    'indicators?asOf=2026-02-30',
    'indicators?asOf=2026',
    'feed.atom?asOf=2026-13-01',
    'indicators/%00',
    'indicators/U-4?series=%00',
    'search?q=%00',
  ])('%s is not understood', async (path) => {
    const response = await get(`/${language}/ulgiqala/${path}`)
    expect(response.status).toBe(400)
    expect(headingOf(await response.text())).toBe(t('errors.badRequestTitle'))
  })

  test.each([
    'releases/1?page=-3',
    'releases/1?page=1e300',
    'releases/1?page=0.5',
    'indicators?goal=99&domain=x&state=y&programmeGoal=z',
    'search?kind=nothing&q=%E0%A4%A',
  ])('%s is passed over as far as it is not understood', async (path) => {
    expect((await get(`/${language}/ulgiqala/${path}`)).status).toBe(200)
  })

  test('a record that breaks gives an apology, and the fault is written down', async () => {
    const written = vi.fn<Site['operations']['log']>()
    const fault = new Error('the disk is gone')
    const record = { ...site.record, stamp: () => Promise.reject(fault) }
    const response = await get(`/${language}/ulgiqala`, {}, { record, operations: { ...site.operations, log: written } })
    const html = await response.text()
    expect(response.status).toBe(500)
    expect(headingOf(html)).toBe(t('errors.serverTitle'))
    expect(html).not.toContain('the disk is gone')
    expect(written).toHaveBeenCalledWith('error', 'fault', expect.objectContaining({ error: fault }))
  })
})

test.each([
  { case: 'an unknown language', path: '/de/ulgiqala', accept: 'ru', heading: 'ru' as const },
  { case: 'an address of no language', path: '/favicon.ico', accept: 'en', heading: 'en' as const },
])('$case is not found in the language that the browser asks for', async ({ path, accept, heading }) => {
  const response = await get(path, { 'accept-language': accept })
  expect(response.status).toBe(404)
  expect(headingOf(await response.text())).toBe(wordsOf(heading).t('errors.notFoundTitle'))
})

describe('headers', () => {
  test.each(['/en/ulgiqala', '/en/ulgiqala/no-such-page', '/api/v1/cities', '/robots.txt'])('%s is guarded', async (path) => {
    const { headers } = await get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('files whose name holds a hash may be kept for a year', async () => {
    const [, stylesheet] = /rel="stylesheet" href="([^"]+)"/.exec(await htmlOf('/en/ulgiqala'))!
    const response = await get(stylesheet!)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  test.each(['/assets/../main.js', '/assets/%2e%2e/main.js', '/assets/..%2fmain.js', '/assets//etc/passwd'])(
    '%s leads nowhere',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )
})

describe('a message about a mistake', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    site.app().request(`http://bagdar.example/ru${water}/mistakes`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    })

  test('gets a number, and the reader is sent on to it', async () => {
    const response = await post('text=Не+то+число', { origin: 'http://bagdar.example' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toMatch(new RegExp(`^/ru${water}/mistakes\\?sent=\\d+$`))
    const thanks = await htmlOf(response.headers.get('location')!)
    const number = /sent=(\d+)/.exec(response.headers.get('location')!)![1]!
    expect(thanks.replaceAll('\u00a0', ' ')).toContain(wordsOf('ru').t('figure.mistakeThanks', { number }).replaceAll('\u00a0', ' '))
  })

  test.each([
    { case: 'without text', body: 'text=+++', says: 'figure.mistake_text_empty' as const },
    { case: 'without the field', body: '', says: 'figure.mistake_text_empty' as const },
  ])('$case is refused beside the field', async ({ body, says }) => {
    const response = await post(body, { origin: 'http://bagdar.example' })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(wordsOf('ru').t(says))
    expect(html).toMatch(/<textarea[^>]*aria-invalid="true"/)
  })

  test('with a null character is taken without it', async () => {
    expect((await post('text=a%00b', { origin: 'http://bagdar.example' })).status).toBe(303)
  })

  test('that is too long is refused and not lost', async () => {
    const text = 'а'.repeat(2001)
    const response = await post(`text=${text}`, { origin: 'http://bagdar.example' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(text)
  })

  test.each([
    { case: 'from another site', headers: { origin: 'https://elsewhere.example' } },
    { case: 'that does not say where it comes from', headers: {} },
  ])('$case is not taken', async ({ headers }) => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => {})
    const response = await post('text=hello', headers as Record<string, string>)
    expect(response.status).toBe(403)
    expect(written).not.toHaveBeenCalled()
    written.mockRestore()
  })

  test('that is a flood is cut off', async () => {
    const response = await post(`text=${'x'.repeat(70_000)}`, { origin: 'http://bagdar.example', 'content-length': '70005' })
    expect(response.status).toBe(413)
  })

  test('about a figure that is not there is not found', async () => {
    const response = await site.app().request('http://bagdar.example/ru/ulgiqala/figures/nothing/2023/mistakes', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://bagdar.example' },
      body: 'text=hello',
    })
    expect(response.status).toBe(404)
  })
})

describe('behind a proxy', () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'bagdar.example' }
  const sitemapOf = async (peer: string, trustedProxies: readonly string[]) => {
    const environment = { incoming: { socket: { remoteAddress: peer, remotePort: 1, remoteFamily: 'IPv4' } } }
    return await (await site.app({ trustedProxies }).request('http://inside/robots.txt', { headers: forwarded }, environment)).text()
  }

  test.each([
    { case: 'a trusted proxy is believed', peer: '10.0.0.1', trusted: ['10.0.0.1'], address: 'https://bagdar.example/sitemap.xml' },
    { case: 'somebody else is not', peer: '10.0.0.2', trusted: ['10.0.0.1'], address: 'http://inside/sitemap.xml' },
    { case: 'nobody is, where none is named', peer: '10.0.0.1', trusted: [], address: 'http://inside/sitemap.xml' },
  ])('$case', async ({ peer, trusted, address }) => {
    expect(await sitemapOf(peer, trusted)).toContain(`Sitemap: ${address}`)
  })

  test('PUBLIC_URL stands in every address that leaves the site', async () => {
    const publicUrl = 'https://bagdar.example'
    expect(await htmlOf('/en/ulgiqala', { publicUrl })).toContain('<link rel="canonical" href="https://bagdar.example/en/ulgiqala"')
    expect(await htmlOf('/en/ulgiqala/feed.atom', { publicUrl })).toContain('<id>https://bagdar.example/en/ulgiqala/feed.atom</id>')
    expect(await htmlOf('/sitemap.xml', { publicUrl })).not.toContain('localhost')
  })
})

test('the gallery of components is shown in a demonstration only', async () => {
  expect((await get('/en/gallery')).status).toBe(200)
  expect((await get('/en/gallery', {}, { mode: 'production' })).status).toBe(404)
})

describe('for machines', () => {
  test('the sitemap names pages that are there, each in every language', async () => {
    const xml = await htmlOf('/sitemap.xml')
    const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]!).pathname)
    expect(addresses.length).toBeGreaterThan(100)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const language of languages) expect(addresses).toContain(`/${language}/ulgiqala/indicators/U-4`)
    const app = site.app()
    for (const address of addresses.filter((one) => one.startsWith('/kk')))
      expect([address, (await app.request(address)).status]).toEqual([address, 200])
  })

  test.each(languages)('the feed of changes is an Atom feed in %s', async (language) => {
    const response = await get(`/${language}/ulgiqala/feed.atom`)
    const xml = await response.text()
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(wellFormedNames(xml)).toMatchObject({ feed: 1, entry: (await site.record.listReleases(city, new Date())).length })
    expect(xml).toContain(`xml:lang="${language}"`)
    const feed = xml.slice(0, xml.indexOf('<entry>'))
    for (const element of ['<id>', '<title>', '<updated>', '<author><name>', '<link rel="self"']) expect(feed).toContain(element)
    const entries = xml.split('<entry>').slice(1)
    expect(new Set(entries.map((entry) => /<id>(.*?)<\/id>/.exec(entry)?.[1])).size).toBe(entries.length)
    for (const entry of entries) {
      expect(entry).toMatch(/<title>[^<]+<\/title>/)
      expect(entry).toMatch(/<updated>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z<\/updated>/)
    }
  })
})

/** Counts elements by name while their tags close as they opened; throws where they do not. */
function wellFormedNames(xml: string): Record<string, number> {
  const open: string[] = []
  const counts: Record<string, number> = {}
  for (const [, closing, name = '', self] of xml.matchAll(/<(\/?)([a-z:]+)(?:\s[^<>]*?)?(\/?)>/gi)) {
    if (closing === '/') {
      const last = open.pop()
      if (last !== name) throw new Error(`</${name}> closes <${last}>`)
      continue
    }
    counts[name] = (counts[name] ?? 0) + 1
    if (self !== '/') open.push(name)
  }
  if (open.length > 0) throw new Error(`<${open.join('> <')}> is not closed`)
  return counts
}

describe('the record as it stood', () => {
  test('a figure shows its value before and after it was corrected', async () => {
    const valueIn = (html: string) => /<p class="great[^>]*>(.*?)<\/p>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? ''
    expect(valueIn(await htmlOf(`/en${water}?asOf=2025-06-01`))).toContain('27.5')
    expect(valueIn(await htmlOf(`/en${water}`))).toContain('26.9')
    expect(valueIn(await htmlOf(`/ru${water}`))).toContain('26,9')
  })

  test.each([
    { day: '2025-09-30', status: 404, why: 'nobody had published it' },
    { day: '2025-10-05', status: 200, why: 'it was published' },
    { day: '2025-10-09', status: 200, why: 'its history is shown, though it had been withdrawn' },
    { day: '2026-02-26', status: 200, why: 'the yearbook brought it' },
  ])('on $day the mean of fine dust in 2025 answers $status: $why', async ({ day, status }) => {
    expect((await get(`/en${await pathOfFigure('11.6.2', '2025')}?asOf=${day}`)).status).toBe(status)
  })

  test.each(['', '/programme', '/indicators', '/indicators/U-4', '/releases', '/gaps', '/search?q=су', '/methods'])(
    'links on /kk/ulgiqala%s stay on the day',
    async (path) => {
      const html = await htmlOf(`/kk/ulgiqala${path}${path.includes('?') ? '&' : '?'}asOf=2025-06-01`)
      const body = html.slice(html.indexOf('<body'))
      const leaving = [...body.matchAll(/<a [^>]*?href="(\/[^"#]+)/g)]
        .map((match) => match[1]!.replaceAll('&amp;', '&'))
        .filter((address) => !address.includes('asOf=2025-06-01') && address !== '/kk/account')
      const [address, query = ''] = path.split('?')
      const now = `/kk/ulgiqala${address}${query === '' ? '' : `?${new URLSearchParams(query)}`}`
      expect(leaving).toEqual([now]) // the way back to today
      for (const form of body.match(/<form .*?<\/form>/gs) ?? []) expect(form).toMatch(/name="asOf" value="2025-06-01"|id="asOf"/)
    },
  )
})

test('a kept page is made again after a release', async () => {
  const app = site.app()
  const page = async () => await (await app.request(`/en${water}`)).text()
  expect(await page()).toContain('26.9')
  const [series] = await site.record.listSeries(city, new Date(), { indicator: 'U-4' })
  const { id: _id, address: _address, ...key } = series!
  const [source] = await site.record.listSources(city, new Date())
  const result = await importReadings(
    city,
    {
      title: { en: 'Another correction' },
      source: source!,
      indicators: [],
      areas: [],
      codes: [],
      readings: [{ series: key, timePeriod: '2023', value: '26.4', obsStatus: null, note: null, origin: null }],
      notices: [],
      files: [],
      rows: 1,
    },
    { kind: 'entry', madeBy: 'test', parameters: {}, covers: () => false, write: 'publish' },
    site.record,
  )
  expect(result.changed).toBe(1)
  expect(await page()).toContain('26.4')
})
