import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissionsOf, roles, type Permission, type Role } from '../../src/books/accounts/role.ts'
import { isFresh, mayDo } from '../../src/books/accounts/viewer.ts'
import { ofHerDepartment, routesOf, routesOfTable, type RouteOfTable } from './route-table.ts'
import { openTwoCities, type TwoCities } from './two-cities.ts'

let two: TwoCities
beforeAll(async () => void (two = await openTwoCities()), 240_000)
afterAll(() => two.close())

const [guarded, personal, open] = [
  routesOfTable.filter(({ who }) => !['everybody', 'operator', 'signing in', 'signed in'].includes(who)),
  routesOfTable.filter(({ who }) => who === 'signed in'),
  routesOfTable.filter(({ who }) => who === 'everybody'),
]

const ask = (route: RouteOfTable, facts: Readonly<Record<string, string>>, as?: string) =>
  two.send(route.at(facts), { ...(as === undefined ? {} : { as }), ...(route.method === 'POST' ? { form: {} } : {}) })

test('V8.1.1 V8.2.1 every route stands in the table of who may, and nothing else does', () => {
  expect(routesOf(two.app)).toEqual(routesOfTable.map(({ route }) => route).sort())
})

test('V8.3.1 every method of a route that changes something is a post', () => {
  expect(routesOf(two.app).filter((route) => !/^(GET|POST) /.test(route))).toEqual([])
})

// First: the matrix below publishes and removes them.
describe('drafts reach no reader', () => {
  /** Every public address with the drafts' own ids in it. */
  const publicAddresses = () =>
    two.cities.flatMap(({ facts }) => {
      const drafts: Record<string, string> = {
        ...facts,
        releaseNumber: facts['draftRelease']!,
        version: facts['draftVersion']!,
        code: facts['draftCode']!,
        computedRelease: facts['draftRelease']!,
        computedName: facts['draftFile']!,
        contribution: facts['heldContribution']!,
      }
      const programme = { ...drafts, releaseNumber: facts['draftProgrammeRelease']! }
      const discussion = { ...facts, consultation: facts['draftConsultation']! }
      const cooperation = {
        ...facts,
        cooperationSource: facts['draftCooperationSource']!,
        partner: facts['draftPartner']!,
        cooperationEvent: facts['draftCooperationEvent']!,
        commitment: facts['draftCommitment']!,
        agreement: facts['draftAgreement']!,
        project: facts['draftProject']!,
      }
      const gets = open.filter(({ method }) => method === 'GET')
      const api = gets
        .filter(({ route }) => route.includes('/api/v1/') && !route.endsWith('.json') && !route.endsWith('/cities'))
        .map((route) => `${route.at(facts)}?city=${facts['city']}`)
      return [
        ...[facts, drafts, programme, discussion, cooperation].flatMap((one) => gets.map((route) => route.at(one))),
        ...api,
        `/api/v1/observations?city=${facts['city']}&indicator=${drafts['code']}`,
        `/api/v1/observations?city=${facts['city']}&indicator=${drafts['code']}&format=csv`,
        `/api/v1/series?city=${facts['city']}&indicator=${drafts['code']}`,
        `/en/${facts['city']}/search?q=canary`,
        `/en/${facts['city']}/search?q=4711`,
        `/en/${facts['city']}/indicators?q=canary`,
      ]
    })

  test('Decidim CVE-2024-27090 CVE-2026-40870: in pages, feed, sitemap, search, files and API there is nothing of a draft', async () => {
    const addresses = [...new Set(publicAddresses())]
    expect(addresses.length).toBeGreaterThan(100)
    const leaking: string[] = []
    let answered = 0
    for (const address of addresses) {
      const response = await two.send(address)
      // What the reader herself typed is shown to her again.
      const text = (await response.text()).replaceAll(/value="[^"]*"|canary<|“canary”|q=canary/g, '')
      if (response.status === 200) answered++
      if (/canary(almaty|ulgiqala)|4711\.4711/.test(text)) leaking.push(address)
    }
    expect(leaking).toEqual([])
    expect(answered).toBeGreaterThan(60)
  })

  test('the drafts are there, for those who may see them', async () => {
    for (const { city, facts } of two.cities) {
      const draft = await two.site.record.findRelease(city, Number(facts['draftRelease']))
      expect(draft?.status).toBe('draft')
    }
  })
})

