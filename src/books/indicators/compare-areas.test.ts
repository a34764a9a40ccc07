import { expect, test } from 'vitest'
import { compareAreas, siblingAreas, siblingKeyText } from './compare-areas.ts'
import type { Area } from './figure.ts'

const area = (code: string, kind: Area['kind'] = 'region', more: Partial<Area> = {}): Area => ({
  code,
  name: {},
  kind,
  parent: 'KZ',
  validFrom: null,
  validTo: null,
  ...more,
})
const almaty = area('KZALA', 'city')
const regions = [
  almaty,
  area('KZAKM'),
  area('KZNS', 'city'),
  area('KZONT', 'region', { validTo: '2018-06-18' }),
  area('KZABY', 'region', { validFrom: '2022-06-08' }),
]
const values = (given: Record<string, number>, suspect: string[] = []) =>
  new Map(Object.entries(given).map(([code, value]) => [code, { value, suspect: suspect.includes(code) }]))

test('the best stands first, and equal values share a rank', () => {
  const compared = compareAreas(regions, values({ KZALA: 5, KZAKM: 3, KZNS: 3, KZABY: 9 }), '2023', 'decrease').compared
  expect(compared.map(({ area, rank }) => [area, rank])).toEqual([['KZAKM', 1], ['KZNS', 1], ['KZALA', 3], ['KZABY', 4]]) // prettier-ignore
})

test('more is better turns the order round', () => {
  expect(compareAreas(regions, values({ KZALA: 5, KZAKM: 3 }), '2023', 'increase').compared[0]).toEqual({
    area: 'KZALA',
    value: 5,
    rank: 1,
  })
})

test('no direction, no rank: largest first', () => {
  const compared = compareAreas(regions, values({ KZALA: 5, KZAKM: 8 }), '2023', null).compared
  expect(compared).toEqual([{ area: 'KZAKM', value: 8, rank: null }, { area: 'KZALA', value: 5, rank: null }]) // prettier-ignore
})

test('a suspect value is shown and not ranked, a missing one counted and not put last', () => {
  const comparison = compareAreas(regions, values({ KZALA: 5, KZAKM: 500 }, ['KZAKM']), '2023', 'increase')
  expect(comparison.compared).toEqual([{ area: 'KZALA', value: 5, rank: 1 }])
  expect(comparison.suspect).toEqual([{ area: 'KZAKM', value: 500 }])
  expect(comparison.missing).toEqual(['KZNS', 'KZABY'])
})

test('areas stand side by side only while they exist', () => {
  const given = values({ KZALA: 5, KZONT: 4, KZABY: 3 })
  expect(compareAreas(regions, given, '2017', 'increase')).toMatchObject({
    compared: [{ area: 'KZALA' }, { area: 'KZONT' }],
    notOfThisTime: ['KZABY'],
  })
  expect(compareAreas(regions, given, '2018', 'increase')).toMatchObject({
    compared: [{ area: 'KZALA' }],
    notOfThisTime: ['KZONT', 'KZABY'],
  })
  expect(compareAreas(regions, given, '2018-Q2', 'increase').notOfThisTime).toContain('KZONT')
  expect(compareAreas(regions, given, '2018-05', 'increase').notOfThisTime).not.toContain('KZONT')
})

test('the median is the middle of what is compared', () => {
  expect(compareAreas(regions, values({ KZALA: 1, KZAKM: 2, KZNS: 4, KZABY: 9 }), '2023', 'increase').median).toBe(3)
  expect(compareAreas(regions, values({}), '2023', 'increase').median).toBeNull()
})

test('a city of regional rank stands among regions, not among its districts or among towns', () => {
  const all = [...regions, area('KZBOR', 'town'), area('ALMALY', 'district', { parent: 'KZALA' }), area('KZ', 'country', { parent: null })]
  expect(siblingAreas(almaty, all)).toEqual(regions)
})

test('series with another unit or another sex are no siblings', () => {
  const key = { indicator: '3.6.1', refArea: 'KZALA', source: 'kazstat', method: '', boundary: '', unit: 'PER_100000_POP', dimensions: {} }
  expect(siblingKeyText({ ...key, refArea: 'KZNS' })).toBe(siblingKeyText(key))
  expect(siblingKeyText({ ...key, unit: 'PT' })).not.toBe(siblingKeyText(key))
  expect(siblingKeyText({ ...key, dimensions: { SEX: 'F' } })).not.toBe(siblingKeyText(key))
})
