import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { addRecord } from '../../src/actions/cooperation/write-record.ts'
import type { RecordForm } from '../../src/books/cooperation/fill-record.ts'
import type { RecordKind } from '../../src/books/cooperation/records.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import { wordsOf } from '../../src/pages/words.ts'
import { launchBrowser } from '../support/browser.ts'
import { officer } from '../support/desk-client.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, openReader, press, type Reader } from './look-at-page.ts'

const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const city = (await site.record.findCity('ulgiqala')) as City
const viewer = officer(city, 'international_office')
const server = await site.listen({ findViewer: async () => viewer })
const words = wordsOf('kk')

const opened: Reader[] = []
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.close()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** The й comes as two characters and is one once it is stored; the handshake is two units and one character. Each test has a text of its own. */
const textOf = (number: number): string => `Ке${'й'.normalize('NFD')}ін екі қала кездесті 🤝. Тараптар келісті.
Жоба талқыланды. Тараптар келісті.
Қала қатынасты дамытуға ниетті. ${number}`
let text = textOf(0).normalize('NFC')
const promise = 'Тараптар келісті'
const [first, second] = [text.indexOf(promise), text.lastIndexOf(promise)]

const add = async (kind: RecordKind, form: RecordForm): Promise<number> => {
  const written = await addRecord({ city, by: null, at: new Date(), kind, form }, site.record)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  return written.number
}

let source = 0
let commitment = 0
beforeEach(async () => {
  const typed = textOf(source + 1)
  text = typed.normalize('NFC')
  source = await add('source', { 'title.kk': 'Баспасөз хабары', kind: 'press_release', language: 'kk', text: typed })
  const partner = await add('partner', { 'name.kk': 'Губернаторлық', kind: 'city', country: 'TH' })
  commitment = await add('commitment', { 'title.kk': 'Жоба', by: String(partner), strength: 'agreed_to_do', marker: 'келісті' })
})

async function openSource(options: Parameters<typeof openReader>[1] = {}): Promise<Reader> {
  const reader = await openReader(browser, options)
  opened.push(reader)
  await reader.page.context().addCookies([{ name: 'session', value: randomUUID(), url: server }])
  await reader.visit(`${server}/kk/ulgiqala/desk/cooperation/sources/${source}`)
  return reader
}

const stored = async () =>
  (await site.record.listEvidenceIn(city, source)).map(({ subject, start, end, exact, marker }) => ({ subject, start, end, exact, marker }))

/** The form as it stands, by the names of its fields. */
const inForm = async (page: Page, name: string): Promise<string> =>
  await page.evaluate(
    (field) => String(new FormData(document.querySelector<HTMLFormElement>('section[aria-labelledby=mark] form')!).get(field)),
    name,
  )

/** Drags the pointer over the text, from before one unit of it to behind another; numbers of marked places are not of the text. */
async function drag(page: Page, start: number, end: number): Promise<void> {
  await page.locator('[data-text]').scrollIntoViewIfNeeded()
  const [from, to] = await page.evaluate(
    (offsets) => {
      const walker = document.createTreeWalker(document.querySelector('[data-text]')!, NodeFilter.SHOW_TEXT)
      const nodes: Text[] = []
      while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text)
      const own = nodes.filter((node) => node.parentElement?.closest('[data-aside]') === null)
      return offsets.map(({ unit, side }) => {
        let before = 0
        const node = own.find((one) => unit < before + one.data.length || ((before += one.data.length), false))!
        const range = document.createRange()
        range.setStart(node, unit - before)
        range.setEnd(node, unit - before + 1)
        const box = range.getBoundingClientRect()
        return { x: side === 'left' ? box.left + 1 : box.right - 1, y: box.top + box.height / 2 }
      })
    },
    [
      { unit: start, side: 'left' },
      { unit: end - 1, side: 'right' },
    ],
  )
  await page.mouse.move(from!.x, from!.y)
  await page.mouse.down()
  await page.mouse.move(to!.x, to!.y, { steps: 5 })
  await page.mouse.up()
}

