import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { routesOfTable } from './route-table.ts'
import { openTwoCities, type TwoCities } from './two-cities.ts'

let two: TwoCities
let stylesheet: string
beforeAll(async () => {
  two = await openTwoCities()
  stylesheet = /rel="stylesheet" href="([^"]+)"/.exec(await (await two.send('/en/almaty')).text())![1]!
}, 240_000)
afterAll(() => two.close())

const gets = routesOfTable.filter(({ method }) => method === 'GET')

/** Every address once, and what is none: not found, not understood, broken, moved, refused. */
const everyAnswer = async (): Promise<Array<[name: string, response: Response]>> => {
  const { facts } = two.cities[0]!
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = two.site.app({
    publicUrl: 'https://bagdar.example',
    record: { ...two.site.record, stamp: () => Promise.reject(new Error('gone')), listCities: () => Promise.reject(new Error('gone')) },
  })
  const secure = two.site.app({ publicUrl: 'https://bagdar.example' })
  const ask = async (name: string, app: typeof secure, path: string, init: RequestInit = {}): Promise<[string, Response]> => [
    name,
    await app.request(`http://inside${path}`, init),
  ]
  const form = { method: 'POST', headers: { origin: 'https://bagdar.example', 'content-type': 'application/x-www-form-urlencoded' } }
  const answers = [
    ...(await Promise.all(gets.map((route) => ask(route.route, secure, route.at(facts))))),
    await ask('a stylesheet', secure, stylesheet),
    await ask('no such page', secure, '/en/almaty/nothing'),
    await ask('no such file', secure, '/assets/nothing.js'),
    await ask('not understood', secure, '/en/almaty?asOf=x'),
    await ask('no such list', secure, '/api/v1/nothing'),
    await ask('a list not understood', secure, '/api/v1/observations'),
    await ask('a fault', broken, '/en/almaty'),
    await ask('a fault of the open data', broken, '/api/v1/cities'),
    await ask('a foreign form', secure, '/en/almaty', { ...form, headers: { ...form.headers, origin: 'https://elsewhere.example' } }),
    await ask('a form that is too large', secure, '/en/almaty', { ...form, body: 'x'.repeat(70_000) }),
    await ask('another method', secure, '/en/almaty', { method: 'DELETE' }),
  ]
  silent.mockRestore()
  return answers
}

test('V3.4.1 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.2.1 every answer carries the headers that guard it', async () => {
  const answers = await everyAnswer()
  const statuses = new Set(answers.map(([, { status }]) => status))
  for (const status of [200, 302, 400, 403, 404, 405, 413, 500]) expect(statuses).toContain(status)
  for (const [name, { headers }] of answers) {
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy, name).toContain("default-src 'none'")
    expect(policy, name).toContain("script-src 'self'")
    expect(policy, name).toContain("frame-ancestors 'none'")
    expect(policy, name).toContain("base-uri 'none'")
    expect(policy, name).toContain("form-action 'self'")
    // No inline script, no inline style, no other host, no eval.
    expect(policy, name).not.toMatch(/unsafe|nonce|\*|https?:/)
    expect(headers.get('x-content-type-options'), name).toBe('nosniff')
    expect(headers.get('referrer-policy'), name).toBe('same-origin')
    expect(headers.get('x-frame-options'), name).toBe('DENY')
    expect(headers.get('strict-transport-security'), name).toBe('max-age=31536000; includeSubDomains')
    for (const telling of ['server', 'x-powered-by']) expect(headers.get(telling), name).toBeNull()
  }
})

test('V3.4.1 a demonstration without https does not ask for it', async () => {
  expect((await two.send('/en/almaty')).headers.get('strict-transport-security')).toBeNull()
})

