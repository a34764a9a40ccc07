import { expect, test } from 'vitest'
import { KeptReads } from './kept-reads.ts'

test('the same releases have the same name, others another', () => {
  const kept = new KeptReads()
  expect(kept.nameOf(['city', 'a', 'b'])).toBe(kept.nameOf(['city', 'a', 'b']))
  expect(new Set([['city', 'a', 'b'], ['city', 'a'], ['city'], ['other', 'a', 'b']].map((ids) => kept.nameOf(ids))).size).toBe(4)
})

test('what was read once is not read again, and a failure is not kept', async () => {
  const kept = new KeptReads()
  await expect(kept.get('1 area', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await kept.get('1 area', async () => ['KZ'])).toEqual(['KZ'])
  expect(await kept.get('1 area', () => Promise.reject(new Error('read again')))).toEqual(['KZ'])
  expect(await kept.get('2 area', async () => ['TH'])).toEqual(['TH'])
})

test('nobody changes what others are given', async () => {
  const rows = (await new KeptReads().get('1 area', async () => ['b', 'a'])) as string[]
  expect(() => rows.sort()).toThrow(TypeError)
})

test('what nobody has asked for longest goes first', () => {
  const kept = new KeptReads()
  const rows = Array.from({ length: 49_000 }, (_, at) => at)
  for (const key of ['one', 'two', 'three']) kept.keep(key, [...rows])
  expect(kept.find('one')).toHaveLength(49_000)
  kept.keep('four', [...rows])
  expect(kept.find('two')).toBeNull()
  expect(kept.find('one')).not.toBeNull()
  expect(kept.find('four')).not.toBeNull()
})
