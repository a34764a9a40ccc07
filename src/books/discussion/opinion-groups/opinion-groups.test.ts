import { describe, expect, test } from 'vitest'
import { madeConversation, shuffled } from '../../../../test/support/made-conversation.ts'
import { adjustedRandIndex } from '../../../kernel/adjusted-rand-index.ts'
import { opinionGroups } from './opinion-groups.ts'
import { placeOf } from './place-of.ts'
import { resultBytes } from './result-bytes.ts'
import { voteTable, type Vote } from './vote-table.ts'

const made = madeConversation(300, 60, 2, 3)
const result = opinionGroups(made.votes)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const votesOf = (list: readonly Vote[], participant: number) => list.filter((vote) => vote.participant === participant)

describe('groups', () => {
  test.each([2, 3, 4])('%i that are there are found', (k) => {
    const { votes, truth } = madeConversation(400, 80, k, 20 + k)
    const found = opinionGroups(votes, { draws: 5 })
    expect(found.k).toBe(k)
    expect(adjustedRandIndex(truth, found.groupOf)).toBeGreaterThan(0.85)
    expect(Math.min(...found.groups.map((one) => one.stability ?? 0))).toBeGreaterThan(0.75)
  })

  test.each([60, 150, 600])('among %i people who toss a coin there are none', (people) => {
    for (const seed of [1, 2, 3]) {
      const { votes } = madeConversation(people, 60, 0, seed)
      const found = opinionGroups(votes, { draws: 0 })
      expect({ k: found.k, groups: found.groups, someone: found.groupOf.some((one) => one >= 0) }).toEqual({
        k: 0,
        groups: [],
        someone: false,
      })
      expect(found.candidates.map((one) => one.k)).toEqual([2, 3, 4, 5])
    }
  })

  test('less than ten people are no group, however far from the others', () => {
    // All agree with every second statement and with no other, but for nine people who say the opposite.
    const { list } = madeConversation(300, 40, 0, 5)
    const united = list.map((vote): Vote => ({ ...vote, choice: vote.participant < 9 === (vote.statement % 2 === 0) ? -1 : 1 }))
    const found = opinionGroups(voteTable(united, 300, 40), { draws: 0 })
    const counted = Array.from({ length: 9 }, (_, row) => votesOf(united, row).length >= 7).filter(Boolean).length
    expect(found.candidates[0]).toMatchObject({ k: 2, chosen: false })
    expect(found.candidates[0]!.sizes[1]).toBe(counted)
    expect(found.groups.every((one) => one.size >= 10)).toBe(true)
  })

  test('are numbered by size, and everybody counted is in one', () => {
    const sizes = result.groups.map((one) => one.size)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(result.participantsCounted)
    expect([...result.groupOf].filter((one) => one === 0).length).toBe(sizes[0])
  })
})

describe('the same votes', () => {
  const bytes = textOf(resultBytes(made.votes, result))

  test.each([1, 2, 3])('in another order of arrival and of people give the same result, byte for byte (%i)', (seed) => {
    const newNumber = shuffled(
      Array.from({ length: 300 }, (_, one) => one),
      seed,
    )
    const list = shuffled(made.list, seed).map((vote) => ({ ...vote, participant: newNumber[vote.participant]! }))
    const votes = voteTable(list, 300, 60)
    const again = opinionGroups(votes)
    expect(textOf(resultBytes(votes, again)) === bytes).toBe(true)
    const renamed = Array.from({ length: 300 }, (_, participant) => again.groupOf[newNumber[participant]!]!)
    expect(adjustedRandIndex(result.groupOf, renamed)).toBe(1)
  })

  test('in batches, with votes changed in between, give what the last votes give', () => {
    const changed = made.list.map((vote): Vote => ({ ...vote, choice: vote.choice === 1 ? -1 : 1 }))
    const votes = voteTable([...changed.slice(0, 500), ...made.list], 300, 60)
    expect(textOf(resultBytes(votes, opinionGroups(votes))) === bytes).toBe(true)
  })

  test('but for one give another result', () => {
    const [first, ...rest] = made.list
    const votes = voteTable([{ ...first!, choice: first!.choice === 1 ? -1 : 1 }, ...rest], 300, 60)
    expect(textOf(resultBytes(votes, opinionGroups(votes))) === bytes).toBe(false)
  })
})

describe('a statement that moderation removed', () => {
  const removed = new Set([3, 17])
  const moderated = opinionGroups(voteTable(made.list, 300, 60, removed), { draws: 0 })
  const without = opinionGroups(
    voteTable(
      made.list.filter((vote) => !removed.has(vote.statement)),
      300,
      60,
      removed,
    ),
    { draws: 0 },
  )

  test('leaves no trace on the map, also not in who has votes enough', () => {
    expect(moderated.groupOf).toEqual(without.groupOf)
    expect(moderated.places).toEqual(without.places)
    expect(moderated.participantsCounted).toBe(without.participantsCounted)
    expect(opinionGroups(made.votes, { draws: 0 }).places).not.toEqual(moderated.places)
  })

  test('represents nobody, unites nobody and is scored by nothing; its votes are still counted', () => {
    const shown = [...moderated.consensus, ...moderated.groups.flatMap((one) => one.representative)].map((one) => one.statement)
    expect(shown.filter((one) => removed.has(one))).toEqual([])
    expect(moderated.statements[3]).toMatchObject({ commonGround: null, groupAwareConsensus: null, divisive: null })
    expect(moderated.statements[3]!.agree).toBe(made.list.filter((vote) => vote.statement === 3 && vote.choice === 1).length)
  })
})

describe.each(['bagdar', 'polis'] as const)('own place in mode %s', (mode) => {
  const map = opinionGroups(made.votes, { mode, draws: 0 })

  test('is where the map has everybody, with their group', () => {
    for (let participant = 0; participant < 300; participant += 7) {
      const place = placeOf(map, votesOf(made.list, participant))
      const isCounted = map.groupOf[participant]! >= 0
      expect(place !== null).toBe(isCounted)
      if (!isCounted) continue
      expect(place?.x).toBeCloseTo(map.places[2 * participant]!, 4)
      expect(place?.y).toBeCloseTo(map.places[2 * participant + 1]!, 4)
      expect(place?.opinionGroup).toBe(map.groupOf[participant])
    }
  })

  test('is nowhere with too few votes', () => {
    expect(placeOf(map, votesOf(made.list, 0).slice(0, 6))).toBeNull()
  })
})

test('nobody, nothing and one of each are no reason to break', () => {
  for (const mode of ['bagdar', 'polis'] as const) {
    for (const votes of [voteTable([], 0, 0), voteTable([], 5, 5), voteTable([{ participant: 0, statement: 0, choice: 1 }], 1, 1)]) {
      const found = opinionGroups(votes, { mode })
      expect(found.k).toBe(0)
      expect(found.statements.length).toBe(votes.statements)
    }
  }
})
