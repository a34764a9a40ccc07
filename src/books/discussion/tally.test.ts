import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreeShareOf, inOrder, splitByLevel, statementOrders, votesOf } from './tally.ts'

const count = fc.integer({ min: 0, max: 300 })
const votes = fc.record({ agree: count, disagree: count, pass: count })
const levels = ['mail', 'code', 'identity_provider', 'paper'] as const

describe('tallies', () => {
  test('the share of agreement lies between 0 and 1, and that of disagreement is the rest', () => {
    fc.assert(
      fc.property(votes, ({ agree, disagree, pass }) => {
        const share = agreeShareOf({ agree, disagree, pass })
        expect(share === null).toBe(agree + disagree === 0)
        if (share === null) return
        expect(share + agreeShareOf({ agree: disagree, disagree: agree, pass })!).toBeCloseTo(1, 12)
        expect(share >= 0 && share <= 1).toBe(true)
      }),
    )
  })

  test('a part of fewer than ten voters never shows, nor what it could be told from', () => {
    fc.assert(
      fc.property(fc.array(votes, { minLength: 1, maxLength: 4 }), (list) => {
        const parts = list.map((one, at) => ({ statement: 1, level: levels[at]!, ...one }))
        const small = parts.some((part) => votesOf(part) > 0 && votesOf(part) < 10)
        expect(splitByLevel(parts)).toEqual(small ? null : parts.filter((part) => votesOf(part) > 0))
      }),
    )
  })

  test.each(statementOrders)('ordered by %s it is the same statements', (order) => {
    fc.assert(
      fc.property(fc.array(votes, { maxLength: 30 }), (list) => {
        const tallies = list.map((one, at) => ({ statement: at + 1, ...one }))
        const ordered = inOrder(tallies, order)
        expect(inOrder(ordered, 'number')).toEqual(tallies)
        // The order of what was given does not matter.
        expect(inOrder(tallies.toReversed(), order)).toEqual(ordered)
      }),
    )
  })

  test('a statement of two votes does not stand before one of two hundred', () => {
    const tallies = [
      { statement: 1, agree: 2, disagree: 0, pass: 0 },
      { statement: 2, agree: 180, disagree: 20, pass: 0 },
    ]
    expect(inOrder(tallies, 'agreed').map(({ statement }) => statement)).toEqual([2, 1])
  })
})
