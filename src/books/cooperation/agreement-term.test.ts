import { expect, test } from 'vitest'
import { agreementTermOn } from './agreement-term.ts'

const threeYears = { signedOn: '2019-06-10', inForceFrom: '', until: '2022-06-09', renewsByYears: null, noticeDays: null }

test.each([
  { case: 'nothing is written down', given: { signedOn: '', until: '' }, today: '2026-01-01', term: ['unknown', null, 0, null] },
  { case: 'before its first day', given: {}, today: '2019-06-09', term: ['not_yet', '2022-06-09', 0, null] },
  {
    case: 'signed, but in force only later',
    given: { inForceFrom: '2020' },
    today: '2019-12-31',
    term: ['not_yet', '2022-06-09', 0, null],
  },
  { case: 'on its last day', given: {}, today: '2022-06-09', term: ['in_force', '2022-06-09', 0, null] },
  { case: 'on the day after', given: {}, today: '2022-06-10', term: ['ended', '2022-06-09', 0, null] },
  { case: 'without an end', given: { until: '' }, today: '2026-01-01', term: ['open_ended', null, 0, null] },
  {
    case: 'an end of which only the year is known',
    given: { until: '2022' },
    today: '2022-12-31',
    term: ['in_force', '2022-12-31', 0, null],
  },
  {
    case: 'it renews itself on the day after its end',
    given: { renewsByYears: 3, noticeDays: 90 },
    today: '2022-06-10',
    term: ['in_force', '2025-06-09', 1, '2025-03-11'],
  },
  {
    case: 'it has renewed itself many times',
    given: { renewsByYears: 1, noticeDays: 30 },
    today: '2026-11-23',
    term: ['in_force', '2027-06-09', 5, '2027-05-10'],
  },
  {
    case: 'the term that runs on the very day of its end',
    given: { renewsByYears: 1 },
    today: '2026-06-09',
    term: ['in_force', '2026-06-09', 4, null],
  },
  {
    case: 'of an ended agreement nobody can give notice',
    given: { noticeDays: 90 },
    today: '2026-01-01',
    term: ['ended', '2022-06-09', 0, null],
  },
  {
    case: 'a leap day comes back after four years',
    given: { until: '2020-02-29', renewsByYears: 1 },
    today: '2024-01-01',
    term: ['in_force', '2024-02-29', 4, null],
  },
] as const)('$case', ({ given, today, term: [state, endsOn, renewals, noticeBy] }) => {
  expect(agreementTermOn({ ...threeYears, ...given }, today)).toEqual({ state, endsOn, renewals, noticeBy })
})
