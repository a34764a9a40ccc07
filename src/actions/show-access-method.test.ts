import { expect, test } from 'vitest'
import { accessRecord } from '../../test/support/access-record.ts'
import { randomAccessModel } from '../../test/support/random-access-model.ts'
import { smallCity } from '../../test/support/small-record.ts'
import type { City } from '../books/indicators/figure.ts'
import { accessMethods } from '../books/indicators/sdg-11/access/method-spread.ts'
import { showAccessMethod } from './show-access-method.ts'

const asOf = new Date('2026-11-22T00:00:00Z')
const view = (record = accessRecord(), city: City = smallCity) => showAccessMethod({ city, asOf }, record)

test('the stored result comes with the published figure, its release, and the errors that its interval assumes', async () => {
  const { computed } = await view()
  expect(computed?.figure).toMatchObject({ sourceId: 'bagdar', timePeriod: '2025', value: computed?.result.value?.toFixed(2) })
  expect(computed?.result.methods.map(({ code }) => code)).toEqual(accessMethods.map(({ code }) => code))
  expect(computed?.release).toEqual({ number: 1, noticeCounts: { cells_without_street: 1 } })
  expect(computed?.errors).toEqual({ positionSd: 15, missingShare: 0.05, populationSd: 0.3 })
})

test('official figures stand beside it, and each is explained by the model of the same city', async () => {
  const { computed, officials } = await view()
  expect(officials.map(({ sourceId, value }) => [sourceId, value])).toEqual([
    ['un', '39.05'],
    ['stat', '86'],
  ])
  expect(computed?.explained.map(({ of, explained }) => [of.timePeriod, explained.official, explained.ours])).toEqual([
    ['2021', 86, computed?.result.value],
    ['2020', 39.05, computed?.result.value],
  ])
})

test.each([
  { case: 'only the two latest are explained', officials: ['10', '20', '30'], explained: [30, 20] },
  { case: 'a share that cannot be one is shown and not explained', officials: ['120', '30'], explained: [30] },
])('$case', async ({ officials, explained }) => {
  const seen = await view(accessRecord(randomAccessModel({ seed: 3 }), { officials }))
  expect(seen.computed?.explained.map((one) => one.explained.official)).toEqual(explained)
  expect(seen.officials).toHaveLength(officials.length)
})

test('without a computation there is nothing but what others say', async () => {
  const { computed, officials } = await view(accessRecord(null))
  expect(computed).toBeNull()
  expect(officials.map(({ value }) => value)).toEqual(['39.05', '86'])
})

test('before the release was published nothing of it is shown', async () => {
  const record = accessRecord()
  const before = await showAccessMethod({ city: smallCity, asOf: new Date('2024-01-01T00:00:00Z') }, record)
  expect(before).toMatchObject({ computed: null, officials: [] })
})

test('a city for comparison is named with or without a figure, another one only with a figure', async () => {
  const other = (slug: string, comparison: boolean): City => ({ ...smallCity, id: slug, slug, comparison })
  const record = accessRecord(randomAccessModel({ seed: 3 }), { others: [other('kept', true), other('plain', false)] })
  expect((await view(record)).cities.map(({ city, figure }) => [city.slug, figure])).toEqual([['kept', null]])
  const fromThere = await view(record, other('plain', false))
  expect(fromThere.cities.map(({ city, figure }) => [city.slug, figure?.timePeriod])).toEqual([
    ['ulgiqala', '2025'],
    ['kept', undefined],
  ])
})

test('is plain data', async () => {
  const one = await view()
  expect(JSON.parse(JSON.stringify(one))).toEqual(one)
})
