import { scaleLinear } from 'd3-scale'
import { isDrawn, type ChartSize, type LineChartData, type LinePoint, type PlacedLabel, type PlacedPoint } from './line-chart-data.ts'
import { boxOf, endLabels, line, listLines, narrowLabel, outlierLabel, targetLabel } from './line-chart-labels.ts'
import type { Point } from './round.ts'
import { textWidth, twoLines } from './text-width.ts'
import { timeOf } from './time.ts'

/** Where everything stands, in pixels: the chart itself only draws it. */
export interface LineChartLayout {
  /** Grows with the list of names on a phone. */
  height: number
  plot: { left: number; right: number; top: number; bottom: number }
  grid: ReadonlyArray<{ y: number; text: string }>
  ticks: ReadonlyArray<{ x: number; text: string }>
  target: { y: number; label: PlacedLabel } | null
  series: ReadonlyArray<{
    name: string
    segments: readonly (readonly Point[])[]
    bands: readonly (readonly Point[])[]
    points: readonly PlacedPoint[]
    label: PlacedLabel | null
  }>
  breaks: ReadonlyArray<{ x: number; label: PlacedLabel }>
  outliers: ReadonlyArray<{ point: PlacedPoint; label: PlacedLabel }>
}

/** Lays a chart out at one width. */
export function layOutLineChart(data: LineChartData, { width, height, narrow }: ChartSize): LineChartLayout {
  const values = data.series.flatMap(({ points }) => points.filter(isDrawn))
  const domain = valueDomain(data, values)
  const steps = scaleLinear().domain(domain).nice(5)
  const axis = steps.ticks(narrow ? 4 : 6)
  const left = Math.ceil(Math.max(20, ...axis.map((value) => textWidth(data.number(value)) + 10)))
  const names = data.series.map(({ name }) => twoLines(name, 22))
  const endTexts = [...names.flat(), ...(data.target ? twoLines(data.target.label, 22) : [])]
  const right = narrow ? width - 8 : width - Math.ceil(Math.max(60, ...endTexts.map((text) => textWidth(text, 13, true) + 18)))
  const list = narrow && data.series.length > 1 ? data.series.map(listLines) : null
  const listHeight = list === null ? 0 : list.flat().length * line + 8
  const top = 26 + listHeight
  const bottom = height + listHeight - 30
  const y = steps.range([bottom, top])
  const top_ = y.domain()[1] ?? 0
  const times = values.map((point) => timeOf(point.timePeriod))
  const [from, to] = timeDomain(times)
  const x = scaleLinear()
    .domain([from, to])
    .range([left + 6, right])

  const place = (point: LinePoint & { value: number }): PlacedPoint => {
    const beyond = point.value > top_
    return { ...point, x: x(timeOf(point.timePeriod)), y: beyond ? top - 4 : y(point.value), beyond }
  }

  const placed = data.series.map(({ name, points }) => {
    const runs = runsOf(points).map((run) => run.map(place))
    return {
      name,
      points: runs.flat(),
      segments: runs.flatMap(splitBeyond),
      bands: runs
        .map((run) => run.filter((point) => point.interval))
        .filter((run) => run.length > 1)
        .map((run) => [
          ...run.map((point): Point => [point.x, y(Math.min(point.interval![1], top_))]),
          ...run.toReversed().map((point): Point => [point.x, y(point.interval![0])]),
        ]),
    }
  })

  const every = placed.flatMap(({ points }) => points)
  const breaks = breaksOf(placed).map(({ before, after }): { x: number; label: PlacedLabel } => {
    const at = (before.x + after.x) / 2
    const end = at > right - 80
    return { x: at, label: { x: at + (end ? -6 : 6), y: top + 10, lines: [data.break], anchor: end ? 'end' : 'start' } }
  })
  const ends = narrow ? placed.map(({ points }, index) => narrowLabel(points, index, list)) : []
  const labels = narrow ? null : endLabels(data, placed, y, { left, right, bottom, width })
  return {
    height: height + listHeight,
    plot: { left, right, top, bottom },
    grid: axis.map((value) => ({ y: y(value), text: data.number(value) })),
    ticks: yearTicks(from, to, x, narrow),
    target: data.target && {
      y: y(data.target.value),
      label:
        labels?.target ??
        targetLabel(
          data.target.label,
          y(data.target.value),
          left,
          right,
          every,
          ends.flatMap((label) => (label === null ? [] : [boxOf(label)])),
        ),
    },
    series: placed.map(({ name, points, segments, bands }, index) => ({
      name,
      points,
      segments: segments.map((segment) => segment.map((point): Point => [point.x, point.y])),
      bands,
      label: (labels?.series ?? ends)[index] ?? null,
    })),
    breaks,
    outliers: every
      .filter((point) => point.outlier)
      .map((point) => ({
        point,
        label: outlierLabel(
          point,
          `${data.outlier} ${point.text}`,
          every,
          breaks.map(({ label }) => boxOf(label)),
          [left, right],
        ),
      })),
  }
}

