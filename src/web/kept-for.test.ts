import { expect, test } from 'vitest'
import { keptFor } from './kept-for.ts'

function counting(changes: Partial<Parameters<typeof keptFor<string, string>>[0]> = {}) {
  const state = { now: 0, asked: 0 }
  const kept = keptFor<string, string>({
    milliseconds: 1000,
    most: 2,
    nameOf: (key) => key,
    ask: async (key) => `${key}${++state.asked}`,
    clock: () => state.now,
    ...changes,
  })
  return { kept, state }
}

test('a thousand who ask together ask once, and again when the answer has grown old', async () => {
  const { kept, state } = counting()
  const answers = await Promise.all(Array.from({ length: 1000 }, () => kept.get('a')))
  expect([new Set(answers), state.asked]).toEqual([new Set(['a1']), 1])
  state.now = 999
  expect(await kept.get('a')).toBe('a1')
  state.now = 1000
  expect(await kept.get('a')).toBe('a2')
})

test('what was forgotten while it was on its way is not kept', async () => {
  const { kept } = counting()
  const first = kept.get('a')
  kept.forget()
  expect([await first, await kept.get('a')]).toEqual(['a1', 'a2'])
})

test('neither a failure nor a "not yet" is kept', async () => {
  let isDown = true
  const { kept } = counting({
    ask: async () => {
      if (isDown) throw new Error('away')
      return 'not yet'
    },
    isKept: (answer) => answer !== 'not yet',
  })
  await expect(kept.get('a')).rejects.toThrow('away')
  isDown = false
  const first = kept.get('a')
  await first
  expect(kept.get('a')).not.toBe(first)
})

test('the oldest go first', async () => {
  const { kept } = counting()
  for (const key of ['a', 'b', 'c']) await kept.get(key)
  expect([await kept.get('b'), await kept.get('a')]).toEqual(['b2', 'a4'])
})