test('nobody signed in is led to sign-in, and changes nothing', async () => {
  const before = await two.tables()
  const wrong: string[] = []
  for (const route of [...guarded, ...personal])
    for (const as of [undefined, 'forged'])
      for (const { facts, secret } of two.cities) {
        const response = await ask(route, facts, as)
        // A script that posts is told so, a reader is led on.
        const isRefused = route.method === 'POST' && [401, 403, 404].includes(response.status)
        const isLed = response.status === 303 && /^\/en\/sign-in\b/.test(response.headers.get('location') ?? '')
        if (!isRefused && !isLed) wrong.push(`${route.route} answers ${response.status}`)
        if ((await response.text()).includes(secret)) wrong.push(`${route.route} shows something`)
      }
  expect(wrong).toEqual([])
  expect(await two.tables()).toEqual(before)
})

describe('V8.2.1 V8.2.2 each role in its own city and in the other', () => {
  test.each(guarded)('$route', async (route) => {
    const pairs = two.cities.map((own, index) => ({ own, other: two.cities[1 - index]! }))
    const roleOf = (role: Role, slug: string): string => `${role}@${slug}`
    const mayRole = (role: Role): boolean => permissionsOf[role].includes(route.who as Permission)
    const wrong: string[] = []
    const before = await two.tables()
    for (const { own, other } of pairs)
      for (const role of roles) {
        const as = roleOf(role, own.city.slug)
        const across = await ask(route, other.facts, as)
        if (across.status !== 403) wrong.push(`${as} is answered ${across.status} in ${other.city.slug}`)
        expect(await across.text(), `what ${as} sees of the other city`).not.toContain(other.secret)
        if (mayRole(role)) continue
        const refused = await ask(route, own.facts, as)
        if (refused.status !== 403) wrong.push(`${as} is answered ${refused.status}`)
        expect(await refused.text(), `what ${as} sees without the right`).not.toContain(own.secret)
      }
    expect(await two.tables()).toEqual(before)
    for (const { own } of pairs)
      for (const role of roles.filter(mayRole)) {
        const as = roleOf(role, own.city.slug)
        const { status } = await ask(route, own.facts, as)
        const isNarrowed = role === 'data_officer' && ofHerDepartment.has(route.route)
        if (status >= 500 || (status === 403 && !isNarrowed)) wrong.push(`${as} is answered ${status}`)
      }
    expect(wrong).toEqual([])
  })
})

/** Every form has a number of its own. */
const withoutKey = (html: string): string => html.replaceAll(/name="formKey" value="[^"]+"/g, '')

test('V1.4.2 a number that no column holds, or that is none, is the number of nothing, in every address', async () => {
  const [{ city, facts }] = two.cities as [TwoCities['cities'][number]]
  const wrong: string[] = []
  const addressed = [...guarded, ...personal, ...open].filter(({ route }) => /:(?!language|city\b)/.test(route))
  expect(addressed.length).toBeGreaterThan(60)
  for (const number of ['99999999999999999999', '2147483648', '-1', '1e400', '0x7fffffff'])
    for (const route of addressed) {
      const as = roles.map((role) => `${role}@${city.slug}`).find((token) => mayDo(two.viewers.get(token)!, city, route.who as Permission))
      const path = route.at({ ...Object.fromEntries(Object.keys(facts).map((name) => [name, number])), language: 'en', city: city.slug })
      const { status } = await two.send(path, { ...(as === undefined ? {} : { as }), ...(route.method === 'POST' ? { form: {} } : {}) })
      if (status >= 500) wrong.push(`${path} answers ${status}`)
    }
  expect(wrong).toEqual([])
})

test('V8.4.1 what belongs to the other city is not there in one’s own', async () => {
  const [own, other] = two.cities
  // Everything but city and language comes from the other city: an id that is guessed or copied.
  const mixed = { ...other!.facts, language: own!.facts['language']!, city: own!.facts['city']! }
  const wrong: string[] = []
  let before = await two.tables()
  for (const route of guarded.filter(({ route: name }) => /:(?!language|city\b)/.test(name))) {
    const as = roles
      .map((role) => `${role}@${own!.city.slug}`)
      .find((token) => mayDo(two.viewers.get(token)!, own!.city, route.who as Permission))!
    const response = await ask(route, mixed, as)
    if (response.status >= 500) wrong.push(`${route.route} answers ${response.status}`)
    if ((await response.text()).includes(other!.secret)) wrong.push(`${route.route} shows it`)
    const after = await two.tables()
    for (const [table, hash] of Object.entries(after)) if (before[table] !== hash) wrong.push(`${route.route} changed ${table}`)
    before = after
  }
  expect(wrong).toEqual([])
})

