import { URI, type TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Language } from '../../src/books/text.ts'
import { wordsOf } from '../../src/pages/words.ts'
import { launchBrowser } from '../support/browser.ts'
import { answerOf, bagdar } from '../support/command-line.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, languagesHere, openReader, press, sideways, type Reader } from './look-at-page.ts'

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

async function openBrowser(javaScriptEnabled: boolean): Promise<Reader> {
  const reader = await openReader(browser, { javaScriptEnabled })
  opened.push(reader)
  return reader
}

/** Where each was given, so that a finding names its page. */
const findings: string[] = []

/** What axe, a narrow screen and the dark say about the page that is open; it is the same page without scripts, so once is enough. */
async function look(page: Page, enabled: boolean): Promise<void> {
  if (!enabled) return
  const found = [await sideways(page, 320), await sideways(page, 1280), ...(await axeFindings(page, 'all'))]
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await axeFindings(page, ['color-contrast', 'link-in-text-block'])))
  await page.emulateMedia({ colorScheme: 'light' })
  findings.push(...found.filter((one) => one !== '').map((one) => `${new URL(page.url()).pathname}: ${one}`))
}

/** Presses what leads to another page, and waits until that page is there. */
const heading = async (page: Page): Promise<string> => (await page.locator('h1').innerText()).replaceAll('\u00a0', ' ')

/** The first administrator comes in by the link that the command line prints. */
async function inviteByCommandLine(email: string, language: Language): Promise<string> {
  const { port } = new URL(server)
  const args = ['user', 'invite', '--city', 'ulgiqala', '--role', 'administrator', '--email', email, '--language', language, '--json']
  return answerOf<{ link: string }>(await bagdar(site.directory, args, { PORT: port })).link
}

const newTotp = async (page: Page): Promise<TOTP> =>
  URI.parse(`otpauth://totp/Bagdar?secret=${(await page.innerText('code.secret')).replaceAll(/\s/g, '')}&period=30`) as TOTP

