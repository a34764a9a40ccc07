import { nameLine, type PlacedName } from './row-name.tsx'
import { scaleLinear } from 'd3-scale'
import { textWidth, twoLines } from './text-width.ts'

export interface SpreadRow {
  name: string
  /** null where the data cannot answer this method. */
  value: number | null
  /** The value in the reader's notation; without a value, why there is none. */
  text: string
  /** Where the figure opens. */
  href?: string
  /** A published figure of somebody else's; all others we computed. */
  official?: boolean
  /** The method of the figure that the page is about. */
  me?: boolean
}

export interface MethodSpreadData {
  /** Accessible name: what, where, how many methods. */
  label: string
  unit: string
  rows: readonly SpreadRow[]
  /** How sure the figure of the page is. */
  interval: { low: number; high: number; label: string } | null
  /** A number as it stands on the axis. */
  number(value: number): string
}

export interface MethodSpreadLayout {
  height: number
  top: number
  bottom: number
  /** Where upright lines run, from top to bottom: on a phone only beside the marks, not through the names. */
  spans: ReadonlyArray<readonly [from: number, to: number]>
  ticks: ReadonlyArray<{ x: number; text: string }>
  band: { x: number; width: number; label: { x: number; anchor: 'start' | 'middle' | 'end'; text: string } } | null
  rows: ReadonlyArray<{
    row: SpreadRow
    /** One line, or two; `y` is that of the first. */
    name: PlacedName
    /** null: there is no value, only words. */
    mark: { x: number; y: number } | null
    text: { x: number; y: number; anchor: 'start' | 'end' }
  }>
}

/** Where the wide drawing is shown small, the stylesheet writes larger than 13 px: names must have room for it. */
const wideText = 15
/** Letters in a line of a name. */
const longestLine = 40
/** From a mark to its value. */
const gap = 11

/** One row for each method; names beside the rows, on a phone above them. The axis covers the values and need not begin at 0. */
export function layOutMethodSpread(data: MethodSpreadData, { width, narrow }: { width: number; narrow: boolean }): MethodSpreadLayout {
  const size = narrow ? 13 : wideText
  const names = data.rows.map(({ name }) => twoLines(name, longestLine))
  const left = narrow
    ? 8
    : Math.ceil(Math.max(...data.rows.flatMap(({ me }, at) => (names[at] ?? []).map((line) => textWidth(line, size, me))), 60)) + 24
  const right = width - 24
  const known = data.rows.flatMap(({ value }) => (value === null ? [] : [value]))
  const values = data.interval === null ? known : [...known, data.interval.low, data.interval.high]
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const scale = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([left, right])
    .nice(narrow ? 4 : 8)
  const pitch = narrow ? 42 : 28
  const top = data.interval === null ? 40 : 58
  const heights = names.map((lines) => (lines.length === 1 ? pitch : pitch + (narrow ? nameLine : nameLine - 3)))
  const tops = heights.map((_, index) => top + heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const bottom = top + heights.reduce((sum, height) => sum + height, 0)
  return {
    height: bottom + 6,
    top,
    bottom,
    spans: narrow ? tops.map((y, index) => [y + (heights[index] ?? 0) - 23, y + (heights[index] ?? 0) - 5] as const) : [[top, bottom]],
    ticks: scale.ticks(narrow ? 4 : 8).map((value) => ({ x: scale(value), text: data.number(value) })),
    band: data.interval && bandOf(data.interval, scale, width),
    rows: data.rows.map((row, index) => {
      const [height, lines] = [heights[index] ?? 0, names[index] ?? []]
      const y = (tops[index] ?? 0) + (narrow ? height - 14 : height / 2)
      const above = (lines.length - 1) * nameLine
      const x = row.value === null ? null : scale(row.value)
      const beside = x ?? left - gap
      const turned = beside + gap + textWidth(row.text, size, true) > width
      return {
        row,
        name: narrow ? { x: 0, y: y - 12 - above, lines, anchor: 'start' } : { x: left - 24, y: y + 4 - above / 2, lines, anchor: 'end' },
        mark: x === null ? null : { x, y },
        text: { x: turned ? beside - gap : beside + gap, y: y + 4, anchor: turned ? 'end' : 'start' },
      }
    }),
  }
}

function bandOf(
  { low, high, label }: NonNullable<MethodSpreadData['interval']>,
  scale: (value: number) => number,
  width: number,
): MethodSpreadLayout['band'] {
  const [from, to] = [scale(low), scale(high)]
  const half = textWidth(label) / 2
  const middle = (from + to) / 2
  const anchor = middle - half < 0 ? 'start' : middle + half > width ? 'end' : 'middle'
  return {
    x: from,
    width: Math.max(to - from, 2),
    label: { x: anchor === 'start' ? 0 : anchor === 'end' ? width : middle, anchor, text: label },
  }
}
