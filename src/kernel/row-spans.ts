import { boxesOf, type PlaneShapes } from './plane-shapes.ts'

/** Lines from left to right, one above another: line `r` lies at height `bottom + (r + ½) step`. */
export interface Rows {
  bottom: number
  step: number
  count: number
}

/**
 * A set of points of the plane, as it shows on rows: on row `r` the spans `start[r]` … `start[r + 1] - 1`, from left to right, that do
 * not touch. Exact from left to right, sampled in height. Where outlines cross the rows at all sorts of places, errors cancel; a shape
 * whose upper and lower side lie along the rows may come out up to half a step too high at each.
 */
export interface RowSpans {
  rows: Rows
  start: Uint32Array
  left: Float64Array
  right: Float64Array
}

/** Collects spans in any order, and then joins those of a row that overlap. */
class SpanWriter {
  readonly #rows: Rows
  readonly #count: Uint32Array
  #row = new Uint32Array(1024)
  #left = new Float64Array(1024)
  #right = new Float64Array(1024)
  #size = 0

  constructor(rows: Rows) {
    this.#rows = rows
    this.#count = new Uint32Array(rows.count + 1)
  }

  add(row: number, left: number, right: number): void {
    if (!(left < right)) return
    if (this.#size === this.#row.length) {
      this.#row = larger(this.#row, new Uint32Array(2 * this.#size))
      this.#left = larger(this.#left, new Float64Array(2 * this.#size))
      this.#right = larger(this.#right, new Float64Array(2 * this.#size))
    }
    this.#row[this.#size] = row
    this.#left[this.#size] = left
    this.#right[this.#size] = right
    this.#size++
    this.#count[row + 1] = (this.#count[row + 1] as number) + 1
  }

