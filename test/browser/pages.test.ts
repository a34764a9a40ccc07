import { afterAll, expect, test } from 'vitest'
import { languages } from '../../src/books/text.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { axeFindings, sideways, visit } from './look-at-page.ts'
import { pageKinds } from './page-kinds.ts'

const mostBytes = 100 * 1024
const mostRequests = 8

// At the top and not in `beforeAll`: every kind of page is a test, and the addresses of figures are in the record.
const [site, browser] = await Promise.all([openTestSite('almaty', 'ulgiqala'), launchBrowser()])
const server = await site.listen()
const kinds = await pageKinds(site.record)
const weights: string[] = []

afterAll(async () => {
  await browser.close()
  await site.close()
  console.log(['Bytes over the wire and requests of a first visit (kk, ru, en):', ...weights].join('\n'))
})

/** Looks at a page in all languages at once; each finding begins with its language. */
async function inEveryLanguage(path: string, look: (address: string) => Promise<string[]>): Promise<string[]> {
  const found = await Promise.all(
    languages.map(async (language) => (await look(`${server}/${language}${path}`)).map((one) => `${language}: ${one}`)),
  )
  return found.flat()
}

test.each(Object.entries(kinds))('%s: light, accessible, nothing sticks out, nothing is stopped or asked elsewhere', async (kind, path) => {
  const weight: Record<string, string> = {}
  const findings = await inEveryLanguage(path, async (address) => {
    const { page, complaints, transfer, close } = await visit(browser, address)
    const { bytes, requests } = transfer
    weight[new URL(address).pathname.slice(1, 3)] = `${(bytes / 1024).toFixed(1)} KB in ${requests}`
    const found = bytes > mostBytes || requests > mostRequests ? [`${bytes} bytes in ${requests} requests`] : []
    // 640 px is a screen of 1280 px enlarged to 200 %, 320 px one enlarged to 400 %.
    for (const width of [320, 360, 640, 768, 1280]) found.push(await sideways(page, width))
    found.push(...(await axeFindings(page, 'all')))
    // Nothing but colours changes in the dark.
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await axeFindings(page, ['color-contrast', 'link-in-text-block'])).map((one) => `dark: ${one}`))
    await close()
    return [...found, ...complaints].filter((one) => one !== '')
  })
  weights.push(`${kind.padEnd(34)} ${languages.map((language) => weight[language]).join(', ')}`)
  expect(findings).toEqual([])
})
