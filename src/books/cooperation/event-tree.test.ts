import { expect, test } from 'vitest'
import { branchOf, eventsIn, newestFirst } from './event-tree.ts'
import type { CooperationEvent, CooperationRecord } from './records.ts'

const event = (number: number, parent: number | null, given: Partial<CooperationEvent> = {}): CooperationRecord<'event'> => ({
  ...({ kind: 'event', number, publishedAt: null, revision: 1 } as const),
  content: {
    ...({ kind: 'meeting', parent, title: {}, place: {}, country: '', timeZone: '', dated: '', isDateInferred: false } as const),
    ...({ startsAt: '', endsAt: '', state: 'held', brief: {}, protocol: { state: 'none', points: [] } } as const),
    ...given,
  },
})

test('what lies within an event, however deep, in the order of time', () => {
  const all = [
    event(1, null),
    event(2, 1),
    event(3, 1, { startsAt: '2016-04-05T10:00' }),
    event(4, 1, { dated: '2016-04' }),
    event(5, 4),
    event(6, null),
  ]
  expect(eventsIn(branchOf(all[0]!, all)).map(({ number }) => number)).toEqual([1, 4, 5, 3, 2])
})

test('events that hold each other do not hold the page', () => {
  const all = [event(1, 2), event(2, 1)]
  expect(eventsIn(branchOf(all[0]!, all)).map(({ number }) => number)).toEqual([1, 2])
})

test('newest first, those without a day last', () => {
  const all = [event(1, null), event(2, null, { dated: '2016' }), event(3, null, { startsAt: '2024-03-01T09:00' })]
  expect(all.sort(newestFirst).map(({ number }) => number)).toEqual([3, 2, 1])
})
