import { expect, test } from 'vitest'
import { estimateAt } from './estimate-at.ts'

const points = (...pairs: [number, number][]) => pairs.map(([year, value]) => ({ year, value }))

test.each([
  { case: 'a year that has a value keeps it', series: points([2015, 3], [2016, 9]), year: 2016, scale: null, value: 9 },
  { case: 'between two years the straight line', series: points([2014, 10], [2018, 30]), year: 2015, scale: null, value: 15 },
  { case: 'an even growth goes on', series: points([2015, 10], [2016, 12], [2017, 14]), year: 2030, scale: null, value: 40 },
  { case: 'before the first year it goes back', series: points([2016, 12], [2017, 14]), year: 2015, scale: null, value: 10 },
  { case: 'a fall stops at 0 where nothing was ever below', series: points([2015, 10], [2017, 6]), year: 2030, scale: null, value: 0 },
  { case: 'what was below 0 may be so again', series: points([2015, 1], [2016, -1]), year: 2018, scale: null, value: -5 },
  {
    case: 'a share at the end of its scale: the latest value stands',
    series: points([2015, 90], [2020, 100]),
    year: 2030,
    scale: 100,
    value: 100,
  },
  { case: 'the same before the first year', series: points([2015, 90], [2020, 100]), year: 2010, scale: 100, value: 90 },
  { case: 'one value tells nothing of other years', series: points([2015, 90]), year: 2030, scale: null, value: null },
])('$case', ({ series, year, scale, value }) => {
  const estimate = estimateAt(series, year, scale)
  if (value === null) expect(estimate).toBeNull()
  else expect(estimate).toBeCloseTo(value, 9)
})

test('a share is carried on by its log-odds: 50 → 80 % in five years is 16 : 1 after ten', () => {
  // odds 1 : 1 become 4 : 1, then 16 : 1 = 94.1 %
  expect(estimateAt(points([2015, 50], [2020, 80]), 2025, 100)).toBeCloseTo((100 * 16) / 17, 9)
})

test('late years weigh more: the turn of the last year is seen', () => {
  const early = estimateAt(points([2010, 0], [2011, 1], [2012, 2], [2013, 0]), 2014, null)!
  // unweighted, the line through these is y = 0.6 + 0.1 (t − 2010) = 1.0 in 2014
  expect(early).toBeLessThan(0.9)
})
