import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routesOfTable, type RouteOfTable } from './route-table.ts'
import { openTwoCities, origin, type TwoCities } from './two-cities.ts'

let two: TwoCities
beforeAll(async () => void (two = await openTwoCities()), 240_000)
afterAll(() => two.close())

const posts = routesOfTable.filter(({ method }) => method === 'POST')
/** Somebody who may do everything in the city, but proved who she is an hour ago; and one role each who did so just now. */
const everybody = (): string[] => ['resident', ...[...two.viewers.keys()].filter((token) => token.includes('@ulgiqala'))]

const send = async (route: RouteOfTable, as: string, init: { method?: string; headers: Record<string, string>; body?: BodyInit }) =>
  await two.app.request(origin + route.at(two.cities[0]!.facts), {
    method: init.method ?? 'POST',
    headers: { cookie: `session=${encodeURIComponent(as)}`, ...init.headers },
    ...(init.body === undefined ? {} : { body: init.body }),
  })

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const body = 'text=changed&name=changed&email=changed@people.example&role=administrator&value=1&formKey=foreign'
const foreign: ReadonlyArray<{
  name: string
  headers: Record<string, string>
  body?: BodyInit
  method?: string
  status: readonly number[]
}> = [
  { name: 'without an origin', headers: form, body, status: [403] },
  { name: 'from another site', headers: { ...form, origin: 'https://elsewhere.example' }, body, status: [403] },
  { name: 'from another port', headers: { ...form, origin: `${origin}:8443` }, body, status: [403] },
  { name: 'from another scheme', headers: { ...form, origin: origin.replace('http:', 'https:') }, body, status: [403] },
  { name: 'from a host whose name begins so', headers: { ...form, origin: `${origin}.elsewhere.example` }, body, status: [403] },
  { name: 'from a page without an origin', headers: { ...form, origin: 'null' }, body, status: [403] },
  {
    name: 'from a browser that says it comes from elsewhere',
    headers: { ...form, origin, 'sec-fetch-site': 'cross-site' },
    body,
    status: [403],
  },
  { name: 'from a neighbour under the same name', headers: { ...form, origin, 'sec-fetch-site': 'same-site' }, body, status: [403] },
  { name: 'with the origin in the referrer only', headers: { ...form, referer: `${origin}/en` }, body, status: [403] },
  { name: 'as plain text', headers: { 'content-type': 'text/plain', origin }, body, status: [415] },
  { name: 'as plain text from nowhere', headers: { 'content-type': 'text/plain' }, body, status: [403] },
  { name: 'without a type', headers: { origin }, body: new Uint8Array([120]), status: [415] },
  {
    name: 'as JSON from another site',
    headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
    body: '{}',
    status: [403],
  },
  { name: 'as a put', headers: { ...form, origin }, body, method: 'PUT', status: [405] },
]

describe('V3.5.1 V3.5.2 V3.5.3 a request that does not come from our own page changes nothing', () => {
  test('neither for those who may, nor for anybody', { timeout: 240_000 }, async () => {
    const before = await two.tables()
    for (const route of posts)
      for (const as of everybody())
        for (const { name, headers, body: sent, method, status } of foreign) {
          const response = await send(route, as, {
            headers,
            ...(sent === undefined ? {} : { body: sent }),
            ...(method === undefined ? {} : { method }),
          })
          expect(status, `${route.route} ${as} ${name}: ${response.status}`).toContain(response.status)
        }
    expect(await two.tables()).toEqual(before)
  })
})

describe('V3.5.3 an address of a form that is only opened changes nothing', () => {
  test('whoever opens it', { timeout: 240_000 }, async () => {
    const before = await two.tables()
    for (const route of posts)
      for (const as of everybody()) {
        const response = await two.app.request(`${origin}${route.at(two.cities[0]!.facts)}?${body}`, {
          headers: { cookie: `session=${encodeURIComponent(as)}`, 'sec-fetch-site': 'cross-site' },
        })
        expect(response.status, `${route.route} ${as}`).toBeLessThan(500)
      }
    expect(await two.tables()).toEqual(before)
  })
})

test('CKAN CVE-2026-41255: what came before does not open the door, for anybody', async () => {
  const orders = [foreign, [...foreign].reverse(), foreign.filter((_, index) => index % 2 === 0)]
  const [route] = posts
  for (const order of orders) {
    const fresh = two.site.app({ findViewer: async (token) => two.viewers.get(token) ?? null })
    // Pages first, as anybody opens them, signed in and not.
    for (const as of [undefined, 'resident']) {
      await fresh.request(`${origin}/en/ulgiqala`, { headers: as === undefined ? {} : { cookie: `session=${as}` } })
      await fresh.request(`${origin}/api/v1/cities`, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
    }
    for (const { name, headers, body: sent, method, status } of order) {
      const response = await fresh.request(origin + route!.at(two.cities[0]!.facts), {
        method: method ?? 'POST',
        headers,
        ...(sent === undefined ? {} : { body: sent }),
      })
      expect(status, name).toContain(response.status)
    }
  }
})

test('a form from our own page is taken', async () => {
  const before = await two.tables()
  const mistakes = posts.find(({ route }) => route.endsWith('/mistakes'))!
  const response = await send(mistakes, '', {
    headers: { ...form, origin, 'sec-fetch-site': 'same-origin' },
    body: 'text=The+sum+is+wrong',
  })
  expect(response.status).toBe(303)
  expect(await two.tables()).not.toEqual(before)
})

describe('behind PUBLIC_URL', () => {
  test('only forms of pages at that address are taken', async () => {
    const app = two.site.app({ publicUrl: 'https://bagdar.example' })
    const mistakes = posts.find(({ route }) => route.endsWith('/mistakes'))!
    const ask = async (from: string) =>
      (
        await app.request(`http://10.0.0.7:8080${mistakes.at(two.cities[0]!.facts)}`, {
          method: 'POST',
          headers: { ...form, origin: from },
          body: 'text=Wrong',
        })
      ).status
    expect(await ask('https://bagdar.example')).toBe(303)
    // A page of another name that leads to this machine (DNS rebinding) has its own name as origin.
    expect(await ask('http://10.0.0.7:8080')).toBe(403)
  })
})
