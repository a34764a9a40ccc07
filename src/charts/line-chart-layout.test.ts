import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineCharts } from './line-chart.examples.ts'
import { textWidth } from './text-width.ts'
import type { ChartSize, LineChartData, LinePoint } from './line-chart-data.ts'
import { layOutLineChart } from './line-chart-layout.ts'

const wide: ChartSize = { width: 940, height: 380, narrow: false }
const phone: ChartSize = { width: 328, height: 300, narrow: true }
const chart = (points: readonly Partial<LinePoint>[], more: Partial<LineChartData> = {}): LineChartData => ({
  label: '',
  unit: '%',
  target: null,
  outlier: 'outlier',
  break: 'break',
  number: String,
  series: [{ name: 'a', points: points.map((one) => ({ timePeriod: '2020', value: 1, text: '', href: '', title: '', ...one })) }],
  ...more,
})
const segmentsOf = (points: readonly Partial<LinePoint>[]) =>
  layOutLineChart(chart(points), wide).series[0]?.segments.map((one) => one.length)

test.each([
  {
    case: 'three years in a row are one line',
    points: [{ timePeriod: '2020' }, { timePeriod: '2021' }, { timePeriod: '2022' }],
    segments: [3],
  },
  {
    case: 'a gap is not drawn across',
    points: [
      { timePeriod: '2019' },
      { timePeriod: '2020' },
      { timePeriod: '2021', value: null },
      { timePeriod: '2022' },
      { timePeriod: '2023' },
    ],
    segments: [2, 2],
  },
  {
    case: 'a missing year is a gap',
    points: [{ timePeriod: '2018' }, { timePeriod: '2019' }, { timePeriod: '2022' }, { timePeriod: '2023' }],
    segments: [2, 2],
  },
  {
    case: 'a series of every third year has no gaps',
    points: [{ timePeriod: '2014' }, { timePeriod: '2017' }, { timePeriod: '2020' }],
    segments: [3],
  },
  {
    case: 'the last day of a month and the first of the next are one line',
    points: [{ timePeriod: '2024-01-30' }, { timePeriod: '2024-01-31' }, { timePeriod: '2024-02-01' }, { timePeriod: '2024-02-02' }],
    segments: [4],
  },
  {
    case: 'a missing day is a gap',
    points: [{ timePeriod: '2024-01-30' }, { timePeriod: '2024-01-31' }, { timePeriod: '2024-02-02' }, { timePeriod: '2024-02-03' }],
    segments: [2, 2],
  },
  {
    case: 'a break is never joined',
    points: [{ timePeriod: '2018' }, { timePeriod: '2019' }, { timePeriod: '2020', afterBreak: true }, { timePeriod: '2021' }],
    segments: [2, 2],
  },
  {
    case: 'an outlier beyond the scale leaves the line',
    points: [
      { timePeriod: '2018', value: 10 },
      { timePeriod: '2019', value: 11 },
      { timePeriod: '2020', value: 900, outlier: true },
      { timePeriod: '2021', value: 12 },
      { timePeriod: '2022', value: 10 },
    ],
    segments: [2, 2],
  },
])('$case', ({ points, segments }) => {
  expect(segmentsOf(points)).toEqual(segments)
})

test('an outlier does not stretch the scale for all others', () => {
  const { grid, outliers } = layOutLineChart(lineCharts['outlier'] as LineChartData, wide)
  expect(Number(grid.at(-1)?.text)).toBeLessThan(100)
  expect(outliers[0]?.point.beyond).toBe(true)
})

test('labels at the end of the lines do not touch', () => {
  const near = ['a', 'b', 'c'].map((name, index) => ({
    name,
    points:
      chart([
        { timePeriod: '2020', value: 50 + index },
        { timePeriod: '2021', value: 50 },
      ]).series[0]?.points ?? [],
  }))
  const layout = layOutLineChart(chart([], { series: near, target: { value: 50, label: 'target' } }), wide)
  const tops = [...layout.series.map(({ label }) => label), layout.target?.label ?? null]
    .flatMap((label) => (label === null ? [] : [{ top: label.y, height: label.lines.length * 17 }]))
    .sort((a, b) => a.top - b.top)
  expect(tops).toHaveLength(4)
  for (const [index, { top, height }] of tops.slice(0, -1).entries()) expect(tops[index + 1]?.top).toBeGreaterThanOrEqual(top + height)
})

