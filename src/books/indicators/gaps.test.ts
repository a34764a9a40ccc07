import { expect, test } from 'vitest'
import { expectedIndicators } from './expected-indicators.ts'
import { findGaps } from './gaps.ts'
import type { Figure, Indicator, Series } from './figure.ts'
import { identifySeries } from './series-key.ts'

const series = (indicator: string, source = 'statistics', refArea = 'CITY'): Series =>
  identifySeries({ indicator, refArea, source, method: '', boundary: '', unit: 'PT', dimensions: {} })

const indicator = (code: string, isProxy = false): Indicator => ({
  code,
  name: { en: code },
  sdgGoal: null,
  sdgTarget: null,
  globalName: isProxy ? { en: `global ${code}` } : null,
  definition: {},
  computation: {},
  limitations: {},
  compiledBy: {},
  reportingStatus: null,
  links: [],
})

const figure = (timePeriod: string, value: string | null, disputed = false): Figure => ({
  timePeriod,
  value,
  obsValue: value === null ? null : Number(value),
  obsStatus: null,
  note: null,
  releaseId: 'r',
  claims: [],
  disputed,
})

const expected = [{ code: '6.1.1', theme: 'water' as const, name: { en: 'Drinking water' } }]
const goingOn = { one: series('8.5.2'), years: ['2023'] }

test.each([
  {
    case: 'a figure of the last year covers',
    has: [{ one: series('6.1.1'), years: ['2023'] }],
    coverage: { kind: 'covered', lastYear: 2023 },
  },
  {
    case: 'two silent years are not an end',
    has: [{ one: series('6.1.1'), years: ['2021'] }],
    coverage: { kind: 'covered', lastYear: 2021 },
  },
  {
    case: 'three silent years are',
    has: [{ one: series('6.1.1'), years: ['2019', '2020'] }],
    coverage: { kind: 'stopped', lastYear: 2020, isProxy: false },
  },
  {
    case: 'another source that goes on says nothing about this one',
    has: [{ one: series('6.1.1', 'un'), years: ['2015'] }],
    coverage: { kind: 'covered', lastYear: 2015 },
  },
  {
    case: 'a national number below is a proxy',
    has: [{ one: series('6.1.1.2'), years: ['2023'] }],
    coverage: { kind: 'proxy', lastYear: 2023 },
  },
  { case: 'a longer number of another indicator is not', has: [{ one: series('6.1.11'), years: ['2023'] }], coverage: { kind: 'missing' } },
  {
    case: 'another area does not count',
    has: [{ one: series('6.1.1', 'statistics', 'ELSEWHERE'), years: ['2023'] }],
    coverage: { kind: 'missing' },
  },
  { case: 'no figure at all', has: [], coverage: { kind: 'missing' } },
  {
    case: 'the best state wins',
    has: [
      { one: series('6.1.1'), years: ['2012'] },
      { one: series('6.1.1.2'), years: ['2022'] },
    ],
    coverage: { kind: 'proxy', lastYear: 2022 },
  },
])('$case', ({ has, coverage }) => {
  const all = [...has, goingOn]
  const figures = new Map(all.map(({ one, years }) => [one.id, years.map((year) => figure(year, '1'))]))
  const indicators = all.map(({ one }) => indicator(one.indicator))
  expect(
    findGaps(
      'CITY',
      indicators,
      all.map(({ one }) => one),
      figures,
      expected,
    ).map((gap) => gap.coverage),
  ).toEqual([coverage])
})

test('a gap is no figure, a dispute is one, and a global name marks a proxy', () => {
  const one = series('6.1.1')
  const findIn = (figures: Figure[], isProxy: boolean) =>
    findGaps('CITY', [indicator('6.1.1', isProxy)], [one], new Map([[one.id, figures]]), expected)[0]?.coverage
  expect(findIn([figure('2020', null)], false)).toEqual({ kind: 'missing' })
  expect(findIn([figure('2020', null, true)], false)).toEqual({ kind: 'covered', lastYear: 2020 })
  expect(findIn([figure('2020', '5')], true)).toEqual({ kind: 'proxy', lastYear: 2020 })
})

test('every expected indicator is named once, in three languages', () => {
  expect(new Set(expectedIndicators.map(({ code }) => code)).size).toBe(expectedIndicators.length)
  for (const { name } of expectedIndicators) expect(Object.values(name).filter((words) => words.trim() !== '')).toHaveLength(3)
})
