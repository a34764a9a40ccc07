import { expect, test } from 'vitest'
import { parametersOf, readingsOfResult } from './readings-of-result.ts'
import type { SpatialResult } from './spatial-result.ts'

/** A share of land, of which districts, population groups and interval are of the people near it. */
const result: SpatialResult = {
  indicator: '11.7.1',
  metadataVersion: '2021-03',
  method: 'land-lines',
  unit: 'PT',
  value: 17.27,
  numerator: 1727,
  denominator: 10_000,
  parts: { openSpaceShare: 4.98, accessShare: 91.47 },
  partsOf: 'accessShare',
  interval: { low: 90.1, high: 92.3, level: 0.95, draws: 1000, seed: 42 },
  byDistrict: [{ code: 'north', name: { en: 'North' }, value: 80, numerator: 8, denominator: 10 }],
  byPopulationGroup: [
    { code: 'SEX=F', name: { en: 'women' }, value: 90, numerator: 9, denominator: 10 },
    { code: 'children', name: { en: 'children' }, value: 85, numerator: 17, denominator: 20 },
  ],
  methods: [],
  tornado: [],
  parameters: {},
  notices: [],
  files: [],
}
const { readings, codes } = readingsOfResult(result, {
  refArea: 'XULG',
  timePeriod: '2025',
  knownIndicators: new Set(['11.7.1']),
  licence: null,
  words: (key) => ({ en: key }),
})

test('districts, groups and interval stand under the part that they are of, not under the value', () => {
  const part = { SERIES: 'accessShare' }
  expect(readings.map(({ series, value, note }) => [series.refArea, series.dimensions, value, note?.en ?? null])).toEqual([
    ['XULG', {}, '17.27', null],
    ['XULG_north', part, '80.00', null],
    ['XULG', { ...part, SEX: 'F' }, '90.00', null],
    ['XULG', { ...part, DISAGGREGATION: 'children' }, '85.00', null],
    ['XULG', { SERIES: 'openSpaceShare' }, '4.98', null],
    ['XULG', part, '91.47', 'sureness_note'],
  ])
})

test('groups keep their names, and the release says what the interval is of', () => {
  expect(codes).toContainEqual({ codelist: 'SEX', code: 'F', name: { en: 'women' } })
  expect(codes).toContainEqual({ codelist: 'DISAGGREGATION', code: 'children', name: { en: 'children' } })
  expect(parametersOf(result)).toMatchObject({ interval: result.interval, intervalOf: 'accessShare' })
})
