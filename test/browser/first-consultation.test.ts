import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../src/books/accounts/viewer.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import { wordsOf } from '../../src/pages/words.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, languagesHere, openReader } from './look-at-page.ts'

const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const city = (await site.record.findCity('ulgiqala')) as City
const viewer: Viewer = {
  personId: randomUUID(),
  name: 'Айша',
  language: 'kk',
  memberships: [{ cityId: city.id, role: 'administrator', department: null }],
  sessionId: randomUUID(),
  authenticatedAt: new Date(),
  secondFactor: true,
}
const server = await site.listen({ findViewer: async (token) => (token === 'administrator' ? viewer : null) })

afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Reading, typing and thinking of a person who has never done it: for each page and each key generous time. */
const secondsPerPage = 30
const secondsPerKey = 0.5
const mostSeconds = 300

describe.each(languagesHere('kk'))('an administrator who has never done it opens her first consultation, in %s', (language) => {
  const words = wordsOf(language)

  test.each([true, false])('with scripts: %s', async (javaScriptEnabled) => {
    const reader = await openReader(browser, { javaScriptEnabled, viewport: { width: 360, height: 740 } })
    const { page, visit, complaints } = reader
    await page.context().addCookies([{ name: 'session', value: 'administrator', url: server }])
    let pages = 0
    let keys = 0
    page.on('load', () => void pages++)

    // From the desk on, by what stands on the pages.
    await visit(`${server}/${language}/ulgiqala/desk`)
    await page
      .locator('main')
      .getByRole('link', { name: words.t('consult.title'), exact: true })
      .click()
    await page.getByRole('link', { name: words.t('consult.new') }).click()
    expect(await page.locator('#opensOn').inputValue()).not.toBe('')
    if (javaScriptEnabled) expect(await axeFindings(page, 'all')).toEqual([])

    // She changes what she asks, in three languages, and leaves the rest as it is.
    for (const [one, question] of [
      ['kk', 'Қай көшеге жарық керек?'],
      ['ru', 'Какой улице нужен свет?'],
      ['en', 'Which street needs light?'],
    ] as const) {
      await page.locator(`#question-${one}`).fill(question)
      keys += question.length
    }
    await page.getByRole('button', { name: words.t('desk.save_draft') }).click()
    await page.getByRole('link', { name: words.t('consult.publish'), exact: true }).click()
    expect(await page.locator('.errors, .warn:not(.invented)').count(), 'nothing keeps it from being published').toBe(0)
    await page.getByRole('button', { name: words.t('consult.publish_now') }).click()
    expect(await page.locator('.lede').innerText()).toContain(words.t('consult.phase_open'))

    // Everybody reads it now.
    await page.getByRole('link', { name: words.t('consult.public_page') }).click()
    expect(await page.locator('main').innerText()).toContain(
      { kk: 'Қай көшеге жарық керек?', ru: 'Какой улице нужен свет?', en: 'Which street needs light?' }[language],
    )
    if (javaScriptEnabled) expect(complaints).toEqual([])
    expect(pages * secondsPerPage + keys * secondsPerKey).toBeLessThan(mostSeconds)
    await reader.close()
  })
})
