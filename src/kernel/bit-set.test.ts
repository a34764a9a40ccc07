import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BitSet } from './bit-set.ts'

test('a set of bits holds what was added, and numbers it in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300)), (members) => {
      const set = new BitSet(301)
      for (const member of members) set.add(member)
      set.number()
      const sorted = members.toSorted((a, b) => a - b)
      expect(set.size).toBe(members.length)
      expect(Array.from({ length: 301 }, (_, i) => i).filter((i) => set.has(i))).toEqual(sorted)
      expect(sorted.map((member) => set.rank(member))).toEqual([...sorted.keys()])
    }),
  )
})
