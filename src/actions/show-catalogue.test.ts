import { expect, test } from 'vitest'
import { smallCity, smallRecord } from '../../test/support/small-record.ts'
import { readCatalogueFilter } from '../books/indicators/catalogue-filter.ts'
import { showCatalogue } from './show-catalogue.ts'
import { showIndicator } from './show-indicator.ts'
import { progressState } from '../books/indicators/assess-series.ts'

const asOf = new Date('2026-11-22T00:00:00Z')
const show = (query: string) =>
  showCatalogue({ city: smallCity, filter: readCatalogueFilter(new URLSearchParams(query)), asOf }, smallRecord())
const codes = async (query: string) => (await show(query)).chapters.flatMap(({ entries }) => entries.map((entry) => entry.indicator.code))

test.each([
  { case: 'without a filter all are shown, in the order of their numbers', query: '', found: ['11.6.2', '11.10.1'] },
  { case: 'plain letters find Kazakh ones', query: 'q=кала', found: ['11.6.2'] },
  { case: 'a number finds its indicator', query: 'q=11.10', found: ['11.10.1'] },
  { case: 'only those with figures', query: 'withFigures=1', found: ['11.6.2'] },
  { case: 'a goal that none belongs to', query: 'goal=3', found: [] },
  { case: 'a field of the Urban Monitoring Framework', query: 'domain=environment&objective=safe_and_peaceful', found: ['11.6.2'] },
  { case: 'a state that none is in', query: 'state=missed', found: [] },
  { case: 'what is not understood is not asked for', query: 'state=x&goal=banana', found: ['11.6.2', '11.10.1'] },
])('$case', async ({ query, found }) => {
  expect(await codes(query)).toEqual(found)
})

test('counts all, those with figures and those shown', async () => {
  expect((await show('goal=3')).counts).toEqual({ all: 2, withFigures: 1, shown: 0 })
})

test('says of an indicator what its own page says', async () => {
  const entry = (await show('')).chapters[0]?.entries[0]
  const page = await showIndicator({ city: smallCity, code: '11.6.2', series: null, asOf }, smallRecord())
  expect(page.ok && page.value.shown && progressState(page.value.shown.assessment.progress)).toBe(entry?.state)
  expect(entry?.headline?.latest).toMatchObject({ timePeriod: '2024', disputed: true, value: null })
})
