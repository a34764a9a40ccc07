import { expect, test } from 'vitest'
import { notice } from '../../notice.ts'
import { identifySeries } from '../series-key.ts'
import { parametersOf, readingsOfResult, type ComputationContext } from './readings-of-result.ts'
import type { SpatialResult } from './spatial-result.ts'

const result: SpatialResult = {
  indicator: '11.2.1',
  metadataVersion: '2021-09',
  method: 'network-500-1000',
  unit: 'PT',
  value: 72.9449,
  numerator: 729_449,
  denominator: 1_000_000,
  parts: { populationWithoutStreet: 1234.4, meanWalk: -0.0000001, nearStopShare: 12.345 },
  partsOf: null,
  interval: { low: 71.2345, high: 74.4, level: 0.95, draws: 1000, seed: 42 },
  byDistrict: [
    { code: 'north', name: { kk: 'Солтүстік', ru: 'Северный', en: 'North' }, value: 80, numerator: 8, denominator: 10 },
    { code: 'XULG_south', name: { en: 'South' }, value: null, numerator: 0, denominator: 0 },
  ],
  byPopulationGroup: [
    { code: 'SEX=F', name: { en: 'women' }, value: 73.1, numerator: 1, denominator: 2 },
    { code: 'children', name: {}, value: 70, numerator: 1, denominator: 2 },
  ],
  methods: [
    { code: 'network-500-1000', value: 72.9449, reason: null },
    { code: 'straight-500-1000', value: 86.1, reason: null },
    { code: 'headway-10', value: null, reason: 'no_timetable' },
  ],
  tornado: [],
  parameters: { walkLow: 500 },
  notices: [notice('cells_without_street', 'warning')],
  files: [{ path: 'city.osm.pbf', sha256: 'ab', bytes: 3 }],
}

const context: ComputationContext = {
  refArea: 'XULG',
  timePeriod: '2023',
  knownIndicators: new Set(),
  licence: 'ODbL-1.0',
  words: (key, details = {}) => ({ en: [key, ...Object.entries(details).map(([name, value]) => `${name}=${value}`)].join(' ') }),
}
const set = readingsOfResult(result, context)
const find = (change: object) => set.readings.find(({ series }) => Object.entries(change).every(([key, value]) => JSON.stringify(series[key as 'unit']) === JSON.stringify(value))) // prettier-ignore

test('the figure itself has the method of the result, two decimals, and the interval in its note', () => {
  expect(set.readings[0]).toEqual({
    series: {
      indicator: '11.2.1',
      refArea: 'XULG',
      source: 'bagdar',
      method: 'network-500-1000',
      boundary: '',
      unit: 'PT',
      dimensions: {},
    },
    timePeriod: '2023',
    value: '72.94',
    obsStatus: 'E',
    note: { en: 'sureness_note level=95 low=71.23 high=74.4 draws=1000 seed=42' },
    origin: null,
  })
})

test.each([
  { case: 'a district is an area of the city', of: { refArea: 'XULG_north' }, value: '80.00' },
  { case: 'a district without people is a gap', of: { refArea: 'XULG_south' }, value: null },
  { case: 'women are a code of SEX', of: { dimensions: { SEX: 'F' } }, value: '73.10' },
  { case: 'a group of its own name stands under DISAGGREGATION', of: { dimensions: { DISAGGREGATION: 'children' } }, value: '70.00' },
  { case: 'a part is a SERIES with the unit of its name', of: { unit: 'PT', dimensions: { SERIES: 'nearStopShare' } }, value: '12.35' },
  { case: 'people are whole', of: { unit: 'PERSONS', dimensions: { SERIES: 'populationWithoutStreet' } }, value: '1234' },
  { case: 'what has no unit has six decimals, and no −0', of: { unit: 'RATIO', dimensions: { SERIES: 'meanWalk' } }, value: '0.000000' },
])('$case', ({ of, value }) => {
  expect(find(of)?.value).toBe(value)
  expect(find(of)?.obsStatus).toBe(value === null ? 'M' : 'E')
})

test('other methods are no rivals of the figure: none of them is a reading, and no series stands there twice', () => {
  expect(new Set(set.readings.map(({ series }) => series.method))).toEqual(new Set(['network-500-1000']))
  expect(set.readings).toHaveLength(8)
  expect(new Set(set.readings.map(({ series }) => identifySeries(series).id)).size).toBe(8)
})

test('every area, unit, method and code of the readings is named in the set, but for a group of people without a name', () => {
  const codes = new Set(set.codes.map(({ codelist, code }) => `${codelist} ${code}`))
  const areas = new Set(['XULG', ...set.areas.map(({ code }) => code)])
  for (const { series } of set.readings) {
    expect(areas).toContain(series.refArea)
    for (const [codelist, code] of Object.entries({ UNIT_MEASURE: series.unit, METHOD: series.method, ...series.dimensions }))
      if (code === 'children') expect(codes).not.toContain(`${codelist} ${code}`)
      else expect(codes).toContain(`${codelist} ${code}`)
  }
  expect(set.codes.find(({ codelist, code }) => codelist === 'SEX' && code === 'F')?.name).toEqual({ en: 'women' })
})

test('an indicator that the record knows keeps its name; one that it does not know gets ours', () => {
  expect(readingsOfResult(result, { ...context, knownIndicators: new Set(['11.2.1']) }).indicators).toEqual([])
  expect(set.indicators).toMatchObject([
    { code: '11.2.1', sdgGoal: 11, sdgTarget: '11.2', links: ['https://unstats.un.org/sdgs/metadata/files/Metadata-11-02-01.pdf'] },
  ])
  expect(readingsOfResult({ ...result, indicator: 'DEGURBA' }, context).indicators).toMatchObject([
    { code: 'DEGURBA', sdgGoal: null, sdgTarget: null, links: [] },
  ])
})

test('an unknown value is a marked gap, and says nothing of an interval', () => {
  const [first] = readingsOfResult({ ...result, value: null, interval: null }, context).readings
  expect(first).toMatchObject({ value: null, obsStatus: 'M', note: null })
})

test('files, notices and licence come with the set; parameters go to the release', () => {
  expect(set).toMatchObject({ files: result.files, notices: result.notices, source: { id: 'bagdar', licence: 'ODbL-1.0' }, rows: 8 })
  expect(parametersOf(result)).toEqual({
    walkLow: 500,
    indicator: '11.2.1',
    metadataVersion: '2021-09',
    method: 'network-500-1000',
    interval: result.interval,
  })
})
