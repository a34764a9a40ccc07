import { expect, test } from 'vitest'
import { assessOpenSdg, eurostatParameters } from './open-sdg.ts'
import type { Desired, Trajectory } from './trajectory.ts'

const trajectory = (from: number, to: number, years: number, target: number | null = null, desired: Desired = 'increase'): Trajectory => ({
  points: [
    { year: 2015, value: from },
    { year: 2015 + years, value: to },
  ],
  desired,
  baselineYear: 2015,
  target: target === null ? null : { year: 2030, value: target },
  scale: null,
})

test.each([
  { case: '2 % a year is substantial, with full score', to: 102, category: 'substantial_progress', score: 5 },
  { case: '1.5 % is just substantial', to: 101.5, category: 'substantial_progress', score: 2.5 },
  { case: '1 % is moderate', to: 101, category: 'moderate_progress', score: 1.25 },
  { case: '0.25 % is limited', to: 100.25, category: 'limited_progress', score: -1.25 },
  { case: 'no change is limited', to: 100, category: 'limited_progress', score: -2.5 },
  { case: '1 % the wrong way is deterioration', to: 99, category: 'deterioration', score: -3.75 },
  { case: '2 % the wrong way is the worst score', to: 98, category: 'deterioration', score: -5 },
])('without a target, $case', ({ to, category, score }) => {
  const judgement = assessOpenSdg(trajectory(100, to, 1))
  expect(judgement).toMatchObject({ kind: 'assessed', category })
  expect(judgement.kind === 'assessed' && judgement.score).toBeCloseTo(score, 6)
})

// The needed rate from 100 to 200 in 15 years is 2^(1/15) − 1 = 4.73 % a year.
test.each([
  { case: 'the needed rate itself', to: 100 * 2 ** (1 / 15), category: 'substantial_progress', score: 2.8572 },
  { case: 'four fifths of it', to: 100 * (1 + 0.8 * (2 ** (1 / 15) - 1)), category: 'moderate_progress', score: 1.42862 },
  { case: 'a third of it', to: 100 * (1 + (2 ** (1 / 15) - 1) / 3), category: 'limited_progress', score: -1.1111 },
  { case: 'as fast the wrong way', to: 100 * (1 - (2 ** (1 / 15) - 1)), category: 'deterioration', score: -5 },
  { case: 'at the target', to: 200, category: 'target_achieved', score: 5 },
])('with a target, $case: $category', ({ to, category, score }) => {
  const judgement = assessOpenSdg(trajectory(100, to, 1, 200))
  expect(judgement).toMatchObject({ kind: 'assessed', category })
  expect(judgement.kind === 'assessed' && judgement.score).toBeCloseTo(score, 4)
})

test.each([
  { case: 'far below the limit it hardly counts', base: 20, coefficient: 1 - 0.2 ** 4.44 },
  { case: 'near the limit it eases the steps', base: 90, coefficient: 1 - 0.9 ** 4.44 },
  { case: 'twice the limit and more: not at all', base: 200, coefficient: 1 },
  { case: 'between the limit and twice it', base: 150, coefficient: 1 - 0.5 ** 4.44 },
])('natural limit of 100: $case', ({ base, coefficient }) => {
  const judgement = assessOpenSdg(trajectory(base, base * 1.001, 1), undefined, 100)
  expect(judgement.kind === 'assessed' && judgement.limitCoefficient).toBeCloseTo(coefficient, 9)
})

test('at the limit and kept there is full progress', () => {
  expect(assessOpenSdg(trajectory(100, 100, 5), undefined, 100)).toMatchObject({ category: 'substantial_progress', score: 5 })
})

test.each([
  { case: 'target equals baseline and was lost', given: trajectory(100, 99, 5, 100), reason: 'target_is_baseline' },
  { case: 'the values change sign', given: trajectory(5, -5, 5), reason: 'sign_change' },
  { case: 'the target has another sign', given: trajectory(-5, -4, 5, 9), reason: 'sign_change' },
  { case: 'from 0 to 0', given: trajectory(0, 0, 5), reason: 'zero_baseline' },
  { case: 'no value after the baseline', given: { ...trajectory(5, 6, 5), baselineYear: 2020 }, reason: 'no_value_after_baseline' },
])('$case: $reason', ({ given, reason }) => expect(assessOpenSdg(given)).toEqual({ kind: 'not_assessed', reason }))

test('a target of 0 is replaced by 0.001 and this is said', () => {
  const judgement = assessOpenSdg(trajectory(10, 5, 5, 0, 'decrease'))
  expect(judgement).toMatchObject({ zeroReplaced: true, category: 'limited_progress' }) // −12.9 % a year, −45.9 % needed
})

test('below 0 the direction turns round: −10 to −8 is an increase', () => {
  expect(assessOpenSdg(trajectory(-10, -8, 5))).toMatchObject({ category: 'substantial_progress' })
})

test('Eurostat’s steps have their own words', () => {
  expect(assessOpenSdg(trajectory(100, 99.5, 1), eurostatParameters)).toMatchObject({ category: 'moderate_movement_away', score: null })
  expect(assessOpenSdg(trajectory(100, 100.1, 1, 200), eurostatParameters)).toMatchObject({ category: 'insufficient_progress' })
})
