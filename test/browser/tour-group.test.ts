import fs from 'node:fs'
import type { Page } from 'playwright-core'
import writeXlsxFile from 'write-excel-file/node'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { checkDigit } from '../../src/books/cooperation/tour-group/check-digit.ts'
import { readCsvRows } from '../../src/formats/csv.ts'
import { openTable } from '../../src/formats/table/open-table.ts'
import { wordsOf } from '../../src/pages/words.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, crowded, languagesHere, openReader, sideways, type Reader } from './look-at-page.ts'

const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const server = await site.listen()

const opened: Reader[] = []
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.close()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function readerAt(language: string, options: Parameters<typeof openReader>[1] = {}): Promise<Reader> {
  const reader = await openReader(browser, options)
  opened.push(reader)
  await reader.visit(`${server}/${language}/ulgiqala/cooperation/tour-group`)
  return reader
}

/** Everything that the page asks of anybody from now on. */
function requestsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { protocol, pathname, search } = new URL(request.url())
    if (protocol !== 'blob:' && protocol !== 'data:')
      asked.push(`${request.method()} ${pathname}${search} ${request.postData() ?? ''}`.trim())
  })
  return asked
}

/** Goes to the form: the checker comes then, before anything is written. */
async function beginAt(page: Page): Promise<void> {
  const code = page.waitForResponse(/tour-group-check/)
  await page.locator('#tg-zones').focus()
  await (await code).finished()
}

function zone(number: string, birth: string, expiry = '310101'): string {
  const parts = [number + checkDigit(number), birth + checkDigit(birth), `${expiry}${checkDigit(expiry)}${'<'.repeat(15)}`] as const
  return `${`P<KAZAKHMETOVA<<AIGUL`.padEnd(44, '<')}\n${parts[0]}KAZ${parts[1]}F${parts[2]}${checkDigit(parts.join(''))}`
}
const right = zone('N12345678', '900101')
const faulty = [
  right,
  zone('N12345679', '911301'), // no month 13
  zone('N12345670', '920101').replace('N12345670', 'N12345671'), // another number than the check digit says
  zone('N12345672', '930101', '200101'), // expired
  right, // the same once more
  zone('N12345673', '940101').replace('KAZ94', 'KAX94'), // no such state
  zone('N12345674', '950101').replace('N123', 'N12'), // a character lost
]

const said = async (page: Page, part: string) => (await page.locator(part).allTextContents()).join('\n')
const results = (page: Page) => said(page, '.tour-results')

describe('a list with faults', () => {
  test.each(languagesHere('kk'))('shows all of them with what to do, by keyboard alone, and sends nothing: %s', async (language) => {
    const { t } = wordsOf(language)
    const { page, complaints } = await readerAt(language)
    await beginAt(page)
    const asked = requestsOf(page)
    await page.keyboard.insertText(faulty.join('\n\n'))
    // To the button as a keyboard goes: through every field.
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.matches('button[type=submit].main') === true)) break
    }
    await page.keyboard.press('Enter')
    await page.locator('.tour-results h3').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('tourGroup.result_error'))
    const text = await results(page)
    for (const fault of [
      t('tourGroup.find_not_in_calendar', { found: '911301' }),
      t('tourGroup.find_same_document', { number: 1 }),
      t('tourGroup.find_state_unknown', { found: 'KAX' }),
      t('tourGroup.find_line_length', { row: 2, found: 43, wanted: 44 }),
      t('tourGroup.find_no_check_digit'),
      t('tourGroup.result_limits'),
    ])
      expect(text).toContain(fault)
    expect(text).toContain(t('tourGroup.find_expired', { found: language === 'en' ? '1 January 2020' : '01.01.2020' }))
    expect(text).toContain(t('tourGroup.find_check_field_wrong', { found: checkDigit('N12345670'), wanted: checkDigit('N12345671') }))
    expect(await page.locator('.tour-results tbody tr').count()).toBe(faulty.length)
    expect(text).not.toMatch(/undefined|\{\w+\}/)
    expect(asked).toEqual([])
    expect(complaints).toEqual([])
  })

  test('is accessible and fits on a phone, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await readerAt('ru', { colorScheme })
      await page.fill('#tg-zones', faulty.join('\n'))
      await page.selectOption('#tg-scheme', 'russia_china')
      await page.click('button[type=submit].main')
      await page.locator('.tour-results h3').waitFor()
      expect(await axeFindings(page, 'all')).toEqual([])
      for (const width of [360, 1280]) expect(await sideways(page, width)).toBe('')
      expect(await crowded(page)).toEqual([])
    }
  })
})

