import { lonLatToMollweide } from '../../../../kernel/projection/mollweide.ts'
import type { KilometreGrid } from './degree-of-urbanisation.ts'

/** Amounts at points: people, or km² of land, in the middle of the cells of whatever they came from. */
export interface AmountsAtPoints {
  lon: Float64Array
  lat: Float64Array
  amount: Float64Array
}

/** Where a grid lies: its upper left corner in Mollweide metres. Cell `x, y` covers the kilometre to the right of and below that. */
export interface PlacedGrid extends KilometreGrid {
  left: number
  top: number
}

/** More square kilometres than any country has in its bounding box but the very largest. */
const mostCells = 60_000_000
const side = 1000

/**
 * People as a grid of square kilometres in Mollweide (ESRI:54009), the grid of the Global Human Settlement Layer: what each kilometre
 * holds is the sum of the points in it. Cells of 1 km of that layer stay as they are; finer cells are added up.
 *
 * Units    persons and km² in, the same out. Points must not be further than about 1 km from one another, or cells between them stay empty.
 * Missing  amounts that are no number, or not above 0, are nothing.
 * Cost     one projection per point.
 *
 * @throws {RangeError} no people, or points spread over more than 60 million km²
 * @example
 * kilometreGrid({ lon: Float64Array.of(0.001, 0.002), lat: Float64Array.of(0.001, 0.001), amount: Float64Array.of(3, 4) }).population // => Float64Array.of(7)
 */
export function kilometreGrid(people: AmountsAtPoints, land: AmountsAtPoints | null = null): PlacedGrid {
  const cells = cellsOf(people)
  let [left, top, right, bottom] = [Infinity, -Infinity, -Infinity, Infinity]
  for (let i = 0; i < cells.x.length; i++) {
    if (!((people.amount[i] as number) > 0)) continue
    left = Math.min(left, cells.x[i] as number)
    right = Math.max(right, cells.x[i] as number)
    top = Math.max(top, cells.y[i] as number)
    bottom = Math.min(bottom, cells.y[i] as number)
  }
  const width = right - left + 1
  const height = top - bottom + 1
  if (!(width > 0)) throw new RangeError('There are no people on the grid.')
  if (width * height > mostCells)
    throw new RangeError(`The grid would have ${width} × ${height} km; at most ${mostCells} km² can be taken in.`)
  const add = ({ x, y }: { x: Int32Array; y: Int32Array }, amount: Float64Array) => {
    const sums = new Float64Array(width * height)
    for (let i = 0; i < x.length; i++) {
      const column = (x[i] as number) - left
      const row = top - (y[i] as number)
      const value = amount[i] as number
      if (!(value > 0) || column < 0 || row < 0 || column >= width || row >= height) continue
      sums[row * width + column] = (sums[row * width + column] as number) + value
    }
    return sums
  }
  return {
    width,
    height,
    left: left * side,
    top: (top + 1) * side,
    population: add(cells, people.amount),
    landKm2: land && add(cellsOf(land), land.amount),
  }
}

/**
 * The cell of the grid that each point lies in; -1 outside of it.
 *
 * @example
 * cellsOfGrid({ width: 2, height: 1, left: 0, top: 1000 }, { lon: Float64Array.of(0.012, 1), lat: Float64Array.of(0.001, 0.001) }) // => Int32Array.of(1, -1)
 */
export function cellsOfGrid(
  { width, height, left, top }: Pick<PlacedGrid, 'width' | 'height' | 'left' | 'top'>,
  points: Pick<AmountsAtPoints, 'lon' | 'lat'>,
): Int32Array {
  const { x, y } = cellsOf(points)
  return x.map((east, i) => {
    const column = east - left / side
    const row = top / side - 1 - (y[i] as number)
    return column >= 0 && row >= 0 && column < width && row < height ? row * width + column : -1
  })
}

/** Kilometres to the east and north of the origin. */
function cellsOf({ lon, lat }: Pick<AmountsAtPoints, 'lon' | 'lat'>): { x: Int32Array; y: Int32Array } {
  const x = new Int32Array(lon.length)
  const y = new Int32Array(lon.length)
  for (let i = 0; i < lon.length; i++) {
    const [east, north] = lonLatToMollweide(lon[i] as number, lat[i] as number)
    x[i] = Math.floor(east / side)
    y[i] = Math.floor(north / side)
  }
  return { x, y }
}
