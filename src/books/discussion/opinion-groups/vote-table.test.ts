import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countTallies, tallyAt } from './tallies.ts'
import { rowsOf, voteTable, type Choice } from './vote-table.ts'

const [participants, statements, k] = [9, 7, 3]
const votes = fc.array(
  fc.record({
    participant: fc.integer({ min: 0, max: participants - 1 }),
    statement: fc.integer({ min: 0, max: statements - 1 }),
    choice: fc.constantFrom<Choice>(-1, 0, 1),
  }),
  { maxLength: 150 },
)
const groupOf = fc.array(fc.integer({ min: -1, max: k - 1 }), { minLength: participants, maxLength: participants })

test('tallies are what one counts vote by vote, the last vote of each on each', () => {
  fc.assert(
    fc.property(votes, groupOf, (list, labels) => {
      const last = new Map(list.map((vote) => [`${vote.participant} ${vote.statement}`, vote]))
      const slow = (statement: number, choice: Choice, group: number | null) =>
        [...last.values()].filter(
          (vote) => vote.statement === statement && vote.choice === choice && (group === null || labels[vote.participant] === group),
        ).length
      const table = voteTable(list, participants, statements)
      expect(table.choice.length).toBe(last.size)
      const tallies = countTallies(table, Int8Array.from(labels), k)
      for (let statement = 0; statement < statements; statement++) {
        const counted = (group: number | null) => ({
          agree: slow(statement, 1, group),
          disagree: slow(statement, -1, group),
          pass: slow(statement, 0, group),
        })
        expect(tallyAt(tallies.everybody, statement)).toEqual(counted(null))
        for (let group = 0; group < k; group++)
          expect(tallyAt(tallies.opinionGroups, group * statements + statement)).toEqual(counted(group))
      }
    }),
  )
})

test('every row has its statements ascending, each once', () => {
  fc.assert(
    fc.property(votes, (list) => {
      const { rowStart, statementOf } = voteTable(list, participants, statements)
      for (let row = 0; row < participants; row++) {
        const own = [...statementOf.subarray(rowStart[row], rowStart[row + 1])]
        expect(own).toEqual([...new Set(own)].toSorted((a, b) => a - b))
      }
    }),
  )
})

test('rows are copied as often as they are named', () => {
  const table = voteTable(
    [
      { participant: 0, statement: 1, choice: 1 },
      { participant: 2, statement: 0, choice: -1 },
    ],
    3,
    2,
  )
  const { rowStart, statementOf, choice } = rowsOf(table, Int32Array.of(2, 2, 0))
  expect([[...rowStart], [...statementOf], [...choice]]).toEqual([
    [0, 1, 2, 3],
    [0, 0, 1],
    [-1, -1, 1],
  ])
})

test.each([
  { vote: { participant: 3, statement: 0, choice: 1 }, says: 'Vote 0: there is no participant 3; there are 3, counted from 0.' },
  { vote: { participant: 0, statement: -1, choice: 1 }, says: 'Vote 0: there is no statement -1; there are 2, counted from 0.' },
  { vote: { participant: 0, statement: 0, choice: 2 }, says: 'Vote 0: 2 is not a vote. It is 1, -1 or 0.' },
])('$says', ({ vote, says }) => {
  expect(() => voteTable([{ ...vote, choice: vote.choice as Choice }], 3, 2)).toThrow(says)
})
