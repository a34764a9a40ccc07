import { boxesOf, edgesOf, type PlaneShapes, type ShapeEdges } from './plane-shapes.ts'

/** Part of a line, from 0 at its beginning to 1 at its end, that lies in or near a shape. */
export interface PartNear {
  shape: number
  from: number
  to: number
}

/** Squares become wider where shapes are so large that their boxes would fill more places than this for each edge. */
const mostPlacesPerEdge = 8

/**
 * What is near to shapes: which parts of a line lie within some metres of a shape or inside it, and how far a point is from the nearest.
 *
 * By a grid of squares, each with the edges and the shapes whose boxes touch it. The parts are computed, not sampled: a line is near an
 * edge where it runs through all points within that distance, a capsule, and that is one part of it. What remains lies wholly inside or
 * wholly outside of each shape, and its middle tells which.
 *
 * Units    metres.
 * Cost     the edges in the squares around; for a line or point in the box of a shape, the edges of that shape.
 */
export class NearShapes {
  readonly #shapes: PlaneShapes
  readonly #edges: ShapeEdges
  readonly #boxes: Float64Array
  readonly #left: number
  readonly #bottom: number
  readonly #square: number
  readonly #columns: number
  readonly #rows: number
  readonly #edgesIn: Buckets
  readonly #shapesIn: Buckets
  /** The last question in which an edge or a shape came up: it comes up once in each. */
  readonly #edgeAsked: Uint32Array
  readonly #shapeAsked: Uint32Array
  #question = 0

