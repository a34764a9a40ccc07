import { afterAll, expect, test } from 'vitest'
import { languages, type Language } from '../../src/books/text.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, openReader, sideways, type Reader } from './look-at-page.ts'
import { seedBesideFigures } from '../../src/seed-demonstration.ts'
import { pageKinds } from './page-kinds.ts'

/** A page with a map brings a picture of the whole city, and the script that starts the live map. */
const limitsOf = (path: string) => ({ bytes: (path.startsWith('/ulgiqala/map') ? 125 : 100) * 1024, requests: 8 })

// At the top and not in `beforeAll`: every kind of page is a test, and the addresses of figures are in the record.
const [site, browser] = await Promise.all([openTestSite('almaty', 'ulgiqala'), launchBrowser()])
await seedBesideFigures(site.record)
const server = await site.listen()
const kinds = await pageKinds(site.record)
const readers = await Promise.all(languages.map(async (language) => [language, await openReader(browser)] as const))
const weights: string[] = []
/** Each kind in one language, the next kind in the next, and every kind in every language with `npm run test:long`. */
const inAllLanguages = process.env['LONG_TESTS'] === '1'
let looked = 0
/** What is refused on purpose; every other kind has to be there. */
const refused: Readonly<Record<string, number>> = { 'not found': 404, 'day that is none': 400 }

afterAll(async () => {
  await browser.close()
  await site.close()
  const table = Object.keys(kinds).map((kind, row) => `${kind.padEnd(34)} ${weights[row]}`)
  console.log(['Over the wire on a first visit:', ...table].join('\n'))
})

/** Looks at a page in its languages at once; each finding begins with its language. */
async function inItsLanguages(
  kind: string,
  path: string,
  look: (reader: Reader, language: Language) => Promise<string[]>,
): Promise<string[]> {
  const chosen = inAllLanguages ? readers : [readers[looked++ % readers.length]!]
  const found = await Promise.all(
    chosen.map(async ([language, reader]) => {
      const { bytes, requests, status } = await reader.visit(`${server}/${language}${path}`)
      const limits = limitsOf(path)
      const heavy = bytes > limits.bytes || requests > limits.requests ? [`${bytes} bytes in ${requests} requests`] : []
      const other = status === (refused[kind] ?? 200) ? [] : [`answered with ${status}`]
      const findings = [...heavy, ...other, ...(await look(reader, language)), ...reader.complaints].map((one) => `${language}: ${one}`)
      return { findings, weight: `${language} ${(bytes / 1024).toFixed(1)} KB in ${requests}` }
    }),
  )
  weights.push(found.map(({ weight }) => weight).join(', '))
  return found.flatMap(({ findings }) => findings)
}

test.each(Object.entries(kinds))(
  '%s: light, accessible, nothing sticks out, nothing is stopped or asked elsewhere',
  { timeout: 180_000 },
  async (kind, path) => {
    const findings = await inItsLanguages(kind, path, async ({ page }) => {
      const found: string[] = []
      // 640 px is a screen of 1280 px enlarged to 200 %, 320 px one enlarged to 400 %.
      for (const width of inAllLanguages ? [320, 360, 640, 768, 1280] : [320, 360, 1280]) found.push(await sideways(page, width))
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