test('V6.3.3 staff without a second factor are sent to set it up, and a resident has no desk', async () => {
  const [own] = two.cities
  const viewer = two.viewers.get(`editor@${own!.city.slug} without second factor`)!
  const wrong: string[] = []
  for (const route of guarded) {
    const response = await ask(route, own!.facts, viewer.name)
    const isSent = response.status === 303 && /^\/en\/account\/second-factor\b/.test(response.headers.get('location') ?? '')
    if (mayDo(viewer, own!.city, route.who as Permission) ? !isSent : response.status !== 403)
      wrong.push(`${route.route} ${response.status}`)
    const resident = await ask(route, own!.facts, 'resident')
    if (resident.status !== 403) wrong.push(`${route.route} answers a resident ${resident.status}`)
  }
  expect(wrong).toEqual([])
})

test('V7.4.4 every page for one reader has a way to sign out', async () => {
  const [own] = two.cities
  const missing: string[] = []
  let pages = 0
  for (const route of [...guarded, ...personal].filter(({ method }) => method === 'GET')) {
    const as = [...two.viewers.keys()].find((token) => {
      const viewer = two.viewers.get(token)!
      if (token.includes('without') || token.includes('long ago') || !token.endsWith(own!.city.slug)) return false
      return route.who === 'signed in' || mayDo(viewer, own!.city, route.who as Permission)
    })!
    const response = await ask(route, own!.facts, as)
    if (response.status !== 200 || !(response.headers.get('content-type') ?? '').startsWith('text/html')) continue
    pages++
    if (!/<form[^>]*action="\/en\/sign-out"/.test(await response.text())) missing.push(route.route)
  }
  expect(missing).toEqual([])
  expect(pages).toBeGreaterThan(15)
})

describe('V14.3.2 nothing that is for one reader is kept', () => {
  test('neither the desk, nor the account, nor the way to it', async () => {
    const [own] = two.cities
    const isPrivate = ({ who, method }: RouteOfTable) => method === 'GET' && who !== 'everybody' && who !== 'operator'
    for (const route of routesOfTable.filter(isPrivate))
      for (const as of [undefined, `everything@${own!.city.slug} long ago`, 'resident'])
        expect((await ask(route, own!.facts, as)).headers.get('cache-control'), `${route.route} for ${as}`).toBe('no-store')
  })

  test('public pages are the same whoever asks', async () => {
    for (const route of open.filter(({ method }) => method === 'GET')) {
      const [own] = two.cities
      const [nobody, somebody] = [await ask(route, own!.facts), await ask(route, own!.facts, `administrator@${own!.city.slug}`)]
      expect([somebody.status, withoutKey(await somebody.text())], route.route).toEqual([nobody.status, withoutKey(await nobody.text())])
    }
  })
})

test('the fixtures are what their names say', () => {
  const now = new Date()
  for (const [token, viewer] of two.viewers) {
    expect(isFresh(viewer, now), token).toBe(!token.endsWith('long ago'))
    expect(viewer.secondFactor, token).toBe(!token.endsWith('without second factor'))
  }
})

describe('two cities in one installation', () => {
  test('Decidim CVE-2026-45330: a file of one city is not found under the name of the other', async () => {
    const [withFiles, other] = two.cities
    const { facts } = withFiles!
    const address = (city: string) => `/computed/${city}/${facts['computedRelease']}/${facts['computedName']}`
    expect((await two.send(address(facts['city']!))).status).toBe(200)
    expect((await two.send(address(other!.facts['city']!))).status).toBe(404)
  })

  test('Decidim CVE-2026-45414: who is signed in for one city is nobody’s staff in the other, with the same token', async () => {
    const [own, other] = two.cities
    for (const route of guarded) expect((await ask(route, other!.facts, `editor@${own!.city.slug}`)).status, route.route).toBe(403)
  })
})
