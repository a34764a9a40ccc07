import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsvRows } from '../src/formats/csv.ts'
import type { Hono } from 'hono'
import { openTestSite, type TestSite } from './support/server.ts'

interface Item {
  indicator: string
  refArea: string
  series: string
  timePeriod: string
  value: string | null
  disputed: boolean
  claims: Array<string | null>
}
interface List<T = Item> {
  items: T[]
  next: string | null
}

let site: TestSite
let app: Hono
beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  app = site.app()
})
afterAll(() => site.close())

const get = async (path: string) => await app.request(path.startsWith('/api/') ? path : `/api/v1/${path}`)
const json = async <T = List>(path: string): Promise<T> => (await (await get(path)).json()) as T

/** All pages of a list, by following `next`. */
async function follow(path: string): Promise<{ items: Item[]; pages: number }> {
  const items: Item[] = []
  let pages = 0
  for (let next: string | null = path; next !== null; pages++) {
    const page: List = await json(next)
    items.push(...page.items)
    next = page.next
  }
  return { items, pages }
}

/** The rows of a CSV answer, by the names of its columns. */
async function csv(path: string): Promise<Array<Record<string, string>>> {
  const [header, ...rows] = [...readCsvRows(await (await get(path)).text())].map((row) => row.cells)
  return rows.map((cells) => Object.fromEntries((header ?? []).map((name, index) => [name, cells[index] ?? ''])))
}

test.each([
  'cities',
  ...['indicators', 'areas', 'codes', 'sources', 'releases', 'programme-versions', 'series', 'observations'].map(
    (one) => `${one}?city=ulgiqala`,
  ),
])('%s is a list of items and what follows', async (path) => {
  const response = await get(path)
  const list = (await response.json()) as List<unknown>
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(Object.keys(list).sort()).toEqual(['items', 'next'])
  expect(list.items.length).toBeGreaterThan(0)
})

describe('observations', () => {
  test.each([
    { city: 'ulgiqala', limit: 10 },
    { city: 'almaty', limit: 10_000 },
  ])('all pages of $city are the same as the whole table', async ({ city, limit }) => {
    const { items, pages } = await follow(`observations?city=${city}&limit=${limit}`)
    const rows = await csv(`observations?city=${city}&format=csv`)
    expect(pages).toBeGreaterThan(1)
    const asRows = items.flatMap((item) => item.claims.map((claim) => [item.series, item.timePeriod, claim ?? '', String(item.disputed)]))
    expect(asRows).toEqual(rows.map((row) => [row['series'], row['time_period'], row['value'], row['disputed']]))
    expect(new Set(items.map((item) => `${item.series} ${item.timePeriod}`)).size).toBe(items.length)
  })

  test('a value is the text that was published, with its zeros', async () => {
    const { items } = await json('observations?city=ulgiqala&indicator=U-4')
    expect(items.find((item) => item.timePeriod === '2018')?.value).toBe('31.0')
  })

  test('a disputed figure has no value, and all its claims', async () => {
    const { items } = await follow('observations?city=almaty&limit=10000')
    const disputed = items.filter((item) => item.disputed)
    expect(disputed.length).toBeGreaterThan(0)
    for (const { value, claims } of disputed) {
      expect(value).toBeNull()
      expect(new Set(claims).size).toBeGreaterThan(1)
    }
  })

  test.each([
    { query: 'indicator=U-4', is: (one: Item) => one.indicator === 'U-4' },
    { query: 'refArea=ULGIQALA', is: (one: Item) => one.refArea === 'ULGIQALA' },
    { query: 'timePeriod=2023', is: (one: Item) => one.timePeriod === '2023' },
    { query: 'indicator=11.2.1&timePeriod=2024', is: (one: Item) => one.indicator === '11.2.1' && one.timePeriod === '2024' },
  ])('$query chooses those and no others', async ({ query, is }) => {
    const all = await json('observations?city=ulgiqala')
    const chosen = await json(`observations?city=ulgiqala&${query}`)
    expect(all.next).toBeNull()
    expect(chosen.items).toEqual(all.items.filter(is))
    expect(chosen.items.length).toBeGreaterThan(0)
  })

  test('one series is asked for by its address', async () => {
    const [series] = (await json<List<{ address: string }>>('series?city=ulgiqala&indicator=U-4')).items
    const { items } = await json(`observations?city=ulgiqala&series=${series?.address}`)
    expect(items.length).toBeGreaterThan(0)
    expect(new Set(items.map((item) => item.series))).toEqual(new Set([series?.address]))
  })

  test.each([
    { asOf: '2024-03-14', value: undefined, why: 'before the yearbook' },
    { asOf: '2025-06-01', value: '27.5', why: 'before the correction' },
    { asOf: '2025-06-20', value: '26.9', why: 'on the day of the correction' },
    { asOf: '2025-06-19T23:59:59Z', value: '27.5', why: 'a second before it' },
    { asOf: '2025-06-20T05:00:00%2B05:00', value: '26.9', why: 'at the moment of it, said in the city' },
  ])('water lost in 2023, asked as of $asOf: $why', async ({ asOf, value }) => {
    const { items } = await json(`observations?city=ulgiqala&indicator=U-4&timePeriod=2023&asOf=${asOf}`)
    expect(items[0]?.value).toBe(value)
  })

  test('a table has a name and a type', async () => {
    const { headers } = await get('observations?city=ulgiqala&indicator=U-4&format=csv')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="ulgiqala-U-4.csv"')
  })

  test('the name of a table takes nothing that could break out of it', async () => {
    const { headers } = await get(`observations?city=ulgiqala&indicator=${encodeURIComponent('a"; x=\r\n../b')}&format=csv`)
    expect(headers.get('content-disposition')).toBe('attachment; filename="ulgiqala-a___x___.._b.csv"')
  })
})

