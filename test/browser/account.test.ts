import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Role } from '../../src/books/accounts/role.ts'
import { languages } from '../../src/books/text.ts'
import { wordsOf } from '../../src/pages/words.ts'
import { accountServices } from '../../src/services/accounts.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { signInAs, type SignedIn, type SignInChanges } from '../support/sign-in-as.ts'
import { axeFindings, languagesHere, openReader, press, type Reader } from './look-at-page.ts'

const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const address = await site.listen()
// Browsers make passkeys for names: `localhost` has one, 127.0.0.1 has none.
const server = address.replace('127.0.0.1', 'localhost')
const city = (await site.record.findCity('ulgiqala'))!
const { t } = wordsOf('en')

const opened: Reader[] = []
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.close()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

interface Visitor extends Reader, Pick<SignedIn, 'personId' | 'email'> {
  device: CDPSession
  /** Id of her virtual authenticator. */
  authenticatorId: string
}

const staff = (role: Role): SignInChanges => ({ name: 'Айгүл', roles: [{ city, role }] })

/** Somebody who is signed in, with a browser and a device that keeps passkeys. */
async function visitor(changes: SignInChanges = {}, javaScriptEnabled = true): Promise<Visitor> {
  const { personId, email, reader: web } = await signInAs(site, changes)
  const reader = await openReader(browser, { javaScriptEnabled })
  opened.push(reader)
  const value = web.cookies.get('session') ?? ''
  await reader.page.context().addCookies(['localhost', '127.0.0.1'].map((domain) => ({ name: 'session', value, domain, path: '/' })))
  const device = await reader.page.context().newCDPSession(reader.page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  })
  return { ...reader, personId, email, device, authenticatorId }
}

async function addPasskey({ page }: Pick<Reader, 'page'>, name: string): Promise<void> {
  await page.goto(`${server}/en/account/passkeys`)
  await page.fill('#name', name)
  await page.click('form[data-passkey=register] button[type=submit]')
  await page.waitForSelector(`input[name=name][value="${name}"]`)
}

const signOut = async (page: Page): Promise<void> => page.context().clearCookies()
const usePasskey = async (page: Page): Promise<void> => page.click('form[data-passkey="sign-in"] button[type=submit]')
const isSignedIn = async (page: Page): Promise<boolean> =>
  new URL((await page.goto(`${server}/en/account`))?.url() ?? '').pathname === '/en/account'

