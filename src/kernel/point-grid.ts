/**
 * Points of a plane, found by place: which is the nearest, and which are near.
 *
 * Cost     linear to build; a question looks into the squares around its place. 4 bytes per point and square.
 */
export class PointGrid {
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #size: number
  readonly #left: number
  readonly #bottom: number
  readonly #columns: number
  readonly #rows: number
  /** Points of square `q`: `#points[#first[q]]` … `#points[#first[q + 1] - 1]`. */
  readonly #first: Uint32Array
  readonly #points: Uint32Array

  /**
   * `size`: width of a square, made wider where there would be more squares than eight per point.
   *
   * @throws {RangeError} a size that is not above 0
   */
  constructor(x: Float64Array, y: Float64Array, size: number) {
    if (!(size > 0)) throw new RangeError(`A square must be wider than 0, not ${size}.`)
    const [left, right] = rangeOf(x)
    const [bottom, top] = rangeOf(y)
    const most = 8 * x.length + 1024
    this.#size = Math.max(size, Math.sqrt(((right - left) * (top - bottom)) / most), (right - left) / most, (top - bottom) / most)
    this.#x = x
    this.#y = y
    this.#left = left
    this.#bottom = bottom
    this.#columns = Math.floor((right - left) / this.#size) + 1
    this.#rows = Math.floor((top - bottom) / this.#size) + 1
    this.#first = new Uint32Array(this.#columns * this.#rows + 1)
    for (let p = 0; p < x.length; p++) this.#first[this.#squareOf(p) + 1]!++
    for (let q = 1; q < this.#first.length; q++) this.#first[q]! += this.#first[q - 1] as number
    const next = this.#first.slice()
    this.#points = new Uint32Array(x.length)
    for (let p = 0; p < x.length; p++) this.#points[next[this.#squareOf(p)]!++] = p
  }

  /** The point nearest to a place, of several the first; -1 when there are no points. */
  nearest(x: number, y: number): number {
    const column = this.#columnOf(x)
    const row = this.#rowOf(y)
    let best = -1
    let bestSquare = Infinity
    const rings = Math.max(column, this.#columns - 1 - column, row, this.#rows - 1 - row, 0)
    for (let ring = 0; ring <= rings; ring++) {
      // What stands in this ring or beyond is at least so far away.
      const away = Math.max(0, ring - 1) * this.#size
      if (away * away > bestSquare) break
      this.#visitRing(column, row, ring, (p) => {
        const dx = (this.#x[p] as number) - x
        const dy = (this.#y[p] as number) - y
        const square = dx * dx + dy * dy
        if (square < bestSquare || (square === bestSquare && p < best)) {
          best = p
          bestSquare = square
        }
      })
    }
    return best
  }

  /** Visits all points up to `distance` away, and others around them. */
  visitNear(x: number, y: number, distance: number, visit: (point: number) => void): void {
    const fromColumn = Math.max(0, this.#columnOf(x - distance))
    const toColumn = Math.min(this.#columns - 1, this.#columnOf(x + distance))
    const toRow = Math.min(this.#rows - 1, this.#rowOf(y + distance))
    for (let row = Math.max(0, this.#rowOf(y - distance)); row <= toRow; row++)
      for (let column = fromColumn; column <= toColumn; column++) this.#visitSquare(row * this.#columns + column, visit)
  }

  #visitRing(column: number, row: number, ring: number, visit: (point: number) => void): void {
    for (let r = Math.max(0, row - ring); r <= Math.min(this.#rows - 1, row + ring); r++) {
      const whole = Math.abs(r - row) === ring
      for (let c = column - ring; c <= column + ring; c += whole ? 1 : 2 * ring)
        if (c >= 0 && c < this.#columns) this.#visitSquare(r * this.#columns + c, visit)
    }
  }

  #visitSquare(square: number, visit: (point: number) => void): void {
    const end = this.#first[square + 1] as number
    for (let i = this.#first[square] as number; i < end; i++) visit(this.#points[i] as number)
  }

  #squareOf(p: number): number {
    return this.#rowOf(this.#y[p] as number) * this.#columns + this.#columnOf(this.#x[p] as number)
  }

  #columnOf(x: number): number {
    return Math.floor((x - this.#left) / this.#size)
  }

  #rowOf(y: number): number {
    return Math.floor((y - this.#bottom) / this.#size)
  }
}

function rangeOf(values: Float64Array): [low: number, high: number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return low <= high ? [low, high] : [0, 0]
}