  joined(): RowSpans {
    const { count } = this.#rows
    const first = this.#count
    for (let r = 0; r < count; r++) first[r + 1] = (first[r + 1] as number) + (first[r] as number)
    const next = first.slice(0, count)
    const left = new Float64Array(this.#size)
    const right = new Float64Array(this.#size)
    for (let i = 0; i < this.#size; i++) {
      const row = this.#row[i] as number
      const at = next[row] as number
      next[row] = at + 1
      left[at] = this.#left[i] as number
      right[at] = this.#right[i] as number
    }
    const start = new Uint32Array(count + 1)
    let size = 0
    for (let r = 0; r < count; r++) {
      const from = first[r] as number
      const to = first[r + 1] as number
      start[r] = size
      // Beginnings and ends may be sorted apart: a span of the union lasts while more have begun than ended.
      left.subarray(from, to).sort()
      right.subarray(from, to).sort()
      for (let i = from; i < to;) {
        const begin = left[i] as number
        let end = i
        for (i++; i < to && (left[i] as number) <= (right[end] as number); i++) end = i
        left[size] = begin
        right[size++] = right[end] as number
      }
    }
    start[count] = size
    return { rows: this.#rows, start, left: left.slice(0, size), right: right.slice(0, size) }
  }
}

function larger<T extends Uint32Array | Float64Array>(old: T, bigger: T): T {
  bigger.set(old)
  return bigger
}

/** The first row at or above a height; `count` when there is none. */
const firstRow = (rows: Rows, height: number): number =>
  Math.min(rows.count, Math.max(0, Math.ceil((height - rows.bottom) / rows.step - 0.5)))

/**
 * What at least one of the shapes covers, on rows.
 *
 * Cost     the rows that each edge crosses.
 *
 * @example
 * areaOfSpans(spansOfShapes({ count: 1, ringStart: [0, 1], pointStart: [0, 4], x: [0, 2, 2, 0], y: [0, 0, 2, 2] }, { bottom: 0, step: 0.5, count: 9 })) // => 4
 */
export function spansOfShapes(shapes: PlaneShapes, rows: Rows): RowSpans {
  const writer = new SpanWriter(rows)
  const boxes = boxesOf(shapes)
  for (let s = 0; s < shapes.count; s++) {
    const low = firstRow(rows, boxes[4 * s + 1] as number)
    const high = firstRow(rows, boxes[4 * s + 3] as number)
    if (low >= high) continue
    const crossings: number[][] = Array.from({ length: high - low }, () => [])
    for (let r = shapes.ringStart[s] as number; r < (shapes.ringStart[s + 1] as number); r++) {
      const from = shapes.pointStart[r] as number
      const to = shapes.pointStart[r + 1] as number
      for (let p = from, q = to - 1; p < to; q = p++) {
        const [ax, ay, bx, by] = [shapes.x[q] as number, shapes.y[q] as number, shapes.x[p] as number, shapes.y[p] as number]
        const last = firstRow(rows, Math.max(ay, by))
        for (let row = firstRow(rows, Math.min(ay, by)); row < last; row++) {
          const height = rows.bottom + (row + 0.5) * rows.step
          crossings[row - low]?.push(ax + ((height - ay) / (by - ay)) * (bx - ax))
        }
      }
    }
    for (const [i, xs] of crossings.entries()) {
      xs.sort((a, b) => a - b)
      for (let c = 1; c < xs.length; c += 2) writer.add(low + i, xs[c - 1] as number, xs[c] as number)
    }
  }
  return writer.joined()
}

/** Lines with a width: all points within `radius` of the line from a to b. */
export interface Capsules {
  count: number
  ax: Float64Array
  ay: Float64Array
  bx: Float64Array
  by: Float64Array
  radius: Float64Array
}

/**
 * What at least one capsule covers, on rows.
 *
 * A capsule meets a row in one span: from the leftmost to the rightmost of what the row cuts out of its two discs and of the
 * rectangle between them.
 *
 * Cost     the rows that each capsule meets.
 *
 * @example
 * areaOfSpans(spansOfCapsules({ count: 1, ax: [0], ay: [0], bx: [100], by: [0], radius: [5] }, { bottom: -6, step: 0.01, count: 1200 })) // => 1078.54
 */
export function spansOfCapsules(capsules: Capsules, rows: Rows): RowSpans {
  const writer = new SpanWriter(rows)
  for (let i = 0; i < capsules.count; i++) {
    const ax = capsules.ax[i] as number
    const ay = capsules.ay[i] as number
    const bx = capsules.bx[i] as number
    const by = capsules.by[i] as number
    const radius = capsules.radius[i] as number
    const first = firstRow(rows, Math.min(ay, by) - radius)
    const last = firstRow(rows, Math.max(ay, by) + radius)
    if (first >= last) continue
    const length = Math.hypot(bx - ax, by - ay)
    const ux = length > 0 ? (bx - ax) / length : 1
    const uy = length > 0 ? (by - ay) / length : 0
    for (let row = first; row < last; row++) {
      const height = rows.bottom + (row + 0.5) * rows.step
      let left = Infinity
      let right = -Infinity
      const up = height - ay
      const halfA = radius * radius - up * up
      if (halfA > 0) {
        const half = Math.sqrt(halfA)
        left = ax - half
        right = ax + half
      }
      const halfB = radius * radius - (height - by) * (height - by)
      if (halfB > 0) {
        const half = Math.sqrt(halfB)
        if (bx - half < left) left = bx - half
        if (bx + half > right) right = bx + half
      }
      // The rectangle: 0 ≤ along ≤ length and −radius ≤ across ≤ radius, each a span of x.
      let low = -Infinity
      let high = Infinity
      if (ux !== 0) {
        const [one, other] = [(0 - up * uy) / ux, (length - up * uy) / ux]
        low = Math.min(one, other)
        high = Math.max(one, other)
      } else if (up * uy < 0 || up * uy > length) low = Infinity
      if (uy !== 0) {
        const [one, other] = [(up * ux - radius) / uy, (up * ux + radius) / uy]
        low = Math.max(low, Math.min(one, other))
        high = Math.min(high, Math.max(one, other))
      } else if (Math.abs(up) > radius) low = Infinity
      if (low < high) {
        if (ax + low < left) left = ax + low
        if (ax + high > right) right = ax + high
      }
      writer.add(row, left, right)
    }
  }
  return writer.joined()
}

/** What lies in a shape of each of the sets. */
export const spansOfAll = (sets: readonly PlaneShapes[], rows: Rows): RowSpans =>
  sets.map((shapes) => spansOfShapes(shapes, rows)).reduce(intersectSpans)

/** What lies in both. Rows must be the same. */
export const intersectSpans = (a: RowSpans, b: RowSpans): RowSpans => combine(a, b, (inA, inB) => inA && inB)

/** What lies in the first and not in the second. Rows must be the same. */
export const subtractSpans = (a: RowSpans, b: RowSpans): RowSpans => combine(a, b, (inA, inB) => inA && !inB)

function combine(a: RowSpans, b: RowSpans, keep: (inA: boolean, inB: boolean) => boolean): RowSpans {
  const { rows } = a
  const most = a.left.length + b.left.length
  const start = new Uint32Array(rows.count + 1)
  const left = new Float64Array(most)
  const right = new Float64Array(most)
  let size = 0
  for (let row = 0; row < rows.count; row++) {
    start[row] = size
    let i = 2 * (a.start[row] as number)
    let j = 2 * (b.start[row] as number)
    const endA = 2 * (a.start[row + 1] as number)
    const endB = 2 * (b.start[row + 1] as number)
    let kept = false
    // Even steps enter a span, odd ones leave it.
    while (i < endA || j < endB) {
      const nextA = i < endA ? (((i & 1) === 0 ? a.left : a.right)[i >> 1] as number) : Infinity
      const nextB = j < endB ? (((j & 1) === 0 ? b.left : b.right)[j >> 1] as number) : Infinity
      const x = Math.min(nextA, nextB)
      if (nextA === x) i++
      if (nextB === x) j++
      const now = keep((i & 1) === 1, (j & 1) === 1)
      if (now && !kept) left[size] = x
      else if (!now && kept) right[size++] = x
      kept = now
    }
  }
  start[rows.count] = size
  return { rows, start, left: left.slice(0, size), right: right.slice(0, size) }
}

/** Width of all spans times the height of a row. */
export function areaOfSpans({ rows, left, right }: RowSpans): number {
  let width = 0
  for (let i = 0; i < left.length; i++) width += (right[i] as number) - (left[i] as number)
  return width * rows.step
}

/** Whether a point lies in the set, as the row nearest to it says. Above and below the rows nothing does. */
export function spansContain({ rows, start, left, right }: RowSpans, x: number, y: number): boolean {
  const row = Math.floor((y - rows.bottom) / rows.step)
  if (!(row >= 0 && row < rows.count)) return false
  const i = lastBeginningBefore(left, start[row] as number, start[row + 1] as number, x)
  return i >= (start[row] as number) && x <= (right[i] as number)
}

/**
 * How much of the set lies in discs, asked many times over.
 *
 * Cost     two binary searches for each row that a disc meets; 8 bytes per span besides the set.
 */
export class DiscArea {
  readonly #spans: RowSpans
  /** Width of all spans before each. */
  readonly #before: Float64Array

  constructor(spans: RowSpans) {
    this.#spans = spans
    this.#before = new Float64Array(spans.left.length + 1)
    for (let i = 0; i < spans.left.length; i++)
      this.#before[i + 1] = (this.#before[i] as number) + ((spans.right[i] as number) - (spans.left[i] as number))
  }

  area(x: number, y: number, radius: number): number {
    const { rows } = this.#spans
    let width = 0
    for (let row = firstRow(rows, y - radius), last = firstRow(rows, y + radius); row < last; row++) {
      const up = rows.bottom + (row + 0.5) * rows.step - y
      const half = Math.sqrt(Math.max(0, radius * radius - up * up))
      width += this.#widthUpTo(row, x + half) - this.#widthUpTo(row, x - half)
    }
    return width * rows.step
  }

  #widthUpTo(row: number, x: number): number {
    const { start, left, right } = this.#spans
    const from = start[row] as number
    const i = lastBeginningBefore(left, from, start[row + 1] as number, x)
    if (i < from) return this.#before[from] as number
    return (this.#before[i] as number) + Math.min(x, right[i] as number) - (left[i] as number)
  }
}

/** The last of the spans `from` … `to - 1` that begins at or before x; `from - 1` when none does. */
function lastBeginningBefore(left: Float64Array, from: number, to: number, x: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((left[middle] as number) <= x) low = middle + 1
    else high = middle
  }
  return low - 1
}
