import { expect, test } from 'vitest'
import type { Figure } from '../figure.ts'
import { checkEntries } from './check-entries.ts'

const series = { indicator: '11.2.1', refArea: 'KZALA', source: 'office', method: '', boundary: '', unit: 'PT', dimensions: {} }

const figure = (timePeriod: string, value: string): Figure => ({
  ...{ timePeriod, value, obsValue: Number(value), obsStatus: null, note: null, releaseId: 'r', claims: [], disputed: false },
})
const standing = ['2018 40', '2019 41', '2020 42.5', '2021 43', '2022 44'].map((one) => {
  const [timePeriod = '', value = ''] = one.split(' ')
  return figure(timePeriod, value)
})
const entry = (timePeriod: string, value: string | null) => ({
  series,
  timePeriod,
  value,
  obsStatus: value === null ? 'M' : null,
  note: null,
})

test.each([
  { case: 'an ordinary new value', entered: entry('2023', '45'), codes: [] },
  { case: 'a comma in the wrong place, at the end of the series', entered: entry('2023', '4.5'), codes: ['value_far_from_last'] },
  { case: 'a comma in the wrong place, in its middle', entered: entry('2020', '4.25'), codes: ['outlier'] },
  { case: 'more than a hundred per cent', entered: entry('2023', '101'), codes: ['value_far_from_last', 'value_out_of_range'] },
  { case: 'a month among years', entered: entry('2023-05', '45'), codes: ['period_not_fitting'] },
  { case: 'a year that is not over', entered: entry('2026', '45'), codes: ['period_not_over'] },
  { case: 'what stands already', entered: entry('2022', '44'), codes: ['same_as_standing'] },
  { case: 'a gap', entered: entry('2022', null), codes: [] },
])('$case', ({ entered, codes }) => {
  expect(checkEntries([entered], standing, ['PT'], '2026-06-01').map((one) => one.code)).toEqual(codes)
})

test('a new series in another unit than all others of the indicator is asked about', () => {
  const found = checkEntries([{ ...entry('2023', '45'), series: { ...series, unit: 'KM' } }], [], ['PT'], '2026-06-01')
  expect(found.map((one) => one.code)).toEqual(['unit_not_fitting'])
})
