import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages, type Language } from '../../src/books/text.ts'
import { openTestSite, type TestSite } from '../support/server.ts'
import { sampleFigures } from './page-kinds.ts'

/** Every figure is a page of the same kind, and so is every choice of series: of those a sample is opened. */
const figures = 40
const choicesOfOnePage = 2

const origin = 'http://bagdar.example'

interface CrawledPage {
  /** Language and the rest of the address: `/kk/almaty?asOf=…`. */
  address: string
  status: number
  html: string | null
  ids: ReadonlySet<string>
  /** Addresses of our own site that the page leads to, with their anchors. */
  links: readonly string[]
}

let site: TestSite
let pages: Map<string, CrawledPage>
let opened: CrawledPage[]

beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  const samples = await sampleFigures(site.record, figures)
  const starts = languages.flatMap((language) => ['', ...samples].map((path) => `/${language}${path}`))
  pages = await crawl(['/', ...starts])
  opened = [...pages.values()].filter((page) => page.html !== null && page.address !== '/')
}, 300_000)
afterAll(() => site.close())

async function crawl(starts: readonly string[]): Promise<Map<string, CrawledPage>> {
  const app = site.app({ publicUrl: origin })
  const found = new Map<string, CrawledPage>()
  const queue = [...new Set(starts)]
  const queued = new Set(queue)
  const choices = new Map<string, number>()
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const response = await app.request(address)
    const html = response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : null
    const location = response.headers.get('location')
    const links = html === null ? (location === null ? [] : [location]) : linksOf(html, address)
    found.set(address, { address, status: response.status, html, ids: html === null ? new Set() : idsOf(html), links })
    for (const link of links) {
      const next = link.replace(/#.*/, '')
      if (queued.has(next) || !isOpened(next)) continue
      queued.add(next)
      queue.push(next)
    }
  }
  return found

  /** Of addresses that differ only in their query the first few; figures come from the sample. */
  function isOpened(address: string): boolean {
    if (/^\/\w+\/\w+\/figures\//.test(address)) return false
    // Files of pages are all alike, and `page-files.test.ts` opens those of every kind of page.
    if (/^\/(tables|charts)\//.test(address)) return false
    const [path = '', query = ''] = address.split('?')
    if (query === '') return true
    const kind = `${path.replace(/\d[\w.]*$/, 'N')} ${[...new URLSearchParams(query).keys()].join()}`
    choices.set(kind, (choices.get(kind) ?? 0) + 1)
    return (choices.get(kind) ?? 0) <= choicesOfOnePage
  }
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
const idsOf = (html: string): Set<string> => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ''))

/** Where a page leads inside our site, by links and by forms that ask; `#here` becomes the page's own address. */
function linksOf(html: string, address: string): string[] {
  const addresses = [
    ...html.replaceAll(/<form\b[^>]* method="post"[^>]*>/g, '').matchAll(/<(?:a|form|link)\b[^>]*?\s(?:href|action)="([^"]*)"/g),
  ].map((match) => new URL(unescaped(match[1] ?? ''), origin + address))
  const own = addresses.filter((url) => url.origin === origin)
  return [...new Set(own.map((url) => url.pathname + url.search + url.hash))]
}

const all = (pattern: RegExp, html: string): string[] => [...html.matchAll(pattern)].map((match) => unescaped(match[1] ?? ''))
const languageOf = ({ address }: CrawledPage): Language => address.slice(1, 3) as Language
const inLanguage = (address: string, language: Language): string => address.replace(/^\/\w\w/, `/${language}`)

/** Addresses are the same when they differ only in how a letter is escaped. */
const same = (address: string): string => {
  const url = new URL(address, origin)
  return decodeURI(url.pathname) + (url.search === '' ? '' : `?${url.searchParams}`)
}

test('the crawl reaches every kind of page of both cities in all languages', () => {
  const count = (part: RegExp): number => opened.filter(({ address }) => part.test(address)).length
  console.log(`${opened.length} pages opened, ${pages.size - opened.length} other answers`)
  for (const language of languages) {
    expect(count(new RegExp(`^/${language}/almaty/indicators/[^?]+$`))).toBeGreaterThan(60)
    expect(count(new RegExp(`^/${language}/ulgiqala/indicators/[^?]+$`))).toBeGreaterThan(10)
    expect(count(new RegExp(`^/${language}/\\w+/figures/[^?]+$`))).toBeGreaterThanOrEqual(figures)
    expect(count(new RegExp(`^/${language}/ulgiqala/programme/`))).toBeGreaterThan(15)
  }
})

test('no link is dead', () => {
  // The account of somebody who has not signed in leads to where she can.
  const leadsOn = ({ status, links }: CrawledPage): boolean => [302, 303].includes(status) && pages.get(links[0] ?? '')?.status === 200
  const dead = [...pages.values()].filter((page) => page.status !== 200 && !leadsOn(page))
  expect(
    dead.map(
      ({ status, address }) =>
        `${status} ${address}, linked from ${[...pages.values()].find((page) => page.links.some((link) => link.replace(/#.*/, '') === address))?.address}`,
    ),
  ).toEqual([])
})

