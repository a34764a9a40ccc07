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

/** Not a gap. */
export const isDrawn = (point: LinePoint): point is LinePoint & { value: number } => point.value !== null
