import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weeklyMeans } from './weekly-means.ts'

const days = (year: string, from: number, values: readonly (number | null)[]) =>
  values.map((value, index) => ({ date: new Date(Date.UTC(Number(year), 0, from + index)).toISOString().slice(0, 10), value }))

test.each([
  { case: 'a full week is the mean of its seven days', measured: days('2021', 1, [1, 2, 3, 4, 5, 6, 7]), week: 0, mean: 4 },
  { case: 'four days are enough', measured: days('2021', 1, [1, 2, 3, 4]), week: 0, mean: 2.5 },
  { case: 'three days are not', measured: days('2021', 1, [1, 2, 3]), week: 0, mean: null },
  { case: 'a day without a value does not count', measured: days('2021', 1, [1, 2, 3, null]), week: 0, mean: null },
  {
    case: 'the last week takes the days that remain in a leap year',
    measured: days('2020', 358, [9, 9, 9, 9, 9, 9, 9, 9, 18]),
    week: 51,
    mean: 10,
  },
])('$case', ({ measured, week, mean }) => {
  const [year] = weeklyMeans([...measured, ...days(measured[0]?.date.slice(0, 4) ?? '', 200, [1])])
  expect(year?.weeks).toHaveLength(52)
  expect(year?.weeks[week]).toBe(mean)
})

test('years come in order, and a year without values is left out', () => {
  const years = weeklyMeans([...days('2023', 1, [1]), ...days('2022', 1, [null]), ...days('2021', 1, [1])])
  expect(years.map(({ year, days: measured }) => [year, measured])).toEqual([
    ['2021', 1],
    ['2023', 1],
  ])
})

test('the order of the days does not matter', () => {
  const year = days(
    '2022',
    1,
    Array.from({ length: 40 }, (_, index) => index),
  )
  fc.assert(
    fc.property(fc.shuffledSubarray(year, { minLength: 40 }), (shuffled) => {
      expect(weeklyMeans(shuffled)).toEqual(weeklyMeans(year))
    }),
  )
})
