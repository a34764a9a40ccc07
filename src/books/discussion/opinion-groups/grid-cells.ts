/** Points of the plane, counted in small squares. */
export interface GridCells {
  /** The middle of the points of each square that has any: x, y. */
  points: Float64Array
  /** How many they are. */
  people: Float64Array
  /** Side of a square. */
  side: number
}

/** Squares reach so many standard deviations to either side of the middle; the outermost take all beyond. */
const deviations = 4

/** Counts points in squares, `across` on a side; a square stands where the middle of its points is, so that nothing is moved on the whole. */
export function gridCells(points: Float64Array, across: number): GridCells {
  const n = points.length / 2
  const { x: mx, y: my, deviation } = middleOf(points)
  const half = deviations * (deviation || 1)
  const side = (2 * half) / across
  const sums = new Float64Array(3 * across * across)
  const square = (value: number, middle: number): number => Math.min(across - 1, Math.max(0, Math.floor((value - middle + half) / side)))
  for (let i = 0; i < n; i++) {
    const at = 3 * (square(points[2 * i]!, mx) * across + square(points[2 * i + 1]!, my))
    sums[at]! += points[2 * i]!
    sums[at + 1]! += points[2 * i + 1]!
    sums[at + 2]!++
  }
  const cells = { points: new Float64Array(2 * across * across), people: new Float64Array(across * across) }
  let count = 0
  for (let at = 0; at < sums.length; at += 3) {
    const people = sums[at + 2]!
    if (people === 0) continue
    cells.points[2 * count] = sums[at]! / people
    cells.points[2 * count + 1] = sums[at + 1]! / people
    cells.people[count++] = people
  }
  return { points: cells.points.slice(0, 2 * count), people: cells.people.slice(0, count), side }
}

/** The middle, and the larger of the standard deviations along x and y. */
function middleOf(points: Float64Array): { x: number; y: number; deviation: number } {
  const n = Math.max(points.length / 2, 1)
  let x = 0
  let y = 0
  for (let i = 0; i < points.length; i += 2) {
    x += points[i]! / n
    y += points[i + 1]! / n
  }
  let xx = 0
  let yy = 0
  for (let i = 0; i < points.length; i += 2) {
    xx += (points[i]! - x) ** 2 / n
    yy += (points[i + 1]! - y) ** 2 / n
  }
  return { x, y, deviation: Math.sqrt(Math.max(xx, yy)) }
}
