import { nameLine, type PlacedName } from './row-name.tsx'
import { scaleLinear } from 'd3-scale'
import { textWidth, twoLines } from './text-width.ts'

export interface VoicesChartRow {
  name: string
  /** Share among those who said something about themselves, with its interval; null: not published. */
  share: { value: number; low: number; high: number } | null
  /** Share in the census; null: it has no such category. */
  census: number | null
  /** The share in the reader's notation; without a share, why there is none. */
  text: string
}

export interface VoicesChartData {
  /** Accessible name: what, of whom, against what. */
  label: string
  /** What the circle and the square stand for. */
  legend: { share: string; census: string }
  /** "Not a survey": stands in every chart of this kind. */
  caution: string
  rows: readonly VoicesChartRow[]
  /** A share as it stands on the axis. */
  percent(share: number): string
}

export interface VoicesChartLayout {
  height: number
  legend: ReadonlyArray<{ kind: 'share' | 'census'; x: number; y: number; text: string }>
  caution: { x: number; y: number; anchor: 'start' | 'end' }
  top: number
  /** Where upright lines run: on a phone only beside the marks, not through the names. */
  spans: ReadonlyArray<readonly [from: number, to: number]>
  ticks: ReadonlyArray<{ x: number; text: string }>
  rows: ReadonlyArray<{
    row: VoicesChartRow
    name: PlacedName
    y: number
    share: { x: number; low: number; high: number } | null
    census: number | null
    text: { x: number; y: number; anchor: 'start' | 'end' }
  }>
}

/** Where the wide drawing is shown small, the stylesheet writes larger than 13 px: names must have room for it. */
const wideText = 15
const longestLine = 30
const gap = 10

/** One row for each category, from 0 to the largest share; names beside the rows, on a phone above them. */
export function layOutVoicesChart(data: VoicesChartData, { width, narrow }: { width: number; narrow: boolean }): VoicesChartLayout {
  const names = data.rows.map(({ name }) => twoLines(name, longestLine))
  const widest = Math.max(60, ...names.flat().map((line) => textWidth(line, wideText)))
  const left = narrow ? 8 : Math.ceil(widest) + 24
  const room = Math.ceil(Math.max(30, ...data.rows.map(({ text }) => textWidth(text, 13, true)))) + gap
  const most = Math.max(0.01, ...data.rows.flatMap(({ share, census }) => [share?.high ?? 0, census ?? 0]))
  const scale = scaleLinear()
    .domain([0, most])
    .range([left, Math.max(width - room, left + 100)])
  const legend = legendOf(data, narrow)
  const top = (legend.at(-1)?.y ?? 12) + (narrow ? 46 : 34)
  const pitch = narrow ? 46 : 32
  const bottom = top + data.rows.length * pitch
  return {
    height: bottom + 8,
    legend,
    caution: narrow ? { x: 0, y: (legend.at(-1)?.y ?? 12) + 18, anchor: 'start' } : { x: width, y: 12, anchor: 'end' },
    top,
    spans: narrow ? data.rows.map((_, index) => [top + index * pitch + 22, top + index * pitch + 42] as const) : [[top, bottom]],
    ticks: scale.ticks(narrow ? 4 : 8).map((share) => ({ x: scale(share), text: data.percent(share) })),
    rows: data.rows.map((row, index) => {
      const lines = narrow ? [row.name] : (names[index] ?? [])
      const y = top + index * pitch + (narrow ? 32 : pitch / 2)
      return {
        row,
        name: narrow
          ? { x: 0, y: y - 17, lines, anchor: 'start' }
          : { x: left - 24, y: y + 4 - ((lines.length - 1) * nameLine) / 2, lines, anchor: 'end' },
        y,
        share: row.share && { x: scale(row.share.value), low: scale(row.share.low), high: scale(row.share.high) },
        census: row.census === null ? null : scale(row.census),
        text: { ...textAt(row, scale, left), y: y + 4 },
      }
    }),
  }
}

/** After the interval; before it where the square stands in the way, so that nobody takes the number for that of the census. */
function textAt({ share, census, text }: VoicesChartRow, scale: (share: number) => number, left: number) {
  const width = textWidth(text, 13, true)
  const [low, high, square] = [scale(share?.low ?? 0), scale(share?.high ?? 0), scale(census ?? 0)]
  const inTheWay = census !== null && square > high - gap && square < high + gap + width
  if (share !== null && !inTheWay) return { x: high + gap, anchor: 'start' as const }
  if (share !== null && low - gap - width > left) return { x: low - gap, anchor: 'end' as const }
  return { x: Math.max(high, square) + gap, anchor: 'start' as const }
}

/** Side by side, on a phone one below the other. */
function legendOf({ legend, rows }: VoicesChartData, narrow: boolean): VoicesChartLayout['legend'] {
  const share = { kind: 'share' as const, x: 12, y: 12, text: legend.share }
  if (rows.every(({ census }) => census === null)) return [share]
  const beside = 12 + textWidth(legend.share, wideText) + 40
  return [share, { kind: 'census', x: narrow ? 12 : beside, y: narrow ? 32 : 12, text: legend.census }]
}
