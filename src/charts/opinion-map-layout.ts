import { round } from './round.ts'

export interface OpinionMapData {
  /** Accessible name of the chart. */
  label: string
  /** The map reaches from −half to half both ways. */
  half: number
  cells: ReadonlyArray<{
    squares: ReadonlyArray<{ x: number; y: number; side: number }>
    people: number
    /** −1: of no opinion group. */
    opinionGroup: number
    /** What a reader is told who points at it. */
    title: string
  }>
  /** Letter of each opinion group: A, B, … */
  names: readonly string[]
  /** The reader's own place, on a page for her alone. */
  own: { x: number; y: number; label: string } | null
}

export interface OpinionMapLayout {
  cells: Array<{ path: string; shade: number; opinionGroup: number; title: string }>
  names: Array<{ x: number; y: number; text: string; opinionGroup: number }>
  own: { x: number; y: number; label: string } | null
}

/** Shades from few people to many on the same area. */
export const shades = 5

/** Places everything on a square drawing: x to the right, y upwards. A cell is as dark as people stand close in it. */
export function layOutOpinionMap({ half, cells, names, own }: OpinionMapData, size: number): OpinionMapLayout {
  const scale = size / (2 * half)
  const across = (x: number): number => (x + half) * scale
  const down = (y: number): number => (half - y) * scale
  const densities = cells.map(({ people, squares }) => people / squares.reduce((sum, { side }) => sum + side * side, 0))
  const densest = Math.max(...densities, Number.MIN_VALUE)
  return {
    cells: cells.map(({ squares, opinionGroup, title }, at) => ({
      path: squares.map(({ x, y, side }) => squarePath(across(x), down(y + side), side * scale)).join(''),
      // The area of a cell grows with the square of a length: so does the step from shade to shade.
      shade: Math.max(1, Math.ceil(Math.sqrt(densities[at]! / densest) * shades)),
      opinionGroup,
      title,
    })),
    names: names.flatMap((text, opinionGroup) => {
      const centre = centreOf(cells.filter((cell) => cell.opinionGroup === opinionGroup))
      return centre === null ? [] : [{ x: across(centre.x), y: down(centre.y), text, opinionGroup }]
    }),
    own: own && { x: across(inside(own.x, half)), y: down(inside(own.y, half)), label: own.label },
  }
}

const squarePath = (x: number, y: number, side: number): string => `M${round(x)} ${round(y)}h${round(side)}v${round(side)}h${round(-side)}z`

const inside = (value: number, half: number): number => Math.min(half, Math.max(-half, value))

/** The middle of people in cells; null: there are none. */
function centreOf(cells: OpinionMapData['cells']): { x: number; y: number } | null {
  let [people, x, y] = [0, 0, 0]
  for (const cell of cells) {
    for (const square of cell.squares) {
      const share = cell.people / cell.squares.length
      people += share
      x += share * (square.x + square.side / 2)
      y += share * (square.y + square.side / 2)
    }
  }
  return people === 0 ? null : { x: x / people, y: y / people }
}
