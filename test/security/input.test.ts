import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { readProgramme } from '../../src/formats/programme-file/read-programme.ts'
import { routesOfTable, routeTable, type RouteOfTable } from './route-table.ts'
import { openTwoCities, origin, type TwoCities } from './two-cities.ts'

let two: TwoCities
beforeAll(async () => void (two = await openTwoCities()), 240_000)
afterAll(() => two.close())
/** Nothing that a request says becomes a property of everything. */
afterEach(() => expect(Object.keys(Object.prototype)).toEqual([]))

/** What no address of ours holds. As parts of an address, already encoded. */
const odd: readonly string[] = [
  "'",
  "'%20or%20'1'='1",
  '1;drop%20table%20person',
  "1'%20union%20select%20null,version()--",
  'pg_sleep(5)',
  '%00',
  '%FF%FE',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5cwindows',
  '%0d%0aset-cookie:%20a=b',
  '%7B%7Bx%7D%7D',
  '-1',
  '0',
  '1e309',
  'NaN',
  '9007199254740993',
  '__proto__',
  'constructor',
  'null',
  '%F0%9F%92%A5',
  'a'.repeat(4000),
  '%25%32%35',
]

/** Everything that some page reads from a query, and some that none does. */
const names: readonly string[] = [
  ...[
    'q',
    'asOf',
    'series',
    'page',
    'code',
    'kind',
    'goal',
    'domain',
    'state',
    'programmeGoal',
    'withFigures',
    'add',
    'remove',
    'from',
    'to',
  ],
  ...[
    'sent',
    'city',
    'indicator',
    'refArea',
    'timePeriod',
    'format',
    'limit',
    'after',
    'token',
    'subject',
    'under',
    'done',
    'change',
    'number',
  ],
  ...[
    'sort',
    'order',
    'offset',
    'role',
    'personId',
    '__proto__[admin]',
    'constructor[prototype][admin]',
    'q[person_email_start]',
    'toString',
  ],
]

const reading = routesOfTable.filter(({ method, route }) => method === 'GET' && !route.includes('/assets/'))
const as = 'everything@ulgiqala long ago'

const statusOf = async (address: string): Promise<number> => {
  try {
    return (await two.send(address, { as })).status
  } catch (error) {
    // An address that is none at all does not even become a request.
    if (error instanceof TypeError && error.message.includes('Invalid URL')) return 400
    throw error
  }
}

describe('V1.2.4 V1.1.1 V2.2.1 V2.2.2 V15.3.5 V15.3.7 whatever stands in an address, the server does not break', () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  afterAll(() => silent.mockRestore())

  test.each(reading)('$route', { timeout: 120_000 }, async (route) => {
    const facts = two.cities[0]!.facts
    const broken: string[] = []
    const look = async (address: string): Promise<void> => {
      const status = await statusOf(address)
      if (status >= 500) broken.push(`${status} ${address.slice(0, 200)}`)
    }
    const last = /:(\w+)[^:]*$/.exec(route.route)?.[1]
    if (last !== undefined && last !== 'language') {
      const place = route.at(marked(facts, route, last))
      for (const one of odd) await look(place.replace('MARK', one))
    }
    const address = route.at(facts)
    // Each name twice, and once as a list; different values beside each other.
    for (let turn = 0; turn < 4; turn++) {
      const query = names
        .filter((name) => name !== 'asOf' || turn === 0)
        .map((name, index) => `${encodeURIComponent(name)}=${odd[(index + turn * 5) % odd.length]}`)
      await look(`${address}?${query.filter((one) => !one.includes('%00')).join('&')}`)
      await look(
        `${address}?${query
          .map((one) => one.replace('=', '[]='))
          .filter((one) => !one.includes('%00'))
          .join('&')}`,
      )
    }
    await look(`${address}?${names.map((name) => `${name}=1&${name}=2`).join('&')}`)
    await look(`${address}?=&&&=%&a`)
    expect(broken).toEqual([])
  })
})

/** The facts with a mark where the last part of the address stands. */
function marked(facts: Readonly<Record<string, string>>, { route }: RouteOfTable, parameter: string): Readonly<Record<string, string>> {
  const rule = routeTable[route]
  const fact = typeof rule === 'object' ? (rule[1][parameter] ?? parameter) : parameter
  return { ...facts, [fact]: 'MARK' }
}

describe('Decidim CVE-2023-34090 CVE-2026-45376: only the filters that a list declares do something', () => {
  test.each([
    ['/en/ulgiqala/indicators', 'q[person_email_start]=a'],
    ['/en/ulgiqala/indicators', 'person.email=a&order=email&sort=email%20desc'],
    ['/en/ulgiqala/releases', 'status=draft'],
    ['/en/ulgiqala/releases', 'drafts=true&includeDrafts=1'],
    ['/api/v1/releases?city=ulgiqala', 'status=draft'],
    ['/api/v1/releases?city=ulgiqala', 'drafts=1&order=made_by'],
    ['/api/v1/indicators?city=ulgiqala', 'select=*&include=person,session'],
    ['/api/v1/programme-versions?city=ulgiqala', 'status=draft&drafts=true'],
  ])('%s with %s', async (address, query) => {
    const listOf = async (at: string) => {
      const text = await (await two.send(at)).text()
      return address.startsWith('/api')
        ? text
        : text
            .slice(text.indexOf('<main'), text.indexOf('</main>'))
            .replaceAll(/href="[^"]*"|<input type="hidden"[^>]*>/g, '')
            .replaceAll('<a >Clear the filter</a>', '')
    }
    expect(await listOf(`${address}${address.includes('?') ? '&' : '?'}${query}`)).toBe(await listOf(address))
  })
})

