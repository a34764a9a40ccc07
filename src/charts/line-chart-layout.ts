import { scaleLinear } from 'd3-scale'
import type { Point } from './round.ts'
import { spread } from './spread.ts'
import { textWidth, twoLines } from './text-width.ts'
import { timeOf } from './time.ts'

export interface LinePoint {
  timePeriod: string
  /** null marks a gap: the line is not drawn across it. */
  value: number | null
  /** The value as published, in the reader's notation. */
  text: string
  /** The page of the figure. */
  href: string
  /** What the point says when asked: "2023: 20 µg/m³, KazStat". */
  title: string
  interval?: readonly [low: number, high: number]
  /** Part of the year is missing: the mark is hollow. */
  incomplete?: boolean
  /** Far from its neighbours: ringed, and drawn on a broken stem where the scale would burst. */
  outlier?: boolean
  /** Not comparable with the point before: a dashed line stands between, and the two are not joined. */
  afterBreak?: boolean
}

export interface LineSeries {
  name: string
  points: readonly LinePoint[]
}

export interface LineChartData {
  /** Accessible name: what, where, from when to when. */
  label: string
  unit: string
  /** At most four; in this order square, circle, diamond, triangle. */
  series: readonly LineSeries[]
  target: { value: number; label: string } | null
  /** Words that stand in the chart, and numbers on the axis. */
  outlier: string
  break: string
  number(value: number): string
}

export interface ChartSize {
  width: number
  height: number
  narrow: boolean
}

export interface PlacedPoint extends LinePoint {
  x: number
  y: number
  /** Beyond the scale: on a broken stem above the plot. */
  beyond: boolean
}

export interface PlacedLabel {
  x: number
  y: number
  lines: readonly string[]
  anchor: 'start' | 'end'
}

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

const line = 17

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

const isDrawn = (point: LinePoint): point is LinePoint & { value: number } => point.value !== null

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

/** Beside the line's end: name, then the last value. Labels that would touch are pushed apart. */
function endLabels(
  data: LineChartData,
  placed: ReadonlyArray<{ name: string; points: readonly PlacedPoint[] }>,
  y: (value: number) => number,
  { left, right, bottom, width }: { left: number; right: number; bottom: number; width: number },
) {
  const early = (points: readonly PlacedPoint[]) => (points.at(-1)?.x ?? right) < right - 40
  const wanted = placed.map(({ name, points }) => {
    const last = points.at(-1)
    const lines = last === undefined || early(points) ? [] : [...twoLines(name, 22), last.text]
    return { lines, y: last?.y ?? bottom }
  })
  if (data.target) wanted.push({ lines: twoLines(data.target.label, 22), y: y(data.target.value) })
  const tops = spread(
    wanted.map((label) => ({
      at: label.y - (label.lines.length * line) / 2,
      size: label.lines.length === 0 ? 0 : label.lines.length * line + 4,
    })),
    bottom + 8,
  )
  const labels = wanted.map(({ lines }, index): PlacedLabel => ({ x: right + 12, y: (tops[index] ?? 0) + 13, lines, anchor: 'start' }))
  const every = withBetween(placed.flatMap(({ points }) => points))
  const taken = labels.filter(({ lines }) => lines.length > 0).map(boxOf)
  const beside = placed.map(({ name, points }) => {
    if (!early(points)) return null
    const label = besideEnd(name, points, every, taken, [left, width])
    if (label !== null) taken.push(boxOf(label))
    return label
  })
  return {
    series: placed.map(({ points }, index) => (early(points) ? beside[index] : labels[index])),
    target: data.target ? labels.at(-1) : undefined,
  }
}

