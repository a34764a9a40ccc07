import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharesOf, testConformance } from '../scripts/sdmx-conformance/index.ts'
import type { Ask } from '../scripts/sdmx-conformance/outcome.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
})
afterAll(() => site.close())

test('what the official test kit asks is answered: 95 % of Basic, 85 % of Full', { timeout: 300_000 }, async () => {
  const app = site.app()
  const ask: Ask = async (path, headers = {}) => {
    const response = await app.request(`/sdmx/1/${path}`, { headers: { ...headers } })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const outcomes = await testConformance(ask, 'BAGDAR.ULGIQALA', (list) => list[Math.floor(list.length / 2)]!)
  const shares = sharesOf(outcomes).filter(({ index }) => index === 'all')
  const failed = outcomes.flatMap(({ index, name, failure }) => (failure === null || index === 'schema' ? [] : [`${name}: ${failure}`]))
  expect(shares.find(({ profile }) => profile === 'Basic')!.passed / shares[0]!.tests, failed.join('\n')).toBeGreaterThanOrEqual(0.95)
  const full = shares.find(({ profile }) => profile === 'Full')!
  expect(full.passed / full.tests, failed.join('\n')).toBeGreaterThanOrEqual(0.85)
})
