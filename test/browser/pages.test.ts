import { afterAll, expect, test } from 'vitest'
import { languages, type Language } from '../../src/books/text.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, openReader, sideways, type Reader } from './look-at-page.ts'
import { pageKinds } from './page-kinds.ts'

/** A page with a map brings a picture of the whole city, and the script that starts the live map. */
const limitsOf = (path: string) => ({ bytes: (path.startsWith('/ulgiqala/map') ? 125 : 100) * 1024, requests: 8 })

// At the top and not in `beforeAll`: every kind of page is a test, and the addresses of figures are in the record.
const [site, browser] = await Promise.all([openTestSite('almaty', 'ulgiqala'), launchBrowser()])
const server = await site.listen()
const kinds = await pageKinds(site.record)
const readers = await Promise.all(languages.map(async (language) => [language, await openReader(browser)] as const))
const weights: Record<Language, string[]> = { kk: [], ru: [], en: [] }

afterAll(async () => {
  await browser.close()
  await site.close()
  const table = Object.keys(kinds).map(
    (kind, row) => `${kind.padEnd(34)} ${languages.map((language) => weights[language][row]).join(', ')}`,
  )
  console.log(['Over the wire on a first visit (kk, ru, en):', ...table].join('\n'))
})

/** Looks at a page in all languages at once; each finding begins with its language. */
async function inEveryLanguage(path: string, look: (reader: Reader, language: Language) => Promise<string[]>): Promise<string[]> {
  const found = await Promise.all(
    readers.map(async ([language, reader]) => {
      const { bytes, requests } = await reader.visit(`${server}/${language}${path}`)
      const limits = limitsOf(path)
      const heavy = bytes > limits.bytes || requests > limits.requests ? [`${bytes} bytes in ${requests} requests`] : []
      weights[language].push(`${(bytes / 1024).toFixed(1)} KB in ${requests}`)
      return [...heavy, ...(await look(reader, language)), ...reader.complaints].map((one) => `${language}: ${one}`)
    }),
  )
  return found.flat()
}

test.each(Object.entries(kinds))(
  '%s: light, accessible, nothing sticks out, nothing is stopped or asked elsewhere',
  { timeout: 180_000 },
  async (_kind, path) => {
    const findings = await inEveryLanguage(path, async ({ page }) => {
      const found: string[] = []
      // 640 px is a screen of 1280 px enlarged to 200 %, 320 px one enlarged to 400 %.
      for (const width of [320, 360, 640, 768, 1280]) found.push(await sideways(page, width))
      await page.emulateMedia({ colorScheme: 'light' })
      found.push(...(await axeFindings(page, 'all')))
      // Nothing but colours changes in the dark.
      await page.emulateMedia({ colorScheme: 'dark' })
      found.push(...(await axeFindings(page, ['color-contrast', 'link-in-text-block'])).map((one) => `dark: ${one}`))
      return found.filter((one) => one !== '')
    })
    expect(findings).toEqual([])
  },
)
