import { expect, test } from 'vitest'
import type { Desired, Trajectory } from './trajectory.ts'
import { assessUnsd2023 } from './unsd-2023.ts'

const trajectory = (
  pairs: [number, number][],
  target: number | null,
  desired: Desired = 'increase',
  scale: number | null = null,
): Trajectory => ({
  points: pairs.map(([year, value]) => ({ year, value })),
  desired,
  baselineYear: 2015,
  target: target === null ? null : { year: 2030, value: target },
  scale,
})

test('worked by hand: 100 to 110.25 in two years is 5 % a year, 207.9 in 2030, all of the way to 200', () => {
  const judgement = assessUnsd2023(trajectory([[2015, 100], [2017, 110.25]], 200)) // prettier-ignore
  expect(judgement).toMatchObject({ category: 'met_or_on_track' })
  if (judgement.kind !== 'assessed') return
  expect(judgement.observedGrowth).toBeCloseTo(0.05, 9)
  expect(judgement.expected?.value).toBeCloseTo(100 * 1.05 ** 15, 6)
  expect(judgement.share).toBeCloseTo(1.05 ** 15 - 1, 6)
})

test.each([
  { case: '2 % a year without a target', given: trajectory([[2015, 100], [2016, 102]], null), category: 'met_or_on_track' },
  { case: '1 % a year', given: trajectory([[2015, 100], [2016, 101]], null), category: 'fair' },
  { case: '0.4 % a year', given: trajectory([[2015, 100], [2016, 100.4]], null), category: 'stagnation_or_regression' },
  { case: '1 % down where less is better', given: trajectory([[2015, 100], [2016, 99]], null, 'decrease'), category: 'fair' },
  { case: 'standing still before a target', given: trajectory([[2015, 100], [2020, 100]], 200), category: 'stagnation_or_regression' },
  { case: 'within one point of 100 %', given: trajectory([[2015, 100], [2021, 99.3]], 100, 'increase', 100), category: 'met_or_on_track' },
  { case: 'within one point of 0 %', given: trajectory([[2015, 5], [2021, 0.8]], 0, 'decrease', 100), category: 'met_or_on_track' },
  { case: '98.6 % is not within one point', given: trajectory([[2015, 99], [2021, 98.6]], 100, 'increase', 100), category: 'stagnation_or_regression' },
  { case: 'without 2015 the next year is the base', given: trajectory([[2010, 1], [2016, 100], [2017, 102]], null), category: 'met_or_on_track' },
  { case: 'the last year before, when the next would be the only one', given: trajectory([[2010, 1], [2014, 100], [2016, 102]], null), category: 'fair' },
])('$case: $category', ({ given, category }) => expect(assessUnsd2023(given)).toMatchObject({ kind: 'assessed', category })) // prettier-ignore

test.each([
  { case: 'baseline 0', given: trajectory([[2015, 0], [2020, 5]], null), reason: 'zero_baseline' },
  { case: 'change of sign', given: trajectory([[2015, -1], [2020, 5]], null), reason: 'sign_change' },
  { case: 'target equals baseline, lost', given: trajectory([[2015, 100], [2023, 98.6]], 100, 'increase', 100), reason: 'target_is_baseline' },
  { case: 'target met in the baseline year and lost: the formula would call it progress', given: trajectory([[2015, 30], [2020, 19]], 20), reason: 'target_behind_baseline' },
  { case: 'one value', given: trajectory([[2016, 3]], 20), reason: 'one_point' },
])('$case: $reason', ({ given, reason }) => expect(assessUnsd2023(given)).toEqual({ kind: 'not_assessed', reason })) // prettier-ignore
