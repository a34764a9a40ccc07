import { describe, expect, test } from 'vitest'
import type { CommitmentView } from './commitment-view.ts'
import { mayorStatus, type StatusParts } from './mayor-status.ts'
import type { Contents, CooperationRecord, RecordKind } from './records.ts'
import type { Status } from './status.ts'

const record = <Kind extends RecordKind>(kind: Kind, number: number, content: Partial<Contents[Kind]>) =>
  ({ kind, number, content, publishedAt: null, revision: 1 }) as CooperationRecord<Kind>

const partner = (number: number) => record('partner', number, { kind: 'city', name: { en: `Partner ${number}` } })
const commitment = (number: number, by: number[], status: Status, changes: Partial<CommitmentView> = {}) =>
  ({
    ...{ number, content: { title: { en: `Promise ${number}` } }, status, events: [], deadlines: [] },
    by: by.map((one) => ({ number: one })),
    ...changes,
  }) as unknown as CommitmentView
const event = (number: number, changes: Partial<Contents['event']>) =>
  record('event', number, { title: { en: `Event ${number}` }, parent: null, state: 'planned', startsAt: '', dated: '', ...changes })
const agreement = (number: number, changes: Partial<Contents['agreement']>) =>
  record('agreement', number, {
    parties: [1],
    title: { en: 'Memo' },
    inForceFrom: '',
    until: '',
    renewsByYears: null,
    noticeDays: null,
    ...changes,
  })
const guest = (number: number, of: number, who: number) =>
  record('attendance', number, { event: of, partner: who, person: null, onBehalfOf: null, isDelegate: false })

const nothing: StatusParts = { partners: [], commitments: [], agreements: [], events: [], attendance: [], memberships: [] }
const dayOf = (moment: string) => moment.slice(0, 10)
const status = (parts: Partial<StatusParts>, since = '2026-11-01') => mayorStatus({ ...nothing, ...parts }, '2026-11-23', since, dayOf)

describe('partner by partner', () => {
  test('each status counts in one column, what was superseded in none', () => {
    const all: Status[] = ['silent', 'confirmed', 'started', 'overdue', 'done', 'lapsed', 'withdrawn', 'superseded']
    const { partners, total } = status({ partners: [partner(1)], commitments: all.map((one, at) => commitment(at, [1], one)) })
    expect(partners[0]).toMatchObject({ signed: 0, inWork: 2, overdue: 1, noAnswer: 1, lapsed: 2, done: 1 })
    expect(total).toEqual({ signed: 0, inWork: 2, overdue: 1, noAnswer: 1, lapsed: 2, done: 1 })
  })

  test('what two promised together stands with both and counts once', () => {
    const { partners, total } = status({ partners: [partner(1), partner(2)], commitments: [commitment(1, [1, 2], 'silent')] })
    expect(partners.map(({ noAnswer }) => noAnswer)).toEqual([1, 1])
    expect(total.noAnswer).toBe(1)
  })

  test('signed is what was signed by today and has not ended, with those who signed it', () => {
    const agreements = [
      agreement(1, { signedOn: '2016' }),
      agreement(2, { signedOn: '' }),
      agreement(3, { signedOn: '2026-12-01' }),
      agreement(4, { signedOn: '2016', until: '2020-01-01' }),
    ]
    expect(status({ partners: [partner(1)], agreements }).partners[0]?.signed).toBe(1)
  })

  test('those with something overdue come first; with whom there is nothing, not at all', () => {
    const commitments = [commitment(1, [1], 'done'), commitment(2, [2], 'silent'), commitment(3, [3], 'overdue')]
    const { partners } = status({ partners: [partner(1), partner(2), partner(3), partner(4)], commitments })
    expect(partners.map((line) => line.partner.number)).toEqual([3, 2, 1])
  })
})

describe('the next visit', () => {
  const events = [
    event(1, { startsAt: '2026-12-10T09:00' }),
    event(2, { parent: 3, startsAt: '2026-12-05T09:00' }),
    event(3, { dated: '2026-12' }),
    event(4, { startsAt: '2026-11-22T09:00' }), // over
    event(5, { startsAt: '2026-11-30T09:00', state: 'cancelled' }),
  ]
  const attendance = [guest(1, 1, 1), guest(2, 2, 1), guest(3, 2, 2), guest(4, 5, 3)]
  const answer = status({ partners: [partner(1), partner(2), partner(3)], events, attendance })

  test('of all: the earliest that is planned and not over', () => expect(answer.next).toMatchObject({ number: 3, on: '2026-12' }))
  test('of each partner; a meeting is named by its visit; a cancelled one does not count', () => {
    expect(answer.partners.map(({ partner: { number }, next }) => [number, next?.number, next?.on])).toEqual([
      [1, 3, '2026-12-05'],
      [2, 3, '2026-12-05'],
    ])
  })
  test('today still counts', () => {
    expect(status({ events: [event(1, { startsAt: '2026-11-23T08:00' })] }).next?.number).toBe(1)
  })
})

describe('what changed since a day', () => {
  const parts: Partial<StatusParts> = {
    commitments: [
      commitment(1, [1], 'started', {
        events: [
          { kind: 'confirmed', enteredAt: '2026-10-31T10:00:00Z' },
          { kind: 'started', enteredAt: '2026-11-02T10:00:00Z' },
        ] as unknown as CommitmentView['events'],
        deadlines: [
          { due: '2026-12', setAt: '2026-11-01T10:00:00Z' },
          { due: '2027-01', setAt: '2026-11-20T10:00:00Z' },
        ] as unknown as CommitmentView['deadlines'],
      }),
    ],
    agreements: [agreement(1, { signedOn: '2026-11-10' })],
    events: [event(1, { state: 'held', startsAt: '2026-11-09T09:00' }), event(2, { state: 'held', dated: '2016-04' })],
  }

  test('the newest first, the day itself included', () => {
    expect(status(parts).changes.map(({ kind, on }) => [kind, on])).toEqual([
      ['deadline', '2026-11-20'],
      ['signed', '2026-11-10'],
      ['held', '2026-11-09'],
      ['event', '2026-11-02'],
      ['deadline', '2026-11-01'],
    ])
  })
  test('a deadline that was moved is told apart from a first one', () => {
    expect(status(parts).changes.flatMap((one) => (one.kind === 'deadline' ? [one.isFirst] : []))).toEqual([false, true])
  })
  test('nothing since tomorrow', () => expect(status(parts, '2026-11-24').changes).toEqual([]))
})