describe('what cannot be answered says what to do', () => {
  test.each([
    { path: 'observations', status: 400, field: 'city', says: /./ },
    { path: 'indicators?city=almaty&asOf=yesterday', status: 400, field: 'asOf', says: /2026-11-22/ },
    { path: 'observations?city=almaty&limit=0', status: 400, field: 'limit', says: /1/ },
    { path: 'observations?city=almaty&limit=many', status: 400, field: 'limit', says: /number/ },
    { path: 'observations?city=almaty&format=xml', status: 400, field: 'format', says: /json.*csv/ },
  ])('$path', async ({ path, status, field, says }) => {
    const response = await get(path)
    const body = (await response.json()) as { error: string; problems: Array<{ field: string; says: string }> }
    expect([response.status, body.error, body.problems[0]?.field]).toEqual([status, 'bad_request', field])
    expect(body.problems[0]?.says).toMatch(says)
  })

  test.each([
    { path: 'indicators?city=atlantis', error: 'city_not_found', says: /\/api\/v1\/cities/ },
    { path: 'observations?city=atlantis&format=csv', error: 'city_not_found', says: /\/api\/v1\/cities/ },
    { path: 'nothing', error: 'not_found', says: /openapi\.json/ },
  ])('$path', async ({ path, error, says }) => {
    const response = await get(path)
    const body = (await response.json()) as { error: string; says: string }
    expect([response.status, body.error]).toEqual([404, error])
    expect(body.says).toMatch(says)
  })

  test('a null character is refused, as JSON', async () => {
    const response = await get('observations?city=almaty&indicator=%00')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'bad_request' })
  })

  test('a page that begins after no series of the list is refused, not begun anew', async () => {
    const response = await get('observations?city=ulgiqala&after=nothing')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ problems: [{ field: 'after' }] })
  })

  test('a fault of ours is said as JSON', async () => {
    const broken = site.app({ record: { ...site.record, findCity: () => Promise.reject(new Error('the disk is gone')) } })
    const log = console.error
    console.error = () => {}
    const response = await broken.request('/api/v1/indicators?city=almaty')
    console.error = log
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({ error: 'fault' })
  })
})

