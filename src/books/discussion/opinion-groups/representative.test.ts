import { expect, test } from 'vitest'
import { madeConversation, shuffled } from '../../../../test/support/made-conversation.ts'
import { opinionGroups } from './opinion-groups.ts'
import { representativeStatements } from './representative.ts'
import { countTallies } from './tallies.ts'
import { voteTable, type Choice, type Vote } from './vote-table.ts'

const none = () => false

test('a statement that one group agrees with and the other does not represents both, each in its direction', () => {
  const list = Array.from({ length: 80 }, (_, participant): Vote[] => {
    const own: Choice = participant < 40 ? 1 : -1
    const odd: Choice = participant % 4 === 0 ? 0 : own
    return [
      { participant, statement: 0, choice: odd },
      { participant, statement: 1, choice: 1 },
    ]
  })
  const groupOf = Int8Array.from({ length: 80 }, (_, participant) => (participant < 40 ? 0 : 1))
  const [first, second] = representativeStatements(countTallies(voteTable(list.flat(), 80, 2), groupOf, 2), 2, none)
  expect(first).toMatchObject([{ statement: 0, direction: 'agree', agreeShare: 0.75, otherShare: 0 }])
  expect(second).toMatchObject([{ statement: 0, direction: 'disagree', agreeShare: 0.75, otherShare: 0 }])
  expect(first![0]!.z).toBeCloseTo(6.9282, 3)
  expect(first![0]!.q).toBeLessThan(1e-9)
})

test('with less than ten votes on a side nothing is said', () => {
  const list = Array.from({ length: 18 }, (_, participant): Vote => ({ participant, statement: 0, choice: participant < 9 ? 1 : -1 }))
  const groupOf = Int8Array.from({ length: 18 }, (_, participant) => (participant < 9 ? 0 : 1))
  expect(representativeStatements(countTallies(voteTable(list, 18, 1), groupOf, 2), 2, none)).toEqual([[], []])
})

test('of shuffled groups at most one statement in twenty is left', () => {
  const { votes } = madeConversation(400, 100, 3, 31)
  const { k, groupOf, groups } = opinionGroups(votes, { draws: 0 })
  const real = groups.reduce((sum, one) => sum + one.representative.length, 0)
  expect(real).toBeGreaterThan(50)
  const left = Array.from(
    { length: 20 },
    (_, seed) => representativeStatements(countTallies(votes, Int8Array.from(shuffled([...groupOf], seed)), k), k, none).flat().length,
  )
  expect(left.reduce((sum, one) => sum + one, 0) / left.length).toBeLessThanOrEqual(0.05 * real)
})
