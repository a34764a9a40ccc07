import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Viewer } from '../../src/books/accounts/viewer.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { Language } from '../../src/books/text.ts'
import { keyFields } from '../../src/pages/desk/values/series-address.ts'
import { wordsOf } from '../../src/pages/words.ts'
import { launchBrowser } from '../support/browser.ts'
import { officer } from '../support/desk-client.ts'
import { openTestSite } from '../support/server.ts'
import { languagesHere, openReader, press, type Reader } from './look-at-page.ts'

const wages = fileURLToPath(new URL('../fixtures/tables/wages.csv', import.meta.url))
const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const city = (await site.record.findCity('ulgiqala')) as City
const people = new Map<string, Viewer>()
const server = await site.listen({ findViewer: async (token) => people.get(token) ?? null })

const all = await site.record.listSeries(city, new Date(), { refArea: city.refArea })
const figures = await site.record.listFigures(
  city,
  new Date(),
  all.map((one) => one.id),
)
const [series, ...more] = all.filter((one) => {
  const own = figures.get(one.id) ?? []
  return one.unit === 'PT' && own.length >= 4 && own.every(({ obsValue }) => obsValue !== null && obsValue >= 0 && obsValue <= 100)
})
if (series === undefined || more.length < 2) throw new Error('The demonstration has no three series of percentages.')
/** A series for each language: what one test publishes, the next does not find. */
const seriesOf = { kk: series, ru: more[0] ?? series, en: more[1] ?? series }
const indicators = Object.values(seriesOf).map((one) => one.indicator)
await site.record.keepDepartment(city, { id: 'own', name: { en: 'Own' }, indicators, measures: [] })

const opened: Reader[] = []
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.close()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** A data officer of the department that answers for the series, with a browser of her own. */
async function officerAtDesk(options: Parameters<typeof openReader>[1] = {}): Promise<Reader> {
  const token = randomUUID()
  people.set(token, officer(city, 'data_officer', 'own'))
  const reader = await openReader(browser, options)
  opened.push(reader)
  await reader.page.context().addCookies([{ name: 'session', value: token, url: server }])
  return reader
}

const deskOf = (language: Language) => `${server}/${language}/ulgiqala/desk`

describe.each(languagesHere('en'))('values in %s, without JavaScript', (language) => {
  const words = wordsOf(language)
  const series = seriesOf[language]

  test(
    'one is entered, looked at, published, and stands on the public page with its origin and its history',
    { timeout: 60_000 },
    async () => {
      const { page, visit } = await officerAtDesk({ javaScriptEnabled: false })
      const before = (await site.record.listFigures(city, new Date(), [series.id])).get(series.id)?.at(-1)
      const period = before?.timePeriod ?? ''
      const value = { kk: '171,50', ru: '172,50', en: '173.50' }[language]
      await visit(`${deskOf(language)}/values?indicator=${series.indicator}`)
      await visit(`${deskOf(language)}/values/series?${new URLSearchParams([...keyFields(series), ['period', period]]).toString()}`)
      await page.fill('#value', value)
      await press(page, 'main form button.main')
      expect(await page.locator('.errors li').count()).toBe(2)
      expect(await page.title()).toContain(words.t('form.problem_title', { title: words.t('entry.seriesTitle') }))
      await page.fill('#place', 'Statistical bulletin, p. 7')
      await page.fill('#reason', 'Counted again')
      await press(page, 'main form button.main')
      expect(new URL(page.url()).pathname).toBe(`/${language}/ulgiqala/desk/values`)
      // 170 per cent is asked about, and not forbidden.
      expect(await page.locator('section[aria-labelledby=notices]').innerText()).toContain(words.t('notices.value_out_of_range'))
      await press(page, 'section[aria-labelledby=waiting] a.main')
      await page.fill(`#title-${language}`, 'Correction')
      await press(page, 'section[aria-labelledby=publish] button.main')
      expect(new URL(page.url()).pathname).toMatch(/\/desk\/releases\/\d+$/)

      await visit(`${server}/${language}/ulgiqala/figures/${series.address}/${period}`)
      const shown = words.decimal(value.replace(',', '.'))
      expect(await page.locator('section[aria-labelledby=value]').innerText()).toContain(shown)
      const origin = await page.locator('section[aria-labelledby=origin]').innerText()
      expect(origin).toContain(words.t('entry.enteredOrigin'))
      expect(origin).toContain('Statistical bulletin, p. 7')
      const history = await page.locator('section[aria-labelledby=history]').innerText()
      expect(history).toContain(shown)
      expect(history).toContain(words.decimal(before?.value ?? ''))
    },
  )
})

describe.each(languagesHere('ru'))('a table in %s', (language) => {
  test('is brought, its mapping changed on screen, compared, stored and published', { timeout: 120_000 }, async () => {
    const { page, visit } = await officerAtDesk({ javaScriptEnabled: language !== 'ru' })
    const settled = () => page.waitForSelector('[data-upload=still]', { timeout: 60_000 })
    await visit(`${deskOf(language)}/uploads`)
    await page.setInputFiles('#file', wages)
    await press(page, 'main form button.main')
    await settled()
    await page.selectOption('#role-1', 'area')
    await page.selectOption('#role-2', 'dimension:SEX')
    for (const [at, codes] of [
      [1, `Үлгіқала = ${city.refArea}`],
      [2, 'әйелдер = F\nерлер = M\nбарлығы ='],
    ] as const) {
      const drawer = page.locator(`details:has(#codes-${at})`)
      if ((await drawer.getAttribute('open')) === null) await drawer.locator('summary').click()
      await page.fill(`#codes-${at}`, codes)
    }
    await page.selectOption('#indicator', series.indicator)
    await page.selectOption('#unit', 'PT')
    const drawer = page.locator('details:has(#source-en)')
    if ((await drawer.getAttribute('open')) === null) await drawer.locator('summary').click()
    await page.fill('#source-en', `Labour office ${language}`)
    await press(page, 'section[aria-labelledby=mapping] button.main')
    await settled()
    await press(page, 'section[aria-labelledby=changes] button.main')
    await settled()
    await press(page, 'section[aria-labelledby=changes] a.main')
    await press(page, 'section[aria-labelledby=publish] button.main')
    expect(await page.locator('.title').innerText()).toContain(wordsOf(language).t('releases.status_published'))
  })
})
