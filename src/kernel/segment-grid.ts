/** Broken lines: line `l` runs over the points `start[l]` … `start[l + 1] - 1`, at least two. */
export interface Polylines {
  start: Uint32Array
  x: Int32Array
  y: Int32Array
}

/** Where on the lines a point comes nearest. */
export interface NearestOnLine {
  line: number
  /** The segment: it leads from this point to the next. */
  point: number
  /** 0 at its beginning, 1 at its end. */
  fraction: number
  distance: number
}

/** A grid finer than this many squares per segment would be mostly empty. */
const mostSquaresPerSegment = 2
/** Where segments are so long that they would stand in more squares than this on average, squares are made wider: memory has a limit. */
const mostPlacesPerSegment = 8

/**
 * The nearest segment of broken lines, by a grid of squares with the segments that touch the bounding box of each.
 *
 * Coordinates are whole numbers of two units, one for x and one for y (degrees × 10⁷); a question brings the length of both
 * units where it is asked, so that one grid serves a country. Of equally near segments the first in order answers.
 *
 * Cost     building: linear in segments; 4 bytes per segment and square it lies in. Asking: the squares around, ring by ring,
 *          until no nearer segment is possible.
 */
export class SegmentGrid {
  readonly #lines: Polylines
  readonly #x0: number
  readonly #y0: number
  readonly #stepX: number
  readonly #stepY: number
  readonly #columns: number
  readonly #rows: number
  /** Square `s` holds the segments `#segment[#first[s]]` … `#segment[#first[s + 1] - 1]`. */
  readonly #first: Uint32Array
  readonly #segment: Uint32Array

