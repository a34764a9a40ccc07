import { expect, test } from 'vitest'
import { assembleHomeView, seriesOfHome, type HomeInput } from './home-view.ts'
import { figureInForce } from './indicators/figure-in-force.ts'
import type { Series } from './indicators/figure.ts'
import { makeLabels } from './indicators/labelled-series.ts'
import { identifySeries } from './indicators/series-key.ts'

const seriesOf = (indicator: string, source: string, more: Partial<Series> = {}): Series =>
  identifySeries({ indicator, refArea: 'KZALA', source, method: '', boundary: '', unit: 'PT', dimensions: {}, ...more })
const figuresOf = (series: Series, values: Readonly<Record<string, string>>) =>
  [
    series.id,
    Object.entries(values).map(([timePeriod, value]) =>
      figureInForce([
        { seriesId: series.id, timePeriod, value, obsValue: Number(value), obsStatus: null, note: null, releaseId: 'r', origin: null },
      ]),
    ),
  ] as const
const inputOf = (series: readonly Series[], figures: ReadonlyArray<ReturnType<typeof figuresOf>>): HomeInput => ({
  refArea: 'KZALA',
  areas: [],
  labels: makeLabels([], [], []),
  series,
  figures: new Map(figures),
  asOfYear: 2026,
  versions: [],
  indicators: [],
  releases: [],
  reasons: [],
})

const roads = seriesOf('11.2.1.1', 'kazstat')
const transport = [seriesOf('11.2.1', 'un-habitat'), seriesOf('11.2.1', 'unece')] as const
const waste = [seriesOf('11.6.1', 'kazstat'), seriesOf('11.6.1', 'city')] as const
const daily = seriesOf('11.6.2', 'openaq', { dimensions: { FREQ: 'D', SERIES: 'PM2' } })
const annual = seriesOf('11.6.2', 'openaq', { dimensions: { SERIES: 'PM2' } })

test('a city without programme, rivals and daily air has an honest empty page', () => {
  expect(assembleHomeView(inputOf([roads], [figuresOf(roads, { 2022: '90.4' })]))).toEqual({
    air: null,
    programme: null,
    rivalries: [],
    releases: [],
  })
})

test('contradictions of two indicators are shown, the widest first', () => {
  const view = assembleHomeView(
    inputOf(
      [...waste, ...transport],
      [
        figuresOf(waste[0], { 2020: '10' }),
        figuresOf(waste[1], { 2020: '12' }),
        figuresOf(transport[0], { 2020: '39.05' }),
        figuresOf(transport[1], { 2021: '86' }),
      ],
    ),
  )
  expect(view.rivalries.map(({ indicator }) => indicator)).toEqual(['11.2.1', '11.6.1'])
  expect(view.rivalries[0]?.claims.map(({ reference }) => reference.value)).toEqual(['39.05', '86'])
})

test('of one indicator only the widest contradiction is shown', () => {
  const view = assembleHomeView(
    inputOf(waste, [figuresOf(waste[0], { 2020: '10', 2021: '10' }), figuresOf(waste[1], { 2020: '30', 2021: '12' })]),
  )
  expect(view.rivalries.map(({ timePeriod }) => timePeriod)).toEqual(['2020'])
})

test('sources that agree are no contradiction', () => {
  const view = assembleHomeView(inputOf(waste, [figuresOf(waste[0], { 2020: '10' }), figuresOf(waste[1], { 2020: '10.0' })]))
  expect(view.rivalries).toEqual([])
})

test('a year of air opens its annual mean; without one, its last measured day', () => {
  const view = assembleHomeView(
    inputOf(
      [daily, annual],
      [figuresOf(daily, { '2020-12-31': '164', '2021-01-01': '90', '2021-01-02': '80' }), figuresOf(annual, { 2021: '34.7' })],
    ),
  )
  expect(view.air?.years.map(({ figure }) => figure.timePeriod)).toEqual(['2020-12-31', '2021'])
  expect(view.air).toMatchObject({ days: 3, lastDay: '2021-01-02' })
})

test('figures are asked for only where the page shows them', () => {
  const elsewhere = seriesOf('11.2.1', 'un-habitat', { refArea: 'KZNS' })
  const asked = seriesOfHome([roads, ...transport, daily, elsewhere], { refArea: 'KZALA', versions: [], areas: [] })
  expect(asked).toEqual([...transport, daily])
})
