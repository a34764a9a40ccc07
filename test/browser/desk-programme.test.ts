import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/books/accounts/role.ts'
import type { Viewer } from '../../src/books/accounts/viewer.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { DraftElement } from '../../src/books/programme/draft/draft.ts'
import { languages, type Language } from '../../src/books/text.ts'
import { wordsOf } from '../../src/pages/words.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, languagesHere, openReader, press, sideways, type Reader } from './look-at-page.ts'

const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const city = (await site.record.findCity('ulgiqala')) as City
const people = new Map<string, Viewer>()
const server = await site.listen({ findViewer: async (token) => people.get(token) ?? null })
const programme = 'ulgiqala-2030'

const opened: Reader[] = []
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.close()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Somebody at the desk, signed in, with a browser of her own. */
async function somebody(options: Parameters<typeof openReader>[1] = {}, role: Role = 'editor'): Promise<Reader> {
  const token = randomUUID()
  people.set(token, {
    personId: randomUUID(),
    name: 'Айша',
    language: 'kk',
    memberships: [{ cityId: city.id, role, department: null }],
    sessionId: randomUUID(),
    authenticatedAt: new Date(),
    secondFactor: true,
  })
  const reader = await openReader(browser, options)
  opened.push(reader)
  await reader.page.context().addCookies([{ name: 'session', value: token, url: server }])
  return reader
}

const deskOf = (language: Language) => `${server}/${language}/ulgiqala/desk`
const draftOf = (language: Language) => `${deskOf(language)}/programme/${programme}`
const field = (page: Page, id: string) => page.locator(`[id="${id}"]`)

async function elementsOf(kind: DraftElement['kind']): Promise<DraftElement[]> {
  const draft = await site.record.findDraft(city, programme)
  return draft === null ? [] : (await site.record.listDraftElements(city, draft.id)).filter((one) => one.kind === kind)
}

beforeAll(async () => {
  const { page, visit } = await somebody()
  await visit(`${deskOf('kk')}/programme`)
  await press(page, 'section[aria-labelledby=begin] form button')
  expect(new URL(page.url()).pathname).toBe(`/kk/ulgiqala/desk/programme/${programme}`)
})

describe.each(languagesHere('ru'))('two editors of one sentence, in %s', (language) => {
  const words = wordsOf(language)

  test('nothing is overwritten: both see what both wrote, and the merged text is saved', async () => {
    const sentence = (await elementsOf('sentence'))[languages.indexOf(language)]
    const address = `${draftOf(language)}/sentence/${sentence?.id}`
    const [first, second] = [await somebody({ javaScriptEnabled: false }), await somebody()]
    await first.visit(address)
    await second.visit(address)

    await field(first.page, 'text.ru').fill('Первый редактор изменил русский текст.')
    await field(first.page, 'text.kk').fill('Бірінші редактордың сөйлемі.')
    await press(first.page, 'button.main')
    expect(await first.page.locator('[role=status]').innerText()).toBe(words.t('desk.saved'))

    await field(second.page, 'text.en').fill('The second editor changed the English text.')
    await field(second.page, 'text.kk').fill('Екінші редактордың сөйлемі.')
    await press(second.page, 'button.main')
    expect(await second.page.locator('h1').innerText()).toBe(words.t('desk.conflict_title'))
    expect(await second.page.title()).toContain(words.t('desk.conflict_title'))
    expect(await focused(second.page)).toContain(words.t('desk.field_both_changed'))
    expect(await second.page.locator('main').innerText()).toContain('Бірінші')
    expect(await field(second.page, 'text.ru').inputValue()).toBe('Первый редактор изменил русский текст.')
    expect(await field(second.page, 'text.en').inputValue()).toBe('The second editor changed the English text.')
    expect(await axeFindings(second.page, 'all')).toEqual([])
    expect(await sideways(second.page, 360)).toBe('')

    await field(second.page, 'text.kk').fill('Екеуі келіскен сөйлем.')
    await press(second.page, 'button.main')
    const saved = (await elementsOf('sentence')).find(({ id }) => id === sentence?.id)
    expect(saved?.content).toMatchObject({
      text: {
        kk: 'Екеуі келіскен сөйлем.',
        ru: 'Первый редактор изменил русский текст.',
        en: 'The second editor changed the English text.',
      },
    })
    await second.visit(`${address}/history`)
    expect(await second.page.locator('main').innerText()).toContain(words.t('desk.did_write'))
    expect(second.complaints).toEqual([])
  })

  test('what is wrong takes the focus, leads to its field, and what was typed stays', async () => {
    const [indicator] = await elementsOf('indicator')
    const { page, visit } = await somebody()
    await visit(`${draftOf(language)}/indicator/${indicator?.id}`)
    await field(page, 'baseline.value').fill('көп')
    await field(page, 'note.en').fill('Just typed')
    await press(page, 'button.main')
    expect(await page.title()).toContain(words.t('form.problem_title', { title: '' }).trim())
    expect(await focused(page)).toContain(words.t('desk.label_baseline_value'))
    await page.click('.errors a')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('baseline.value')
    expect(await field(page, 'note.en').inputValue()).toBe('Just typed')
    expect(await axeFindings(page, 'all')).toEqual([])
  })
})