  /** Squares are `stepX` × `stepY` units wide, or wider where that would be more squares than the segments are worth. */
  constructor(lines: Polylines, stepX: number, stepY: number) {
    const { start, x, y } = lines
    this.#lines = lines
    const box = boundingBox(x, y)
    this.#x0 = box.x0
    this.#y0 = box.y0
    const squares = (widen: number) => ((box.x1 - box.x0) / (stepX * widen) + 1) * ((box.y1 - box.y0) / (stepY * widen) + 1)
    let widen = 1
    while (squares(widen) > mostSquaresPerSegment * x.length + 1) widen *= 1.5
    while (places(lines, stepX * widen, stepY * widen) > mostPlacesPerSegment * x.length) widen *= 2
    this.#stepX = stepX * widen
    this.#stepY = stepY * widen
    this.#columns = this.#column(box.x1) + 1
    this.#rows = this.#row(box.y1) + 1

    const first = new Uint32Array(this.#columns * this.#rows + 1)
    this.#eachSquare(start, (square) => void (first[square + 1] = (first[square + 1] as number) + 1))
    for (let s = 1; s < first.length; s++) first[s] = (first[s] as number) + (first[s - 1] as number)
    const next = first.slice(0, -1)
    const segment = new Uint32Array(first[first.length - 1] as number)
    this.#eachSquare(start, (square, point) => {
      const i = next[square] as number
      next[square] = i + 1
      segment[i] = point
    })
    this.#first = first
    this.#segment = segment
  }

  /**
   * The segment nearest to (x, y), where a unit of x is `scaleX` long there and one of y `scaleY`; null when none is within `most`.
   * The point itself may lie anywhere, outside the grid too.
   */
  nearest(x: number, y: number, scaleX: number, scaleY: number, most = Infinity): NearestOnLine | null {
    const { x: xs, y: ys } = this.#lines
    const column = this.#column(x)
    const row = this.#row(y)
    const ringMetres = Math.min(this.#stepX * scaleX, this.#stepY * scaleY)
    const lastRing = Math.max(column, this.#columns - 1 - column, row, this.#rows - 1 - row)
    let best = most * most
    let bestPoint = -1
    let bestFraction = 0
    for (let ring = Math.max(0, -column, column - this.#columns + 1, -row, row - this.#rows + 1); ring <= lastRing; ring++) {
      // Whatever lies in this ring is at least as far as the squares between are wide.
      const nearestPossible = (ring - 1) * ringMetres
      if (ring > 0 && nearestPossible > 0 && nearestPossible * nearestPossible > best) break
      for (let r = Math.max(0, row - ring), lastRow = Math.min(this.#rows - 1, row + ring); r <= lastRow; r++) {
        // Rows at the top and bottom of the ring are walked along, of those between only the two ends.
        const step = r === row - ring || r === row + ring ? 1 : 2 * ring
        for (let c = column - ring; c <= column + ring; c += step) {
          if (c < 0) {
            if (step === 1) c = -1
            continue
          }
          if (c >= this.#columns) break
          const square = r * this.#columns + c
          for (let i = this.#first[square] as number, end = this.#first[square + 1] as number; i < end; i++) {
            const point = this.#segment[i] as number
            const toX = (x - (xs[point] as number)) * scaleX
            const toY = (y - (ys[point] as number)) * scaleY
            const alongX = ((xs[point + 1] as number) - (xs[point] as number)) * scaleX
            const alongY = ((ys[point + 1] as number) - (ys[point] as number)) * scaleY
            const length2 = alongX * alongX + alongY * alongY
            let fraction = length2 > 0 ? (toX * alongX + toY * alongY) / length2 : 0
            if (fraction < 0) fraction = 0
            else if (fraction > 1) fraction = 1
            const offX = toX - fraction * alongX
            const offY = toY - fraction * alongY
            const distance2 = offX * offX + offY * offY
            if (distance2 < best || (distance2 === best && (bestPoint < 0 || point < bestPoint))) {
              best = distance2
              bestPoint = point
              bestFraction = fraction
            }
          }
        }
      }
    }
    if (bestPoint < 0) return null
    return { line: lineOf(this.#lines.start, bestPoint), point: bestPoint, fraction: bestFraction, distance: Math.sqrt(best) }
  }

  #column(x: number): number {
    return Math.floor((x - this.#x0) / this.#stepX)
  }

  #row(y: number): number {
    return Math.floor((y - this.#y0) / this.#stepY)
  }

  #eachSquare(start: Uint32Array, visit: (square: number, point: number) => void): void {
    const { x, y } = this.#lines
    for (let line = 0; line + 1 < start.length; line++) {
      for (let point = start[line] as number, last = (start[line + 1] as number) - 1; point < last; point++) {
        const [xa, xb, ya, yb] = [x[point] as number, x[point + 1] as number, y[point] as number, y[point + 1] as number]
        const lastColumn = this.#column(Math.max(xa, xb))
        const lastRow = this.#row(Math.max(ya, yb))
        for (let row = this.#row(Math.min(ya, yb)); row <= lastRow; row++)
          for (let column = this.#column(Math.min(xa, xb)); column <= lastColumn; column++) visit(row * this.#columns + column, point)
      }
    }
  }
}

/** About how many squares of a size all segments touch, by their bounding boxes. */
function places({ start, x, y }: Polylines, stepX: number, stepY: number): number {
  let sum = 0
  for (let line = 0; line + 1 < start.length; line++)
    for (let point = start[line] as number, last = (start[line + 1] as number) - 1; point < last; point++) {
      const width = Math.abs((x[point + 1] as number) - (x[point] as number))
      const height = Math.abs((y[point + 1] as number) - (y[point] as number))
      sum += (width / stepX + 1) * (height / stepY + 1)
    }
  return sum
}

function boundingBox(x: Int32Array, y: Int32Array) {
  const box = { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity }
  for (let i = 0; i < x.length; i++) {
    const [xi, yi] = [x[i] as number, y[i] as number]
    if (xi < box.x0) box.x0 = xi
    if (xi > box.x1) box.x1 = xi
    if (yi < box.y0) box.y0 = yi
    if (yi > box.y1) box.y1 = yi
  }
  return x.length > 0 ? box : { x0: 0, x1: 0, y0: 0, y1: 0 }
}

/** The line to which a point belongs. */
function lineOf(start: Uint32Array, point: number): number {
  let low = 0
  let high = start.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((start[middle] as number) <= point) low = middle
    else high = middle
  }
  return low
}
