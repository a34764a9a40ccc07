import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter, firstDayOf, lastDayOf, parsePartialDate, yearsAfter } from './partial-date.ts'

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a day, its month and its year are read as they are, and hold the day', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (whole, length) => {
      const date = whole.slice(0, length)
      expect(parsePartialDate(` ${date}\n`)).toBe(date)
      expect(firstDayOf(date)! <= whole && whole <= lastDayOf(date)!).toBe(true)
      expect([firstDayOf(date)!, lastDayOf(date)!].map((end) => end.slice(0, length))).toEqual([date, date])
      // the day before the first and the day after the last belong to another month or year
      expect(daysAfter(firstDayOf(date)!, -1).slice(0, length)).not.toBe(date)
      expect(daysAfter(lastDayOf(date)!, 1).slice(0, length)).not.toBe(date)
    }),
  )
})

test('days later and earlier undo each other; years keep day and month', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 50 }), (whole, days, years) => {
      expect(daysAfter(daysAfter(whole, days), -days)).toBe(whole)
      const later = yearsAfter(whole, years)
      expect(Number(later.slice(0, 4)) - Number(whole.slice(0, 4))).toBe(years)
      if (!whole.endsWith('02-29')) expect(later.slice(4)).toBe(whole.slice(4))
    }),
  )
})

test.each([
  '2016-4',
  '2016-13',
  '2016-02-30',
  '2023-02-29',
  '16-04-05',
  '0000',
  '2016-04-',
  '05.04.2016',
  '2016-04-05T10:00',
  'сәуір',
  '２０１６',
])('%s is no date', (text) => expect(parsePartialDate(text)).toBeNull())

test('no date is no date, and no day', () => {
  expect([parsePartialDate(' '), firstDayOf(''), lastDayOf('')]).toEqual(['', null, null])
})

test.each([
  ['2016-02', '2016-02-29'],
  ['2100-02', '2100-02-28'],
  ['2016', '2016-12-31'],
])('the last day of %s is %s', (date, last) => expect(lastDayOf(date)).toBe(last))