test('the browser itself opens no connection for the page and sends no form of it', async () => {
  const { page } = await readerAt('en')
  await page.fill('#tg-zones', right)
  expect(await page.locator('form.tour-form').evaluate((form) => [...new FormData(form as HTMLFormElement).keys()])).toEqual([])
  // No other form, the search among them, stands on the page.
  expect(await page.locator('form:not(.tour-form)').count()).toBe(0)
  const asked = requestsOf(page)
  const sent = await page.evaluate(async () => {
    const tries = await Promise.allSettled([
      fetch('/?secret'),
      new Promise((done, fail) => {
        const socket = new WebSocket(location.origin.replace('http', 'ws'))
        socket.addEventListener('open', done)
        socket.addEventListener('error', fail)
      }),
    ])
    navigator.sendBeacon('/?secret', 'secret')
    for (const method of ['get', 'post']) {
      const form = Object.assign(document.createElement('form'), { action: '/?secret', method })
      document.body.append(form)
      form.submit()
    }
    return tries.map(({ status }) => status)
  })
  expect(sent).toEqual(['rejected', 'rejected'])
  await page.waitForTimeout(300)
  expect(asked).toEqual([])
})

test('the rules of a scheme stand in the fields, can be changed, and judge the group', async () => {
  const { page } = await readerAt('en')
  await beginAt(page)
  await page.selectOption('#tg-scheme', 'russia_china')
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#tg-least')?.value !== '')
  expect(await page.inputValue('#tg-least')).toBe('5')
  expect(await page.inputValue('#tg-nationalities')).toBe('RUS, CHN')
  await page.fill('#tg-zones', right)
  await page.click('button[type=submit].main')
  await page.locator('.tour-results h3').waitFor()
  expect(await results(page)).toContain('The group has 1 persons; at least 5 are needed.')
  expect(await results(page)).toContain('The rule is not for citizens of KAZ')
  expect(await results(page)).toContain('No leader is named.')
  await page.fill('#tg-least', '1')
  await page.fill('#tg-nationalities', '')
  await page.fill('#tg-leader', '1')
  await page.fill('#tg-entry', '2030-12-10')
  await page.fill('#tg-exit', '2030-12-20')
  await page.click('button[type=submit].main')
  await page.locator('.tour-results h3[data-verdict=unknown]').waitFor()
  expect(await results(page)).toContain('Leader: No. 1.')
  expect(await results(page)).toContain('Errors: 0.')
})

test('what the form cannot take is said at the field, and the focus goes there', async () => {
  const { page } = await readerAt('en')
  await page.fill('#tg-most', 'fifty')
  await page.click('button[type=submit].main')
  const summary = page.locator('.errors')
  await summary.waitFor()
  expect(await summary.textContent()).toContain('Enter a machine-readable zone or choose a file.')
  expect(await summary.textContent()).toContain('“fifty” is no whole number.')
  expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await page.locator('#tg-most').getAttribute('aria-invalid')).toBe('true')
  expect(await axeFindings(page, 'all')).toEqual([])
  await page.click('button[type=reset]')
  expect(await page.locator('.errors').count()).toBe(0)
})

