import { expect, test } from 'vitest'
import { mapPartners } from './partner-map.ts'
import type { CooperationRecord, Partner } from './records.ts'

const partner = (number: number, lon: number | null, lat: number | null, kind: Partner['kind'] = 'city'): CooperationRecord<'partner'> => ({
  ...({ kind: 'partner', number, publishedAt: null, revision: 1 } as const),
  content: { kind, name: {}, country: '', lon, lat, note: {} },
})
const almaty = partner(1, 76.93, 43.25)

test('partners in one city stand together, the city first, the nearest place before the others', () => {
  const map = mapPartners(almaty, [
    partner(2, 100.53, 13.76, 'international'),
    partner(3, 100.5, 13.75),
    partner(4, 74.59, 42.87),
    partner(5, null, null, 'group'),
  ])
  expect(map?.places.map(({ partners }) => partners.map(({ number }) => number))).toEqual([[4], [3, 2]])
  expect(map?.places.map(({ km }) => Math.round(km))).toEqual([195, 3979])
})

test.each([
  { case: 'the city has no place', own: partner(1, null, null), partners: [partner(2, 100, 13)] },
  { case: 'the city is not written down', own: null, partners: [partner(2, 100, 13)] },
  { case: 'no partner has a place', own: almaty, partners: [partner(2, null, null)] },
])('there is no map where $case', ({ own, partners }) => {
  expect(mapPartners(own, partners)).toBeNull()
})
