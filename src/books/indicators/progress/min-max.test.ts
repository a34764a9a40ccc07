import { expect, test } from 'vitest'
import { assessMinMax } from './min-max.ts'
import type { Trajectory } from './trajectory.ts'

/** 41 areas with the values 0, 1 … 40: the 2.5th percentile is exactly 1, the mean of the five best 38. */
const pool = Array.from({ length: 41 }, (_, value) => ({ area: `A${value}`, value }))

const trajectory = (from: number, to: number, target: number | null = null): Trajectory => ({
  points: [
    { year: 2015, value: from },
    { year: 2020, value: to },
  ],
  desired: 'increase',
  baselineYear: 2015,
  target: target === null ? null : { year: 2030, value: target },
  scale: null,
})

test.each([
  { case: 'halfway', from: 8, to: 19.5, score: 50, category: 'on_track' },
  { case: 'below the worst is 0', from: 8, to: 0.5, score: 0, category: 'decreasing' },
  { case: 'at the mean of the five best', from: 8, to: 38, score: 100, category: 'at_best' },
  { case: 'half the pace', from: 8, to: 13, score: (100 * 12) / 37, category: 'moderately_improving' },
  { case: 'a tenth of the pace', from: 8, to: 9, score: (100 * 8) / 37, category: 'stagnating' },
])('without a target, $case', ({ from, to, score, category }) => {
  const judgement = assessMinMax(trajectory(from, to), pool)
  expect(judgement).toMatchObject({ kind: 'assessed', worst: 1, best: 38, bestFrom: 'best_areas', category })
  expect(judgement.kind === 'assessed' && judgement.score).toBeCloseTo(score, 9)
})

test('with a target, the target is the best value', () => {
  expect(assessMinMax(trajectory(8, 11, 21), pool)).toMatchObject({ best: 21, bestFrom: 'target', score: 50 })
})

test.each([
  { case: 'nine areas are too few', given: trajectory(8, 9), areas: pool.slice(0, 9), reason: 'too_few_areas' },
  { case: 'all areas alike', given: trajectory(8, 9), areas: pool.map(({ area }) => ({ area, value: 5 })), reason: 'areas_do_not_differ' },
  { case: 'all areas above the target', given: trajectory(8, 9, 0.5), areas: pool, reason: 'areas_meet_target' },
])('$case: $reason', ({ given, areas, reason }) => expect(assessMinMax(given, areas)).toEqual({ kind: 'not_assessed', reason }))

test('less is better: the worst is at the other end', () => {
  expect(assessMinMax({ ...trajectory(30, 20), desired: 'decrease' }, pool)).toMatchObject({ worst: 39, best: 2 })
})
