import { expect, test } from 'vitest'
import type { Role } from '../accounts/role.ts'
import type { Release } from '../indicators/figure.ts'
import { listAttention, type AttentionMatter } from './attention.ts'

const city = { id: 'c' }
const as = (role: Role, department: string | null = null) => ({ memberships: [{ cityId: 'c', role, department }] })
const release = (number: number, change: Partial<Release>): Release => ({
  id: String(number),
  number,
  kind: 'import',
  title: {},
  source: 'stat',
  madeBy: 'x',
  recordedAt: '',
  status: 'published',
  publishedAt: '',
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnReason: null,
  parameters: {},
  codeVersion: '',
  files: [],
  counts: {},
  noticeCounts: {},
  ...change,
})
const problem = (kind: 'measure' | 'goal', id: string, priority: 'p1' | 'p2' | 'p3') => ({
  priority,
  code: 'x',
  details: {},
  element: { kind, id },
  field: 'x',
})
const matter: AttentionMatter = {
  today: '2026-11-22',
  departments: [{ id: 'roads', name: {}, indicators: ['11.2.1'], measures: ['m-1'] }],
  watched: [
    { indicator: '11.2.1', name: {}, periods: ['2020', '2021'] },
    { indicator: '11.2.1', name: {}, periods: ['2019', '2020'] },
    { indicator: '11.6.2', name: {}, periods: ['2020', '2021'] },
    { indicator: '11.7.1', name: {}, periods: ['2024', '2025'] },
  ],
  targets: [
    { goal: '1', name: {}, indicator: '11.2.1', state: 'missed' },
    { goal: '2', name: {}, indicator: '11.6.2', state: 'reverse' },
    { goal: '3', name: {}, indicator: '11.6.2', state: 'on' },
    { goal: '4', name: {}, indicator: null, state: 'none' },
  ],
  drafts: [
    {
      programme: 'p',
      title: {},
      problems: [problem('goal', 'g-1', 'p1'), problem('measure', 'm-1', 'p2'), problem('measure', 'm-2', 'p2')],
    },
  ],
  releases: [
    release(3, { noticeCounts: { a: 2 } }),
    release(2, { noticeCounts: { a: 9 } }),
    release(1, { source: 'who', noticeCounts: {} }),
  ],
  waitingReleases: [release(4, { status: 'draft' })],
  names: [
    { indicator: '11.2.1', name: { kk: 'а', ru: 'а', en: 'a' } },
    { indicator: '11.6.2', name: { kk: 'а' } },
  ],
  mistakes: 2,
  cooperation: {
    ...{ no_evidence: 0, overdue: 2, assignment_overdue: 1, no_protocol: 0 },
    ...{ protocol_sent: 3, notice_due: 1, no_date: 4, no_owner: 0 },
  },
}
const kinds = (role: Role, department: string | null = null) =>
  listAttention(as(role, department), city, matter).map((one) => `${one.priority} ${one.kind}`)

test('an editor sees all of it, the most urgent first', () => {
  expect(kinds('editor')).toEqual([
    'p1 draft_blocked',
    'p2 draft_incomplete',
    'p2 release_waiting',
    'p2 mistakes',
    'p2 target_missed',
    'p2 target_missed',
    'p2 notices',
    'p2 names_untranslated',
    'p3 values_due',
    'p3 values_due',
  ])
})

test('only the latest release of a source counts', () => {
  const notices = listAttention(as('editor'), city, matter).filter(({ kind }) => kind === 'notices')
  expect(notices).toEqual([{ priority: 'p2', kind: 'notices', release: 3, title: {}, count: 2 }])
})

test('a data officer sees what her department answers for', () => {
  const own = listAttention(as('data_officer', 'roads'), city, matter)
  expect(own).toEqual([
    { priority: 'p2', kind: 'draft_incomplete', programme: 'p', title: {}, count: 1 },
    { priority: 'p2', kind: 'target_missed', goal: '1', name: {} },
    { priority: 'p3', kind: 'values_due', indicator: '11.2.1', name: {}, last: '2020' },
  ])
  expect(listAttention(as('data_officer', 'parks'), city, matter)).toEqual([])
})

test.each([
  { role: 'moderator', sees: ['p2 mistakes'] },
  { role: 'international_office', sees: [...Array<string>(4).fill('p2 cooperation'), 'p3 cooperation'] },
  { role: 'administrator', sees: [] },
  { role: 'auditor', sees: [] },
] as const)('$role', ({ role, sees }) => {
  expect(kinds(role)).toEqual(sees)
})

test('a role in another city shows nothing of this one', () => {
  const elsewhere = { memberships: [{ cityId: 'other', role: 'editor' as const, department: null }] }
  expect(listAttention(elsewhere, city, matter)).toEqual([])
})

test('the international office sees what waits there, each kind once with its number', () => {
  const waits = listAttention(as('international_office'), city, matter).map((one) =>
    one.kind === 'cooperation' ? [one.wait, one.count] : one,
  )
  expect(waits).toEqual([
    ['overdue', 2],
    ['assignment_overdue', 1],
    ['protocol_sent', 3],
    ['notice_due', 1],
    ['no_date', 4],
  ])
})
