import { describe, expect, test } from 'vitest'
import type { CommitmentView } from './commitment-view.ts'
import type { Attendance, CooperationEvent, CooperationRecord, Membership } from './records.ts'
import { briefOf, delegationOf, partnersOf, programmeOf } from './visit-brief.ts'

const event = (number: number, changes: Partial<CooperationEvent> = {}): CooperationRecord<'event'> => ({
  kind: 'event',
  number,
  content: {
    kind: 'meeting',
    parent: null,
    title: { en: `Event ${number}` },
    place: {},
    country: '',
    timeZone: '',
    dated: '',
    isDateInferred: false,
    startsAt: '',
    endsAt: '',
    state: 'planned',
    brief: {},
    protocol: { state: 'none', points: [] },
    ...changes,
  },
  publishedAt: null,
  revision: 1,
})

const attendance = (number: number, of: number, changes: Partial<Attendance> = {}): CooperationRecord<'attendance'> => ({
  kind: 'attendance',
  number,
  content: { event: of, partner: null, person: null, state: 'expected', onBehalfOf: null, role: {}, isDelegate: false, ...changes },
  publishedAt: null,
  revision: 1,
})

const membership = (person: number, partner: number, from = '', until = ''): CooperationRecord<'membership'> => ({
  kind: 'membership',
  number: person,
  content: { person, partner, role: {}, from, until } satisfies Membership,
  publishedAt: null,
  revision: 1,
})

const numbers = (list: ReadonlyArray<{ number: number }>) => list.map(({ number }) => number)

describe('the programme of a visit', () => {
  const visit = event(5, { kind: 'visit', timeZone: 'Asia/Bangkok' })
  const events = [
    event(1, { parent: 7, startsAt: '2026-05-12T15:00' }), // a session of the forum, entered before it
    event(2, { parent: 5, startsAt: '2026-05-12T09:00', endsAt: '2026-05-12T10:30' }),
    event(3, { startsAt: '2026-05-12T09:00' }), // another visit's
    event(4, { parent: 5 }),
    visit,
    event(6, { parent: 5, startsAt: '2026-05-12T09:30', timeZone: 'Asia/Almaty' }),
    event(7, { parent: 5, startsAt: '2026-05-12T14:00' }),
  ]
  const programme = programmeOf(visit, events, 'Asia/Almaty')

  test('has everything below the visit, in the order of the moments; what has no time stands last', () => {
    // 09:30 in Almaty is 11:30 in Bangkok.
    expect(programme.map(({ event: { number } }) => number)).toEqual([2, 6, 7, 1, 4])
  })

  test('shows each time on both clocks; a meeting without a zone is in that of the visit', () => {
    expect(programme[0]).toMatchObject({
      starts: { there: '2026-05-12T09:00', home: '2026-05-12T07:00' },
      ends: { home: '2026-05-12T08:30' },
    })
    expect(programme[1]).toMatchObject({ starts: { there: '2026-05-12T09:30', home: '2026-05-12T09:30' } })
    expect(programme.at(-1)?.starts).toBeNull()
  })

  test('a tree that leads back to itself ends', () => {
    const circle = [event(1, { parent: 2 }), event(2, { parent: 1 })]
    expect(programmeOf(circle[0]!, circle, 'UTC').map((line) => line.event.number)).toEqual([2])
  })

  test('its delegation: members of the visit first, each person once', () => {
    const all = [
      attendance(1, 2, { person: 8, isDelegate: true }),
      attendance(2, 5, { person: 9, isDelegate: true }),
      attendance(3, 2, { person: 9, isDelegate: true }),
      attendance(4, 2, { person: 10 }),
      attendance(5, 3, { person: 11, isDelegate: true }),
    ]
    expect(numbers(delegationOf(5, programme, all))).toEqual([2, 1])
  })
})

describe('whom somebody stands for', () => {
  const offices = [membership(1, 20, '2015', '2016-10'), membership(1, 21, '2016-11')]
  test.each([
    { case: 'the office held that day', on: '2016-04-04', partners: [20] },
    { case: 'the last month counts', on: '2016-10-31', partners: [20] },
    { case: 'the next office', on: '2016-11-01', partners: [21] },
    { case: 'no day known: both', on: '', partners: [20, 21] },
  ])('$case', ({ on, partners }) => expect(partnersOf(attendance(1, 1, { person: 1 }).content, offices, on)).toEqual(partners))

  test('who speaks for an absent party stands for both', () => {
    expect(partnersOf(attendance(1, 1, { partner: 20, onBehalfOf: 22 }).content, [], '')).toEqual([20, 22])
  })
})

describe('the brief of a meeting', () => {
  const meeting = event(9, { startsAt: '2026-05-12T09:00', timeZone: 'Asia/Bangkok' })
  const events = [
    meeting,
    event(1, { dated: '2016-04', state: 'held' }),
    event(2, { dated: '2024-06-01', state: 'held' }),
    event(3, { dated: '2025', state: 'held' }), // with somebody else
    event(4, { dated: '2025-01-01', state: 'cancelled' }),
    event(5, { dated: '2027-01-01', state: 'held' }), // later
  ]
  const all = [
    attendance(1, 9, { partner: 20 }),
    attendance(2, 9, { partner: 30, isDelegate: true }),
    attendance(8, 9, { partner: 50 }), // our own administration, listed among the guests
    attendance(9, 3, { partner: 50 }),
    attendance(3, 1, { person: 1 }),
    attendance(4, 2, { partner: 20 }),
    attendance(5, 3, { partner: 40 }),
    attendance(6, 4, { partner: 20 }),
    attendance(7, 5, { partner: 20 }),
  ]
  const commitment = (number: number, by: number, to: number, status: CommitmentView['status']) =>
    ({ number, by: [{ number: by }], to: [{ number: to }], status }) as unknown as CommitmentView
  const commitments = [
    commitment(1, 20, 30, 'silent'),
    commitment(2, 30, 20, 'overdue'),
    commitment(3, 20, 30, 'done'),
    commitment(4, 40, 30, 'silent'),
  ]
  const brief = briefOf(
    { event: meeting, starts: null, ends: null },
    { own: 50, events, attendance: all, memberships: [membership(1, 20, '2015', '2016')], commitments },
  )

  test('names the other side; our own administration is no partner of ours', () => {
    expect(numbers(brief.guests)).toEqual([1, 8])
    expect(brief.partners).toEqual([20])
  })
  test('has the last contacts with them, the newest first: held, and before it', () => expect(numbers(brief.contacts)).toEqual([2, 1]))
  test('has what they owe us and we owe them, unless it is finished', () => expect(numbers(brief.open)).toEqual([1, 2]))
})
