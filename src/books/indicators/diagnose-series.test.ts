import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnoseSeries, type Point } from './diagnose-series.ts'

/** `'2010: 1 2 3'` → points for 2010, 2011, 2012. */
function series(text: string): Point[] {
  const [from = '', values = ''] = text.split(': ')
  return values.split(' ').map((value, index) => ({ timePeriod: String(Number(from) + index), obsValue: Number(value) }))
}
const found = (text: string) => diagnoseSeries(series(text)).map(({ kind, timePeriod }) => `${kind} ${timePeriod}`)

/** Almaty city as KazStat publishes it; what stands at the end was judged by eye before the rule was written. */
test.each([
  { case: 'PM10 leaves in 2017 and returns', values: '2014: .012 .06 .05 .3 .03 .05 .04 .047 .04 .02', diagnoses: ['outlier 2017'] },
  {
    case: 'renewables begin to count large hydro in 2014, and 2021 is a slip',
    values: '2012: .1 .1 5 5.8 6.6 6.2 6 5.9 5.1 31.3 7.8 5.5',
    diagnoses: ['break 2014', 'outlier 2021'],
  },
  { case: 'waste service falls to a half for one year', values: '2019: 89 100 100 54.3 100', diagnoses: ['outlier 2022'] },
  {
    case: 'people in failing buildings vanish in 2020',
    values: '2010: 16347 40743 42926 44195 49284 50246 49914 48834 48779 49589 17 17 0 0',
    diagnoses: ['break 2020'],
  },
  {
    case: 'passengers: the pandemic and a new method are one break, dated at the larger jump',
    values: '2010: 2595.5 3190.6 3802.8 4238.8 4808.6 4984.8 4984.2 5097.2 5202.2 5588.9 1949.8 357.5 407.5 451.3',
    diagnoses: ['break 2021'],
  },
  {
    case: 'freight shrinks tenfold',
    values: '2010: 142.4 155.6 168.3 194.4 216.8 232.1 252.3 256 247 257.5 252.3 25.8 27.2 29.7',
    diagnoses: ['break 2021'],
  },
])('$case', ({ values, diagnoses }) => {
  expect(found(values)).toEqual(diagnoses)
})

test.each([
  { case: 'PM2.5', values: '2016: .02 .009 .015 .03 .03 .036 .03 .02' },
  { case: 'treated wastewater', values: '2010: 95.2 96.9 97.6 97.4 97.4 98.2 97.3 97.9 98.1 98.1 98.1 98.4 96.5' },
  { case: 'a hundred per cent every year', values: '2010: 100 100 100 100 100 100 100 100 100 100 100 100 100 100' },
  { case: 'a hundred per cent but for the last year', values: '2016: 100 100 100 100 100 99.3' },
  { case: 'energy intensity', values: '2012: .23 .14 .12 .12 .11 .12 .09 .11' },
  { case: 'housing', values: '2010: 20.3 20.7 24.4 27.6 26.7 27 27.6 27.1 27.5 28 28.3 29 29.1 30' },
  { case: 'roads in good state', values: '2011: 28 34 37 43 65 60 65 70 90.4' },
  { case: 'recycling', values: '2019: 11 10 14 18 13.6' },
  { case: 'road deaths', values: '2010: 14.48 14.11 14.02 10.8 11.94 8.79 9.03 8.24 10.01 11.08' },
  { case: 'poisoning', values: '2010: 8.99 10.62 9.1 6.84 5.15 5.2 3.94 4.28 3.06 2.7' },
  { case: 'suicide', values: '2010: 7.63 8.24 7.25 5.63 6.71 5.68 4.75 5.01 7.6 5.25' },
  { case: 'under-five mortality', values: '2010: 18.84 19.45 14.08 11.86 9.4 10.37 8.71 8.5 9.86 9.65' },
  { case: 'maternal mortality, restless every year', values: '2010: 6 15.5 13 10.2 4.8 2.4 9.1 11.3 8.9 15.4 23 53.8 10 16.3' },
  { case: 'unemployment', values: '2010: 6.3 5.6 5.6 5.6 5.5 5.3 5.3 5.3 5.2 5.1 5.2 5.2 5 4.8' },
  { case: 'youth not in work or school', values: '2010: 3.8 2.8 3.3 3.2 4.8 5.9 5.2 4 3.4 3.4 3.8 3.9 3.8 5.2' },
  { case: 'gross regional product', values: '2010: 120.4 128.9 138.3 155.7 153.2 154.7 153.8 153.6 153.8 157.8 145.3 150.1 148 157.6' },
  { case: 'informal employment', values: '2012: 9.8 10.5 14.8 11.4 17.2 10.5 10.9 4.6 3.7 6.1 4.3 4.3' },
  { case: 'research spending', values: '2010: .34 .34 .33 .43 .42 .35 .25 .21 .22 .19 .24 .29 .25 .31' },
  { case: 'women in management', values: '2010: 39.2 40.3 46.2 39.5 38.4 35.3 39.9 36.1 43.2 48.1 46.1 40.9 40.8 42.7' },
  { case: 'internet users', values: '2011: 63.7 68.2 71 71 81.9 84.3 84.1 84.3 87.7 91.8 95.2 95.6 95.8' },
  { case: 'last decimals only: 0.2 and 0.1', values: '2010: 0.2 0.2 0.2 0.1 0.1 0.1 0.1' },
  { case: 'steady growth of a fifth each year', values: '2010: 100 120 144 172.8 207.4 248.8 298.6 358.3' },
])('calm: $case', ({ values }) => {
  expect(found(values)).toEqual([])
})

test('four values are too few to judge', () => {
  expect(found('2020: 1 1 100 1')).toEqual([])
})

test('a break by ten names the factor, another does not', () => {
  expect(diagnoseSeries(series('2010: 250 252 256 247 25 26 25')).map((one) => one.unitFactor)).toEqual([10])
  expect(diagnoseSeries(series('2010: 250 252 256 247 80 81 80')).map((one) => one.unitFactor)).toEqual([null])
})

test('neither the order of the points nor the unit of measure changes a diagnosis', () => {
  const value = fc.integer({ min: 1, max: 500 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 5, maxLength: 14 }), fc.constantFrom(2, 4, 64), (values, factor) => {
      const points = values.map((obsValue, index) => ({ timePeriod: String(2000 + index), obsValue: obsValue * 4 }))
      const other = points.map((point) => ({ ...point, obsValue: point.obsValue * factor })).reverse()
      const dates = (list: Point[]) => diagnoseSeries(list).map(({ kind, timePeriod }) => `${kind} ${timePeriod}`)
      expect(dates(other)).toEqual(dates(points))
    }),
    { seed: 5 },
  )
})

test('never a crash or a number that is none, whatever the values', () => {
  const value = fc.oneof(fc.constant(0), fc.double({ min: -1e9, max: 1e9, noNaN: true }))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 16 }), (values) => {
      for (const one of diagnoseSeries(values.map((obsValue, index) => ({ timePeriod: String(2000 + index), obsValue })))) {
        expect(Number.isFinite(one.usual) && Number.isFinite(one.found) && !Number.isNaN(one.deviations)).toBe(true)
      }
    }),
    { seed: 3 },
  )
})