describe('files', () => {
  const header = ['Фамилия', 'Имя', 'Пол', 'Дата рождения', 'Гражданство', 'Номер паспорта', 'Срок действия']
  const rows = [
    ['KIM', 'ANNA', 'Ж', '01.02.1990', 'KAZ', 'N1', '01.01.2035'],
    ['KIM', 'OLEG', 'М', '31.02.1990', 'KAZ', 'N2', '01.01.2035'],
  ]
  const check = async (page: Page, name: string, mimeType: string, buffer: Buffer) => {
    await page.setInputFiles('#tg-file', { name, mimeType, buffer })
    await page.click('button[type=submit].main')
    await page.locator('.tour-results h3, .errors').first().waitFor()
    return (await results(page)) + (await said(page, '.errors'))
  }

  test('CSV with semicolons in the code page of Windows, and a file that is none', async () => {
    const { page } = await readerAt('ru')
    await beginAt(page)
    const asked = requestsOf(page)
    const { t } = wordsOf('ru')
    const text = [header, ...rows].map((row) => row.join(';')).join('\r\n')
    const windows = Buffer.from(
      [...text].map((letter) => (letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0))),
    )
    expect(await check(page, 'list.csv', 'text/csv', windows)).toContain(t('tourGroup.find_not_in_calendar', { found: '31.02.1990' }))
    expect(await check(page, 'list.csv', 'text/csv', Buffer.from('a;b\n1;2'))).toContain(t('tourGroup.problem_header'))
    expect(await check(page, 'list.xlsx', '', Buffer.from('PK\u0003\u0004 broken'))).toContain(t('tourGroup.problem_file'))
    expect(asked).toEqual([])
  })

  test('XLSX, for which the page fetches its own code and nothing else; the checked list comes as CSV and XLSX', async () => {
    const { page, complaints } = await readerAt('ru', { acceptDownloads: true })
    await beginAt(page)
    const asked = requestsOf(page)
    const { t } = wordsOf('ru')
    const dated = rows.map((row, at) =>
      row.map((value, column) =>
        at === 0 && column === 3 ? { value: new Date('1990-02-01'), type: Date, format: 'dd.mm.yyyy' } : { value },
      ),
    )
    const workbook = await writeXlsxFile([header.map((value) => ({ value })), ...dated]).toBuffer()
    const text = await check(page, 'list.xlsx', '', workbook)
    expect(text).toContain(t('tourGroup.find_not_in_calendar', { found: '31.02.1990' }))
    expect(text).toContain('1990-02-01')
    const save = async (name: string): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
      return fs.readFileSync(await download.path())
    }
    const csv = [...readCsvRows((await save(t('tourGroup.do_csv'))).toString('utf8').replace('\ufeff', ''))].map(({ cells }) => cells)
    expect(csv.map((row) => row.slice(0, 3))).toEqual([
      ['№', 'Фамилия', 'Имя'],
      ...rows.map(([surname, name], at) => [String(at + 1), surname, name]),
    ])
    const table = await openTable(new Uint8Array(await save(t('tourGroup.do_xlsx'))))
    expect(table.ok && [table.value.header, ...table.value.rows.map(({ cells }) => cells)]).toEqual(csv)
    expect(asked).toEqual([expect.stringMatching(/^GET \/assets\/tour-group-excel-\w+\.js$/)])
    expect(complaints).toEqual([])
  })
})

test('on paper the list stands alone', async () => {
  const { page } = await readerAt('kk')
  await page.fill('#tg-zones', faulty.join('\n'))
  await page.click('button[type=submit].main')
  await page.locator('.tour-results h3').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.tour-results table').isVisible()).toBe(true)
  for (const gone of ['form.tour-form', '#by-hand', '#schemes', '.tour-results .acts'])
    expect(await page.locator(gone).isVisible()).toBe(false)
})

test('without a connection when the checker is needed, that is said, and the next press works', async () => {
  const { page } = await readerAt('en')
  await page.context().setOffline(true)
  await page.locator('#tg-zones').focus()
  await page.locator('[data-part=problems]', { hasText: 'could not be loaded' }).waitFor()
  await page.context().setOffline(false)
  await page.fill('#tg-zones', right)
  await page.click('button[type=submit].main')
  await page.locator('.tour-results h3').waitFor()
  expect(await said(page, '[data-part=problems]')).toBe('')
})

test('without scripts the page says so and gives the rules; there is no form that could be sent', async () => {
  const { page } = await readerAt('en', { javaScriptEnabled: false })
  expect(await page.locator('[data-part=without]').isVisible()).toBe(true)
  expect(await page.locator('main form').count()).toBe(0)
  expect(await said(page, 'main')).toContain('multiply the characters from left to right by 7, 3, 1')
})
