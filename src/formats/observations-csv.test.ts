import { expect, test } from 'vitest'
import type { Figure, Observation, Release } from '../books/indicators/figure.ts'
import { identifySeries } from '../books/indicators/series-key.ts'
import { writeObservationsCsv } from './observations-csv.ts'

const series = (sex: string) =>
  identifySeries({
    indicator: '8.5.2',
    refArea: 'KZALA',
    source: 'kazstat',
    method: '',
    boundary: '',
    unit: 'PT',
    dimensions: sex === '' ? {} : { SEX: sex },
  })
const release = { number: 2, publishedAt: '2024-10-24T18:59:59.999Z' } as Release
const claim = (value: string | null): Observation => ({
  seriesId: 's',
  timePeriod: '2023',
  value,
  obsValue: value === null ? null : Number(value),
  obsStatus: value === null ? 'M' : null,
  note: null,
  releaseId: 'r',
  origin: { file: 'data/indicator, 8-5-2.csv', line: 41, row: '', cell: '' },
})
const figure = (...values: Array<string | null>): Figure => {
  const claims = values.map(claim)
  const disputed = values.length > 1
  return { timePeriod: '2023', value: values[0] ?? null, obsValue: null, obsStatus: null, note: null, releaseId: 'r', claims, disputed }
}
const rowsOf = (csv: string) => csv.trimEnd().split('\r\n')

test('published digits come out as they went in, and a comma in a name is quoted', () => {
  const [header, row] = rowsOf(writeObservationsCsv([{ series: series('F'), figure: figure('5.30'), release, licence: 'CC BY 4.0' }]))
  expect(header?.split(',').slice(5, 10)).toEqual(['unit', 'SEX', 'time_period', 'value', 'disputed'])
  expect(row).toContain('8.5.2,KZALA,kazstat,,,PT,F,2023,5.30,false,')
  expect(row).toContain('"data/indicator, 8-5-2.csv",41,CC BY 4.0')
})

test('a disputed figure has all its rows, a gap an empty value with its status', () => {
  const [, first, second, gap] = rowsOf(
    writeObservationsCsv([
      { series: series(''), figure: figure('5.3', '5.4'), release, licence: 'CC BY 4.0' },
      { series: series('F'), figure: figure(null), release, licence: 'CC BY 4.0' },
    ]),
  )
  expect(first).toContain(',2023,5.3,true,')
  expect(second).toContain(',2023,5.4,true,')
  expect(gap).toContain(',F,2023,,false,M,')
})

test('no figures are a header only', () => {
  expect(rowsOf(writeObservationsCsv([]))).toHaveLength(1)
})
