import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { City } from '../src/books/indicators/figure.ts'
import { programFile } from '../src/open-rooms.ts'
import { openTestSite } from './support/server.ts'

const site = await openTestSite('almaty', 'ulgiqala')
const app = site.app()
afterAll(() => site.close())

const tiles = '11.2.1-map.pmtiles'
const folder = fileURLToPath(programFile('demo/ulgiqala/releases/bagdar-11.2.1-2025/computed'))
const content = fs.readFileSync(`${folder}/${tiles}`)
const size = content.length

let city: City
let release = 0
beforeAll(async () => {
  const found = await site.record.findCity('ulgiqala')
  if (found === null) throw new Error('The demonstration has no Ülgiqala.')
  city = found
  release = (await site.record.listComputedFiles(city, new Date())).find(({ name }) => name === tiles)?.releaseNumber ?? 0
})

const ask = (headers: Record<string, string> = {}, path = `/computed/ulgiqala/${release}/${tiles}`) =>
  app.fetch(new Request(`http://bagdar.example${path}`, { headers }))
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
/** Compared by the machine: `toEqual` looks at every byte by itself. */
const isSame = async (answer: Response, bytes: Buffer) => (await bytesOf(answer)).equals(bytes)

describe('a whole file', () => {
  test('comes as it was computed, with its type, and is kept for good', async () => {
    const answer = await ask()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/vnd.pmtiles')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/)
    expect(await isSame(answer, content)).toBe(true)
  })

  test('is not sent again to who has it', async () => {
    const etag = (await ask()).headers.get('etag') ?? ''
    const answer = await ask({ 'if-none-match': etag })
    expect([answer.status, (await bytesOf(answer)).length]).toEqual([304, 0])
    expect((await ask({ 'if-none-match': '"another"' })).status).toBe(200)
  })

  test('tiles are not compressed again, a table may be, and both say the same as without', async () => {
    const compressing = { 'accept-encoding': 'gzip' }
    const packed = await ask(compressing)
    expect(packed.headers.get('content-encoding')).toBeNull()
    expect(await isSame(packed, content)).toBe(true)
    const table = await ask(compressing, `/computed/ulgiqala/${release}/11.2.1-cells.csv`)
    expect([table.headers.get('content-type'), table.headers.get('content-encoding')]).toEqual(['text/csv; charset=utf-8', 'gzip'])
    expect(gunzipSync(await bytesOf(table)).equals(fs.readFileSync(`${folder}/11.2.1-cells.csv`))).toBe(true)
  })
})

describe('a range', () => {
  test.each([
    ['the first bytes', 'bytes=0-126', 0, 127],
    ['one byte', 'bytes=500-500', 500, 501],
    ['from a place to the end', `bytes=${size - 10}-`, size - 10, size],
    ['the last bytes', 'bytes=-100', size - 100, size],
    ['more than there is', `bytes=100-${size + 1000}`, 100, size],
    ['a longer end than there is', `bytes=-${size + 1000}`, 0, size],
  ])('%s', async (_, range, from, to) => {
    const answer = await ask({ range, 'accept-encoding': 'gzip, br' })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${size}`)
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await isSame(answer, content.subarray(from, to))).toBe(true)
  })

  test.each(['bytes=-0', `bytes=${size}-`, `bytes=${size + 1}-${size + 2}`])(
    '%s cannot be had: 416 says how long the file is',
    async (range) => {
      const answer = await ask({ range })
      expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${size}`])
    },
  )

  test.each(['bytes=5-2', 'bytes=0-1,5-6', 'chars=0-9', 'bytes=-', 'bytes=a-b'])(
    '%s is not understood: the whole is sent',
    async (range) => {
      const answer = await ask({ range })
      expect(answer.status).toBe(200)
      expect((await bytesOf(answer)).length).toBe(size)
    },
  )

  test('of a file that was another when the first part was read is the whole', async () => {
    const etag = (await ask()).headers.get('etag') ?? ''
    const same = await ask({ range: 'bytes=0-9', 'if-range': etag })
    expect([same.status, (await bytesOf(same)).length]).toEqual([206, 10])
    const other = await ask({ range: 'bytes=0-9', 'if-range': '"another"' })
    expect([other.status, (await bytesOf(other)).length]).toEqual([200, size])
  })

  test('a part of a text that would be compressed whole is sent as it is', async () => {
    const answer = await ask({ range: 'bytes=100-8099', 'accept-encoding': 'gzip' }, `/computed/ulgiqala/${release}/11.2.1-cells.csv`)
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([206, null])
    expect(await isSame(answer, fs.readFileSync(`${folder}/11.2.1-cells.csv`).subarray(100, 8100))).toBe(true)
  })
})

describe('nothing is there', () => {
  test.each([
    ['a name that no computation made', () => `/computed/ulgiqala/${release}/secrets.json`],
    ['a way out of the folder', () => `/computed/ulgiqala/${release}/..%2F..%2Fcity.yaml`],
    ['a release that was not computed', () => `/computed/ulgiqala/1/${tiles}`],
    ['a release that does not exist', () => `/computed/ulgiqala/99999/${tiles}`],
    ['the release of another city', () => `/computed/almaty/${release}/${tiles}`],
    ['a city that does not exist', () => `/computed/atlantis/${release}/${tiles}`],
    ['a number with a sign', () => `/computed/ulgiqala/-${release}/${tiles}`],
    ['a number with a point', () => `/computed/ulgiqala/${release}.0/${tiles}`],
    ['a number too long to be one', () => `/computed/ulgiqala/9999999999999999/${tiles}`],
    ['a word', () => `/computed/ulgiqala/latest/${tiles}`],
  ])('under %s', async (_, path) => {
    expect((await ask({}, path())).status).toBe(404)
  })

  test('under a release that is still a draft', async () => {
    const original = await site.record.findRelease(city, release)
    if (original === null) throw new Error('The release was found before.')
    const draftApp = site.app({
      record: { ...site.record, findRelease: async () => ({ ...original, status: 'draft', publishedAt: null }) },
    })
    const answer = await draftApp.fetch(new Request(`http://bagdar.example/computed/ulgiqala/${release}/${tiles}`))
    expect(answer.status).toBe(404)
  })
})
