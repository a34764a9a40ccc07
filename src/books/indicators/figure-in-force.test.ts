import { expect, test } from 'vitest'
import type { Observation } from './figure.ts'
import { figureInForce } from './figure-in-force.ts'

const claim = (value: string | null): Observation => ({
  seriesId: 's',
  timePeriod: '2020',
  value,
  obsValue: value === null ? null : Number(value),
  obsStatus: null,
  note: null,
  releaseId: 'r',
  origin: null,
})

test.each([
  { case: 'one value stands as published', values: ['5.0'], value: '5.0', disputed: false },
  { case: 'the same number written twice is one figure', values: ['5.0', '5'], value: '5.0', disputed: false },
  { case: 'two numbers are a dispute and none is chosen', values: ['5', '6'], value: null, disputed: true },
  { case: 'a gap is a figure without a value', values: [null], value: null, disputed: false },
  { case: 'a value beside a gap is a dispute', values: ['5', null], value: null, disputed: true },
])('$case', ({ values, value, disputed }) => {
  const figure = figureInForce(values.map(claim))
  expect(figure).toMatchObject({ value, disputed })
  expect(figure.claims).toHaveLength(values.length)
})

test('claims of two periods are a fault, not a figure', () => {
  expect(() => figureInForce([claim('1'), { ...claim('1'), timePeriod: '2021' }])).toThrow(RangeError)
  expect(() => figureInForce([])).toThrow(RangeError)
})