describe('passkeys', { timeout: 60_000 }, () => {
  test('one is added, named, opens the account without a password, and is removed', async () => {
    const visiting = await visitor()
    const { page, personId, email } = visiting
    await addPasskey(visiting, 'Ноутбук')
    expect((await site.record.listMail(200)).filter(({ recipient }) => recipient === email)).toHaveLength(1)

    await signOut(page)
    await page.goto(`${server}/en/sign-in?to=%2Fen%2Faccount%2Fpasskeys`)
    await usePasskey(page)
    await page.waitForURL(`${server}/en/account/passkeys`)
    const [passkey] = await site.record.listPasskeys(personId)
    expect(passkey).toMatchObject({ name: 'Ноутбук', lastUsedAt: expect.any(String) })
    expect(await page.locator('main').innerText()).toContain(
      t('account.passkey_last_used', { date: wordsOf('en').date(passkey?.lastUsedAt ?? '') }),
    )

    await page.fill('#name-0', 'Жұмыс')
    await press(page, 'button[value=rename]')
    await page.waitForSelector('input[value="Жұмыс"]')
    await press(page, 'button[value=remove]')
    await page.waitForLoadState()
    expect(await site.record.listPasskeys(personId)).toEqual([])
    await signOut(page)
    await page.goto(`${server}/en/sign-in`)
    await usePasskey(page)
    await page.waitForSelector('.errors')
    expect(await page.locator('.errors').innerText()).toContain(t('account.passkey_unknown'))
  })

  test('V6.3.3 one is both factors: the desk opens, also after a password as the second step', async () => {
    const visiting = await visitor(staff('administrator'))
    const { page, personId, email } = visiting
    await addPasskey(visiting, 'Кілт')
    await signOut(page)
    await page.goto(`${server}/en/sign-in?to=%2Fen%2Fulgiqala%2Fdesk%2Fpeople`)
    await usePasskey(page)
    await page.waitForURL(`${server}/en/ulgiqala/desk/people`)

    const password = 'tree house river seven'
    const { hashPassword } = accountServices({ secretKey: null, dataDirectory: site.directory })
    await site.record.setPasswordHash(personId, await hashPassword(password), new Date())
    await signOut(page)
    await page.goto(`${server}/en/sign-in/password`)
    await page.fill('#email', email)
    await page.fill('#password', password)
    await press(page, 'main form button.main')
    await page.waitForURL(`${server}/en/sign-in/second-factor`)
    expect(await isSignedIn(page)).toBe(false)
    await page.goto(`${server}/en/sign-in/second-factor`)
    await usePasskey(page)
    await page.waitForURL(`${server}/en/account`)
  })

  test('V7.5.1 whoever proved herself long ago does so once more, with a passkey of her own', async () => {
    const stale = await visitor({ at: new Date(Date.now() - 16 * 60_000) })
    const { page, personId } = stale
    await page.goto(`${server}/en/account/passkeys`)
    expect(new URL(page.url()).pathname).toBe('/en/sign-in/again')

    const fresh = await visitor()
    await addPasskey(fresh, 'Басқаның кілті')
    const { credentials } = await fresh.device.send('WebAuthn.getCredentials', { authenticatorId: fresh.authenticatorId })
    const [foreign] = credentials
    if (foreign === undefined) throw new Error('The device kept no passkey.')
    await stale.device.send('WebAuthn.addCredential', { authenticatorId: stale.authenticatorId, credential: foreign })
    await page.goto(`${server}/en/sign-in`)
    await usePasskey(page)
    await page.waitForSelector('.errors')
    expect(await page.locator('.errors').innerText()).toContain(t('account.passkey_of_another'))
    expect(await site.record.listPasskeys(personId)).toEqual([])
  })

  test('V6.5.1 an answer counts once, and only with the challenge that it was given for', async () => {
    const visiting = await visitor()
    const { page } = visiting
    await addPasskey(visiting, 'Кілт')
    await signOut(page)
    const posted = page.waitForRequest((request) => new URL(request.url()).pathname === '/en/sign-in/passkey')
    await page.goto(`${server}/en/sign-in`)
    await usePasskey(page)
    const fields = Object.fromEntries(new URLSearchParams((await posted).postData() ?? ''))
    await page.waitForURL(`${server}/en/account`)
    const send = async (changes: Record<string, string>): Promise<number> =>
      (
        await fetch(`${server}/en/sign-in/passkey`, {
          method: 'POST',
          redirect: 'manual',
          headers: { origin: server, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ ...fields, ...changes }).toString(),
        })
      ).status
    expect(await send({})).toBe(422)
    const start = await fetch(`${server}/en/sign-in/passkey/start`, {
      method: 'POST',
      headers: { origin: server, 'content-type': 'application/x-www-form-urlencoded' },
    })
    const { step } = (await start.json()) as { step: string }
    expect(await send({ step })).toBe(422)
    expect(await send({ step, answer: 'no JSON' })).toBe(422)
  })

  test('a copy of a passkey, whose counter lags behind, is not believed', async () => {
    const visiting = await visitor()
    const { page, device, authenticatorId } = visiting
    await addPasskey(visiting, 'Кілт')
    const kept = async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials[0]
    const copy = await kept()
    if (copy === undefined) throw new Error('The device kept no passkey.')
    for (let use = 0; use < 2; use++) {
      await signOut(page)
      await page.goto(`${server}/en/sign-in`)
      await usePasskey(page)
      await page.waitForURL(`${server}/en/account`)
    }
    await device.send('WebAuthn.removeCredential', { authenticatorId, credentialId: copy.credentialId })
    await device.send('WebAuthn.addCredential', { authenticatorId, credential: copy })
    await signOut(page)
    await page.goto(`${server}/en/sign-in`)
    await usePasskey(page)
    await page.waitForSelector('.errors')
    expect(await page.locator('.errors').innerText()).toContain(t('account.passkey_not_proven'))
    expect(await isSignedIn(page)).toBe(false)
  })

  test('whoever cannot unlock the device is told, and signs in another way', async () => {
    const visiting = await visitor()
    const { page, device, authenticatorId } = visiting
    await addPasskey(visiting, 'Кілт')
    await signOut(page)
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await page.goto(`${server}/en/sign-in`)
    await usePasskey(page)
    await page.waitForSelector('[data-passkey-problem]:not([hidden])')
    expect(await page.locator('[data-passkey-problem]').innerText()).toBe(t('account.passkey_cancelled'))
    expect(await page.locator('#email').isVisible()).toBe(true)
  })

  test.each(languages)(
    'without scripts, and at an address without a name, the page in %s says why there is no button',
    async (language) => {
      const words = wordsOf(language)
      const { page } = await visitor({}, false)
      await page.goto(`${server}/${language}/account/passkeys`)
      expect(await page.locator('main').innerText()).toContain(words.t('account.passkey_needs_script'))
      expect(await page.locator('form[data-passkey] button').isVisible()).toBe(false)
      await page.goto(`${address}/${language}/account/passkeys`)
      expect(await page.locator('main').innerText()).toContain(words.t('account.passkey_no_host'))
    },
  )
})

describe.each(languagesHere('ru'))('in %s', { timeout: 120_000 }, (language) => {
  test('what is wrong stands at the top, takes the focus, and leads to its field; the title says so first', async () => {
    const { t: say } = wordsOf(language)
    const { page } = await visitor({ roles: [{ city, role: 'administrator' }] })
    const wrong: ReadonlyArray<readonly [path: string, button: string, field: string]> = [
      ['/account/erase', 'main form button', 'word'],
      ['/ulgiqala/desk/departments/new', 'main form button.main', 'id'],
      ['/ulgiqala/desk/people', 'form[action$="/invite"] button', 'email'],
    ]
    for (const [path, button, field] of wrong) {
      await page.goto(`${server}/${language}${path}`)
      await press(page, button)
      await page.waitForSelector('.errors')
      expect(await page.title()).toMatch(new RegExp(`^${say('form.problem_title', { title: '' }).trim()}`))
      await page.waitForFunction(() => document.activeElement?.className === 'errors') // the script comes after the page
      await page.click('.errors a')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(field)
      expect(await axeFindings(page, 'all')).toEqual([])
    }
  })
})
