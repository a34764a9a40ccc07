import { expect, test } from 'vitest'
import { annualMeans } from './annual-mean.ts'

/** Days from a date on, half of them above and half below the mean. */
const days = (from: string, count: number, mean: number, swing = 10) =>
  Array.from({ length: count }, (_, i) => ({
    date: new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10),
    value: mean + (count % 2 === 1 && i === 0 ? 0 : i % 2 === 0 ? swing : -swing),
  }))

// The shape of PM2.5 in Almaty (OpenAQ, US consulate): 267 days of 2020 from 9 April, whole years after.
test('2020 with 267 days from 9 April: 73 % of the days, so no annual mean; their own mean is 29.0', () => {
  const [year] = annualMeans(days('2020-04-09', 267, 29)).years
  expect(year).toMatchObject({ timePeriod: '2020', mean: null, days: 267, daysInPeriod: 366 })
  expect(year?.captureRate).toBeCloseTo(0.7295, 4)
  expect(year?.meanOfDaysPresent).toBeCloseTo(29, 9)
})

test.each([
  { year: '2021', count: 365, mean: 34.7 },
  { year: '2022', count: 365, mean: 26.5 },
  { year: '2023', count: 365, mean: 24.8 },
  { year: '2024', count: 366, mean: 19.4 },
])('$year with all $count days has the mean $mean', ({ year, count, mean }) => {
  const [whole, ...others] = annualMeans(days(`${year}-01-01`, count, mean)).years
  expect(others).toEqual([])
  expect(whole).toMatchObject({ timePeriod: year, days: count, captureRate: 1 })
  expect(whole?.mean).toBeCloseTo(mean, 9)
})

test.each([
  { case: '21 of 28 days are exactly 75 %', count: 21, hasMean: true },
  { case: '20 of 28 days are less', count: 20, hasMean: false },
])('February 2021: $case', ({ count, hasMean }) => {
  expect(annualMeans(days('2021-02-01', count, 7)).months[0]?.mean !== null).toBe(hasMean)
})

test('the annual mean is that of the days: a month with few days weighs little', () => {
  const { years, months } = annualMeans([...days('2021-01-01', 31, 10, 0), ...days('2021-02-01', 1, 100, 0)])
  expect(months.map((month) => month.meanOfDaysPresent)).toEqual([10, 100])
  expect(years[0]?.meanOfDaysPresent).toBeCloseTo((31 * 10 + 100) / 32, 9)
})

test('days without a value are missing, not 0', () => {
  expect(annualMeans([{ date: '2021-02-01', value: null }, { date: '2021-02-02', value: 4 }]).months[0]).toMatchObject({ days: 1, meanOfDaysPresent: 4 }) // prettier-ignore
})

test('a day told twice with the same value counts once; with two values it is refused', () => {
  const day = { date: '2021-02-01', value: 4 }
  expect(annualMeans([day, day]).years[0]?.days).toBe(1)
  expect(() => annualMeans([day, { ...day, value: 5 }])).toThrow(/two values/)
})

test.each(['2021', '2021-13-01', 'yesterday'])('"%s" is not a day', (date) =>
  expect(() => annualMeans([{ date, value: 1 }])).toThrow(RangeError),
)
