import type { OpinionGroups } from './result.ts'

/** An area of the map with at least ten people in it. */
export interface DensityCell {
  /** What the area is made of: squares by their lower left corner and side. */
  squares: { x: number; y: number; side: number }[]
  people: number
  /** The opinion group that more than half of them belong to; −1 for none. */
  opinionGroup: number
}

export interface DensityMap {
  /** The map reaches from −half to half both ways; people beyond are counted at its edge. */
  half: number
  cells: DensityCell[]
}

/** A cell with fewer people would point at them. */
export const fewestPeople = 10

/** Squares on a side of the map; a power of two, because four of them make the next larger one. */
const across = 32

interface Pool {
  squares: number[]
  people: number
  byGroup: number[]
}

/**
 * The map of opinions as numbers of people in cells of at least ten, never a point per person.
 *
 * Squares with fewer people are put together inside their block of four, then of sixteen, and so on, until ten are together; what is left in
 * the end joins the smallest cell. So everybody who has a place is counted, and no difference of published numbers is smaller than ten. The
 * edge of the map is a round number: it does not tell where the outermost person stands.
 *
 * Missing  no cells for fewer than ten people.
 * Cost     one pass over the participants.
 */
export function densityCells({ groupOf, places, k }: Pick<OpinionGroups, 'groupOf' | 'places' | 'k'>): DensityMap {
  const half = halfOf(places)
  const cells: Pool[] = []
  let pools = countSquares(groupOf, places, k, half)
  for (let block = 1; block < across; block *= 2) {
    const wider = new Map<number, Pool>()
    for (const [square, pool] of pools) {
      if (pool.people >= fewestPeople) cells.push(pool)
      else {
        const [column, row] = [square % across, Math.floor(square / across)]
        const corner = (row - (row % (2 * block))) * across + column - (column % (2 * block))
        join(wider, corner, pool)
      }
    }
    pools = wider
  }
  const [left] = pools.values()
  if (left !== undefined && left.people > 0) {
    const smallest = cells.toSorted((a, b) => a.people - b.people)[0]
    if (left.people >= fewestPeople) cells.push(left)
    else if (smallest !== undefined) add(smallest, left)
  }
  const side = (2 * half) / across
  return {
    half,
    cells: cells
      .toSorted((a, b) => a.squares[0]! - b.squares[0]!)
      .map(({ squares, people, byGroup }) => ({
        squares: squares.map((square) => ({ x: -half + side * (square % across), y: -half + side * Math.floor(square / across), side })),
        people,
        opinionGroup: byGroup.findIndex((one) => 2 * one > people),
      })),
  }
}

/** Three times the usual distance from the middle along an axis, rounded up to 1, 2 or 5 and zeros. */
function halfOf(places: Float32Array): number {
  let squares = 0
  let count = 0
  for (const one of places) {
    if (Number.isNaN(one)) continue
    squares += one * one
    count++
  }
  const wanted = 3 * Math.sqrt(squares / Math.max(count, 1))
  let unit = 1
  while (unit > wanted && unit > 1e-6) unit /= 10
  while (unit * 10 < wanted) unit *= 10
  return unit * ([1, 2, 5].find((times) => unit * times >= wanted) ?? 10)
}

/** People by square; only squares with any. */
function countSquares(groupOf: Int8Array, places: Float32Array, k: number, half: number): Map<number, Pool> {
  const squares = new Map<number, Pool>()
  const step = (value: number): number => Math.min(across - 1, Math.max(0, Math.floor(((value + half) / (2 * half)) * across)))
  for (let row = 0; row < groupOf.length; row++) {
    if (Number.isNaN(places[2 * row]!)) continue
    const square = step(places[2 * row + 1]!) * across + step(places[2 * row]!)
    const pool = squares.get(square) ?? { squares: [square], people: 0, byGroup: Array.from({ length: k }, () => 0) }
    pool.people++
    if (groupOf[row]! >= 0) pool.byGroup[groupOf[row]!]!++
    squares.set(square, pool)
  }
  return squares
}

function join(pools: Map<number, Pool>, at: number, pool: Pool): void {
  const there = pools.get(at)
  if (there === undefined) pools.set(at, pool)
  else add(there, pool)
}

function add(into: Pool, pool: Pool): void {
  into.squares.push(...pool.squares)
  into.people += pool.people
  into.byGroup = into.byGroup.map((one, group) => one + pool.byGroup[group]!)
}
