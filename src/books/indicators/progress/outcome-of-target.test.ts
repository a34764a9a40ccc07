import { expect, test } from 'vitest'
import { outcomeOfTarget } from './outcome-of-target.ts'

const target = { year: 2020, value: 80 }
const points = (...pairs: [number, number][]) => pairs.map(([year, value]) => ({ year, value }))

test.each([
  { case: 'reached', series: points([2019, 70], [2020, 80]), desired: 'increase', outcome: { kind: 'reached', value: 80 } },
  { case: 'missed, by so much', series: points([2020, 74.3]), desired: 'increase', outcome: { kind: 'missed', value: 74.3, by: 5.7 } },
  { case: 'missed from above', series: points([2020, 81]), desired: 'decrease', outcome: { kind: 'missed', value: 81, by: 1 } },
  {
    case: 'Almaty’s roads: no value for 2020; 2022 does not stand in for it',
    series: points([2018, 70], [2022, 90.4]),
    desired: 'increase',
    outcome: { kind: 'no_value', lastBefore: { year: 2018, value: 70 }, laterValues: [{ year: 2022, value: 90.4 }] },
  },
  {
    case: 'reached two years late is missed',
    series: points([2020, 79], [2022, 90]),
    desired: 'increase',
    outcome: { kind: 'missed', by: 1, laterValues: [{ year: 2022, value: 90 }] },
  },
  {
    case: 'two values for the year: disputed',
    series: points([2020, 79], [2020, 81]),
    desired: 'increase',
    outcome: { kind: 'disputed', values: [79, 81] },
  },
  { case: 'the same value twice is one', series: points([2020, 81], [2020, 81]), desired: 'increase', outcome: { kind: 'reached' } },
  { case: 'no direction, no verdict', series: points([2020, 79]), desired: null, outcome: { kind: 'no_direction', value: 79 } },
  { case: 'nothing at all', series: [], desired: 'increase', outcome: { kind: 'no_value', lastBefore: null, laterValues: [] } },
] as const)('$case', ({ series, desired, outcome }) =>
  expect(outcomeOfTarget(series, desired, target)).toMatchObject({ ...outcome, target }),
)
