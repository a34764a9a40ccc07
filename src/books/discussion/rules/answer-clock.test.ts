import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerClock } from './answer-clock.ts'

const day = (number: number): string => new Date(Date.UTC(2026, 10, 1) + number * 86_400_000).toISOString()
const now = day(40)

test('the median of the answers, and who waits how long', () => {
  const times = [
    { writtenAt: day(0), answeredAt: day(2) },
    { writtenAt: day(0), answeredAt: day(10) },
    { writtenAt: day(1), answeredAt: day(5) },
    { writtenAt: day(39), answeredAt: null },
    { writtenAt: day(33), answeredAt: null },
    { writtenAt: day(20), answeredAt: null },
    { writtenAt: day(5), answeredAt: null },
  ]
  expect(answerClock(times, now)).toEqual({
    answered: 3,
    medianDays: 4,
    waiting: 4,
    longestWaitDays: 35,
    waits: { week: 2, month: 1, longer: 1 },
  })
})

test('nobody wrote, nobody waits', () => {
  expect(answerClock([], now)).toMatchObject({ medianDays: null, longestWaitDays: null, waiting: 0 })
})

test('the order in which they come changes nothing, and everybody is counted once', () => {
  const time = fc.record({
    writtenAt: fc.integer({ min: 0, max: 39 }).map(day),
    answeredAt: fc.option(fc.integer({ min: 0, max: 40 }).map(day)),
  })
  fc.assert(
    fc.property(fc.array(time), (times) => {
      const clock = answerClock(times, now)
      expect(answerClock(times.toReversed(), now)).toEqual(clock)
      expect(clock.answered + clock.waiting).toBe(times.length)
      expect(clock.waits.week + clock.waits.month + clock.waits.longer).toBe(clock.waiting)
      const before = times.filter(({ answeredAt }) => answeredAt !== null).length
      if (clock.medianDays !== null) expect(before).toBeGreaterThan(0)
    }),
  )
})