const send = (page: Page): Promise<void> => press(page, 'button.main')

/** The second page: the words are those of a commitment that is there. */
async function tie(page: Page): Promise<void> {
  expect(await page.locator('main mark').innerText()).toBe(promise)
  await page.selectOption('#record', String(commitment))
  await send(page)
}

const ofTheSecond = () => ({
  ...{ subject: { kind: 'commitment', number: commitment }, start: second, end: second + promise.length, exact: promise },
  marker: { start: second + 'Тараптар '.length, end: second + promise.length },
})

test('words that are selected with the pointer are stored with their place, and numbers of marked places do not shift the next', async () => {
  const { page, complaints } = await openSource()
  await drag(page, second, second + promise.length)
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#span-words')?.value !== '')
  expect(await inForm(page, 'span-words')).toBe(promise)
  expect(await inForm(page, 'span-start')).toBe(String(second))
  expect(await page.locator('mark-span [role=status]').innerText()).toBe(words.t('deskCooperation.selected'))
  expect(await axeFindings(page, 'all')).toEqual([])
  await page.fill('#span-marker', 'келісті')
  await send(page)
  await tie(page)
  expect(await stored()).toEqual([ofTheSecond()])

  expect(await page.locator('[data-text] mark').allInnerTexts()).toEqual(['Тараптар ', 'келісті'])
  const across = text.slice(second + 'Тараптар '.length, text.indexOf('дамытуға') - 1)
  await drag(page, second + 'Тараптар '.length, second + 'Тараптар '.length + across.length)
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#span-words')?.value !== '')
  expect((await inForm(page, 'span-words')).replaceAll('\r\n', '\n')).toBe(across)
  expect(await inForm(page, 'span-start')).toBe(String(second + 'Тараптар '.length))
  expect(complaints).toEqual([])
})

test('the keyboard alone selects words, writes nothing into the text, and comes back', async () => {
  const { page, complaints } = await openSource()
  const button = page.getByRole('button', { name: words.t('deskCooperation.select_by_keyboard') })
  await button.focus()
  await page.keyboard.press('Enter')
  expect(await axeFindings(page, 'all')).toEqual([])
  // One press is one character, and the handshake is one.
  for (let at = 0; at < [...text.slice(0, second)].length; at++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('x')
  await page.keyboard.press('Backspace')
  for (let at = 0; at < promise.length; at++) await page.keyboard.press('Shift+ArrowRight')
  await page.waitForFunction((all) => document.querySelector<HTMLTextAreaElement>('#span-words')?.value === all, promise)
  expect(await page.locator('[data-text]').textContent()).toBe(text)
  await page.keyboard.press('Escape')
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.fill('#span-marker', 'келісті')
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
  await tie(page)
  expect(await stored()).toEqual([ofTheSecond()])
  expect(complaints).toEqual([])
})

test('words that are typed after a selection stand anywhere; asked which, a selection answers', async () => {
  const { page } = await openSource()
  await drag(page, second, second + promise.length)
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#span-words')?.value !== '')
  await page.fill('#span-words', 'Тараптар')
  expect(await inForm(page, 'span-start')).toBe('')
  await send(page)
  expect(await page.locator('[name=span-start]').count()).toBe(2)
  await drag(page, second, second + 'Тараптар'.length)
  await page.waitForFunction(() => document.querySelector('[name=span-start]:checked') !== null)
  expect(await page.locator('[name=span-start]:checked').getAttribute('value')).toBe(String(second))
})

test('without scripts words are pasted, and where they stand twice the server asks which', async () => {
  const { page } = await openSource({ javaScriptEnabled: false })
  await page.fill('#span-words', promise)
  await page.fill('#span-marker', 'келісті')
  await send(page)
  expect(await page.title()).toContain(words.t('form.problem_title', { title: '' }).trim())
  const places = page.locator('[name=span-start]')
  expect(await places.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual([String(first), String(second)])
  await places.nth(1).check()
  await send(page)
  await tie(page)
  expect(await stored()).toEqual([ofTheSecond()])
})
