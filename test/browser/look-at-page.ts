import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Visit {
  page: Page
  /** What the browser complained about while the page was open, and what it asked of other hosts. */
  complaints: string[]
  /** Bytes that came over the wire, and how many answers they were. */
  transfer: { bytes: number; requests: number }
  close(): Promise<void>
}

/** Opens an address as somebody who was never here before. */
export async function visit(browser: Browser, address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints = await listen(page, new URL(address).origin)
  const transfer = await weigh(context, page)
  const response = await page.goto(address, { waitUntil: 'load' })
  // The browser itself reports every answer that is an error; here only the page's own is meant to be one.
  if (response !== null && response.status() >= 400) {
    const own = complaints.findIndex((one) => one.includes(`status of ${response.status()}`))
    if (own >= 0) complaints.splice(own, 1)
  }
  await page.evaluate(() => document.fonts.ready)
  return { page, complaints, transfer, close: () => context.close() }
}

async function listen(page: Page, origin: string): Promise<string[]> {
  const complaints: string[] = []
  // Chromium reports what the content security policy stops as an error too.
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.origin !== origin) complaints.push(`asked a foreign host: ${request.url()}`)
  })
  return complaints
}

async function weigh(context: BrowserContext, page: Page): Promise<Visit['transfer']> {
  const transfer = { bytes: 0, requests: 0 }
  const session = await context.newCDPSession(page)
  const inline = new Set<string>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('data:')) inline.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (inline.has(requestId)) return
    transfer.bytes += encodedDataLength
    transfer.requests += 1
  })
  await session.send('Network.enable')
  return transfer
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
