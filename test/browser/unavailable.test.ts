import { afterAll, expect, test } from 'vitest'
import { languages } from '../../src/books/text.ts'
import { wordsOf } from '../../src/pages/words.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, openReader, press, sideways } from './look-at-page.ts'

const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const [series] = await site.record.listSeries((await site.record.findCity('ulgiqala'))!, new Date(), { indicator: 'U-4' })
const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
const server = await site.listen({ inOneTransaction: away, record: { ...site.record, listReleases: away } })
afterAll(async () => {
  await browser.close()
  await site.close()
})

test.each(languages)('a database that is away leaves a page that everybody can use, in %s', { timeout: 60_000 }, async (language) => {
  const { t } = wordsOf(language)
  const { page, visit, close, complaints } = await openReader(browser)
  const look = async () => {
    for (const width of [360, 1280]) expect(await sideways(page, width)).toBe('')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page, 'all')).toEqual([])
    }
  }
  await visit(`${server}/${language}/ulgiqala/releases`)
  expect(await page.locator('h1').innerText()).toBe(t('errors.unavailableTitle'))
  expect(complaints).toEqual([])
  await look()
  await visit(`${server}/${language}/ulgiqala/figures/${series?.address}/2023/mistakes`)
  await page.fill('main form textarea', 'Қате: <26.9> емес, 27.5')
  await press(page, 'main form button[type=submit]')
  expect(await page.inputValue('main textarea')).toBe('Қате: <26.9> емес, 27.5')
  await look()
  await close()
})
