import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import http, { type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fetchLimits, fetchOutside, type FetchOptions } from './fetch-outside.ts'

/** Requests that each server has seen: what was refused must not have arrived. */
const seen: string[] = []
const servers: http.Server[] = []

async function serve(answer: RequestListener): Promise<number> {
  const server = http.createServer((request, response) => {
    seen.push(`${request.headers.host} ${request.url}`)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return (server.address() as AddressInfo).port
}

const message = '<message/>'
let registry = 0
let secret = 0
const temporary = process.env['TMPDIR']
const work = mkdtempSync(join(tmpdir(), 'fetch-test-'))

beforeAll(async () => {
  process.env['TMPDIR'] = work
  secret = await serve((_, response) => response.end('the secret of the installation'))
  registry = await serve((request, response) => {
    const [, path = '', rest = ''] = /^\/([a-z-]+)\/?(.*)/.exec(request.url ?? '') ?? []
    if (path === 'redirect') response.writeHead(302, { location: decodeURIComponent(rest) }).end()
    else if (path === 'hop') response.writeHead(307, { location: Number(rest) === 0 ? '/data' : `/hop/${Number(rest) - 1}` }).end()
    else if (path === 'status') response.writeHead(Number(rest)).end('no')
    else if (path === 'gzip') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(message))
    else if (path === 'bomb') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(new Uint8Array(5_000_000)))
    else if (path === 'large') response.end('x'.repeat(200_000))
    else if (path === 'cut') response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())
    else if (path === 'slow') response.write('x')
    else if (path !== 'silent') response.end(message)
  })
})
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  if (temporary === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = temporary
  rmSync(work, { recursive: true, force: true })
})
// Whatever came of it, nothing may stay behind.
afterEach(() => {
  expect(readdirSync(work)).toEqual([])
  seen.length = 0
})

/** The registry as an installation would allow it: a name that only this resolver knows, of an address that is not public. */
const resolve = (name: string) => (name === 'registry.example' ? Promise.resolve(['127.0.0.1']) : Promise.reject(new Error('ENOTFOUND')))
const allowed = (more: Partial<FetchOptions> = {}): FetchOptions => ({ allowedHosts: [`registry.example:${registry}`], resolve, ...more })
const from = (path: string) => `http://registry.example:${registry}/${path}`

async function contentOf(address: string, options: FetchOptions = allowed()): Promise<string> {
  const outcome = await fetchOutside(address, options)
  if (!outcome.ok) return outcome.refusal.code
  const content = readFileSync(outcome.value.path, 'utf8')
  expect(outcome.value.bytes).toBe(Buffer.byteLength(content))
  await outcome.value.remove()
  expect(existsSync(outcome.value.path)).toBe(false)
  return content
}

describe('a host that the installation allows', () => {
  test('is asked at the address that its name was resolved to, once, and hears its own name', async () => {
    let asked = 0
    // A name that leads elsewhere when it is asked again, as in DNS rebinding.
    const rebinding = () => Promise.resolve([asked++ === 0 ? '127.0.0.1' : '127.0.0.2'])
    expect(await contentOf(from('data'), allowed({ resolve: rebinding }))).toBe(message)
    expect(asked).toBe(1)
    expect(seen).toEqual([`registry.example:${registry} /data`])
  })

  test('may compress, and may lead on three times', async () => {
    expect(await contentOf(from('gzip'))).toBe(message)
    expect(await contentOf(from('hop/2'))).toBe(message)
    expect(await contentOf(from('hop/3'))).toBe('address_too_many_redirects')
  })

  test('is allowed on that port only', async () => {
    expect(await contentOf(`http://registry.example:${secret}/`)).toBe('address_internal')
    expect(seen).toEqual([])
  })
})

describe('what only the installation can reach is refused before anything is sent', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://169.254.169.254/latest/meta-data/',
  ])('%s', async (address) => {
    const local = (name: string) => Promise.resolve(name === 'localhost' ? ['127.0.0.1', '::1'] : [])
    expect(await contentOf(address.replace('PORT', String(secret)), allowed({ resolve: local }))).toBe('address_internal')
    expect(seen).toEqual([])
  })

  test('a name of which one address of several is internal', async () => {
    const mixed = () => Promise.resolve(['93.184.216.34', '10.0.0.1'])
    expect(await contentOf('http://mixed.example/', allowed({ resolve: mixed }))).toBe('address_internal')
  })

  test.each([
    { to: 'http://127.0.0.1:PORT/', code: 'address_internal' },
    { to: '//localhost:PORT/', code: 'address_not_found' },
    { to: 'file:///etc/passwd', code: 'address_scheme' },
    { to: 'http://user:word@registry.example/', code: 'address_with_credentials' },
    { to: 'http://[', code: 'address_not_understood' },
  ])('a redirect to $to', async ({ to, code }) => {
    expect(await contentOf(from(`redirect/${encodeURIComponent(to.replace('PORT', String(secret)))}`))).toBe(code)
    expect(seen).toHaveLength(1)
  })
})

describe('every other end is a refusal that says why', () => {
  const limits = { ...fetchLimits, seconds: 0.4, bytes: 100_000 }
  test.each([
    { path: 'status/404', code: 'address_answered' },
    { path: 'status/304', code: 'address_answered' },
    { path: 'large', code: 'address_too_large' },
    { path: 'bomb', code: 'address_too_large' },
    { path: 'slow', code: 'address_too_slow' },
    { path: 'silent', code: 'address_too_slow' },
    { path: 'cut', code: 'address_no_answer' },
    { path: 'data?api_key=1234', code: 'address_with_credentials' },
  ])('$path', async ({ path, code }) => {
    expect(await contentOf(from(path), allowed({ limits }))).toBe(code)
  })

  test.each([
    { address: 'ftp://registry.example/a.xml', code: 'address_scheme' },
    { address: 'http://', code: 'address_not_understood' },
    { address: 'http://nobody.example/', code: 'address_not_found' },
    { address: 'https://me:word@registry.example/', code: 'address_with_credentials' },
  ])('$address', async ({ address, code }) => {
    expect(await contentOf(address, allowed({ limits }))).toBe(code)
  })

  test('a name that is never resolved', async () => {
    const never = () => new Promise<string[]>(() => {})
    expect(await contentOf(from('data'), allowed({ limits, resolve: never }))).toBe('address_too_slow')
  })

  test('a port where nobody answers', async () => {
    expect(await contentOf('http://registry.example:1/', { allowedHosts: ['registry.example:1'], resolve })).toBe('address_no_answer')
  })
})
