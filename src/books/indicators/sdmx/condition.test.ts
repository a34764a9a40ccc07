import { expect, test } from 'vitest'
import { meets, readCondition } from './condition.ts'

// The table of examples in the standard (sdmx-rest, doc/data.md), with the values for which each holds.
const values = ['A', 'B', 'C', 'D']
test.each([
  ['A', 'A'],
  ['A,B', 'AB'],
  ['ge:B', 'BCD'],
  ['ge:B+le:C', 'BC'],
  ['A,B+C', 'A'],
  ['ge:A+le:A,ge:C+le:D', 'ACD'],
  ['ne:A,B', 'BCD'],
  ['ne:A+B', 'B'],
  ['ne:A,ne:B', 'ABCD'],
  ['ne:A+ne:B', 'CD'],
])('c[X]=%s holds for %s', (asked, wanted) => {
  expect(values.filter((value) => meets(readCondition('X', asked), value)).join('')).toBe(wanted)
})

test.each([
  ['ge:2020', ['2020', '2020-Q1', '2021', '2021-05']],
  ['le:2020-06', ['2019', '2020-Q1', '2020-05-31']],
  ['gt:2020-Q1', ['2020-Q2', '2021', '2021-05']],
  ['lt:2020', ['2019']],
])('TIME_PERIOD %s', (asked, wanted) => {
  const periods = ['2019', '2020', '2020-Q1', '2020-Q2', '2020-05-31', '2021', '2021-05']
  const found = periods.filter((period) => meets(readCondition('TIME_PERIOD', asked), period))
  expect(found).toEqual(expect.arrayContaining(wanted))
  // Compared with a walk over the days themselves.
  const firstDay = (period: string) =>
    period.length === 4
      ? `${period}-01-01`
      : period.includes('Q')
        ? `${period.slice(0, 4)}-${period.endsWith('1') ? '01' : '04'}-01`
        : period.length === 7
          ? `${period}-01`
          : period
  const [operator, limit = ''] = asked.split(':')
  if (operator === 'ge') expect(found).toEqual(periods.filter((period) => firstDay(period) >= firstDay(limit)))
})

test('a measure is compared as a number, and what is not there is only unequal', () => {
  expect(['9', '10.50', '-1'].filter((value) => meets(readCondition('OBS_VALUE', 'ge:9'), value))).toEqual(['9', '10.50'])
  expect(meets(readCondition('OBS_VALUE', '10.5'), '10.50')).toBe(true)
  expect([meets(readCondition('X', 'ne:A'), null), meets(readCondition('X', 'A'), null), meets(readCondition('X', 'lt:Z'), null)]).toEqual([
    true,
    false,
    false,
  ])
})