/** A line that ends before the others is named at its end, on the side where nothing else stands. */
function besideEnd(
  name: string,
  points: readonly PlacedPoint[],
  every: readonly Spot[],
  taken: readonly Box[],
  [from, to]: readonly [number, number],
): PlacedLabel | null {
  const last = points.at(-1)
  if (last === undefined) return null
  const around = (lines: readonly string[]): PlacedLabel[] => {
    const rest = (lines.length - 1) * line
    return [
      { x: last.x + 13, y: last.y + 5 - rest / 2, lines, anchor: 'start' },
      { x: last.x, y: last.y + 24, lines, anchor: 'start' },
      { x: last.x, y: last.y - 14 - rest, lines, anchor: 'start' },
      { x: last.x, y: last.y + 24, lines, anchor: 'end' },
      { x: last.x, y: last.y - 14 - rest, lines, anchor: 'end' },
    ]
  }
  const whole = around([`${name} ${last.text}`])
  const folded = around([...twoLines(name, 22), last.text])
  const inside = [...whole, ...folded].filter((place) => boxOf(place).left >= from && boxOf(place).right <= to)
  return emptiest(inside.length > 0 ? inside : folded, every, taken)
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Where a semibold label stands. */
function boxOf({ x, y, lines, anchor }: PlacedLabel): Box {
  const width = Math.max(...lines.map((text) => textWidth(text, 13, true)))
  const left = anchor === 'start' ? x : x - width
  return { left, right: left + width, top: y - 13, bottom: y + (lines.length - 1) * line + 4 }
}

/** Points and the middles between them: a label must not stand on a line either. */
function withBetween(points: readonly PlacedPoint[]): Spot[] {
  const spots: Spot[] = []
  for (const [index, point] of points.entries()) {
    spots.push(point)
    const next = points[index + 1]
    if (next === undefined || next.x <= point.x) continue
    for (const share of [0.25, 0.5, 0.75]) spots.push({ x: point.x + share * (next.x - point.x), y: point.y + share * (next.y - point.y) })
  }
  return spots
}

type Spot = Pick<PlacedPoint, 'x' | 'y'>

/** Name and last value as they stand above the plot on a phone; a long name takes two lines. */
const listLines = ({ name, points }: LineSeries): string[] => {
  const last = points.findLast(isDrawn)
  return last === undefined ? [] : twoLines(`${name} ${last.text}`, 38)
}

/** On a phone several names are listed above the plot; a single line carries only its last value. */
function narrowLabel(points: readonly PlacedPoint[], index: number, list: readonly string[][] | null): PlacedLabel | null {
  const last = points.at(-1)
  if (last === undefined) return null
  if (list !== null) return { x: 16, y: 31 + list.slice(0, index).flat().length * line, lines: list[index] ?? [], anchor: 'start' }
  const places: PlacedLabel[] = [
    { x: last.x + 4, y: last.y - 12, lines: [last.text], anchor: 'end' },
    { x: last.x + 4, y: last.y + 22, lines: [last.text], anchor: 'end' },
  ]
  return emptiest(
    places,
    withBetween(points).filter((point) => point !== last),
  )
}

/** On the dashed line, at the end and on the side where nothing is drawn. */
function targetLabel(
  text: string,
  y: number,
  left: number,
  right: number,
  points: readonly PlacedPoint[],
  taken: readonly Box[],
): PlacedLabel {
  const places: PlacedLabel[] = [
    { x: right, y: y - 6, lines: [text], anchor: 'end' },
    { x: right, y: y + 16, lines: [text], anchor: 'end' },
    { x: left + 6, y: y - 6, lines: [text], anchor: 'start' },
    { x: left + 6, y: y + 16, lines: [text], anchor: 'start' },
  ]
  return emptiest(places, withBetween(points), taken)
}

function outlierLabel(
  point: PlacedPoint,
  text: string,
  points: readonly PlacedPoint[],
  taken: readonly Box[],
  [left, right]: readonly [number, number],
): PlacedLabel {
  const width = textWidth(text)
  const others = points.filter((other) => other !== point)
  const places: PlacedLabel[] = [
    { x: point.x + 15, y: point.y + 5, lines: [text], anchor: 'start' },
    { x: point.x - 15, y: point.y + 5, lines: [text], anchor: 'end' },
    { x: point.x + 10, y: point.y + 20, lines: [text], anchor: 'start' },
    { x: point.x - 10, y: point.y + 20, lines: [text], anchor: 'end' },
    { x: point.x + 13, y: point.y + 38, lines: [text], anchor: 'start' },
    { x: point.x - 13, y: point.y + 38, lines: [text], anchor: 'end' },
  ]
  const inside = places.filter((place) => (place.anchor === 'start' ? place.x + width <= right + 4 : place.x - width >= left))
  return emptiest(inside.length > 0 ? inside : places, withBetween(others), taken)
}

/** The first place that no point and no other label comes near; else the one with the fewest. */
function emptiest(places: readonly PlacedLabel[], points: readonly Spot[], taken: readonly Box[] = []): PlacedLabel {
  const crowd = (place: PlacedLabel) => {
    const { left, right, top, bottom } = boxOf(place)
    const near = points.filter(({ x, y }) => x > left - 8 && x < right + 8 && y > top - 7 && y < bottom + 4)
    const under = taken.filter((box) => box.left < right && box.right > left && box.top < bottom && box.bottom > top)
    return near.length + 100 * under.length
  }
  let [best] = places
  let least = Infinity
  for (const place of places) {
    if (least === 0) break
    const others = crowd(place)
    if (others < least) [best, least] = [place, others]
  }
  return best!
}
