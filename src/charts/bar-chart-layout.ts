import { scaleLinear } from 'd3-scale'
import { textWidth } from './text-width.ts'

export interface Bar {
  name: string
  value: number
  /** The value as published, in the reader's notation. */
  text: string
  href: string
  /** What the bar says when asked. */
  title: string
  /** The area whose page this is. */
  me?: boolean
  /** Why the value is not believed: "outlier", "several values". The bar is greyed, and cut where it bursts the scale. */
  suspect?: string
}

export interface BarChartData {
  /** Accessible name: what, when, how many areas. */
  label: string
  unit: string
  /** In the order in which they stand; the page ranks them. */
  bars: readonly Bar[]
  target: { value: number; label: string } | null
}

export interface BarChartLayout {
  height: number
  /** Where the bars begin. */
  zero: number
  top: number
  /** Where upright lines run, from top to bottom: on a phone only beside the bars. */
  spans: ReadonlyArray<readonly [from: number, to: number]>
  target: { x: number; label: string; anchor: 'start' | 'middle' | 'end' } | null
  bars: ReadonlyArray<{
    bar: Bar
    name: { x: number; y: number; anchor: 'start' | 'end' }
    x: number
    y: number
    width: number
    /** The bar is longer than the scale: where it is cut. */
    cut: number | null
    text: { x: number; y: number; words: string }
  }>
}

/** How thick a bar is drawn. */
export const barThickness = 13

/** Where the wide drawing is shown small, the stylesheet writes larger than 13 px: names must have room for it. */
const wideText = 15

/** Names beside the bars; on a phone above them, so that the longest name is never cut. */
export function layOutBarChart(data: BarChartData, { width, narrow }: { width: number; narrow: boolean }): BarChartLayout {
  const words = data.bars.map((bar) => (bar.suspect === undefined ? bar.text : `${bar.text} ${bar.suspect}`))
  const left = narrow ? 0 : Math.ceil(Math.max(...data.bars.map((bar) => textWidth(bar.name, wideText, bar.me)), 60)) + 12
  const room = Math.ceil(Math.max(...words.map((text) => textWidth(text, 13, true)), 30)) + 10
  const scale = scaleLinear()
    .domain(barDomain(data))
    .range([left, width - room])
  const [low = 0, high = 0] = scale.domain()
  const pitch = narrow ? 40 : 27
  const top = data.target ? 46 : 26
  const zero = scale(0)
  return {
    height: top + data.bars.length * pitch + 6,
    zero,
    top: top - 4,
    spans: narrow
      ? data.bars.map((_, index) => [top + index * pitch + 17, top + index * pitch + 36] as const)
      : [[top - 4, top + data.bars.length * pitch]],
    target: data.target && targetAt(scale(data.target.value), data.target.label, width),
    bars: data.bars.map((bar, index) => {
      const y = top + index * pitch + (narrow ? 20 : 6)
      const end = scale(Math.min(Math.max(bar.value, low), high))
      return {
        bar,
        name: narrow ? { x: 0, y: y - 6, anchor: 'start' } : { x: left - 12, y: y + 11, anchor: 'end' },
        x: Math.min(zero, end),
        y,
        width: Math.abs(end - zero),
        cut: bar.value > high ? end - 22 : null,
        text: { x: Math.max(zero, end) + 6, y: y + 11, words: words[index] ?? '' },
      }
    }),
  }
}

/** A suspect value does not stretch the scale for all others. */
function barDomain({ bars, target }: BarChartData): [number, number] {
  const trusted = bars.filter((bar) => bar.suspect === undefined)
  const values = (trusted.length > 0 ? trusted : bars).map((bar) => bar.value)
  if (target) values.push(target.value)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  if (low === high) return [0, 1]
  const burst = bars.some((bar) => bar.value > high)
  return [low, burst ? high * 1.4 : high]
}

function targetAt(x: number, label: string, width: number): BarChartLayout['target'] {
  const half = textWidth(label, 13, true) / 2
  return { x, label, anchor: x - half < 0 ? 'start' : x + half > width ? 'end' : 'middle' }
}
