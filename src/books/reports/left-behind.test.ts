import { expect, test } from 'vitest'
import type { Figure, Series } from '../indicators/figure.ts'
import type { IndexedIndicator, IndexInput } from './indexed-indicator.ts'
import { findLeftBehind } from './left-behind.ts'

const series = (id: string, dimensions: Record<string, string>): Series => ({
  ...{ id, address: id, indicator: '8.5.2', refArea: 'KZALA', source: 'stat', method: '', boundary: '', unit: 'PT', dimensions },
})
const figure = (timePeriod: string, obsValue: number): Figure =>
  ({ timePeriod, obsValue, value: String(obsValue), disputed: false, releaseId: 'r', note: null }) as unknown as Figure
const whole = series('whole', {})
const figures = new Map([
  ['whole', [figure('2022', 5), figure('2023', 4)]],
  ['women', [figure('2022', 6), figure('2023', 6)]],
  ['men', [figure('2022', 4), figure('2023', 2)]],
  ['young', [figure('2022', 15)]],
  ['young women', [figure('2023', 40)]],
  ['product', [figure('2023', 40)]],
])
const input = {
  series: [
    whole,
    series('women', { SEX: 'F' }),
    series('men', { SEX: 'M' }),
    series('young', { AGE: 'Y15T24' }),
    series('young women', { SEX: 'F', AGE: 'Y15T24' }),
    series('product', { PRODUCT: 'X' }),
  ],
  figures,
  releases: [],
  labels: { code: () => ({}) },
} as unknown as IndexInput
const indexed = (desired: 'increase' | 'decrease' | null) =>
  ({ indicator: { code: '8.5.2' }, desired, labelled: { series: whole } }) as unknown as IndexedIndicator

test.each([
  {
    case: 'less is better: the largest ratio to everybody, in the last year that both have',
    desired: 'decrease',
    code: 'Y15T24',
    ratio: 3,
  },
  { case: 'more is better: the other way round', desired: 'increase', code: 'M', ratio: 2 },
] as const)('$case', ({ desired, code, ratio }) => {
  expect(findLeftBehind([indexed(desired)], input)).toMatchObject([{ code, ratio }])
})

test('without a direction nobody can be called behind', () => {
  expect(findLeftBehind([indexed(null)], input)).toEqual([])
})
