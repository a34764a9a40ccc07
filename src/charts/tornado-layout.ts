import { scaleLinear } from 'd3-scale'
import { textWidth } from './text-width.ts'

export interface TornadoRow {
  name: string
  low: number
  high: number
  /** The two ends in the reader's notation. */
  lowText: string
  highText: string
}

export interface TornadoData {
  /** Accessible name: what, where, how many inputs. */
  label: string
  unit: string
  /** The figure that the inputs move. */
  base: { value: number; label: string }
  /** Widest first. */
  rows: readonly TornadoRow[]
}

export interface TornadoLayout {
  height: number
  top: number
  base: { x: number; label: { x: number; anchor: 'start' | 'middle' | 'end' } }
  /** Where the upright line of the figure runs: on a phone only beside the bars. */
  spans: ReadonlyArray<readonly [from: number, to: number]>
  rows: ReadonlyArray<{
    row: TornadoRow
    name: { x: number; y: number; anchor: 'start' | 'end' }
    x: number
    y: number
    width: number
    low: { x: number; y: number }
    high: { x: number; y: number }
  }>
}

/** How thick a bar is drawn. */
export const tornadoThickness = 13

const wideText = 15

/** Bars from the lowest to the highest value that an input gives; their ends are written beside them. */
export function layOutTornado(data: TornadoData, { width, narrow }: { width: number; narrow: boolean }): TornadoLayout {
  const size = narrow ? 13 : wideText
  const widest = (texts: readonly string[], bold = false) => Math.max(...texts.map((text) => textWidth(text, size, bold)), 30)
  const left = narrow ? 0 : Math.ceil(widest(data.rows.map(({ name }) => name))) + 12
  const lowRoom = Math.ceil(widest(data.rows.map(({ lowText }) => lowText))) + 8
  const highRoom = Math.ceil(widest(data.rows.map(({ highText }) => highText))) + 8
  const values = [data.base.value, ...data.rows.flatMap(({ low, high }) => [low, high])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const scale = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([left + lowRoom, width - highRoom])
  const pitch = narrow ? 42 : 28
  const top = 44
  const x = scale(data.base.value)
  const half = textWidth(data.base.label, size, true) / 2
  const anchor = x - half < 0 ? 'start' : x + half > width ? 'end' : 'middle'
  return {
    height: top + data.rows.length * pitch + 6,
    top,
    base: { x, label: { x: anchor === 'start' ? 0 : anchor === 'end' ? width : x, anchor } },
    spans: narrow
      ? data.rows.map((_, index) => [top + index * pitch + 18, top + index * pitch + 39] as const)
      : [[top - 4, top + data.rows.length * pitch]],
    rows: data.rows.map((row, index) => {
      const y = top + index * pitch + (narrow ? 22 : 7)
      const [from, to] = [scale(row.low), scale(row.high)]
      return {
        row,
        name: narrow ? { x: 0, y: y - 7, anchor: 'start' } : { x: left - 12, y: y + 11, anchor: 'end' },
        x: from,
        y,
        // An input that moves nothing is still seen.
        width: Math.max(to - from, 1),
        low: { x: from - 6, y: y + 11 },
        high: { x: Math.max(to, from + 1) + 6, y: y + 11 },
      }
    }),
  }
}
