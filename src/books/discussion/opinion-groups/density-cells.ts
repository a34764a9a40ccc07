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

/** A block of squares: the corner nearest to the origin, and how many squares it is wide. */
interface Block {
  column: number
  row: number
  wide: number
}

interface Pool {
  blocks: Block[]
  people: number
  byGroup: number[]
}

/**
 * The map of opinions as numbers of people in cells of at least ten, never a point per person.
 *
 * A block of four squares with fewer than ten in some of them puts these together, empty ones too, then a block of sixteen, and so on, until
 * ten are together: a cell is the whole area, and where in it somebody stands cannot be seen. Those who are left over in the end are counted
 * in the smallest cell, so everybody who has a place is counted, and no difference of published numbers is smaller than ten. The edge of the
 * map is a round number: it does not tell where the outermost person stands.
 *
 * Missing  no cells for fewer than ten people.
 * Cost     one pass over the participants.
 */
export function densityCells({ groupOf, places, k }: Pick<OpinionGroups, 'groupOf' | 'places' | 'k'>): DensityMap {
  const half = halfOf(places)
  const squares = countSquares(groupOf, places, k, half)
  const cells: Pool[] = []

  /** What of a block is in no cell yet. */
  function poolOf({ column, row, wide }: Block): Pool {
    if (wide === 1) return squares.get(row * across + column) ?? { blocks: [{ column, row, wide }], people: 0, byGroup: zeros(k) }
    const parts = quarters({ column, row, wide }).map(poolOf)
    cells.push(...parts.filter(({ people }) => people >= fewestPeople))
    const rest = parts.filter(({ people }) => people < fewestPeople)
    const isWhole = rest.length === 4 && rest.every(({ blocks }) => blocks.length === 1 && blocks[0]!.wide === wide / 2)
    return {
      blocks: isWhole ? [{ column, row, wide }] : rest.flatMap(({ blocks }) => blocks),
      people: rest.reduce((sum, { people }) => sum + people, 0),
      byGroup: zeros(k).map((_, group) => rest.reduce((sum, { byGroup }) => sum + byGroup[group]!, 0)),
    }
  }

  const left = poolOf({ column: 0, row: 0, wide: across })
  const smallest = cells.toSorted((a, b) => a.people - b.people)[0]
  if (left.people >= fewestPeople) cells.push(left)
  else if (smallest !== undefined) {
    smallest.people += left.people
    smallest.byGroup = smallest.byGroup.map((one, group) => one + left.byGroup[group]!)
  }
  const side = (2 * half) / across
  return {
    half,
    cells: cells.map(({ blocks, people, byGroup }) => ({
      squares: blocks.map(({ column, row, wide }) => ({ x: -half + side * column, y: -half + side * row, side: side * wide })),
      people,
      opinionGroup: byGroup.findIndex((one) => 2 * one > people),
    })),
  }
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)

const quarters = ({ column, row, wide }: Block): Block[] =>
  [0, 1, 2, 3].map((at) => ({ column: column + (at % 2) * (wide / 2), row: row + (at >> 1) * (wide / 2), wide: wide / 2 }))

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
  for (let person = 0; person < groupOf.length; person++) {
    if (Number.isNaN(places[2 * person]!)) continue
    const [column, row] = [step(places[2 * person]!), step(places[2 * person + 1]!)]
    const square = row * across + column
    const pool = squares.get(square) ?? { blocks: [{ column, row, wide: 1 }], people: 0, byGroup: zeros(k) }
    pool.people++
    if (groupOf[person]! >= 0) pool.byGroup[groupOf[person]!]!++
    squares.set(square, pool)
  }
  return squares
}
