import { expect, test } from 'vitest'
import { assessProgress, type ProgressQuestion } from './assess-progress.ts'
import type { Point } from './trajectory.ts'

const series = (from: number, ...values: (number | null)[]): Point[] =>
  values.flatMap((value, i) => (value === null ? [] : [{ year: from + i, value }]))

const question: ProgressQuestion = {
  points: series(2015, 10, 11, 12, 13, 14),
  desired: 'increase',
  baselineYear: 2015,
  target: { year: 2030, value: 20 },
  targetOrigin: 'assumed',
  scale: null,
  naturalLimit: null,
  pool: [],
  flags: [],
  asOfYear: 2024,
}
/** KazStat 3.6.1, Almaty: deaths on the road per 100,000, 2010–2019. */
const roadDeaths = {
  ...question,
  points: series(2010, 14.48, 14.11, 14.02, 10.8, 11.94, 8.79, 9.03, 8.24, 10.01, 11.08),
  desired: 'decrease' as const,
  target: { year: 2030, value: 8.79 / 2 },
}
/** KazStat 11.6.1, Almaty: people with waste collection, 2019–2023. */
const wasteService = { ...question, points: series(2019, 89, 100, 100, 54.3, 100), target: { year: 2030, value: 100 }, scale: 100 }

function underWay(given: ProgressQuestion) {
  const progress = assessProgress(given)
  if (progress.kind !== 'under_way') throw new Error('the target year is not ahead')
  return progress
}

test('methods that agree give one needle and need no reason', () => {
  expect(underWay(question)).toMatchObject({ status: 'on', whyTheyDiffer: [] })
})

test('methods that give no judgement do not disturb the others', () => {
  expect(underWay(question).statuses.minMax).toBe('none')
})

test.each([
  { case: 'the regression reads the steep years before the baseline', given: roadDeaths, reasons: ['years_before_baseline'] },
  {
    case: 'every year, or only the first and the last (KazStat 3.4.2)',
    given: {
      ...roadDeaths,
      points: series(2010, 7.63, 8.24, 7.25, 5.63, 6.71, 5.68, 4.75, 5.01, 7.6, 5.25),
      target: { year: 2030, value: (5.68 * 2) / 3 },
    },
    reasons: ['all_years_or_two'],
  },
  {
    case: 'within one point of the target (KazStat 11.b.2)',
    given: { ...wasteService, points: series(2016, 100, 100, 100, 100, 100, 99.3) },
    reasons: ['target_nearly_met'],
  },
  {
    case: 'one growth rate, two sets of limits (KazStat 8.6.1)',
    given: { ...question, points: series(2015, 5.9, 5.2, 4, 3.4, 3.4, 3.8, 3.9, 3.8, 5.2), desired: 'decrease' as const, target: null },
    reasons: ['thresholds'],
  },
  {
    case: 'an outlier that the regression cannot overlook',
    given: {
      ...question,
      points: series(2015, 10, 90, 12, 13, 14, 15, 16, 17),
      flags: [{ kind: 'outlier' as const, timePeriod: '2016' }],
      target: { year: 2030, value: 25 },
    },
    reasons: ['outlier'],
  },
])('why they differ: $case', ({ given, reasons }) => {
  const progress = underWay(given)
  expect(progress.status).toBeNull()
  expect(progress.whyTheyDiffer).toEqual(reasons)
})

test('flags in the years judged are told, with what they touch; others are not', () => {
  const flags = [
    { kind: 'outlier', timePeriod: '2022' },
    { kind: 'break', timePeriod: '2010' },
    { kind: 'break', timePeriod: '2015' },
    { kind: 'unit_change', timePeriod: '2023' },
    { kind: 'outlier', timePeriod: '2015' },
  ] as const
  expect(underWay({ ...wasteService, flags }).cautions).toEqual([
    { kind: 'outlier', timePeriod: '2022', touches: 'between' },
    { kind: 'unit_change', timePeriod: '2023', touches: 'latest' },
    { kind: 'outlier', timePeriod: '2015', touches: 'baseline' },
  ])
})

test('a judgement that hangs on the last year says so', () => {
  const { status, sensitivity } = underWay(wasteService)
  expect(status).toBe('on')
  expect(sensitivity).toContainEqual({ method: 'openSdg', year: 2023, from: 'on', to: 'reverse' })
})

test('a steady series hangs on no year', () =>
  expect(underWay({ ...question, points: series(2015, 10, 11, 12, 13, 14, 15) }).sensitivity).toEqual([]))

test('values after the reader’s date are not known yet', () => {
  const early = underWay({ ...question, points: series(2015, 10, 11, 12, 1), asOfYear: 2017 })
  expect(early).toEqual(underWay({ ...question, points: series(2015, 10, 11, 12), asOfYear: 2017 }))
})

test('in the target year the methods still judge; a year later the outcome stands', () => {
  const promise = {
    ...question,
    target: { year: 2020, value: 15 },
    targetOrigin: 'programme' as const,
    points: series(2015, 10, 11, 12, 13, 14, 14.5, 16),
  }
  expect(assessProgress({ ...promise, asOfYear: 2020 })).toMatchObject({ kind: 'under_way', targetOrigin: 'programme' })
  expect(assessProgress({ ...promise, asOfYear: 2021 })).toMatchObject({
    kind: 'over',
    outcome: { kind: 'missed', by: 0.5, laterValues: [{ year: 2021, value: 16 }] },
  })
})

test('a break before the target year is told before it is called reached', () => {
  // KazStat 11.1.1, Almaty: people in failing buildings; the count changes its meaning in 2020.
  const failing = {
    ...question,
    desired: 'decrease' as const,
    points: series(2018, 48_779, 49_589, 17),
    target: { year: 2020, value: 20_000 },
  }
  expect(assessProgress({ ...failing, flags: [{ kind: 'break', timePeriod: '2020' }] })).toMatchObject({
    outcome: { kind: 'reached' },
    cautions: [{ kind: 'break', touches: 'latest' }],
  })
})
