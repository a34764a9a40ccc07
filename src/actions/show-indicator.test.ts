import { expect, test } from 'vitest'
import { smallCity, smallRecord, smallSeries } from '../../test/support/small-record.ts'
import { showIndicator } from './show-indicator.ts'

const asOf = new Date('2026-11-22T00:00:00Z')
const ask = (changes: { code?: string; series?: string | null; asOf?: Date } = {}) =>
  showIndicator({ city: smallCity, code: '11.6.2', series: null, asOf, ...changes }, smallRecord())

async function view(changes: Parameters<typeof ask>[0] = {}) {
  const outcome = await ask(changes)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('shows the uncut series with the most years when the programme has picked none', async () => {
  expect((await view()).shown?.labelled.series.address).toBe(smallSeries.address)
})

test('keeps months apart from years', async () => {
  const { shown } = await view()
  expect(shown?.years.map((figure) => figure.timePeriod)).toEqual([
    '2015',
    '2016',
    '2017',
    '2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
  ])
  expect(shown?.parts.map((figure) => figure.timePeriod)).toEqual(['2024-07', '2024-08'])
})

test('puts the rival source beside it, in one unit, with the factor between the units', async () => {
  const { rivalries, rivalSeries } = await view()
  expect(rivalries.map(({ timePeriod, unit, ratio }) => ({ timePeriod, unit, ratio }))).toEqual([
    { timePeriod: '2023', unit: 'UG_CUB_METER', ratio: 2.2 },
  ])
  expect(rivalSeries.map(({ labelled, factor }) => [labelled.series.source, factor])).toEqual([
    ['stat', 1000],
    ['un', 1],
  ])
})

test('leaves the disputed year out of the judgement and compares areas in the last undisputed one', async () => {
  const { comparison, shown } = await view()
  expect(comparison?.timePeriod).toBe('2023')
  expect(comparison?.compared[0]).toEqual({ area: 'UQ', value: 0.04, rank: 1 })
  expect(shown?.assessment.progress).toMatchObject({ kind: 'under_way', judgements: { openSdg: { latest: { year: 2023, value: 0.04 } } } })
})

test('shows the figures as they stood on an earlier day', async () => {
  const before = await view({ asOf: new Date('2025-01-15T00:00:00Z') })
  const value = (from: Awaited<ReturnType<typeof view>>) => from.shown?.years.find((figure) => figure.timePeriod === '2019')?.value
  expect([value(before), value(await view())]).toEqual(['0.048', '0.049'])
})

test('is plain data', async () => {
  const one = await view()
  expect(JSON.parse(JSON.stringify(one))).toEqual(one)
})

test('an indicator without figures for the city has its page all the same', async () => {
  expect(await view({ code: '11.10.1' })).toMatchObject({ shown: null, breakdown: [], comparison: null })
})

test.each([
  { case: 'an indicator that nobody has', changes: { code: '99.1' }, code: 'indicator_not_found' },
  { case: 'a series of another area', changes: { series: '11.6.2-a1-stat-00000000' }, code: 'series_not_found' },
])('$case is refused', async ({ changes, code }) => {
  expect(await ask(changes)).toEqual({ ok: false, refusal: { code } })
})
