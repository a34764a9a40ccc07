import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallKey, smallRelease, smallRecord, smallCity, type SmallRow } from '../../../test/support/small-record.ts'
import { makeLabels } from '../indicators/labelled-series.ts'
import { subtractDecimals, sumDecimals } from '../programme/sum-decimals.ts'
import { testIndicator, testMeasure, versionWithGoal } from '../programme/programme.examples.ts'
import type { ProgrammeVersion, TargetIndicator } from '../programme/programme.ts'
import { reportYear, usualYear, type YearlyReport } from './yearly.ts'

const now = new Date('2026-11-22T00:00:00Z')
const key = smallKey({ indicator: 'U-2', unit: 'PT' })
const chosen = { indicator: 'U-2', source: 'stat', unit: 'PT', refArea: 'UQ', dimensions: {} }
const spending = (measure: string, unit = 'KZT') => smallKey({ indicator: 'U-12', unit, dimensions: { MEASURE: measure } })
const adopted = { status: 'adopted' } as const

async function report(version: ProgrammeVersion, rows: readonly SmallRow[], year = 2025) {
  const record = smallRecord({ rows })
  const [series, areas, releases] = [
    await record.listSeries(smallCity, now, {}),
    await record.listAreas(smallCity, now),
    [smallRelease(1), smallRelease(2)],
  ]
  const figures = await record.listFigures(
    smallCity,
    now,
    series.map((one) => one.id),
  )
  const statistics = { refArea: 'UQ', areas, labels: makeLabels(areas, [], []), series, figures, asOfYear: 2026 }
  return reportYear([version], { year, statistics, releases })
}
const done = async (...given: Parameters<typeof report>): Promise<YearlyReport> => {
  const outcome = await report(...given)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const onlyIndicator = (report: YearlyReport) => report.goals[0]!.indicators[0]!

describe('a target indicator in the year of the report', () => {
  test.each([
    { case: 'above an increase target', value: '66.8', indicator: {}, kind: 'reached', deviation: '2.8' },
    { case: 'exactly at it', value: '64.0', indicator: {}, kind: 'reached', deviation: '0.0' },
    { case: 'below it', value: '63.95', indicator: {}, kind: 'not_reached', deviation: '-0.05' },
    { case: 'above a decrease target', value: '66', indicator: { desired: 'decrease' as const }, kind: 'not_reached', deviation: '2' },
  ])('$case', async ({ value, indicator, kind, deviation }) => {
    const version = versionWithGoal({ indicators: [testIndicator({ actual: chosen, ...indicator })] }, adopted)
    const one = onlyIndicator(await done(version, [[key, '2025', value, 1]]))
    expect(one.result.kind).toBe(kind)
    expect(one.deviation).toBe(deviation)
    expect(one.actual).toMatchObject({ value, timePeriod: '2025', releasedAt: '2025-01-01T00:00:00.000Z' })
  })

  const value: SmallRow = [key, '2025', '66', 1]
  const notJudged: ReadonlyArray<{ reason: string; indicator: Partial<TargetIndicator>; rows: readonly SmallRow[] }> = [
    { reason: 'no_targets', indicator: { targets: [] }, rows: [value] },
    { reason: 'no_target_for_year', indicator: { targets: [{ year: 2030, value: '85' }] }, rows: [value] },
    { reason: 'no_series', indicator: { actual: null }, rows: [value] },
    // The figure of the year before is not put in its place.
    { reason: 'no_value', indicator: {}, rows: [[key, '2024', '90', 1]] },
    { reason: 'no_value', indicator: {}, rows: [[key, '2025', null, 1]] },
    {
      reason: 'disputed',
      indicator: {},
      rows: [
        [key, '2025', '66', 1],
        [key, '2025', '60', 1],
      ],
    },
    { reason: 'no_direction', indicator: { desired: null }, rows: [value] },
  ]
  test.each(notJudged)('not judged: $reason', async ({ reason, indicator, rows }) => {
    const version = versionWithGoal({ indicators: [testIndicator({ actual: chosen, ...indicator })] }, adopted)
    const whole = await done(version, rows)
    expect(onlyIndicator(whole).result).toEqual({ kind: 'not_judged', reason })
    expect(whole.counts).toMatchObject({ reached: 0, notReached: 0, notJudged: [{ reason, count: 1 }] })
  })
})

describe('money of a measure', () => {
  const version = (budget = testMeasure().budget) =>
    versionWithGoal(
      { indicators: [testIndicator()], measures: [testMeasure({ budget }), testMeasure({ id: 'm-2', number: '1.1.2', budget: [] })] },
      adopted,
    )

  test('planned and spent, exact to the last decimal; what nobody says is empty, not 0', async () => {
    const { goals, money, counts } = await done(version(), [[spending('1.1.1'), '2025', '99.90', 2]])
    const [first, second] = goals[0]!.measures
    expect(first).toMatchObject({ deviation: '-0.10', spent: [{ currency: 'KZT', figure: { value: '99.90', timePeriod: '2025' } }] })
    expect(second).toMatchObject({ planned: [], spent: [], deviation: null })
    expect(money).toMatchObject({ planned: [{ total: '100' }], spent: [{ currency: 'KZT', total: '99.90' }] })
    expect(counts).toMatchObject({ measures: 2, withPlan: 1, withSpending: 1 })
  })

  test('sums of two sources are both told and stay out of the total; what is no sum of money is not told', async () => {
    const two = [
      [spending('1.1.1'), '2025', '99.90', 2],
      [{ ...spending('1.1.1'), source: 'other' }, '2025', '80', 1],
      [spending('1.1.2', 'PT'), '2025', '70', 1],
    ] as const
    const { goals, money, counts } = await done(version(), two)
    expect(goals[0]!.measures.map(({ spent, deviation }) => [spent.length, deviation])).toEqual([
      [2, null],
      [0, null],
    ])
    expect([money.spent, counts.withSpending]).toEqual([[], 0])
  })

  test('a sum that is no decimal is told as it stands, and nothing is computed with it', async () => {
    const { goals, money } = await done(version(), [[spending('1.1.1'), '2025', '2.4e9', 1]])
    expect(goals[0]!.measures[0]).toMatchObject({ deviation: null, spent: [{ figure: { value: '2.4e9' } }] })
    expect(money.spent).toEqual([])
  })

  test.each([
    { case: 'another currency', unit: 'USD', prices: 'nominal' },
    { case: 'constant prices', unit: 'KZT', prices: 'constant 2023' },
  ])('$case: told, not subtracted', async ({ unit, prices }) => {
    const budget = testMeasure().budget.map((line) => ({ ...line, prices }))
    const { goals } = await done(version(budget), [[spending('1.1.1', unit), '2025', '90', 1]])
    expect(goals[0]!.measures[0]).toMatchObject({ deviation: null, planned: [{ total: '100' }], spent: [{ currency: unit }] })
  })
})

test('a year outside the programme is refused with its period, and a city without goals too', async () => {
  const version = versionWithGoal({ indicators: [testIndicator()] }, adopted)
  expect(await report(version, [], 2031)).toMatchObject({
    ok: false,
    refusal: { code: 'report_year_outside_programme', details: { from: 2024, to: 2030 } },
  })
  expect(await report({ ...version, directions: [] }, [])).toMatchObject({ ok: false, refusal: { code: 'programme_not_found' } })
})

test('the usual year lies within the programme', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2060 }), (asOfYear) => {
      const year = usualYear({ period: { from: 2024, to: 2030 } }, asOfYear)
      return year >= 2024 && year <= 2030 && (year < asOfYear || year === 2024)
    }),
  )
})

test('a difference and what was taken off make the whole again', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
    .map(([n, d]) => (n / 10 ** d).toFixed(d))
  fc.assert(fc.property(decimal, decimal, (a, b) => Number(sumDecimals([subtractDecimals(a, b), b])) === Number(a)))
})
