import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { languages } from '../../src/books/text.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { openReader, press, type Reader } from './look-at-page.ts'
import { pageKinds } from './page-kinds.ts'

const [site, browser] = await Promise.all([openTestSite('almaty', 'ulgiqala'), launchBrowser()])
const server = await site.listen()
const kinds = await pageKinds(site.record)
const figure = kinds['figure'] ?? ''

const opened: Reader[] = []
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.close()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** A reader who is at an address; the test need not send them home. */
async function readerAt(address: string, options: { javaScriptEnabled: boolean } = { javaScriptEnabled: true }): Promise<Reader> {
  const reader = await openReader(browser, options)
  opened.push(reader)
  await reader.visit(server + address)
  return reader
}

describe('without JavaScript', () => {
  const withoutScript = { javaScriptEnabled: false }

  // Every kind of page takes minutes: `npm run test:long` looks at all of them, `npm test` at every third.
  const looked = Object.entries(kinds).filter((_, at) => process.env['LONG_TESTS'] === '1' || at % 3 === 0)

  test(`each of ${looked.length} kinds of page shows what it shows with it`, { timeout: 300_000 }, async () => {
    const readers = [await readerAt('/ru'), await readerAt('/ru', withoutScript)]
    const differing: string[] = []
    for (const [kind, path] of looked) {
      // A map says how to use the mouse; `what-if-map.test.ts` holds it against the page without.
      if (path.startsWith('/ulgiqala/map')) continue
      // It checks in the browser alone; `tour-group.test.ts` reads the rules that stand there without.
      if (path.endsWith('/cooperation/tour-group')) continue
      const [withScript = '', without = ''] = await Promise.all(
        readers.map(async ({ page, visit }) => {
          await visit(`${server}/ru${path}`)
          return await page.locator('main').innerText()
        }),
      )
      if (withScript !== without || without.length < 40) differing.push(kind)
    }
    expect(differing).toEqual([])
  })

  test('the catalogue is filtered by its form', async () => {
    const { page } = await readerAt('/kk/almaty/indicators', withoutScript)
    const before = await page.locator('main tbody tr').count()
    await page.fill('form.filters input[name=q]', 'ауа')
    await page.check('form.filters input[name=withFigures]')
    await press(page, 'form.filters button[type=submit]')
    const address = new URL(page.url())
    expect([address.pathname, address.searchParams.get('q'), address.searchParams.get('withFigures')]).toEqual([
      '/kk/almaty/indicators',
      'ауа',
      '1',
    ])
    const after = await page.locator('main tbody tr').count()
    expect(after).toBeGreaterThan(0)
    expect(after).toBeLessThan(before)
    expect(await page.inputValue('form.filters input[name=q]')).toBe('ауа')
  })

  test('the search finds a Kazakh word typed with Russian letters', async () => {
    const { page } = await readerAt('/kk/almaty', withoutScript)
    await page.fill('search input[name=q]', 'кала')
    await press(page, 'search button')
    expect(new URL(page.url()).pathname).toBe('/kk/almaty/search')
    expect(await page.locator('main').innerText()).toMatch(/қала/i)
  })

  test.each(languages)('a mistake is reported in %s, and an empty report is refused beside the field', async (language) => {
    const { page } = await readerAt(`/${language}${figure}`, withoutScript)
    await press(page, `a[href$="/mistakes"]`)
    await page.fill('textarea', '   ')
    await press(page, 'main form button[type=submit]')
    const described = (await page.getAttribute('textarea', 'aria-describedby')) ?? ''
    expect(described).toContain('text-error')
    expect(await page.locator('#text-error').isVisible()).toBe(true)
    await page.fill('textarea', 'Бұл сан дұрыс емес')
    await press(page, 'main form button[type=submit]')
    expect(page.url()).toMatch(/\/mistakes\?sent=\d+$/)
    const number = new URL(page.url()).searchParams.get('sent') ?? ''
    expect(await page.locator('main').innerText()).toContain(number)
    await page.reload()
    expect(new URL(page.url()).searchParams.get('sent')).toBe(number)
  })

  test('another day is asked for by the form, and the way back leads to today', async () => {
    const { page } = await readerAt('/en/ulgiqala/indicators/U-4', withoutScript)
    await page.fill('input[name=asOf]', '2025-06-01')
    await press(page, 'form.as-of button')
    expect(page.url()).toBe(`${server}/en/ulgiqala/indicators/U-4?asOf=2025-06-01`)
    await press(page, '.asof a')
    expect(page.url()).toBe(`${server}/en/ulgiqala/indicators/U-4`)
  })
})