test('a target indicator is written with the keyboard alone, and Enter saves it as it stands', async () => {
  const [indicator] = await elementsOf('indicator')
  const { page, visit } = await somebody({ javaScriptEnabled: false })
  await visit(`${draftOf('en')}/indicator/${indicator?.id}`)
  await field(page, 'baseline.value').fill('1,5')
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
  // A figure of the statistics differs and has a button of its own in the form: Enter does not press it.
  expect((await elementsOf('indicator'))[0]?.content).toMatchObject({ baseline: { value: '1.5' } })
  await page.locator('.clash button').first().focus()
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
  expect((await elementsOf('indicator'))[0]?.content).not.toMatchObject({ baseline: { value: '1.5' } })
})

describe.each(languagesHere('kk'))('pages of the desk in %s', (language) => {
  test('without a fault for axe, and none can be pushed sideways on a phone', { timeout: 60_000 }, async () => {
    const { page, visit, complaints } = await somebody({ colorScheme: 'dark' })
    const of = async (kind: DraftElement['kind']) => `/${kind}/${(await elementsOf(kind))[0]?.id}`
    const paths = [
      deskOf(language),
      `${deskOf(language)}/programme`,
      `${deskOf(language)}/programme/new`,
      ...['', '/publish', '/preview', '/difference', '/add/direction', await of('head')].map((path) => draftOf(language) + path),
      ...[await of('goal'), await of('sentence'), await of('indicator'), await of('measure'), await of('source')].map(
        (path) => draftOf(language) + path,
      ),
      `${draftOf(language)}${await of('sentence')}/history`,
    ]
    const found: string[] = []
    for (const path of paths) {
      await visit(path)
      const wrong = [...(await axeFindings(page, 'all')), await sideways(page, 360), ...complaints].filter((one) => one !== '')
      found.push(...wrong.map((one) => `${new URL(path).pathname}: ${one}`))
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    expect(found).toEqual([])
  })
})

test('the draft is published from the browser, and its readers see it at once', async () => {
  const [sentence] = await elementsOf('sentence')
  const { page, visit } = await somebody({ javaScriptEnabled: false })
  await visit(`${server}/kk/ulgiqala/programme/versions`)
  const before = await page.locator('main').innerText()
  await visit(`${draftOf('kk')}/sentence/${sentence?.id}`)
  await field(page, 'text.kk').fill('Жарияланған сөйлем.')
  await press(page, 'button.main')
  await visit(`${draftOf('kk')}/publish`)
  await page.check('input[value=amended]')
  await field(page, 'date').fill('2026-11-20')
  for (const language of languages) await field(page, `act.${language}`).fill(`№ 77 (${language})`)
  await press(page, 'button.main')
  expect(new URL(page.url()).pathname).toBe('/kk/ulgiqala/programme/versions/4')
  expect(await page.locator('main').innerText()).toContain('Жарияланған сөйлем.')
  await visit(`${server}/kk/ulgiqala/programme/versions`)
  expect(await page.locator('main').innerText()).not.toBe(before)
  expect(await elementsOf('sentence')).toEqual([])
})

/** What has the focus, in words. */
const focused = async (page: Page): Promise<string> => await page.evaluate(() => document.activeElement?.textContent ?? '')
