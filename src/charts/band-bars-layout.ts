import { nameLine, type PlacedName } from './row-name.tsx'
import { scaleLinear } from 'd3-scale'
import { textWidth, twoLines } from './text-width.ts'

export interface BandRow {
  name: string
  low: number
  high: number
  /** The band, or the one number, in the reader's notation. */
  text: string
  /** What the page is about stands darker. */
  me?: boolean
}

export interface BandBarsData {
  /** Accessible name: what, how many rows. */
  label: string
  unit: string
  rows: readonly BandRow[]
}

export interface BandBarsLayout {
  height: number
  zero: number
  /** Where the upright line at zero runs: on a phone only beside the bars. */
  spans: ReadonlyArray<readonly [from: number, to: number]>
  rows: ReadonlyArray<{
    row: BandRow
    name: PlacedName
    y: number
    /** What is sure: from zero to the nearer end. */
    sure: { x: number; width: number }
    /** From the lowest to the highest. */
    band: { x: number; width: number }
    text: { x: number; y: number }
  }>
}

export const bandThickness = 13

/** Where the wide drawing is shown small, the stylesheet writes larger than 13 px: names must have room for it. */
const wideText = 15
const longestLine = 34

/** Bars from zero to the lowest value, and a lighter band on to the highest. */
export function layOutBandBars({ rows }: BandBarsData, { width, narrow }: { width: number; narrow: boolean }): BandBarsLayout {
  const size = narrow ? 13 : wideText
  const names = rows.map(({ name }) => twoLines(name, longestLine))
  const left = narrow ? 0 : Math.ceil(Math.max(...names.flat().map((line) => textWidth(line, size, true)), 60)) + 12
  const room = Math.ceil(Math.max(...rows.map(({ text }) => textWidth(text, size, true)), 30)) + 12
  const ends = rows.flatMap(({ low, high }) => [low, high])
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const scale = scaleLinear()
    .domain(least === most ? [0, 1] : [least, most])
    .range([left, width - room])
  const zero = scale(0)
  const heights = names.map((lines) => (narrow ? 40 : 27) + (lines.length - 1) * nameLine)
  const tops = heights.map((_, index) => 24 + heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const bottom = 24 + heights.reduce((sum, height) => sum + height, 0)
  return {
    height: bottom + 6,
    zero,
    spans: narrow ? tops.map((y, index) => [y + heights[index]! - 23, y + heights[index]! - 3] as const) : [[20, bottom]],
    rows: rows.map((row, index) => {
      const lines = names[index]!
      const above = (lines.length - 1) * nameLine
      const y = narrow ? tops[index]! + heights[index]! - 20 : tops[index]! + (heights[index]! - bandThickness) / 2
      const [from, to] = [scale(row.low), scale(row.high)]
      const near = row.low > 0 ? from : row.high < 0 ? to : zero
      return {
        row,
        name: narrow ? { x: 0, y: y - 6 - above, lines, anchor: 'start' } : { x: left - 12, y: y + 11 - above / 2, lines, anchor: 'end' },
        y,
        sure: { x: Math.min(zero, near), width: Math.abs(near - zero) },
        // A value that all methods agree on is still seen.
        band: { x: from, width: Math.max(to - from, 1.5) },
        text: { x: Math.max(to, zero, from + 1.5) + 6, y: y + 11 },
      }
    }),
  }
}