describe('V2.2.1 the open data says what is wrong with a question', () => {
  test.each([
    'observations?city=ulgiqala&limit=0',
    'observations?city=ulgiqala&limit=10001',
    'observations?city=ulgiqala&limit=ten',
    'observations?city=ulgiqala&format=xml',
    'observations?city=ulgiqala&after=nothing',
    'observations?city=ulgiqala&asOf=yesterday',
    'observations',
    'indicators?city=ulgiqala&city=almaty',
    'series?city[]=ulgiqala',
  ])('%s', async (question) => {
    const response = await two.send(`/api/v1/${question}`)
    expect([400, 404]).toContain(response.status)
    expect(await response.json()).toMatchObject({ error: expect.any(String) })
  })
})

describe('V15.3.3 CKAN CVE-2022-43685: fields that a form does not have change nothing', () => {
  const posts = routesOfTable.filter(({ method }) => method === 'POST')
  const extra = (): Record<string, string> => {
    const somebody = two.viewers.get('auditor@almaty')!
    return {
      ...{ id: somebody.personId, personId: somebody.personId, person_id: somebody.personId, person: somebody.personId },
      ...{ cityId: two.cities[1]!.city.id, city_id: two.cities[1]!.city.id, city: 'almaty', state: 'published', status: 'published' },
      ...{
        isAdministrator: 'true',
        memberships: '[{"role":"administrator"}]',
        secondFactor: 'true',
        authenticatedAt: '2999-01-01',
        number: '1',
      },
      ...{
        answer: 'changed',
        outcome: 'corrected',
        releaseId: two.cities[1]!.facts['releaseId']!,
        __proto__: 'x',
        'constructor.prototype.x': 'x',
      },
    }
  }

  test('nobody’s name or role, and nothing of the other city', async () => {
    const watched = ['person', 'membership', 'identity', 'department', 'programme_version', 'release'] as const
    const before = await two.tables()
    const otherCity = async () =>
      (
        await two.database.pool.query<{ number: number }>('select count(*)::int as number from change where city_id = $1', [
          two.cities[1]!.city.id,
        ])
      ).rows
    const historyBefore = await otherCity()
    for (const route of posts)
      for (const token of ['resident', 'auditor@ulgiqala', 'data_officer@ulgiqala', 'moderator@ulgiqala']) {
        const response = await two.send(route.at(two.cities[0]!.facts), { as: token, form: extra() })
        expect(response.status, `${token} ${route.route}`).toBeLessThan(500)
      }
    const after = await two.tables()
    for (const table of watched) expect(after[table], table).toBe(before[table])
    expect(await otherCity()).toEqual(historyBefore)
  })

  test('a report of a mistake is nobody’s, and not answered', async () => {
    const route = posts.find(({ route: name }) => name.endsWith('/mistakes') && !name.includes('/desk/'))!
    const response = await two.send(route.at(two.cities[0]!.facts), { form: { ...extra(), text: 'Not this sum' } })
    expect(response.status).toBe(303)
    const { rows } = await two.database.pool.query(`select * from mistake_report where text = 'Not this sum'`)
    expect(rows).toMatchObject([{ city_id: two.cities[0]!.city.id, person_id: null, answer: null, answered_at: null, answered_by: null }])
  })
})

describe('V1.5.2 V15.3.6 keys that belong to every object are only words', () => {
  test('in a programme file', () => {
    readProgramme('__proto__:\n  polluted: true\nconstructor:\n  prototype:\n    polluted: true\nprogramme: x\n', 'x.yaml')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('as city, language, indicator and code: %s', async (name) => {
    for (const path of [
      `/en/${name}`,
      `/${name}/ulgiqala`,
      `/en/ulgiqala/indicators/${name}`,
      `/en/ulgiqala/releases/1?code=${name}`,
      `/computed/${name}/1/${name}`,
    ])
      expect((await two.send(path)).status, path).toBe(404)
  })
})

describe('V2.2.1 a form that is none', () => {
  const headers = { origin }
  test.each([
    { case: 'parts without a boundary', type: 'multipart/form-data', body: 'x' },
    { case: 'parts that do not begin', type: 'multipart/form-data; boundary=x', body: 'nothing of it' },
    {
      case: 'parts that do not end',
      type: 'multipart/form-data; boundary=x',
      body: '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nabc',
    },
    { case: 'bytes that are no text', type: 'application/x-www-form-urlencoded', body: new Uint8Array([255, 254, 61, 255]) },
    { case: 'nothing at all', type: 'application/x-www-form-urlencoded', body: '' },
    { case: 'ten thousand fields', type: 'application/x-www-form-urlencoded', body: 'a=1&'.repeat(10_000) },
  ])('$case is not a fault', async ({ type, body }) => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const route of routesOfTable.filter(({ method }) => method === 'POST')) {
      const response = await two.app.request(origin + route.at(two.cities[0]!.facts), {
        method: 'POST',
        headers: { ...headers, 'content-type': type, cookie: `session=${encodeURIComponent('editor@ulgiqala')}` },
        body,
      })
      expect(response.status, route.route).toBeLessThan(500)
    }
    silent.mockRestore()
  })
})
