import { afterAll, expect, test } from 'vitest'
import { languages } from '../../src/books/text.ts'
import { launchBrowser } from '../support/browser.ts'
import { routesOf } from '../security/route-table.ts'
import { openTestSite } from '../support/server.ts'
import { signInAs } from '../support/sign-in-as.ts'
import { emptyKinds, fillDesk, type DeskKind } from './desk-kinds.ts'
import { axeFindings, crowded, openReader, sideways } from './look-at-page.ts'

const limits = { bytes: 100 * 1024, requests: 8 }

const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const server = await site.listen()
const city = (await site.record.findCity('ulgiqala'))!
const roles = (['administrator', 'editor', 'moderator', 'auditor', 'international_office'] as const).map((role) => ({ city, role }))
const somebody = await signInAs(site, { name: 'Айгүл Сапарова', roles })
const colleague = await signInAs(site, { name: 'Данияр', roles: [{ city, role: 'editor' }] })
const session = { name: 'session', value: somebody.reader.cookies.get('session') ?? '', url: server }
const readers = await Promise.all(
  languages.map(async (language) => {
    const reader = await openReader(browser)
    await reader.page.context().addCookies([session])
    return [language, reader] as const
  }),
)

afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Looks at one page in some languages at once; each finding begins with kind and language. */
async function lookAt(name: string, { path, act }: DeskKind, lookers: typeof readers): Promise<string[]> {
  const look = async ([language, { page, visit, complaints }]: (typeof readers)[number]): Promise<string[]> => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    const { bytes, requests } = await visit(`${server}/${language}${path}`)
    const found = bytes > limits.bytes || requests > limits.requests ? [`${bytes} bytes in ${requests} requests`] : []
    if (act !== undefined) await act(page)
    found.push(...(await axeFindings(page, 'all')), ...(await crowded(page)))
    found.push(await sideways(page, 360), ...(await crowded(page)))
    // Nothing but colours changes in the dark.
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await axeFindings(page, ['color-contrast', 'link-in-text-block'])).map((one) => `dark: ${one}`))
    if ((await page.locator('h1').count()) !== 1) found.push('not one heading')
    // A form that is refused is meant to be; Chromium reports its answer as an error.
    found.push(...complaints.filter((one) => act === undefined || !/status of (409|422)/.test(one)))
    return found.filter((one) => one !== '').map((one) => `${name}, ${language}: ${one}`)
  }
  return (await Promise.all(lookers.map(look))).flat()
}

/** Each kind in one language, the next kind in the next: a minute and a half instead of five, and every language on every third page. */
async function lookAtAll(kinds: Readonly<Record<string, DeskKind>>): Promise<string[]> {
  const found: string[] = []
  for (const [at, [name, kind]] of Object.entries(kinds).entries()) {
    found.push(...(await lookAt(name, kind, [readers[at % readers.length]!])))
  }
  return found
}

const filled: Record<string, DeskKind> = {}

test('before anything is done, every page is whole, accessible and light, and fits a phone', { timeout: 240_000 }, async () => {
  expect(await lookAtAll(emptyKinds)).toEqual([])
})

test(
  'with something in it and with errors, every page is whole, accessible and light, and fits a phone',
  { timeout: 600_000 },
  async () => {
    Object.assign(filled, await fillDesk(site, city, somebody, colleague.personId))
    expect(await lookAtAll(filled)).toEqual([])
  },
)

test('every page of the desk and the account is among them', () => {
  const files = [
    '/account/data.json',
    '/desk/uploads/:id/notices.csv',
    '/desk/consultations/:consultation/draft.docx',
    '/desk/consultations/:consultation/paper/template.csv',
    '/desk/cooperation/agreement/:number/files/:file',
    '/desk/cooperation/agreement/:number/signatures/:file/:signature/signature',
    '/desk/cooperation/agreement/:number/signatures/:file/:signature/time-stamp',
    '/desk/cooperation/assignments.docx',
    '/desk/cooperation/assignments.xlsx',
    '/desk/cooperation/forum/:event/schedule.csv',
    '/desk/cooperation/mayor-status.pdf',
    '/desk/cooperation/protocols/:event/protocol.docx',
  ]
  const pages = routesOf(site.app())
    .filter((route) => /^GET .*\/(desk|account)(\/|$)/.test(route) && !route.includes('*'))
    .map((route) => route.replace(/^GET \/:language(\/:city)?/, ''))
  const known = Object.values(filled).map(({ route }) => route)
  expect(pages.length).toBeGreaterThan(30)
  expect([...new Set(pages)].filter((route) => !files.includes(route) && !known.includes(route))).toEqual([])
  expect(known.filter((route) => !pages.includes(route))).toEqual([])
})
