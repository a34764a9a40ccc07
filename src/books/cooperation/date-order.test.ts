import { describe, expect, test } from 'vitest'
import { dayOfPromise, futureProblems, isSurelyBefore, orderProblems } from './date-order.ts'
import { fillRecord } from './fill-record.ts'
import type { RecordKind } from './records.ts'

/** The least that a form of each kind needs, and these fields. */
const given: Readonly<Partial<Record<RecordKind, Readonly<Record<string, string>>>>> = {
  event: { 'title.kk': 'Сапар', kind: 'visit', state: 'planned', timeZone: 'Asia/Bangkok' },
  membership: { person: '1', partner: '1', 'role.kk': 'Әкім' },
  agreement: { 'title.kk': 'Келісім', kind: 'memorandum', parties: '1' },
  project: { 'title.kk': 'Жоба', stage: 'preparation', type: 'construction' },
}
const problemsIn = (kind: RecordKind, form: Readonly<Record<string, string>>): Array<string | undefined> =>
  fillRecord(kind, { ...given[kind], ...form }, null).problems.map(({ code, field }) => `${code} ${field ?? ''}`)

describe('the end is not before the beginning', () => {
  test.each<[RecordKind, Record<string, string>, string[]]>([
    ['event', { startsAt: '2026-04-04T10:00', endsAt: '2026-04-04T09:59' }, ['end_before_begin endsAt']],
    ['event', { startsAt: '2026-04-04T10:00', endsAt: '2026-04-04T10:00' }, []],
    ['event', { dated: '2026-04', endsAt: '2026-03-31T23:00' }, ['end_before_begin endsAt']],
    ['event', { dated: '2026-04', endsAt: '2026-04-01T00:00' }, []],
    ['membership', { from: '2016', until: '2015-12-31' }, ['end_before_begin until']],
    ['membership', { from: '2016-08', until: '2016' }, []],
    ['membership', { from: '2016', until: '2016-01-01' }, []],
    ['project', { from: '2026-05-02', until: '2026-05-01' }, ['end_before_begin until']],
    ['agreement', { signedOn: '2019-05', until: '2019-04-30' }, ['until_before_signed until']],
    ['agreement', { signedOn: '2019-05', until: '2019-05-01' }, []],
    ['agreement', { signedOn: '2019-05-07', inForceFrom: '2020', until: '2019-12' }, ['until_before_in_force until']],
    ['agreement', { until: '2019' }, []],
  ])('%s %j', (kind, form, problems) => expect(problemsIn(kind, form)).toEqual(problems))

  test('the message has both days', () => {
    const event = { startsAt: '2026-04-04T10:00', endsAt: '2026-04-03T10:00', dated: '' }
    expect(orderProblems('event', event as never)[0]?.details).toEqual({ value: '2026-04-03 10:00', begin: '2026-04-04 10:00' })
  })

  test('what is no date is told once, and not that it comes before another', () => {
    expect(problemsIn('membership', { from: '2016', until: '1.1.15' })).toEqual(['date_unreadable until'])
    expect(problemsIn('event', { startsAt: '2026-04-04T10:00', endsAt: '0000-13-45T99:99' })).toEqual(['time_unreadable endsAt'])
  })
})

describe('nothing was done on a day that is still to come', () => {
  // 01:30 on the 24th in Bangkok, 23:30 on the 23rd in Almaty.
  const at = new Date('2026-11-23T18:30:00Z')
  const future = (kind: RecordKind, form: Readonly<Record<string, string>>): string[] =>
    futureProblems(kind, fillRecord(kind, { ...given[kind], ...form }, null).content, at, 'Asia/Almaty').map(({ code }) => code)

  test.each<[string, RecordKind, Record<string, string>, string[]]>([
    ['held next year', 'event', { state: 'held', dated: '2027' }, ['held_in_future']],
    ['held this year', 'event', { state: 'held', dated: '2026' }, []],
    ['held next month', 'event', { state: 'held', dated: '2026-12' }, ['held_in_future']],
    ['planned for next year', 'event', { state: 'planned', dated: '2027' }, []],
    ['held today in Bangkok', 'event', { state: 'held', startsAt: '2026-11-24T01:00' }, []],
    ['held tomorrow in Almaty', 'event', { state: 'held', startsAt: '2026-11-24T01:00', timeZone: '' }, ['held_in_future']],
    ['in a zone that there is not', 'event', { state: 'held', startsAt: '2026-11-25T01:00', timeZone: 'Nowhere' }, ['held_in_future']],
    ['signed today', 'agreement', { signedOn: '2026-11-23' }, []],
    ['signed tomorrow', 'agreement', { signedOn: '2026-11-24' }, ['signed_in_future']],
    ['in force next year', 'agreement', { signedOn: '2026', inForceFrom: '2027' }, []],
    ['promised tomorrow', 'commitment', { madeOn: '2026-11-24' }, ['promised_in_future']],
    ['no date', 'commitment', { madeOn: 'ертең' }, []],
  ])('%s', (_, kind, form, codes) => expect(future(kind, form)).toEqual(codes))
})

test('a promise is as old as it says, or as its event', () => {
  const event = { startsAt: '2016-04-05T10:00', dated: '2016-04' }
  expect(dayOfPromise({ madeOn: '2016-03' }, event)).toBe('2016-03')
  expect(dayOfPromise({ madeOn: '' }, event)).toBe('2016-04-05')
  expect(dayOfPromise({ madeOn: '' }, null)).toBe('')
  expect(isSurelyBefore('2016-04-04', '')).toBe(false)
})
