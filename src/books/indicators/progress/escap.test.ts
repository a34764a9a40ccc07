import { expect, test } from 'vitest'
import { assessEscap } from './escap.ts'
import type { Desired, Trajectory } from './trajectory.ts'

const trajectory = (
  pairs: [number, number][],
  target: number | null,
  desired: Desired | null = 'increase',
  scale: number | null = null,
): Trajectory => ({
  points: pairs.map(([year, value]) => ({ year, value })),
  desired,
  baselineYear: 2015,
  target: target === null ? null : { year: 2030, value: target },
  scale,
})

test('worked by hand: 10 in 2015 and 12 in 2020, target 20: status 2, expected 16, gap 40 %', () => {
  const judgement = assessEscap(trajectory([[2015, 10], [2020, 12]], 20)) // prettier-ignore
  expect(judgement).toMatchObject({ kind: 'assessed', category: 'accelerate', currentCategory: 'slow', metNow: false })
  if (judgement.kind !== 'assessed') return
  expect(judgement.currentStatusIndex).toBeCloseTo(2, 9)
  expect(judgement.anticipated?.value).toBeCloseTo(16, 9)
  expect(judgement.gapPercent).toBeCloseTo(40, 9)
})

test.each([
  {
    case: 'on the way to more than the target: no gap',
    pairs: [
      [2015, 10],
      [2020, 15],
    ],
    target: 20,
    category: 'on_track',
  },
  {
    case: 'a gap of 10 % is still on track',
    pairs: [
      [2015, 10],
      [2020, 13],
    ],
    target: 20,
    category: 'on_track',
  },
  {
    case: 'moving away is reversal',
    pairs: [
      [2015, 10],
      [2020, 9],
    ],
    target: 20,
    category: 'reverse',
  },
  {
    case: 'standing still is a gap of exactly 100 %: accelerate',
    pairs: [
      [2015, 10],
      [2020, 10],
    ],
    target: 20,
    category: 'accelerate',
  },
  {
    case: 'met now comes before a falling trend',
    pairs: [
      [2015, 30],
      [2020, 21],
    ],
    target: 20,
    category: 'on_track',
  },
  { case: 'one value that meets the target', pairs: [[2016, 21]], target: 20, category: 'on_track' },
  {
    case: 'the target was the baseline and is held',
    pairs: [
      [2015, 20],
      [2020, 20],
    ],
    target: 20,
    category: 'held',
  },
  {
    case: 'the target was the baseline and is lost',
    pairs: [
      [2015, 20],
      [2020, 19],
    ],
    target: 20,
    category: 'lost',
  },
  {
    case: 'a target below the baseline that was left behind',
    pairs: [
      [2015, 30],
      [2020, 19],
    ],
    target: 20,
    category: 'reverse',
  },
] as { case: string; pairs: [number, number][]; target: number; category: string }[])('$case', ({ pairs, target, category }) => {
  expect(assessEscap(trajectory(pairs, target))).toMatchObject({ kind: 'assessed', category })
})

test('less is better: the mirror image gives the same', () => {
  const up = assessEscap(trajectory([[2015, 10], [2018, 13], [2020, 12]], 20)) // prettier-ignore
  const down = assessEscap({ ...trajectory([[2015, -10], [2018, -13], [2020, -12]], -20), desired: 'decrease' }) // prettier-ignore
  expect(up.kind === 'assessed' && down.kind === 'assessed' && up.gapPercent! - down.gapPercent!).toBeCloseTo(0, 9)
})

test.each([
  { case: 'nobody said which way', given: trajectory([[2015, 1], [2016, 2]], 9, null), reason: 'no_direction' },
  { case: 'no target', given: trajectory([[2015, 1], [2016, 2]], null), reason: 'no_target' },
  { case: 'no value at all', given: trajectory([], 9), reason: 'no_value' },
  { case: 'one value, target not met', given: trajectory([[2015, 1]], 9), reason: 'one_point' },
  { case: 'all values before the baseline year', given: trajectory([[2010, 1], [2014, 2]], 9), reason: 'no_baseline' },
  { case: 'two values for one year', given: trajectory([[2015, 1], [2015, 2], [2016, 3]], 9), reason: 'conflicting_values' },
  { case: 'target year before the baseline', given: { ...trajectory([[2015, 1], [2016, 2]], 9), baselineYear: 2030 }, reason: 'target_before_baseline' },
])('$case: $reason', ({ given, reason }) => expect(assessEscap(given)).toEqual({ kind: 'not_assessed', reason })) // prettier-ignore

test('what came after the target year does not count', () => {
  const before = trajectory([[2015, 10], [2020, 12]], 20) // prettier-ignore
  const after = { ...before, points: [...before.points, { year: 2031, value: 99 }] }
  expect(assessEscap(after)).toEqual(assessEscap(before))
})
