import type { Goal, Measure, ProgrammeVersion, Sentence, TargetIndicator } from './programme.ts'

/** The smallest version that breaks no rule: what the tests of this folder change one thing in. */
export const testVersion = (change: Partial<ProgrammeVersion> = {}): ProgrammeVersion => ({
  programme: 'ulgi-2030',
  number: 1,
  status: 'draft',
  date: '2023-11-01',
  act: {},
  title: { kk: 'Үлгі' },
  period: { from: 2024, to: 2030 },
  baselineYear: 2023,
  passport: [],
  directions: [{ id: 'd-1', number: '1', title: { kk: 'Қала' }, text: [], goals: [testGoal()] }],
  sources: [{ id: 'act', title: { kk: 'Шешім' }, url: null }],
  ...change,
})

/** A version whose only goal is changed. */
export const versionWithGoal = (goal: Partial<Goal>, change: Partial<ProgrammeVersion> = {}): ProgrammeVersion =>
  testVersion({ ...change, directions: [{ id: 'd-1', number: '1', title: { kk: 'Қала' }, text: [], goals: [testGoal(goal)] }] })

export const testGoal = (change: Partial<Goal> = {}): Goal => ({
  id: 'g-1.1',
  number: '1.1',
  title: { kk: 'Көше' },
  text: [],
  sdgTargets: ['11.2'],
  indicators: [],
  measures: [],
  ...change,
})

export const testIndicator = (change: Partial<TargetIndicator> = {}): TargetIndicator => ({
  id: 'i-1',
  name: { kk: 'Үлес' },
  unit: 'PT',
  desired: 'increase',
  baseline: { year: 2023, value: '58' },
  targets: [
    { year: 2025, value: '64' },
    { year: 2030, value: '85' },
  ],
  actual: { indicator: 'U-2', source: 'stat', unit: 'PT', refArea: 'X', dimensions: {} },
  note: {},
  sources: ['act'],
  ...change,
})

export const testMeasure = (change: Partial<Measure> = {}): Measure => ({
  id: 'm-1',
  number: '1.1.1',
  title: { kk: 'Жөндеу' },
  owner: { kk: 'Басқарма' },
  deadline: '2026-12-31',
  formOfCompletion: { kk: 'Акт' },
  budget: [{ year: 2025, amount: '100', currency: 'KZT', prices: 'nominal', source: { kk: 'Бюджет' } }],
  sdgTargets: [],
  ...change,
})

export const sentence = (id: string, kk: string): Sentence => ({ id, text: { kk }, sources: [] })
