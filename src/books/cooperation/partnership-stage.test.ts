import { expect, test } from 'vitest'
import { partnershipOn } from './partnership-stage.ts'

const signed = { stage: 'signed', on: '2019-06-10' } as const

test.each([
  { case: 'nothing is written down', stages: [], events: [], today: '2026-01-01', state: { kind: 'none' } },
  { case: 'all of it is still to come', stages: [{ ...signed, on: '2027' }], events: [], today: '2026-01-01', state: { kind: 'none' } },
  {
    case: 'the day before 24 months are over',
    stages: [signed],
    events: [],
    today: '2021-06-09',
    state: { kind: 'reached', reached: 'signed', on: '2019-06-10' },
  },
  {
    case: '24 months are over',
    stages: [signed],
    events: [],
    today: '2021-06-10',
    state: { kind: 'dormant', reached: 'signed', on: '2019-06-10', since: '2021-06-10' },
  },
  {
    case: 'an event wakes it',
    stages: [signed],
    events: ['2018', '2025-03'],
    today: '2026-11-23',
    state: { kind: 'reached', reached: 'signed', on: '2019-06-10' },
  },
  {
    case: 'an event of a month counts up to its last day',
    stages: [signed],
    events: ['2025-03'],
    today: '2027-03-31',
    state: { kind: 'dormant', reached: 'signed', on: '2019-06-10', since: '2027-03-31' },
  },
  {
    case: 'of an event only the year is known, and it is this one',
    stages: [signed],
    events: ['2026'],
    today: '2026-11-23',
    state: { kind: 'reached', reached: 'signed', on: '2019-06-10' },
  },
  {
    case: 'a planned event does not count',
    stages: [signed],
    events: ['2026-12-01'],
    today: '2026-11-23',
    state: { kind: 'dormant', reached: 'signed', on: '2019-06-10', since: '2021-06-10' },
  },
  {
    case: 'the latest stage counts, in whatever order they stand',
    stages: [{ stage: 'active', on: '2025-05-01' }, signed],
    events: [],
    today: '2026-01-01',
    state: { kind: 'reached', reached: 'active', on: '2025-05-01' },
  },
  {
    case: 'what has ended is not dormant',
    stages: [signed, { stage: 'ended', on: '2020' }],
    events: [],
    today: '2026-01-01',
    state: { kind: 'reached', reached: 'ended', on: '2020' },
  },
  {
    case: 'without any day it cannot be dormant',
    stages: [{ stage: 'idea', on: '' }],
    events: [],
    today: '2026-01-01',
    state: { kind: 'reached', reached: 'idea', on: '' },
  },
] as const)('$case', ({ stages, events, today, state }) => {
  expect(partnershipOn(stages, events, today)).toEqual(state)
})
