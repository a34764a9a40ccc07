import { expect, test } from 'vitest'
import { PageCache, type KeptPage } from './page-cache.ts'

const text = (page: KeptPage | null): string | null => page && new TextDecoder().decode(page.bytes)

test('a page is made once while the record stands', async () => {
  const cache = new PageCache()
  let made = 0
  const make = async () => `page ${++made}`
  expect(text(await cache.get('1', '/en/almaty', make))).toBe('page 1')
  expect(text(await cache.get('1', '/en/almaty', make))).toBe('page 1')
  expect(text(await cache.get('1', '/ru/almaty', make))).toBe('page 2')
})

test('readers who come while a page is made wait for it, also for its failure', async () => {
  const cache = new PageCache()
  let [made, finish] = [0, (_page: string) => {}]
  const make = () => (made++, new Promise<string>((resolve) => (finish = resolve)))
  const readers = [1, 2, 3].map(() => cache.get('1', '/en/almaty', make))
  finish('page')
  expect((await Promise.all(readers)).map(text)).toEqual(['page', 'page', 'page'])
  expect(made).toBe(1)
  const failing = () => Promise.reject(new Error('broken'))
  const failed = await Promise.allSettled([1, 2].map(() => cache.get('1', '/other', failing)))
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(text(await cache.get('1', '/other', async () => 'mended'))).toBe('mended')
})

test('a new release lets every page go', async () => {
  const cache = new PageCache()
  expect(text(await cache.get('1', '/en/almaty', async () => 'before'))).toBe('before')
  expect(text(await cache.get('2', '/en/almaty', async () => 'after'))).toBe('after')
})

test('a page that was overtaken by a release while it was made is not kept', async () => {
  const cache = new PageCache()
  let finish = (_page: string) => {}
  const slow = cache.get('1', '/en/almaty', () => new Promise((resolve) => (finish = resolve)))
  await cache.get('2', '/other', async () => 'other')
  finish('of yesterday')
  expect(text(await slow)).toBe('of yesterday')
  expect(text(await cache.get('2', '/en/almaty', async () => 'of today'))).toBe('of today')
})

test('what does not exist is asked for again', async () => {
  const cache = new PageCache()
  expect(await cache.get('1', '/x', async () => null)).toBeNull()
  expect(text(await cache.get('1', '/x', async () => 'now it is there'))).toBe('now it is there')
})

test('the oldest pages go when there are too many', async () => {
  const cache = new PageCache()
  const large = 'x'.repeat(30_000_000)
  for (const key of ['a', 'b', 'c']) await cache.get('1', key, async () => large)
  expect(text(await cache.get('1', 'a', async () => 'made again'))).toBe('made again')
  expect(text(await cache.get('1', 'c', async () => 'made again'))).toBe(large)
})

test('an answer is found at its address while its page is kept and the record stands', async () => {
  const cache = new PageCache()
  const page = (await cache.get('1', '/en/almaty', async () => 'page'))!
  const answer = { page, headers: {}, route: '/:language/:city', city: 'almaty', today: '2026-11-23', timeZone: 'Asia/Almaty' }
  cache.answerAt('http://site.example/en/almaty', answer)
  cache.answerAt('http://site.example/en/almaty/', answer)
  expect(cache.find('1', 'http://site.example/en/almaty/')).toBe(answer)
  expect(cache.find('2', 'http://site.example/en/almaty')).toBeNull()
  cache.answerAt('http://site.example/en/almaty', answer) // of a page that was let go meanwhile
  expect(cache.find('2', 'http://site.example/en/almaty')).toBeNull()
})

test('the address goes with its page', async () => {
  const cache = new PageCache()
  const large = 'x'.repeat(30_000_000)
  const page = (await cache.get('1', 'a', async () => large))!
  cache.answerAt('a', { page, headers: {}, route: '', city: '', today: '', timeZone: '' })
  for (const key of ['b', 'c']) await cache.get('1', key, async () => large)
  expect(cache.mayHave('a')).toBe(false)
})

test('a page is packed once', async () => {
  const page = (await new PageCache().get('1', 'a', async () => 'page '.repeat(1000)))!
  expect(await page.packed()).toBe(await page.packed())
  expect((await page.packed()).length).toBeLessThan(page.bytes.length / 10)
})
