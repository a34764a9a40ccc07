import { expect, test } from 'vitest'
import { PageCache } from './page-cache.ts'

test('a page is made once while the record stands', async () => {
  const cache = new PageCache()
  let made = 0
  const make = async () => `page ${++made}`
  expect(await cache.get('1', '/en/almaty', make)).toBe('page 1')
  expect(await cache.get('1', '/en/almaty', make)).toBe('page 1')
  expect(await cache.get('1', '/ru/almaty', make)).toBe('page 2')
})

test('a new release lets every page go', async () => {
  const cache = new PageCache()
  expect(await cache.get('1', '/en/almaty', async () => 'before')).toBe('before')
  expect(await cache.get('2', '/en/almaty', async () => 'after')).toBe('after')
})

test('a page that was overtaken by a release while it was made is not kept', async () => {
  const cache = new PageCache()
  let finish = (_page: string) => {}
  const slow = cache.get('1', '/en/almaty', () => new Promise((resolve) => (finish = resolve)))
  await cache.get('2', '/other', async () => 'other')
  finish('of yesterday')
  expect(await slow).toBe('of yesterday')
  expect(await cache.get('2', '/en/almaty', async () => 'of today')).toBe('of today')
})

test('what does not exist is asked for again', async () => {
  const cache = new PageCache()
  expect(await cache.get('1', '/x', async () => null)).toBeNull()
  expect(await cache.get('1', '/x', async () => 'now it is there')).toBe('now it is there')
})

test('the oldest pages go when there are too many', async () => {
  const cache = new PageCache()
  const large = 'x'.repeat(15_000_000)
  for (const key of ['a', 'b', 'c']) await cache.get('1', key, async () => large)
  expect(await cache.get('1', 'a', async () => 'made again')).toBe('made again')
  expect(await cache.get('1', 'c', async () => 'made again')).toBe(large)
})
