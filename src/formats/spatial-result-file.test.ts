import { expect, test } from 'vitest'
import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import { notice } from '../books/notice.ts'
import { readSpatialResult, writeSpatialResult } from './spatial-result-file.ts'

const result: SpatialResult = {
  indicator: '11.7.1',
  metadataVersion: '2021-03',
  method: 'land-lines',
  unit: 'PT',
  value: 17.27,
  numerator: 1727,
  denominator: 10_000,
  parts: { accessShare: 91.47, openSpaceShare: null },
  partsOf: 'accessShare',
  interval: { low: 90.1, high: 92.3, level: 0.95, draws: 1000, seed: 42 },
  byDistrict: [{ code: 'north', name: { en: 'North' }, value: 80, numerator: 8, denominator: 10 }],
  byPopulationGroup: [],
  methods: [
    { code: 'land-lines', value: 17.27, reason: null },
    { code: 'access-straight-400', value: 95, reason: null, of: 'accessShare' },
  ],
  tornado: [
    { input: 'street_width', low: 14, high: 20 },
    { input: 'gardens', low: 89, high: 91.47, of: 'accessShare' },
  ],
  parameters: { walkMetres: 400, stops: null },
  notices: [notice('open_space_not_validated', 'warning')],
  files: [{ path: 'city.osm.pbf', sha256: 'ab', bytes: 3 }],
}
const withoutNotices: Partial<SpatialResult> = { ...result }
delete withoutNotices.notices
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a result comes back as it was, but for its notices, which the release has', () => {
  expect(readSpatialResult(writeSpatialResult(result))).toEqual(withoutNotices)
})

test('the same result gives the same bytes', () => {
  expect(writeSpatialResult({ ...result })).toEqual(writeSpatialResult(result))
})

test('of a file from before parts had districts, they are of the value', () => {
  const old = JSON.stringify({ ...withoutNotices, partsOf: undefined })
  expect(old).not.toContain('partsOf')
  expect(readSpatialResult(new TextEncoder().encode(old))?.partsOf).toBeNull()
})

test.each([
  { case: 'not JSON', bytes: new TextEncoder().encode('{') },
  { case: 'another indicator', bytes: new TextEncoder().encode(text(writeSpatialResult(result)).replace('"11.7.1"', '"1.1.1"')) },
  { case: 'a value that is no number', bytes: new TextEncoder().encode(text(writeSpatialResult(result)).replace('17.27', '"much"')) },
])('$case is no result', ({ bytes }) => {
  expect(readSpatialResult(bytes)).toBeNull()
})
