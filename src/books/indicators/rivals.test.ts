import { expect, test } from 'vitest'
import type { Figure, Series, SeriesKey } from './figure.ts'
import { findRivals, type RivalReason } from './rivals.ts'
import { identifySeries } from './series-key.ts'

const series = (more: Partial<SeriesKey>): Series =>
  identifySeries({
    indicator: '11.6.2',
    refArea: 'CITY',
    source: 'a',
    method: '',
    boundary: '',
    unit: 'UG_CUB_METER',
    dimensions: {},
    ...more,
  })

const figure = (timePeriod: string, value: string | null): Figure => ({
  timePeriod,
  value,
  obsValue: value === null ? null : Number(value),
  obsStatus: null,
  note: null,
  releaseId: 'r',
  claims: [],
  disputed: false,
})

const find = (rows: ReadonlyArray<readonly [Series, ...Figure[]]>, reasons: readonly RivalReason[] = []) =>
  findRivals(
    rows.map(([one]) => one),
    new Map(rows.map(([one, ...figures]) => [one.id, figures])),
    reasons,
  )

test('PM2.5 of Almaty in 2018: 0.015 mg/m³ against 53 µg/m³', () => {
  const [rivalry] = find([
    [series({ source: 'kazstat', unit: 'MG_CUB_METER' }), figure('2018', '0.015'), figure('2019', '0.03')],
    [series({ source: 'undp' }), figure('2018', '53')],
  ])
  expect(rivalry).toMatchObject({ timePeriod: '2018', unit: 'UG_CUB_METER', reason: null })
  expect(rivalry?.claims.map(({ series: one, compared }) => [one.source, compared])).toEqual([
    ['kazstat', 15],
    ['undp', 53],
  ])
  expect(rivalry?.ratio).toBeCloseTo(3.5333, 4)
})

test.each([
  { case: 'every shared period', a: ['2019', '2020', '2021'], b: ['2020', '2021', '2022'], periods: ['2020', '2021'] },
  { case: 'no shared period: the latest of each', a: ['2019', '2020'], b: ['2021'], periods: [null] },
  { case: 'one side says nothing', a: ['2020'], b: [], periods: [] },
])('$case', ({ a, b, periods }) => {
  const rivalries = find([
    [series({ source: 'a' }), ...a.map((year) => figure(year, '1'))],
    [series({ source: 'b' }), ...b.map((year) => figure(year, '2'))],
  ])
  expect(rivalries.map(({ timePeriod }) => timePeriod)).toEqual(periods)
})

test.each([
  { case: 'another area is no rival', other: { refArea: 'ELSEWHERE' }, count: 0 },
  { case: 'another unit is no rival', other: { source: 'b', unit: 'PT' }, count: 0 },
  { case: 'another cut is no rival', other: { dimensions: { SEX: 'F' } }, count: 0 },
  { case: 'the total by its code is the same cut', other: { source: 'b', dimensions: { SEX: '_T' } }, count: 1 },
  { case: 'another method of the same source is a rival', other: { method: 'survey' }, count: 1 },
  { case: 'another boundary is a rival', other: { boundary: 'built-up' }, count: 1 },
])('$case', ({ other, count }) => {
  expect(
    find([
      [series({}), figure('2020', '1')],
      [series(other), figure('2020', '2')],
    ]),
  ).toHaveLength(count)
})

test('a gap makes no claim', () => {
  expect(
    find([
      [series({ source: 'a' }), figure('2020', null)],
      [series({ source: 'b' }), figure('2020', '2')],
    ]),
  ).toEqual([])
})

test('a disputed figure is a claim without a value', () => {
  const [rivalry] = find([
    [series({ source: 'a' }), { ...figure('2020', null), disputed: true }],
    [series({ source: 'b' }), figure('2020', '2')],
  ])
  expect(rivalry?.claims.map(({ compared }) => compared)).toEqual([null, 2])
  expect(rivalry?.ratio).toBeNull()
})

test('the reason that speaks of most of the sources is given', () => {
  const reason = (sources: string[], en: string): RivalReason => ({
    indicator: '11.6.2',
    refArea: 'CITY',
    sources,
    reason: { en },
    known: {},
    citations: [],
  })
  const rows = [
    [series({ source: 'a' }), figure('2020', '1')],
    [series({ source: 'b' }), figure('2020', '2')],
  ] as const
  expect(find(rows, [reason(['a', 'c'], 'of others'), reason(['a', 'b'], 'of these')])[0]?.reason?.reason).toEqual({ en: 'of these' })
  expect(find(rows, [reason(['a', 'c'], 'of others')])[0]?.reason).toBeNull()
})
