import { isDrawn, type LineChartData, type LineSeries, type PlacedLabel, type PlacedPoint } from './line-chart-data.ts'
import { spread } from './spread.ts'
import { textWidth, twoLines } from './text-width.ts'

/** From one line of a label to the next. */
export const line = 17

/** Beside the line's end: name, then the last value. Labels that would touch are pushed apart. */
export function endLabels(
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
export function boxOf({ x, y, lines, anchor }: PlacedLabel): Box {
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
export const listLines = ({ name, points }: LineSeries): string[] => {
  const last = points.findLast(isDrawn)
  return last === undefined ? [] : twoLines(`${name} ${last.text}`, 38)
}

/** On a phone several names are listed above the plot; a single line carries only its last value. */
export function narrowLabel(points: readonly PlacedPoint[], index: number, list: readonly string[][] | null): PlacedLabel | null {
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
export function targetLabel(
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

export function outlierLabel(
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