  constructor(shapes: PlaneShapes, squareMetres = 50) {
    this.#shapes = shapes
    this.#edges = edgesOf(shapes)
    this.#boxes = boxesOf(shapes)
    this.#edgeAsked = new Uint32Array(this.#edges.count)
    this.#shapeAsked = new Uint32Array(shapes.count)
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
    let boxArea = 0
    for (let s = 0; s < shapes.count; s++) {
      const [l, b, r, t] = this.#box(s)
      if (!(l <= r)) continue
      left = Math.min(left, l)
      bottom = Math.min(bottom, b)
      right = Math.max(right, r)
      top = Math.max(top, t)
      boxArea += (r - l) * (t - b)
    }
    const places = mostPlacesPerEdge * this.#edges.count + 1
    const wide = Math.max(0, right - left)
    const tall = Math.max(0, top - bottom)
    this.#square = Math.max(squareMetres, Math.sqrt(boxArea / places), Math.sqrt((wide * tall) / places), Math.max(wide, tall) / places)
    this.#left = left
    this.#bottom = bottom
    this.#columns = wide > 0 || tall > 0 ? Math.floor(wide / this.#square) + 1 : 1
    this.#rows = wide > 0 || tall > 0 ? Math.floor(tall / this.#square) + 1 : 1
    const { ax, ay, bx, by } = this.#edges
    this.#edgesIn = this.#fill(this.#edges.count, (e) => [
      Math.min(ax[e] as number, bx[e] as number),
      Math.min(ay[e] as number, by[e] as number),
      Math.max(ax[e] as number, bx[e] as number),
      Math.max(ay[e] as number, by[e] as number),
    ])
    this.#shapesIn = this.#fill(shapes.count, (s) => this.#box(s))
  }

  /**
   * The parts of the line from (ax, ay) to (bx, by) that are inside a shape or within `metres` of it: of each shape from its beginning
   * on, not touching one another; shapes by rising number.
   */
  partsNear(ax: number, ay: number, bx: number, by: number, metres: number): PartNear[] {
    this.#question++
    const [left, bottom, right, top] = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
    const parts: PartNear[] = []
    this.#each(this.#edgesIn, left - metres, bottom - metres, right + metres, top + metres, (e) => {
      if (this.#edgeAsked[e] === this.#question) return
      this.#edgeAsked[e] = this.#question
      const [edgeAx, edgeAy, edgeBx, edgeBy] = [
        this.#edges.ax[e] as number,
        this.#edges.ay[e] as number,
        this.#edges.bx[e] as number,
        this.#edges.by[e] as number,
      ]
      if (Math.max(edgeAx, edgeBx) + metres < left || Math.min(edgeAx, edgeBx) - metres > right) return
      if (Math.max(edgeAy, edgeBy) + metres < bottom || Math.min(edgeAy, edgeBy) - metres > top) return
      const part = this.#partAlong(ax, ay, bx, by, e, metres)
      if (part !== null) parts.push({ shape: this.#edges.shape[e] as number, from: part[0], to: part[1] })
    })
    const joined = joinParts(parts)
    const inside: PartNear[] = []
    this.#each(this.#shapesIn, left, bottom, right, top, (s) => {
      if (this.#shapeAsked[s] === this.#question) return
      this.#shapeAsked[s] = this.#question
      let from = 0
      for (const part of [...joined.filter(({ shape }) => shape === s), { from: 1, to: 1 }]) {
        const middle = (from + part.from) / 2
        if (part.from > from && this.#isInside(s, ax + middle * (bx - ax), ay + middle * (by - ay)))
          inside.push({ shape: s, from, to: part.from })
        from = part.to
      }
    })
    return inside.length === 0 ? joined : joinParts([...joined, ...inside])
  }

  /** Whether a point is inside a shape or within `metres` of one. */
  isNear(x: number, y: number, metres: number): boolean {
    let near = false
    this.#each(this.#edgesIn, x - metres, y - metres, x + metres, y + metres, (e) => {
      near ||= this.#metresFromEdge(x, y, e) <= metres
      return near
    })
    if (!near)
      this.#each(this.#shapesIn, x, y, x, y, (s) => {
        near ||= this.#isInside(s, x, y)
        return near
      })
    return near
  }

  #box(s: number): [left: number, bottom: number, right: number, top: number] {
    const at = (side: number) => this.#boxes[4 * s + side] as number
    return [at(0), at(1), at(2), at(3)]
  }

  #isInside(shape: number, x: number, y: number): boolean {
    const [left, bottom, right, top] = this.#box(shape)
    if (x < left || x > right || y < bottom || y > top) return false
    const { ax, ay, bx, by } = this.#edges
    const { ringStart, pointStart } = this.#shapes
    let inside = false
    // Edges stand in the order of the points.
    const last = pointStart[ringStart[shape + 1] as number] as number
    for (let e = pointStart[ringStart[shape] as number] as number; e < last; e++) {
      const a = ay[e] as number
      const b = by[e] as number
      if (a > y !== b > y && x < (ax[e] as number) + ((y - a) / (b - a)) * ((bx[e] as number) - (ax[e] as number))) inside = !inside
    }
    return inside
  }

  #metresFromEdge(x: number, y: number, e: number): number {
    const ax = this.#edges.ax[e] as number
    const ay = this.#edges.ay[e] as number
    const dx = (this.#edges.bx[e] as number) - ax
    const dy = (this.#edges.by[e] as number) - ay
    const length2 = dx * dx + dy * dy
    const along = length2 > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0
    return Math.hypot(x - ax - along * dx, y - ay - along * dy)
  }

  /** The part of a line within `metres` of an edge: of the two discs at its ends and the rectangle between, from the first to the last. */
  #partAlong(px: number, py: number, qx: number, qy: number, e: number, metres: number): [from: number, to: number] | null {
    const ax = this.#edges.ax[e] as number
    const ay = this.#edges.ay[e] as number
    const bx = this.#edges.bx[e] as number
    const by = this.#edges.by[e] as number
    const dx = qx - px
    const dy = qy - py
    const length2 = dx * dx + dy * dy
    if (length2 === 0) return this.#metresFromEdge(px, py, e) <= metres ? [0, 1] : null
    let from = Infinity
    let to = -Infinity
    const nearestToA = ((ax - px) * dx + (ay - py) * dy) / length2
    const offA = Math.hypot(px + nearestToA * dx - ax, py + nearestToA * dy - ay)
    if (offA <= metres) {
      const half = Math.sqrt((metres * metres - offA * offA) / length2)
      from = nearestToA - half
      to = nearestToA + half
    }
    const nearestToB = ((bx - px) * dx + (by - py) * dy) / length2
    const offB = Math.hypot(px + nearestToB * dx - bx, py + nearestToB * dy - by)
    if (offB <= metres) {
      const half = Math.sqrt((metres * metres - offB * offB) / length2)
      from = Math.min(from, nearestToB - half)
      to = Math.max(to, nearestToB + half)
    }
    const edgeLength = Math.hypot(bx - ax, by - ay)
    if (edgeLength > 0) {
      const ux = (bx - ax) / edgeLength
      const uy = (by - ay) / edgeLength
      const along = between((px - ax) * ux + (py - ay) * uy, dx * ux + dy * uy, 0, edgeLength)
      const across = between((py - ay) * ux - (px - ax) * uy, dy * ux - dx * uy, -metres, metres)
      if (along !== null && across !== null) {
        const low = Math.max(along[0], across[0])
        const high = Math.min(along[1], across[1])
        if (low <= high) {
          from = Math.min(from, low)
          to = Math.max(to, high)
        }
      }
    }
    from = Math.max(0, from)
    to = Math.min(1, to)
    return from <= to ? [from, to] : null
  }

  #column(x: number): number {
    return Math.min(this.#columns - 1, Math.max(0, Math.floor((x - this.#left) / this.#square)))
  }

  #row(y: number): number {
    return Math.min(this.#rows - 1, Math.max(0, Math.floor((y - this.#bottom) / this.#square)))
  }

  #fill(count: number, boxOf: (i: number) => [number, number, number, number]): Buckets {
    const first = new Uint32Array(this.#columns * this.#rows + 1)
    const each = (visit: (square: number, i: number) => void) => {
      for (let i = 0; i < count; i++) {
        const [left, bottom, right, top] = boxOf(i)
        if (!(left <= right)) continue
        for (let row = this.#row(bottom); row <= this.#row(top); row++)
          for (let column = this.#column(left); column <= this.#column(right); column++) visit(row * this.#columns + column, i)
      }
    }
    each((square) => (first[square + 1] = (first[square + 1] as number) + 1))
    for (let i = 1; i < first.length; i++) first[i] = (first[i] as number) + (first[i - 1] as number)
    const next = first.slice(0, -1)
    const member = new Uint32Array(first[first.length - 1] as number)
    each((square, i) => {
      const at = next[square] as number
      next[square] = at + 1
      member[at] = i
    })
    return { first, member }
  }

  /** Members of all squares that a box touches, some of them repeatedly, until a visit says true. */
  #each({ first, member }: Buckets, left: number, bottom: number, right: number, top: number, visit: (i: number) => boolean | void): void {
    const wide = this.#columns * this.#square
    const tall = this.#rows * this.#square
    if (right < this.#left || top < this.#bottom || left > this.#left + wide || bottom > this.#bottom + tall) return
    const lastRow = this.#row(top)
    const lastColumn = this.#column(right)
    for (let row = this.#row(bottom); row <= lastRow; row++)
      for (let column = this.#column(left); column <= lastColumn; column++) {
        const square = row * this.#columns + column
        for (let i = first[square] as number, end = first[square + 1] as number; i < end; i++)
          if (visit(member[i] as number) === true) return
      }
  }
}

interface Buckets {
  first: Uint32Array
  member: Uint32Array
}

/** For which t `low ≤ start + t · step ≤ high`; null for none. */
function between(start: number, step: number, low: number, high: number): [number, number] | null {
  if (step === 0) return start >= low && start <= high ? [-Infinity, Infinity] : null
  const one = (low - start) / step
  const other = (high - start) / step
  return one < other ? [one, other] : [other, one]
}

/** Parts of the same shape that overlap or touch become one; by shape, then by place. */
export function joinParts(parts: PartNear[]): PartNear[] {
  if (parts.length < 2) return parts
  parts.sort((a, b) => a.shape - b.shape || a.from - b.from)
  const joined: PartNear[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && last.shape === part.shape && part.from <= last.to) last.to = Math.max(last.to, part.to)
    else joined.push({ ...part })
  }
  return joined
}
