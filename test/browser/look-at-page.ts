import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { languages, type Language } from '../../src/books/text.ts'

/** Somebody with a browser; every visit is like the first, because nothing is kept between them. */
export interface Reader {
  page: Page
  /** Opens an address and tells what came over the wire: answers, and bytes with their headers. */
  visit(address: string): Promise<{ bytes: number; requests: number; status: number }>
  /** What the browser complained about since the last visit began, and what was asked of other hosts. */
  complaints: string[]
  close(): Promise<void>
}

export async function openReader(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Reader> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  let transfer = { bytes: 0, requests: 0 }
  let origin = ''
  // Chromium reports what the content security policy stops as an error too.
  page.on('console', (message) => {
    // Chromium without a graphics card says so where a map is drawn.
    if (message.text().includes('GL Driver Message')) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))

  const session = await context.newCDPSession(page)
  /** Written into the page, or of the live map, which comes after the page when the reader is near. */
  const uncounted = new Set<string>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { protocol, origin: host, pathname } = new URL(request.url)
    if (protocol === 'data:' || /^\/(computed\/|assets\/map-(view|worker)-)/.test(pathname)) uncounted.add(requestId)
    if (protocol !== 'data:' && host !== origin) complaints.push(`asked a foreign host: ${request.url}`)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (uncounted.has(requestId)) return
    transfer.bytes += encodedDataLength
    transfer.requests += 1
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })

  return {
    page,
    complaints,
    visit: async (address) => {
      origin = new URL(address).origin
      complaints.length = 0
      transfer = { bytes: 0, requests: 0 }
      const response = await page.goto(address, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready)
      // The browser itself reports every answer that is an error; a page that is one is meant to be.
      const status = response?.status() ?? 200
      const own = complaints.findIndex((one) => status >= 400 && one.includes(`status of ${status}`))
      if (own >= 0) complaints.splice(own, 1)
      return { ...transfer, status }
    },
    close: () => context.close(),
  }
}

/** The language in which a file of `npm test` tries things, each file in another; with `npm run test:long` all of them. */
export const languagesHere = (here: Language): readonly Language[] => (process.env['LONG_TESTS'] === '1' ? languages : [here])

/** Presses what leads to another page, and waits until that page and its scripts are there. */
export async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(selector)])
}

/** How far a page can be pushed sideways, and by which elements; '' when it cannot. */
export async function sideways(page: Page, width: number): Promise<string> {
  await page.setViewportSize({ width, height: 900 })
  return await page.evaluate(() => {
    const root = document.documentElement
    const excess = root.scrollWidth - root.clientWidth
    if (excess <= 0) return ''
    const scrolls = (element: Element): boolean => {
      for (let one: Element | null = element.parentElement; one !== null && one !== document.body; one = one.parentElement)
        if (getComputedStyle(one).overflowX !== 'visible') return true
      return false
    }
    const guilty = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && !scrolls(element))
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 30)}"`,
      )
    return `at ${innerWidth} px ${excess} px too wide: ${guilty.slice(-3).join(', ')}`
  })
}

/** Fields, their labels and their messages that lie on top of each other, and words that stand in a column of single letters. */
export async function crowded(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const parts = [...document.querySelectorAll('main :is(label, input:not([type=hidden]), select, textarea, button, .err, .hint, code)')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('.hidden') === null)
      .map((one) => ({
        one,
        box: one.getBoundingClientRect(),
        says: `${one.tagName.toLowerCase()} "${(one.textContent || one.id).slice(0, 30)}"`,
      }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
    const pairs = parts.flatMap((a, at) => parts.slice(at + 1).map((b) => [a, b] as const))
    const over = pairs.filter(
      ([a, b]) =>
        // Code stands in running text, whose lines its box may span.
        ![a, b].some(({ one }) => one.tagName === 'CODE') &&
        !a.one.contains(b.one) &&
        !b.one.contains(a.one) &&
        Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 3 &&
        Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3,
    )
    const columns = parts.filter(
      ({ one, box }) => (one.textContent ?? '').trim().length > 8 && one.tagName !== 'TEXTAREA' && box.width < 24,
    )
    return [...over.map(([a, b]) => `${a.says} lies on ${b.says}`), ...columns.map(({ says }) => `${says} is a column of letters`)].slice(
      0,
      5,
    )
  })
}

/** What axe finds on the page as it is shown now. */
export async function axeFindings(page: Page, rules: readonly string[] | 'all'): Promise<string[]> {
  // As a script tag the content security policy would not let it in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return await page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      ...(only === 'all' ? {} : { runOnly: { type: 'rule', values: [...only] } }),
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    )
  }, rules)
}