test('V4.1.1 every answer with a body says what it is, and its charset', async () => {
  for (const [name, response] of await everyAnswer()) {
    const body = await response.text()
    if (body === '') continue
    const type = response.headers.get('content-type') ?? ''
    if (/^(application\/(vnd\.(pmtiles|openxmlformats-|apache\.parquet)|octet-stream|pdf)|font\/)/.test(type)) continue
    if (!type.startsWith('application/json')) expect(type.toLowerCase(), name).toContain('charset=utf-8')
    if (body.startsWith('<!DOCTYPE html')) expect(type, name).toContain('text/html')
    else if (body.startsWith('<?xml')) expect(type, name).toMatch(/xml/)
    else if (/^[{[]/.test(body)) expect(type, name).toMatch(/json/)
    else expect(type, name).toMatch(/^text\/(plain|css|csv|javascript|calendar|turtle)/)
  }
})

test('V3.4.2 other sites may read the open data and nothing else, and never with somebody’s cookies', async () => {
  for (const route of gets) {
    const response = await two.send(route.at(two.cities[0]!.facts), { headers: { origin: 'https://elsewhere.example' } })
    const open = / \/((api|oparl|sdmx|tables|charts)\/|oembed$|catalog\.)/.test(route.route)
    expect(response.headers.get('access-control-allow-origin'), route.route).toBe(open ? '*' : null)
    expect(response.headers.get('access-control-allow-credentials'), route.route).toBeNull()
  }
})

test('V3.4.2 a browser that asks first is told that it may read', async () => {
  const asked = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' }
  const response = await two.app.request('/api/v1/cities', { method: 'OPTIONS', headers: asked })
  expect(response.headers.get('access-control-allow-methods')).toBe('GET,HEAD')
  expect((await two.app.request('/en/almaty', { method: 'OPTIONS', headers: asked })).status).toBe(405)
})

describe('V13.4.1 V13.4.3 V13.4.5 V15.2.3 what lies beside the site is not served', () => {
  test.each([
    ...[
      '/.git/config',
      '/.git/HEAD',
      '/.env',
      '/.env.local',
      '/.svn/entries',
      '/package.json',
      '/package-lock.json',
      '/node_modules/hono/package.json',
    ],
    ...['/assets/', '/assets', '/assets/%2e%2e%2fassets.json', '/assets/..%5cassets.json', '/dist/main.js', '/main.js', '/data/database'],
    ...['/server-status', '/debug', '/actuator', '/swagger', '/docs', '/phpinfo.php', '/wp-login.php', '/backup.sql', '/core'],
  ])('%s', async (path) => {
    expect((await two.send(path)).status).toBe(404)
  })

  test('no script or stylesheet has a source map', async () => {
    const names = [
      stylesheet,
      ...[...(await (await two.send('/en/almaty')).text()).matchAll(/src="(\/assets\/[^"]+)"/g)].map((match) => match[1]!),
    ]
    for (const name of names) {
      expect((await two.send(`${name}.map`)).status, name).toBe(404)
      expect(await (await two.send(name)).text(), name).not.toContain('sourceMappingURL')
    }
  })

  test('V13.4.2 V16.5.1 a fault shows no stack, no file and no query', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
    const record = { ...two.site.record, stamp: () => Promise.reject(new Error('select secret from person at /srv/bagdar/store.ts:12')) }
    const response = await two.site.app({ record, mode: 'production', publicUrl: 'https://bagdar.example' }).request('/en/almaty')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toMatch(/select|secret|person at|\.ts\b|node_modules/)
    silent.mockRestore()
  })
})

describe('over the wire', () => {
  let port: number
  beforeAll(async () => void (port = Number(new URL(await two.site.listen()).port)))

  /** Writes bytes as they are and returns what comes back. */
  const wire = async (bytes: string): Promise<string> =>
    await new Promise((resolve, reject) => {
      let answer = ''
      const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes))
      socket.setTimeout(5000, () => socket.destroy())
      socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
    })
  const statusesOf = (answer: string): number[] => [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]))

  test.each(['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'OPTIONS'])('V13.4.4 %s is not answered', async (method) => {
    const [status] = statusesOf(
      await wire(`${method} /en/almaty HTTP/1.1\r\nHost: localhost\r\nX-Mine: secret\r\nConnection: close\r\n\r\n`),
    )
    expect(status).toBe(405)
  })

  test.each(['CONNECT', 'TRACK', 'NONSENSE'])('V13.4.4 %s is refused', async (method) => {
    const answer = await wire(`${method} /en/almaty HTTP/1.1\r\nHost: localhost\r\nX-Mine: secret\r\nConnection: close\r\n\r\n`)
    expect(answer).not.toContain('secret')
    for (const status of statusesOf(answer)) expect(status).toBeGreaterThanOrEqual(400)
  })

  // Where a message ends must be said once. Two answers to one message would be a smuggled request.
  test.each([
    ['length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef'],
    ['a length that is no number', 'Content-Length: +5\r\n\r\nabcde'],
    ['chunks that are not last', 'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
    ['a broken chunk', 'Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n'],
    ['a header with a space before its colon', 'Content-Length : 5\r\n\r\nabcde'],
    ['a folded header', 'X-Mine: one\r\n two\r\nContent-Length: 0\r\n\r\n'],
    ['a null character in a header', 'X-Mine: a\0b\r\nContent-Length: 0\r\n\r\n'],
  ])('V4.2.1 %s is refused', async (_case, rest) => {
    const answer = await wire(`POST /en/almaty HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n${rest}`)
    expect(answer).not.toContain('Sitemap:')
    const statuses = statusesOf(answer)
    expect(statuses.length).toBeLessThanOrEqual(1)
    for (const status of statuses) expect(status).toBeGreaterThanOrEqual(400)
  })

  test('V4.2.1 headers without end are cut off', async () => {
    const answer = await wire(`GET /en/almaty HTTP/1.1\r\nHost: localhost\r\n${`X-Mine: ${'a'.repeat(1000)}\r\n`.repeat(40)}\r\n`)
    expect(statusesOf(answer)).toEqual([431])
  })
})
