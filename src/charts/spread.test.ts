import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

test.each([
  {
    case: 'far apart they stay',
    wishes: [
      { at: 10, size: 17 },
      { at: 60, size: 17 },
    ],
    tops: [10, 60],
  },
  {
    case: 'too near they are pushed apart',
    wishes: [
      { at: 10, size: 17 },
      { at: 12, size: 17 },
    ],
    tops: [10, 27],
  },
  {
    case: 'the order given does not matter',
    wishes: [
      { at: 12, size: 17 },
      { at: 10, size: 17 },
    ],
    tops: [27, 10],
  },
  {
    case: 'at the foot they are pushed up',
    wishes: [
      { at: 90, size: 17 },
      { at: 95, size: 17 },
    ],
    tops: [66, 83],
  },
])('$case', ({ wishes, tops }) => {
  expect(spread(wishes, 100)).toEqual(tops)
})

test('as long as there is room nothing touches and nothing leaves the column', () => {
  const wish = fc.record({ at: fc.integer({ min: 0, max: 300 }), size: fc.integer({ min: 1, max: 30 }) })
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 8 }), (wishes) => {
      const tops = spread(wishes, 300)
      const placed = wishes.map(({ size }, index) => ({ top: tops[index] ?? 0, size })).sort((a, b) => a.top - b.top)
      placed.forEach(({ top, size }, index) => {
        expect(top).toBeGreaterThanOrEqual(0)
        expect(top + size).toBeLessThanOrEqual(placed[index + 1]?.top ?? 300)
      })
    }),
  )
})
