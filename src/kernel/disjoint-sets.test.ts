import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DisjointSets } from './disjoint-sets.ts'

test('a set is named by its least member, in whatever order its members were joined', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(19), fc.nat(19))), (pairs) => {
      const sets = new DisjointSets(20)
      for (const [a, b] of pairs) sets.join(a, b)
      // Slowly: everybody takes the least name among those whom he is joined with, until nothing changes.
      const names = Array.from({ length: 20 }, (_, i) => i)
      for (let changed = true; changed;) {
        changed = false
        for (const [a, b] of pairs) {
          const least = Math.min(names[a]!, names[b]!)
          changed ||= names[a] !== least || names[b] !== least
          names[a] = names[b] = least
        }
      }
      expect(names.map((_, i) => sets.find(i))).toEqual(names)
    }),
  )
})