describe.each(languagesHere('kk'))('in %s', (language) => {
  const { t } = wordsOf(language)

  // Without scripts a page is the same in every language but for its words.
  describe.each([{ script: 'with scripts', enabled: true }, ...(language === 'kk' ? [{ script: 'without scripts', enabled: false }] : [])])(
    '$script',
    ({ enabled }) => {
      test('a resident signs in with the code from the mailbox of the demonstration', { timeout: 240_000 }, async () => {
        findings.length = 0
        const { page, visit, complaints } = await openBrowser(enabled)
        const email = `resident-${language}-${enabled}@example.kz`
        await visit(`${server}/${language}/ulgiqala`)
        await press(page, 'header a.account')
        expect(await heading(page)).toBe(t('account.signin_title'))
        await look(page, enabled)

        await page.fill('#email', 'no address')
        await page.evaluate(() => document.querySelector('form.stack')?.setAttribute('novalidate', ''))
        await press(page, 'main form[action$="/sign-in"] button')
        expect(await page.title()).toContain(t('form.problem_title', { title: t('account.signin_title') }))
        await look(page, enabled)
        await page.click('.errors a')
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('email')

        await page.fill('#email', email)
        await press(page, 'main form[action$="/sign-in"] button')
        expect(await heading(page)).toBe(t('account.signin_code_title'))
        await look(page, enabled)
        await press(page, 'a[href$="/mailbox"]')
        await look(page, enabled)
        const letter = page.locator('.letter').first()
        const code = /\b\d{6}\b/.exec(await letter.innerText())?.[0] ?? ''
        expect(code).toMatch(/^\d{6}$/)
        await page.goBack({ waitUntil: 'load' })
        await page.fill('#code', `${code.slice(0, 3)} ${code.slice(3)}`)
        await press(page, 'main form[action$="/code"] button')
        expect(new URL(page.url()).pathname).toBe(`/${language}/account`)
        await page.goto(`${server}/${language}/account/sessions`)
        await look(page, enabled)
        await press(page, 'form.account button')
        await page.goto(`${server}/${language}/account/sessions`)
        expect(await heading(page)).toBe(t('account.signin_title'))
        expect([findings, unexpected(complaints)]).toEqual([[], []])
      })

      test('the first administrator comes from the command line to the desk', { timeout: 240_000 }, async () => {
        findings.length = 0
        const { page, visit, complaints } = await openBrowser(enabled)
        const email = `first-${language}-${enabled}@ulgiqala.example`
        await visit(await inviteByCommandLine(email, language))
        expect(await heading(page)).toBe(t('account.invite_title'))
        await look(page, enabled)
        await page.fill('#name', 'Айгүл Сапарова')
        await page.fill('#password', 'парольпароль')
        await press(page, 'main form[action$="/invite"] button')
        expect(await page.innerText('#password-error')).not.toBe('')
        await look(page, enabled)
        await page.fill('#password', 'үй жанындағы өзен 7')
        await press(page, 'main form[action$="/invite"] button')

        expect(await heading(page)).toBe(t('account.factor_title'))
        await look(page, enabled)
        const totp = await newTotp(page)
        await page.fill('#code', '000000')
        await press(page, 'main form[action$="/second-factor"] button')
        expect(await page.innerText('#code-error')).not.toBe('')
        await look(page, enabled)
        expect((await newTotp(page)).secret.base32).toBe(totp.secret.base32)
        await page.fill('#code', totp.generate())
        await press(page, 'main form[action$="/second-factor"] button')
        expect(await heading(page)).toBe(t('account.factor_codes_title'))
        expect(await page.locator('.codes li').count()).toBe(10)
        await look(page, enabled)
        const recovery = await page.locator('.codes li').first().innerText()
        await press(page, 'main a.btn.main')
        expect(new URL(page.url()).pathname).toBe(`/${language}/ulgiqala/desk`)

        await press(page, 'form.account button')
        await page.goto(`${server}/${language}/ulgiqala/desk`)
        await press(page, 'main a[href*="/sign-in/password"]')
        await look(page, enabled)
        await page.fill('#email', email)
        await page.fill('#password', 'үй жанындағы өзен 7')
        await press(page, 'main form[action$="/sign-in/password"] button')
        expect(await heading(page)).toBe(t('account.signin_factor_title'))
        await look(page, enabled)
        await page.fill('#code', recovery)
        await press(page, 'main form[action$="/second-factor"] button')
        expect(new URL(page.url()).pathname).toBe(`/${language}/ulgiqala/desk`)
        await page.goto(`${server}/${language}/account/password`)
        await look(page, enabled)
        expect([findings, unexpected(complaints)]).toEqual([[], []])
      })
    },
  )
})

/** A form that is refused is meant to be; Chromium reports its answer as an error. */
const unexpected = (complaints: readonly string[]): string[] => complaints.filter((one) => !one.includes('status of 422'))

test('with the keyboard alone a resident gets in and out again', { timeout: 240_000 }, async () => {
  const { page } = await openBrowser(true)
  /** Tab until what has the focus is what is looked for. */
  const tabTo = async (selector: string): Promise<void> => {
    for (let stops = 0; stops < 60; stops++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    }
    throw new Error(`The keyboard does not reach ${selector} on ${page.url()}.`)
  }
  const enter = async (): Promise<void> => {
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')])
  }
  await page.goto(`${server}/en/ulgiqala`)
  await tabTo('a.account')
  await enter()
  await tabTo('#email')
  await page.keyboard.type('keys@example.kz')
  await enter()
  await tabTo('a[href$="/mailbox"]')
  await enter()
  const code = /\b\d{6}\b/.exec(await page.locator('.letter').first().innerText())?.[0] ?? ''
  await page.goBack({ waitUntil: 'load' })
  await tabTo('#code')
  await page.keyboard.type(code)
  await enter()
  expect(new URL(page.url()).pathname).toBe('/en/account')
  await tabTo('form.account button')
  await enter()
  expect((await page.context().cookies()).filter(({ name }) => name === 'session')).toEqual([])
})