test('every anchor is on its page', () => {
  const lost = opened.flatMap(({ address, links }) =>
    links
      .filter((link) => link.includes('#'))
      .filter((link) => {
        const [path = '', anchor = ''] = link.split('#')
        const page = pages.get(path)
        return page?.html != null && !page.ids.has(decodeURIComponent(anchor))
      })
      .map((link) => `${address} leads to ${link}`),
  )
  expect(lost).toEqual([])
})

test('a link to another place on a page, to a label or to a description has what it points at', () => {
  const lost = opened.flatMap(({ address, html, ids }) =>
    all(/\s(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"/g, html ?? '')
      .flatMap((value) => value.split(' '))
      .filter((id) => !ids.has(id))
      .map((id) => `${address}: ${id}`),
  )
  expect(lost).toEqual([])
})

test('a page has one main heading, and says its language', () => {
  const wrong = opened.flatMap((page) => {
    const html = page.html ?? ''
    const headings = all(/<(h1)\b/g, html).length
    return [
      ...(headings === 1 ? [] : [`${page.address} has ${headings} main headings`]),
      ...(html.includes(`<html lang="${languageOf(page)}">`) ? [] : [`${page.address} does not say its language`]),
    ]
  })
  expect(wrong).toEqual([])
})

test.each(languages)('no two pages have the same title in %s', (language) => {
  const byTitle = new Map<string, string[]>()
  for (const { address, html } of opened) {
    // A query asks for the same page, as it stood on another day or filtered.
    if (address.includes('?') || !address.startsWith(`/${language}`)) continue
    const [title = ''] = all(/<title>([^<]*)<\/title>/g, html ?? '')
    byTitle.set(title, [...(byTitle.get(title) ?? []), address])
  }
  expect([...byTitle].filter(([title, addresses]) => title === '' || addresses.length > 1)).toEqual([])
})

test('switching the language keeps the page', () => {
  const wrong = opened.flatMap(({ address, status, html }) => {
    if (status !== 200) return []
    const [nav = ''] = /<nav class="langs".*?<\/nav>/s.exec(html ?? '') ?? []
    const offered = all(/href="([^"]+)"/g, nav).map(same)
    const expected = languages.map((language) => same(inLanguage(address, language)))
    return JSON.stringify(offered) === JSON.stringify(expected) ? [] : [`${address} offers ${offered.join(', ')}`]
  })
  expect(wrong).toEqual([])
})

test('search engines are told the own address and the translations, or to pass by', () => {
  const wrong = opened.flatMap((page) => {
    const html = page.html ?? ''
    const url = new URL(page.address, origin)
    url.searchParams.delete('asOf')
    const address = url.pathname + url.search
    const canonical = all(/<link rel="canonical" href="([^"]+)"/g, html)
    const alternates = all(/<link rel="alternate" hreflang="\w\w" href="([^"]+)"/g, html)
    if (html.includes('<meta name="robots" content="noindex"')) return canonical.length + alternates.length === 0 ? [] : [page.address]
    const right =
      canonical.map(same).join() === same(address) &&
      [...canonical, ...alternates].every((one) => one.startsWith(`${origin}/`)) &&
      alternates.map(same).join() === languages.map((language) => same(inLanguage(address, language))).join()
    return right ? [] : [`${page.address}: ${canonical.join()} ${alternates.join()}`]
  })
  expect(wrong).toEqual([])
})

test('nothing stands in the markup that the content security policy would stop', () => {
  expect(
    opened
      // A block of data is no script: no browser runs it, and no policy looks at it.
      .filter(({ html }) =>
        / style="| on[a-z]+="|<style|<script(?! type="module" src="\/)(?! type="application\/ld\+json">)/.test(html ?? ''),
      )
      .map((page) => page.address),
  ).toEqual([])
})

test('html-validate finds nothing', { timeout: 240_000 }, async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // Titles hold the official name of an indicator, and those are long; a search engine shortens them without harm.
    rules: { 'long-title': 'off' },
  })
  const findings = new Map<string, string[]>()
  // Three minutes for all of them: every third page, and all with `npm run test:long`.
  const looked = process.env['LONG_TESTS'] === '1' ? opened : opened.filter((_, at) => at % 3 === 0)
  for (const { address, html } of looked) {
    const { results } = await validator.validateString(html ?? '')
    for (const { ruleId, message, selector } of results.flatMap((result) => result.messages)) {
      const finding = `${ruleId}: ${message} (${selector})`
      findings.set(finding, [...(findings.get(finding) ?? []), address])
    }
  }
  expect([...findings].slice(0, 30).map(([finding, addresses]) => `${finding} on ${addresses.length} pages, ${addresses[0]}`)).toEqual([])
})
