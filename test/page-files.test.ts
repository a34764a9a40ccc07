import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hono } from 'hono'
import readXlsxFile from 'read-excel-file/node'
import { languages } from '../src/books/text.ts'
import { readCsvRows } from '../src/formats/csv.ts'
import { pageKinds } from './browser/page-kinds.ts'
import { seedBesideFigures } from '../src/seed-demonstration.ts'
import { openTestSite, type TestSite } from './support/server.ts'

/** Every table and chart that a page shows can be taken as a file: each kind of page is opened, and its files with it. */

let site: TestSite
let app: Hono
let kinds: Record<string, string>
beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  await seedBesideFigures(site.record)
  app = site.app()
  kinds = await pageKinds(site.record)
})
afterAll(() => site.close())

const get = async (path: string) => await app.request(path, { headers: { host: 'localhost' } })
/** Each address once: the page about the open data shows some of its own as examples. */
const linksTo = (start: string, html: string): string[] => [
  ...new Set([...html.matchAll(new RegExp(`href="(/${start}/[^"]+)"`, 'g'))].map(([, address = '']) => address.replaceAll('&amp;', '&'))),
]
const count = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].length
const rowsOf = async (path: string): Promise<string[][]> =>
  [...readCsvRows((await (await get(path)).text()).replace(/^\uFEFF/, ''))].map(({ cells }) => [...cells])

