import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter, yearsAfter } from './partial-date.ts'
import { inForce, reportLight, statusEventKinds, statusOn, type StatusEvent } from './status.ts'

const first = '2016-04-01'
const day = fc.integer({ min: 0, max: 3000 }).map((days) => daysAfter(first, days))
const evidence = fc.option(fc.record({ source: fc.integer({ min: 1, max: 5 }), isIndependent: fc.boolean() }))

/** Events of one commitment, numbered as they were entered; a retraction names one that was entered before. */
const events: fc.Arbitrary<StatusEvent[]> = fc
  .array(fc.record({ kind: fc.constantFrom(...statusEventKinds), on: day, evidence, back: fc.nat() }), { maxLength: 8 })
  .map((all) =>
    all.map(({ kind, on, evidence: place, back }, at) =>
      kind === 'retracted' && at > 0
        ? { number: at + 1, kind, on, evidence: null, retracts: (back % at) + 1 }
        : { number: at + 1, kind: kind === 'retracted' ? 'reported' : kind, on, evidence: place, retracts: null },
    ),
  )
const shuffled = events.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
const due = fc.oneof(fc.constant(''), day)
const isOpen = (status: string): boolean => ['silent', 'confirmed', 'started', 'overdue'].includes(status)

test('in whichever order events arrive, status and light are the same', () => {
  fc.assert(
    fc.property(shuffled, due, day, ([all, other], deadline, today) => {
      expect(statusOn(other, deadline, today)).toBe(statusOn(all, deadline, today))
      expect(reportLight(other, first, today)).toEqual(reportLight(all, first, today))
    }),
    { numRuns: 500 },
  )
})

test('an event that is taken back counts as if it had never been', () => {
  fc.assert(
    fc.property(events, fc.nat(), due, day, (all, which, deadline, today) => {
      const wrong = all.filter(({ kind }) => kind !== 'retracted')[which % Math.max(1, all.length)]
      if (wrong === undefined) return
      const retraction: StatusEvent = { number: all.length + 1, kind: 'retracted', on: today, evidence: null, retracts: wrong.number }
      const without = all.filter((one) => one !== wrong)
      expect(statusOn([...all, retraction], deadline, today)).toBe(statusOn(without, deadline, today))
      expect(reportLight([...all, retraction], first, today)).toEqual(reportLight(without, first, today))
    }),
    { numRuns: 500 },
  )
})

test('nothing is done without a source other than that of the promise', () => {
  fc.assert(
    fc.property(events, due, day, (all, deadline, today) => {
      const own = all.map((event) => ({ ...event, evidence: event.evidence && { ...event.evidence, isIndependent: false } }))
      expect(statusOn(own, deadline, today)).not.toBe('done')
    }),
    { numRuns: 500 },
  )
})

test('the light is green only after a report with a place in another source than the promise, within the last year', () => {
  fc.assert(
    fc.property(events, fc.oneof(fc.constant(''), day), day, (all, madeOn, today) => {
      const { light } = reportLight(all, madeOn, today)
      const recent = inForce(all, today).some(({ evidence: place, on }) => place?.isIndependent === true && today <= yearsAfter(on, 1))
      expect(light === 'green').toBe(recent && isOpen(statusOn(all, '', today)))
    }),
    { numRuns: 500 },
  )
})

test('what the source of the promise says of it is no report: the light is that of the promise alone', () => {
  fc.assert(
    fc.property(events, fc.oneof(fc.constant(''), day), day, (all, madeOn, today) => {
      const own = all.map((event) => ({ ...event, evidence: event.evidence && { ...event.evidence, isIndependent: false } }))
      if (!isOpen(statusOn(own, '', today))) return
      expect(reportLight(own, madeOn, today)).toEqual(reportLight([], madeOn, today))
    }),
    { numRuns: 500 },
  )
})

test('what was not heard of is silent, late or not, and never anything else', () => {
  fc.assert(
    fc.property(due, day, (deadline, today) => {
      expect(['silent', 'overdue']).toContain(statusOn([], deadline, today))
    }),
  )
})

test('a deadline makes nothing overdue that is closed, and nothing on its own last day', () => {
  fc.assert(
    fc.property(events, due, day, (all, deadline, today) => {
      const status = statusOn(all, '', today)
      if (!isOpen(status)) expect(statusOn(all, deadline, today)).toBe(status)
      if (deadline !== '') expect(statusOn([], deadline, deadline)).toBe('silent')
    }),
  )
})

test.each([
  { case: 'what is to come does not count', on: '2026-11-24', today: '2026-11-23', status: 'silent' },
  { case: 'on its day it does', on: '2026-11-23', today: '2026-11-23', status: 'done' },
])('$case', ({ on, today, status }) => {
  const event: StatusEvent = { number: 1, kind: 'done', on, evidence: { source: 2, isIndependent: true }, retracts: null }
  expect(statusOn([event], '', today)).toBe(status)
})

test('what is done or given up is closed, however long ago the last report was; what is open never is', () => {
  fc.assert(
    fc.property(events, fc.oneof(fc.constant(''), day), due, day, (all, madeOn, deadline, today) => {
      const { light } = reportLight(all, madeOn, today)
      expect(light === 'closed').toBe(!isOpen(statusOn(all, deadline, today)))
    }),
    { numRuns: 500 },
  )
  const done: StatusEvent = { number: 1, kind: 'done', on: '2017-01-01', evidence: { source: 2, isIndependent: true }, retracts: null }
  expect(reportLight([done], '2016', '2026-11-23')).toEqual({ light: 'closed', since: null, of: null })
})

test.each([
  { case: 'a promise alone is yellow', events: 0, today: '2016-12-31', light: 'yellow', since: '2016-04', of: 'promise' },
  {
    case: 'not inactive while it may have been made later in the month',
    events: 0,
    today: '2018-04-29',
    light: 'yellow',
    since: '2016-04',
    of: 'promise',
  },
  { case: 'and inactive after two years', events: 0, today: '2018-04-30', light: 'red', since: '2016-04', of: 'promise' },
  { case: 'a report is green for a year', events: 1, today: '2018-01-01', light: 'green', since: '2017-01-01', of: 'report' },
  { case: 'then yellow', events: 1, today: '2018-01-02', light: 'yellow', since: '2017-01-01', of: 'report' },
  { case: 'then red', events: 1, today: '2019-01-01', light: 'red', since: '2017-01-01', of: 'report' },
])('$case', ({ events: count, today, light, since, of }) => {
  const report: StatusEvent = {
    number: 1,
    kind: 'reported',
    on: '2017-01-01',
    evidence: { source: 2, isIndependent: true },
    retracts: null,
  }
  expect(reportLight([report].slice(0, count), '2016-04', today)).toEqual({ light, since, of })
})

test('without a day of the promise and without a report nothing is assessed', () => {
  expect(reportLight([], '', '2026-11-23')).toEqual({ light: 'not_assessed', since: null, of: null })
})