describe('the description of the API', () => {
  interface Description {
    openapi: string
    servers: Array<{ url: string }>
    paths: Record<
      string,
      {
        get: {
          servers?: Array<{ url: string }>
          parameters?: Parameter[]
          responses: Record<string, { content: Record<string, { schema: Schema }> }>
        }
      }
    >
  }
  interface Parameter {
    name: string
    in: string
    required?: boolean
    schema: Schema & { example?: string; enum?: string[]; minimum?: number; maximum?: number }
  }
  interface Schema {
    type?: string | string[]
    properties?: Record<string, Schema>
    required?: string[]
    items?: Schema
  }

  test('names every list with what may be asked, and each is answered as it says', async () => {
    const description = await json<Description>('openapi.json')
    expect(description.openapi).toBe('3.1.0')
    // What is taken whole, city by city: `cooperation-api.test.ts` and `cooperation-oparl.test.ts` hold it.
    const below = Object.entries(description.paths).filter(([, { get: operation }]) => operation.servers === undefined)
    const lists = below.filter(([path]) => !path.startsWith('/{city}/'))
    expect(below.length - lists.length).toBe(2)
    // What lies beside it: `page-files.test.ts` and `open-data.test.ts` hold it.
    expect(Object.keys(description.paths).filter((path) => !below.some(([other]) => other === path))).toEqual([
      ...['/tables/{page}/{file}', '/charts/{page}/{chart}.svg', '/oembed', '/catalog.jsonld', '/catalog.ttl'],
    ])
    expect(lists.map(([path]) => path).sort()).toEqual([
      ...['/agreements', '/areas', '/cities', '/codes', '/commitments', '/events', '/indicators', '/observations', '/partner-statements'],
      ...['/partners', '/partnerships', '/programme-versions', '/projects', '/releases', '/series', '/source-documents', '/sources'],
    ])
    for (const [path, { get: operation }] of lists) {
      const query = new URLSearchParams(
        (operation.parameters ?? []).flatMap(({ name, schema }) => (schema.example === undefined ? [] : [[name, String(schema.example)]])),
      )
      const response = await get(`${description.servers[0]?.url}${path}?${query}`)
      expect([path, response.status]).toEqual([path, 200])
      const content = operation.responses['200']?.content['application/json']?.schema
      expect(misfits(await response.json(), content ?? {}, path)).toEqual([])
    }
  })

  test('refuses what it says it refuses', async () => {
    const { paths } = await json<Description>('openapi.json')
    const parameters = new Map((paths['/observations']?.get.parameters ?? []).map((one) => [one.name, one]))
    expect(parameters.get('city')?.required).toBe(true)
    expect(parameters.get('format')?.schema.enum).toEqual(['json', 'csv', 'xlsx', 'parquet'])
    const { maximum = 0, minimum = 0 } = parameters.get('limit')?.schema ?? {}
    for (const [limit, status] of [
      [minimum, 200],
      [maximum, 200],
      [minimum - 1, 400],
      [maximum + 1, 400],
    ])
      expect([limit, (await get(`observations?city=ulgiqala&limit=${limit}`)).status]).toEqual([limit, status])
  })

  /** Where a value is not what the schema says; the few words of JSON Schema that the description uses. */
  function misfits(value: unknown, schema: Schema, at: string): string[] {
    const types = schema.type === undefined ? [] : [schema.type].flat()
    const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
    if (types.length > 0 && !types.includes(type)) return [`${at} is ${type}, not ${types.join(' or ')}`]
    if (Array.isArray(value)) return value.slice(0, 50).flatMap((item, index) => misfits(item, schema.items ?? {}, `${at}[${index}]`))
    if (type !== 'object') return []
    const object = value as Record<string, unknown>
    return [
      ...(schema.required ?? []).filter((name) => !(name in object)).map((name) => `${at}.${name} is missing`),
      ...(schema.properties === undefined
        ? []
        : Object.keys(object)
            .filter((name) => !(name in (schema.properties ?? {})))
            .map((name) => `${at}.${name} is not described`)),
      ...Object.entries(schema.properties ?? {}).flatMap(([name, of]) =>
        name in object ? misfits(object[name], of, `${at}.${name}`) : [],
      ),
    ]
  }
})
