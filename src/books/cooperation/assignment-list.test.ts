import { describe, expect, test } from 'vitest'
import { assignmentFilterOf, listAssignments, type AssignmentLine } from './assignment-list.ts'
import type { Status } from './status.ts'

const line = (number: number, due: string, status: Status, owner = ''): AssignmentLine => ({
  number,
  content: {
    title: { ru: `Поручение ${number}` },
    commitment: null,
    event: null,
    formOfCompletion: {},
    owner,
    coOwners: number === 3 ? 'Управление туризма' : '',
    expectedCostKzt: null,
    fundingSource: {},
  },
  due,
  timesMoved: 0,
  status,
  commitment: null,
  event: null,
})

const lines = [
  line(1, '', 'silent'),
  line(2, '2026-12', 'started', 'ӘКІМДІК'),
  line(3, '2026-11-01', 'overdue'),
  line(4, '2026-12-01', 'silent', 'Управление туризма'),
  line(5, '2026-01-01', 'done'),
]

const ask = (query: Record<string, string>) =>
  listAssignments(
    lines,
    assignmentFilterOf((name) => query[name]),
  ).map(({ number }) => number)

describe('the list of assignments', () => {
  test.each([
    { case: 'what is open, the earliest deadline first, none last; a month counts to its end', query: {}, numbers: [3, 4, 2, 1] },
    { case: 'all', query: { state: 'all' }, numbers: [5, 3, 4, 2, 1] },
    { case: 'overdue', query: { state: 'overdue' }, numbers: [3] },
    { case: 'without a deadline', query: { state: 'no_deadline' }, numbers: [1] },
    { case: 'finished', query: { state: 'finished' }, numbers: [5] },
    { case: 'of an owner or who helps, Kazakh letters in any case', query: { owner: 'управление' }, numbers: [3, 4] },
    { case: 'Kazakh letters too', query: { owner: 'әкім' }, numbers: [2] },
    { case: 'due until a day', query: { dueUntil: '2026-12-01' }, numbers: [3, 4] },
    { case: 'a query that makes no sense', query: { state: 'x', dueUntil: 'soon' }, numbers: [3, 4, 2, 1] },
  ])('$case', ({ query, numbers }) => expect(ask(query as unknown as Record<string, string>)).toEqual(numbers))
})
