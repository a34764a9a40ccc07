import { expect, test } from 'vitest'
import { isValueDue } from './values-due.ts'

test.each([
  { case: 'a year is due a year after it ended', periods: ['2022', '2023'], today: '2025-12-31', due: false },
  { case: 'and then it is due', periods: ['2022', '2023'], today: '2026-01-01', due: true },
  { case: 'a survey every five years', periods: ['2010', '2015', '2020'], today: '2026-11-22', due: false },
  { case: 'one gap does not change the rhythm', periods: ['2018', '2019', '2021', '2022', '2023'], today: '2026-01-01', due: true },
  { case: 'a quarter', periods: ['2026-Q1', '2026-Q2'], today: '2026-12-31', due: false },
  { case: 'a quarter that is late', periods: ['2025-Q4', '2026-Q1'], today: '2026-10-01', due: true },
  { case: 'a month', periods: ['2026-08', '2026-09'], today: '2026-11-30', due: false },
  { case: 'a month that is late', periods: ['2026-08', '2026-09'], today: '2026-12-01', due: true },
  { case: 'a single year', periods: ['2020'], today: '2026-11-22', due: true },
  { case: 'daily values are not entered by hand', periods: ['2020-01-01'], today: '2026-11-22', due: false },
  { case: 'nothing at all', periods: [], today: '2026-11-22', due: false },
])('$case', ({ periods, today, due }) => {
  expect(isValueDue(periods, today)).toBe(due)
})
