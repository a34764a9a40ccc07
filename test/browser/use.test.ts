import { afterAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/books/text.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { visit } from './look-at-page.ts'
import { pageKinds } from './page-kinds.ts'

const [site, browser] = await Promise.all([openTestSite('almaty', 'ulgiqala'), launchBrowser()])
const server = await site.listen()
const kinds = await pageKinds(site.record)
const figure = kinds['figure'] ?? ''

afterAll(async () => {
  await browser.close()
  await site.close()
})

describe('without JavaScript', () => {
  const withoutScript = { javaScriptEnabled: false }

  test('every kind of page shows what it shows with it', { timeout: 120_000 }, async () => {
    const differing: string[] = []
    for (const [kind, path] of Object.entries(kinds)) {
      const texts = await Promise.all(
        [true, false].map(async (javaScriptEnabled) => {
          const { page, close } = await visit(browser, `${server}/ru${path}`, { javaScriptEnabled })
          const text = await page.locator('main').innerText()
          await close()
          return text
        }),
      )
      if (texts[0] !== texts[1] || (texts[1] ?? '').length < 40) differing.push(kind)
    }
    expect(differing).toEqual([])
  })

  test('the catalogue is filtered by its form', async () => {
    const { page, close } = await visit(browser, `${server}/kk/almaty/indicators`, withoutScript)
    const before = await page.locator('main tbody tr').count()
    await page.fill('form.filters input[name=q]', 'ауа')
    await page.check('form.filters input[name=withFigures]')
    await page.click('form.filters button[type=submit]')
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
    await close()
  })

  test('the search finds a Kazakh word typed with Russian letters', async () => {
    const { page, close } = await visit(browser, `${server}/kk/almaty`, withoutScript)
    await page.fill('search input[name=q]', 'кала')
    await page.click('search button')
    expect(new URL(page.url()).pathname).toBe('/kk/almaty/search')
    expect(await page.locator('main').innerText()).toMatch(/қала/i)
    await close()
  })

  test.each(languages)('a mistake is reported in %s, and an empty report is refused beside the field', async (language) => {
    const { page, close } = await visit(browser, `${server}/${language}${figure}`, withoutScript)
    await page.click(`a[href$="/mistakes"]`)
    await page
      .locator('textarea')
      .evaluate((field) => field.removeAttribute('required'))
      .catch(() => {})
    await page.fill('textarea', '   ')
    await page.click('main form button[type=submit]')
    const described = (await page.getAttribute('textarea', 'aria-describedby')) ?? ''
    expect(described).toContain('text-error')
    expect(await page.locator('#text-error').isVisible()).toBe(true)
    await page.fill('textarea', 'Бұл сан дұрыс емес')
    await page.click('main form button[type=submit]')
    expect(page.url()).toMatch(/\/mistakes\?sent=\d+$/)
    const number = new URL(page.url()).searchParams.get('sent') ?? ''
    expect(await page.locator('main').innerText()).toContain(number)
    await page.reload()
    expect(new URL(page.url()).searchParams.get('sent')).toBe(number)
    await close()
  })

  test('another day is asked for by the form, and the way back leads to today', async () => {
    const { page, close } = await visit(browser, `${server}/en/ulgiqala/indicators/U-4`, withoutScript)
    await page.fill('input[name=asOf]', '2025-06-01')
    await page.click('form.as-of button')
    expect(page.url()).toBe(`${server}/en/ulgiqala/indicators/U-4?asOf=2025-06-01`)
    await page.click('.asof a')
    expect(page.url()).toBe(`${server}/en/ulgiqala/indicators/U-4`)
    await close()
  })
})

describe('with JavaScript', () => {
  test('the catalogue follows what is typed, folded as the server folds', async () => {
    const { page, complaints, close } = await visit(browser, `${server}/kk/almaty/indicators`)
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
    await close()
  })

  test('a point of a chart says its words under the pointer and under the focus', async () => {
    const { page, close } = await visit(browser, `${server}/ru/almaty/indicators/11.6.2`)
    const tip = page.locator('chart-tips .tip').first()
    const point = page.locator('chart-tips').first().locator('[data-tip]').last()
    expect(await tip.isVisible()).toBe(false)
    await point.focus()
    expect(await tip.isVisible()).toBe(true)
    expect(await tip.textContent()).toBe(await point.getAttribute('data-tip'))
    await page.locator('h1').click()
    await point.locator('.hit, .bar').first().hover({ force: true })
    expect(await tip.isVisible()).toBe(true)
    await close()
  })
})

describe('with the keyboard alone', () => {
  test.each(['home', 'catalogue', 'indicator with rival figures', 'goal with measures', 'figure', 'report of a mistake'])(
    '%s: the first stop skips to the matter, and every stop is reached, named and seen',
    async (kind) => {
      const { page, close } = await visit(browser, `${server}/en${kinds[kind]}`)
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
      for (let press = 0; press < stops + 20; press++) {
        await page.keyboard.press('Tab')
        const stop = await page.evaluate(() => {
          const one = document.activeElement
          if (!(one instanceof Element) || !one.hasAttribute('data-stop')) return null
          const marks = [one, ...one.querySelectorAll('*')].map((each) => getComputedStyle(each))
          const isMarked = marks.some((style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1)
          return { id: one.getAttribute('data-stop') ?? '', isMarked, says: one.outerHTML.slice(0, 100) }
        })
        if (stop === null) continue
        if (reached.has(stop.id)) break
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
      await close()
    },
  )
})