test('every table of every kind of page is a CSV and a sheet of a workbook, every chart a picture', { timeout: 300_000 }, async () => {
  const findings: string[] = []
  let [tables, charts] = [0, 0]
  for (const [at, [kind, path]] of Object.entries(kinds).entries()) {
    const language = languages[at % languages.length]!
    const response = await get(`/${language}${path}`)
    const html = await response.text()
    const say = (what: string) => findings.push(`${kind}, /${language}${path}: ${what}`)
    // Where they are many, the page leads to a list of them.
    const [own] = linksTo('tables', html).filter((address) => /\/files\.html(\?|$)/.test(address))
    const listed = own === undefined ? html : await (await get(own)).text()
    const csvs = linksTo('tables', listed).filter((address) => /\.csv(\?|$)/.test(address))
    const books = linksTo('tables', listed).filter((address) => /\.xlsx(\?|$)/.test(address))
    const pictures = linksTo('charts', listed)
    const [shown, drawn] = [count(/<table\b/g, html), count(/<figure class="chart\b/g, html)]
    if (csvs.length !== shown) say(`${shown} tables, ${csvs.length} as CSV. A table that a page shows has to be inside its Layout.`)
    if (books.length !== Math.min(shown, 1)) say(`${books.length} workbooks`)
    if (pictures.length !== 2 * drawn) say(`${drawn} charts, ${pictures.length} pictures, light and dark`)
    for (const [index, address] of csvs.entries()) {
      const rows = await rowsOf(address)
      const [header = []] = rows
      if (rows.length < 2 || header.length < 6) say(`${address} has ${rows.length} rows of ${header.length} columns`)
      if (rows.some((row) => row.length !== header.length)) say(`${address} is no rectangle`)
      const [source, licence, , from] = rows[1]?.slice(-4) ?? []
      if (!source || !licence || !from?.startsWith('http'))
        say(`${address} does not say where it is from: ${rows[1]?.slice(-4).join(' | ')}`)
      const written = count(/<tr\b/g, html.split('<table')[index + 1]?.split('</table>')[0] ?? '')
      if (Math.abs(written - rows.length) > 1) say(`${address}: ${rows.length} rows of ${written}`)
      tables++
    }
    for (const address of books) {
      const sheets = await readXlsxFile(Buffer.from(await (await get(address)).arrayBuffer()))
      if (sheets.length !== shown + 1) say(`${address} has ${sheets.length} sheets`)
    }
    for (const address of pictures) {
      const picture = await get(address)
      const svg = await picture.text()
      if (picture.status !== 200 || !svg.startsWith('<svg ')) say(`${address} answers ${picture.status}`)
      if (/<script|<a\b|<image|class=|style=|href=/.test(svg)) say(`${address} is not a picture alone`)
      charts++
    }
  }
  expect(findings).toEqual([])
  expect(tables).toBeGreaterThan(100)
  expect(charts).toBeGreaterThan(30)
})

test.each([
  {
    case: 'numbers are plain in every language, and what is not there is empty',
    path: 'programme/budget/years.csv',
    first: ['Қала бюджеті', '5178000000', '8432000000.50', '6066500000', '695000000', '20371500000.50'],
  },
])('$case', async ({ path, first }) => {
  const figures: string[][] = []
  for (const language of languages) {
    const [, row = [], second = []] = await rowsOf(`/tables/${language}/ulgiqala/${path}`)
    figures.push(row.slice(1, 6))
    expect(second[1]).toBe('')
    if (language === 'kk') expect(row.slice(0, 6)).toEqual(first)
  }
  expect(new Set(figures.map((row) => row.join())).size).toBe(1)
})

test('a file is of the day that the page shows, and names where its figures are from', async () => {
  const [header, row = []] = await rowsOf('/tables/en/almaty/indicators/11.2.1.1/table.csv?asOf=2026-11-22')
  expect(header?.slice(-4)).toEqual(['Source', 'Terms of use', 'Release', 'Address of the page'])
  expect(row.slice(-4)).toEqual([
    expect.stringContaining('Bureau of National Statistics'),
    expect.stringContaining('MIT'),
    expect.stringMatching(/^No \d+, \d+ \w+ \d{4}$/),
    'http://localhost/en/almaty/indicators/11.2.1.1?asOf=2026-11-22',
  ])
})

test('a workbook begins with what its tables are, and a number keeps its decimals', async () => {
  const response = await get('/tables/en/ulgiqala/programme/budget/tables.xlsx')
  const [about, years] = await readXlsxFile(Buffer.from(await response.arrayBuffer()))
  expect(about?.data[0]?.[1]).toBe('Budget of the programme')
  expect(about?.data.flat()).toContainEqual(expect.stringMatching(/^Bagdar, /))
  expect(years?.data[1]?.slice(1, 3)).toEqual([5178000000, 8432000000.5])
})

describe('what there is not', () => {
  test.each([
    { case: 'no such table', path: '/tables/ru/almaty/gaps/nothing.csv', status: 404 },
    { case: 'a page without tables', path: '/tables/ru/almaty/contact/tables.xlsx', status: 404 },
    { case: 'no such page', path: '/tables/ru/almaty/nothing/tables.xlsx', status: 404 },
    { case: 'no such city', path: '/tables/ru/atlantis/tables.xlsx', status: 404 },
    { case: 'no such chart', path: '/charts/ru/almaty/gaps/water.svg', status: 404 },
    { case: 'another ending', path: '/charts/ru/almaty/main.png', status: 404 },
    { case: 'an address that is not UTF-8', path: '/tables/ru/almaty/%E0%A4%A', status: 404 },
    { case: 'a day that is none', path: '/tables/ru/almaty/gaps/water.csv?asOf=yesterday', status: 400 },
    { case: 'an account', path: '/tables/ru/account/tables.xlsx', status: 404 },
    { case: 'the desk', path: '/tables/ru/ulgiqala/desk/tables.xlsx', status: 404 },
  ])('$case', async ({ path, status }) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    // The page that says so leads on in every language.
    const links = [...(await response.text()).matchAll(/<a href="([^"]+)" lang="\w\w"/g)].map(([, address]) => address)
    expect(links.every((address) => /^\/(kk|ru|en)(\/|$)/.test(address ?? ''))).toBe(true)
  })
})

describe('oEmbed', () => {
  const ask = async (query: Record<string, string>) => await get(`/oembed?${new URLSearchParams(query)}`)
  const page = 'http://localhost/kk/almaty/indicators/11.6.2'

  test('a page tells where to ask, and the answer is its first chart as a picture', async () => {
    const html = await (await get('/kk/almaty/indicators/11.6.2')).text()
    const [, address = ''] = /<link rel="alternate" type="application\/json\+oembed"[^>]* href="([^"]+)"/.exec(html) ?? []
    const response = await get(address.replaceAll('&amp;', '&').replace('http://localhost', ''))
    const answer = (await response.json()) as Record<string, string | number>
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'photo',
      provider_name: 'Bagdar',
      url: `http://localhost/charts/kk/almaty/indicators/11.6.2/chart.svg`,
    })
    const picture = await get(String(answer['url']).replace('http://localhost', ''))
    expect(await picture.text()).toContain(`width="${answer['width']}" height="${answer['height']}"`)
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(picture.headers.get('x-frame-options')).toBe('DENY')
  })

  test('an anchor names a chart, the address of a picture its look, and both keep their proportion where they must be small', async () => {
    const areas = (await (await ask({ url: `${page}#areas` })).json()) as Record<string, number>
    const small = (await (
      await ask({ url: `http://localhost/charts/kk/almaty/indicators/11.6.2/areas.svg?theme=dark`, maxwidth: '494' })
    ).json()) as Record<string, number>
    expect(small['url']).toBe(`${areas['url']}?theme=dark`)
    expect(small['width']).toBe(494)
    expect(small['height']! / small['width']!).toBeCloseTo(areas['height']! / areas['width']!, 2)
  })

  test('as XML', async () => {
    const response = await ask({ url: page, format: 'xml' })
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(await response.text()).toMatch(/^<\?xml[^>]+\?>\n<oembed><version>1\.0<\/version><type>photo<\/type>/)
  })

  test.each([
    { query: { url: page, format: 'yaml' }, status: 501 },
    { query: { url: 'https://elsewhere.example/kk/almaty' }, status: 404 },
    { query: { url: 'nothing' }, status: 404 },
    { query: { url: `${page}#%E0%A4%A` }, status: 200 },
    { query: { url: `${page}#nothing` }, status: 404 },
    { query: { url: 'http://localhost/kk/almaty/contact' }, status: 404 },
    { query: { url: 'http://localhost/metrics' }, status: 404 },
    { query: {}, status: 404 },
  ])('$query answers $status', async ({ query, status }) => {
    expect((await ask(query as Record<string, string>)).status).toBe(status)
  })
})