describe('with JavaScript', () => {
  test('the catalogue follows what is typed, folded as the server folds', async () => {
    const { page, complaints } = await readerAt('/kk/almaty/indicators')
    const rows = page.locator('main tbody tr:visible')
    const before = await rows.count()
    await page.locator('form.filters input[name=q]').pressSequentially('кала')
    const texts = (await rows.allTextContents()).map((text) => text.toLowerCase())
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.length).toBeLessThan(before)
    for (const text of texts) expect(text).toMatch(/қала|кала/)
    await page.fill('form.filters input[name=q]', '')
    expect(await rows.count()).toBe(before)
    expect(complaints).toEqual([])
  })

  test('a point of a chart says its words under the pointer and under the focus', async () => {
    const { page } = await readerAt('/ru/almaty/indicators/11.6.2')
    const tip = page.locator('chart-tips .tip').first()
    const point = page.locator('chart-tips').first().locator('[data-tip]:visible').last()
    expect(await tip.isVisible()).toBe(false)
    await point.focus()
    expect(await tip.isVisible()).toBe(true)
    expect(await tip.textContent()).toBe(await point.getAttribute('data-tip'))
    await page.locator('h1').click()
    await point.locator('.hit, .bar').first().hover({ force: true })
    await expect.poll(() => tip.isVisible()).toBe(true)
  })
})

describe('with the keyboard alone', () => {
  test.each(['home', 'catalogue', 'indicator with rival figures', 'goal with measures', 'figure', 'report of a mistake'])(
    '%s: the first stop skips to the matter, and every stop is reached, named and seen',
    async (kind) => {
      const { page } = await readerAt(`/en${kinds[kind]}`)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

      await page.goto(page.url().replace(/#.*/, ''))
      const stops = await page.evaluate(() => {
        const reachable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
        const shown = [...document.querySelectorAll<HTMLElement>(reachable)].filter((one) => one.checkVisibility())
        shown.forEach((one, index) => one.setAttribute('data-stop', String(index)))
        return shown.length
      })
      expect(stops).toBeGreaterThan(20)
      const reached = new Set<string>()
      const unseen: string[] = []
      let last = ''
      for (let press = 0; press < stops + 20; press++) {
        await page.keyboard.press('Tab')
        const stop = await page.evaluate(() => {
          const one = document.activeElement
          if (!(one instanceof Element) || !one.hasAttribute('data-stop')) return null
          const marks = [one, ...one.querySelectorAll('*')].map((each) => getComputedStyle(each))
          // A point of a chart has a ring of its own, drawn as a stroke.
          const isMarked = marks.some(
            ({ outlineStyle, outlineWidth, stroke, strokeWidth }) =>
              (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) ||
              (stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2),
          )
          return { id: one.getAttribute('data-stop') ?? '', isMarked, says: one.outerHTML.slice(0, 100) }
        })
        // A date takes a press for each of its parts.
        if (stop === null || stop.id === last) continue
        if (reached.has(stop.id)) break
        last = stop.id
        reached.add(stop.id)
        if (!stop.isMarked) unseen.push(stop.says)
      }
      const missed = await page.evaluate(
        (ids) =>
          [...document.querySelectorAll('[data-stop]')]
            .filter((one) => !ids.includes(one.getAttribute('data-stop') ?? ''))
            .map((one) => one.outerHTML.slice(0, 120)),
        [...reached],
      )
      expect({ missed, unseen }).toEqual({ missed: [], unseen: [] })
    },
  )
})
