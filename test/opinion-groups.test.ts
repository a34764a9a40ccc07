import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { countTallies } from '../src/books/discussion/opinion-groups/tallies.ts'
import { adjustedRandIndex } from '../src/kernel/adjusted-rand-index.ts'
import { holdOut } from '../src/books/discussion/opinion-groups/hold-out.ts'
import { opinionGroups } from '../src/books/discussion/opinion-groups/opinion-groups.ts'
import { representativeStatements } from '../src/books/discussion/opinion-groups/representative.ts'
import { rowsOf } from '../src/books/discussion/opinion-groups/vote-table.ts'
import { shuffled } from './support/made-conversation.ts'
import { conversations, hasConversations, readConversation } from './support/polis-conversations.ts'

/** Groups that the slow, literal version of the published method finds: `bench/opinion-groups-reference.py`. */
function referenceOf(name: string): { k: number; silhouette: number; groupOf: number[] } {
  const file = path.join(import.meta.dirname, 'golden/opinion-groups', `${name}.json`)
  const { k, silhouette, groupOf } = JSON.parse(fs.readFileSync(file, 'utf8')) as { k: number; silhouette: number; groupOf: string }
  return { k, silhouette, groupOf: [...groupOf].map((one) => (one === '-' ? -1 : Number(one))) }
}

const names = conversations.map((one) => one.name)

describe.skipIf(!hasConversations).each(conversations)('$name in mode polis, where the shared data are', ({ name, published }) => {
  test('has the groups of the literal reference, person by person', () => {
    const { votes } = readConversation(name)
    const reference = referenceOf(name)
    const found = opinionGroups(votes, { mode: 'polis', draws: 0 })
    expect(found.k).toBe(reference.k)
    expect(adjustedRandIndex(reference.groupOf, found.groupOf)).toBe(1)
    expect([...found.groupOf].map((one) => one < 0)).toEqual(reference.groupOf.map((one) => one < 0))
    expect(found.candidates.find((one) => one.chosen)?.silhouette).toBeCloseTo(reference.silhouette, 5)
  })

  test(`is as near as it can be to the groups that Polis published: ${published}`, () => {
    const { votes, publishedGroupOf } = readConversation(name)
    const { groupOf } = opinionGroups(votes, { mode: 'polis', draws: 0 })
    expect(adjustedRandIndex(publishedGroupOf!, groupOf)).toBeGreaterThanOrEqual(published)
  })
})

describe.skipIf(!hasConversations).each(names)('%s in mode bagdar, where the shared data are', (name) => {
  test('has the same groups whoever came first', () => {
    const { votes } = readConversation(name)
    const found = opinionGroups(votes, { draws: 0 })
    for (const seed of [1, 2, 3]) {
      const order = Int32Array.from(
        shuffled(
          Array.from({ length: votes.participants }, (_, row) => row),
          seed,
        ),
      )
      const again = opinionGroups(rowsOf(votes, order), { draws: 0 })
      expect(again.candidates).toEqual(found.candidates)
      expect(again.groupOf).toEqual(Int8Array.from(order, (row) => found.groupOf[row]!))
    }
  })

  test('guesses hidden votes better than the map of Polis', () => {
    const { votes } = readConversation(name)
    const [own, polis] = [holdOut(votes, 'bagdar', 4)!, holdOut(votes, 'polis', 4)!]
    expect(own.guessed).toBe(polis.guessed)
    expect(own.accuracy).toBeGreaterThan(polis.accuracy)
  })

  test('keeps at most one representative statement in twenty when groups are shuffled', () => {
    const { votes } = readConversation(name)
    const { k, groupOf, groups } = opinionGroups(votes, { draws: 0 })
    const real = groups.reduce((sum, one) => sum + one.representative.length, 0)
    const rows = [...groupOf.keys()].filter((row) => groupOf[row]! >= 0)
    const isRemoved = (statement: number): boolean => votes.removed.has(statement)
    const left = [1, 2, 3, 4, 5].map((seed) => {
      const labels = new Int8Array(votes.participants).fill(-1)
      for (const [i, row] of shuffled(rows, seed).entries()) labels[row] = groupOf[rows[i]!]!
      return representativeStatements(countTallies(votes, labels, k), k, isRemoved).flat().length
    })
    expect(left.reduce((sum, one) => sum + one, 0) / left.length).toBeLessThanOrEqual(0.05 * real)
  })
})

test.skipIf(!hasConversations)(
  'where there are clear groups they come back among people drawn anew; where there are none, there are none',
  () => {
    const found = names.map((name) => opinionGroups(readConversation(name).votes, { draws: 10 }))
    expect(found.map((one) => one.k)).toEqual([2, 2, 2, 0, 2])
    for (const { groups } of found) for (const { stability } of groups) expect(stability).toBeGreaterThan(0.75)
  },
)