test('the name of a line that ends early stands inside the chart and on no other name', () => {
  const ending = (name: string, last: string, value: number) => ({
    name,
    points: chart([
      { timePeriod: '2016', value: 20, text: '20' },
      { timePeriod: last, value, text: String(value) },
    ]).series[0]!.points,
  })
  const series = [ending('Bureau of National Statistics of Kazakhstan (SDG data)', '2023', 20), ending('OpenAQ, sensor 25903', '2024', 19)]
  const boxes = layOutLineChart(chart([], { series }), wide).series.map(({ label }) => {
    const { x, y, lines, anchor } = label!
    const width = Math.max(...lines.map((text) => textWidth(text, 13, true)))
    const from = anchor === 'start' ? x : x - width
    return { from, to: from + width, top: y - 13, bottom: y + 17 * (lines.length - 1) }
  })
  const [first, second] = boxes as [(typeof boxes)[number], (typeof boxes)[number]]
  expect(Math.max(first.to, second.to)).toBeLessThanOrEqual(wide.width)
  expect(first.to <= second.from || second.to <= first.from || first.bottom <= second.top || second.bottom <= first.top).toBe(true)
})

test('an outlier is not named on the name of a break', () => {
  const points = [0, 0, 0, 1687, 4307, 9142, 5107].map((value, index) => ({
    timePeriod: String(2017 + index),
    value,
    text: `${value} 000`,
    ...(index === 4 ? { afterBreak: true } : {}),
    ...(index === 5 ? { outlier: true } : {}),
  }))
  const { breaks, outliers } = layOutLineChart(chart(points), wide)
  const [stop, far] = [breaks[0]!.label, outliers[0]!.label]
  const start = far.anchor === 'start' ? far.x : far.x - textWidth(far.lines[0]!)
  const apart = start > stop.x + textWidth('break') || start + textWidth(far.lines[0]!) < stop.x
  expect(apart || Math.abs(far.y - stop.y) >= 13).toBe(true)
})

test('whatever the values, everything that is believed stands inside the plot', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(values, fc.constantFrom(wide, phone), (numbers, size) => {
      const { plot, series } = layOutLineChart(chart(numbers.map((value, index) => ({ timePeriod: String(2010 + index), value }))), size)
      for (const { x, y } of series[0]?.points ?? []) {
        expect(x).toBeGreaterThanOrEqual(plot.left)
        expect(x).toBeLessThanOrEqual(plot.right)
        expect(y).toBeGreaterThanOrEqual(plot.top - 1e-6)
        expect(y).toBeLessThanOrEqual(plot.bottom + 1e-6)
      }
    }),
  )
})

test('a chart without values has axes and no line', () => {
  const { series, grid } = layOutLineChart(chart([{ value: null }]), wide)
  expect(series[0]?.points).toEqual([])
  expect(grid.length).toBeGreaterThan(1)
})

test('an outlier far below stays within the plot: only above is there a broken stem', () => {
  const values = [89, 100, 100, 54.3, 100]
  const points = values.map((value, at) => ({ timePeriod: String(2019 + at), value, outlier: value === 54.3 }))
  for (const size of [wide, phone]) {
    const { plot, series } = layOutLineChart(chart(points), size)
    for (const { y } of series[0]?.points ?? []) expect(y).toBeLessThanOrEqual(plot.bottom)
  }
})

test('the words of the target leave the last value alone', () => {
  const points = [63.7, 71, 84.3, 95.8].map((value, at) => ({ timePeriod: String(2019 + at), value, text: String(value) }))
  const { target, series } = layOutLineChart(chart(points, { target: { value: 100, label: 'Target 100 (2030)' } }), phone)
  const [label, last] = [target!.label, series[0]!.label!]
  const isApart = Math.abs(label.y - last.y) >= 13 || label.anchor !== last.anchor
  expect(isApart).toBe(true)
})