/** From zero where that does not flatten the line; an outlier does not stretch the scale for all others. */
function valueDomain(data: LineChartData, values: ReadonlyArray<LinePoint & { value: number }>): [number, number] {
  const usual = values.filter((point) => !point.outlier)
  const seen = (usual.length > 0 ? usual : values).flatMap((point) => [point.value, ...(point.interval ?? [])])
  // What stands above is drawn on a broken stem; there is no such place below.
  const lowest = Math.min(...seen)
  seen.push(...values.flatMap(({ value }) => (value < lowest ? [value] : [])))
  if (data.target) seen.push(data.target.value)
  if (seen.length === 0) return [0, 1]
  const low = Math.min(...seen)
  const high = Math.max(...seen)
  const size = Math.max(Math.abs(low), Math.abs(high))
  if (size < 1e-12) return [0, 1]
  if (high - low < 1e-9 * size) return [Math.min(0, low), Math.max(0, high)]
  if (low >= 0 && low < 0.6 * high) return [0, high]
  const air = (high - low) * 0.15
  return [low - air < 0 && low >= 0 ? 0 : low - air, high + air]
}

function timeDomain(times: readonly number[]): [number, number] {
  if (times.length === 0) return [0, 1]
  const from = Math.min(...times)
  const to = Math.max(...times)
  return from === to ? [from - 1, to + 1] : [from, to]
}

/** Points that are joined: no gap, no break, no missing year between them. */
function runsOf(points: readonly LinePoint[]): Array<Array<LinePoint & { value: number }>> {
  const times = points.filter(isDrawn).map((point) => timeOf(point.timePeriod))
  const step = Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? time)))
  const runs: Array<Array<LinePoint & { value: number }>> = []
  let last: LinePoint | undefined
  for (const point of points) {
    if (isDrawn(point)) {
      const joined = last?.value != null && !point.afterBreak && timeOf(point.timePeriod) - timeOf(last.timePeriod) < 1.5 * step
      if (joined) runs.at(-1)?.push(point)
      else runs.push([point])
    }
    last = point
  }
  return runs
}

/** The line stops before a point on a broken stem and goes on after it. */
function splitBeyond(run: readonly PlacedPoint[]): PlacedPoint[][] {
  const parts: PlacedPoint[][] = [[]]
  for (const point of run) {
    if (point.beyond) parts.push([])
    else parts.at(-1)?.push(point)
  }
  return parts.filter((part) => part.length > 1)
}

function breaksOf(placed: ReadonlyArray<{ points: readonly PlacedPoint[] }>) {
  return placed.flatMap(({ points }) =>
    points.flatMap((after, index) => {
      const before = points[index - 1]
      return after.afterBreak && before ? [{ before, after }] : []
    }),
  )
}

/** The last year always has its name; the others as they fit. */
function yearTicks(from: number, to: number, x: (time: number) => number, narrow: boolean) {
  const last = Math.floor(to)
  const first = Math.ceil(from)
  const room = Math.max(1, Math.floor(Math.abs(x(to) - x(from)) / (narrow ? 52 : 48)))
  const step = [1, 2, 5, 10, 20, 50].find((years) => (last - first) / years <= room) ?? 100
  const ticks = []
  for (let year = last; year >= first; year -= step) ticks.unshift({ x: x(year), text: String(year) })
  return ticks
}
