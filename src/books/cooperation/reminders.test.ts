import { describe, expect, test } from 'vitest'
import type { Role } from '../accounts/role.ts'
import { daysAfter } from './partial-date.ts'
import { lettersOf, morningIn, receiversOf, remindersOn, type Receiver, type Reminded } from './reminders.ts'

const item = (number: number, changes: Partial<Reminded> = {}, kind: 'assignment' | 'commitment' = 'assignment'): Reminded => ({
  subject: { kind, number },
  title: { ru: `Дело ${number}` },
  due: '2026-12-01',
  owner: 'Управление туризма',
  status: 'started',
  ...changes,
})

/** 2026-11-23 is a Monday. */
const monday = '2026-11-23'
const keys = (items: readonly Reminded[], today: string) => remindersOn(items, today).map(({ key }) => key)

describe('before a deadline', () => {
  test('each of the three steps is told on its day, under a key of its own', () => {
    expect(keys([item(7)], '2026-11-17')).toEqual(['assignment/7/2026-12-01/14'])
    expect(keys([item(7)], '2026-11-24')).toEqual(['assignment/7/2026-12-01/7'])
    expect(keys([item(7)], '2026-11-30')).toEqual(['assignment/7/2026-12-01/1'])
  })

  test('between them the key stays, so that a day that was missed is told the next day and nothing twice', () => {
    const days = Array.from({ length: 20 }, (_, at) => daysAfter('2026-11-15', at))
    expect([...new Set(days.flatMap((day) => keys([item(7)], day)))]).toEqual([
      'assignment/7/2026-12-01/14',
      'assignment/7/2026-12-01/7',
      'assignment/7/2026-12-01/1',
    ])
    expect(keys([item(7)], '2026-11-16')).toEqual([])
    expect(keys([item(7)], '2026-12-01')).toEqual(['assignment/7/2026-12-01/1'])
    expect(keys([item(7)], '2026-12-02')).toEqual([])
  })

  test('a month counts to its last day; a moved deadline is told anew; no deadline is not told', () => {
    expect(keys([item(7, { due: '2026-12' })], '2026-12-17')).toEqual(['assignment/7/2026-12/14'])
    expect(keys([item(7, { due: '2026-12-08' })], '2026-11-24')).toEqual(['assignment/7/2026-12-08/14'])
    expect(keys([item(7, { due: '' })], '2026-11-24')).toEqual([])
  })

  test.each(['done', 'lapsed', 'withdrawn', 'superseded'] as const)('nobody is reminded of what is %s', (status) => {
    expect(keys([item(7, { status }), item(8, { status, due: '', owner: '' }, 'commitment')], monday)).toEqual([])
  })
})

describe('on Mondays', () => {
  const items = [
    item(1, { due: '2026-10-01', status: 'overdue' }),
    item(2, { due: '', owner: '' }, 'commitment'),
    item(3, { due: '2027-01-01', owner: ' ' }, 'commitment'),
    item(4, { due: '', owner: '' }),
    item(5, { due: '2027-01-01' }, 'commitment'),
  ]
  test('what is overdue, and commitments without a date or an owner', () => {
    expect(keys(items, monday)).toEqual([
      'overdue/2026-11-23/assignment/1',
      'nameless/2026-11-23/commitment/2',
      'nameless/2026-11-23/commitment/3',
    ])
  })
  test('the next Monday once more, on the days between nothing', () => {
    expect(keys(items, '2026-11-30')).toHaveLength(3)
    for (let days = 1; days < 7; days++) expect(keys(items, daysAfter(monday, days))).toEqual([])
  })
})

describe('a morning in the city', () => {
  test.each([
    { case: 'Sunday in London is Monday in Almaty, but night', zone: 'Asia/Almaty', at: '2026-11-22T20:30:00Z', day: null },
    { case: 'eight in Almaty', zone: 'Asia/Almaty', at: '2026-11-23T03:00:00Z', day: '2026-11-23' },
    { case: 'a minute before', zone: 'Asia/Almaty', at: '2026-11-23T02:59:00Z', day: null },
    { case: 'the last minute', zone: 'Asia/Almaty', at: '2026-11-23T05:59:00Z', day: '2026-11-23' },
    { case: 'eleven', zone: 'Asia/Almaty', at: '2026-11-23T06:00:00Z', day: null },
    {
      case: 'Almaty before the change of 2024-03-01: eight was two in London',
      zone: 'Asia/Almaty',
      at: '2024-02-29T02:00:00Z',
      day: '2024-02-29',
    },
    { case: 'and after it no longer', zone: 'Asia/Almaty', at: '2024-03-01T02:00:00Z', day: null },
    { case: 'Monday morning in Auckland is Sunday in London', zone: 'Pacific/Auckland', at: '2026-11-22T20:30:00Z', day: '2026-11-23' },
    { case: 'half an hour zones', zone: 'Asia/Kolkata', at: '2026-11-23T02:30:00Z', day: '2026-11-23' },
  ])('$case', ({ zone, at, day }) => expect(morningIn(zone, new Date(at))).toBe(day))
})

describe('who is told', () => {
  const person = (personId: string, role: Role, department: string | null = null, changes: Partial<Receiver> = {}): Receiver => ({
    ...{ personId, email: `${personId}@example.org`, language: 'kk', roles: [{ role, department }], disabledAt: null },
    ...changes,
  })
  const staff = [
    person('office', 'international_office'),
    person('tourism', 'data_officer', 'tourism'),
    person('roads', 'data_officer', 'roads'),
    person('editor', 'editor'),
    person('left', 'international_office', null, { disabledAt: '2026-01-01T00:00:00Z' }),
    person('mute', 'international_office', null, { email: '' }),
  ]
  const departments = [
    { id: 'tourism', name: { kk: 'Туризм басқармасы', ru: 'Управление туризма' } },
    { id: 'roads', name: { ru: 'Управление дорог' } },
  ]
  const told = (kind: 'deadline' | 'overdue' | 'nameless', owner: string) =>
    receiversOf({ key: '', kind, item: item(1, { owner }) }, staff, departments).map(({ personId }) => personId)

  test.each([
    {
      case: 'the office, and the department by its name in any language and case',
      owner: ' туризм  БАСҚАРМАСЫ',
      who: ['office', 'tourism'],
    },
    { case: 'the office alone where the owner is no department', owner: 'Палата', who: ['office'] },
    { case: 'or where there is none', owner: '', who: ['office'] },
  ])('$case', ({ owner, who }) => expect(told('deadline', owner)).toEqual(who))

  test('the weekly list of what has no date is the office’s', () => {
    expect(told('overdue', 'Управление дорог')).toEqual(['office', 'roads'])
    expect(told('nameless', 'Управление дорог')).toEqual(['office'])
  })

  test('one letter for each person and kind, the earliest deadline first', () => {
    const reminder = (number: number, due: string) => ({ key: '', kind: 'deadline' as const, item: item(number, { due }) })
    const letters = lettersOf([
      { reminder: reminder(1, '2026-12-02'), receivers: [staff[0]!, staff[1]!] },
      { reminder: reminder(2, '2026-12-01'), receivers: [staff[0]!] },
    ])
    expect(letters.map(({ receiver, items }) => [receiver.personId, items.map(({ subject }) => subject.number)])).toEqual([
      ['office', [2, 1]],
      ['tourism', [1]],
    ])
  })
})
