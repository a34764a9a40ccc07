import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/books/text.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite, type TestSite } from '../support/server.ts'
import { axeFindings, sideways, visit } from './look-at-page.ts'
import { pageKinds } from './page-kinds.ts'

const mostBytes = 100 * 1024
const mostRequests = 8

let site: TestSite
let browser: Browser
let server: string
let kinds: Record<string, string>

beforeAll(async () => {
  ;[site, browser] = await Promise.all([openTestSite('almaty', 'ulgiqala'), launchBrowser()])
  server = await site.listen()
  kinds = await pageKinds(site.record)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** What is wrong in any language, each as a sentence that begins with the language. */
async function inEveryLanguage(kind: string, look: (address: string) => Promise<string[]>): Promise<string[]> {
  const path = kinds[kind]
  if (path === undefined) throw new Error(`There is no page kind "${kind}".`)
  const found = await Promise.all(
    languages.map(async (language) => (await look(`${server}/${language}${path}`)).map((one) => `${language}: ${one}`)),
  )
  return found.flat()
}
