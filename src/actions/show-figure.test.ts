import { expect, test } from 'vitest'
import { smallCity, smallRecord, smallRelease, smallSeries } from '../../test/support/small-record.ts'
import { showFigure } from './show-figure.ts'

const asOf = new Date('2026-11-22T00:00:00Z')
const ask = (timePeriod: string, changes: { asOf?: Date; record?: ReturnType<typeof smallRecord>; series?: string } = {}) =>
  showFigure(
    { city: smallCity, series: changes.series ?? smallSeries.address, timePeriod, asOf: changes.asOf ?? asOf },
    changes.record ?? smallRecord(),
  )

async function view(...parameters: Parameters<typeof ask>) {
  const outcome = await ask(...parameters)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

const standings = (of: Awaited<ReturnType<typeof view>>) =>
  of.history.map(({ claim, standing, replacedBy }) => [claim.observation.value, standing, replacedBy])

test('opens to release, file hash and raw cell', async () => {
  const { claims, before, after } = await view('2018')
  expect(claims).toHaveLength(1)
  expect(claims[0]).toMatchObject({ release: { number: 1 }, sha256: 'a'.repeat(64), observation: { origin: { cell: ' 0.050 ' } } })
  expect([before?.timePeriod, after?.timePeriod]).toEqual(['2017', '2019'])
})

test('a disputed figure gives all its rows and no value', async () => {
  const { figure, claims } = await view('2024')
  expect(figure?.value).toBeNull()
  expect(claims.map((claim) => claim.observation.value)).toEqual(['0.039', '0.390'])
})

test('a correction supersedes, and the history names the release that did it', async () => {
  expect(standings(await view('2019'))).toEqual([
    ['0.049', 'in_force', null],
    ['0.048', 'superseded', 2],
  ])
})

test('on a day before the correction the first value was in force and nothing else known', async () => {
  expect(standings(await view('2019', { asOf: new Date('2025-01-15T00:00:00Z') }))).toEqual([['0.048', 'in_force', null]])
})

test('a withdrawn release stays in the history, and the value before it is in force again', async () => {
  const withdrawn = smallRelease(2, {
    status: 'withdrawn',
    withdrawnAt: '2025-03-01T00:00:00.000Z',
    withdrawnBy: 'office',
    withdrawnReason: 'wrong file',
  })
  expect(standings(await view('2019', { record: smallRecord({ releases: [smallRelease(1), withdrawn] }) }))).toEqual([
    ['0.049', 'withdrawn', null],
    ['0.048', 'in_force', null],
  ])
})

test.each([
  { case: 'a period that nobody spoke of', period: '1999', changes: {}, code: 'figure_not_found' },
  { case: 'a series that is not there', period: '2018', changes: { series: 'x' }, code: 'series_not_found' },
])('$case is refused', async ({ period, changes, code }) => {
  expect(await ask(period, changes)).toEqual({ ok: false, refusal: { code } })
})
